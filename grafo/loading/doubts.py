"""Unknown governments of a file that may be one: kept apart, and told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from grafo.language import say
from grafo.notes import Notes
from grafo.places import Place
from grafo.places.apart import without_point
from grafo.places.distance import kilometres

# Beyond it the points of one name speak of two places.
_NEAR_KM = 20.0


def note_doubts(places: Iterable[Place], notes: Notes) -> None:
    """Note names that stand with and without a point, or at points close to each other."""
    namesakes: defaultdict[str, list[Place]] = defaultdict(list)
    for place in places:
        if place.id.startswith("slug-"):
            namesakes[without_point(place.id)].append(place)
    for same in namesakes.values():
        doubtful = {
            place.id: place
            for pair in combinations(sorted(same, key=lambda each: each.id), 2)
            if _may_be_one(*pair)
            for place in pair
        }
        if doubtful:
            listed = ", ".join(doubtful)
            notes.add(
                say(
                    f"gobiernos que ningún catálogo tiene y que podrían ser uno: {listed}",
                    f"governments in no gazetteer that may be one: {listed}",
                ),
                count=len(doubtful),
            )


def _may_be_one(one: Place, other: Place) -> bool:
    if one.lat is None or other.lat is None:
        return True
    return kilometres(one.lat, one.lon, other.lat, other.lon) <= _NEAR_KM
