"""The agreements whose date of signature is known, and the periods they fall into."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from grafo.analysis.chronology.moments import is_later, months_covered, year_of
from grafo.analysis.snapshot import Agreement

# A misread year (0201 for 2001) must not make a table of two thousand rows.
_LONGEST_SPAN = 150


@dataclass(frozen=True, slots=True)
class Period:
    """Some years in a row, and what was signed in them.

    Attributes:
        first, last: years, both included.
        months: how many of its months lie between the first year with a signature and `as_of`.
        agreements: those signed in it.
    """

    first: int
    last: int
    months: int
    agreements: tuple[Agreement, ...]

    @property
    def name(self) -> str:
        """The years it spans: 1995–1999."""
        return f"{self.first}–{self.last}"

    @property
    def complete(self) -> bool:
        """Whether the data covers all of it."""
        return self.months == (self.last - self.first + 1) * 12

    @property
    def per_year(self) -> float:
        """Agreements signed in a year of it, on average over the months covered."""
        return len(self.agreements) * 12 / self.months if self.months else 0.0


@dataclass(frozen=True)
class Dated:
    """Agreements in the order of their signature.

    Attributes:
        agreements: those with a date, up to `as_of`, by date and id.
        as_of: the date up to which the data is read: the last signature, or the one asked for.
        undated: how many have no date; `later`: how many were left out as signed after `as_of`.
    """

    agreements: tuple[Agreement, ...]
    as_of: str
    undated: int = 0
    later: int = 0

    @cached_property
    def by_year(self) -> dict[int, list[Agreement]]:
        """Agreements of each year; a year without any is there too, within a sensible span."""
        found = [year_of(agreement.signed or "") for agreement in self.agreements]
        if not found:
            return {}
        span = range(found[0], found[-1] + 1)
        years: dict[int, list[Agreement]] = {
            year: [] for year in (span if len(span) <= _LONGEST_SPAN else found)
        }
        for year, agreement in zip(found, self.agreements, strict=True):
            years[year].append(agreement)
        return years

    @cached_property
    def peak(self) -> tuple[int, ...]:
        """The years with most signatures: one, or several that tie."""
        most = max(map(len, self.by_year.values()), default=0)
        return tuple(
            year for year, signed in self.by_year.items() if signed and len(signed) == most
        )

    def periods(self, length: int) -> tuple[Period, ...]:
        """Return the periods of `length` years, from the first to the last year with a signature.

        They start in years that `length` divides, so that decades are the calendar's.
        """
        if not self.by_year:
            return ()
        years = list(self.by_year)
        starts = sorted({year // length * length for year in years})
        return tuple(self._period(start, start + length - 1) for start in starts)

    def between(self, first: int, last: int) -> Period:
        """Return what was signed from the year `first` to the year `last`."""
        return self._period(first, last)

    def _period(self, first: int, last: int) -> Period:
        start = max(first, min(self.by_year, default=first))
        return Period(
            first,
            last,
            months_covered(start, last, self.as_of),
            tuple(
                agreement
                for year in range(first, last + 1)
                for agreement in self.by_year.get(year, ())
            ),
        )


def dated(agreements: Sequence[Agreement], on: str = "") -> Dated | None:
    """Return the agreements with a date of signature, up to `on` if given; None if none has one.

    `on` is an ISO date that may be partial.
    """
    with_date = sorted((a for a in agreements if a.signed), key=lambda a: (a.signed or "", a.id))
    if not with_date:
        return None
    kept = [a for a in with_date if not (on and is_later(a.signed or "", on))]
    return Dated(
        tuple(kept),
        on or with_date[-1].signed or "",
        undated=len(agreements) - len(with_date),
        later=len(with_date) - len(kept),
    )


def by_kind(agreements: Sequence[Agreement]) -> Counter[str]:
    """Return how many agreements there are of each kind."""
    return Counter(agreement.kind for agreement in agreements)


def by_theme(agreements: Sequence[Agreement]) -> Counter[str]:
    """Return how many agreements there are on each theme; one with several counts in each."""
    return Counter(theme for agreement in agreements for theme in agreement.themes)
