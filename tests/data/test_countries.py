"""countries.csv: every country once, every spelling of one country only."""

from __future__ import annotations

import csv
import os
import re
from collections import Counter
from pathlib import Path

import pytest

from grafo.text import fold
from tests.data.shipped import Row, rows, several

COUNTRIES = rows("countries.csv")


def spellings(row: Row) -> list[str]:
    return [row["name_es"], row["name_en"], *several(row["aliases"])]


COUNTRY_OF = {fold(name): row["id"] for row in COUNTRIES for name in spellings(row)}


def test_the_249_countries_of_iso_3166_and_kosovo_are_there_once() -> None:
    codes = [row["id"] for row in COUNTRIES]
    assert codes == sorted(set(codes))
    assert len(codes) == 250
    assert all(re.fullmatch("[A-Z]{2}", code) for code in codes)
    without_iso3 = [row["id"] for row in COUNTRIES if not re.fullmatch("[A-Z]{3}", row["iso3"])]
    assert without_iso3 == ["XK"]
    iso3 = Counter(row["iso3"] for row in COUNTRIES)
    assert iso3.most_common(1)[0][1] == 1


def test_every_country_has_a_spanish_and_an_english_name() -> None:
    assert all(row["name_es"].strip() and row["name_en"].strip() for row in COUNTRIES)


def test_no_spelling_belongs_to_two_countries() -> None:
    owners: dict[str, set[str]] = {}
    for row in COUNTRIES:
        for name in spellings(row):
            assert fold(name), row["id"]
            owners.setdefault(fold(name), set()).add(row["id"])
    assert {name: who for name, who in owners.items() if len(who) > 1} == {}


def test_codes_of_regions_are_three_digits_and_have_names_wherever_there_is_one() -> None:
    for row in COUNTRIES:
        for column in ("m49", "region", "subregion"):
            assert re.fullmatch(r"(?:\d{3})?", row[column]), row["id"]
        for column in ("region", "subregion"):
            named = {bool(row[column]), bool(row[f"{column}_es"]), bool(row[f"{column}_en"])}
            assert len(named) == 1, row["id"]
    assert [row["id"] for row in COUNTRIES if not row["region"]] == ["AQ"]


@pytest.mark.parametrize(
    ("spelling", "country"),
    [
        ("EUA", "US"),
        ("E.U.A.", "US"),
        ("EE. UU.", "US"),
        ("EE.UU.", "US"),
        ("USA", "US"),
        ("Estados Unidos de América", "US"),
        ("Estados Unidos Mexicanos", "MX"),
        ("Inglaterra", "GB"),
        ("Reino Unido", "GB"),
        ("Holanda", "NL"),
        ("República Checa", "CZ"),
        ("Czech Republic", "CZ"),
        ("Chequia", "CZ"),
        ("Corea del Sur", "KR"),
        ("República de Corea", "KR"),
        ("South Korea", "KR"),
        ("Corea del Norte", "KP"),
        ("TURQUIA", "TR"),
        ("Türkiye", "TR"),
        ("Costa de Marfil", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("Palestina", "PS"),
        ("Kosovo", "XK"),
        ("Taiwán", "TW"),
        ("China, República Popular", "CN"),
        ("R.P. China", "CN"),
        ("Viet Nam", "VN"),
        ("Birmania", "MM"),
        ("Swazilandia", "SZ"),
        ("Macedonia", "MK"),
        ("Cabo Verde", "CV"),
        ("Cape Verde", "CV"),
        ("Northern Cyprus", "CY"),
        ("Estado Plurinacional de Bolivia", "BO"),
        ("Venezuela (República Bolivariana de)", "VE"),
    ],
)
def test_spellings_that_registers_use_are_known(spelling: str, country: str) -> None:
    assert COUNTRY_OF[fold(spelling)] == country


def test_every_country_written_in_the_lists_of_twin_towns_is_known() -> None:
    source = os.environ.get("GRAFO_BENCH_DATA")
    if not source:
        pytest.skip("GRAFO_BENCH_DATA does not name the folder of the source material")
    lists = Path(source) / "twin-towns-wikipedia" / "twin_cities_raw.csv"
    with lists.open(encoding="utf-8", newline="") as stream:
        written = {row[side] for row in csv.DictReader(stream) for side in ("country1", "country2")}
    # "Congo" is the name of two countries, and so of neither here.
    slips = {"", "in Italy", "Japa", "Kazakhstah", "Island", "Congo"}
    left_to_the_matcher = {name for name in written if "," in name or "(" in name}
    unknown = {n for n in written - slips - left_to_the_matcher if fold(n) not in COUNTRY_OF}
    assert unknown == set()
