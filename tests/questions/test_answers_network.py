"""Who is linked with whom: answers worked out by hand from the table in hand_made.py."""

from __future__ import annotations

from tests.questions.conftest import Asked


def test_hubs_count_partners_and_agreements_and_no_withdrawn_one(asked: Asked) -> None:
    assert asked("hubs", "id partners agreements") == [
        ("jp-ky", 4, 5),
        ("fr-ly", 4, 4),
        ("us-la", 3, 4),
        ("mx-21", 3, 3),
        ("mx-14039", 2, 4),
        ("mx-14", 1, 2),
        ("us-ca", 1, 2),
        ("br-sp", 1, 1),
        ("mx-21114", 1, 1),
    ]
    assert asked("hubs", "id", country="estados unidos") == [("us-la",), ("us-ca",)]


def test_hubs_of_one_kind_count_that_kind_only(asked: Asked) -> None:
    assert asked("hubs_by_kind", "id partners agreements", country="México") == [
        ("mx-14039", 2, 3),
        ("mx-21", 1, 1),
        ("mx-21114", 1, 1),
    ]
    # All three parties are alike, so each is linked with the other two by one agreement.
    assert asked("hubs_by_kind", "id partners agreements", kind="other") == [
        ("fr-ly", 2, 1),
        ("jp-ky", 2, 1),
        ("us-la", 2, 1),
    ]


def test_a_bridge_is_the_only_one_of_its_country_with_partners_there(asked: Asked) -> None:
    columns = (
        "id partners countries subregions only_countries only_with_es only_partners sole_partners"
    )
    assert asked("bridging_governments", columns, country="MX") == [
        ("mx-21", 3, 3, 3, 1, ["Brasil"], 1, 1),
        ("mx-14039", 2, 2, 2, 0, [], 1, 0),
        ("mx-14", 1, 1, 1, 0, [], 1, 1),
        ("mx-21114", 1, 1, 1, 0, [], 0, 0),
    ]


def test_partners_of_a_government_carry_kinds_themes_and_dates(asked: Asked) -> None:
    assert asked(
        "partners_of_government", "id agreements kind themes_es since last", government="mx-21"
    ) == [
        ("fr-ly", 1, ["specific-cooperation"], ["Educación"], "2005-02-02", "2005-02-02"),
        ("br-sp", 1, ["twinning"], ["Salud"], "2018-10-10", "2018-10-10"),
        ("jp-ky", 1, ["specific-cooperation"], ["Medio ambiente"], "2021-11-15", "2021-11-15"),
    ]
    assert asked("partners_of_government", "id agreements since", government="Mérida") == []


def test_a_government_that_signs_on_the_same_side_is_no_partner(asked: Asked) -> None:
    assert asked(
        "countries_of_government", "id agreements total share counterparts", government="mx-21"
    ) == [("BR", 1, 3, 0.3333, 1), ("FR", 1, 3, 0.3333, 1), ("JP", 1, 3, 0.3333, 1)]


def test_counterparts_abroad_rank_by_agreements_then_by_governments(asked: Asked) -> None:
    assert asked("counterparts_by_agreements", "id agreements governments since") == [
        ("fr-ly", 2, 2, "1998"),
        ("jp-ky", 2, 2, "2021-11-15"),
        ("us-ca", 2, 1, "2019-03"),
        ("us-la", 2, 1, "1994-05-06"),
        ("br-sp", 1, 1, "2018-10-10"),
    ]
    assert asked("counterparts_by_agreements", "id", country="brasil") == [("br-sp",)]


def test_common_partners_are_those_of_both(asked: Asked) -> None:
    pair = {"one": "Guadalajara", "other": "mx-21"}
    assert asked("common_partners", "id with_one with_other", **pair) == [("jp-ky", 2, 1)]
    assert asked("common_partners", "id", one="mx-21", other="mx-21") == []


def test_trios_are_found_once_each(asked: Asked) -> None:
    assert asked("triangles", "ids agreements") == [
        (["jp-ky", "mx-14039", "us-la"], 5),
        (["fr-ly", "jp-ky", "mx-21"], 3),
        (["fr-ly", "jp-ky", "us-la"], 3),
    ]
    assert asked("triangles", "ids", country="MX", limit=1) == [(["jp-ky", "mx-14039", "us-la"],)]
    assert len(asked("triangles", "ids", countries=3)) == 3


def test_a_path_is_the_shortest_and_of_several_that_with_smaller_ids(asked: Asked) -> None:
    ends = {"one": "mx-21114", "other": "mx-14039"}
    assert asked("path_between", "step id agreements since", **ends) == [
        (0, "mx-21114", None, None),
        (1, "fr-ly", 1, "1998"),
        (2, "jp-ky", 1, "2010"),
        (3, "mx-14039", 2, "2021-11-15"),
    ]
    assert asked("path_between", "id", max_steps=2, **ends) == []
    assert asked("path_between", "id", one="mx-14", other="mx-21", max_steps=6) == []
    assert asked("path_between", "id", one="mx-14", other="mx-14") == [("mx-14",)]
    assert asked("path_between", "id", one="us-ca", other="mx-14") == [("us-ca",), ("mx-14",)]


def test_an_agreement_of_many_is_listed_with_all_its_parties(asked: Asked) -> None:
    assert asked("multi_party_agreements", "id parties countries names") == [
        ("a05", 3, 2, ["Guadalajara (MX)", "Puebla (MX)", "Kyoto (JP)"])
    ]
    assert asked("multi_party_agreements", "id countries", home="") == [("a09", 3), ("a05", 2)]
    assert len(asked("multi_party_agreements", "id", parties=2)) == 9


def test_agreements_of_a_government_are_in_order_of_date(asked: Asked) -> None:
    assert asked("agreements_of_government", "id counterparts", government="Guadalajara") == [
        ("a01", ["Los Angeles"]),
        ("a10", ["Los Angeles"]),
        ("a05", ["Kyoto", "Puebla"]),
        ("a07", ["Kyoto"]),
    ]
