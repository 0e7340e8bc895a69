"""The divisions of a country and their local governments: who has agreements, and how many."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from grafo.analysis.snapshot import Government, Snapshot

DIVISIONS = frozenset({"state", "province", "region"})
LOCAL = frozenset({"municipality", "city", "county", "metropolis"})


@dataclass(frozen=True, slots=True)
class Territory:
    """A first-order division, with what its government and those below it have signed.

    `agreements` counts each agreement of the territory once. `expected` is what it would have if
    the country's agreements were spread by population; None where population is not known.
    """

    government: Government
    agreements: int
    own: int
    local: int
    expected: float | None = None

    @property
    def per_million(self) -> float | None:
        """Agreements per million inhabitants."""
        return _per(self.agreements, self.government.population, 1_000_000)

    @property
    def per_10000_km2(self) -> float | None:
        """Agreements per 10,000 km²."""
        return _per(self.agreements, self.government.area_km2, 10_000)

    @property
    def ratio(self) -> float | None:
        """Agreements over those expected of its population: 1 is its share, 0.2 a fifth of it."""
        return _per(self.agreements, self.expected, 1)


@dataclass(frozen=True)
class Home:
    """A country's governments, and the agreements of each by id."""

    country: str
    governments: tuple[Government, ...]
    agreements: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, snapshot: Snapshot, country: str) -> Home:
        """Take a country's part of the graph."""
        signed: dict[str, set[str]] = defaultdict(set)
        for agreement in snapshot.agreements:
            for party, _ in agreement.parties:
                signed[party].add(agreement.id)
        own = tuple(g for g in snapshot.governments if g.country == country)
        return cls(country, own, {g.id: frozenset(signed.get(g.id, ())) for g in own})

    @cached_property
    def territories(self) -> tuple[Territory, ...]:
        """The first-order divisions, by id.

        None where the graph has local governments but says of none which division it is in: what
        a division has would then be told by its own government alone.
        """
        roots = {government.id: self._root(government) for government in self.governments}
        divisions = [g for g in self.governments if g.level in DIVISIONS and roots[g.id] == g.id]
        known = {g.id for g in divisions}
        if self.local and not any(roots[g.id] in known for g in self.local):
            return ()
        below: dict[str, set[str]] = defaultdict(set)
        for government in self.governments:
            if government.id not in known:
                below[roots[government.id]] |= self.agreements[government.id]
        return _with_expectations(
            Territory(
                division,
                len(self.agreements[division.id] | below[division.id]),
                len(self.agreements[division.id]),
                len(below[division.id]),
            )
            for division in divisions
        )

    @cached_property
    def local(self) -> tuple[Government, ...]:
        """Municipalities, cities, counties: whatever is not a division, an agency or a body."""
        return tuple(g for g in self.governments if g.level in LOCAL)

    @cached_property
    def population(self) -> int | None:
        """The country's population: that of its divisions.

        None where one of them has none, or where the local governments add up to more: two counts
        that do not fit together give no share.
        """
        counts = [territory.government.population for territory in self.territories]
        known = [count for count in counts if count is not None]
        complete = bool(counts) and len(known) == len(counts)
        return sum(known) if complete and self._local_population <= sum(known) else None

    @cached_property
    def area_km2(self) -> float | None:
        """The area of its divisions; None where one of them has none."""
        areas = [territory.government.area_km2 for territory in self.territories]
        known = [area for area in areas if area is not None]
        return sum(known) if areas and len(known) == len(areas) else None

    @cached_property
    def local_share(self) -> float | None:
        """The part of the population that the local governments in the graph add up to."""
        return self._local_population / self.population if self.population else None

    @cached_property
    def _local_population(self) -> int:
        return sum(government.population or 0 for government in self.local)

    def division(self, government: Government) -> Government | None:
        """Return the first-order division that a government lies in."""
        root = self._root(government)
        return self._by_id[root] if root != government.id else None

    def without(self, governments: Iterable[Government]) -> list[Government]:
        """Return those without any agreement, the most populous first."""
        found = [g for g in governments if not self.agreements[g.id]]
        return sorted(found, key=lambda g: (-(g.population or 0), g.id))

    @cached_property
    def _by_id(self) -> dict[str, Government]:
        return {government.id: government for government in self.governments}

    def _root(self, government: Government) -> str:
        """Return the id of the topmost government above one, or its own."""
        seen = {government.id}
        while (above := self._by_id.get(government.parent or "")) and above.id not in seen:
            government = above
            seen.add(above.id)
        return government.id


def _with_expectations(territories: Iterable[Territory]) -> tuple[Territory, ...]:
    """Spread the agreements of the territories whose population is known over that population."""
    counted = list(territories)
    known = [each for each in counted if each.government.population]
    agreements = sum(each.agreements for each in known)
    population = sum(each.government.population or 0 for each in known)
    return tuple(
        Territory(
            each.government,
            each.agreements,
            each.own,
            each.local,
            _per(agreements * (each.government.population or 0), population, 1)
            if each.government.population
            else None,
        )
        for each in counted
    )


def _per(count: float, of: float | None, unit: float) -> float | None:
    rate = count * unit / of if of else None
    return rate if rate is not None and math.isfinite(rate) else None  # an area of 1e-310 km²
