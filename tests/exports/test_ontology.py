"""Each of grafo's own terms is defined in both languages, and every export keeps to the shapes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from hypothesis import given, settings
from rdflib import RDF, RDFS, SKOS

from grafo.exports import ExportSource
from grafo.exports.rdf import Terms, to_rdflib, triples
from grafo.exports.rdf.ontology import ontology, turtle
from grafo.exports.rdf.shapes import shapes
from grafo.exports.registry import EXAMPLE_BASE, ExportOptions
from grafo.places import Matcher
from grafo.store import Store
from tests.conftest import emptied
from tests.exports.given import HOSTILE, Given
from tests.exports.rdf_given import BASE, EDGES, NODES, OPTIONS, TERMS, one_of_everything, with_text
from tests.exports.test_rdf_syntaxes import ANY_TEXT
from tests.figures.graphs import load

ROOT = Path(__file__).resolve().parents[2]


def shapes_for(base: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=turtle(shapes(base), Terms(base)), format="turtle")


SHAPES = shapes_for(BASE)


def breaches(graph: rdflib.Graph, wanted: rdflib.Graph = SHAPES) -> list[str]:
    """Return what a graph breaks of the shapes, each as one line."""
    _, report, _ = pyshacl.validate(graph, shacl_graph=wanted, inference="none")
    sh = rdflib.SH
    return [
        f"{report.value(found, sh.focusNode)} {report.value(found, sh.resultPath)} "
        f"{report.value(found, sh.resultMessage)}"
        for found in report.subjects(RDF.type, sh.ValidationResult)
    ]


def test_the_files_in_the_repository_are_what_the_model_makes() -> None:
    done = subprocess.run(
        [sys.executable, "scripts/build_ontology.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT)},
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_every_term_of_grafo_that_is_used_is_defined_in_both_languages() -> None:
    own = TERMS.namespaces["grafo"]
    used = {
        node.value
        for triple in triples(one_of_everything(), OPTIONS)
        for node in (triple.predicate, triple.object)
        if isinstance(node, ox.NamedNode) and node.value.startswith(own)
    }
    defined = rdflib.Graph().parse(data=turtle(ontology(BASE), TERMS), format="turtle")
    assert used <= {str(s) for s in defined.subjects(RDFS.isDefinedBy)}
    for term in defined.subjects(RDFS.isDefinedBy):
        for predicate in (RDFS.label, SKOS.definition):
            languages = [text.language for text in defined.objects(term, predicate)]
            assert sorted(languages) == ["en", "es"], (term, predicate)


def test_every_concept_is_labelled_and_defined_in_both_languages() -> None:
    defined = rdflib.Graph().parse(data=turtle(ontology(BASE), TERMS), format="turtle")
    concepts = list(defined.subjects(RDF.type, SKOS.Concept))
    assert len(concepts) == len(set(concepts)) > 20
    for concept in concepts:
        for predicate in (SKOS.prefLabel, SKOS.definition):
            assert len({text.language for text in defined.objects(concept, predicate)}) == 2


def test_one_of_everything_keeps_to_the_shapes() -> None:
    assert breaches(to_rdflib(one_of_everything(), OPTIONS)) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_keep_to_the_shapes(text: str) -> None:
    assert breaches(to_rdflib(with_text(text), OPTIONS)) == []


@settings(max_examples=25)
@given(text=ANY_TEXT)
def test_any_text_keeps_to_the_shapes(text: str) -> None:
    assert breaches(to_rdflib(with_text(text), OPTIONS)) == []


def test_a_base_that_ends_in_a_hash_has_shapes_too() -> None:
    base = "https://data.example.org/grafo#"
    graph = to_rdflib(one_of_everything(), ExportOptions(base_iri=base))
    assert breaches(graph, shapes_for(base)) == []


@pytest.mark.parametrize(
    ("short", "kind", "key"),
    [
        ("grafo:party", "agreement", "ag-1"),
        ("dct:type", "agreement", "ag-1"),
        ("adms:status", "agreement", "ag-1"),
        ("dct:identifier", "agreement", "ag-1"),
        ("skos:prefLabel", "government", "mx-14"),
        ("org:classification", "government", "mx-14"),
        ("dct:spatial", "government", "mx-14"),
        ("grafo:countryCode", "government", "mx-14"),
        ("skos:prefLabel", "theme", "water"),
        ("skos:prefLabel", "country", "MX"),
        ("grafo:synthetic", "source", "registro"),
        ("dct:title", "source", "registro"),
        ("org:hasPrimarySite", "representation", "embassy-tokyo"),
    ],
)
def test_what_is_missing_is_found(short: str, kind: str, key: str) -> None:
    graph = to_rdflib(one_of_everything(), OPTIONS)
    thing = rdflib.URIRef(TERMS.mint(kind, key).value)
    removed = list(graph.triples((thing, rdflib.URIRef(TERMS[short].value), None)))
    assert removed
    for triple in removed:
        graph.remove(triple)
    assert any(str(thing) in breach for breach in breaches(graph))


@pytest.mark.parametrize(
    ("short", "kind", "key", "value"),
    [
        ("dct:issued", "agreement", "ag-1", rdflib.Literal("hacia 1995")),
        ("grafo:party", "agreement", "ag-1", rdflib.Literal("Jalisco")),
        ("grafo:party", "agreement", "ag-1", rdflib.URIRef("https://example.org/nobody")),
        ("adms:status", "agreement", "ag-1", rdflib.URIRef(TERMS.mint("theme", "water").value)),
        ("skos:prefLabel", "government", "gn-1", rdflib.Literal("Otra", lang="es")),
        ("skos:prefLabel", "government", "gn-1", rdflib.Literal("without language")),
        ("dcat:centroid", "place", "mx-14", rdflib.Literal("20.5,-103.25")),
        ("grafo:population", "place", "mx-14", rdflib.Literal("many")),
    ],
)
def test_what_is_wrong_is_found(
    short: str, kind: str, key: str, value: rdflib.Literal | rdflib.URIRef
) -> None:
    graph = to_rdflib(one_of_everything(), OPTIONS)
    thing = rdflib.URIRef(TERMS.mint(kind, key).value)
    graph.add((thing, rdflib.URIRef(TERMS[short].value), value))
    assert any(str(thing) in breach for breach in breaches(graph))


def test_twins_and_partners_are_told_from_both_sides() -> None:
    more = [("TWINNED_WITH", "Government", "mx-14", "Government", "mx-14039", {"agreements": 1})]
    found = set(triples(Given(NODES, [*EDGES, *more]), OPTIONS))
    for short in ("grafo:twinnedWith", "grafo:cooperatesWith"):
        told = {(t.subject, t.object) for t in found if t.predicate == TERMS[short]}
        assert told == {(other, one) for one, other in told} != set()


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("register", ["twinnings_mx", "register_synthetic"])
def test_what_grafo_ships_keeps_to_the_shapes(
    _embedded_session: Store,
    matcher: Matcher,
    tmp_path_factory: pytest.TempPathFactory,
    register: str,
) -> None:
    names = ("countries", "themes", "governments_mx", "representations_mx", register)
    store = emptied(_embedded_session)
    load(store, matcher, tmp_path_factory.mktemp("quarantine"), *names)
    graph = to_rdflib(ExportSource(store), ExportOptions())
    assert len(graph) > 80_000
    assert breaches(graph, shapes_for(EXAMPLE_BASE)) == []
