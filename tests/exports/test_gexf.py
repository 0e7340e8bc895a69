"""GEXF is read back whole, and opens in Gephi with each government in its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from lxml import etree

from grafo.exports import ExportOptions, ExportSource, find_export, write_export
from grafo.store import Store
from grafo.store.counts import graph_status
from tests.exports.given import HOSTILE, HOSTILE_PLACES, Given, small_graph
from tests.exports.test_graphml import FORBIDDEN

NAMESPACE = "{http://gexf.net/1.3}"


def _write(source: ExportSource, folder: Path, name: str = "gexf", **options: Any) -> Path:
    output = folder / f"{name}.gexf"
    write_export(find_export(name), source, output, ExportOptions(**options))
    return output


def test_a_loaded_graph_is_read_back_whole(synthetic_store: Store, tmp_path: Path) -> None:
    graph = nx.read_gexf(_write(ExportSource(synthetic_store), tmp_path))
    status = graph_status(synthetic_store)
    types = [data["type"] for _, data in graph.nodes(data=True)]
    assert {t: types.count(t) for t in set(types)} == {t: n for t, n in status.nodes.items() if n}
    kinds = [data["type"] for *_, data in graph.edges(data=True)]
    assert {t: kinds.count(t) for t in set(kinds)} == {t: n for t, n in status.edges.items() if n}


def test_the_network_weighs_agreements(synthetic_store: Store, tmp_path: Path) -> None:
    graph = nx.read_gexf(_write(ExportSource(synthetic_store), tmp_path, "gexf-network"))
    stored = synthetic_store.rows(
        "MATCH (a:Government)-[c:COOPERATES_WITH]->(b:Government) "
        "RETURN a.id AS a, b.id AS b, c.agreements AS n"
    )
    assert not graph.is_directed()
    assert {frozenset(ends): weight for *ends, weight in graph.edges(data="weight")} == {
        frozenset((row["a"], row["b"])): row["n"] for row in stored
    }


def test_values_keep_their_types(tmp_path: Path) -> None:
    graph = nx.read_gexf(_write(small_graph(), tmp_path))
    jalisco = graph.nodes["Government:mx-14"]
    assert (jalisco["population"], jalisco["lat"], jalisco["label"]) == (8348151, 20.5, "Jalisco")
    assert "name_es" not in jalisco
    assert graph.nodes["Agreement:a"]["signed"] == "1995-05"
    assert graph.nodes["Source:registro"]["synthetic"] is False
    assert json.loads(graph.nodes["Theme:mx-14"]["sdg"]) == [6, 14]
    pair = graph.get_edge_data("Government:gn-1", "Government:mx-14").values()
    assert {edge["type"]: edge["weight"] for edge in pair} == {
        "TWINNED_WITH": 1.0,
        "COOPERATES_WITH": 2.0,
    }


def test_a_government_is_where_it_is_on_the_map_and_alone_not_drawn(tmp_path: Path) -> None:
    graph = nx.read_gexf(_write(small_graph(), tmp_path, "gexf-network"))
    assert set(graph) == {"mx-14", "gn-1"}
    assert graph.nodes["mx-14"]["viz"]["position"] == {"x": -1032.5, "y": 205.0, "z": 0.0}
    assert "viz" not in graph.nodes["gn-1"]


def test_hostile_text_comes_back_and_what_xml_forbids_becomes_fffd(tmp_path: Path) -> None:
    hostile = Given([("Government", place) for place in HOSTILE_PLACES])
    graph = nx.read_gexf(_write(hostile, tmp_path))
    expected = [text.translate(FORBIDDEN) for text in HOSTILE]
    assert [data["name"] for _, data in graph.nodes(data=True)] == expected
    assert [data["label"] for _, data in graph.nodes(data=True)] == expected


@pytest.mark.parametrize("name", ["gexf", "gexf-network"])
def test_it_keeps_the_rules_of_the_schema(tmp_path: Path, name: str) -> None:
    root = etree.parse(_write(small_graph(), tmp_path, name)).getroot()
    assert root.get("version") == "1.3"
    assert [child.tag for child in root] == [f"{NAMESPACE}meta", f"{NAMESPACE}graph"]
    nodes = {node.get("id") for node in root.iter(f"{NAMESPACE}node")}
    edges = list(root.iter(f"{NAMESPACE}edge"))
    assert len({edge.get("id") for edge in edges}) == len(edges) > 0
    assert {edge.get(end) for edge in edges for end in ("source", "target")} <= nodes
    kinds = [(edge.get("source"), edge.get("target"), edge.get("kind")) for edge in edges]
    assert len(set(kinds)) == len(kinds)  # Gephi joins parallel edges of one kind
    for domain in ("node", "edge"):
        (attributes,) = root.iterfind(f".//{NAMESPACE}attributes[@class='{domain}']")
        types = {known.get("id"): known.get("type") for known in attributes}
        assert set(types.values()) <= {"string", "long", "double", "boolean"}
        for thing in root.iter(f"{NAMESPACE}{domain}"):
            used = [value.get("for") for value in thing.iter(f"{NAMESPACE}attvalue")]
            assert len(set(used)) == len(used)
            assert set(used) <= set(types)


def test_it_says_its_sources_and_when_data_is_made_up(tmp_path: Path) -> None:
    path = _write(small_graph(synthetic=True), tmp_path, lang="en")
    described = etree.parse(path).getroot().findtext(f"{NAMESPACE}meta/{NAMESPACE}description")
    assert described is not None
    assert "SYNTHETIC" in described
    assert "https://example.org/cc-by" in described


def test_measures_are_there_when_asked_for(synthetic_store: Store, tmp_path: Path) -> None:
    synthetic_store.write(
        lambda tx: tx.run("MATCH (g:Government {id: 'mx-14'}) SET g.pagerank = 0.25").consume()
    )
    without = nx.read_gexf(_write(ExportSource(synthetic_store), tmp_path, "gexf-network"))
    measured = ExportSource(synthetic_store, measures=True)
    assert "pagerank" not in without.nodes["mx-14"]
    graph = nx.read_gexf(_write(measured, tmp_path, "gexf-network"))
    assert graph.nodes["mx-14"]["pagerank"] == 0.25
