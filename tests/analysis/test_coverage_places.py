"""Coverage by country, and where representations could help: large cities without agreements."""

from __future__ import annotations

from typing import Any

import pytest

from grafo.analysis.coverage import coverage
from grafo.analysis.reach.cities import large_cities
from grafo.analysis.result import Result
from grafo.analysis.snapshot import Snapshot
from grafo.sphere import kilometres
from tests.analysis.small_graph import city, graph, post, signed, town

PARIS = city("paris", "FR", 48.86, 2.35)
TOKYO = city("tokio", "JP", 35.69, 139.69)
VIENNA = city("viena", "AT", 48.21, 16.37)
IN_PARIS = post("embassy-paris", "FR", 48.86, 2.35)
IN_DELHI = post("embassy-delhi", "IN", 28.61, 77.21, accredited_to=("IN", "BD"))


def office(*posts: Any, more: tuple[Any, ...] = ()) -> Snapshot:
    """One town of Mexico with Paris, two with Tokyo, two with Vienna."""
    return graph(
        [town("puerto"), town("villa"), PARIS, TOKYO, VIENNA, *more],
        [
            signed("a1", "puerto", "paris"),
            signed("a2", "puerto", "tokio"),
            signed("a3", "villa", "tokio"),
            signed("a4", "villa", "viena"),
            *(signed(f"b-{each.id}", "villa", each.id) for each in more),
        ],
        posts,
    )


def records(result: Result, table: str) -> dict[str, dict[str, Any]]:
    return {record["id"]: record for record in result.table(table).records()}


def told(result: Result, words: str) -> bool:
    return any(words in finding.es for finding in result.findings)


def test_countries_with_agreements_and_no_representation_name_who_is_accredited() -> None:
    concurrent = post("embassy-bern", "CH", 46.95, 7.45, accredited_to=("AT", "CH"))
    result = coverage(office(IN_PARIS, concurrent))
    rows = records(result, "countries_without_representation")
    assert list(rows) == ["JP", "AT"]  # by agreements
    assert (rows["JP"]["agreements"], rows["JP"]["home_governments"]) == (2, 2)
    assert (rows["JP"]["accredited_es"], rows["AT"]["accredited_es"]) == (None, "Embassy-Bern")
    assert told(result, "2 países con acuerdos (3 en total) y sin representación: Japón y "
                "Austria (desde Embassy-Bern).")  # fmt: skip


def test_an_embassy_to_another_country_does_not_serve_the_one_it_sits_in() -> None:
    holy_see = post("embassy-holy-see", "AT", 48.21, 16.37, accredited_to=("VA",))
    result = coverage(office(IN_PARIS, holy_see))
    assert "AT" in records(result, "countries_without_representation")
    assert records(result, "representations")["embassy-holy-see"]["in_country"] == 0


def test_counterparts_with_none_near_name_the_nearest_and_its_distance() -> None:
    row = records(coverage(office(IN_PARIS)), "far")["viena"]
    assert row["nearest_en"] == "Embassy-Paris"
    assert row["km"] == round(kilometres(48.21, 16.37, 48.86, 2.35), 1)
    assert (row["agreements"], row["home_governments"]) == (1, 1)
    assert "paris" not in records(coverage(office(IN_PARIS)), "far")


def test_countries_are_told_where_agreements_lie_far_from_any_representation() -> None:
    result = coverage(office(IN_PARIS))
    assert told(result, "a más de 300 km de toda representación: Japón (2 de 2) y Austria (1 de 1)")
    assert records(result, "countries")["FR"]["share_within"] == 1.0


def test_a_representation_without_agreements_near_is_set_beside_the_large_cities_there() -> None:
    result = coverage(office(IN_PARIS, IN_DELHI))
    row = records(result, "openings")["embassy-delhi"]
    assert row["cities_near"] >= 1
    assert row["largest_near"].startswith("Delhi")
    assert row["cities_in_country"] > row["cities_near"]
    assert row["population_near"] > 10_000_000
    assert "embassy-paris" not in records(result, "openings")
    assert told(result, "1 de 2 representaciones (50.0 %) no tiene ningún acuerdo a 300 km o "
                "menos; 1 de ellas tiene cerca alguna ciudad de 1 millón de habitantes o más "
                "sin acuerdo: Embassy-Delhi (Delhi).")  # fmt: skip


def test_a_country_with_representation_and_no_agreement_is_an_opening() -> None:
    result = coverage(office(IN_PARIS, IN_DELHI))
    row = records(result, "countries_without_agreements")["IN"]
    assert (row["representations"], row["name_es"]) == (1, "India")
    assert row["cities"] > 20
    assert "FR" not in records(result, "countries_without_agreements")


def test_a_larger_least_population_leaves_fewer_cities() -> None:
    snapshot = office(IN_PARIS, IN_DELHI)
    few = records(coverage(snapshot, min_population=5_000_000), "countries_without_agreements")
    many = records(coverage(snapshot, min_population=500_000), "countries_without_agreements")
    assert 0 < few["IN"]["cities"] < many["IN"]["cities"]


@pytest.mark.parametrize(
    "signatory",
    [
        city("gn-1273294", "IN", 28.65, 77.23, name="Nueva Delhi"),  # GeoNames' own number
        city("a1-in-07", "IN", name="Delhi"),  # the division that the city is
    ],
)
def test_a_city_that_signed_by_number_or_by_name_is_no_opening(signatory: Any) -> None:
    consulate = post("consulate-mumbai", "IN", 19.07, 72.88, "consulate")
    before = records(coverage(office(consulate)), "openings")["consulate-mumbai"]
    after = records(coverage(office(consulate, more=(signatory,))), "openings")["consulate-mumbai"]
    assert after["cities_in_country"] == before["cities_in_country"] - 1


def test_boroughs_and_suburbs_are_part_of_their_city() -> None:
    names = {(found.name, found.country) for found in large_cities(1_000_000)}
    assert ("New York City", "US") in names
    assert ("Brooklyn", "US") not in names
    assert ("Philadelphia", "US") in names


def test_large_cities_are_ordered_and_have_an_id_a_place_and_people() -> None:
    cities = large_cities(5_000_000)
    assert [found.population for found in cities] == sorted(
        (found.population for found in cities), reverse=True
    )
    for found in cities:
        assert found.id.startswith("gn-")
        assert found.population >= 5_000_000
        assert -90 <= found.lat <= 90
        assert -180 <= found.lon <= 180


def test_single_representations_tell_what_of_their_country_they_have_near() -> None:
    lyon = city("lyon", "FR", 45.76, 4.84)
    result = coverage(office(IN_PARIS, more=(lyon,)))
    assert told(result, "únicas en su país, las que más acuerdos tienen en él (y a 300 km o menos):"
                " Embassy-Paris, 2 acuerdos, 1 a su alcance.")  # fmt: skip
