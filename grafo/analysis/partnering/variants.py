"""Governments that are in the graph twice under two spellings, as far as that shows.

If one of the two carries a hidden link and the other the same link in sight, the back-test would
be told the answer. So they count as one there, and only there: a graph is mended by `review`.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from grafo.analysis.snapshot import Government, Snapshot
from grafo.network import Links
from grafo.places.distance import kilometres
from grafo.text import fold

_ALIKE = 90.0  # of 100
_NEAR_KM = 30.0


def spelling_variants(snapshot: Snapshot) -> list[tuple[int, int]]:
    """Return pairs of governments of one country with a partner in common and names alike.

    Two whose places are both known must lie near each other. Pairs are in order, smaller first.
    """
    governments, matrix = snapshot.governments, snapshot.links.binary
    found: set[tuple[int, int]] = set()
    for node in range(len(governments)):
        partners = matrix.indices[matrix.indptr[node] : matrix.indptr[node + 1]].tolist()
        by_country: dict[tuple[str, str], list[int]] = defaultdict(list)
        for partner in sorted(partners):
            by_country[governments[partner].country, governments[partner].level].append(partner)
        for same in by_country.values():
            found.update(
                pair
                for pair in combinations(same, 2)
                if _alike(governments[pair[0]], governments[pair[1]])
            )
    return sorted(found)


def merged(links: Links, variants: list[tuple[int, int]]) -> tuple[Links, NDArray[np.int64]]:
    """Return the links with each pair of variants as one node, and the node each became."""
    stands = np.arange(links.n, dtype=np.int64)
    for one, other in variants:
        stands[stands == stands[other]] = stands[one]
    return Links.of(links.n, stands[links.one], stands[links.other], links.weight), stands


def _alike(one: Government, other: Government) -> bool:
    if fuzz.token_sort_ratio(fold(one.name), fold(other.name)) < _ALIKE:
        return False
    km = kilometres(one.lat, one.lon, other.lat, other.lon)
    return km <= _NEAR_KM or km == float("inf")
