"""First positions: the two main directions of the distances to a few far-apart nodes.

A force-directed drawing keeps the shape it starts from; one that starts at random is often
knotted. After U. Brandes and C. Pich, "Eigensolver Methods for Progressive Multidimensional
Scaling of Large Data", Graph Drawing 2006.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

_PIVOTS = 30


def starting_positions(adjacency: Any, seed: int) -> NDArray[np.float64]:
    """Return positions of the nodes of a connected network, shape (n, 2), within about [-1, 1].

    Args:
        adjacency: scipy sparse matrix, symmetric, n × n, connected.
    """
    from scipy.sparse.csgraph import dijkstra

    n = adjacency.shape[0]
    pivot = int(np.diff(adjacency.indptr).argmax())
    distances: list[NDArray[np.float64]] = []
    nearest = np.full(n, np.inf)
    for _ in range(min(_PIVOTS, n)):
        hops = dijkstra(adjacency, indices=pivot, unweighted=True)
        distances.append(hops)
        nearest = np.minimum(nearest, hops)
        pivot = int(nearest.argmax())  # the node farthest from all pivots so far
    table = np.stack(distances, axis=1)
    table -= table.mean(axis=0)
    _, directions = np.linalg.eigh(table.T @ table)  # the largest eigenvalues come last
    flat = np.zeros((n, 2))
    flat[:, : min(2, table.shape[1])] = table @ directions[:, :-3:-1]
    # An eigenvector may come with either sign.
    flat *= np.where(flat[np.abs(flat).argmax(axis=0), (0, 1)] < 0, -1, 1)
    reach = np.abs(flat).max()
    # The noise parts nodes that are at the same distance from everything, such as leaves.
    noise = np.random.default_rng(seed).normal(0, 0.02, (n, 2))
    return flat / (reach if reach > 0 else 1) + noise
