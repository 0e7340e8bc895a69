"""What tells two unknown places of one name apart, as the end of their ids."""

from __future__ import annotations

import re
from math import floor

from grafo.places.place import LEVELS, TOWN_LEVELS, PlaceQuery

_POINT = re.compile(r"-[ns]\d+[ew]\d+$")


def told_apart_by(query: PlaceQuery, said: str) -> tuple[str, ...]:
    """Return the parts of an id that a stated level and a stated point give.

    `said` is the level that the name itself says. A town by any word is a town. The point is
    given in tenths of degrees: two that share it are less than 16 km apart. An id follows from
    one row alone, so two measurements of one place can still fall on either side of a tenth;
    `grafo.loading.doubts` says so.
    """
    level = query.level if query.level in LEVELS else None
    same = level in {None, said} or {level, said} <= TOWN_LEVELS
    return ("" if same else level or "", _point(query.lat, query.lon))


def without_point(place_id: str) -> str:
    """Return an id without the point that it ends in.

    >>> without_point("slug-gb-wellington-n527w25")
    'slug-gb-wellington'
    """
    return _POINT.sub("", place_id)


def _point(lat: float | None, lon: float | None) -> str:
    if lat is None or lon is None or not (abs(lat) <= 90 and abs(lon) <= 180):
        return ""
    north, east = floor(lat * 10 + 0.5), floor(lon * 10 + 0.5)
    east = 1800 if east == -1800 else east
    return f"{'n' if north >= 0 else 's'}{abs(north)}{'e' if east >= 0 else 'w'}{abs(east)}"
