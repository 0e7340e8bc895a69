"""How unevenly something is shared out: Gini, Lorenz, Herfindahl, the share of the first.

Values are amounts of something, one for each who could have some: numbers from 0 on. Where
nothing is shared out (no values, or all 0) a measure cannot be said and is None.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from grafo.errors import UsageError
from grafo.language import say


def gini(values: ArrayLike) -> float | None:
    """Return the Gini index: 0 when all have the same, 1 − 1/n when one has all."""
    shares = _shares(values)
    if shares is None:
        return None
    n = len(shares)
    # Half the mean difference between two, in shares of the mean; the values are in order.
    return max(0.0, float((np.arange(1 - n, n, 2) * shares).sum() / n))


def hhi(values: ArrayLike) -> float | None:
    """Return the Herfindahl–Hirschman index, the sum of the squared shares: 1/n to 1."""
    shares = _shares(values)
    return None if shares is None else float((shares**2).sum())


def lorenz(values: ArrayLike) -> list[tuple[float, float]]:
    """Return the Lorenz curve: n + 1 points from (0, 0) to (1, 1), or none.

    A point says which share of all, from those with least on, has which share of the whole.
    """
    shares = _shares(values)
    if shares is None:
        return []
    held = np.minimum(np.cumsum(shares), 1.0)
    held[-1] = 1.0
    reached = np.arange(1, len(shares) + 1) / len(shares)
    return [(0.0, 0.0), *zip(reached.tolist(), held.tolist(), strict=True)]


def top_share(values: ArrayLike, k: int) -> float | None:
    """Return the share of the k who have most; of all, when there are fewer.

    Raises:
        UsageError: `k` is negative.
    """
    if k < 0:
        raise UsageError(
            say(f"no hay {k} primeros lugares", f"there are no first {k} places"),
        )
    shares = _shares(values)
    return None if shares is None else min(1.0, float(shares[::-1][:k].sum()))


def _shares(values: ArrayLike) -> NDArray[np.float64] | None:
    """Return the values in order of size and as shares of their sum, if there is one."""
    amounts = np.sort(np.asarray(values, dtype=np.float64))
    if amounts.ndim != 1 or not (np.isfinite(amounts).all() and (amounts >= 0).all()):
        raise UsageError(
            say(
                "la desigualdad se mide sobre números finitos, de 0 en adelante",
                "inequality is measured over finite numbers, from 0 on",
            )
        )
    if not amounts.any():
        return None
    shares = amounts / amounts[-1]  # first, so that no sum is too large
    return np.asarray(shares / shares.sum(), dtype=np.float64)
