"""Themes whose share changed between two periods by more than chance would explain."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from grafo.analysis.chronology.dated import Period, by_theme
from grafo.analysis.snapshot import Snapshot
from grafo.model import Bilingual

# Some twenty themes are compared at once: at 3 standard errors, one in twenty such comparisons
# shows a shift that is none.
CLEAR = 3.0


@dataclass(frozen=True, slots=True)
class Shift:
    """How the share of a theme moved, of the agreements with a known theme of each period."""

    name: Bilingual
    before: float
    after: float


def theme_shifts(before: Period, after: Period, snapshot: Snapshot) -> list[Shift]:
    """Return the clear shifts, from the largest gain to the largest loss."""
    counts = by_theme(before.agreements), by_theme(after.agreements)
    known = [sum(bool(a.themes) for a in period.agreements) for period in (before, after)]
    if not all(known):
        return []
    found = []
    for theme in snapshot.themes:
        one, other = counts[0][theme.id], counts[1][theme.id]
        if abs(standard_errors(one, known[0], other, known[1])) >= CLEAR:
            name = Bilingual(es=theme.name_es, en=theme.name_en)
            found.append(Shift(name, one / known[0], other / known[1]))
    return sorted(found, key=lambda shift: (shift.before - shift.after, shift.name.es))


def standard_errors(one: int, of: int, other: int, of_other: int) -> float:
    """Return by how many standard errors a second share exceeds a first, under equal shares.

    >>> round(standard_errors(50, 100, 70, 100), 2), standard_errors(0, 5, 0, 5)
    (2.89, 0.0)
    """
    share = (one + other) / (of + of_other)
    variance = share * (1 - share) * (1 / of + 1 / of_other)
    return (other / of_other - one / of) / sqrt(variance) if variance else 0.0
