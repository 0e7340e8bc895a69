"""Where the measures of a network are computed: here, or in Neo4j's Graph Data Science.

An analysis that measures takes an `Engine` as its keyword argument `compute`; without one it
computes here. Both give the same centralities; communities come from algorithms that differ, and
so may they, at their edges.
"""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from grafo.analysis.registry import Analysis
from grafo.errors import UsageError
from grafo.language import say
from grafo.model import Bilingual
from grafo.network import (
    Links,
    betweenness,
    betweenness_sampled,
    communities,
    core_numbers,
    harmonic,
    pagerank,
)
from grafo.network.closeness_sampled import harmonic_sampled

if TYPE_CHECKING:
    from grafo.store import Store

EngineName = Literal["local", "gds"]


@dataclass(frozen=True, slots=True)
class Centralities:
    """How central each node is; arrays of shape (n,).

    Attributes:
        pagerank: weighted by agreements; adds up to 1.
        betweenness: share of the shortest paths between two others that pass through, 0 to 1.
        closeness: harmonic: mean of 1/distance to the others, 0 to 1.
        core: the largest k of a k-core that holds the node.
    """

    pagerank: NDArray[np.float64]
    betweenness: NDArray[np.float64]
    closeness: NDArray[np.float64]
    core: NDArray[np.int64]


class Engine(Protocol):
    """Computes on undirected links.

    Notes call it `name`, and the algorithm of its communities `algorithm`.
    """

    @property
    def name(self) -> Bilingual: ...

    @property
    def algorithm(self) -> str: ...

    def centralities(self, links: Links, *, samples: int | None, seed: int) -> Centralities:
        """Return all centralities; those of paths from `samples` seeded nodes, None for all."""
        ...

    def communities(self, links: Links, *, resolution: float, seed: int) -> NDArray[np.int64]:
        """Return a number for each node's community, by modularity weighted by agreements."""
        ...


class Local:
    """Computes in this process."""

    @property
    def name(self) -> Bilingual:
        """What notes call it."""
        return Bilingual(es="calculadas aquí", en="computed here")

    @property
    def algorithm(self) -> str:
        """The algorithm of its communities."""
        return "Leiden"

    def centralities(self, links: Links, *, samples: int | None, seed: int) -> Centralities:
        """Return all centralities; those of paths from `samples` seeded nodes, None for all."""
        if samples is None:
            between, near = betweenness(links), harmonic(links)
        else:
            between = betweenness_sampled(links, samples, seed)
            near = harmonic_sampled(links, samples, seed)
        return Centralities(pagerank(links), between, near, core_numbers(links))

    def communities(self, links: Links, *, resolution: float, seed: int) -> NDArray[np.int64]:
        """Return a number for each node's community (Leiden, weighted by agreements)."""
        return communities(links, seed, resolution)


def chosen_engine(engine: EngineName, wanted: Analysis, store: Store) -> dict[str, Any]:
    """Return what to pass to an analysis, beside its parameters, for an engine.

    Raises:
        UsageError: the analysis measures nothing that Graph Data Science could, or the store is
            the embedded engine.
        StoreError: the server has no Graph Data Science.
    """
    if engine == "local":
        return {}
    if "compute" not in inspect.signature(wanted.run).parameters:
        raise UsageError(
            say(
                f"el análisis {wanted.name!r} sólo se calcula aquí",
                f"the analysis {wanted.name!r} is only computed here",
            ),
            hint=say("Quite --engine gds.", "Leave out --engine gds."),
        )
    from grafo.analysis.gds import GraphDataScience
    from grafo.store.gds import check_gds

    check_gds(store)
    return {"compute": GraphDataScience(store)}
