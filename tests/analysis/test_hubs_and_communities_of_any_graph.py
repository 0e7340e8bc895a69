"""Whatever the graph, hubs and communities answer in both languages, with sound tables."""

from __future__ import annotations

import json
import math
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grafo.analysis.communities import communities
from grafo.analysis.hubs import hubs
from grafo.analysis.levels import LEVELS
from grafo.analysis.prominence import MEASURES
from grafo.analysis.result import Result
from grafo.analysis.snapshot import Agreement, Government, Snapshot, Theme
from grafo.store.measures import measure_names
from tests.analysis.small_graph import COUNTRIES, graph, signed

IDS = [f"g{n}" for n in range(9)]
THEMES = (Theme("culture", "Cultura", "Culture"), Theme("health", "Salud", "Health"))


@st.composite
def snapshots(draw: st.DrawFn) -> Snapshot:
    """Any small graph, however little of it is known; loops of parents and homonyms included."""
    governments = [
        Government(
            id_,
            draw(st.sampled_from(["Juárez", "León", id_])),
            draw(st.sampled_from(["national", "state", "municipality", "city", "agency"])),
            draw(st.sampled_from(["MX", "FR", "JP", "ZZ", "KP"])),
            name_en=draw(st.sampled_from([None, "Leon"])),
            parent=draw(st.one_of(st.none(), st.sampled_from(IDS))),
        )
        for id_ in draw(st.lists(st.sampled_from(IDS), unique=True))
    ]
    ids = [government.id for government in governments]
    count = draw(st.integers(0, 14)) if ids else 0
    agreements = [draw(_agreements(f"a{n}", ids)) for n in range(count)]
    found = graph(governments, agreements, (), draw(st.sampled_from([COUNTRIES, ()])))
    return replace(found, themes=draw(st.sampled_from([THEMES, ()])))


@st.composite
def _agreements(draw: st.DrawFn, id_: str, ids: list[str]) -> Agreement:
    parties = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=4, unique=True))
    return replace(
        signed(id_, *parties, home=draw(st.integers(0, 2))),
        themes=draw(st.sampled_from([(), ("culture",), ("culture", "health"), ("gone",)])),
    )


SLOWLY_MADE = settings(suppress_health_check=[HealthCheck.too_slow], max_examples=80)


@given(snapshots(), st.sampled_from(LEVELS), st.sampled_from(MEASURES), st.integers(1, 10))
@SLOWLY_MADE
def test_hubs_of_any_graph(snapshot: Snapshot, level: str, by: str, top: int) -> None:
    for country in ("", "MX", "ZZ"):
        sound(hubs(snapshot, level=level, by=by, top=top, country=country), top)


@given(snapshots(), st.floats(0.1, 5), st.integers(0, 3))
@SLOWLY_MADE
def test_communities_of_any_graph(snapshot: Snapshot, resolution: float, seed: int) -> None:
    result = communities(snapshot, resolution=resolution, seed=seed)
    sound(result, 20)
    if result.tables:
        listed = result.table("communities").records()
        assert len({row["name_es"] for row in listed}) == len(listed)
        assert len({row["name_en"] for row in listed}) == len(listed)
        assert all(row["name_es"] and row["name_en"] for row in listed)
        sizes = [row["governments"] for row in listed]
        assert sizes == sorted(sizes, reverse=True)
        members = list(result.measures["community"].values())
        assert [members.count(number + 1) for number in range(len(sizes))] == sizes


def test_a_community_without_agreements_within_is_called_after_its_only_member() -> None:
    homonyms = [Government(f"g{n}", "Juárez", "state", "MX") for n in range(3)]
    found = communities(graph(homonyms, [signed("a0", "g0", "g1", "g2", home=1)]), resolution=1.5)
    names = [row["name_es"] for row in found.table("communities").records()]
    assert names == ["Juárez y Juárez", "Juárez (g2)"]
    assert any("«Juárez (g2)» (1 gobierno)" in text.es for text in found.findings)


def sound(result: Result, top: int) -> None:
    """Check the promises of a result that hold of any."""
    assert result.findings
    for text in (*result.findings, *result.notes):
        assert text.es != text.en
        for said in (text.es, text.en):
            assert said.endswith(".")
            assert not any(bad in said for bad in ("nan", "None", "inf ", "{", "  ", "()", "«»"))
    for table in result.tables:
        assert len(table.rows) <= top
        assert all(len(row) == len(table.columns) for row in table.rows)
        json.dumps(table.records(), allow_nan=False)
    assert set(result.measures) <= set(measure_names())
    for values in result.measures.values():
        assert all(math.isfinite(value) for value in values.values())
