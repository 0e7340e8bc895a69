"""On the synthetic register, really loaded, concentration says what the article says."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from grafo.analysis import Snapshot, take_snapshot
from grafo.analysis.concentration import concentration
from grafo.analysis.timeline import timeline
from grafo.bundled import bundled
from grafo.loading.catalogue import find_loader
from grafo.loading.run import LoadOptions, run_load
from grafo.places import Matcher
from grafo.questions import bind_parameters, find_question
from grafo.store import Store
from grafo.store.constraints import ensure_constraints
from tests.conftest import emptied

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def loaded(
    _embedded_session: Store, matcher: Matcher, tmp_path_factory: pytest.TempPathFactory
) -> Store:
    """The synthetic register on the embedded engine."""
    store = emptied(_embedded_session)
    ensure_constraints(store)
    for name in ("countries", "themes", "governments_mx", "register_synthetic"):
        loader = find_loader(name)
        path: Path = bundled("data") / (loader.file or "")
        run_load(
            store,
            loader,
            path,
            name=path.name,
            resolve=matcher.match,
            place=matcher.gazetteer.place,
            quarantine_dir=tmp_path_factory.mktemp("quarantine"),
            options=LoadOptions(),
        )
    return store


@pytest.fixture(scope="module")
def snapshot(loaded: Store) -> Snapshot:
    return take_snapshot(loaded)


@pytest.fixture(scope="module")
def claims() -> dict[str, dict[str, str]]:
    """What the article claims, by measure."""
    with (bundled("data") / "article_claims.csv").open(encoding="utf-8", newline="") as file:
        return {row["measure"]: row for row in csv.DictReader(file)}


def assert_claimed(claims: dict[str, dict[str, str]], measure: str, share: float) -> None:
    claim = claims[measure]
    assert float(claim["accept_min"]) <= 100 * share <= float(claim["accept_max"]), measure


def test_ten_states_and_six_municipalities_hold_what_the_article_says(
    snapshot: Snapshot, claims: dict[str, dict[str, str]]
) -> None:
    tenth = concentration(snapshot, top=10).table("states").records()[9]
    assert_claimed(claims, "top10_states_share_agreements", tenth["share_cumulative"])
    assert_claimed(claims, "top10_states_share_territory", tenth["share_territory_cumulative"])
    sixth = concentration(snapshot, kind="twinning", top=6).table("municipalities").records()[5]
    assert_claimed(claims, "top6_municipalities_share_twinnings", sixth["share_cumulative"])
    first = concentration(snapshot, kind="twinning").table("countries").records()[0]
    assert first["id"] == "US"
    assert_claimed(claims, "share_twinnings_us", first["share"])


@pytest.mark.parametrize("kind", ["", "twinning"])
@pytest.mark.parametrize("dimension", ["states", "municipalities"])
def test_the_analysis_and_the_question_of_that_name_count_alike(
    loaded: Store, snapshot: Snapshot, dimension: str, kind: str
) -> None:
    question = find_question(f"concentration_of_{dimension}")
    given = bind_parameters(question, {"kind": kind, "limit": 20}, loaded)
    asked: list[dict[str, Any]] = loaded.rows(question.cypher, given)
    found = concentration(snapshot, kind=kind, top=20).table(dimension).records()
    assert [(r["rank"], r["id"], r["agreements"]) for r in found] == [
        (r["rank"], r["id"], r["agreements"]) for r in asked
    ]
    assert [round(r["share_cumulative"], 4) for r in found] == pytest.approx(
        [r["share_cumulative"] for r in asked], abs=1e-4
    )


def test_the_timeline_covers_the_whole_register(snapshot: Snapshot) -> None:
    result = timeline(snapshot)
    years = result.table("years").records()
    assert (years[0]["year"], years[-1]["year"], years[-1]["cumulative"]) == (1992, 2021, 1612)
    assert {row["id"] for row in result.table("pandemic").records()} >= {"all", "twinning"}
    assert len(result.table("kaplan_meier").rows) > 20
