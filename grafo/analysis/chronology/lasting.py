"""How long agreements last: which are still in force, agreed terms, and Kaplan–Meier."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from grafo.analysis.chronology.moments import in_years, is_later
from grafo.analysis.snapshot import Agreement

# Fewer observations, or more agreements whose outcome is unknown, make a curve that says more
# about what is missing than about agreements.
FEWEST = 30
MOST_UNKNOWN = 0.2


@dataclass(frozen=True, slots=True)
class Survival:
    """A Kaplan–Meier curve.

    Attributes:
        steps: (years since signature, at risk just before, share in force from then on), at
            every time when some ended.
        observed: for how many years each agreement of the estimate was observed, sorted.
        left_out: agreements whose outcome, or its date, is unknown.
    """

    steps: tuple[tuple[float, int, float], ...]
    observed: tuple[float, ...]
    left_out: int

    def share_after(self, years: float) -> float:
        """Return the share in force after some years."""
        reached = [share for time, _, share in self.steps if time <= years]
        return reached[-1] if reached else 1.0

    def at_risk(self, years: float) -> int:
        """Return how many agreements were observed for so many years or longer."""
        return len(self.observed) - bisect_left(self.observed, years)

    @property
    def half_life(self) -> float | None:
        """Years until half have ended; None while more than half are in force."""
        return next((time for time, _, share in self.steps if share <= 0.5), None)


def statuses(agreements: Sequence[Agreement]) -> Counter[str]:
    """Return how many agreements have each status: in-force, expired, unknown."""
    return Counter(agreement.status for agreement in agreements)


def terms(agreements: Sequence[Agreement]) -> list[float]:
    """Return the terms in years of the agreements whose end is known, sorted.

    From the start of validity where it is known, else from signature. An end before the start
    is no term.
    """
    found = []
    for agreement in agreements:
        start = agreement.starts or agreement.signed
        if start and agreement.ends and not is_later(start, agreement.ends):
            found.append(max(0.0, in_years(agreement.ends) - in_years(start)))
    return sorted(found)


def median_term(agreements: Sequence[Agreement]) -> float | None:
    """Return the median term in years, to the tenth; None when no end is known."""
    found = terms(agreements)
    return round(median(found), 1) if found else None


def survival(agreements: Sequence[Agreement], as_of: str) -> Survival | None:
    """Return the Kaplan–Meier estimate of how long agreements stay in force.

    An agreement is observed from its signature; one that expired ends at its known end, one that
    is in force, or expired after `as_of`, is censored at `as_of`. Those of unknown status, or
    expired without a known end, cannot be placed and are left out. None when fewer than `FEWEST`
    remain or more than `MOST_UNKNOWN` are left out.

    (Kaplan and Meier, Nonparametric estimation from incomplete observations, 1958.)
    """
    observed = (_observed(agreement, as_of) for agreement in agreements)
    times = [each for each in observed if each is not None]
    left_out = len(agreements) - len(times)
    if len(times) < FEWEST or left_out > MOST_UNKNOWN * len(agreements):
        return None
    ended = Counter(time for time, over in times if over)
    leaving = Counter(time for time, _ in times)
    at_risk, share = len(times), 1.0
    steps = []
    for time in sorted(leaving):
        if ended[time]:
            share *= 1 - ended[time] / at_risk
            steps.append((time, at_risk, share))
        at_risk -= leaving[time]
    return Survival(tuple(steps), tuple(sorted(time for time, _ in times)), left_out)


def _observed(agreement: Agreement, as_of: str) -> tuple[float, bool] | None:
    """Return for how many years an agreement was observed and whether it ended by then."""
    if not agreement.signed:
        return None
    start, now = in_years(agreement.signed), in_years(as_of)
    if agreement.status == "in-force":
        return max(0.0, round(now - start, 3)), False
    if agreement.status != "expired" or not agreement.ends:
        return None
    if is_later(agreement.signed, agreement.ends):
        return None
    end = in_years(agreement.ends)
    return max(0.0, round(min(end, now) - start, 3)), end <= now
