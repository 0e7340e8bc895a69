"""On a graph that was really loaded, coverage and the store agree on what is nearest."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from grafo.analysis import Snapshot, take_snapshot
from grafo.analysis.abroad import serves_places
from grafo.analysis.coverage import coverage
from grafo.analysis.gaps import gaps
from grafo.analysis.reach.coverage import find_coverage
from grafo.analysis.reach.distances import nearest_posts
from grafo.bundled import bundled
from grafo.loading.catalogue import find_loader
from grafo.loading.run import LoadOptions, run_load
from grafo.places import Matcher
from grafo.store import Store
from grafo.store.constraints import ensure_constraints
from tests.conftest import emptied

SOURCES = ("countries", "governments_mx", "representations_mx", "twinnings_mx")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def loaded(
    _embedded_session: Store, matcher: Matcher, tmp_path_factory: pytest.TempPathFactory
) -> Store:
    """The shipped twinnings and representations, on the embedded engine."""
    store = emptied(_embedded_session)
    ensure_constraints(store)
    for name in SOURCES:
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
def edges(loaded: Store) -> dict[str, dict[str, Any]]:
    """The store's NEAREST edges by government."""
    rows = loaded.rows(
        "MATCH (g:Government)-[n:NEAREST]->(r:Representation) "
        "RETURN g.id AS government, r.id AS post, r.type AS type, n.km AS km ORDER BY government"
    )
    return {row["government"]: row for row in rows}


def test_the_nearest_active_representation_is_that_of_the_store(
    snapshot: Snapshot, edges: dict[str, dict[str, Any]]
) -> None:
    abroad = [government for government in snapshot.governments if government.country != "MX"]
    active = [p for p in snapshot.representations if p.status == "active" and serves_places(p)]
    found = nearest_posts(abroad, active)
    assert len(edges) > 300
    assert {id_: (near.post.id, round(near.km, 1)) for id_, near in found.items()} == {
        id_: (edge["post"], edge["km"]) for id_, edge in edges.items()
    }


def test_only_a_permanent_mission_is_nearer_than_what_coverage_tells(
    snapshot: Snapshot, edges: dict[str, dict[str, Any]]
) -> None:
    nearest = find_coverage(snapshot, "MX", 300).nearest
    assert nearest.keys() == edges.keys()
    for id_, near in nearest.items():
        if edges[id_]["type"] == "permanent-mission":
            assert near.km >= edges[id_]["km"] - 0.05
        else:
            assert (near.post.id, round(near.km, 1)) == (edges[id_]["post"], edges[id_]["km"])


def test_the_share_in_reach_is_that_of_a_question_to_the_store(
    snapshot: Snapshot, loaded: Store
) -> None:
    (row,) = coverage(snapshot).table("summary").records()
    (asked,) = loaded.rows(
        "MATCH (a:Agreement)<-[:SIGNED]-(g:Government) "
        "WHERE a.status <> 'withdrawn' AND g.country <> 'MX' "
        "OPTIONAL MATCH (g)-[n:NEAREST]->(:Representation) "
        "WITH a.id AS agreement, min(n.km) AS km "
        "RETURN count(agreement) AS agreements, count(km) AS located, "
        "sum(CASE WHEN km <= 300 THEN 1 ELSE 0 END) AS within"
    )
    assert {key: row[key] for key in asked} == asked


def test_the_divisions_without_agreements_are_those_of_a_question_to_the_store(
    snapshot: Snapshot, loaded: Store
) -> None:
    asked = loaded.rows(
        "MATCH (s:Government {level: 'state'}) WHERE s.country = 'MX' "
        "OPTIONAL MATCH (s)<-[:PART_OF]-(m:Government)-[:SIGNED]->(a:Agreement) "
        "WITH s, count(DISTINCT a.id) AS municipal "
        "OPTIONAL MATCH (s)-[:SIGNED]->(b:Agreement) "
        "WITH s.id AS id, municipal, count(DISTINCT b.id) AS own RETURN id, municipal, own"
    )
    rows = gaps(snapshot).table("territories").records()
    assert {row["id"]: (row["own"], row["local"]) for row in rows} == {
        row["id"]: (row["own"], row["municipal"]) for row in asked
    }
    assert sum(row["population"] for row in rows) == 126_014_024  # the census of 2020
