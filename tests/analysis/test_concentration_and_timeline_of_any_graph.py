"""Whatever the graph, concentration and timeline answer in both languages, with sound tables."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grafo.analysis.concentration import concentration
from grafo.analysis.result import Result
from grafo.analysis.snapshot import Agreement, Government, Snapshot, Theme
from grafo.analysis.timeline import timeline
from tests.analysis.small_graph import COUNTRIES, graph, signed

IDS = [f"g{n}" for n in range(8)]
THEMES = (Theme("culture", "Cultura", "Culture"), Theme("health", "Salud", "Health"))
DATES = st.one_of(
    st.none(),
    st.sampled_from(["0001", "1991-12-31", "2018", "2019-03", "2021-02-28", "9999-12"]),
    st.dates().map(str),
)
COUNTRY = st.sampled_from(["", "all"])
KIND = st.sampled_from(["", "twinning", "specific-cooperation", "other"])


@st.composite
def snapshots(draw: st.DrawFn) -> Snapshot:
    """Any small graph, however little of it is known; loops of parents and odd dates included."""
    governments = [
        Government(
            id_,
            draw(st.sampled_from(["Juárez", "León", id_])),
            draw(
                st.sampled_from(["national", "state", "province", "municipality", "city", "agency"])
            ),
            draw(st.sampled_from(["MX", "FR", "JP", "ZZ", "KP"])),
            population=draw(st.one_of(st.none(), st.integers(0, 20_000_000))),
            area_km2=draw(st.one_of(st.none(), st.floats(0, 1e6))),
            parent=draw(st.one_of(st.none(), st.sampled_from(IDS))),
        )
        for id_ in draw(st.lists(st.sampled_from(IDS), unique=True))
    ]
    ids = [government.id for government in governments]
    agreements = []
    if ids:
        count = draw(st.integers(0, 8))
        agreements = [draw(_agreements(f"a{n}", ids)) for n in range(count)]
    found = graph(governments, agreements, (), draw(st.sampled_from([COUNTRIES, ()])))
    return replace(found, themes=draw(st.sampled_from([THEMES, ()])))


@st.composite
def _agreements(draw: st.DrawFn, id_: str, ids: list[str]) -> Agreement:
    parties = st.lists(st.sampled_from(ids), min_size=1, max_size=4, unique=True)
    return replace(
        signed(id_, *draw(parties), home=draw(st.integers(0, 2))),
        kind=draw(st.sampled_from(["twinning", "specific-cooperation", "other"])),
        status=draw(st.sampled_from(["in-force", "expired", "unknown"])),
        themes=tuple(sorted(draw(st.sets(st.sampled_from(["culture", "health"]))))),
        signed=draw(DATES),
        starts=draw(DATES),
        ends=draw(DATES),
    )


@pytest.mark.parametrize("analysis", [concentration, timeline])
@given(snapshot=snapshots(), kind=KIND, country=COUNTRY)
@settings(max_examples=150)
def test_any_graph_is_answered(
    analysis: Callable[..., Result], snapshot: Snapshot, kind: str, country: str
) -> None:
    result = analysis(snapshot, kind=kind, country=country)
    assert result.findings
    for text in (*result.findings, *result.notes):
        assert text.es != text.en
        for said in (text.es, text.en):
            assert said.endswith(".") and said[0] == said[0].upper()
            assert not any(bad in said for bad in ("nan", "None", "inf ", "{", "  "))
    for table in result.tables:
        assert all(record.keys() == table.columns.keys() for record in table.records())
        for record in table.records():
            shares = [v for k, v in record.items() if k.startswith("share") and v is not None]
            assert all(0 <= share <= 1 for share in shares), (table.name, record)
    json.dumps([table.records() for table in result.tables], allow_nan=False)


@given(snapshot=snapshots(), top=st.integers(1, 12))
@settings(max_examples=100)
def test_what_the_first_hold_never_shrinks_and_never_exceeds_all(
    snapshot: Snapshot, top: int
) -> None:
    result = concentration(snapshot, top=top, country="all")
    for table in result.tables[1:-1]:
        reached = [record["share_cumulative"] for record in table.records()]
        assert reached == sorted(reached) and len(reached) <= top
        counts = [record["agreements"] for record in table.records()]
        assert counts == sorted(counts, reverse=True) and all(counts)


@given(snapshot=snapshots())
@settings(max_examples=100)
def test_every_agreement_with_a_date_is_in_one_year_one_five_years_and_one_decade(
    snapshot: Snapshot,
) -> None:
    result = timeline(snapshot, country="all")
    dated = sum(agreement.signed is not None for agreement in snapshot.agreements)
    for name in ("years", "five_years", "decades") if dated else ("years",):
        table = result.table(name).records()
        assert sum(record["agreements"] for record in table) == dated
        assert sum(
            record["twinning"] + record["specific_cooperation"] + record["other"]
            for record in table
        ) == dated  # fmt: skip
