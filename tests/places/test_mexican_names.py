"""States, municipalities and boroughs of Mexico, as registers write them."""

from __future__ import annotations

import pytest

from grafo.places import Matcher, PlaceQuery
from grafo.places.mexico import read_governments
from tests.places.conftest import Ask, answer

GUADALAJARA, MEXICO_CITY, STATE_OF_MEXICO = "mx-14039", "mx-09", "mx-15"


@pytest.mark.parametrize(
    "name",
    [
        "Guadalajara",
        "GUADALAJARA",
        "Municipio de Guadalajara",
        "H. Ayuntamiento de Guadalajara",
        "Ayuntamiento Constitucional de Guadalajara, Jalisco",
        "Guadalajara, Jal.",
        "Guadalajara, Jal., México",
        "Gobierno Municipal de Guadalajara",
        "Guadalajara (Jalisco)",
        "Guadalajara – Jalisco",
        "Guadalaxara",
    ],
)
def test_a_municipality_is_found_however_it_is_wrapped(ask: Ask, name: str) -> None:
    assert answer(ask(name, "México")) == GUADALAJARA


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("Cancún", "mx-23005"),
        ("Los Mochis", "mx-25001"),
        ("Cd. Juárez, Chih.", "mx-08037"),
        ("Ciudad Guzmán (Zapotlán el Grande)", "mx-14023"),
        ("Acapulco", "mx-12001"),
    ],
)
def test_a_municipality_is_known_by_its_seat(ask: Ask, name: str, identity: str) -> None:
    assert answer(ask(name, "MX")) == identity


@pytest.mark.parametrize(
    "name",
    [
        "Ciudad de México",
        "Distrito Federal",
        "México, D.F.",
        "CDMX",
        "Mexico City",
        "Gobierno de la Ciudad de México",
        "Jefatura de Gobierno del Distrito Federal",
    ],
)
def test_the_capital_is_one_government_under_all_its_names(ask: Ask, name: str) -> None:
    assert answer(ask(name, "MX")) == MEXICO_CITY


def test_the_capital_answers_as_a_state_and_as_a_city(ask: Ask) -> None:
    for level in ("state", "city", "municipality"):
        assert answer(ask("Ciudad de México", "MX", level=level)) == MEXICO_CITY


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("Mexico City – Coyoacán", "mx-09003"),
        ("Cuauhtémoc (Mexico City)", "mx-09015"),
        ("Alcaldía Cuauhtémoc", "mx-09015"),
        ("Delegación Iztapalapa", "mx-09007"),
        ("Alcaldía Benito Juárez", "mx-09014"),
    ],
)
def test_a_borough_is_not_the_city_nor_a_namesake_elsewhere(
    ask: Ask, name: str, identity: str
) -> None:
    assert answer(ask(name, "MX")) == identity


@pytest.mark.parametrize(
    ("state", "capital", "state_id", "capital_id"),
    [
        ("Puebla", "Puebla", "mx-21", "mx-21114"),
        ("Oaxaca", "Oaxaca", "mx-20", "mx-20067"),
        ("Guanajuato", "Guanajuato", "mx-11", "mx-11015"),
        ("Querétaro", "Querétaro", "mx-22", "mx-22014"),
        ("Veracruz", "Veracruz", "mx-30", "mx-30193"),
    ],
)
def test_a_name_of_state_and_city_follows_the_level_and_is_the_city_without_one(
    ask: Ask, state: str, capital: str, state_id: str, capital_id: str
) -> None:
    assert answer(ask(state, "MX", level="state")) == state_id
    assert answer(ask(f"Gobierno del Estado de {state}", "MX")) == state_id
    assert answer(ask(capital, "MX", level="municipality")) == capital_id
    assert answer(ask(f"Municipio de {capital}", "MX")) == capital_id
    unsaid = ask(capital, "MX")
    assert answer(unsaid) == capital_id
    assert f"level:town-over-{state_id}" in unsaid.evidence


@pytest.mark.parametrize("name", ["Guerrero", "Hidalgo", "Morelos", "Sinaloa", "México"])
def test_a_state_beside_lesser_towns_of_its_name_is_not_guessed(ask: Ask, name: str) -> None:
    match = ask(name, "MX")
    assert match.outcome == "ambiguous"
    assert "level:division-or-town" in match.against


@pytest.mark.parametrize(
    ("name", "identity"), [("Jalisco", "mx-14"), ("Estado de México", "mx-15")]
)
def test_a_name_that_only_a_state_has_is_the_state(ask: Ask, name: str, identity: str) -> None:
    assert answer(ask(name, "MX")) == identity


def test_a_state_beside_its_own_name_is_the_state(ask: Ask) -> None:
    assert answer(ask("Morelos", "MX", parent="Morelos")) == "mx-17"


def test_a_state_beside_a_name_is_not_a_town_of_its_name(ask: Ask) -> None:
    # A municipality Morelos lies next to Tlalnepantla de Baz, in another state.
    match = ask("Tlalnepantla", "MX", parent="Morelos", level="municipality")
    assert answer(match) == "mx-17023"


def test_a_government_of_puebla_may_be_either(ask: Ask) -> None:
    match = ask("Gobierno de Puebla", "MX")
    assert match.outcome == "ambiguous"
    assert {each.place.id for each in match.candidates} == {"mx-21", "mx-21114"}


def test_shared_municipal_names_are_told_apart_by_state_or_place(ask: Ask) -> None:
    assert ask("Benito Juárez", "MX").outcome == "ambiguous"
    assert answer(ask("Benito Juárez", "MX", parent="Quintana Roo")) == "mx-23005"
    assert answer(ask("Benito Juárez", "MX", parent="Q. Roo")) == "mx-23005"
    assert answer(ask("Benito Juárez", "MX", lat=21.16, lon=-86.82)) == "mx-23005"
    assert answer(ask("Benito Juárez, Zacatecas", "MX")) == "mx-32004"


def test_every_ambiguous_candidate_says_in_which_state_it_is(ask: Ask) -> None:
    match = ask("Benito Juárez", "MX")
    states = [code for each in match.candidates for code in each.evidence if code.startswith("in:")]
    assert "in:Quintana Roo" in states
    assert len(states) == len(match.candidates)


def test_a_state_that_contradicts_the_name_is_not_overridden(ask: Ask) -> None:
    match = ask("Guadalajara", "MX", parent="Yucatán")
    assert match.outcome == "ambiguous"
    assert "parent:elsewhere:Yucatán" in match.against


def test_far_coordinates_forbid_a_match(ask: Ask) -> None:
    match = ask("Guadalajara", "MX", lat=21.0, lon=-89.6)
    assert match.outcome == "ambiguous"
    assert any(code.startswith("coordinates:") for code in match.against)


def test_every_municipality_and_state_is_found_by_name_level_and_state(matcher: Matcher) -> None:
    entries = [entry.place for entry in read_governments()]
    states = {place.id: place.name for place in entries if place.level == "state"}
    wrong: list[str] = []
    for place in entries:
        parent = states.get(place.parent or "")
        match = matcher.match(PlaceQuery(place.name, "MX", parent, place.level))
        if match.place is None or match.place.id != place.id:
            wrong.append(f"{place.id} {place.name}")
    # Two pairs of municipalities in Oaxaca share name and state: only their keys tell them apart.
    assert wrong == [
        "mx-20208 San Juan Mixtepec",
        "mx-20209 San Juan Mixtepec",
        "mx-20319 San Pedro Mixtepec",
    ]


def test_universities_and_ministries_are_no_places(ask: Ask) -> None:
    university = ask("Universidad de Guadalajara", "MX")
    assert (university.outcome, university.place and university.place.level) == (
        "unknown",
        "organization",
    )
    ministry = ask("Secretaría de Turismo del Estado de Jalisco", "MX", level="state")
    assert (ministry.outcome, ministry.place and ministry.place.level) == ("unknown", "state")


def test_a_stated_id_settles_it(ask: Ask) -> None:
    match = ask("whatever it says", "MX", id="mx-14039")
    assert (answer(match), match.evidence) == (GUADALAJARA, ("id:stated",))
    unknown = ask("Guadalajara", "MX", id="mx-99999")
    assert unknown.outcome == "unknown"
    assert unknown.against == ("id:unknown:mx-99999",)


def test_a_mexican_city_of_geonames_is_its_municipality(ask: Ask) -> None:
    assert answer(ask("x", None, id="gn-3530597")) == MEXICO_CITY
    assert answer(ask("グアダラハラ", "MX")) == GUADALAJARA
    place = ask("Guadalajara", "MX").place
    assert place is not None
    assert (place.inegi, place.geonames_id, place.parent) == ("14039", 4005539, "mx-14")
