"""The four syntaxes say the same, to the byte the same each time, and carry any text."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from hashlib import sha256

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from grafo.exports import ExportSource, find_export
from grafo.exports.rdf import Terms, triples
from grafo.exports.rdf.terms import segment, web_page
from grafo.store import Store
from tests.exports.given import HOSTILE, Given, source_node
from tests.exports.rdf_given import (
    BASE,
    OPTIONS,
    SYNTAXES,
    one_of_everything,
    read_back,
    with_text,
    written,
)
from tests.questions.hand_made import build

THEIRS = {"turtle": "turtle", "ntriples": "nt", "rdfxml": "xml", "jsonld": "json-ld"}
# A thorough run says how many: GRAFO_RDF_EXAMPLES=10000.
EXAMPLES = int(os.environ.get("GRAFO_RDF_EXAMPLES", "200"))
ANY_TEXT = st.text(max_size=60) | st.sampled_from(HOSTILE)


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_each_syntax_holds_the_triples_of_the_graph_once(syntax: str) -> None:
    graph = one_of_everything()
    expected = list(triples(graph, OPTIONS))
    found = read_back(written(graph, syntax), syntax)
    assert len(found) == len(expected)
    assert set(found) == set(expected)


# rdflib warns of a part of its own that its reader of JSON-LD uses.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
@pytest.mark.parametrize("syntax", SYNTAXES)
def test_another_reader_finds_the_same(syntax: str) -> None:
    graph = one_of_everything()
    expected = set(rdflib.Graph().parse(written(graph, "ntriples"), format="nt"))
    assert set(rdflib.Graph().parse(written(graph, syntax), format=THEIRS[syntax])) == expected


@settings(max_examples=EXAMPLES)
@given(text=ANY_TEXT)
@example(text="\x00\x1f\x7f\x85\u2028\ufffe\U0001f3db\r\n]]>&<\"'\\")
def test_any_text_comes_back_the_same_from_every_syntax(text: str) -> None:
    graph = with_text(text)
    expected = set(triples(graph, OPTIONS))
    for syntax in SYNTAXES:
        assert set(read_back(written(graph, syntax), syntax)) == expected


@settings(max_examples=EXAMPLES)
@given(ids=st.lists(ANY_TEXT, min_size=2, max_size=4, unique=True))
@example(ids=["", ".", "..", "~", "~.", "a/b", "a b", "a%20b"])
def test_any_id_has_an_iri_of_its_own_in_every_syntax(ids: list[str]) -> None:
    place = {"name": "x", "level": "city", "country": "MX"}
    graph = Given([("Government", {"id": id_, **place}) for id_ in ids])
    expected = set(triples(graph, OPTIONS))
    governments = {t.subject for t in expected if f"{BASE}government/" in t.subject.value}
    assert len(governments) == len(ids)
    assert all(one.value.isascii() for one in governments)
    for syntax in SYNTAXES:
        assert set(read_back(written(graph, syntax), syntax)) == expected


@settings(max_examples=EXAMPLES)
@given(one=st.text(max_size=8), other=st.text(max_size=8))
def test_no_two_keys_have_one_segment(one: str, other: str) -> None:
    assert (segment(one) == segment(other)) == (one == other)


@settings(max_examples=EXAMPLES)
@given(text=ANY_TEXT, rest=ANY_TEXT)
def test_an_address_on_the_web_is_an_iri_or_none(text: str, rest: str) -> None:
    for candidate in (text, f"https://{text}/{rest}", f"http://a.org/{rest}"):
        page = web_page(candidate)
        assert page is None or ox.NamedNode(page).value.startswith(("http://", "https://"))
        graph = Given([source_node(url=candidate, licence=candidate, publisher=candidate)])
        assert set(read_back(written(graph, "turtle"), "turtle")) == set(triples(graph, OPTIONS))


def test_rdf_xml_is_xml_whatever_the_texts_are() -> None:
    for text in HOSTILE:
        etree.fromstring(written(with_text(text), "rdfxml"))


def test_json_ld_is_compact_with_one_object_a_thing() -> None:
    document = json.loads(written(one_of_everything(), "jsonld"))
    things = {thing["id"]: thing for thing in document["@graph"]}
    assert len(things) == len(document["@graph"])
    jalisco = things["government:mx-14"]
    assert jalisco["prefLabel"] == {"und": "Jalisco"}
    assert jalisco["classification"] == "government-level:state"
    assert things["place:mx-14"]["population"] == "8348151"
    assert things["agreement:ag-1"]["issued"] == {"@value": "1995-05", "@type": "xsd:gYearMonth"}
    assert document["@context"]["government"] == f"{BASE}government/"


def test_an_empty_graph_is_still_a_file() -> None:
    for syntax in SYNTAXES:
        assert set(read_back(written(Given([]), syntax), syntax)) == set(
            triples(Given([]), OPTIONS)
        )


def test_hash_seeds_change_no_byte() -> None:
    code = (
        "from hashlib import sha256; from tests.exports.rdf_given import *;"
        "print([sha256(written(one_of_everything(), s)).hexdigest() for s in SYNTAXES])"
    )
    told = {
        subprocess.run(  # noqa: S603  # the interpreter that runs the tests
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
        ).stdout
        for seed in ("0", "1", "4711")
    }
    here = [sha256(written(one_of_everything(), s)).hexdigest() for s in SYNTAXES]
    assert told == {f"{here}\n"}


def test_both_engines_give_the_same_bytes(embedded_store: Store, neo4j_store: Store) -> None:
    found = []
    for store in (embedded_store, neo4j_store):
        build(store)
        found.append({syntax: written(ExportSource(store), syntax) for syntax in SYNTAXES})
    assert found[0] == found[1]
    expected = set(triples(ExportSource(embedded_store), OPTIONS))
    for syntax in SYNTAXES:
        assert len(back := read_back(found[0][syntax], syntax)) == len(expected)
        assert set(back) == expected


def test_prefixes_shorten_the_iris_of_turtle() -> None:
    text = written(one_of_everything(), "turtle").decode()
    assert "government:mx-14 a m8g:PublicOrganisation" in text
    assert f"@prefix grafo: <{Terms(BASE).namespaces['grafo']}> ." in text
    assert find_export("turtle").suffix == ".ttl"
