"""Which agreements a country's representations abroad have near, before it is put in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from grafo.analysis.abroad import Tie, country_served, ties_abroad
from grafo.analysis.reach.distances import Near, nearest_posts, within_reach
from grafo.analysis.reach.posts import Posts, is_located, posts_of
from grafo.analysis.scope import country_words
from grafo.analysis.snapshot import Government, Representation, Snapshot
from grafo.model import Bilingual
from grafo.places.place import NO_COUNTRY

Agreements = frozenset[str]


@dataclass(frozen=True, slots=True)
class Served:
    """What one representation has to do with its country's agreements.

    Agreements are counted once each. `nearest` are those for a counterpart of which no other
    representation is nearer, `home_governments` the governments of the sending country that
    signed them. What needs coordinates is None for a representation without them.
    """

    post: Representation
    in_country: int
    in_country_within: int | None
    within: int | None
    nearest: int | None
    home_governments: int | None


@dataclass(frozen=True, slots=True)
class CountryReach:
    """A country abroad: its agreements with the sending country, and who could serve them.

    `within` counts the agreements with a representation in reach, of the `located` ones.
    """

    id: str
    name: Bilingual
    agreements: int
    located: int
    within: int
    counterparts: int
    home_governments: int
    posts: tuple[Representation, ...]
    accredited: tuple[Representation, ...]


@dataclass(frozen=True)
class Coverage:
    """A country's agreements abroad against its representations.

    Attributes:
        sender: the country's names.
        km: how far a representation reaches.
        counterparts: the governments abroad that have agreements with the country, by id.
        nearest: the nearest representation of each counterpart with coordinates, by its id.
        ties: what links them, by counterpart.
    """

    snapshot: Snapshot
    sender: Bilingual
    km: float
    posts: Posts
    counterparts: tuple[Government, ...]
    nearest: Mapping[str, Near]
    ties: Mapping[str, tuple[Tie, ...]]

    @cached_property
    def agreements(self) -> Agreements:
        """All agreements abroad."""
        return self.with_counterparts(self.counterparts)

    @cached_property
    def located(self) -> Agreements:
        """The agreements with a counterpart that has coordinates."""
        return self.with_counterparts(g for g in self.counterparts if is_located(g))

    @cached_property
    def distance(self) -> Mapping[str, float]:
        """Of each of the `located` agreements, the km from a counterpart to the nearest
        representation; of several counterparts, the one that has it nearest.

        Empty where no representation has coordinates.
        """
        km: dict[str, float] = {}
        for counterpart, near in self.nearest.items():
            for tie in self.ties[counterpart]:
                km[tie.agreement] = min(near.km, km.get(tie.agreement, near.km))
        return km

    @cached_property
    def covered(self) -> Agreements:
        """The agreements with a representation in reach."""
        return frozenset(a for a, km in self.distance.items() if km <= self.km)

    @cached_property
    def unlocated(self) -> list[Government]:
        """Counterparts without coordinates, those with most agreements first."""
        found = [government for government in self.counterparts if not is_located(government)]
        return sorted(found, key=lambda g: (-len(self.with_counterparts([g])), g.id))

    @cached_property
    def far(self) -> list[tuple[Government, Near]]:
        """Counterparts with no representation in reach, those with most agreements first."""
        found = [
            (government, self.nearest[government.id])
            for government in self.counterparts
            if government.id in self.nearest and self.nearest[government.id].km > self.km
        ]
        return sorted(found, key=lambda each: (-len(self.with_counterparts([each[0]])), each[0].id))

    @cached_property
    def _reach(self) -> Mapping[str, list[Government]]:
        return within_reach(self.counterparts, self.posts.serving, self.km)

    def covered_by(self, posts: Iterable[Representation]) -> Agreements:
        """Return the agreements with some of these representations in reach."""
        return self.with_counterparts(g for post in posts for g in self._reach.get(post.id, ()))

    @cached_property
    def served(self) -> list[Served]:
        """The representations, those that most governments at home could turn to first."""
        closest: dict[str, list[Government]] = defaultdict(list)
        for government in self.counterparts:
            if government.id in self.nearest:
                closest[self.nearest[government.id].post.id].append(government)
        found = [self._served(post, closest) for post in self.posts.serving]
        return sorted(
            found, key=lambda s: (-(s.home_governments or 0), -(s.nearest or 0), s.post.id)
        )

    @cached_property
    def idle(self) -> list[Representation]:
        """Representations with coordinates and no agreement in reach, by id."""
        return sorted((s.post for s in self.served if s.within == 0), key=lambda post: post.id)

    @cached_property
    def countries(self) -> list[CountryReach]:
        """Countries with agreements or with representations, those with most agreements first."""
        posts, accredited = self.posts.by_country(), self.posts.accredited()
        partners: dict[str, list[Government]] = defaultdict(list)
        for government in self.counterparts:
            if government.country != NO_COUNTRY:
                partners[government.country].append(government)
        found = []
        for code in sorted({*partners, *posts}):
            agreements = self.with_counterparts(partners[code])
            found.append(
                CountryReach(
                    code,
                    country_words(self.snapshot, code),
                    len(agreements),
                    len(agreements & self.located),
                    len(agreements & self.covered),
                    len(partners[code]),
                    len(self.home_of(partners[code])),
                    tuple(posts.get(code, ())),
                    tuple(accredited.get(code, ())),
                )
            )
        return sorted(found, key=lambda country: (-country.agreements, country.id))

    def with_counterparts(self, governments: Iterable[Government]) -> Agreements:
        """Return the agreements that some of these counterparts signed."""
        return frozenset(tie.agreement for g in governments for tie in self.ties[g.id])

    def home_of(self, governments: Iterable[Government]) -> Agreements:
        """Return the ids of the governments at home that have agreements with these."""
        return frozenset(tie.home for g in governments for tie in self.ties[g.id])

    def _served(
        self,
        post: Representation,
        closest: Mapping[str, list[Government]],
    ) -> Served:
        country = country_served(post)
        here = [government for government in self.counterparts if government.country == country]
        in_country = len(self.with_counterparts(here))
        if post.id not in self._reach:
            return Served(post, in_country, None, None, None, None)
        within, mine = self._reach[post.id], closest.get(post.id, [])
        return Served(
            post,
            in_country,
            len(self.with_counterparts(g for g in within if g.country == country)),
            len(self.with_counterparts(within)),
            len(self.with_counterparts(mine)),
            len(self.home_of(mine)),
        )


def find_coverage(snapshot: Snapshot, sender: str, km: float) -> Coverage:
    """Return how a country's representations lie to its agreements; `sender` is an ISO code."""
    ties: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties_abroad(snapshot, sender):
        ties[tie.abroad].append(tie)
    counterparts = tuple(g for g in snapshot.governments if g.id in ties)
    posts = posts_of(snapshot, sender)
    return Coverage(
        snapshot,
        country_words(snapshot, sender),
        km,
        posts,
        counterparts,
        nearest_posts(counterparts, posts.serving),
        {counterpart: tuple(found) for counterpart, found in ties.items()},
    )
