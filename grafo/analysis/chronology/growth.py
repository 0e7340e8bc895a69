"""Growth: how signing changed from one period to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from grafo.analysis.chronology.dated import Dated, Period


@dataclass(frozen=True, slots=True)
class Growth:
    """Two periods, and the constant yearly rate that leads from signing in one to the other."""

    before: Period
    after: Period
    rate: float


def growth(periods: Sequence[Period]) -> Growth | None:
    """Return the growth from the first complete period to the last.

    None when there are no two complete periods, or nothing was signed in one of them: a rate
    from or to nothing says nothing.
    """
    complete = [period for period in periods if period.complete]
    if len(complete) < 2 or not (complete[0].agreements and complete[-1].agreements):
        return None
    before, after = complete[0], complete[-1]
    years = after.first - before.first
    return Growth(before, after, float((after.per_year / before.per_year) ** (1 / years)) - 1)


def change(before: float, after: float) -> float | None:
    """Return the change as a fraction of what was before; None where that was nothing.

    >>> change(80, 60), change(0, 5)
    (-0.25, None)
    """
    return after / before - 1 if before else None


def half_since(found: Dated) -> int:
    """Return the latest year such that at least half were signed in it or after it."""
    signed = 0
    for year in sorted(found.by_year, reverse=True):
        signed += len(found.by_year[year])
        if 2 * signed >= len(found.agreements):
            return year
    raise ValueError("no agreement is dated")
