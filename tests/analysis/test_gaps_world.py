"""Gaps abroad and in the network: regions, countries and pieces that nobody connected."""

from __future__ import annotations

from typing import Any

from grafo.analysis.gaps import gaps
from grafo.analysis.result import Result
from grafo.analysis.snapshot import Snapshot
from tests.analysis.small_graph import city, graph, post, signed, state, town


def world(*more: Any, posts: tuple[Any, ...] = ()) -> Snapshot:
    """One town of Mexico with Vienna and Paris; Delhi and Mumbai with each other."""
    return graph(
        [
            state("sur", 4_000_000),
            town("puerto", "sur", 500_000),
            town("villa", "sur", 3_500_000),
            city("viena", "AT"),
            city("paris", "FR"),
            city("delhi", "IN"),
            city("mumbai", "IN"),
            city("lyon", "FR"),
        ],
        [
            signed("a1", "puerto", "viena", "paris", home=0),
            signed("a2", "delhi", "mumbai", home=0),
            *more,
        ],
        [post("embassy-delhi", "IN", 28.6, 77.2), *posts],
    )


def records(result: Result, table: str) -> dict[str, dict[str, Any]]:
    return {record["id"]: record for record in result.table(table).records()}


def told(result: Result, words: str) -> bool:
    return any(words in finding.es for finding in result.findings)


def test_regions_with_nothing_come_first_and_an_agreement_counts_once_in_its_region() -> None:
    rows = records(gaps(world()), "regions")
    assert list(rows) == ["030", "034", "155"]  # by agreements, then by code
    assert rows["155"]["agreements"] == 1  # with both Austria and France
    assert (rows["155"]["countries"], rows["155"]["countries_without"]) == (2, 0)
    assert told(gaps(world()), "2 de 3 subregiones del mundo no tienen ningún acuerdo con "
                "gobiernos de México: Oriente y Sur.")  # fmt: skip


def test_countries_with_nothing_are_those_to_build_on_first() -> None:
    result = gaps(world())
    rows = records(result, "countries")
    assert list(rows) == ["IN", "AQ", "JP"]
    assert rows["IN"]["active"] == 2  # Delhi and Mumbai have each other, and nobody of Mexico
    assert rows["IN"]["representations"] == 1
    assert told(result, "3 de 5 países y territorios no tienen ningún acuerdo con gobiernos de "
                "México; en 1 de ellos hay una representación suya.")  # fmt: skip
    assert told(result, "En 1 país hay 2 gobiernos con acuerdos con terceros y ninguno con "
                "México: India (2).")  # fmt: skip


def test_missions_to_organisations_and_closed_posts_are_no_presence_in_a_country() -> None:
    snapshot = world(
        posts=(
            post("mission-tokyo", "JP", 35.7, 139.7, "permanent-mission"),
            post("consulate-osaka", "JP", 34.7, 135.5, "consulate", "closed"),
            post("embassy-elsewhere", "JP", 35.7, 139.7, sender="FR"),
        )
    )
    assert records(gaps(snapshot), "countries")["JP"]["representations"] == 0


def test_the_embassy_to_another_country_is_no_presence_where_it_sits() -> None:
    snapshot = world(posts=(post("embassy-to-aq", "JP", 35.7, 139.7, accredited_to=("AQ",)),))
    rows = records(gaps(snapshot), "countries")
    assert (rows["JP"]["representations"], rows["AQ"]["representations"]) == (0, 1)


def test_counterparts_of_one_agreement_are_not_partners_of_each_other() -> None:
    snapshot = graph(
        [town("puerto"), city("viena", "AT"), city("paris", "FR")],
        [signed("a1", "puerto", "viena", "paris")],
    )
    assert list(records(gaps(snapshot, country="AT"), "countries")) == ["FR", "AQ", "IN", "JP"]


def test_a_register_of_another_country_does_not_speak_for_this_one() -> None:
    snapshot = graph([town("puerto"), city("viena", "AT")], [signed("a1", "puerto", "viena")])
    result = gaps(snapshot, country="AT")
    assert told(result, "El registro no es de Austria")
    assert not told(result, "subregiones")
    assert not told(gaps(snapshot), "El registro no es")


def test_without_a_list_of_countries_nothing_is_said_of_the_world() -> None:
    snapshot = graph([town("puerto"), city("p", "FR")], [signed("a1", "puerto", "p")], countries=())
    result = gaps(snapshot)
    assert any("lista de países" in note.es for note in result.notes)
    assert result.table("countries").rows == []


def test_small_groups_are_held_against_the_largest() -> None:
    more = [signed(f"b{n}", "villa", f"amiga{n}") for n in range(6)]
    snapshot = world(*more)
    governments = [*snapshot.governments, *(city(f"amiga{n}", "JP") for n in range(6))]
    result = gaps(graph(governments, snapshot.agreements))
    sizes = {row["size_en"]: row for row in result.table("groups").records()}
    assert (sizes["the largest"]["governments"], sizes["the largest"]["agreements"]) == (7, 6)
    assert sizes["isolated pairs"]["groups"] == 1
    assert sizes["3 to 5"]["governments"] == 3
    assert sizes["the largest"]["share"] == round(7 / 12, 6)
    assert told(result, "3 grupos sin vínculo entre sí: el mayor reúne 7 de 12 gobiernos (58.3 %); "
                "2 son de 5 gobiernos o menos, entre ellos 1 pareja aislada. En 1 de ellos hay "
                "gobiernos de México.")  # fmt: skip


def test_small_groups_with_governments_of_the_country_are_listed_first_and_name_them_first() -> (
    None
):
    more = [signed(f"b{n}", "villa", f"amiga{n}") for n in range(6)]
    snapshot = world(*more)
    governments = [*snapshot.governments, *(city(f"amiga{n}", "JP") for n in range(6))]
    table = gaps(graph(governments, snapshot.agreements)).table("small_groups")
    assert [record["members_en"] for record in table.records()] == [
        "Puerto (MX), Paris (FR), Viena (AT)",
        "Delhi (IN), Mumbai (IN)",
    ]


def test_a_network_in_one_piece_is_told_as_one() -> None:
    snapshot = graph([town("puerto"), city("viena", "AT")], [signed("a1", "puerto", "viena")])
    assert told(gaps(snapshot), "Los 2 gobiernos con vínculos forman una sola red.")
