"""Where the law says which governments there are, no other name makes one more."""

from __future__ import annotations

import pytest

from grafo.places import Matcher, PlaceQuery
from tests.places.conftest import Ask, answer


@pytest.mark.parametrize(
    "name",
    ["Villa Inexistente", "Ayuntamiento de Villa Inexistente", "Municipio Sin Nombre", "???", ""],
)
def test_a_municipality_that_is_not_on_the_list_is_asked_about(ask: Ask, name: str) -> None:
    match = ask(name, "México")
    assert (match.outcome, match.place) == ("ambiguous", None)
    assert "name:not-on-the-list" in match.against


@pytest.mark.parametrize(
    ("name", "parent", "identity"),
    [
        ("Tlaquepake", None, "mx-14098"),
        ("Zapotlan el Gde", "Jalisco", "mx-14023"),
        ("Sn Juan dl Río", "Querétaro", "mx-22016"),
        ("Municipio de Cuatitlán Iscali", "México", "mx-15121"),
    ],
)
def test_the_nearest_names_are_offered(
    ask: Ask, name: str, parent: str | None, identity: str
) -> None:
    match = ask(name, "México", parent=parent)
    offered = [each.place.id for each in match.candidates]
    assert answer(match) == identity or identity in offered, offered


def test_what_no_list_closes_is_still_a_government_of_its_own(ask: Ask) -> None:
    assert ask("Universidad de Villa Inexistente", "México").outcome == "unknown"
    assert ask("Zona Metropolitana de Villa Inexistente", "México").outcome == "unknown"
    assert ask("Villa Inexistente", "Perú").outcome == "unknown"


def test_the_nearest_names_of_what_is_not_known_can_be_asked_for(matcher: Matcher) -> None:
    near = matcher.most_alike(PlaceQuery("Friburgo de Brisgovia", "Alemania"))
    assert "gn-2925177" in {each.place.id for each in near}
    assert matcher.most_alike(PlaceQuery("Friburgo")) == ()
