"""Graph Data Science gives the measures that are computed here, and leaves nothing behind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import pytest

from grafo.analysis.communities import communities
from grafo.analysis.engine import Local, chosen_engine
from grafo.analysis.gds import GraphDataScience
from grafo.analysis.hubs import hubs
from grafo.analysis.registry import find_analysis
from grafo.analysis.snapshot import Snapshot
from grafo.errors import StoreError, UsageError
from grafo.network import Links, components, modularity
from grafo.store import Store, open_store
from grafo.store.gds import project
from tests.analysis.small_graph import city, graph, signed
from tests.conftest import require_neo4j, settings_of
from tests.neo4j.prepare import Layout
from tests.neo4j.server import Neo4jServer

LEFT = "CALL gds.graph.list() YIELD graphName RETURN graphName AS name"


@pytest.fixture
def gds(neo4j_store: Store) -> Iterator[GraphDataScience]:
    """The server's engine; after the test no projection may be left."""
    yield GraphDataScience(neo4j_store)
    assert neo4j_store.rows(LEFT) == []


def links_of(found: nx.Graph, alone: int = 0) -> Links:
    """The links of a networkx graph of numbers, weighted 1 to 5, and nodes without any."""
    one, other = zip(*found.edges, strict=True)
    weights = [1 + (3 * a + 5 * b) % 5 for a, b in found.edges]
    return Links.of(len(found) + alone, one, other, weights)


NETWORKS = {
    "karate": links_of(nx.karate_club_graph()),
    "sparse, in parts": links_of(nx.gnm_random_graph(60, 55, seed=2), alone=3),
    "barbell": links_of(nx.barbell_graph(6, 2)),
    "star": links_of(nx.star_graph(7)),
    "one link": Links.of(2, [0], [1]),
    "no link": Links.of(3, [], []),
    "one node": Links.of(1, [], []),
    "nothing": Links.of(0, [], []),
}


@pytest.mark.parametrize("name", NETWORKS)
def test_centralities_are_those_computed_here(gds: GraphDataScience, name: str) -> None:
    links = NETWORKS[name]
    there = gds.centralities(links, samples=None, seed=1)
    here = Local().centralities(links, samples=None, seed=1)
    assert np.allclose(there.pagerank, here.pagerank, rtol=1e-7, atol=1e-10)
    assert np.allclose(there.betweenness, here.betweenness, rtol=1e-9, atol=1e-12)
    assert np.allclose(there.closeness, here.closeness, rtol=1e-9, atol=1e-12)
    assert there.core.tolist() == here.core.tolist()


@pytest.mark.parametrize("name", NETWORKS)
def test_components_are_those_computed_here(gds: GraphDataScience, name: str) -> None:
    links = NETWORKS[name]
    assert gds.components(links).tolist() == components(links).tolist()


def test_communities_are_as_good_connected_and_the_same_again(gds: GraphDataScience) -> None:
    for links in (NETWORKS["karate"], NETWORKS["sparse, in parts"]):
        there = gds.communities(links, resolution=1.0, seed=4)
        assert np.array_equal(there, gds.communities(links, resolution=1.0, seed=4))
        here = Local().communities(links, resolution=1.0, seed=4)
        there_q, here_q = modularity(links, there), modularity(links, here)
        assert there_q is not None
        assert here_q is not None
        assert there_q == pytest.approx(here_q, abs=0.03)
        within = there[links.one] == there[links.other]
        inside = Links.of(links.n, links.one[within], links.other[within])
        assert len(set(components(inside).tolist())) == len(set(there.tolist()))


def test_clear_communities_are_found_as_here(gds: GraphDataScience) -> None:
    links = NETWORKS["barbell"]
    there = gds.communities(links, resolution=1.0, seed=1)
    assert len(set(there[:6].tolist())) == 1
    assert len(set(there[-6:].tolist())) == 1
    assert there[0] != there[-1]


def test_another_resolution_is_refused(gds: GraphDataScience) -> None:
    with pytest.raises(UsageError, match="resolution 1 only"):
        gds.communities(NETWORKS["karate"], resolution=2.0, seed=1)


def test_sampled_betweenness_is_near_the_exact(gds: GraphDataScience) -> None:
    links = links_of(nx.barabasi_albert_graph(300, 2, seed=3))
    exact = gds.centralities(links, samples=None, seed=1).betweenness
    sampled = gds.centralities(links, samples=150, seed=1).betweenness
    assert np.corrcoef(exact, sampled)[0, 1] > 0.97
    assert sampled.sum() == pytest.approx(exact.sum(), rel=0.1)
    everyone = gds.centralities(links, samples=5000, seed=1).betweenness
    assert np.allclose(everyone, exact)


def snapshot() -> Snapshot:
    """Two circles of cities, joined by one agreement; some pairs signed several."""
    circles = [[f"{name}{n}" for n in range(5)] for name in ("jp", "fr")]
    return graph(
        [city(id_, id_[:2].upper()) for circle in circles for id_ in circle],
        [
            *(
                signed(f"{one}-{other}-{again}", one, other, home=0)
                for circle in circles
                for place, one in enumerate(circle)
                for other in circle[:place]
                for again in range(1 + place % 3)
            ),
            signed("join", "jp0", "fr0", home=0),
        ],
    )


@dataclass(frozen=True)
class Asked:
    """What the analyses are given; `note` is the only difference the engine may make."""

    name: str
    note: str


@pytest.mark.parametrize("asked", [Asked("hubs", "Measures"), Asked("communities", "Communities")])
def test_an_analysis_says_the_same_wherever_it_is_computed(
    gds: GraphDataScience, asked: Asked
) -> None:
    run = {"hubs": hubs, "communities": communities}[asked.name]
    here, there = run(snapshot()), run(snapshot(), compute=gds)
    assert there.findings == here.findings
    assert there.tables == here.tables
    differing = [note.en for note in there.notes if note not in here.notes]
    (note,) = differing
    assert note.startswith(asked.note)
    assert "Graph Data Science" in note
    for name, values in here.measures.items():
        assert there.measures[name] == pytest.approx(dict(values), rel=1e-7)


def test_a_failure_leaves_no_projection_behind(neo4j_store: Store) -> None:
    links = NETWORKS["karate"]
    ends = links.one.tolist(), links.other.tolist(), links.weight.tolist()
    with project(neo4j_store, links.n, *ends) as projection:
        assert [row["name"] for row in neo4j_store.rows(LEFT)] == [projection.name]
    assert neo4j_store.rows(LEFT) == []
    with (
        pytest.raises(StoreError, match="dampingFactor"),
        project(neo4j_store, links.n, *ends) as projection,
    ):
        projection.values("pageRank", dampingFactor=7)
    assert neo4j_store.rows(LEFT) == []
    with (
        pytest.raises(KeyboardInterrupt),
        project(neo4j_store, links.n, *ends),
    ):
        raise KeyboardInterrupt
    assert neo4j_store.rows(LEFT) == []


def test_the_graph_itself_is_not_touched(neo4j_store: Store, gds: GraphDataScience) -> None:
    gds.centralities(NETWORKS["karate"], samples=None, seed=1)
    assert neo4j_store.rows("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]


def test_the_embedded_engine_says_that_it_has_none(embedded_store: Store) -> None:
    wanted = find_analysis("hubs")
    assert chosen_engine("local", wanted, embedded_store) == {}
    with pytest.raises(UsageError, match="no Graph Data Science") as refused:
        chosen_engine("gds", wanted, embedded_store)
    assert "NEO4J_URI" in str(refused.value)
    with pytest.raises(UsageError, match="no Graph Data Science"):
        GraphDataScience(embedded_store).centralities(NETWORKS["star"], samples=None, seed=1)


def test_an_analysis_that_measures_nothing_refuses_the_engine(neo4j_store: Store) -> None:
    with pytest.raises(UsageError, match="only computed here"):
        chosen_engine("gds", find_analysis("concentration"), neo4j_store)
    given = chosen_engine("gds", find_analysis("hubs"), neo4j_store)
    assert isinstance(given["compute"], GraphDataScience)


class WithoutGds(Neo4jServer):
    """A server whose plugins are not there."""

    def _configuration(self, layout: Layout) -> str:
        return super()._configuration(self._bare(layout))

    def _command(self, layout: Layout, conf: Path) -> list[str]:
        return super()._command(self._bare(layout), conf)

    def _bare(self, layout: Layout) -> Layout:
        plugins = self.home / "no-plugins"
        plugins.mkdir(exist_ok=True)
        return replace(layout, plugins=plugins)


@pytest.mark.slow
def test_a_server_without_the_plugin_says_what_to_install(tmp_path: Path) -> None:
    require_neo4j()
    wanted: Any = find_analysis("communities")
    with WithoutGds(tmp_path) as server, open_store(settings_of(server)) as store:
        with pytest.raises(StoreError, match="lacks the Graph Data Science plugin") as refused:
            chosen_engine("gds", wanted, store)
        assert "neo4j-graph-data-science" in str(refused.value)
        with (
            pytest.raises(StoreError, match="lacks the Graph Data Science plugin"),
            project(store, 2, [0], [1], [1.0]),
        ):
            pass
