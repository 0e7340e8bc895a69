"""`grafo sparql` as a person runs it, on the shipped register of made-up agreements."""

from __future__ import annotations

import csv
import io
import json

import pytest

from grafo.exports.rdf.sparql_library import sparql_examples
from tests.cli.desk import Run

COUNT = "SELECT (COUNT(?a) AS ?agreements) { ?a a grafo:InterinstitutionalAgreement }"


@pytest.fixture(scope="module", autouse=True)
def _register(run: Run) -> None:
    done = run("load", "register_synthetic")
    assert done.returncode == 0, done.stderr


def test_without_a_query_the_examples_are_listed(run: Run) -> None:
    listed = json.loads(run("sparql", "--format", "json", lang="es").stdout)
    assert [row["name"] for row in listed] == [example.name for example in sparql_examples()]
    assert "¿Quién concentra los vínculos?" in {row["title"] for row in listed}


def test_an_example_answers_as_its_question_in_cypher(run: Run) -> None:
    asked = run("sparql", "hubs", "--format", "csv")
    assert asked.returncode == 0, asked.stderr
    assert _cells(asked.stdout) == _cells(run("query", "run", "hubs", "--format", "csv").stdout)
    assert len(_cells(asked.stdout)) > 10


def _cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def test_a_query_of_ones_own_is_given_or_read(run: Run) -> None:
    given = run("sparql", COUNT, "--format", "json")
    assert json.loads(given.stdout) == [{"agreements": 1612}]
    assert "SYNTHETIC" in given.stderr.upper()
    assert run("sparql", "-", "--format", "json", stdin=COUNT).stdout == given.stdout


def test_a_query_can_be_taken_to_another_tool(run: Run) -> None:
    done = run("sparql", COUNT, "--show", "--base-iri", "https://data.example.org/")
    assert done.stdout == (
        "PREFIX grafo: <https://data.example.org/ontology#>\n"
        "SELECT (COUNT(?a) AS ?agreements) { ?a a grafo:InterinstitutionalAgreement }\n"
    )


def test_an_answer_is_cut_and_says_so(run: Run) -> None:
    done = run("sparql", "SELECT ?a { ?a a grafo:Twinning }", "--max-rows", "3", "--format", "csv")
    assert len(done.stdout.splitlines()) == 4
    assert "more than 3 rows" in done.stderr


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("hub", "hubs"),
        ("SELECT {", "row 1, column 9"),
        ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "SERVICE"),
        ("LOAD <http://127.0.0.1/>", "LOAD"),
        ("", "SPARQL"),
    ],
)
def test_what_is_no_question_is_refused_in_words(run: Run, query: str, said: str) -> None:
    done = run("sparql", query)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_base_that_is_none_is_refused(run: Run) -> None:
    done = run("sparql", COUNT, "--base-iri", "not an address")
    assert done.returncode == 2
    assert "not an address" in done.stderr
