"""The measures of a network, computed by Graph Data Science on a Neo4j server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from grafo.analysis.engine import Centralities
from grafo.errors import UsageError
from grafo.language import say
from grafo.model import Bilingual
from grafo.network import Links, by_size, components
from grafo.network.chance import shuffled
from grafo.store.gds import Projection, project

if TYPE_CHECKING:
    from grafo.store import Store

_DAMPING = 0.85
# Of a single score, which are about 1 before they are scaled: the sum is off by some 10⁻⁸ at most.
_TOLERANCE = 1e-10
_ROUNDS = 1000


class GraphDataScience:
    """Computes on the server of a store; the network is sent there for each call."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def name(self) -> Bilingual:
        """What notes call it."""
        return Bilingual(
            es="calculadas en Graph Data Science de Neo4j",
            en="computed in Neo4j's Graph Data Science",
        )

    @property
    def algorithm(self) -> str:
        """The algorithm of its communities."""
        return "Louvain"

    def centralities(self, links: Links, *, samples: int | None, seed: int) -> Centralities:
        """Return all centralities; betweenness from `samples` seeded nodes, None for all.

        Closeness is exact in any case. Scaled as `grafo.network` does: PageRank adds up to 1,
        betweenness is a share of the pairs of other nodes.

        Raises:
            UsageError: the store is the embedded engine.
            StoreError: the server has no Graph Data Science, or failed.
        """
        if not links.m:
            alone, nothing = np.full(links.n, 1 / max(links.n, 1)), np.zeros(links.n)
            return Centralities(alone, nothing, nothing, np.zeros(links.n, dtype=np.int64))
        sampled = (
            {}
            if samples is None
            else {"samplingSize": min(samples, links.n), "samplingSeed": seed, "concurrency": 1}
        )
        with self._projected(links) as projection:
            rank = projection.values(
                "pageRank",
                dampingFactor=_DAMPING,
                tolerance=_TOLERANCE,
                maxIterations=_ROUNDS,
                relationshipWeightProperty="weight",
            )
            between = projection.values("betweenness", **sampled)
            near = projection.values("closeness.harmonic")
            core = projection.values("kcore")
        return Centralities(
            np.asarray(rank) / np.sum(rank),
            np.asarray(between) * _scale(links.n, samples),
            np.asarray(near, dtype=np.float64),
            np.asarray(core, dtype=np.int64),
        )

    def communities(self, links: Links, *, resolution: float, seed: int) -> NDArray[np.int64]:
        """Return a number for each node's community (Louvain, weighted by agreements).

        Not Leiden: on the same network, seed and single thread, that of Graph Data Science
        2.13 answers otherwise from call to call. Louvain does not, and goes through the nodes in
        an order that the seed decides here. What it leaves unconnected counts as apart.

        Raises:
            UsageError: the store is the embedded engine, or the resolution is not 1, which
                Louvain has no setting for there.
            StoreError: the server has no Graph Data Science, or failed.
        """
        if resolution != 1:
            raise UsageError(
                say(
                    "Graph Data Science calcula comunidades sólo con resolución 1, no "
                    f"{resolution:g}",
                    f"Graph Data Science finds communities at resolution 1 only, not "
                    f"{resolution:g}",
                ),
                hint=say("Quite --engine gds.", "Leave out --engine gds."),
            )
        if not links.m:
            return np.arange(links.n)
        number = np.argsort(shuffled(links.n, seed))
        renumbered = Links.of(links.n, number[links.one], number[links.other], links.weight)
        with self._projected(renumbered) as projection:
            found = projection.values("louvain", concurrency=1, relationshipWeightProperty="weight")
        label = np.asarray(found, dtype=np.int64)[number]
        within = label[links.one] == label[links.other]
        return components(
            Links.of(links.n, links.one[within], links.other[within], links.weight[within])
        )

    def components(self, links: Links) -> NDArray[np.int64]:
        """Return the number of each node's connected component; 0 is the largest.

        Raises:
            UsageError: the store is the embedded engine.
            StoreError: the server has no Graph Data Science, or failed.
        """
        if not links.n:
            return np.zeros(0, dtype=np.int64)
        with self._projected(links) as projection:
            return by_size(np.asarray(projection.values("wcc"), dtype=np.int64))

    @contextmanager
    def _projected(self, links: Links) -> Iterator[Projection]:
        with project(
            self._store, links.n, links.one.tolist(), links.other.tolist(), links.weight.tolist()
        ) as projection:
            yield projection


def _scale(n: int, samples: int | None) -> float:
    """Return what turns a count of pairs, each once, into a share of the pairs of others."""
    if n < 3:
        return 0.0
    return 2 / ((n - 1) * (n - 2)) * (1.0 if samples is None else n / min(samples, n))
