"""Where the data come from and how good they are: answers worked out by hand."""

from __future__ import annotations

from tests.questions.conftest import Asked


def test_two_sources_conflict_only_where_both_say_something_else(asked: Asked) -> None:
    # The year 1994 does not contradict a day of it, and a claim that was retired says nothing.
    columns = "node id property source says other_source other_says holds"
    assert asked("conflicts_between_sources", columns) == [
        ("Agreement", "a01", "status", "list", "in-force", "other", "expired", "in-force")
    ]
    assert asked("conflicts_between_sources", "id", property="signed") == []


def test_two_of_one_name_are_suspected_unless_their_level_differs(asked: Asked) -> None:
    # The state and the municipality of Puebla are no duplicates.
    columns = "id agreements other_id other_agreements km"
    assert asked("duplicate_governments", columns) == [("slug-la", 0, "us-la", 3, None)]
    assert asked("duplicate_governments", "id", country="MX") == []


def test_two_agreements_of_the_same_parties_and_kind_are_suspected(asked: Asked) -> None:
    columns = "id other_id signed other_signed parties sources"
    assert asked("duplicate_agreements", columns, home="MX") == [
        ("a01", "a10", "1994-05-06", "1995", ["Guadalajara (MX)", "Los Angeles (US)"],
         ["list", "other"]),
        ("a02", "a03", "2019-03", "2020-07-01", ["Jalisco (MX)", "California (US)"], ["list"]),
    ]  # fmt: skip
    assert asked("duplicate_agreements", "id", years=0) == []
    assert asked("duplicate_agreements", "id", home="BR") == []


def test_completeness_counts_what_agreements_have(asked: Asked) -> None:
    assert asked("completeness_of_agreements", "id agreements total share") == [
        ("signed", 8, 9, 0.8889),
        ("signed-day", 5, 9, 0.5556),
        ("status", 6, 9, 0.6667),
        ("validity", 3, 9, 0.3333),
        ("theme", 6, 9, 0.6667),
        ("title", 1, 9, 0.1111),
        ("register-number", 1, 9, 0.1111),
        ("places", 8, 9, 0.8889),
    ]
    assert asked("completeness_of_agreements", "total", source="other")[0] == (1,)


def test_provenance_names_each_source_in_order_of_weight(asked: Asked) -> None:
    assert asked("provenance_of_agreement", "source file row", agreement="a01") == [
        ("list", "list.csv", 2),
        ("other", "list.csv", 2),
    ]
