"""country_names.csv, historic_states.csv, organizations.csv: one reading of every name."""

from __future__ import annotations

import re
from collections import Counter

from grafo.text import fold
from tests.data.shipped import rows, several

CODES = {row["id"] for row in rows("countries.csv")}
NAMES = rows("country_names.csv")
STATES = rows("historic_states.csv")
BODIES = rows("organizations.csv")


def test_every_name_stands_once_and_names_countries() -> None:
    keys = Counter(fold(row["name"]) for row in NAMES)
    assert keys.most_common(1)[0][1] == 1
    assert all(row["countries"] and set(several(row["countries"])) <= CODES for row in NAMES)


def test_only_names_judged_by_hand_are_several_countries() -> None:
    shared = [row["name"] for row in NAMES if "|" in row["countries"]]
    assert {"Congo", "Virgin Islands"} <= set(shared)
    assert len(shared) < 20


def test_a_state_of_the_past_has_successors_and_an_id_unless_it_only_changed_its_name() -> None:
    for row in STATES:
        assert set(several(row["became"])) <= CODES, row
        if row["kind"] == "renamed":
            assert not row["id"] and len(several(row["became"])) == 1, row
        else:
            assert re.fullmatch(r"nat-(?:[a-z]{4}|hist-[a-z-]+)", row["id"]), row
            assert row["since"] and int(row["since"]) < int(row["until"]), row


def test_no_name_of_the_past_is_another_countrys_name_today() -> None:
    today = {
        fold(name): row["id"]
        for row in rows("countries.csv")
        for name in (row["name_es"], row["name_en"], row["iso3"], *several(row["aliases"]))
        if name
    }
    for row in STATES:
        for name in (row["name_es"], row["name_en"], row["code"], *several(row["aliases"])):
            assert today.get(fold(name), row["became"]) == row["became"], name


def test_an_organization_has_one_id_for_each_name_and_its_letters() -> None:
    owners: dict[str, set[str]] = {}
    for row in BODIES:
        assert re.fullmatch(r"org-[a-z0-9]+(?:-[a-z0-9]+)*", row["id"])
        names = (row["name_es"], row["name_en"], *several(row["aliases"]))
        for name in (*map(fold, names), *several(row["acronyms"])):
            owners.setdefault(name, set()).add(row["id"])
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}
