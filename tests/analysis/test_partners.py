"""The analysis of partners answers in both languages, and helps where it cannot."""

from __future__ import annotations

import json

import pytest

from grafo.analysis.partners import partners
from grafo.analysis.snapshot import Government, Snapshot
from grafo.errors import UsageError
from tests.analysis.partnering.test_suggest import world_of_states
from tests.analysis.small_graph import graph, signed


def test_suggestions_come_with_their_reasons_and_the_parts_of_their_scores() -> None:
    result = partners(world_of_states(), "lonely", top=2)
    rows = result.table("suggestions").records()
    assert [row["rank"] for row in rows] == [1, 2]
    assert all(row["reasons_es"] and row["reasons_en"] for row in rows)
    for row in rows:
        parts = [row[part] for part in ("network", "countries", "peers", "size", "place")]
        assert row["score"] == pytest.approx(sum(parts), abs=0.03)
    assert "no tiene contrapartes" in result.findings[0].es
    assert "LYON (Francia)" in result.findings[1].es
    json.dumps(rows, allow_nan=False)


def test_a_filter_that_nobody_passes_says_so() -> None:
    result = partners(world_of_states(), "lonely", country="AT")
    assert "Quite algún filtro" in result.findings[-1].es
    assert not result.tables


def test_a_graph_without_agreements_gives_no_advice() -> None:
    result = partners(graph([Government("mx-29", "Tlaxcala", "state", "MX")]), "mx-29")
    assert "no tiene acuerdos" in result.findings[0].es


def test_the_municipality_of_a_states_name_is_pointed_at() -> None:
    state = Government("mx-29", "Tlaxcala", "state", "MX")
    town = Government("mx-29033", "Tlaxcala", "municipality", "MX", parent="mx-29")
    city = Government("lyon", "Lyon", "city", "FR")
    result = partners(graph([state, town, city], [signed("a", "mx-29033", "lyon")]), "mx-29")
    assert any("mx-29033" in note.es for note in result.notes)


def test_nobody_to_advise_is_a_mistake_of_use() -> None:
    with pytest.raises(UsageError):
        partners(world_of_states())
    with pytest.raises(UsageError):
        partners(world_of_states(), "nobody")


@pytest.mark.parametrize("snapshot", [Snapshot(), graph(), world_of_states()])
def test_a_backtest_of_few_links_is_an_honest_answer(snapshot: Snapshot) -> None:
    result = partners(snapshot, backtest=True, rounds=2)
    assert result.findings
    for table in result.tables:
        json.dumps(table.records(), allow_nan=False)
