"""article_claims.csv: what the article says lies within what its rounding allows."""

from __future__ import annotations

from tests.data.shipped import rows

CLAIMS = rows("article_claims.csv")


def test_every_claim_has_its_own_id_and_measure() -> None:
    assert len({row["id"] for row in CLAIMS}) == len(CLAIMS)
    assert len({row["measure"] for row in CLAIMS}) == len(CLAIMS)
    assert all(row["meaning_es"] and row["meaning_en"] and row["rounding"] for row in CLAIMS)


def test_units_are_known_and_intervals_are_in_order() -> None:
    for row in CLAIMS:
        assert row["unit"] in {"count", "percent", "year"}, row["id"]
        low, high = float(row["accept_min"]), float(row["accept_max"] or "inf")
        assert low <= high, row["id"]
        more_than = row["rounding"].startswith("more than")
        assert low <= float(row["value"]) <= high or more_than, row["id"]


def test_whole_percents_accept_half_a_percent_each_way() -> None:
    for row in CLAIMS:
        if row["rounding"] == "whole percent":
            value = float(row["value"])
            assert float(row["accept_min"]) == value - 0.5, row["id"]
            assert float(row["accept_max"]) == value + 0.5, row["id"]


def test_shares_of_one_whole_add_up() -> None:
    value = {row["measure"]: float(row["value"]) for row in CLAIMS}
    assert value["share_state_level"] + value["share_municipal_level"] == 100
    assert value["share_specific_cooperation"] + value["share_twinning"] == 100
