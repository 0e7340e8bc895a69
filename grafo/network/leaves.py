"""A network without its leaves: the nodes that hang on a single other one.

Half of the governments that cooperate at all have one partner. Every path to a leaf ends with
its only link, so measures of paths are computed without leaves and those are added by formula:
a quarter of the work or less.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from grafo.network.centrality import degree
from grafo.network.links import Links


@dataclass(frozen=True, slots=True)
class Trimmed:
    """A network without its leaves, and where they were.

    Attributes:
        links: the links among the nodes that stay, renumbered.
        kept: for each node that stays, its number in the whole network.
        leaves: for each node that stays, how many leaves hang on it.
        holder: for each node of the whole network, the one that stays: itself, or what it
            hangs on; by its new number.
        leaf: for each node of the whole network, whether it is a leaf.
    """

    links: Links
    kept: NDArray[np.int64]
    leaves: NDArray[np.int64]
    holder: NDArray[np.int64]
    leaf: NDArray[np.bool_]


def trim(links: Links) -> Trimmed:
    """Take the leaves off, once: what they leave bare stays. Of a lone pair the first stays."""
    degrees = degree(links)
    other_hangs = degrees[links.other] == 1
    one_hangs = (degrees[links.one] == 1) & ~other_hangs
    hanging = np.r_[links.other[other_hangs], links.one[one_hangs]]
    holding = np.r_[links.one[other_hangs], links.other[one_hangs]]
    leaf = np.zeros(links.n, dtype=bool)
    leaf[hanging] = True
    inner, kept = links.subset(~leaf)
    holder = np.empty(links.n, dtype=np.int64)
    holder[kept] = np.arange(len(kept))
    holder[hanging] = holder[holding]
    leaves = np.bincount(holder[hanging], minlength=len(kept))
    return Trimmed(inner, kept, leaves, holder, leaf)
