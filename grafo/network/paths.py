"""Shortest paths, breadth first from many sources at once.

Python's cost is per call of numpy, so several sources are followed in one sweep: node v as seen
from the i-th source has the number i · n + v. The work is that of the links passed, whatever
the longest path is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

# Nodes that one sweep follows over all its sources: measured; fewer spend their time in calls,
# more leave the processor's cache.
_SWEEP = 65_536


class Layer(NamedTuple):
    """The links that lead from nodes at one distance to nodes at the next.

    Attributes:
        tail, head: the ends of each link, numbered as the module says.
        reached: the distinct heads.
    """

    tail: NDArray[np.intp]
    head: NDArray[np.intp]
    reached: NDArray[np.intp]


def sweeps(sources: NDArray[np.intp], n: int) -> Iterator[NDArray[np.intp]]:
    """Cut the sources of a network of n nodes into those that are followed together."""
    together = max(1, _SWEEP // max(n, 1))
    for start in range(0, len(sources), together):
        yield sources[start : start + together]


def neighbours(graph: Any, nodes: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the neighbours of each node in turn, in one array, and how many each has."""
    starts = graph.indptr[nodes].astype(np.intp)
    counts = graph.indptr[nodes + 1] - starts
    ends = np.cumsum(counts)
    places = np.repeat(starts - (ends - counts), counts)
    places += np.arange(len(places))
    return graph.indices[places].astype(np.intp), counts


def layers(graph: Any, sources: NDArray[np.intp]) -> Iterator[Layer]:
    """Yield the layers at distance 1, 2, … of the sources, until no source reaches further.

    Args:
        graph: a symmetric scipy csr matrix, n × n, without a diagonal.
        sources: nodes, one sweep of them.
    """
    n = graph.shape[0]
    front = np.arange(len(sources)) * n + sources
    seen = np.zeros(n * len(sources), dtype=bool)
    seen[front] = True
    slot = np.empty(len(seen), dtype=np.intp)
    while True:
        node = front % n
        head, counts = neighbours(graph, node)
        head += np.repeat(front - node, counts)
        new = np.flatnonzero(~seen[head])
        if not len(new):
            return
        head, tail = head[new], np.repeat(front, counts)[new]
        # Each head once: of those that wrote to the same slot, the last one stands in it.
        place = np.arange(len(head))
        slot[head] = place
        front = head[slot[head] == place]
        seen[front] = True
        yield Layer(tail, head, front)
