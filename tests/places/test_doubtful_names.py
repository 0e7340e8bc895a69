"""Names that were once answered without a word, each by another road to a wrong place."""

from __future__ import annotations

import pytest

from tests.places.conftest import Ask, answer


@pytest.mark.parametrize(
    ("cell", "country"),
    [
        ("Köln/Bonn", "DE"),
        ("Bonn / Köln", "DE"),
        ("Alicante/Elche", "ES"),
        ("Granada - Motril", "ES"),
        ("Mumbai, Pune", "IN"),
        ("Mumbai/Pune", "IN"),
        ("Waterloo, Kitchener", "CA"),
        ("Leeds, Bradford", "GB"),
    ],
)
def test_a_town_that_names_a_province_too_does_not_hold_the_other(
    ask: Ask, cell: str, country: str
) -> None:
    match = ask(cell, country)
    assert match.outcome == "ambiguous"
    assert len({each.place.name for each in match.candidates}) > 1


@pytest.mark.parametrize(
    ("cell", "country"),
    [
        ("Kansas City, Independence", "US"),
        ("Oklahoma City, Norman", "US"),
        ("Guatemala City, Mixco", "GT"),
    ],
)
def test_a_city_named_after_its_state_is_not_the_state(ask: Ask, cell: str, country: str) -> None:
    assert ask(cell, country).outcome == "ambiguous"


@pytest.mark.parametrize(
    ("name", "country", "parent", "identity"),
    [
        ("Milano", "IT", "Lombardia", "gn-3173435"),
        ("Firenze", "IT", "Toscana", "gn-3176959"),
        ("Antwerpen", "BE", "Vlaanderen", "gn-2803138"),
    ],
)
def test_a_city_in_its_own_language_is_not_the_province(
    ask: Ask, name: str, country: str, parent: str, identity: str
) -> None:
    assert answer(ask(name, country, parent=parent)) == identity
    assert answer(ask(f"{name}, {parent}", country)) == identity


@pytest.mark.parametrize(
    ("name", "country"),
    [("Dartmouth", "US"), ("Medina", "ES"), ("West Carrollton", "US"), ("L'Hôpital", "FR")],
)
def test_an_alternate_name_of_a_small_place_does_not_beat_nothing(
    ask: Ask, name: str, country: str
) -> None:
    assert ask(name, country).outcome == "ambiguous"


def test_a_village_does_not_stand_for_a_district_of_a_great_city(ask: Ask) -> None:
    for name in ("Kartal", "Avcılar"):
        assert ask(name, "TR").outcome == "ambiguous", name


def test_an_abbreviated_province_is_not_what_the_cell_names(ask: Ask) -> None:
    match = ask("Québec, QC", "CA")
    assert match.place is None or match.place.id == "gn-6325494"


def test_a_name_with_a_question_mark_is_asked_about(ask: Ask) -> None:
    match = ask("Lyon?", "FR")
    assert match.outcome == "ambiguous"
    assert [each.place.id for each in match.candidates] == ["gn-2996944"]
