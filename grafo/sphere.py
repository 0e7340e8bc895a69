"""Distance on the globe, by great circle on a sphere: of two points, and of arrays of them.

The haversine formula; R. W. Sinnott, "Virtues of the Haversine", 1984. Against the ellipsoid it
is off by half a percent at most.
"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Degrees = NDArray[np.float64] | float

EARTH_RADIUS_KM = 6371.0088  # IUGG mean radius
_AT_ONCE = 1 << 18  # distances held in memory by `nearest`: 2 MB


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the distance in km of two points in decimal degrees.

    >>> round(kilometres(19.43, -99.13, 34.05, -118.24))  # Mexico City, Los Angeles
    2491
    """
    north, other_north = radians(lat), radians(other_lat)
    half = sin((other_north - north) / 2) ** 2 + (
        cos(north) * cos(other_north) * sin(radians(other_lon - lon) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * asin(sqrt(min(1.0, half)))


def kilometres_between(
    lat: Degrees, lon: Degrees, other_lat: Degrees, other_lon: Degrees
) -> NDArray[np.float64]:
    """Return the distances in km of points in decimal degrees, in the shape they broadcast to."""
    import numpy as np

    north, other_north = np.radians(lat), np.radians(other_lat)
    half = np.sin((other_north - north) / 2) ** 2 + (
        np.cos(north)
        * np.cos(other_north)
        * np.sin((np.radians(other_lon) - np.radians(lon)) / 2) ** 2
    )
    distances: NDArray[np.float64] = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
    return distances


def nearest(
    lat: NDArray[np.float64],
    lon: NDArray[np.float64],
    other_lat: NDArray[np.float64],
    other_lon: NDArray[np.float64],
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return for each point the place of the nearest other one, and its distance in km.

    Of several as near, the first. Points are arrays of one dimension, in decimal degrees.

    Raises:
        ValueError: there is no other point to be near to.
    """
    import numpy as np

    if not len(other_lat):
        raise ValueError("no other point to be near to")
    places = np.zeros(len(lat), dtype=np.int64)
    distances = np.zeros(len(lat), dtype=np.float64)
    step = max(1, _AT_ONCE // len(other_lat))
    for start in range(0, len(lat), step):
        part = slice(start, start + step)
        km = kilometres_between(lat[part, None], lon[part, None], other_lat, other_lon)
        places[part] = km.argmin(axis=1)
        distances[part] = km.min(axis=1)
    return places, distances
