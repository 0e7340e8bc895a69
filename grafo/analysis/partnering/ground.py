"""The graph as suggestions need it: evidence, themes and representations, each made once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grafo.analysis.partnering.evidence import Evidence
from grafo.analysis.partnering.traits import Traits
from grafo.analysis.reach.distances import Near, nearest_posts
from grafo.analysis.reach.posts import posts_of
from grafo.analysis.snapshot import Snapshot


@dataclass(frozen=True, eq=False)
class Ground:
    """A snapshot with what follows from it; governments go by their place in it."""

    snapshot: Snapshot
    _posts: dict[str, Mapping[str, Near]] = field(default_factory=dict)

    @cached_property
    def evidence(self) -> Evidence:
        """What the links say."""
        return Evidence(Traits.of(self.snapshot.governments), self.snapshot.links)

    @cached_property
    def themes(self) -> Sequence[frozenset[str]]:
        """The themes on which each government cooperates with somebody, by id."""
        found: list[set[str]] = [set() for _ in self.snapshot.governments]
        for each in self.snapshot.cooperations:
            for end in (each.one, each.other):
                found[self.snapshot.index[end]].update(each.themes)
        return [frozenset(themes) for themes in found]

    def partners(self, node: int) -> NDArray[np.int32]:
        """Return the partners of a government."""
        return _row(self.evidence.adjacency, node)

    def neighbours(self, node: int) -> NDArray[np.int32]:
        """Return the ten nearest governments of its country and tier."""
        return _row(self.evidence.traits.neighbours, node)

    def region(self, node: int) -> NDArray[np.int32]:
        """Return the forty nearest governments of its country and tier."""
        return _row(self.evidence.traits.region, node)

    def nearest_post(self, node: int, sender: str) -> Near | None:
        """Return the representation of a country nearest to a government, and its distance."""
        if sender not in self._posts:
            posts = posts_of(self.snapshot, sender).located
            self._posts[sender] = nearest_posts(self.snapshot.governments, posts)
        return self._posts[sender].get(self.snapshot.governments[node].id)


def _row(matrix: Any, node: int) -> NDArray[np.int32]:
    start, end = matrix.indptr[node : node + 2]
    row: NDArray[np.int32] = matrix.indices[start:end]
    return row
