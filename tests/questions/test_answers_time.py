"""When agreements were signed and when they end: answers worked out by hand, dates partial too."""

from __future__ import annotations

from tests.questions.conftest import Asked


def test_a_year_without_a_date_is_not_lost(asked: Asked) -> None:
    years = ("1994", "1995", "1998", "2005", "2018", "2019", "2020", "2021")
    counted = [(year, 1, at) for at, year in enumerate(years, start=1)]
    assert asked("agreements_by_year", "year agreements cumulative") == [*counted, (None, 1, None)]
    # The agreement among three foreign cities is of 2010, and of no kind with a name.
    assert ("2010", 1, 0, 0, 1) in asked(
        "agreements_by_year", "year agreements twinnings cooperation other", home=""
    )
    assert asked("agreements_by_year", "year agreements", kind="specific-cooperation") == [
        ("2005", 1), ("2019", 1), ("2020", 1), ("2021", 1),
    ]  # fmt: skip


def test_the_oldest_come_first_and_the_undated_not_at_all(asked: Asked) -> None:
    assert asked("oldest_agreements", "id signed", limit=3) == [
        ("a01", "1994-05-06"),
        ("a10", "1995"),
        ("a04", "1998"),
    ]
    assert len(asked("oldest_agreements", "id", home="")) == 9


def test_an_end_that_tells_only_the_year_may_be_within_the_term(asked: Asked) -> None:
    # Counted from the last signature, 2021-11-15, to 2022-11-15.
    columns = "id ends certain as_of"
    assert asked("agreements_expiring", columns) == [("a02", "2022", False, "2021-11-15")]
    assert asked("agreements_expiring", "id certain", months=24) == [("a02", True), ("a05", True)]
    assert asked("agreements_expiring", "id certain as_of", as_of="2021", months=6) == [
        ("a03", True, "2021-01-01")
    ]
    assert asked("agreements_expiring", "id", as_of="2021-07-01", months=0) == []
    assert asked("agreements_expiring", "id", as_of="9999-12-31", months=1200) == []


def test_an_agreement_is_past_when_its_source_or_its_date_says_so(asked: Asked) -> None:
    columns = "id ends by_date status"
    assert asked("agreements_expired", columns) == [
        ("a03", "2021-06-30", True, "in-force"),
        ("a08", None, False, "expired"),
    ]
    assert asked("agreements_expired", "id", still_listed=True) == [("a03",)]
    # “2023-02” is past on 1 March and not yet on 28 February; “2022” is past on both.
    assert asked("agreements_expired", "id", as_of="2023-03", still_listed=True) == [
        ("a05",), ("a02",), ("a03",),
    ]  # fmt: skip
    assert asked("agreements_expired", "id", as_of="2023-02-28", still_listed=True) == [
        ("a02",), ("a03",),
    ]  # fmt: skip


def test_a_later_agreement_between_the_same_wakes_one_up(asked: Asked) -> None:
    # a01 of 1994 was followed by a10 between the same cities; a08 and a06 are over.
    assert asked("agreements_dormant", "id signed undated") == [
        ("a10", "1995", 0),
        ("a04", "1998", 0),
    ]
    assert asked("agreements_dormant", "id", as_of="2010") == []
    assert asked("agreements_dormant", "id", as_of="2011") == [("a10",)]
    assert asked("agreements_dormant", "id", as_of="2019-10-10", years=1) == [
        ("a10",), ("a04",), ("a11",),
    ]  # fmt: skip
    assert asked("agreements_dormant", "id", as_of="2019-10-09", years=1, home="br") == []
    assert asked("agreements_dormant", "id", as_of="0003", years=500) == []


def test_the_pandemic_is_compared_with_as_many_years_before(asked: Asked) -> None:
    columns = "id before during change share_before share_during"
    assert asked("pandemic_years", columns) == [
        ("*", 2, 2, 0, 1.0, 1.0),
        ("health", 1, 1, 0, 0.5, 0.5),
        ("water", 1, 1, 0, 0.5, 0.5),
        ("environment", 0, 1, 1, 0.0, 0.5),
    ]
    assert asked("pandemic_years", "id name_es before during", by="kind") == [
        ("*", "(todos)", 2, 2),
        ("specific-cooperation", "cooperación específica", 1, 2),
        ("twinning", "hermanamiento", 1, 0),
    ]
    # 1995 alone against 1994 alone: one without a theme against one about education.
    assert asked("pandemic_years", "id before during", **{"from": 1995, "to": 1995}) == [
        ("*", 1, 1),
        ("-", 0, 1),
        ("education", 1, 0),
    ]


def test_what_was_withdrawn_is_listed_here_and_nowhere_else(asked: Asked) -> None:
    assert asked("agreements_withdrawn", "id parties retired_at sources") == [
        ("a06", ["Mérida (MX)", "San Antonio (US)"], "2024-05-01", ["list"])
    ]
    assert asked("agreements_withdrawn", "id", home="JP") == []
