"""GraphML is read back whole: every node and edge, typed, whatever their texts hold."""

from __future__ import annotations

import json
import warnings
from itertools import pairwise
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from grafo.exports import ExportOptions, ExportSource, find_export, write_export
from grafo.store import Store
from grafo.store.counts import graph_status
from tests.exports.given import HOSTILE, HOSTILE_PLACES, Given, small_graph

FORBIDDEN = dict.fromkeys([*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), 0xFFFE, 0xFFFF], "\ufffd")
NAMESPACE = "{http://graphml.graphdrawing.org/xmlns}"


def _write(source: ExportSource, folder: Path, name: str = "graphml", **options: Any) -> Path:
    output = folder / f"{name}.graphml"
    write_export(find_export(name), source, output, ExportOptions(**options))
    return output


def _read(path: Path) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return nx.read_graphml(path)


def test_a_loaded_graph_is_read_back_whole(synthetic_store: Store, tmp_path: Path) -> None:
    graph = _read(_write(ExportSource(synthetic_store), tmp_path))
    status = graph_status(synthetic_store)
    types = [data["type"] for _, data in graph.nodes(data=True)]
    assert {t: types.count(t) for t in set(types)} == {t: n for t, n in status.nodes.items() if n}
    kinds = [data["type"] for *_, data in graph.edges(data=True)]
    assert {t: kinds.count(t) for t in set(kinds)} == {t: n for t, n in status.edges.items() if n}
    jalisco = graph.nodes["Government:mx-14"]
    stored = synthetic_store.rows("MATCH (g:Government {id: 'mx-14'}) RETURN g.population AS n")
    assert (jalisco["label"], jalisco["population"]) == ("Jalisco", stored[0]["n"])


def test_the_network_is_that_of_the_store(synthetic_store: Store, tmp_path: Path) -> None:
    graph = _read(_write(ExportSource(synthetic_store), tmp_path, "graphml-network"))
    stored = synthetic_store.rows(
        "MATCH (a:Government)-[c:COOPERATES_WITH]->(b:Government) "
        "RETURN a.id AS a, b.id AS b, c.agreements AS n, c.themes AS themes"
    )
    assert not graph.is_directed()
    assert graph.number_of_edges() == len(stored) > 500
    assert set(graph) == {row[end] for row in stored for end in "ab"}
    for row in stored:
        edge = graph.edges[row["a"], row["b"]]
        assert (edge["weight"], json.loads(edge["themes"])) == (row["n"], row["themes"])


def test_values_keep_their_types_and_what_is_not_there_stays_away(tmp_path: Path) -> None:
    graph = _read(_write(small_graph(), tmp_path))
    assert dict(graph.nodes["Government:mx-14"]) == {
        "label": "Jalisco",
        "type": "Government",
        "key": "mx-14",
        "name": "Jalisco",
        "level": "state",
        "country": "MX",
        "population": 8348151,
        "lat": 20.5,
        "lon": -103.25,
    }
    assert graph.nodes["Agreement:a"]["signed"] == "1995-05"
    assert graph.nodes["Source:registro"]["synthetic"] is False
    assert json.loads(graph.nodes["Theme:mx-14"]["sdg"]) == [6, 14]
    (cooperation, twinning) = sorted(
        graph.get_edge_data("Government:gn-1", "Government:mx-14").values(),
        key=lambda edge: edge["type"],
    )
    assert (cooperation["weight"], json.loads(cooperation["themes"])) == (2, [])
    assert twinning == {"type": "TWINNED_WITH", "weight": 1, "agreements": 1, "since": "1995-05"}


def test_two_types_may_use_one_id_and_one_name(tmp_path: Path) -> None:
    embassy = {"id": "mx-14", "type": "embassy", "name_es": "Embajada", "status": "active"}
    places = Given([("Representation", embassy), ("Theme", {"id": "mx-14", "name_es": "Agua"})])
    graph = _read(_write(places, tmp_path))
    assert set(graph) == {"Representation:mx-14", "Theme:mx-14"}
    node = graph.nodes["Representation:mx-14"]
    assert (node["type"], node["representation_type"]) == ("Representation", "embassy")


@pytest.mark.parametrize("name", ["graphml", "graphml-network"])
def test_hostile_text_comes_back_and_what_xml_forbids_becomes_fffd(
    tmp_path: Path, name: str
) -> None:
    ids = [place["id"] for place in HOSTILE_PLACES]
    links = [
        ("COOPERATES_WITH", "Government", a, "Government", b, {"agreements": 1, "kinds": HOSTILE})
        for a, b in pairwise(ids)
    ]
    hostile = Given([("Government", place) for place in HOSTILE_PLACES], links)
    graph = _read(_write(hostile, tmp_path, name))
    expected = [text.translate(FORBIDDEN) for text in HOSTILE]
    assert [data["name"] for _, data in graph.nodes(data=True)] == expected
    for *_, data in graph.edges(data=True):
        assert json.loads(data["kinds"]) == [
            json.loads(json.dumps(text, ensure_ascii=False).translate(FORBIDDEN), strict=False)
            for text in HOSTILE
        ]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    place = {"id": "mx-01", "name": text, "level": "state", "country": "MX"}
    graph = _read(_write(Given([("Government", place)]), tmp_path_factory.mktemp("any")))
    assert graph.nodes["Government:mx-01"]["name"] == text.translate(FORBIDDEN)


def test_it_keeps_the_rules_of_the_schema(tmp_path: Path) -> None:
    odd = {"id": "a b/é", "name": "Odd", "level": "city", "country": "ZZ"}
    graph = small_graph()
    graph._nodes.append(("Government", odd))
    root = etree.parse(_write(graph, tmp_path)).getroot()
    keys = root.findall(f"{NAMESPACE}key")
    declared = {key.get("id"): key.get("for") for key in keys}
    assert len(declared) == len(keys)
    assert {key.get("attr.type") for key in keys} <= {"string", "long", "double", "boolean"}
    assert [child.tag for child in root][:2] == [f"{NAMESPACE}desc", f"{NAMESPACE}key"]
    nodes = {node.get("id") for node in root.iter(f"{NAMESPACE}node")}
    assert "Government:a_x20_b_x2F_é" in nodes
    edges = list(root.iter(f"{NAMESPACE}edge"))
    assert len({edge.get("id") for edge in edges}) == len(edges)
    assert {edge.get(end) for edge in edges for end in ("source", "target")} <= nodes
    for domain in ("node", "edge"):
        for thing in root.iter(f"{NAMESPACE}{domain}"):
            used = [data.get("key") for data in thing]
            assert len(set(used)) == len(used)
            assert all(declared[key] == domain for key in used)


@pytest.mark.parametrize(("lang", "said"), [("es", "SINTÉTICOS"), ("en", "SYNTHETIC")])
def test_it_says_its_sources_licences_and_when_data_is_made_up(
    tmp_path: Path, lang: str, said: str
) -> None:
    path = _write(small_graph(synthetic=True), tmp_path, lang=lang)
    described = etree.parse(path).getroot().findtext(f"{NAMESPACE}desc") or ""
    assert said in described.splitlines()[0]
    assert "https://example.org/cc-by" in described
    label = _read(path).nodes["Government:gn-1"]["label"]
    assert label == ("Kioto" if lang == "es" else "Kyoto")


def test_equal_graphs_are_equal_bytes(synthetic_store: Store, tmp_path: Path) -> None:
    source = ExportSource(synthetic_store)
    first = _write(source, tmp_path).read_bytes()
    assert _write(source, tmp_path).read_bytes() == first
