"""Betweenness: how many shortest paths between others pass through a node.

Brandes' algorithm (2001): from each source breadth first, counting shortest paths, and back
again, handing each node's share of the paths on to the nodes before it. Weights do not count:
a distance is a number of links, as more agreements make a partner no nearer.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from grafo.errors import UsageError
from grafo.language import say
from grafo.network.chance import shuffled
from grafo.network.leaves import Trimmed, trim
from grafo.network.links import Links
from grafo.network.parts import components, sizes
from grafo.network.paths import Layer, layers, sweeps

_MANY_PATHS = 2.0**960  # beyond, the next layer's counts might be more than a float can hold


def betweenness(links: Links) -> NDArray[np.float64]:
    """Return the share of shortest paths between two others through each node, shape (n,).

    Of each pair of other nodes the share of its shortest paths that pass through, as a mean
    over all pairs, 0 to 1; a pair that is not connected adds 0. Exact, and what networkx's
    `betweenness_centrality` answers with its defaults. Takes time in proportion to
    nodes × links.
    """
    if links.n < 3:
        return np.zeros(links.n)
    trimmed = trim(links)
    # Who starts at a leaf starts at its holder: each holder is a source for itself and for them.
    return _betweenness(links, trimmed, 1 + trimmed.leaves, trimmed.leaves)


def betweenness_sampled(links: Links, samples: int, seed: int = 1) -> NDArray[np.float64]:
    """Return an estimate of `betweenness` from the paths of `samples` nodes, shape (n,).

    The sources are drawn without replacement, all nodes alike, so the mean of the estimates
    over all draws is the true value; with `samples` ≥ n it is exact. Takes time in proportion to
    samples × links. The same `seed`, 0 to 2³² − 1, draws the same sources.

    Raises:
        UsageError: `samples` is less than 1, or the seed out of its range.
    """
    if samples < 1:
        raise UsageError(
            say(
                f"la muestra de nodos debe ser al menos de 1, no de {samples}",
                f"the sample of nodes must be 1 at least, not {samples}",
            )
        )
    drawn = shuffled(links.n, seed)[:samples]
    if links.n < 3:
        return np.zeros(links.n)
    trimmed = trim(links)
    times = np.bincount(trimmed.holder[drawn], minlength=trimmed.links.n)
    from_leaves = np.bincount(trimmed.holder[drawn[trimmed.leaf[drawn]]], minlength=trimmed.links.n)
    return _betweenness(links, trimmed, times, from_leaves) * (links.n / len(drawn))


def _betweenness(
    links: Links, trimmed: Trimmed, times: NDArray[np.int64], from_leaves: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Return the share of all ordered pairs whose path starts at one of the sources.

    `times` says how often each inner node is a source, for itself or for a leaf of its own;
    `from_leaves`, how often for a leaf: then all paths but that to itself pass through it.
    """
    component = components(links)
    reachable = sizes(component)[component][trimmed.kept]
    through = from_leaves * np.maximum(reachable - 2.0, 0.0)
    for sources in sweeps(np.flatnonzero(times), trimmed.links.n):
        passing = _passing(trimmed.links.binary, sources, trimmed.leaves)
        through += (times[sources, np.newaxis] * passing).sum(axis=0)
    found = np.zeros(links.n)
    found[trimmed.kept] = through / ((links.n - 1.0) * (links.n - 2.0))
    return found


def _passing(
    graph: Any, sources: NDArray[np.intp], leaves: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Return how many paths from each source pass through each node, shape (sources, n).

    Of the paths to one node, all that are shortest count 1 together.
    """
    n = len(leaves)
    every = list(layers(graph, sources))
    ends = np.tile(leaves + 1.0, len(sources))  # where paths end: each node and its leaves
    beyond = np.zeros(n * len(sources))
    for layer, share in zip(reversed(every), reversed(_shares(every, sources, n)), strict=True):
        ahead = ends[layer.head] + beyond[layer.head]
        np.add.at(beyond, layer.tail, share * ahead)
    passing = np.zeros(n * len(sources))
    for layer in every:
        passing[layer.reached] = beyond[layer.reached] + leaves[layer.reached % n]
    return passing.reshape(len(sources), n)


def _shares(every: list[Layer], sources: NDArray[np.intp], n: int) -> list[NDArray[np.float64]]:
    """Return, for the links of each layer, which part of the paths to their head they carry."""
    paths: NDArray[Any] = np.zeros(n * len(sources))
    paths[np.arange(len(sources)) * n + sources] = 1
    shares = []
    for tail, head, reached in every:
        np.add.at(paths, head, paths[tail])
        shares.append((paths[tail] / paths[head]).astype(np.float64))
        if paths.dtype != object and paths[reached].max() > _MANY_PATHS:
            # Slow, and only in networks like a chain of a thousand diamonds.
            whole = np.zeros(len(paths), dtype=object)
            whole[reached] = [int(count) for count in paths[reached]]
            paths = whole
    return shares
