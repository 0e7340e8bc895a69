"""Distance of two places, either of which may have no point."""

from __future__ import annotations

from grafo import sphere


def kilometres(
    lat: float | None, lon: float | None, other_lat: float | None, other_lon: float | None
) -> float:
    """Return the great-circle distance in km, or infinity when a point is missing."""
    if lat is None or lon is None or other_lat is None or other_lon is None:
        return float("inf")
    return sphere.kilometres(lat, lon, other_lat, other_lon)
