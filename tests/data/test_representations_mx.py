"""representations_mx.csv: one row per post, countries and coordinates that exist."""

from __future__ import annotations

import re
from collections import Counter

from grafo.model import load_model
from tests.data.shipped import ids, rows, several

POSTS = rows("representations_mx.csv")
DOUBT_CODES = {
    "city:inferred-from-capital",
    "city:source-says-capital",
    "city:from-coordinates",
    "type:rank-not-stated",
    "type:inferred-from-ratification",
    "type:unofficial-source",
    "date:approximate",
}


def test_170_posts_each_once() -> None:
    assert len(POSTS) == 170
    keys = [row["id"] for row in POSTS]
    assert keys == sorted(set(keys))


def test_types_and_statuses_are_those_of_the_model() -> None:
    properties = load_model().nodes["Representation"].properties
    assert {row["type"] for row in POSTS} <= set(properties["type"].values or ())
    assert {row["status"] for row in POSTS} == set(properties["status"].values or ())


def test_countries_resolve_and_nobody_is_posted_to_mexico() -> None:
    countries = ids("countries.csv")
    for row in POSTS:
        assert row["represents"] == "MX"
        assert row["country"] in countries - {"MX"}, row["id"]
        assert set(several(row["accredited_to"])) <= countries - {"MX"}, row["id"]


def test_every_embassy_is_accredited_and_every_mission_to_an_organisation() -> None:
    for row in POSTS:
        if row["type"] == "embassy":
            assert row["accredited_to"], row["id"]
        if row["type"] == "permanent-mission":
            assert row["accredited_organizations"] and not row["accredited_to"], row["id"]


def test_names_are_there_in_both_languages_and_tell_posts_apart() -> None:
    for column in ("name_es", "name_en"):
        names = Counter((row[column], row["type"], row["country"]) for row in POSTS)
        assert max(names.values()) == 1, column
        assert all(row[column].strip() for row in POSTS)
    by_id = {row["id"]: row for row in POSTS}
    assert by_id["embassy-berlin-de"]["name_es"] == "Embajada de México en Alemania"
    assert by_id["consulate-general-los-angeles-ca-us"]["name_es"] == (
        "Consulado General de México en Los Ángeles"
    )


def test_coordinates_are_on_the_globe_and_go_with_a_geonames_id() -> None:
    for row in POSTS:
        assert bool(row["lat"]) == bool(row["lon"]) == bool(row["geonames_id"]), row["id"]
        if row["lat"]:
            assert -90 <= float(row["lat"]) <= 90
            assert -180 <= float(row["lon"]) <= 180
    assert {row["id"] for row in POSTS if not row["lat"]} == {
        "consulate-presidio-tx-us",
        "consulate-tecun-uman-gt",
    }


def test_every_row_names_its_sources_and_a_date_that_may_be_partial() -> None:
    for row in POSTS:
        assert several(row["sources"]), row["id"]
        assert re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", row["source_date"]), row["id"]


def test_codes_of_doubt_are_the_documented_ones() -> None:
    codes = {
        doubt
        for row in POSTS
        for doubt in several(row["doubts"])
        if re.fullmatch(r"[a-z]+:[a-z-]+", doubt)
    }
    assert codes == DOUBT_CODES


def test_closed_posts_are_kept() -> None:
    status = {row["id"]: row["status"] for row in POSTS}
    assert status["embassy-quito-ec"] == status["embassy-luanda-ao"] == "closed"
    assert Counter(status.values()) == {"active": 160, "closed": 8, "unknown": 2}
