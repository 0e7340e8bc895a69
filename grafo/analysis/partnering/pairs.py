"""A block of governments against all: what is computed for the pairs, once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from grafo.analysis.partnering.evidence import Evidence, Floats
from grafo.analysis.partnering.features import features
from grafo.analysis.partnering.shared import Shared, shared
from grafo.analysis.partnering.weights import Table

AT_ONCE = 64  # governments in a block: about 150 MB of features for 15,000 candidates


@dataclass(frozen=True, eq=False)
class Pairs:
    """The pairs of some governments (`askers`, int64, shape (b,)) with all n governments."""

    evidence: Evidence
    askers: NDArray[np.int64]

    @cached_property
    def shared(self) -> Shared:
        """What the two of each pair share in the network."""
        return shared(self.evidence, self.askers)

    @cached_property
    def features(self) -> dict[str, Floats]:
        """Each feature by name, shape (b, n)."""
        return features(self.evidence, self.askers, self.shared)

    def score(self, weights: Table) -> Floats:
        """Return the weighted sum of the features, shape (b, n)."""
        sharing = self._sum(weights.sharing)
        apart = sharing if weights.apart is weights.sharing else self._sum(weights.apart)
        return np.where(self.shared.common > 0, sharing, apart)

    def _sum(self, weights: Mapping[str, float]) -> Floats:
        total = np.zeros((len(self.askers), self.evidence.traits.n), dtype=np.float32)
        for name, weight in weights.items():
            if weight:
                total += np.float32(weight) * self.features[name]
        return total

    def strangers(self, row: int) -> NDArray[np.bool_]:
        """Return who is connected, is not the asker of the row, and is no partner of it."""
        adjacency, asker = self.evidence.adjacency, self.askers[row]
        found = self.evidence.degree > 0
        found[asker] = False
        found[adjacency.indices[adjacency.indptr[asker] : adjacency.indptr[asker + 1]]] = False
        return found


def in_blocks(evidence: Evidence, askers: NDArray[np.int64]) -> Iterator[Pairs]:
    """Yield the pairs of many governments, a block at a time."""
    for start in range(0, len(askers), AT_ONCE):
        yield Pairs(evidence, askers[start : start + AT_ONCE])
