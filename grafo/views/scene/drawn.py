"""Which governments a view draws, and the network that they form."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from grafo.analysis.snapshot import Government, Snapshot
from grafo.network import Links, components


@dataclass(frozen=True)
class Drawn:
    """The governments of a view, sorted by id, and their links; node i is `governments[i]`.

    Attributes:
        degree: how many counterparts each has, shape (n,).
        left_out: governments of the home country without agreements that are too many to draw.
        min_population: from how many inhabitants on those are drawn; states always are.
    """

    snapshot: Snapshot
    governments: tuple[Government, ...]
    links: Links
    left_out: tuple[Government, ...]
    min_population: int

    @cached_property
    def index(self) -> dict[str, int]:
        """The number of each node, by id."""
        return {government.id: node for node, government in enumerate(self.governments)}

    @cached_property
    def degree(self) -> NDArray[np.int64]:
        """How many counterparts each node has."""
        degree: NDArray[np.int64] = np.diff(self.links.binary.indptr).astype(np.int64)
        return degree

    @cached_property
    def component(self) -> NDArray[np.int64]:
        """The component of each node, 0 being the largest."""
        return components(self.links)


def choose(snapshot: Snapshot, min_population: int) -> Drawn:
    """Return whom a view draws.

    Every government that signed something, and of the home country's that did not, the states
    and those with `min_population` inhabitants or more: all two thousand municipalities would
    bury the picture.
    """
    signed = {party for agreement in snapshot.agreements for party, _ in agreement.parties}
    home = snapshot.home_country
    without = [g for g in snapshot.governments if g.country == home and g.id not in signed]
    added = {g.id for g in without if g.level == "state" or (g.population or 0) >= min_population}
    kept = np.array([g.id in signed or g.id in added for g in snapshot.governments], dtype=bool)
    number = np.cumsum(kept) - 1
    links = snapshot.links
    linked = kept[links.one] & kept[links.other]
    return Drawn(
        snapshot,
        tuple(g for g in snapshot.governments if g.id in signed or g.id in added),
        Links.of(
            int(kept.sum()),
            number[links.one[linked]].astype(np.int32),
            number[links.other[linked]].astype(np.int32),
            links.weight[linked],
        ),
        tuple(g for g in without if g.id not in added),
        min_population,
    )
