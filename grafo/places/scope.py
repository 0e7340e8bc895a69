"""Where a query is looked for, and holding candidates against what it says of their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite

from grafo.places.countries import CountryMatch, country_of, within
from grafo.places.distance import kilometres
from grafo.places.gazetteer import Gazetteer
from grafo.places.phrases import clean
from grafo.places.place import DIVISION_LEVELS, Place, PlaceQuery
from grafo.places.weighing import (
    DECISIVE_SHARE,
    DECISIVE_SHARE_IN_DOUBT,
    DECISIVE_SHARE_WORLDWIDE,
    Weighed,
)
from grafo.places.whereabouts import Whereabouts

# A town's point is its middle, which two sources put some kilometres apart.
_NEAR_POINT_KM = 20.0
# Of two namesakes that near, the point decides when one is nearer by this much.
_NEARER_KM = 5.0
# The point of a state may be its centre, or its seat.
_NEAR_POINT_OF_DIVISION_KM = 400.0
_CODE_LENGTH = 2
_APART = re.compile(r"\s*[,;:/|()\[\]]\s*|\s+[-\u2010-\u2015]\s+")
_LONGEST_PARENT = 200


@dataclass(frozen=True, slots=True)
class Scope:
    """The country of a query; `iso2` is None when none is stated or none is understood.

    `among` are the countries that a state of the past became, where that is what is stated.
    """

    iso2: str | None
    division: str | None = None
    evidence: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    among: tuple[str, ...] = ()

    @property
    def countries(self) -> tuple[str, ...]:
        """The country and its territories, or nothing for the whole world."""
        return within(self.iso2) if self.iso2 else self.among

    def evidence_for(self, place: Place) -> tuple[str, ...]:
        """Return how the country speaks for a place."""
        if self.iso2 is None:
            return self.evidence if self.among else ("country:not-stated",)
        if place.country != self.iso2:
            return (f"country:territory:{place.country}",)
        return self.evidence

    def stated_divisions(self, query: PlaceQuery) -> Iterator[str]:
        """Yield what the register's own columns say of the division."""
        if self.division:
            yield self.division
        parent = clean((query.parent or "")[:_LONGEST_PARENT])
        if parent:
            yield parent

    def is_country(self, text: str) -> bool:
        """Tell whether a qualifier only repeats the country."""
        if self.iso2 is not None:
            return country_of(text).iso2 == self.iso2
        return bool(self.among) and country_of(text).among == self.among

    def narrowed(self, text: str) -> Scope | None:
        """Return the scope that a qualifier gives where the register gives no country."""
        if self.countries or self.against or len(text) <= _CODE_LENGTH:
            return None
        country = country_of(text)
        if not country.recognised or "country:misspelt" in country.evidence:
            return None
        if country.former:
            return _of_the_past(country, text)
        return Scope(country.iso2, country.division, ("country:in-name",))


def scope_of(query: PlaceQuery) -> Scope:
    """Read the country that a register states for a place."""
    text = clean(query.country or "")
    if not text:
        return Scope(None)
    country = country_of(text)
    if country.former:
        return _of_the_past(country, text)
    if country.iso2 is None:
        several = "several" if country.candidates else "unrecognised"
        return Scope(None, against=(f"country:{several}:{text[:60]}",))
    misspelt = "country:misspelt" in country.evidence
    evidence = ("country:misspelt",) if misspelt else ("country:same",)
    return Scope(country.iso2, country.division, evidence)


def without_country(name: str, scope: Scope) -> tuple[str, Scope] | None:
    """Take the country off a name that ends (or begins) with it, whatever the sign between.

    "Prefectura de Nagoya, Japón" and "Japón: Prefectura de Nagoya" are both the prefecture, in
    Japan. None where the name says no country, or another than the register does.
    """
    pieces = [piece.strip() for piece in _APART.split(name) if piece and piece.strip()]
    if len(pieces) < 2:
        return None
    for said, rest in ((pieces[-1], pieces[:-1]), (pieces[0], pieces[1:])):
        if len(said) <= _CODE_LENGTH or any(country_of(each).iso2 for each in rest):
            continue
        if scope.is_country(said):
            return ", ".join(rest), scope
        narrowed = scope.narrowed(said)
        if narrowed is not None and narrowed.division is None:
            return ", ".join(rest), narrowed
    return None


def _of_the_past(country: CountryMatch, text: str) -> Scope:
    """Return the scope of a state that is no more: the countries that it became."""
    among = () if country.iso2 else country.among
    return Scope(country.iso2, country.division, (f"country:former:{text[:60]}",), (), among)


def decisive_share(scope: Scope, *, in_doubt: bool) -> float:
    """Return the share of people that decides among namesakes."""
    share = DECISIVE_SHARE_IN_DOUBT if in_doubt else DECISIVE_SHARE
    return max(share, DECISIVE_SHARE_WORLDWIDE) if scope.iso2 is None else share


def hold_there(
    candidates: list[Weighed], where: Whereabouts, *, as_part: bool = False, stated: bool = False
) -> tuple[list[Weighed], bool]:
    """Keep the candidates that are where the name says; tell whether nothing contradicts it.

    `stated` says that a column of divisions gives it: then a name that only towns bear is that
    of a division which the gazetteer lacks, and speaks against nothing.
    """
    there: list[Weighed] = []
    for each in candidates:
        evidence = where.vouches_for(each.found, as_part=as_part)
        if evidence:
            each.evidence.append(evidence)
            there.append(each)
    if there:
        return there, True
    if not where.recognised or (stated and not where.divisions):
        for each in candidates:
            each.against.append(f"parent:unrecognised:{where.text[:60]}")
            each.factor *= 0.95
        return candidates, True
    for each in candidates:
        each.against.append(f"parent:elsewhere:{where.text[:60]}")
        each.factor *= 0.5
    return candidates, False


def hold_against_point(
    candidates: list[Weighed], query: PlaceQuery, gazetteer: Gazetteer
) -> tuple[list[Weighed], bool]:
    """Keep the candidates at the query's point; tell whether none of them is far from it.

    A division without a point of its own is there when the nearest town lies in it.
    """
    if query.lat is None or query.lon is None or not isfinite(query.lat + query.lon):
        return candidates, True
    lat, lon = query.lat, query.lon
    around = gazetteer.divisions_at(lat, lon)
    near: list[tuple[float, Weighed]] = []
    for each in candidates:
        away = _away(each, lat, lon, around)
        division = each.found.place.level in DIVISION_LEVELS
        code = f"coordinates:{away:.0f}km"
        if away < (_NEAR_POINT_OF_DIVISION_KM if division else _NEAR_POINT_KM):
            each.evidence.append(code)
            near.append((away, each))
        elif isfinite(away):
            each.against.append(code)
            each.factor *= 0.5
    # A bare name is the town's before it is the province's around the point.
    bare = any(not each.found.is_second_order for each in candidates)
    if near and (not bare or any(not each.found.is_second_order for _, each in near)):
        nearest = min(away for away, _ in near)
        return [each for away, each in near if away <= nearest + _NEARER_KM], True
    return candidates, all(each.found.place.lat is None for each in candidates)


def _away(each: Weighed, lat: float, lon: float, around: frozenset[str]) -> float:
    place = each.found.place
    if place.lat is None and place.id in around:
        return 0.0
    return kilometres(lat, lon, place.lat, place.lon)
