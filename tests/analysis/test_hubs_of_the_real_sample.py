"""On the real sample of twinnings, really loaded, hubs and communities say what Cypher says."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from grafo.analysis import Snapshot, take_snapshot
from grafo.analysis.communities import communities
from grafo.analysis.hubs import hubs
from grafo.places import Matcher
from grafo.questions import bind_parameters, find_question
from grafo.store import Store
from grafo.store.constraints import ensure_constraints
from tests.conftest import emptied
from tests.loading.conftest import Office

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def loaded(
    _embedded_session: Store, matcher: Matcher, tmp_path_factory: pytest.TempPathFactory
) -> Store:
    """The real sample on the embedded engine."""
    store = emptied(_embedded_session)
    ensure_constraints(store)
    office = Office(store, matcher, tmp_path_factory.mktemp("office"))
    office.reference("countries", "themes", "governments_mx", "twinnings_mx")
    return store


@pytest.fixture(scope="module")
def snapshot(loaded: Store) -> Snapshot:
    return take_snapshot(loaded)


def test_hubs_have_the_counterparts_that_the_question_counts(
    loaded: Store, snapshot: Snapshot
) -> None:
    question = find_question("hubs")
    bound = bind_parameters(question, {"limit": 50}, loaded)
    asked = {
        row["id"]: (row["partners"], row["agreements"])
        for row in loaded.rows(question.cypher, bound)
    }
    found = hubs(snapshot, top=1000).table("hubs").records()
    ranked = {row["id"]: (row["partners"], row["agreements"]) for row in found}
    assert {id_: ranked[id_] for id_ in asked} == asked
    assert max(ranked.values()) == max(asked.values())


def test_every_agreement_is_inside_a_community_between_two_or_of_a_pair(
    snapshot: Snapshot,
) -> None:
    result = communities(snapshot, top=10_000)
    inside = sum(row["agreements"] for row in result.table("communities").records())
    between = sum(row["agreements"] for row in result.table("links").records())
    member = result.measures["community"]
    pairs = sum(not any(party in member for party, _ in a.parties) for a in snapshot.agreements)
    assert inside + between + pairs == len(snapshot.agreements)


def test_states_have_the_agreements_of_their_municipalities(
    loaded: Store, snapshot: Snapshot
) -> None:
    (asked,) = loaded.rows(
        "MATCH (a:Agreement)<-[:SIGNED]-(g:Government) WHERE a.status <> 'withdrawn' "
        "OPTIONAL MATCH (g)-[:PART_OF]->(s:Government) "
        "WITH a, g, s WHERE g.id = 'mx-14' OR s.id = 'mx-14' RETURN count(DISTINCT a.id) AS n"
    )
    states = hubs(snapshot, level="state", top=1000).table("hubs").records()
    (jalisco,) = (row for row in states if row["id"] == "mx-14")
    assert jalisco["agreements"] == asked["n"]


_PRINT = """
import pickle, sys
from grafo.analysis.communities import communities
from grafo.analysis.hubs import hubs
snapshot = pickle.load(open(sys.argv[1], "rb"))
for result in (hubs(snapshot, top=1000), communities(snapshot, top=1000)):
    print(result)
"""


def test_the_same_graph_gives_the_same_in_every_process(snapshot: Snapshot, tmp_path: Path) -> None:
    kept = tmp_path / "snapshot.pickle"
    kept.write_bytes(pickle.dumps(snapshot))
    printed = {
        subprocess.run(  # noqa: S603 - this Python, on a file of this test
            [sys.executable, "-c", _PRINT, str(kept)],
            env={**os.environ, "PYTHONHASHSEED": seed, "OMP_NUM_THREADS": threads},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, threads in (("0", "1"), ("1", "2"), ("2", "4"))
    }
    assert len(printed) == 1
    assert "Guadalajara" in printed.pop()
