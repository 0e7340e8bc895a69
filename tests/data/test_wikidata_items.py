"""data/wikidata_items.csv: items of governments, as Wikidata writes them, each of one only."""

from __future__ import annotations

import re
import sys
from collections import Counter

from tests.data.shipped import SCRIPTS, rows

sys.path.insert(0, str(SCRIPTS))

from build_wikidata_items import agreed  # scripts are no package

ITEMS = rows("wikidata_items.csv")


def test_each_government_has_one_item_and_each_item_one_government() -> None:
    assert (
        len(ITEMS) == len({row["id"] for row in ITEMS}) == len({row["wikidata"] for row in ITEMS})
    )
    assert all(re.fullmatch("Q[1-9][0-9]*", row["wikidata"]) for row in ITEMS)
    assert all(int(row["twinnings"]) >= 1 for row in ITEMS)


def test_known_items_are_theirs() -> None:
    known = {row["id"]: row["wikidata"] for row in ITEMS}
    assert known["mx-09"] == "Q1489"
    assert known["mx-14039"] == "Q9022"
    assert known["gn-1857910"] == "Q34600"


def test_most_are_outside_of_mexico_and_all_countries_are_codes() -> None:
    countries = Counter(row["country"] for row in ITEMS)
    assert countries["MX"] < len(ITEMS) / 2
    assert all(re.fullmatch("[A-Z]{2}", country) for country in countries)


def test_an_item_is_taken_only_where_one_pair_is_possible_and_all_twinnings_agree() -> None:
    names = {"a": {"one"}, "b": {"two"}, "c": {"three"}, "d": {"three"}, "e": {"five"}}
    named = {"one": {"Q1", "Q9"}, "two": {"Q2"}, "three": {"Q3"}, "five": {"Q5", "Q6"}}
    twinned = {"Q1": {"Q2", "Q3", "Q5", "Q6"}, "Q2": {"Q1"}, "Q3": {"Q1"}}
    found = agreed([("a", "b"), ("a", "c"), ("a", "d"), ("a", "e")], names, named, twinned)
    # c and d would have one item between them; e has two that would do.
    assert found == {"a": ("Q1", 3), "b": ("Q2", 1)}
    twinned["Q9"] = {"Q3"}
    assert "a" in agreed([("a", "b"), ("a", "c")], names, named, twinned)
