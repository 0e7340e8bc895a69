"""Where representations could help and nothing has been signed yet."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from grafo.analysis.abroad import country_served
from grafo.analysis.reach.cities import City, cities_near, large_cities, without_agreements
from grafo.analysis.reach.coverage import CountryReach, Coverage
from grafo.analysis.snapshot import Representation


@dataclass(frozen=True, slots=True)
class Opening:
    """A representation with no agreement in reach, and large cities without one.

    `near` are those of its country in its reach, `in_country` all of its country; the largest
    first.
    """

    post: Representation
    near: tuple[City, ...]
    in_country: tuple[City, ...]


@dataclass(frozen=True, slots=True)
class UnusedCountry:
    """A country with representations and no agreement, and its large cities."""

    country: CountryReach
    cities: tuple[City, ...]


@dataclass(frozen=True, slots=True)
class Openings:
    """All openings, those with most inhabitants in large cities first."""

    min_population: int
    posts: tuple[Opening, ...]
    countries: tuple[UnusedCountry, ...]


def find_openings(coverage: Coverage, min_population: int) -> Openings:
    """Return where a representation has no agreement in reach, or its whole country none.

    `min_population` is what makes a city a large one.
    """
    free = without_agreements(large_cities(min_population), coverage.counterparts)
    by_country: dict[str, list[City]] = defaultdict(list)
    for city in free:
        by_country[city.country].append(city)
    near = cities_near(coverage.idle, free, coverage.km)
    posts = [
        Opening(post, tuple(near[post.id]), tuple(by_country.get(country_served(post) or "", ())))
        for post in coverage.idle
    ]
    countries = [
        UnusedCountry(country, tuple(by_country.get(country.id, ())))
        for country in coverage.countries
        if country.posts and not country.agreements
    ]
    return Openings(
        min_population,
        tuple(
            sorted(posts, key=lambda o: (-people_in(o.near), -people_in(o.in_country), o.post.id))
        ),
        tuple(sorted(countries, key=lambda u: (-people_in(u.cities), u.country.id))),
    )


def people_in(cities: tuple[City, ...]) -> int:
    """Return how many live in these cities."""
    return sum(city.population for city in cities)
