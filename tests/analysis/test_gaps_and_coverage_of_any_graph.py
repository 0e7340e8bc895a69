"""Whatever the graph, gaps and coverage answer in both languages, with sound tables."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grafo.analysis.coverage import coverage
from grafo.analysis.gaps import gaps
from grafo.analysis.result import Result
from grafo.analysis.snapshot import Government, Representation, Snapshot
from tests.analysis.small_graph import COUNTRIES, graph, post, signed

IDS = [f"g{n}" for n in range(8)]
CODES = st.sampled_from(["MX", "FR", "JP", "ZZ", "KP"])  # KP: a country the graph has no name of
DEGREES = st.one_of(st.none(), st.floats(-90, 90))
# A graph takes some milliseconds to draw, and more on a busy machine: no fault of the strategy.
SLOWLY_MADE = settings(suppress_health_check=[HealthCheck.too_slow])


@st.composite
def snapshots(draw: st.DrawFn) -> Snapshot:
    """Any small graph, however little of it is known."""
    governments = [
        Government(
            id_,
            id_.upper(),
            draw(
                st.sampled_from(["national", "state", "region", "municipality", "city", "agency"])
            ),
            draw(CODES),
            population=draw(st.one_of(st.none(), st.integers(0, 20_000_000))),
            area_km2=draw(st.one_of(st.none(), st.floats(0, 1e6))),
            lat=draw(DEGREES),
            lon=draw(DEGREES),
            parent=draw(st.one_of(st.none(), st.sampled_from(IDS))),
        )
        for id_ in draw(st.lists(st.sampled_from(IDS), unique=True))
    ]
    ids = [government.id for government in governments]
    agreements = []
    if ids:
        parties = st.lists(st.sampled_from(ids), min_size=1, max_size=4, unique=True)
        agreements = [
            signed(f"a{n}", *draw(parties), home=draw(st.integers(0, 2)))
            for n in range(draw(st.integers(0, 6)))
        ]
    posts = [draw(_posts(f"p{n}")) for n in range(draw(st.integers(0, 4)))]
    return graph(governments, agreements, posts, draw(st.sampled_from([COUNTRIES, ()])))


@st.composite
def _posts(draw: st.DrawFn, id_: str) -> Representation:
    return post(
        id_,
        draw(st.one_of(st.none(), CODES)),
        draw(DEGREES),
        draw(DEGREES),
        draw(st.sampled_from(["embassy", "consulate", "permanent-mission", "cultural-institute"])),
        draw(st.sampled_from(["active", "closed", "unknown"])),
        tuple(draw(st.lists(CODES, max_size=2, unique=True))),
        draw(CODES),
    )


@pytest.mark.parametrize("analysis", [gaps, coverage])
@given(snapshot=snapshots())
@settings(SLOWLY_MADE, max_examples=150)
def test_any_graph_is_answered(analysis: Callable[..., Result], snapshot: Snapshot) -> None:
    result = analysis(snapshot)
    assert result.findings
    for text in (*result.findings, *result.notes):
        assert text.es != text.en
        for said in (text.es, text.en):
            assert said.endswith(".")
            assert not any(bad in said for bad in ("nan", "None", "inf ", "{", "  "))
    for table in result.tables:
        assert all(record.keys() == table.columns.keys() for record in table.records())
        for record in table.records():
            shares = [v for k, v in record.items() if k.startswith("share") and v is not None]
            assert all(0 <= share <= 1 for share in shares), (table.name, record)
    json.dumps([table.records() for table in result.tables], allow_nan=False)


def test_a_graph_with_nothing_to_compare_says_so() -> None:
    abroad = [Government("g0", "G0", "state", "MX"), Government("g1", "G1", "state", "MX")]
    embassy = post("p0", None, None, None, "embassy", "active", (), "FR")
    (said,) = gaps(graph(abroad, [signed("a0", "g0", home=0)], [embassy], ())).findings
    assert "comparar" in said.es


def test_an_area_near_zero_gives_no_rate() -> None:
    tiny = Government("g0", "G0", "state", "MX", population=5, area_km2=5e-324)
    row = gaps(graph([tiny], [signed("a0", "g0")], [], ())).table("territories").records()[0]
    assert row["per_10000_km2"] is None


@given(snapshot=snapshots())
@settings(SLOWLY_MADE, max_examples=60)
def test_no_agreement_is_dropped_between_near_far_and_unlocated(snapshot: Snapshot) -> None:
    result = coverage(snapshot, km=500, top=10_000)
    if not result.tables:
        return
    (row,) = result.table("summary").records()
    if row["within"] is None:
        assert row["median_km"] is None
        return
    assert 0 <= row["within"] <= row["located"] <= row["agreements"]
    far = {record["id"] for record in result.table("far").records()}
    unlocated = {record["id"] for record in result.table("unlocated").records()}
    assert not far & unlocated
    countries = result.table("countries").records()
    assert all(c["within"] <= c["located"] <= c["agreements"] for c in countries)


@given(snapshot=snapshots())
@settings(SLOWLY_MADE, max_examples=60)
def test_who_has_no_agreement_is_missed_once_and_who_has_one_never(snapshot: Snapshot) -> None:
    result = gaps(snapshot, min_population=0, top=10_000)
    if not result.tables:
        return
    with_any = {party for agreement in snapshot.agreements for party, _ in agreement.parties}
    missed = [record["id"] for record in result.table("municipalities").records()]
    assert len(missed) == len(set(missed))
    assert not with_any & set(missed)
    levels = result.table("levels").records()
    assert sum(row["without"] for row in levels) <= len(snapshot.governments) - len(with_any)
