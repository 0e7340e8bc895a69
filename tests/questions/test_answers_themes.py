"""What agreements are about: answers worked out by hand."""

from __future__ import annotations

from tests.questions.conftest import Asked


def test_agreements_without_a_theme_are_counted_too(asked: Asked) -> None:
    assert asked("agreements_by_theme", "id agreements total share with_narrower by_keyword") == [
        (None, 3, 9, 0.3333, 3, 0),
        ("education", 2, 9, 0.2222, 2, 0),
        ("health", 2, 9, 0.2222, 2, 0),
        ("water", 2, 9, 0.2222, 2, 0),
        ("environment", 1, 9, 0.1111, 3, 1),
    ]


def test_a_theme_brings_what_is_about_its_narrower_ones(asked: Asked) -> None:
    assert asked("agreements_about_theme", "id themes basis", theme="medio ambiente") == [
        ("a05", ["environment"], "keyword"),
        ("a03", ["water"], "column"),
        ("a02", ["water"], "column"),
    ]
    assert asked("agreements_about_theme", "id", theme="Energía") == []
    # a06, about education, was withdrawn.
    assert asked("agreements_about_theme", "id", theme="education", home="") == [
        ("a08",),
        ("a01",),
    ]


def test_themes_by_country_are_shares_of_all_agreements_with_it(asked: Asked) -> None:
    assert asked("themes_by_country", "country theme agreements total share") == [
        ("US", "water", 2, 4, 0.5),
        ("US", "education", 1, 4, 0.25),
        ("US", "health", 1, 4, 0.25),
        ("FR", "education", 1, 2, 0.5),
        ("JP", "environment", 1, 2, 0.5),
        ("BR", "health", 1, 1, 1.0),
    ]
    assert asked("themes_by_country", "theme", country="US", top=1) == [("water",)]


def test_themes_by_state_hold_the_municipalities_too(asked: Asked) -> None:
    assert asked("themes_by_state", "state theme agreements total share") == [
        ("mx-14", "water", 2, 6, 0.3333),
        ("mx-14", "education", 1, 6, 0.1667),
        ("mx-14", "environment", 1, 6, 0.1667),
        ("mx-14", "health", 1, 6, 0.1667),
        ("mx-21", "education", 1, 4, 0.25),
        ("mx-21", "environment", 1, 4, 0.25),
        ("mx-21", "health", 1, 4, 0.25),
    ]
    assert len(asked("themes_by_state", "theme", state="Puebla", top=2)) == 2


def test_a_gap_is_a_theme_that_neither_it_nor_a_narrower_one_covers(asked: Asked) -> None:
    assert asked("theme_gaps", "id agreements in_country states") == [("energy", 0, 0, 0)]
    assert asked("theme_gaps", "id", state="Jalisco") == [("energy",)]
    assert asked("theme_gaps", "id agreements in_country states", state="Yucatán") == [
        ("environment", 0, 3, 2),
        ("education", 0, 2, 2),
        ("health", 0, 2, 2),
        ("water", 0, 2, 1),
        ("energy", 0, 0, 0),
    ]
    assert asked("theme_gaps", "id agreements", state="Puebla", at_most=1) == [
        ("water", 0),
        ("energy", 0),
        ("environment", 1),
        ("education", 1),
        ("health", 1),
    ]
