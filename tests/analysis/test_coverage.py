"""Coverage: which agreements have a representation near, and which representation that is."""

from __future__ import annotations

from math import radians
from typing import Any

import pytest

from grafo.analysis.coverage import coverage
from grafo.analysis.result import Result
from grafo.analysis.snapshot import Representation, Snapshot
from grafo.errors import UsageError
from grafo.sphere import EARTH_RADIUS_KM
from tests.analysis.small_graph import city, graph, post, signed, town

DEGREE_KM = radians(1) * EARTH_RADIUS_KM  # 111.19 km: one degree of a meridian


def along_the_meridian(*posts: Representation, more: tuple[Any, ...] = ()) -> Snapshot:
    """Three towns of Mexico with cities of France at 0, 2, 4 and 8 degrees north."""
    return graph(
        [
            town("puerto"),
            town("villa"),
            town("mina"),
            *(city(f"ville{degrees}", "FR", degrees, 0) for degrees in (0, 2, 4, 8)),
            city("lieu", "FR"),
            city("tokio", "JP", 35.7, 139.7),
        ],
        [
            signed("a1", "puerto", "ville0"),
            signed("a2", "puerto", "ville2"),
            signed("a3", "villa", "ville4"),
            signed("a4", "mina", "ville8"),
            signed("a5", "mina", "lieu"),
            *more,
        ],
        posts,
    )


EMBASSY = post("embassy-paris", "FR", 0, 0)
CONSULATE = post("consulate-lyon", "FR", 8, 0, "consulate")


def records(result: Result, table: str, key: str = "id") -> dict[str, dict[str, Any]]:
    return {record[key]: record for record in result.table(table).records()}


def told(result: Result, words: str) -> bool:
    return any(words in finding.es for finding in result.findings)


def test_agreements_within_reach_are_shared_over_those_that_can_be_located() -> None:
    result = coverage(along_the_meridian(EMBASSY), km=2.5 * DEGREE_KM)
    (row,) = result.table("summary").records()
    assert (row["agreements"], row["located"], row["within"]) == (5, 4, 2)
    assert row["share_within"] == 0.5
    assert told(result, "2 de 4 acuerdos que se pueden ubicar (de 5) tienen a 278.0 km o menos una "
                "representación de México (50.0 %); hay 1 en funciones.")  # fmt: skip


def test_reach_includes_its_own_border() -> None:
    snapshot = along_the_meridian(EMBASSY)
    (here,) = coverage(snapshot, km=4 * DEGREE_KM + 1e-6).table("summary").records()
    (there,) = coverage(snapshot, km=4 * DEGREE_KM - 1e-6).table("summary").records()
    assert (here["within"], there["within"]) == (3, 2)


def test_distances_are_told_in_quartiles() -> None:
    (row,) = coverage(along_the_meridian(EMBASSY)).table("summary").records()
    assert row["q1_km"] == round(1.5 * DEGREE_KM, 1)  # of 0, 2, 4 and 8 degrees
    assert row["median_km"] == round(3 * DEGREE_KM, 1)
    assert row["q3_km"] == round(5 * DEGREE_KM, 1)
    assert row["max_km"] == round(8 * DEGREE_KM, 1)
    assert told(coverage(along_the_meridian(EMBASSY)), "más lejana es Ville8 (Francia), a 890 km")


def test_a_representation_has_its_country_its_reach_and_what_it_is_nearest_to() -> None:
    rows = records(coverage(along_the_meridian(EMBASSY, CONSULATE)), "representations")
    embassy = rows["embassy-paris"]
    assert (embassy["in_country"], embassy["in_country_within"], embassy["within"]) == (5, 2, 2)
    assert (embassy["nearest"], embassy["home_governments"]) == (2, 1)
    consulate = rows["consulate-lyon"]  # 4° is as near to both; the first by id has it
    assert (consulate["nearest"], consulate["home_governments"]) == (2, 2)


def test_of_two_as_near_the_first_by_id_is_nearest() -> None:
    twins = (post("b", "FR", 0, 0), post("a", "FR", 0, 0))
    rows = records(coverage(along_the_meridian(*twins)), "representations")
    assert (rows["a"]["nearest"], rows["b"]["nearest"]) == (4, 0)
    assert rows["a"]["within"] == rows["b"]["within"] == 2


def test_an_agreement_with_several_counterparts_counts_once_and_from_the_nearest() -> None:
    both = signed("a6", "villa", "ville0", "ville8")
    result = coverage(along_the_meridian(EMBASSY, more=(both,)))
    (row,) = result.table("summary").records()
    assert (row["agreements"], row["within"]) == (6, 3)
    assert records(result, "representations")["embassy-paris"]["nearest"] == 5


def test_reach_crosses_borders_and_the_country_column_does_not() -> None:
    near_japan = post("embassy-seoul", "KR", 37.6, 127.0)
    snapshot = along_the_meridian(near_japan, more=(signed("a6", "villa", "tokio"),))
    row = records(coverage(snapshot, km=1200), "representations")["embassy-seoul"]
    assert (row["within"], row["in_country"], row["in_country_within"]) == (1, 0, 0)


def test_missions_to_organisations_are_near_to_no_city_and_listed_apart() -> None:
    mission = post("a-mission", "FR", 8, 0, "permanent-mission")
    result = coverage(along_the_meridian(EMBASSY, mission))
    assert list(records(result, "missions")) == ["a-mission"]
    assert "a-mission" not in records(result, "representations")
    assert result.table("summary").rows[0][-1] == round(8 * DEGREE_KM, 1)
    assert records(result, "types", "type")["permanent-mission"]["active"] == 1


def test_closed_and_unconfirmed_representations_are_told_and_not_counted() -> None:
    result = coverage(
        along_the_meridian(
            EMBASSY,
            post("closed-one", "FR", 8, 0, "consulate", "closed"),
            post("unsure", "FR", 4, 0, "consulate", "unknown"),
        )
    )
    assert list(records(result, "representations")) == ["embassy-paris"]
    types = records(result, "types", "type")
    assert [types["consulate"][k] for k in ("active", "closed", "unknown")] == [0, 1, 1]
    assert any("1 cerradas, 1 por confirmar" in note.es for note in result.notes)


def test_types_are_told_by_the_agreements_they_have_near() -> None:
    types = records(coverage(along_the_meridian(EMBASSY, CONSULATE)), "types", "type")
    assert (types["embassy"]["within"], types["embassy"]["share_within"]) == (2, 0.5)
    assert (types["consulate"]["within"], types["consulate"]["idle"]) == (1, 0)


def test_what_has_no_coordinates_is_listed_and_counted_by_country() -> None:
    lost = post("consulate-lost", "FR", None, None, "consulate")
    result = coverage(along_the_meridian(EMBASSY, lost))
    rows = records(result, "unlocated")
    assert rows["lieu"]["agreements"] == 1
    assert "consulate-lost" in rows
    assert records(result, "representations")["consulate-lost"]["in_country"] == 5
    assert records(result, "representations")["consulate-lost"]["nearest"] is None
    assert any("1 contraparte (1 acuerdo sin ninguna otra) ni 1 representación" in note.es
               for note in result.notes)  # fmt: skip


def test_half_a_coordinate_is_none() -> None:
    half = post("consulate-half", "FR", 8, None, "consulate")
    result = coverage(along_the_meridian(EMBASSY, half))
    assert "consulate-half" in records(result, "unlocated")
    assert result.table("summary").rows[0][-1] == round(8 * DEGREE_KM, 1)


def test_without_representations_countries_are_counted_and_no_distance_is_told() -> None:
    result = coverage(along_the_meridian())
    assert "representaciones en funciones" in result.findings[0].es
    assert records(result, "countries")["FR"]["agreements"] == 5
    assert records(result, "countries")["FR"]["share_within"] is None
    assert not told(result, "%")


def test_representations_alone_say_that_there_is_no_agreement() -> None:
    result = coverage(graph([], [], [EMBASSY]))
    assert told(result, "no tienen en el grafo ningún acuerdo con el exterior")


def test_an_empty_graph_says_what_to_load() -> None:
    result = coverage(graph(countries=()))
    assert "grafo load" in result.findings[0].es


def test_the_sending_country_can_be_chosen() -> None:
    french = post("ambassade-mexico", "MX", 19.4, -99.1, sender="FR")
    result = coverage(along_the_meridian(EMBASSY, french), sender="Francia")
    assert list(records(result, "representations")) == ["ambassade-mexico"]
    assert records(result, "countries")["MX"]["agreements"] == 5
    with pytest.raises(UsageError):
        coverage(along_the_meridian(EMBASSY), sender="Atlantis")
