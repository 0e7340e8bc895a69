"""Regions, countries, states and representations: answers worked out by hand."""

from __future__ import annotations

import pytest

from tests.questions.conftest import Asked


def test_regions_without_agreements_are_listed_too(asked: Asked) -> None:
    columns = "id agreements total share counterparts linked countries"
    assert asked("regions_by_agreements", columns) == [
        ("021", 4, 9, 0.4444, 2, 1, 1),
        ("030", 2, 9, 0.2222, 1, 1, 1),
        ("155", 2, 9, 0.2222, 1, 1, 1),
        ("419", 1, 9, 0.1111, 1, 1, 1),  # Brazil; the home country itself is not counted
        ("202", 0, 9, 0.0, 0, 0, 2),
    ]


def test_countries_without_agreements_say_who_represents_there(asked: Asked) -> None:
    assert asked("countries_without_agreements", "id representations accredited") == [
        ("KE", 1, 0),
        ("UG", 0, 1),
        ("AQ", 0, 0),
    ]
    assert asked("countries_without_agreements", "id", region="150") == []
    # From France: Mexico and the two others of a09 have agreements with it, Brazil has none
    # but shares its subregion with Mexico, which has two.
    assert ("BR", 2) in asked(
        "countries_without_agreements", "id subregion_agreements", home="Francia"
    )


def test_countries_by_agreements_share_one_total(asked: Asked) -> None:
    assert asked("countries_by_agreements", "id agreements counterparts share") == [
        ("US", 4, 2, 0.4444),
        ("FR", 2, 1, 0.2222),
        ("JP", 2, 1, 0.2222),
        ("BR", 1, 1, 0.1111),
    ]


def test_agreements_with_a_country_begin_with_the_latest(asked: Asked) -> None:
    assert asked("agreements_with_country", "id parties", country="france") == [
        ("a08", ["Puebla (MX)", "Lyon (FR)"]),
        ("a04", ["Puebla (MX)", "Lyon (FR)"]),
    ]
    assert asked("agreements_with_country", "id", country="FR", kind="twinning") == [("a04",)]


def test_governments_with_a_country_carry_first_and_last_signature(asked: Asked) -> None:
    columns = "id part_of agreements counterparts since last"
    assert asked("governments_with_country", columns, country="US") == [
        ("mx-14", None, 2, 1, "2019-03", "2020-07-01"),
        ("mx-14039", "Jalisco", 2, 1, "1994-05-06", "1995"),
    ]


def test_a_state_holds_its_own_agreements_and_those_of_its_municipalities(asked: Asked) -> None:
    assert asked("agreements_by_state", "id own municipal agreements") == [
        ("mx-14", 2, 4, 6),
        ("mx-21", 3, 1, 4),
        ("mx-31", 0, 0, 0),
    ]
    # “Puebla” is a state and a municipality; here only the state can be meant.
    assert asked("agreements_of_state", "id signed_by counterparts", state="puebla") == [
        ("a05", ["Puebla"], ["Kyoto (JP)", "Guadalajara (MX)"]),
        ("a11", ["Puebla"], ["São Paulo (BR)"]),
        ("a08", ["Puebla"], ["Lyon (FR)"]),
        ("a04", ["Puebla"], ["Lyon (FR)"]),
    ]
    scope = {"state": "Puebla", "scope": "municipalities"}
    assert asked("agreements_of_state", "id", **scope) == [("a04",)]
    assert asked("agreements_of_state", "id", state="Yucatán") == []


@pytest.mark.parametrize("scope", ["territory", "government"])
def test_a_state_with_only_a_withdrawn_agreement_has_none(asked: Asked, scope: str) -> None:
    assert asked("states_without_agreements", "id municipal", scope=scope) == [("mx-31", 0)]


def test_municipalities_without_agreements_and_who_lives_there(asked: Asked) -> None:
    assert asked("municipalities_without_agreements", "id population", min_population=0) == [
        ("mx-31050", 700),
        ("mx-14120", 500),
    ]
    columns = (
        "id municipalities_without municipalities population_without population "
        "share_population_without"
    )
    assert asked("population_without_agreements", columns) == [
        ("mx-31", 1, 1, 700, 700, 1.0),
        ("mx-14", 1, 2, 500, 1500, 0.3333),
        ("mx-21", 0, 1, 0, 300, 0.0),
    ]


def test_how_much_of_a_state_depends_on_one_country(asked: Asked) -> None:
    columns = "id agreements countries subregions top_es top_agreements share_top"
    assert asked("diversification_of_states", columns, min_agreements=1) == [
        ("mx-14", 6, 2, 2, "Estados Unidos", 4, 0.6667),
        ("mx-21", 4, 3, 3, "Francia", 2, 0.5),
    ]
    assert asked("diversification_of_states", "id") == [("mx-14",)]


def test_a_representation_serves_its_country_and_what_is_near(asked: Asked) -> None:
    columns = "id agreements counterparts agreements_near counterparts_near"
    # California's centre is 365 km from Los Angeles, Kyoto 363 km from Tokyo.
    assert asked("representations_with_agreements", columns) == [
        ("r-la", 4, 2, 2, 1),
        ("r-no", 4, 2, None, None),
        ("r-tk", 2, 1, 0, 0),
    ]
    assert asked("representations_with_agreements", columns, km=400) == [
        ("r-la", 4, 2, 4, 2),
        ("r-tk", 2, 1, 2, 1),
        ("r-no", 4, 2, None, None),
    ]


def test_a_representation_without_agreements_by_country_or_by_distance(asked: Asked) -> None:
    columns = "id counterparts nearest_km"
    assert asked("representations_without_agreements", columns) == [("r-nb", 0, 6101)]
    assert asked("representations_without_agreements", columns, scope="distance") == [
        ("r-nb", 0, 6101),
        ("r-tk", 1, 363),
    ]


def test_counterparts_far_from_any_active_representation(asked: Asked) -> None:
    # The embassy in Paris is closed, so Lyon's nearest is Nairobi.
    columns = "id agreements nearest_es in_country"
    assert asked("counterparts_without_representation", columns) == [("fr-ly", 2, "r-nb", 0)]
    assert asked("counterparts_without_representation", "id in_country", km=350) == [
        ("fr-ly", 0),
        ("us-ca", 2),
        ("jp-ky", 1),
    ]
    # A country whose representations nobody has loaded: the distance is not known to be any.
    assert asked("counterparts_without_representation", "id km", home="JP")[0][1] is None


def test_the_nearest_representations_come_in_order_of_distance(asked: Asked) -> None:
    columns = "id km"
    nearest = asked("nearest_representation", columns, government="us-sa")
    assert [row[0] for row in nearest] == ["r-la", "r-tk", "r-nb"]
    assert asked("nearest_representation", columns, government="us-la", limit=1) == [("r-la", 0.0)]
    assert asked("nearest_representation", "id", government="br-sp") == []
