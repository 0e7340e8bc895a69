"""Communities: groups of nodes with more links among them than chance would give."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from grafo.errors import UsageError
from grafo.language import say
from grafo.network.centrality import weighted_degree
from grafo.network.chance import checked_seed, shuffled
from grafo.network.leiden import leiden
from grafo.network.links import Links
from grafo.network.parts import by_size, components

# A small network is grouped several times over, from different orders of its nodes, and the best
# grouping is kept: as many times as its links go into this number.
_LINKS_TRIED = 20_000
_MOST_TRIES = 10


def communities(links: Links, seed: int = 1, resolution: float = 1.0) -> NDArray[np.int64]:
    """Return the number of each node's community, shape (n,), by weighted modularity.

    By the Leiden algorithm (Traag, Waltman and van Eck, 2019). 0 is the largest; of two as
    large, the one with the smallest node comes first. Every community is connected, and a node
    without links is one of its own. The same links and seed, 0 to 2³² − 1, give the same
    communities, however many processors there are. A `resolution` over 1 makes smaller
    communities, under 1 larger ones.

    Raises:
        UsageError: the seed or the resolution is out of range, or NetworKit is missing.
    """
    if not (resolution > 0 and math.isfinite(resolution)):
        raise UsageError(
            say(
                f"la resolución debe ser positiva, no {resolution}",
                f"the resolution must be positive, not {resolution}",
            )
        )
    checked_seed(seed)
    if not links.m:
        return np.arange(links.n)
    tries = min(max(_LINKS_TRIED // links.m, 1), _MOST_TRIES)
    found = [
        _connected(links, leiden(links, shuffled(links.n, seed, attempt), resolution))
        for attempt in range(tries)
    ]
    return max(found, key=lambda labels: modularity(links, labels, resolution) or 0.0)


def _connected(links: Links, group: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the connected parts of groups, which Leiden promises but for rounding errors."""
    within = group[links.one] == group[links.other]
    return components(Links(links.n, links.one[within], links.other[within], links.weight[within]))


def modularity(links: Links, labels: NDArray[np.integer], resolution: float = 1.0) -> float | None:
    """Return the weighted modularity (Newman, 2004) of groups; None without any link.

    `labels` has the group of each node, shape (n,). The result, −1/2 to 1 at resolution 1, is
    the share of the links' weight that is within groups, less `resolution` times the share that
    chance would put there.

    Raises:
        UsageError: `labels` has another length.
    """
    labels = np.asarray(labels)
    if labels.shape != (links.n,):
        raise UsageError(
            say(
                f"hay {links.n} nodos y grupos para {labels.shape}",
                f"there are {links.n} nodes and groups for {labels.shape}",
            )
        )
    if not links.m:
        return None
    total = links.weight.sum()
    within = links.weight[labels[links.one] == labels[links.other]].sum() / total
    held = np.bincount(by_size(labels), weights=weighted_degree(links) / total) / 2
    return float(within - resolution * (held**2).sum())
