"""Small graphs by hand, for analyses: governments and agreements; links follow from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from grafo.analysis.snapshot import (
    Agreement,
    Cooperation,
    Country,
    Government,
    Representation,
    Snapshot,
)
from grafo.store.derive import linked_pairs


def country(
    id_: str,
    es: str,
    en: str,
    region: str | None = None,
    subregion: tuple[str, str, str] | None = None,
) -> Country:
    """Return a country; its subregion is the code and the names of one of M49."""
    code, subregion_es, subregion_en = subregion or (None, None, None)
    return Country(
        id_,
        es,
        en,
        region=region,
        subregion=code,
        subregion_es=subregion_es,
        subregion_en=subregion_en,
    )


_WEST = ("155", "Oeste", "West")
COUNTRIES = (
    country("AQ", "Antártida", "Antarctica"),
    country("AT", "Austria", "Austria", "150", _WEST),
    country("FR", "Francia", "France", "150", _WEST),
    country("IN", "India", "India", "142", ("034", "Sur", "South")),
    country("JP", "Japón", "Japan", "142", ("030", "Oriente", "East")),
    country("MX", "México", "Mexico", "019", ("419", "Latina", "Latin")),
)


def state(
    id_: str, population: int | None = None, area: float | None = None, country: str = "MX"
) -> Government:
    """Return a state named like its id."""
    return Government(id_, id_.title(), "state", country, population=population, area_km2=area)


def town(
    id_: str, within: str | None = None, population: int | None = None, country: str = "MX"
) -> Government:
    """Return a municipality named like its id."""
    return Government(
        id_, id_.title(), "municipality", country, population=population, parent=within
    )


def city(
    id_: str, country: str, lat: float | None = None, lon: float | None = None, name: str = ""
) -> Government:
    """Return a city abroad."""
    return Government(id_, name or id_.title(), "city", country, lat=lat, lon=lon)


def signed(id_: str, *parties: str, home: int = 1) -> Agreement:
    """Return an agreement whose first `home` parties are the home ones; 0: nobody says."""
    roles = ["home" if place < home else "counterpart" for place in range(len(parties))]
    given = zip(parties, roles if home else ["party"] * len(parties), strict=True)
    return Agreement(id_, "twinning", "in-force", tuple(sorted(given)))


def post(
    id_: str,
    country: str | None,
    lat: float | None = None,
    lon: float | None = None,
    type_: str = "embassy",
    status: str = "active",
    accredited_to: tuple[str, ...] = (),
    sender: str = "MX",
) -> Representation:
    """Return a representation of Mexico named like its id."""
    return Representation(
        id_,
        type_,
        status,
        country,
        sender,
        name_es=id_.title(),
        name_en=id_.title(),
        lat=lat,
        lon=lon,
        accredited_to=accredited_to,
    )


def graph(
    governments: Iterable[Government] = (),
    agreements: Iterable[Agreement] = (),
    representations: Iterable[Representation] = (),
    countries: tuple[Country, ...] = COUNTRIES,
) -> Snapshot:
    """Return the snapshot of a graph, sorted and linked as a store would have it."""
    signed_ = sorted(agreements, key=lambda agreement: agreement.id)
    between = Counter(pair for each in signed_ for pair in set(linked_pairs(each.parties)))
    return Snapshot(
        governments=tuple(sorted(governments, key=lambda government: government.id)),
        agreements=tuple(signed_),
        cooperations=tuple(
            Cooperation(one, other, count) for (one, other), count in sorted(between.items())
        ),
        countries=tuple(sorted(countries, key=lambda country: country.id)),
        representations=tuple(sorted(representations, key=lambda each: each.id)),
    )
