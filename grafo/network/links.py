"""Undirected links between numbered nodes, each pair once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from grafo.errors import UsageError
from grafo.language import say

_MOST_NODES = 2**31 - 1  # node numbers are int32


@dataclass(frozen=True, eq=False)
class Links:
    """An undirected network; build it with `Links.of`, which keeps what is promised here.

    Attributes:
        n: number of nodes, which are 0 to n − 1; some may have no link.
        one: int32, shape (m,): the smaller end of each link.
        other: int32, shape (m,): its larger end. Pairs are distinct and in order of (one, other).
        weight: float64, shape (m,), positive; twice their sum is still a finite number.
    """

    n: int
    one: NDArray[np.int32]
    other: NDArray[np.int32]
    weight: NDArray[np.float64]

    @classmethod
    def of(cls, n: int, one: ArrayLike, other: ArrayLike, weight: ArrayLike | None = None) -> Links:
        """Return the links between `one[i]` and `other[i]`, in whatever order they come.

        Links from a node to itself are dropped; those of the same pair become one that weighs
        as much as they together. Without `weight` each weighs 1.

        Raises:
            UsageError: an end is no whole number from 0 to n − 1, a weight is not positive or
                not finite (nor their sum), or the lengths differ.

        >>> links = Links.of(4, [2, 0, 1, 3], [0, 1, 0, 3])
        >>> links.one.tolist(), links.other.tolist(), links.weight.tolist()
        ([0, 0], [1, 2], [2.0, 1.0])
        """
        first, second = _ends(n, one), _ends(n, other)
        weights = _weights(np.ones(len(first)) if weight is None else weight)
        if not len(first) == len(second) == len(weights):
            raise UsageError(
                say(
                    f"los vínculos tienen {len(first)} y {len(second)} extremos "
                    f"y {len(weights)} pesos",
                    f"the links have {len(first)} and {len(second)} ends "
                    f"and {len(weights)} weights",
                )
            )
        apart = first != second
        low = np.minimum(first, second)[apart]
        high = np.maximum(first, second)[apart]
        pair, summed = _merged(low * max(n, 1) + high, weights[apart])
        smaller, larger = (_fixed(end.astype(np.int32)) for end in np.divmod(pair, max(n, 1)))
        return cls(n, smaller, larger, _fixed(summed))

    @property
    def m(self) -> int:
        """Number of links."""
        return len(self.one)

    @cached_property
    def matrix(self) -> Any:
        """The weights as a symmetric scipy `csr_array`, n × n, with sorted indices; read-only."""
        from scipy.sparse import coo_array, csr_array

        # The links are in order, so the smaller neighbours of each node come first, in order.
        row, column = np.r_[self.other, self.one], np.r_[self.one, self.other]
        entries = coo_array((np.r_[self.weight, self.weight], (row, column)), (self.n, self.n))
        csr = csr_array(entries)
        csr.sort_indices()
        return csr

    @cached_property
    def binary(self) -> Any:
        """The same matrix with 1 for every link."""
        from scipy.sparse import csr_array

        csr = self.matrix
        return csr_array((np.ones(csr.nnz), csr.indices, csr.indptr), csr.shape)

    def subset(self, mask: NDArray[np.bool_]) -> tuple[Links, NDArray[np.int64]]:
        """Return the links among the nodes where `mask`, shape (n,), is true, and those nodes.

        The new links number them from 0 in their order: the second array has, for each new
        number, the old one.
        """
        chosen = np.asarray(mask, dtype=bool)
        if chosen.shape != (self.n,):
            raise UsageError(
                say(
                    f"la selección de nodos tiene forma {chosen.shape}, no ({self.n},)",
                    f"the selection of nodes has shape {chosen.shape}, not ({self.n},)",
                )
            )
        number = np.cumsum(chosen, dtype=np.int32) - np.int32(1)
        kept = chosen[self.one] & chosen[self.other]
        links = Links(
            int(chosen.sum()),
            _fixed(number[self.one[kept]]),
            _fixed(number[self.other[kept]]),
            _fixed(self.weight[kept]),
        )
        return links, np.flatnonzero(chosen)


def _ends(n: int, ends: ArrayLike) -> NDArray[np.int64]:
    found = np.asarray(ends)
    if found.size == 0:
        found = found.astype(np.int64)  # an empty list is one of floats to numpy
    if not 0 <= n <= _MOST_NODES or found.ndim != 1 or found.dtype.kind not in "iu":
        raise UsageError(
            say(
                f"se esperaban números de nodo en una lista y de 0 a {_MOST_NODES} nodos; "
                f"hay {n} nodos y una lista de {found.dtype} con forma {found.shape}",
                f"expected a list of node numbers and 0 to {_MOST_NODES} nodes; "
                f"got {n} nodes and a list of {found.dtype} with shape {found.shape}",
            )
        )
    if found.size and not (found.min() >= 0 and found.max() < n):
        raise UsageError(
            say(
                f"los vínculos van del nodo {found.min()} al {found.max()}, "
                f"pero hay {n} nodos, desde el 0",
                f"the links go from node {found.min()} to {found.max()}, "
                f"but there are {n} nodes, from 0 on",
            )
        )
    return found.astype(np.int64)


def _weights(weight: ArrayLike) -> NDArray[np.float64]:
    found = np.asarray(weight, dtype=np.float64)
    with np.errstate(over="ignore"):
        sound = found.ndim == 1 and bool((found > 0).all()) and np.isfinite(2 * found.sum())
    if not sound:
        raise UsageError(
            say(
                "los pesos de los vínculos deben ser positivos y finitos, y también su suma",
                "the weights of links must be positive and finite, and so must their sum",
            )
        )
    return found


def _merged(
    pair: NDArray[np.int64], weight: NDArray[np.float64]
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return the distinct pairs in order, and the sum of the weights of each.

    Weights are added in order of size, so that the sum does not depend on the order of the rows.
    """
    order = np.lexsort((weight, pair))
    pair, weight = pair[order], weight[order]
    starts = np.flatnonzero(np.diff(pair, prepend=-1))
    if not len(starts):
        return pair, weight
    return pair[starts], np.add.reduceat(weight, starts)


def _fixed(array: NDArray[Any]) -> NDArray[Any]:
    array.flags.writeable = False
    return array
