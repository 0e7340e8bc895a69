"""Which countries and which regions of the world a country has agreements with."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from grafo.analysis.abroad import Tie, country_served, serves_places
from grafo.analysis.snapshot import Country, Snapshot


@dataclass(frozen=True, slots=True)
class Partner:
    """A country abroad.

    `agreements` are those with the home country; `active` counts its governments that have an
    agreement with anyone, `representations` those of the home country in it.
    """

    country: Country
    agreements: int
    active: int
    representations: int


@dataclass(frozen=True, slots=True)
class Region:
    """A subregion of the United Nations' M49: its countries and what they have with home."""

    id: str
    name_es: str
    name_en: str
    countries: int
    reached: int
    agreements: int


def partners(snapshot: Snapshot, home: str, ties: list[Tie]) -> list[Partner]:
    """Return every country but the home country, by id."""
    agreements: dict[str, set[str]] = defaultdict(set)
    country_of = {government.id: government.country for government in snapshot.governments}
    for tie in ties:
        agreements[country_of[tie.abroad]].add(tie.agreement)
    active: dict[str, set[str]] = defaultdict(set)
    for agreement in snapshot.agreements:
        for party, _ in agreement.parties:
            active[country_of[party]].add(party)
    posts: dict[str, int] = defaultdict(int)
    for post in snapshot.representations:
        active_here = post.status == "active" and post.sender == home and serves_places(post)
        if active_here and (country := country_served(post)):
            posts[country] += 1
    return [
        Partner(
            country,
            len(agreements.get(country.id, ())),
            len(active.get(country.id, ())),
            posts.get(country.id, 0),
        )
        for country in snapshot.countries
        if country.id != home
    ]


def without_agreements(partners: list[Partner]) -> list[Partner]:
    """Return the countries with nothing, first those where there is most to build on.

    That is: whose governments have agreements with others, and where the home country has
    representations.
    """
    found = [partner for partner in partners if not partner.agreements]
    return sorted(found, key=lambda p: (-p.active, -p.representations, p.country.id))


def regions(partners: list[Partner], ties: list[Tie], country_of: dict[str, str]) -> list[Region]:
    """Return the subregions, those with fewest agreements first.

    `country_of` gives the country of each government. An agreement with two countries of a
    subregion counts once in it. Countries without a subregion are left out.
    """
    members: dict[str, list[Partner]] = defaultdict(list)
    for partner in partners:
        if partner.country.subregion:
            members[partner.country.subregion].append(partner)
    region_of = {p.country.id: p.country.subregion for p in partners}
    agreements: dict[str | None, set[str]] = defaultdict(set)
    for tie in ties:
        agreements[region_of.get(country_of[tie.abroad])].add(tie.agreement)
    found = [
        Region(
            code,
            inside[0].country.subregion_es or code,
            inside[0].country.subregion_en or code,
            len(inside),
            sum(partner.agreements > 0 for partner in inside),
            len(agreements.get(code, ())),
        )
        for code, inside in members.items()
    ]
    return sorted(found, key=lambda region: (region.agreements, region.id))
