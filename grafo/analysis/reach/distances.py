"""How far the counterparts abroad are from a country's representations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from grafo.analysis.reach.posts import is_located
from grafo.analysis.snapshot import Government, Representation
from grafo.sphere import kilometres_between, nearest


@dataclass(frozen=True, slots=True)
class Near:
    """The representation nearest to a place, and how far it is in km."""

    post: Representation
    km: float


def nearest_posts(
    governments: Sequence[Government], posts: Sequence[Representation]
) -> dict[str, Near]:
    """Return for each government with coordinates, by id, the nearest of the representations.

    By great circle, whatever borders lie between; of two as near, the first given. Governments
    and representations without coordinates are passed over.
    """
    located = [government for government in governments if is_located(government)]
    there = [post for post in posts if is_located(post)]
    if not located or not there:
        return {}
    places, km = nearest(*_points(located), *_points(there))
    return {
        government.id: Near(there[place], distance)
        for government, place, distance in zip(located, places.tolist(), km.tolist(), strict=True)
    }


def within_reach(
    governments: Sequence[Government], posts: Sequence[Representation], km: float
) -> dict[str, list[Government]]:
    """Return for each representation with coordinates, by id, the governments up to `km` away."""
    located = [government for government in governments if is_located(government)]
    lat, lon = _points(located)
    reach: dict[str, list[Government]] = {}
    for post in posts:
        if post.lat is not None and post.lon is not None:
            near = np.flatnonzero(kilometres_between(post.lat, post.lon, lat, lon) <= km)
            reach[post.id] = [located[place] for place in near.tolist()]
    return reach


def _points(places: Sequence[Government | Representation]) -> tuple[Any, Any]:
    return (
        np.array([place.lat for place in places], dtype=np.float64),
        np.array([place.lon for place in places], dtype=np.float64),
    )
