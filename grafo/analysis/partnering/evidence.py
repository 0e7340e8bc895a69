"""What the links say, computed once for all governments: the ground of every feature.

Nothing but the links given is looked at, so hidden ones cannot leak into a back-test.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grafo.analysis.partnering.traits import Traits
from grafo.network import Links

Floats = NDArray[np.float32]

_PRIOR = 5.0  # links that a country is credited with, spread like those of the whole world
_PEERS_PRIOR = 1.0  # weight of the national pattern beside that of the peers around
_OWN_PRIOR = 1.0  # weight of the own size beside the sizes of the partners


@dataclass(frozen=True, eq=False)
class Evidence:
    """Links between governments with the traits of these; node i is government i.

    Arrays are float32; `n` is the number of governments, `c` that of countries.
    """

    traits: Traits
    links: Links

    @cached_property
    def adjacency(self) -> Any:
        """Csr, n × n: 1 where two are linked."""
        return self.links.binary.astype(np.float32)

    @cached_property
    def degree(self) -> Floats:
        """Number of partners of each."""
        degree: Floats = np.diff(self.adjacency.indptr).astype(np.float32)
        return degree

    def weighted(self, power: float) -> Any:
        """Return the adjacency whose rows are multiplied by a power of the row's degree."""
        from scipy.sparse import diags_array

        return diags_array(powers(self.degree, power)).tocsr() @ self.adjacency

    @cached_property
    def halves(self) -> Any:
        """Csr: the adjacency, its rows divided by the square root of their degree."""
        return self.weighted(-0.5)

    @cached_property
    def steps(self) -> Any:
        """Csr: the probability of a random step to the row from the column."""
        return self.weighted(-1.0).T.tocsr()

    @cached_property
    def selective(self) -> Any:
        """Csr: the adjacency, its rows divided by the logarithm of their degree."""
        from scipy.sparse import diags_array

        logs = np.log(np.maximum(self.degree, 2))
        return diags_array((1 / logs).astype(np.float32)).tocsr() @ self.adjacency

    @cached_property
    def by_country(self) -> Floats:
        """Shape (n, c): how many partners each has in each country."""
        from scipy.sparse import csr_array

        n, country = self.traits.n, self.traits.country
        ones = np.ones(n, dtype=np.float32)
        shape = (n, len(self.traits.countries))
        belongs = csr_array((ones, (np.arange(n), country)), shape=shape)
        counted: Floats = (self.adjacency @ belongs).toarray()
        return counted

    @cached_property
    def between(self) -> Floats:
        """Shape (c, c): links between countries; those within one count twice."""
        counted = np.zeros((len(self.traits.countries),) * 2, dtype=np.float32)
        np.add.at(counted, self.traits.country, self.by_country)
        return counted

    @cached_property
    def expected(self) -> Floats:
        """Shape (c, c): row i is how the links of country i spread over countries, smoothed."""
        totals = self.between.sum(axis=1)
        world = totals / max(float(totals.sum()), 1.0)
        spread: Floats = (self.between + _PRIOR * world) / (totals[:, None] + _PRIOR)
        return np.maximum(spread, 1e-9).astype(np.float32)

    @cached_property
    def affinity(self) -> Floats:
        """Shape (c, c): log of how many times more often than by chance two countries link."""
        totals = self.between.sum(axis=1)
        by_chance = (totals + 1) / (totals.sum() + len(totals))
        affinity: Floats = np.log(self.expected / by_chance).astype(np.float32)
        return affinity

    @cached_property
    def lean(self) -> Floats:
        """Shape (n, c): log of how much more than their country the peers around link there."""
        from scipy.sparse import csr_array

        peers = self.traits.region
        national = self.expected[self.traits.country]
        seen = (peers @ csr_array(self.by_country)).toarray() + _PEERS_PRIOR * national
        total = peers @ self.degree + _PEERS_PRIOR
        lean: Floats = np.log(seen / (total[:, None] * national)).astype(np.float32)
        return lean

    @cached_property
    def partner_size(self) -> Floats:
        """The mean size (log10 of inhabitants) of the partners, drawn towards the own."""
        sized = self.traits.sized.astype(np.float32)
        total = self.adjacency @ (self.traits.size * sized) + _OWN_PRIOR * self.traits.size
        mean: Floats = (total / (self.adjacency @ sized + _OWN_PRIOR)).astype(np.float32)
        return mean

    @cached_property
    def partner_degree(self) -> Floats:
        """The mean log of the number of partners that the partners have, drawn to that of all."""
        logs = np.log(np.maximum(self.degree, 1))
        usual = float(logs[self.degree > 0].mean()) if self.links.m else 0.0
        mean: Floats = ((self.adjacency @ logs + usual) / (self.degree + 1)).astype(np.float32)
        return mean

    @cached_property
    def neighbours_back(self) -> Any:
        """Csr: whose near peer each is, for products from the left."""
        return self.traits.neighbours.T.tocsr()

    @cached_property
    def region_back(self) -> Any:
        """Csr: the same for the wider circle of peers."""
        return self.traits.region.T.tocsr()

    @cached_property
    def neighbours_degree(self) -> Floats:
        """How many partners the near peers have, by their weight."""
        total: Floats = self.traits.neighbours @ self.degree
        return total


def powers(degree: Floats, power: float) -> Floats:
    """Return a power of each degree, 0 where there is no partner."""
    return np.where(degree > 0, np.maximum(degree, 1) ** power, 0).astype(np.float32)
