"""How deep in the network a node stands: its core number."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from grafo.network.centrality import degree
from grafo.network.links import Links
from grafo.network.paths import neighbours


def core_numbers(links: Links) -> NDArray[np.int64]:
    """Return, for each node, the largest k of a k-core that holds it, shape (n,).

    A k-core is what is left when all nodes with fewer than k links are taken away, and those
    that then have fewer, and so on. Weights do not count.
    """
    left = degree(links)
    core = np.zeros(links.n, dtype=np.int64)
    inside = np.ones(links.n, dtype=bool)
    graph = links.binary
    waiting = np.arange(links.n)
    while len(waiting):
        k = left[waiting].min()
        going = waiting[left[waiting] <= k]
        while len(going):
            core[going] = k
            inside[going] = False
            beside, _ = neighbours(graph, going)
            beside = beside[inside[beside]]
            np.subtract.at(left, beside, 1)
            going = np.unique(beside[left[beside] <= k])
        waiting = waiting[inside[waiting]]
    return core
