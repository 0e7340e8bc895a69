"""Questions in SPARQL answer as their twins in Cypher, and reach nothing but the graph."""

from __future__ import annotations

import http.server
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from grafo.errors import QueryError, UsageError
from grafo.exports import ExportSource
from grafo.exports.rdf.sparql import SparqlGraph, ask_sparql, with_prefixes
from grafo.exports.rdf.sparql_guard import check_reads_only
from grafo.exports.rdf.sparql_library import find_sparql_example, sparql_examples
from grafo.language import set_language
from grafo.questions import bind_parameters, find_question
from grafo.store import Store
from tests.conftest import emptied
from tests.exports.rdf_given import OPTIONS, TERMS, one_of_everything
from tests.questions.hand_made import build

EXAMPLES = [example.name for example in sparql_examples()]


@pytest.fixture(scope="module")
def small() -> SparqlGraph:
    return SparqlGraph(one_of_everything(), OPTIONS)


@pytest.fixture(scope="module")
def by_hand(_embedded_session: Store) -> tuple[Store, SparqlGraph]:
    store = emptied(_embedded_session)
    build(store)
    return store, SparqlGraph(ExportSource(store), OPTIONS)


@pytest.fixture(scope="module")
def made_up(synthetic_store: Store) -> tuple[Store, SparqlGraph]:
    return synthetic_store, SparqlGraph(ExportSource(synthetic_store), OPTIONS)


def same_answers(name: str, both: tuple[Store, SparqlGraph]) -> list[tuple[Any, ...]]:
    """Return the rows of an example, which are those of its twin, column by column."""
    store, graph = both
    question = find_question(find_sparql_example(name).twin)
    twin = store.ask(
        question.cypher, bind_parameters(question, {}, store), max_rows=9999, seconds=60
    )
    answer = graph.ask(find_sparql_example(name).sparql)
    assert answer.columns == twin.columns
    assert answer.rows == twin.rows
    return answer.rows


def test_there_are_ten_examples_and_each_has_a_twin() -> None:
    assert len(EXAMPLES) >= 10
    for example in sparql_examples():
        assert find_question(example.twin).title == example.title


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_answers_as_its_twin(name: str, by_hand: tuple[Store, SparqlGraph]) -> None:
    same_answers(name, by_hand)


@pytest.mark.slow
@pytest.mark.parametrize("name", EXAMPLES)
def test_and_on_the_made_up_register(name: str, made_up: tuple[Store, SparqlGraph]) -> None:
    rows = same_answers(name, made_up)
    assert rows or name in {"states_without_agreements", "representations_by_type"}


def test_values_come_as_plain_ones(small: SparqlGraph) -> None:
    answer = small.ask(
        "SELECT ?population ?area ?synthetic ?signed ?none {"
        " place:mx-14 grafo:population ?population ; grafo:areaKm2 ?area ."
        " source:registro grafo:synthetic ?synthetic . agreement:ag-1 dct:issued ?signed }"
    )
    assert answer.rows == [(8348151, 78599.0, False, "1995-05", None)]


def test_ask_and_construct_are_answered_as_rows(small: SparqlGraph) -> None:
    assert small.ask("ASK { ?a a grafo:Twinning }").rows == [(True,)]
    built = small.ask("CONSTRUCT WHERE { ?a a grafo:Twinning }")
    assert built.columns == ("subject", "predicate", "object")
    assert built.rows[0][0] == TERMS.mint("agreement", "ag-1").value


def test_rows_are_cut_where_they_are_told_to_be(small: SparqlGraph) -> None:
    query = "SELECT ?s { ?s a skos:Concept } ORDER BY ?s"
    every = small.ask(query)
    some = small.ask(query, max_rows=3)
    assert (some.cut, every.cut) == (True, False)
    assert some.rows == every.rows[:3]
    assert not small.ask(query, max_rows=len(every.rows)).cut


@pytest.fixture
def listening() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine, and the paths that it was asked for."""
    asked: list[str] = []

    class Answering(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_POST = do_GET  # noqa: N815 - the name is the library's

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Answering)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/", asked
    server.shutdown()
    thread.join()
    server.server_close()


REACHING = [
    "SELECT * { SERVICE <U> { ?s ?p ?o } }",
    "select * { service silent <U> { ?s ?p ?o } }",
    "SELECT * { BIND(<U> AS ?e) SERVICE ?e { ?s ?p ?o } }",
    "PREFIX x: <U> SELECT * { SERVICE x:y { ?s ?p ?o } }",
    "PREFIX : <U> SELECT * { SERVICE:y { ?s ?p ?o } }",
    "SELECT * { # harmless\n SERVICE#\n<U> { ?s ?p ?o } }",
    "SELECT * { \\u0053ERVICE <U> { ?s ?p ?o } }",
    "SELECT * { S\\U00000045RVICE <U> { ?s ?p ?o } }",
    'SELECT * { ?s ?p "\\"" SERVICE <U> { ?s ?p ?o } }',
    "SELECT * { ?s ?p ''' ' ''' . SERVICE <U> { ?s ?p ?o } FILTER(?o != '') }",
    "PREFIX x: <U> SELECT * { ?s x:a\\' ?o SERVICE <U> { ?s ?p ?o } FILTER(?o != '') }",
    "PREFIX x: <U> SELECT * { ?s x:a\\# ?o SERVICE <U> { ?s ?p ?o } }",
    "SELECT * { ?s ?p 5SERVICE <U> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o FILTER(?o<?s)SERVICE<U>{ ?s ?p ?o } }",
    "SELECT * FROM <U> { ?s ?p ?o }",
    "SELECT * FROM NAMED <U> { GRAPH ?g { ?s ?p ?o } }",
    "LOAD <U>",
    "INSERT DATA { <U> <U> <U> }",
    "DELETE WHERE { ?s ?p ?o }",
    "PREFIX x: <U> BASE <U> # a comment\n INSERT { ?s ?p x:a } WHERE { ?s ?p ?o }",
    "WITH <U> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    *("CLEAR ALL", "DROP ALL", "CREATE GRAPH <U>", "ADD <U> TO <U>", "MOVE <U> TO <U>"),
    *("COPY <U> TO <U>", "load silent <U>"),
]


@pytest.mark.parametrize("query", REACHING)
def test_what_reaches_beyond_the_graph_is_refused(
    query: str, small: SparqlGraph, listening: tuple[str, list[str]]
) -> None:
    address, asked = listening
    before = small.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows
    with pytest.raises(QueryError, match="is not allowed"):
        small.ask(query.replace("U>", f"{address}>"))
    assert asked == []
    assert small.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows == before


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service ?from { ?service ?from ?o }",
        'SELECT * { ?s ?p ?o FILTER(?o = "SERVICE <x> FROM") } # a service from here',
        "SELECT * { ?s <http://service.example.org/from#service> ?o }",
        "PREFIX x: <http://example.org/> SELECT * { ?s x:service ?o ; x:from ?o }",
        "SELECT (COUNT(*) AS ?drop) { ?s ?p ?o }",
        "SELECT * { ?s ?p '''LOAD ''' }",
    ],
)
def test_a_word_in_a_text_or_name_is_no_reason_to_refuse(query: str, small: SparqlGraph) -> None:
    check_reads_only(query)
    small.ask(query, max_rows=1)


@pytest.mark.parametrize(
    ("query", "where"),
    [("SELECT ?x\nWHERE { ?s ?p }", "row 2"), ("", "row 1"), ("SELEC ?x {}", "column")],
)
def test_what_is_no_sparql_is_told_with_its_place(
    query: str, where: str, small: SparqlGraph
) -> None:
    with pytest.raises(QueryError, match=where):
        small.ask(query)
    set_language("es")
    with pytest.raises(QueryError, match="no es SPARQL"):
        small.ask(query)


def test_an_unknown_function_is_an_error_in_words(small: SparqlGraph) -> None:
    with pytest.raises(QueryError, match="failed"):
        small.ask("SELECT (<http://example.org/f>(?s) AS ?v) { ?s ?p ?o }")


def test_a_question_that_takes_long_is_given_up(small: SparqlGraph) -> None:
    long = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"  # some 15 s
    begun = time.perf_counter()
    with pytest.raises(QueryError, match=r"longer than 0\.2 s"):
        small.ask(long, seconds=0.2)
    assert time.perf_counter() - begun < 10
    assert small.ask("ASK { ?s a grafo:Theme }", seconds=20).rows == [(True,)]


def test_one_question_is_asked_in_one_call() -> None:
    answer = ask_sparql(one_of_everything(), OPTIONS, "ASK { ?s a grafo:Theme }")
    assert (answer.columns, answer.rows) == (("answer",), [(True,)])


def test_an_example_with_its_prefixes_runs_elsewhere() -> None:
    import rdflib

    from grafo.exports.rdf import to_rdflib

    query = find_sparql_example("agreements_total").sparql
    whole = with_prefixes(query, OPTIONS)
    assert whole.startswith("PREFIX grafo:")
    found = to_rdflib(one_of_everything(), OPTIONS)
    with pytest.raises(Exception, match="grafo"):
        rdflib.Graph(bind_namespaces="none").query(query)
    assert [tuple(v.toPython() for v in row) for row in found.query(whole)] == [(1, 1, 1, 1)]


def test_an_unknown_example_is_answered_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="hubs"):
        find_sparql_example("hub")
