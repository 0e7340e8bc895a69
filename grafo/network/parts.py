"""The parts that a network falls into, and how groups of nodes are numbered."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from grafo.network.links import Links


def components(links: Links) -> NDArray[np.int64]:
    """Return the number of each node's connected component, shape (n,).

    0 is the largest; of two as large, the one with the smallest node comes first.
    """
    from scipy.sparse.csgraph import connected_components

    if not links.n:
        return np.zeros(0, dtype=np.int64)
    return by_size(connected_components(links.matrix, directed=False)[1])


def sizes(labels: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return how many nodes each group has, by its number."""
    return np.bincount(labels)


def by_size(labels: NDArray[np.integer]) -> NDArray[np.int64]:
    """Return the same groups, numbered from 0 by size, and by their smallest node where alike.

    >>> by_size(np.array([7, 3, 3, 9])).tolist()
    [1, 0, 0, 2]
    """
    _, first, group, count = np.unique(
        labels, return_index=True, return_inverse=True, return_counts=True
    )
    number = np.empty(len(count), dtype=np.int64)
    number[np.lexsort((first, -count))] = np.arange(len(count))
    return number[group]
