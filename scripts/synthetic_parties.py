"""Who signs with whom, and when, in the synthetic register.

How many agreements of which kind and level each state has is planned in
`kept/synthetic_plan.csv`, how many twinnings the six busiest municipalities have in
`kept/synthetic_hubs.csv`; so the shares the article states come out exactly, and everything
else is left to seeded chance.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from seeded import Chance, shared_out
from tables import DATA, KEPT, Row, read_table

US_TWINNINGS = 153  # of 613: a quarter
MULTI_PARTY = 9  # rows with several municipalities of one state
RENEWALS = 3  # twinnings signed anew by the same two governments
_MOST_SPECIFIC_WITH_ONE_PARTNER = 3
_YEARS_BETWEEN_RENEWALS = 8
_MOST_TWINNINGS_OF_OTHERS = 12

FIRST_YEAR = 1992
# Agreements by year of signature: a slow start, a crest around 2010, the pandemic at the end.
_CURVE = (6, 9, 13, 17, 22, 30, 35, 37, 41, 45, 49, 52, 54, 58, 64, 70, 76, 80, 84, 82, 78, 80,
          78, 74, 70, 68, 72, 70, 24, 20)  # fmt: skip

SUBNATIONAL = frozenset(
    "state province region community prefecture department land voivodeship".split()
)
_MUNICIPAL = frozenset(("city", "county", "metropolis"))


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A real government abroad. `within` is the US state of a city or county."""

    name: str
    within: str
    kind: str
    country: str
    weight: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """One invented agreement; `homes` are ids of governments of one level and one state."""

    state: str
    homes: tuple[str, ...]
    twinning: bool
    signed: dt.date
    counterpart: Counterpart

    @property
    def municipal(self) -> bool:
        """Whether municipalities (or boroughs of the capital) sign, not the state."""
        return self.homes[0] != self.state


@dataclass(frozen=True, slots=True)
class _Slot:
    state: str
    home: str
    twinning: bool


def _slots(governments: list[Row]) -> list[_Slot]:
    """One slot per agreement, with the government that signs it."""
    hubs = {r["municipality"]: int(r["twinnings"]) for r in read_table(KEPT / "synthetic_hubs.csv")}
    slots: list[_Slot] = []
    for plan in read_table(KEPT / "synthetic_plan.csv"):
        state = plan["state"]
        slots += [_Slot(state, state, twinning=True)] * int(plan["state_twinnings"])
        slots += [_Slot(state, state, twinning=False)] * int(plan["state_specific"])
        towns = _largest_municipalities(state, governments)
        own_hubs = {hub: count for hub, count in hubs.items() if hub in towns}
        others = [town for town in towns if town not in own_hubs]
        rest = int(plan["municipal_twinnings"]) - sum(own_hubs.values())
        twinnings = own_hubs | _by_rank(rest, others, cap=_MOST_TWINNINGS_OF_OTHERS)
        for town, count in twinnings.items():
            slots += [_Slot(state, town, twinning=True)] * count
        for town, count in _by_rank(int(plan["municipal_specific"]), towns, cap=None).items():
            slots += [_Slot(state, town, twinning=False)] * count
    return slots


def _largest_municipalities(state: str, governments: list[Row]) -> list[str]:
    """Ids of the 14 largest municipalities of a state, the largest first."""
    own = [row for row in governments if row["state_id"] == state and row["population"]]
    own.sort(key=lambda row: (-int(row["population"]), row["id"]))
    return [row["id"] for row in own[:14]]


def _by_rank(total: int, towns: list[str], *, cap: int | None) -> dict[str, int]:
    weights = [1 / (rank + 2) for rank in range(len(towns))]
    return dict(zip(towns, shared_out(total, weights, cap=cap), strict=True))


def _dates(total: int, chance: Chance) -> list[dt.date]:
    """Dates of signature along the curve, none before the law of January 1992 was in force."""
    dates = []
    for at, count in enumerate(shared_out(total, _CURVE)):
        year = FIRST_YEAR + at
        for _ in range(count):
            month = chance.number(
                2 if year == FIRST_YEAR else 1, 9 if at == len(_CURVE) - 1 else 12
            )
            day = chance.number(1, calendar.monthrange(year, month)[1])
            dates.append(dt.date(year, month, day))
    return chance.shuffled(dates)


class _Matchmaker:
    """Picks counterparts so that no two rows would be read as one agreement."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance
        self._all = [
            Counterpart(r["name"], r["within"], r["kind"], r["country"], int(r["weight"]))
            for r in read_table(KEPT / "synthetic_counterparts.csv")
        ]
        self._years: dict[tuple[str, Counterpart, bool], set[int]] = defaultdict(set)

    def pick(self, slot: _Slot, year: int, in_us: bool | None) -> Counterpart:
        """Return a counterpart for the slot; `in_us` fixes whether it is in the United States."""
        open_to = [
            c
            for c in self._all
            if self._suits(c, slot)
            and in_us in (None, c.country == "US")
            and self._is_new(slot, c, year)
        ]
        weights = [c.weight * (2 if c.kind in SUBNATIONAL else 1) for c in open_to]
        found = self._chance.weighted(open_to, weights)
        self._years[slot.home, found, slot.twinning].add(year)
        return found

    @staticmethod
    def _suits(counterpart: Counterpart, slot: _Slot) -> bool:
        if slot.home != slot.state:
            return counterpart.kind in _MUNICIPAL
        return counterpart.kind in SUBNATIONAL or not slot.twinning

    def _is_new(self, slot: _Slot, counterpart: Counterpart, year: int) -> bool:
        years = self._years.get((slot.home, counterpart, slot.twinning), set())
        most = 1 if slot.twinning else _MOST_SPECIFIC_WITH_ONE_PARTNER
        return year not in years and len(years) < most


def _with_several_homes(agreements: list[Agreement], chance: Chance) -> list[Agreement]:
    """Let some municipal agreements be signed by two or three municipalities of one state."""
    homes = defaultdict(set)
    for agreement in agreements:
        if agreement.municipal:
            homes[agreement.state].add(agreement.homes[0])
    fit = [
        at
        for at, agreement in enumerate(agreements)
        if agreement.municipal and not agreement.twinning and len(homes[agreement.state]) > 4
    ]
    for at in chance.shuffled(fit)[:MULTI_PARTY]:
        one = agreements[at]
        others = sorted(homes[one.state] - set(one.homes))
        joined = chance.shuffled(others)[: chance.number(1, 2)]
        agreements[at] = replace(one, homes=(*one.homes, *joined))
    return agreements


def _with_renewals(agreements: list[Agreement]) -> list[Agreement]:
    """Let a few twinnings be signed anew, years later, by the same two governments."""
    renewed: Counter[str] = Counter()
    for first_at, first in enumerate(agreements):
        if len(renewed) == RENEWALS:
            break
        for at, later in enumerate(agreements):
            if (
                first.twinning and later.twinning
                and first.homes == later.homes and not renewed[first.homes[0]]
                and later.signed.year - first.signed.year >= _YEARS_BETWEEN_RENEWALS
                and (first.counterpart.country == "US") == (later.counterpart.country == "US")
                and first_at != at
            ):  # fmt: skip
                agreements[at] = replace(later, counterpart=first.counterpart)
                renewed[first.homes[0]] += 1
                break
    return agreements


def invented_agreements(chance: Chance) -> list[Agreement]:
    """Return the agreements in order of signature."""
    slots = chance.shuffled(_slots(read_table(DATA / "governments_mx.csv")))
    dates = _dates(len(slots), chance)
    twinnings = sum(slot.twinning for slot in slots)
    abroad = chance.shuffled([at < US_TWINNINGS for at in range(twinnings)])
    in_us = iter(abroad)
    matchmaker = _Matchmaker(chance)
    agreements = []
    for slot, date in zip(slots, dates, strict=True):
        us = next(in_us) if slot.twinning else None
        counterpart = matchmaker.pick(slot, date.year, us)
        agreements.append(Agreement(slot.state, (slot.home,), slot.twinning, date, counterpart))
    agreements = _with_renewals(_with_several_homes(agreements, chance))
    return sorted(agreements, key=lambda a: (a.signed, a.homes, a.counterpart.name))
