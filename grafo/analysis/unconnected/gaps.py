"""All that the analysis of gaps finds, before it is put in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from grafo.analysis.abroad import ties_abroad
from grafo.analysis.scope import country_words
from grafo.analysis.snapshot import Government, Snapshot
from grafo.analysis.unconnected.groups import Group, groups
from grafo.analysis.unconnected.territories import Home, Territory
from grafo.analysis.unconnected.world import Partner, Region, partners, regions
from grafo.model import Bilingual

# Two divisions have no even share to speak of; nor is a census ever complete to the last person.
_FEWEST_TO_COMPARE = 3
_NEARLY_ALL = 0.95


@dataclass(frozen=True)
class Gaps:
    """What one country lacks.

    Attributes:
        country: its names.
        large: its local governments of at least `min_population` inhabitants.
        large_without: those of them without an agreement, the most populous first.
        partners: every other country, by id.
        regions: subregions of the world, those with fewest agreements first.
        groups: the pieces of the whole network, the largest first.
        agreements: how many the whole graph has.
        is_from_outside: whether the graph says who is at home in its agreements, and it is
            never this country: of its agreements it has only those with another country.
    """

    home: Home
    country: Bilingual
    min_population: int
    large: Sequence[Government]
    large_without: Sequence[Government]
    partners: Sequence[Partner]
    regions: Sequence[Region]
    groups: Sequence[Group]
    agreements: int
    is_from_outside: bool

    @property
    def territories(self) -> Sequence[Territory]:
        """The first-order divisions, by id."""
        return self.home.territories

    @property
    def comparable(self) -> Sequence[Territory]:
        """The divisions that can be measured against their population: three or more, or none."""
        known = [each for each in self.territories if each.ratio is not None]
        return known if len(known) >= _FEWEST_TO_COMPARE else []

    def has_home(self, group: Group) -> bool:
        """Whether a group has a government of the country."""
        return any(g.country == self.home.country for g in group.governments)

    @property
    def lists_all_local(self) -> bool:
        """Whether the local governments in the graph hold nearly all of the population."""
        share = self.home.local_share
        return share is not None and share >= _NEARLY_ALL

    @property
    def lists_only_signatories(self) -> bool:
        """Whether the graph knows only those governments of the country that some source named.

        It then cannot tell who has no agreement: local governments are there for having one, and
        divisions for having one or a local government that has.
        """
        local = self.home.local
        named = local or self.home.governments
        return not self.lists_all_local and all(self.home.agreements[g.id] for g in named)


def find_gaps(snapshot: Snapshot, country: str, min_population: int) -> Gaps:
    """Return what a country lacks; `country` is an ISO code."""
    home = Home.of(snapshot, country)
    ties = ties_abroad(snapshot, country)
    others = partners(snapshot, country, ties)
    large = [g for g in home.local if (g.population or 0) >= min_population]
    return Gaps(
        home,
        country_words(snapshot, country),
        min_population,
        large,
        home.without(large),
        others,
        regions(others, ties, {g.id: g.country for g in snapshot.governments}),
        groups(snapshot),
        len(snapshot.agreements),
        _is_from_outside(snapshot, country),
    )


def _is_from_outside(snapshot: Snapshot, country: str) -> bool:
    at_home = {
        snapshot.governments[snapshot.index[party]].country
        for agreement in snapshot.agreements
        for party, role in agreement.parties
        if role == "home"
    }
    return bool(at_home) and country not in at_home
