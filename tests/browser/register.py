"""What a page must show, worked out from the graph itself and not from what the page was given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from itertools import combinations

from grafo.analysis.snapshot import Agreement, Government, Snapshot

Pair = tuple[str, str]


@dataclass(frozen=True)
class Shown:
    """What is visible under filters: ids of agreements, pairs of governments, governments."""

    agreements: set[str]
    pairs: set[Pair]
    governments: set[str]

    @property
    def counts(self) -> tuple[int, int, int]:
        """As the page counts: governments, agreements, pairs."""
        return len(self.governments), len(self.agreements), len(self.pairs)


class Register:
    """A graph, and what follows from it."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.home = snapshot.home_country
        self.government = {g.id: g for g in snapshot.governments}
        self.pairs = {a.id: pairs_of(a) for a in snapshot.agreements}
        self.partners: dict[str, set[str]] = defaultdict(set)
        for pairs in self.pairs.values():
            for one, other in pairs:
                self.partners[one].add(other)
                self.partners[other].add(one)

    @property
    def unconnected(self) -> set[str]:
        """Ids of the home country's governments that no agreement links."""
        home = (g.id for g in self.snapshot.governments if g.country == self.home)
        return {id_ for id_ in home if id_ not in self.partners}

    def hubs(self) -> list[Government]:
        """Governments, those with most partners first."""
        order = sorted(self.partners, key=lambda id_: (-len(self.partners[id_]), id_))
        return [self.government[id_] for id_ in order]

    def named_once(self) -> list[Government]:
        """Hubs whose name no other government has, so that a search finds them alone."""
        names = [g.name for g in self.snapshot.governments]
        return [g for g in self.hubs() if names.count(g.name) == 1]

    def state_of(self, id_: str) -> str | None:
        """The state of the home country that a government is or lies in."""
        at: str | None = id_
        while at is not None:
            government = self.government[at]
            if government.level == "state":
                return at if government.country == self.home else None
            at = government.parent
        return None

    def shown(
        self,
        *,
        kinds: Collection[str] = (),
        themes: Collection[str] = (),
        countries: Collection[str] = (),
        states: Collection[str] = (),
        years: tuple[int, int] | None = None,
        undated: bool = True,
    ) -> Shown:
        """Return what is visible under filters; within one filter any value does."""
        agreements: set[str] = set()
        pairs: set[Pair] = set()
        for each in self.snapshot.agreements:
            year = int((each.signed or each.starts or "0")[:4])
            if kinds and each.kind not in kinds:
                continue
            if themes and not (set(each.themes or ("-",)) & set(themes)):
                continue
            if year == 0 and not undated:
                continue
            if year != 0 and years is not None and not years[0] <= year <= years[1]:
                continue
            kept = {pair for pair in self.pairs[each.id] if self._fits(pair, countries, states)}
            if kept:
                agreements.add(each.id)
                pairs |= kept
        return Shown(agreements, pairs, {end for pair in pairs for end in pair})

    def _fits(self, pair: Pair, countries: Collection[str], states: Collection[str]) -> bool:
        of_countries = {self.government[end].country for end in pair}
        of_states = {self.state_of(end) for end in pair}
        return (not countries or bool(of_countries & set(countries))) and (
            not states or bool(of_states & set(states))
        )

    def by_state(self) -> dict[str, int]:
        """Agreements of each state of the home country with its municipalities', each once."""
        states = [g.id for g in self.snapshot.governments if g.id == self.state_of(g.id)]
        counts = dict.fromkeys(states, 0)
        for pairs in self.pairs.values():
            ends = {end for pair in pairs for end in pair}
            for state in {self.state_of(end) for end in ends} - {None}:
                counts[str(state)] += 1
        return counts

    def groups(self) -> list[set[str]]:
        """The connected components, the largest first."""
        left, found = set(self.partners), []
        while left:
            group, edge = set(), {min(left)}
            while edge:
                group |= edge
                edge = {p for id_ in edge for p in self.partners[id_]} - group
            left -= group
            found.append(group)
        return sorted(found, key=len, reverse=True)


def pairs_of(agreement: Agreement) -> set[Pair]:
    """Return whom an agreement links: home with counterpart, or all where roles are unknown."""
    roles = {role for _, role in agreement.parties}
    return {
        (min(one, other), max(one, other))
        for (one, role), (other, other_role) in combinations(agreement.parties, 2)
        if one != other and ("party" in roles or role != other_role)
    }
