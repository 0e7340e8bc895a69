"""The network at the level of governments, of states, or of countries.

At the level of states, a government with one above it counts as the one above: Guadalajara as
Jalisco. Where the graph knows none above, as abroad, a government stays what it is, so a state's
counterparts are the governments that it signed with. At the level of countries each government
counts as its country. Links within a unit fall away, and an agreement counts once between two
units, however many of their governments signed it.

Units without a counterpart are left out, so that measures do not depend on which catalogues of
governments happen to be loaded.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from grafo.analysis.snapshot import Agreement, Government, Snapshot
from grafo.model import Bilingual
from grafo.network import Links
from grafo.places.place import NO_COUNTRY
from grafo.store.derive import linked_pairs

LEVELS = ("government", "state", "country")


@dataclass(frozen=True, slots=True)
class Unit:
    """A node of the network at one level.

    `level` is a level of government, or `country`. `country` is an ISO code. `within` names the
    government above it, where there is one and it is not itself the unit. `members` are the ids
    of the governments with counterparts that it stands for, sorted.
    """

    id: str
    name: Bilingual
    level: str
    country: str
    members: tuple[str, ...]
    within: Bilingual | None = None


@dataclass(frozen=True)
class Network:
    """Who is linked with whom at one level; node i is `units[i]`, sorted by id.

    Attributes:
        links: the weight is how many agreements two units have with each other.
        agreements: for each unit, how many agreements it has with others.
        within: agreements that link only governments of one unit, which fall away.
        unplaced: governments with agreements that fall away, as their country is not known.
    """

    level: str
    units: tuple[Unit, ...]
    links: Links
    agreements: tuple[int, ...]
    within: int = 0
    unplaced: int = 0

    @cached_property
    def partners(self) -> tuple[tuple[int, ...], ...]:
        """For each node, the nodes it is linked with, sorted."""
        matrix = self.links.matrix
        ends = matrix.indptr
        return tuple(
            tuple(sorted(matrix.indices[ends[node] : ends[node + 1]].tolist()))
            for node in range(len(self.units))
        )


def network_at(snapshot: Snapshot, level: str) -> Network:
    """Return the network at a level, one of `LEVELS`."""
    unit_of = _units_of(snapshot, level)
    between: Counter[tuple[str, str]] = Counter()
    signed: Counter[str] = Counter()
    members: dict[str, set[str]] = defaultdict(set)
    unplaced: set[str] = set()
    within = 0
    for agreement in snapshot.agreements:
        linked = _linked(agreement, unit_of, members, unplaced)
        pairs = {pair for pair in linked if pair[0] != pair[1]}
        between.update(pairs)
        signed.update({unit for pair in pairs for unit in pair})
        within += bool(linked) and not pairs
    units = tuple(_unit(snapshot, level, unit, members[unit]) for unit in sorted(members))
    place = {unit.id: index for index, unit in enumerate(units)}
    one, other = ([place[pair[end]] for pair in between] for end in (0, 1))
    return Network(
        level,
        units,
        Links.of(
            len(units),
            np.array(one, dtype=np.int32),
            np.array(other, dtype=np.int32),
            np.array(list(between.values()), dtype=np.float64),
        ),
        tuple(signed[unit.id] for unit in units),
        within,
        len(unplaced),
    )


def country_names(snapshot: Snapshot, code: str) -> Bilingual:
    """Return a country's names; the code itself where the graph has none for it."""
    country = snapshot.country.get(code)
    if country is None:
        return Bilingual(es=code, en=code)
    return Bilingual(es=country.name_es, en=country.name_en)


def _linked(
    agreement: Agreement,
    unit_of: Mapping[str, str],
    members: Mapping[str, set[str]],
    unplaced: set[str],
) -> set[tuple[str, str]]:
    """Return the pairs of units that an agreement links, those of a unit with itself included.

    Notes the governments that link different units as members of theirs.
    """
    pairs: set[tuple[str, str]] = set()
    for one, other in linked_pairs(agreement.parties):
        a, b = unit_of.get(one), unit_of.get(other)
        unplaced.update(party for party, unit in ((one, a), (other, b)) if unit is None)
        if a is None or b is None:
            continue
        pairs.add((min(a, b), max(a, b)))
        if a != b:
            members[a].add(one)
            members[b].add(other)
    return pairs


def _units_of(snapshot: Snapshot, level: str) -> dict[str, str]:
    """Return the id of each government's unit; one without a known country has none there."""
    governments = snapshot.governments
    if level == "country":
        return {g.id: g.country for g in governments if g.country != NO_COUNTRY}
    if level == "state":
        return {g.id: topmost(snapshot, g).id for g in governments}
    return {g.id: g.id for g in governments}


def topmost(snapshot: Snapshot, government: Government) -> Government:
    """Return the highest government that it is part of, or itself."""
    seen: set[str] = set()
    while government.id not in seen:
        seen.add(government.id)
        above = snapshot.index.get(government.parent or "")
        if above is None:
            break
        government = snapshot.governments[above]
    return government


def _unit(snapshot: Snapshot, level: str, unit: str, members: set[str]) -> Unit:
    if level == "country":
        return Unit(unit, country_names(snapshot, unit), "country", unit, _sorted(members))
    government = snapshot.governments[snapshot.index[unit]]
    above = snapshot.index.get(government.parent or "")
    return Unit(
        unit,
        _name(government),
        government.level,
        government.country,
        _sorted(members),
        None if above is None else _name(snapshot.governments[above]),
    )


def _name(government: Government) -> Bilingual:
    return Bilingual(
        es=government.name_es or government.name, en=government.name_en or government.name
    )


def _sorted(ids: set[str]) -> tuple[str, ...]:
    return tuple(sorted(ids))
