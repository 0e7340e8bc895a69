"""Partners in common, and the ways through partners of partners.

Sources: L. Adamic and E. Adar, "Friends and neighbors on the Web", 2003; paths of three steps
as I. A. Kovács and others weigh them, "Network-based prediction of protein interactions", 2019;
random walk with restart: G. Jeh and J. Widom, "Scaling personalized Web search", 2003.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from grafo.analysis.partnering.evidence import Evidence, Floats

_FOLLOWED = 0.85  # chance that the walker goes on rather than back to the start
_STEPS = 12


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """For a block of governments (rows) and all others (columns), float32, shape (b, n).

    Attributes:
        common: partners in common.
        adamic_adar: the same, each by the inverse of the log of how many partners it has.
        paths: paths of three steps, by the inverse square roots of the degrees on the way.
        walk: how often a walker comes by who starts at the row and follows links at random.
    """

    common: Floats
    adamic_adar: Floats
    paths: Floats
    walk: Floats


def shared(evidence: Evidence, block: NDArray[np.int64]) -> Shared:
    """Return what each government of a block shares with every other."""
    partners = evidence.adjacency[block]
    return Shared(
        common=(partners @ evidence.adjacency).toarray(),
        adamic_adar=(partners @ evidence.selective).toarray(),
        paths=(partners @ evidence.halves @ evidence.halves).toarray(),
        walk=_walk(evidence, block),
    )


def _walk(evidence: Evidence, block: NDArray[np.int64]) -> Floats:
    here = np.zeros((evidence.traits.n, len(block)), dtype=np.float32)
    here[block, np.arange(len(block))] = 1 - _FOLLOWED
    visits = here.copy()
    for _ in range(_STEPS):
        here = np.float32(_FOLLOWED) * (evidence.steps @ here)
        visits += here
    return visits.T
