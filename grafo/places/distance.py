"""Distance on the globe."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

_EARTH_RADIUS_KM = 6371.0088


def kilometres(
    lat: float | None, lon: float | None, other_lat: float | None, other_lon: float | None
) -> float:
    """Return the great-circle distance in km (haversine), or infinity when a point is missing."""
    if lat is None or lon is None or other_lat is None or other_lon is None:
        return float("inf")
    north, other_north = radians(lat), radians(other_lat)
    half = sin((other_north - north) / 2) ** 2 + (
        cos(north) * cos(other_north) * sin(radians(other_lon - lon) / 2) ** 2
    )
    return 2 * _EARTH_RADIUS_KM * asin(sqrt(min(1.0, half)))
