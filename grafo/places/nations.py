"""A country as a party is its national government, never a town that bears its name.

Where a register may as well mean a place (Georgia, Luxembourg, Granada), both are asked about.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from grafo.places.bodies import nation_id
from grafo.places.countries import is_territory, several_countries
from grafo.places.country_table import country_table
from grafo.places.entries import NameKind
from grafo.places.former import former_by_id
from grafo.places.gazetteer import Found, Gazetteer
from grafo.places.nation_names import ALONE, NationName, is_part_of_a_title, nation_named
from grafo.places.place import BODY_LEVELS, LEVELS, NATIONAL, Candidate, Match, PlaceQuery
from grafo.places.scope import Scope
from grafo.text import fold

Otherwise = Callable[[], Match]

# A namesake that nobody has heard of does not keep a country from being meant: Francia in
# Honduras, Venezuela in Cuba. One this large, or this large beside the country, may.
_HEARD_OF = 25_000
_SHARE_OF_COUNTRY = 0.02
_SHARE_OF_LARGEST = 0.25
_MOST_SHOWN = 7
# A comma or a bracket may say where a town is; these signs and words only list.
_LISTED = re.compile(r"[/;|+&]|\s(?:y|e|and|et|und|en|och|og|i|ve)\s", re.IGNORECASE)


class Nations:
    """Tells national governments from the places that bear a country's name."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def resolve(self, name: str, query: PlaceQuery, scope: Scope, otherwise: Otherwise) -> Match:
        """Resolve a cleaned name that may be a country's; `otherwise` finds the place it is else.

        A name that is no country's is left to `otherwise`.
        """
        bodily = query.level in BODY_LEVELS | {NATIONAL}
        of_place = query.level in LEVELS and not bodily
        if scope.iso2 and fold(name) in ALONE and not of_place:
            return self._nation(query, NationName(fold(name), frozenset((scope.iso2,))))
        said = nation_named(name, codes=bodily)
        if said is None:
            return otherwise() if of_place else self._no_country(name, query, otherwise())
        if of_place:
            return self._place_or(said, query, scope, otherwise())
        if scope.countries and not any(self._fits(owner, scope) for owner in said.owners):
            # Jordan in Minnesota; but no town of Colombia is called Francia.
            return self._elsewhere(said, query, otherwise())
        if len(said.owners) > 1:
            return self._asked(said, query, (), ("nation:several",))
        sure = bodily or said.formal
        return self._nation(query, said) if sure else self._weighed(said, query, scope, otherwise)

    def _no_country(self, name: str, query: PlaceQuery, place: Match) -> Match:
        """Return the place, but ask about "Francia y España"; "Armenia, Colombia" is the town."""
        both = several_countries(name)
        if not both or (place.outcome != "unknown" and not _LISTED.search(name)):
            return place
        said = NationName(fold(name), both)
        return self._asked(said, query, place.candidates, ("nation:both",))

    def _weighed(
        self, said: NationName, query: PlaceQuery, scope: Scope, otherwise: Otherwise
    ) -> Match:
        """Decide between the country and what else bears its name, or ask."""
        if query.parent or query.lat is not None:
            return self._place_or(said, query, scope, otherwise())
        found = self._gazetteer.named(said.key, scope.countries or self._gazetteer.countries)
        rivals = [each for each in found if self._rivals(each, said, stated=bool(scope.countries))]
        if said.government:
            rivals = [each for each in rivals if each.is_division or each.also]
        of_another = bool(scope.countries) and all(map(is_territory, said.owners))
        if not rivals and not of_another:
            return self._nation(query, said)
        place = otherwise()
        if not rivals:
            # Guam is a county in a list of the United States, and a territory by itself.
            return place if place.outcome == "matched" else self._nation(query, said)
        taken = next((each for each in rivals if each.place == place.place), None)
        if taken is not None and not said.government and self._is_meant(taken, said, scope):
            return place
        if place.outcome == "ambiguous" and scope.countries:
            shown = (self._candidate(said), *place.candidates)
            return replace(place, candidates=shown[: _MOST_SHOWN + 1])
        others = [Candidate(each.place, 0.5, self._where(each)) for each in rivals]
        listed = {each.place.id for each in rivals}
        others += [each for each in place.candidates if each.place.id not in listed]
        division = any(each.is_division for each in rivals)
        why = "nation:or-division" if division else "nation:or-place"
        return self._asked(said, query, tuple(others), (why,))

    def _is_meant(self, found: Found, said: NationName, scope: Scope) -> bool:
        """Tell whether a place is what a list of towns means by its country's name.

        Beside the country, its largest town that bears the name (Luxembourg, Luxembourg); a
        territory's town or division is the territory (Hong Kong, Martinique).
        """
        country = found.place.country
        if said.key not in country_table().own:
            # What a country is called in Finnish (Brasilia) is first the name of a known town.
            return self._is_own(found, said)
        if is_territory(country) and country in said.owners:
            return self._is_own(found, said)
        largest = self._people(said)[1]
        large = found.weight >= _SHARE_OF_LARGEST * largest and not found.is_division
        return bool(scope.countries) and large and self._is_own(found, said)

    def _rivals(self, found: Found, said: NationName, *, stated: bool = False) -> bool:
        """Tell whether a place is known well enough to be meant by the country's name."""
        if found.kind is NameKind.QUALIFIER:
            return False
        at_home = found.place.country in said.owners
        alternate = not self._is_own(found, said)
        if alternate and not (at_home and stated) and not is_part_of_a_title(said):
            return False
        total, largest = self._people(said)
        if at_home:
            known = found.weight >= min(_HEARD_OF, max(1, _SHARE_OF_LARGEST * largest))
            return known or found.is_division
        return found.weight >= max(_HEARD_OF, _SHARE_OF_COUNTRY * total)

    def _place_or(self, said: NationName, query: PlaceQuery, scope: Scope, place: Match) -> Match:
        """Return the place that the register asks for, unless only a namesake nobody knows is."""
        if place.outcome == "unknown":
            return self._asked(said, query, place.candidates, ("nation:or-place",))
        stated = scope.countries or query.parent or query.lat is not None
        if stated or place.outcome == "ambiguous" or place.place is None:
            return place
        found = self._gazetteer.named(said.key, self._gazetteer.countries)
        if any(each.place == place.place and self._rivals(each, said) for each in found):
            return place
        return self._asked(said, query, place.candidates, ("nation:or-place",))

    def _elsewhere(self, said: NationName, query: PlaceQuery, place: Match) -> Match:
        if place.outcome != "unknown" or all(map(is_territory, said.owners)):
            return place
        against = (f"country:other:{(query.country or '')[:60]}",)
        return self._asked(said, query, place.candidates, against)

    def _where(self, found: Found) -> tuple[str, ...]:
        parent = found.place.parent and self._gazetteer.place(found.place.parent)
        return ("name:exact", f"in:{parent.name}") if parent else ("name:exact",)

    def _asked(
        self,
        said: NationName,
        query: PlaceQuery,
        others: tuple[Candidate, ...],
        against: tuple[str, ...],
    ) -> Match:
        nations = [self._candidate(said, owner) for owner in sorted(said.owners)]
        shown = (*nations, *others)[: _MOST_SHOWN + 1]
        best = shown[0]
        return Match(query, "ambiguous", None, best.score, best.evidence, against, shown)

    def _nation(self, query: PlaceQuery, said: NationName) -> Match:
        candidate = self._candidate(said)
        return Match(
            query, "matched", candidate.place, 1.0, candidate.evidence, (), (candidate,)
        )  # fmt: skip

    def _candidate(self, said: NationName, owner: str | None = None) -> Candidate:
        owner = owner or next(iter(said.owners))
        place = self._gazetteer.place(nation_id(owner))
        assert place is not None  # noqa: S101 - the gazetteer holds one for every country
        past = ("nation:past",) if owner.startswith("nat-") else ("nation",)
        return Candidate(place, 0.9, past)

    def _fits(self, owner: str, scope: Scope) -> bool:
        """Tell whether a country may be meant where the register states a country."""
        former = former_by_id().get(owner)
        became = {owner} if former is None else set(former.became)
        return not became.isdisjoint(scope.countries)

    def _people(self, said: NationName) -> tuple[int, int]:
        people = [self._gazetteer.people_in(owner) for owner in said.owners]
        return sum(total for total, _ in people), max((most for _, most in people), default=0)

    def _is_own(self, found: Found, said: NationName) -> bool:
        """Tell whether a place bears the name as its own: Yibuti is the town of Djibouti too."""
        if found.kind < NameKind.ALTERNATE:
            return True
        return bool(country_table().names.get(fold(found.place.name), frozenset()) & said.owners)
