"""Apache Jena, which shares no code with pyshacl, finds the same."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from grafo.exports import ExportSource
from grafo.exports.rdf import Terms
from grafo.exports.rdf.ontology import turtle
from grafo.exports.rdf.shapes import shapes
from grafo.exports.registry import EXAMPLE_BASE, ExportOptions
from grafo.store import Store
from tests.exports.given import HOSTILE, Given
from tests.exports.rdf_given import BASE, EDGES, NODES, one_of_everything, with_text, written
from tests.jena.prepare import NotPreparedError, breaches, find_prepared


@pytest.fixture(autouse=True)
def _jena() -> None:
    """Skip where Jena is not prepared; in CI that is a failure."""
    try:
        find_prepared()
    except NotPreparedError as missing:
        if os.environ.get("CI") == "true":
            pytest.fail(f"CI must have Apache Jena: {missing}")
        pytest.skip(str(missing))


def found(graph: ExportSource, folder: Path, base: str = BASE) -> tuple[int, list[str]]:
    wanted, data = folder / "shapes.ttl", folder / "graph.ttl"
    wanted.write_text(turtle(shapes(base), Terms(base)), encoding="utf-8")
    data.write_bytes(written(graph, "turtle", ExportOptions(base_iri=base)))
    return breaches(wanted, data)


def test_one_of_everything_keeps_to_the_shapes(tmp_path: Path) -> None:
    triples, broken = found(one_of_everything(), tmp_path)
    assert triples > 200
    assert broken == []


def test_hostile_texts_keep_to_the_shapes(tmp_path: Path) -> None:
    assert found(with_text("".join(HOSTILE)), tmp_path)[1] == []


def test_an_agreement_of_one_party_is_found(tmp_path: Path) -> None:
    alone = [edge for edge in EDGES if edge[2] != "mx-14"]
    broken = found(Given(NODES, alone), tmp_path)[1]
    assert any("agreement/ag-1" in breach and "party" in breach for breach in broken)


@pytest.mark.slow
def test_the_made_up_register_keeps_to_the_shapes(synthetic_store: Store, tmp_path: Path) -> None:
    triples, broken = found(ExportSource(synthetic_store), tmp_path, EXAMPLE_BASE)
    assert triples > 80_000
    assert broken == []
