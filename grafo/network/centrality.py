"""Degree and PageRank, the centralities that need no paths."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from grafo.errors import UsageError
from grafo.language import say
from grafo.network.links import Links


def degree(links: Links) -> NDArray[np.int64]:
    """Return how many others each node is linked to, shape (n,). Weights do not count."""
    return np.bincount(links.one, minlength=links.n) + np.bincount(links.other, minlength=links.n)


def weighted_degree(links: Links) -> NDArray[np.float64]:
    """Return the sum of the weights of each node's links, shape (n,)."""
    sums = [
        np.bincount(end, weights=links.weight, minlength=links.n)
        for end in (links.one, links.other)
    ]
    return np.asarray(sums[0] + sums[1], dtype=np.float64)


def pagerank(links: Links, damping: float = 0.85, tolerance: float = 1e-10) -> NDArray[np.float64]:
    """Return how often a walker that follows links by their weight is at each node, shape (n,).

    With probability 1 − `damping`, and always at a node without links, the walker goes on from
    any node. The values add up to 1, and are within tolerance · damping / (1 − damping) of the
    true ones, added up over all nodes.

    Raises:
        UsageError: `damping` is not in [0, 1) or `tolerance` is not positive.
    """
    if not 0 <= damping < 1 or not tolerance > 0:
        raise UsageError(
            say(
                f"PageRank necesita 0 ≤ amortiguación < 1 y tolerancia > 0, no {damping} "
                f"y {tolerance}",
                f"PageRank needs 0 ≤ damping < 1 and tolerance > 0, not {damping} and {tolerance}",
            )
        )
    if not links.n:
        return np.zeros(0)
    steps = _steps(links)
    lone = np.flatnonzero(degree(links) == 0)
    rank = np.full(links.n, 1 / links.n)
    # Each round brings the ranks nearer by the factor `damping`, so this many are enough.
    rounds = math.ceil(math.log(tolerance / 2, damping)) if damping > 0 and tolerance < 2 else 1
    for _ in range(max(rounds, 1)):
        before = rank
        rank = damping * (steps @ before)
        rank += (damping * before[lone].sum() + 1 - damping) / links.n
        if np.abs(rank - before).sum() < tolerance:
            break
    return np.asarray(rank / rank.sum(), dtype=np.float64)


def _steps(links: Links) -> object:
    """Return the probabilities of a step, a scipy csr matrix: to its row from its column."""
    from scipy.sparse import csr_array

    csr = links.matrix
    # Weight by weight, as the inverse of a very small sum would be infinite.
    share = csr.data / weighted_degree(links)[csr.indices]
    return csr_array((share, csr.indices, csr.indptr), csr.shape)
