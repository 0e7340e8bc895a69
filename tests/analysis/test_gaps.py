"""Gaps at home: which divisions and municipalities have nothing, and what that leaves out."""

from __future__ import annotations

from typing import Any

import pytest

from grafo.analysis.gaps import gaps
from grafo.analysis.result import Result
from grafo.errors import UsageError
from tests.analysis.small_graph import city, graph, signed, state, town


def country_of_four(*agreements: Any) -> Any:
    """Four states: the north large and empty, the others with towns."""
    return graph(
        [
            state("norte", 1_000_000, 60_000),
            state("sur", 4_000_000, 20_000),
            state("este", 3_000_000, 10_000),
            state("oeste", 2_000_000, 10_000),
            town("puerto", "sur", 4_000_000),
            town("villa", "este", 2_900_000),
            town("aldea", "este", 100_000),
            town("rancho", "oeste", 2_000_000),
            town("mina", "norte", 99_999),
            town("pozo", "norte", 900_001),
            city("paris", "FR"),
            city("tokio", "JP"),
        ],
        agreements,
    )


AGREEMENTS = (
    signed("a1", "puerto", "paris"),
    signed("a2", "sur", "paris"),
    signed("a3", "villa", "tokio"),
    signed("a4", "oeste", "tokio"),
)


def said(result: Result, words: str, lang: str = "es") -> str:
    """Return the one finding with these words."""
    (found,) = [finding[lang] for finding in result.findings if words in finding[lang]]
    return found


def by_id(result: Result, table: str) -> dict[str, dict[str, Any]]:
    return {record["id"]: record for record in result.table(table).records()}


def test_a_division_where_nobody_signed_is_named_with_its_people_and_its_land() -> None:
    result = gaps(country_of_four(*AGREEMENTS))
    assert said(result, "ningún acuerdo, ni") == (
        "1 de 4 estados no tiene ningún acuerdo, ni de su gobierno ni de los locales: Norte; "
        "tiene 1.0 millones de habitantes (10.0 % de la población) y 60.0 % del territorio."
    )
    assert said(result, "no agreement at all", "en") == (
        "1 of 4 states has no agreement at all, neither of their own government nor of local "
        "ones: Norte; it has 1.0 million inhabitants (10.0 % of the population) and 60.0 % of "
        "the territory."
    )


def test_a_division_is_not_unconnected_when_only_its_towns_signed_but_it_is_told() -> None:
    result = gaps(country_of_four(*AGREEMENTS))
    assert said(result, "no el de la entidad") == (
        "En 1 de 4 estados han firmado los gobiernos locales, pero no el de la entidad: Este."
    )
    row = by_id(result, "territories")["este"]
    assert (row["own"], row["local"], row["agreements"]) == (0, 1, 1)


def test_all_divisions_with_agreements_are_told_as_such() -> None:
    every = (*AGREEMENTS, signed("a5", "norte", "paris"))
    assert said(gaps(country_of_four(*every)), "No hay estado sin acuerdos")


def test_an_agreement_of_a_division_and_its_town_counts_once_in_it() -> None:
    result = gaps(country_of_four(signed("a1", "sur", "puerto", "paris", home=2)))
    row = by_id(result, "territories")["sur"]
    assert (row["own"], row["local"], row["agreements"]) == (1, 1, 1)


def test_agreements_are_set_against_population_and_area() -> None:
    row = by_id(gaps(country_of_four(*AGREEMENTS)), "territories")["sur"]
    assert row["per_million"] == 0.5  # 2 agreements, 4 million
    assert row["per_10000_km2"] == 1.0  # 2 agreements, 20,000 km²
    assert row["expected"] == 1.6  # 4 agreements, two fifths of the population
    assert row["ratio"] == 1.25


def test_expected_agreements_add_up_to_the_agreements() -> None:
    rows = by_id(gaps(country_of_four(*AGREEMENTS)), "territories").values()
    assert sum(row["expected"] for row in rows) == pytest.approx(4)
    assert sum(row["agreements"] for row in rows) == 4


def test_who_is_furthest_from_its_share_by_population_is_told_both_ways() -> None:
    result = gaps(country_of_four(*AGREEMENTS))
    assert said(result, "Respecto de su población") == (
        "Respecto de su población, quien más corto se queda es Norte, con 0 acuerdos donde se "
        "esperarían 0.4 (0 %); quien más se excede es Sur, con 2 acuerdos donde se esperarían "
        "1.6 (125 %)."
    )
    assert said(result, "menos de la mitad").startswith("1 de 4 estados tiene menos")


def test_a_division_without_population_is_not_compared_and_breaks_nothing() -> None:
    snapshot = graph(
        [state("norte"), state("sur", 10), state("este", 10), state("oeste", 20), city("p", "FR")],
        [signed("a1", "norte", "p"), signed("a2", "sur", "p")],
    )
    rows = by_id(gaps(snapshot), "territories")
    assert rows["norte"]["expected"] is rows["norte"]["ratio"] is rows["norte"]["per_million"]
    assert rows["sur"]["expected"] == 0.2  # a quarter of the one agreement that counts, rounded
    assert not [f for f in gaps(snapshot).findings if "% de la población" in f.es]


def test_municipalities_from_the_least_population_on_are_missed() -> None:
    result = gaps(country_of_four(*AGREEMENTS))
    assert list(by_id(result, "municipalities")) == ["rancho", "pozo", "aldea"]
    assert said(result, "habitantes o más") == (
        "3 de 5 municipios de 100,000 habitantes o más no tienen ningún acuerdo; ahí viven 3.0 "
        "millones de habitantes (30.0 % de la población de México). De mayor población: Rancho "
        "(Oeste), Pozo (Norte) y Aldea (Este)."
    )
    row = by_id(result, "municipalities")["aldea"]
    assert (row["division_es"], row["division_agreements"]) == ("Este", 1)
    assert row["share_population"] == 0.01


def test_the_least_population_can_be_chosen() -> None:
    snapshot = country_of_four(*AGREEMENTS)
    assert list(by_id(gaps(snapshot, min_population=0), "municipalities"))[-1] == "mina"
    assert list(by_id(gaps(snapshot, min_population=1_000_000), "municipalities")) == ["rancho"]
    assert "1 millón de habitantes o más" in said(
        gaps(snapshot, min_population=1_000_000), "De mayor población"
    )


def test_a_table_cut_short_says_of_how_many() -> None:
    table = gaps(country_of_four(*AGREEMENTS), top=2).table("municipalities")
    assert len(table.rows) == 2
    assert table.title.en.endswith("(2 of 3)")
    assert gaps(country_of_four(*AGREEMENTS)).table("municipalities").title.es.endswith("acuerdos")


def test_governments_are_counted_by_level_with_the_people_they_stand_for() -> None:
    table = gaps(country_of_four(*AGREEMENTS)).table("levels")
    level, governments, without, share, people, _ = table.rows[0]
    assert (level, governments, without, share) == ("municipality", 6, 4, 0.666667)
    assert people == 3_100_000


def test_a_graph_that_knows_only_signatories_does_not_pretend_to_know_the_others() -> None:
    snapshot = graph(
        [state("sur", 4_000_000), town("puerto", "sur", 500_000), city("paris", "FR")],
        [signed("a1", "puerto", "paris")],
    )
    result = gaps(snapshot)
    assert said(result, "sólo conoce los gobiernos que alguna fuente menciona")
    assert not [f for f in result.findings if "No hay estado sin acuerdos" in f.es]
    assert any("12.5 % de la población" in note.es for note in result.notes)


def test_towns_that_lie_in_no_division_leave_divisions_unsaid() -> None:
    snapshot = graph(
        [state("sur", 4_000_000), town("puerto", None, 500_000), city("paris", "FR")],
        [signed("a1", "puerto", "paris")],
    )
    result = gaps(snapshot)
    assert result.table("territories").rows == []
    assert any("en qué entidad está" in note.es for note in result.notes)


def test_governments_above_one_another_in_a_ring_end() -> None:
    snapshot = graph([town("a", "b", 10), town("b", "a", 10), state("sur", 20)])
    assert gaps(snapshot, min_population=0).findings


def test_a_graph_without_agreements_says_that_all_is_to_be_done() -> None:
    result = gaps(country_of_four())
    assert "ningún acuerdo" in result.findings[0].es
    assert "everything" in result.findings[0].en
    assert said(result, "4 de 4 estados no tienen")


def test_an_empty_graph_says_what_to_load() -> None:
    result = gaps(graph(countries=()))
    assert "grafo load" in result.findings[0].es
    assert "grafo load" in result.findings[0].en


def test_an_unknown_country_is_refused_with_a_hint() -> None:
    with pytest.raises(UsageError) as refused:
        gaps(country_of_four(), country="Atlantis")
    assert "Atlantis" in refused.value.message
    assert refused.value.hint


@pytest.mark.parametrize("country", ["MX", "mx", "México", "Mexico"])
def test_a_country_is_taken_by_code_or_by_name(country: str) -> None:
    snapshot = country_of_four(*AGREEMENTS)
    assert gaps(snapshot, country=country) == gaps(snapshot)
