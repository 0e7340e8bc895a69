"""Letters of their own tell places apart; what is little known is asked about."""

from __future__ import annotations

import pytest

from grafo.places.letters import Spelling, spelling
from tests.places.conftest import Ask, answer


@pytest.mark.parametrize(
    ("written", "form", "how"),
    [
        ("Køge", "Kåge", Spelling.SAME),  # fold apart: never compared
        ("Köge", "Køge", Spelling.OTHER),
        ("Koge", "Køge", Spelling.FOLDED),
        ("Łodz", "Łódź", Spelling.SAME),
        ("Lodz", "Łódź", Spelling.FOLDED),
        ("León", "Leon", Spelling.SAME),
        ("Sao Paulo", "São Paulo", Spelling.SAME),
        ("Gießen", "Giessen", Spelling.SAME),
        ("Diyarbakir", "Diyarbakır", Spelling.FOLDED),
        ("İzmir", "Izmir", Spelling.SAME),
        ("Szőlős", "Szölös", Spelling.OTHER),
        ("Malmö kommun", "Malmö", Spelling.SAME),
    ],
)
def test_how_a_name_is_written(written: str, form: str, how: Spelling) -> None:
    assert spelling(written, form) is how


@pytest.mark.parametrize(
    ("name", "country", "identity"),
    [
        ("Malmo", "SE", "gn-2692969"),
        ("Koln", "DE", "gn-2886242"),
        ("Zurich", "CH", "gn-2657896"),
        ("Lodz", "PL", "gn-3093133"),
        ("Goteborg", "SE", "gn-2711537"),
        ("Dusseldorf", "DE", "gn-2934246"),
        ("Eskisehir", "TR", "gn-315202"),
    ],
)
def test_a_great_city_is_known_without_the_marks_of_its_letters(
    ask: Ask, name: str, country: str, identity: str
) -> None:
    assert answer(ask(name, country)) == identity


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Køge", "SE"),  # not Kåge
        ("Grenå", "SE"),  # not Gränna
        ("Grafenberg", "DE"),  # not Gräfenberg
    ],
)
def test_a_small_place_of_other_letters_is_not_taken(ask: Ask, name: str, country: str) -> None:
    assert ask(name, country).outcome != "matched"


@pytest.mark.parametrize(
    ("name", "country"), [("Reichenau", "AT"), ("Santa Fe", "ES"), ("Jamné", "CZ")]
)
def test_a_part_of_a_small_places_name_is_not_its_name(ask: Ask, name: str, country: str) -> None:
    assert ask(name, country).outcome == "ambiguous"


def test_a_known_city_by_another_name_stands_before_a_hamlet(ask: Ask) -> None:
    match = ask("Cologne", "DE")
    assert answer(match) == "gn-2886242"


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Löcknitz", "DE"),  # the known one is in Brandenburg; another is not in the gazetteer
        ("Valeč", "CZ"),
        ("Lezama", "ES"),
    ],
)
def test_a_village_known_to_nobody_is_asked_about(ask: Ask, name: str, country: str) -> None:
    match = ask(name, country)
    assert match.outcome == "ambiguous"
    assert "name:little-known" in match.against


def test_a_village_is_taken_where_the_row_speaks_for_it(ask: Ask) -> None:
    assert ask("Valeč", "CZ", lat=49.144, lon=16.036).outcome == "matched"
    assert ask("Lezama", "ES", parent="Álava").outcome == "matched"
