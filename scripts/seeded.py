"""Chance that comes out the same on every machine and in every version of Python.

Only `random.Random.random()` is promised to repeat its sequence across versions; `shuffle` and
`choices` are not. So what is needed is built here on that one method.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import accumulate
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """A seeded source of choices."""

    def __init__(self, seed: int) -> None:
        self._draw = random.Random(seed).random  # noqa: S311 - invented data, not a secret

    def happens(self, share: float) -> bool:
        """Return True in the given share of calls."""
        return self._draw() < share

    def number(self, low: int, high: int) -> int:
        """Return a whole number between two others, both included."""
        return low + int(self._draw() * (high - low + 1))

    def one_of(self, items: Sequence[T]) -> T:
        """Return one of the items."""
        return items[self.number(0, len(items) - 1)]

    def weighted(self, items: Sequence[T], weights: Sequence[float]) -> T:
        """Return one of the items, each as often as its weight says."""
        sums = list(accumulate(weights))
        at = self._draw() * sums[-1]
        return next(item for item, upto in zip(items, sums, strict=True) if at < upto)

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """Return the items in another order (Fisher and Yates)."""
        mixed = list(items)
        for last in range(len(mixed) - 1, 0, -1):
            other = self.number(0, last)
            mixed[last], mixed[other] = mixed[other], mixed[last]
        return mixed


def shared_out(total: int, weights: Sequence[float], *, cap: int | None = None) -> list[int]:
    """Share `total` out by weight, in whole parts, none above `cap` (largest remainders first)."""
    whole = sum(weights)
    exact = [total * weight / whole for weight in weights]
    parts = [min(int(part), cap if cap is not None else total) for part in exact]
    by_remainder = sorted(range(len(parts)), key=lambda i: (parts[i] - exact[i], i))
    while sum(parts) < total:
        open_parts = [i for i in by_remainder if cap is None or parts[i] < cap]
        if not open_parts:
            raise ValueError(f"{total} do not fit into {len(parts)} parts of at most {cap}")
        for i in open_parts[: total - sum(parts)]:
            parts[i] += 1
    return parts
