"""Chance that can be repeated."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from grafo.errors import UsageError
from grafo.language import say


def checked_seed(seed: int) -> int:
    """Return a seed from 0 to 2³² − 1; raise UsageError for any other."""
    if not 0 <= seed < 2**32:
        raise UsageError(
            say(
                f"la semilla debe ser de 0 a {2**32 - 1}, no {seed}",
                f"the seed must be from 0 to {2**32 - 1}, not {seed}",
            )
        )
    return seed


def shuffled(n: int, seed: int, attempt: int = 0) -> NDArray[np.intp]:
    """Return the numbers 0 to n − 1 in an order that the seed decides, each order alike.

    Each `attempt`, from 0 on, has an order of its own.

    Raises:
        UsageError: the seed is not from 0 to 2³² − 1.
    """
    # Of numpy's generators only this one promises the same numbers in every version.
    drawn = np.random.RandomState([checked_seed(seed), attempt]).random_sample(n)
    return np.argsort(drawn, kind="stable")
