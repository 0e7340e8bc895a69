"""Harmonic closeness estimated from some nodes, for networks too large to start from all."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from grafo.errors import UsageError
from grafo.language import say
from grafo.network.chance import shuffled
from grafo.network.closeness import harmonic
from grafo.network.links import Links
from grafo.network.paths import layers, sweeps


def harmonic_sampled(links: Links, samples: int, seed: int = 1) -> NDArray[np.float64]:
    """Return an estimate of `harmonic` from the distances of `samples` nodes, shape (n,).

    A distance is the same in both directions, so what one node is from all others tells of each
    of them. The nodes are drawn without replacement, all alike, so the mean of the estimates over
    all draws is the true value; with `samples` ≥ n it is exact. An estimate may pass 1 by
    chance. Takes time in proportion to samples × links. (D. Eppstein and J. Wang, "Fast
    approximation of centrality", 2004, for the mean distance.)

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
    drawn = np.sort(shuffled(links.n, seed)[:samples])
    if links.n < 2 or len(drawn) == links.n:
        return harmonic(links)
    near = np.zeros(links.n)
    for sources in sweeps(drawn, links.n):
        for distance, layer in enumerate(layers(links.binary, sources), start=1):
            near += np.bincount(layer.reached % links.n, minlength=links.n) / distance
    return near * (links.n / len(drawn)) / (links.n - 1)
