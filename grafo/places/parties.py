"""Several places in one cell: "Dallas, Fort Worth", "Jalisco, Guadalajara", "Lyon et Grenoble".

What contains a place says where it is: "León, Guanajuato". A town that is merely near does
not: it may be a party of its own, and then no place of the cell is the answer alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, zip_longest

from grafo.places.entries import NameKind
from grafo.places.names import Named
from grafo.places.phrases import Shape
from grafo.places.place import Candidate, Match
from grafo.places.whereabouts import Nearness, Whereabouts

TWO_PLACES = "name:two-places"
_MOST_CANDIDATES = 8


def in_one_cell(
    hits: Named, qualifiers: tuple[Whereabouts, ...], shape: Shape
) -> tuple[Named, tuple[Whereabouts, ...]]:
    """Return what a name found, and what may vouch for it where both stand in one cell.

    A town in brackets is a landmark; behind a comma only for a village with namesakes. Of two
    divisions the first is not a town of the second that is at times called so too.
    """
    divisions = {
        each.place.id for each in hits.found if each.is_division and each.kind < NameKind.ALTERNATE
    }
    namesakes = len({each.place.id for each in hits.found}) > 1 and not divisions
    nearness: Nearness = "village" if namesakes else "no"
    if shape == "bracketed":
        nearness = "landmark"
    held = tuple(replace(each, nearness=nearness) for each in qualifiers)
    named = frozenset[str]().union(*(each.divisions for each in qualifiers))
    if divisions and named and not divisions & named:
        own = tuple(each for each in hits.found if each.kind < NameKind.ALTERNATE)
        hits = replace(hits, found=own)
    return hits, held


def two_places(match: Match, places: Sequence[Sequence[Candidate]]) -> Match:
    """Return a match that a person has to decide between the places of a cell, each in turn."""
    turns = filter(None, chain.from_iterable(zip_longest(*places)))
    shown = {each.place.id: each for each in reversed(list(turns))}
    candidates = tuple(reversed(shown.values()))[:_MOST_CANDIDATES]
    best = candidates[0]
    against = tuple(dict.fromkeys((TWO_PLACES, *match.against)))
    return Match(match.query, "ambiguous", None, best.score, best.evidence, against, candidates)
