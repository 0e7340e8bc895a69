"""Harmonic closeness: how near a node is to all others."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from grafo.network.leaves import trim
from grafo.network.links import Links
from grafo.network.paths import layers, sweeps


def harmonic(links: Links) -> NDArray[np.float64]:
    """Return the mean of 1/distance to all other nodes, shape (n,), 0 to 1. Exact.

    Distance counts links; weights do not count, as more agreements make a partner no nearer.
    A node that cannot be reached is infinitely far and adds 0, so that nodes of different
    components compare. networkx's `harmonic_centrality` is this times n − 1. Takes time in
    proportion to nodes × links.
    """
    if links.n < 2:
        return np.zeros(links.n)
    trimmed = trim(links)
    inner, leaves = trimmed.links, trimmed.leaves
    total = leaves.astype(np.float64)  # its own leaves are at distance 1
    # A leaf is one further than its holder from all, but for the holder and its other leaves.
    of_leaf = 1 + (leaves - 1) / 2
    everywhere = np.arange(inner.n)
    graph = inner.binary
    for sources in sweeps(everywhere, inner.n):
        for distance, layer in enumerate(layers(graph, sources), start=1):
            source, node = np.divmod(layer.reached, inner.n)
            nodes = np.bincount(source, minlength=len(sources))
            hanging = np.bincount(source, weights=leaves[node], minlength=len(sources))
            total[sources] += nodes / distance + hanging / (distance + 1)
            of_leaf[sources] += nodes / (distance + 1) + hanging / (distance + 2)
    found = np.where(trimmed.leaf, of_leaf[trimmed.holder], total[trimmed.holder])
    return np.asarray(found / (links.n - 1), dtype=np.float64)
