"""Concentration: who holds how many agreements, which share, and how unevenly."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from grafo.analysis.concentration import concentration
from grafo.analysis.result import Result
from grafo.analysis.snapshot import Agreement, Government, Snapshot, Theme
from grafo.errors import UsageError
from tests.analysis.small_graph import city, graph, signed, state, town

# Ten agreements: este has 7 on a tenth of the land, sur 4 (one with este), oeste none.
SIX_OF_ESTE = [signed(f"e{n}", "puerto", "paris") for n in range(6)]
AGREEMENTS = (
    *SIX_OF_ESTE,
    signed("both", "puerto", "villa", "tokio", home=2),
    signed("own", "sur", "tokio"),
    signed("twice", "sur", "villa", "paris", home=2),
    signed("inside", "villa", "mina"),
)


def country(*agreements: Agreement, more: tuple[Government, ...] = ()) -> Snapshot:
    return graph(
        [
            state("este", 1_000_000, 10_000),
            state("sur", 3_000_000, 60_000),
            state("oeste", 4_000_000, 30_000),
            town("puerto", "este", 600_000),
            town("villa", "sur", 2_000_000),
            town("mina", "sur", 100_000),
            city("paris", "FR"),
            city("tokio", "JP"),
            *more,
        ],
        agreements,
    )


def rows(result: Result, table: str) -> dict[str, dict[str, Any]]:
    return {record["id"]: record for record in result.table(table).records()}


def told(result: Result, words: str, lang: str = "es") -> bool:
    return any(words in text[lang] for text in (*result.findings, *result.notes))


def test_an_agreement_counts_once_in_each_state_and_once_in_what_is_cumulative() -> None:
    states = rows(concentration(country(*AGREEMENTS)), "states")
    assert {key: row["agreements"] for key, row in states.items()} == {"este": 7, "sur": 4}
    assert states["este"]["share"] == 0.7
    assert states["sur"]["share_cumulative"] == 1.0  # 7 + 4 agreements, one of them in both


def test_territory_and_population_are_shares_of_all_states_those_without_any_included() -> None:
    states = rows(concentration(country(*AGREEMENTS)), "states")
    assert states["este"]["share_territory"] == 0.1
    assert states["sur"]["share_territory_cumulative"] == 0.7
    assert states["este"]["share_population"] == 0.125
    assert states["sur"]["share_population_cumulative"] == 0.5


def test_the_first_ones_are_said_with_their_share_their_land_and_their_people() -> None:
    result = concentration(country(*AGREEMENTS), top=1)
    assert result.findings[0].es == (
        "1 de 3 entidades federativas, con sus municipios, reúne 7 de 10 acuerdos (70.0 %), en "
        "10.0 % del territorio y con 12.5 % de la población: Este."
    )
    assert result.findings[0].en == (
        "1 of 3 states, with their municipalities, holds 7 of 10 agreements (70.0 %), on 10.0 % "
        "of the territory and with 12.5 % of the population: Este."
    )
    assert told(result, "1 entidad federativa no tiene acuerdos, ni de su gobierno ni de sus "
                "municipios: Oeste.")  # fmt: skip


def test_where_an_area_is_unknown_no_share_of_the_territory_is_said() -> None:
    unknown = country(*AGREEMENTS, more=(state("norte", 2_000_000, None),))
    result = concentration(unknown)
    assert rows(result, "states")["este"]["share_territory"] is None
    assert not any("% del territorio" in finding.es for finding in result.findings)
    assert rows(result, "states")["este"]["share_population"] == 0.1


def test_municipalities_have_their_share_of_all_agreements_also_of_those_of_states() -> None:
    result = concentration(country(*AGREEMENTS), top=1)
    (first,) = rows(result, "municipalities").values()
    assert (first["id"], first["agreements"], first["share"]) == ("puerto", 7, 0.7)
    assert (first["within_es"], first["share_population"]) == ("Este", 0.075)


def test_gini_is_given_over_all_and_over_those_with_any() -> None:
    summary = rows(concentration(country(*AGREEMENTS)), "summary")["states"]
    assert (summary["units"], summary["units_with_agreements"]) == (3, 2)
    # Half the mean absolute difference, over the mean: of 7, 4, 0 and of 7, 4.
    assert summary["gini_all"] == round(14 / 33, 6)
    assert summary["gini_some"] == round(3 / 22, 6)
    assert summary["hhi"] == round((7 / 11) ** 2 + (4 / 11) ** 2, 6)
    assert summary["units_for_half"] == 1
    assert told(concentration(country(*AGREEMENTS)), "Índice de Gini: 0.42 sobre 3 entidades")


def test_the_lorenz_curve_bends_only_where_it_must_and_ends_at_one() -> None:
    table = concentration(country(*AGREEMENTS)).table("lorenz").records()
    points = [(p["share_units"], p["share_agreements"]) for p in table if p["id"] == "states"]
    assert points == [(0, 0), (round(1 / 3, 6), 0), (round(2 / 3, 6), round(4 / 11, 6)), (1, 1)]
    every = [point for point in table if point["id"] == "countries"]
    assert all(a["share_agreements"] <= b["share_agreements"] for a, b in pairwise(every))


def test_counterparts_count_once_a_country_and_the_own_country_is_none_of_them() -> None:
    result = concentration(country(*AGREEMENTS))
    found = rows(result, "countries")
    assert {key: row["agreements"] for key, row in found.items()} == {"FR": 7, "JP": 2}
    assert told(result, "1 acuerdo sólo tiene partes del mismo país: no cuenta en ningún otro.")


def test_one_kind_alone_can_be_counted() -> None:
    mixed = [replace(a, kind="specific-cooperation") for a in SIX_OF_ESTE[:2]]
    result = concentration(country(*mixed, *AGREEMENTS[2:]), kind="specific-cooperation")
    assert rows(result, "summary")["states"]["agreements"] == 2
    assert result.findings[0].en.startswith(
        "1 of 3 states, with their municipalities, holds 2 of 2 specific cooperation agreements"
    )


def test_themes_are_shares_of_the_agreements_whose_theme_is_known() -> None:
    themed = [replace(a, themes=("culture", "health")) for a in SIX_OF_ESTE[:2]]
    themed.append(replace(SIX_OF_ESTE[2], themes=("culture",)))
    snapshot = replace(
        country(*themed, *AGREEMENTS[3:]),
        themes=(
            Theme("culture", "Cultura", "Culture"),
            Theme("health", "Salud", "Health"),
            Theme("sport", "Deporte", "Sport"),
        ),
    )
    result = concentration(snapshot)
    assert rows(result, "themes")["health"]["share"] == round(2 / 3, 6)
    assert list(rows(result, "themes")) == ["culture", "health"]
    denominator = result.table("themes").denominator
    assert denominator and denominator.en.startswith("The 3 agreements whose theme is known, of 10")


def test_a_tie_at_the_last_place_is_told() -> None:
    tied = country(signed("a", "puerto", "paris"), signed("b", "villa", "paris"))
    assert told(concentration(tied, top=1), "Empatan con 1 en el lugar 1 de entidades federativas")
    assert not told(concentration(tied, top=2), "Empatan")


def test_homonyms_are_told_apart() -> None:
    twins = (
        Government("p1", "Juárez", "municipality", "MX", parent="este"),
        Government("p2", "Juárez", "municipality", "MX", parent="sur"),
    )
    result = concentration(
        country(signed("a", "p1", "paris"), signed("b", "p2", "paris"), more=twins)
    )
    assert told(result, "Juárez (Este) y Juárez (Sur)")


def test_agreements_whose_state_is_unknown_are_said_to_fall_in_none() -> None:
    stray = country(*AGREEMENTS, signed("z", "rancho", "paris"), more=(town("rancho"),))
    result = concentration(stray)
    assert told(result, "1 acuerdo de 11 queda fuera de entidades federativas")
    assert rows(result, "states")["sur"]["share_cumulative"] == round(10 / 11, 6)


def test_a_register_without_states_is_counted_by_governments_and_says_so() -> None:
    foreign = graph(
        [city("cali", "CO"), city("pasto", "CO"), city("paris", "FR")],
        [signed("a", "cali", "paris"), signed("b", "cali", "paris"), signed("c", "pasto", "paris")],
    )
    result = concentration(foreign)
    assert [table.name for table in result.tables][1:] == ["governments", "countries", "lorenz"]
    assert told(result, "El grafo no sabe en qué estado o provincia está cada gobierno de CO")
    assert rows(result, "governments")["cali"]["share"] == round(2 / 3, 6)
    assert told(result, "El grafo sólo conoce gobiernos con acuerdos")


def test_provinces_do_as_states_where_a_country_has_those() -> None:
    canada = graph(
        [
            Government("qc", "Québec", "province", "CA"),
            Government("on", "Ontario", "province", "CA"),
            Government("m", "Montréal", "city", "CA", parent="qc"),
            city("paris", "FR"),
        ],
        [signed("a", "m", "paris"), signed("b", "qc", "paris")],
    )
    result = concentration(canada)
    assert rows(result, "states")["qc"]["agreements"] == 2
    assert told(result, "1 de 2 provincias, con sus municipios, reúne 2 de 2 acuerdos")


def test_the_whole_world_can_be_asked_for_and_another_country_by_name() -> None:
    more = (city("lyon", "FR"), city("osaka", "JP"))
    world = country(*AGREEMENTS, signed("w", "lyon", "osaka"), more=more)
    home = concentration(world)
    assert told(home, "Se cuentan los 10 acuerdos con alguna parte en México, de 11")
    everywhere = concentration(world, country="all")
    assert rows(everywhere, "summary")["governments"]["agreements"] == 11
    assert rows(everywhere, "countries")["MX"]["agreements"] == 10
    assert rows(concentration(world, country="Japón"), "governments")["tokio"]["agreements"] == 2


def test_a_country_that_nobody_knows_is_refused() -> None:
    with pytest.raises(UsageError, match="Narnia"):
        concentration(country(*AGREEMENTS), country="Narnia")


@pytest.mark.parametrize(
    ("snapshot", "words"),
    [
        (Snapshot(), "No hay acuerdos en el grafo: cargue un registro"),
        (country(), "No hay acuerdos en el grafo: cargue un registro"),
    ],
)
def test_an_empty_graph_gets_one_helpful_finding(snapshot: Snapshot, words: str) -> None:
    result = concentration(snapshot)
    assert len(result.findings) == 1 and told(result, words)
    assert [table.rows for table in result.tables] == [[], []]


def test_what_is_not_there_of_a_kind_or_a_country_is_said_with_what_is() -> None:
    found = country(*AGREEMENTS)
    assert told(
        concentration(found, kind="other"),
        "No hay acuerdos de otro tipo en el grafo, que tiene 10 acuerdos.",
    )
    assert told(
        concentration(found, country="IN"),
        "No hay acuerdos con alguna parte en India; el grafo tiene 10 sin ella.",
    )
