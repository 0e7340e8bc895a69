"""The parties of a load that no gazetteer knows, by name, with the known names nearest to each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from grafo.loading.report import UnmatchedName
from grafo.places import Candidate, PlaceQuery

# Looking for names like theirs takes a while; whoever has more misreads a column.
_MOST_NAMED = 50


def unmatched_names(
    unknown: Counter[PlaceQuery], most_alike: Callable[[PlaceQuery], Iterable[Candidate]]
) -> list[UnmatchedName]:
    """Return the most frequent of the names, each with how often it stands in the file."""
    return [
        UnmatchedName(query.name, query.country or "", count, _shown(most_alike(query)))
        for query, count in unknown.most_common(_MOST_NAMED)
    ]


def _shown(candidates: Iterable[Candidate]) -> list[str]:
    places = (each.place for each in candidates)
    return [f"{place.id} · {place.name}, {place.country}" for place in places]
