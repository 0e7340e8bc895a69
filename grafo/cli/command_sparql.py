"""`grafo sparql`: questions in SPARQL to the graph as it is exported; nothing else is reached."""

from __future__ import annotations

import re
import sys
from typing import Annotated

import typer

import grafo
from grafo.cli.answers import print_answer
from grafo.cli.app import app
from grafo.cli.console import note
from grafo.cli.notices import warn_of_limits
from grafo.cli.options import FormatOption, MaxRowsOption, SecondsOption
from grafo.cli.output import Format, write_rows
from grafo.exports import EXAMPLE_BASE, ExportOptions
from grafo.language import language, say
from grafo.session import MAX_ROWS, MAX_SECONDS

STDIN = "-"
# No query of SPARQL is one word: it has braces.
_NAME = re.compile(r"[\w-]+")


@app.command(
    help=say(
        "Pregunta en SPARQL al grafo tal como se exporta; sin consulta, lista los ejemplos.",
        "Ask the graph as it is exported in SPARQL; without a query, list the examples.",
    )
)
def sparql(
    query: Annotated[
        str | None,
        typer.Argument(
            metavar=say("CONSULTA|EJEMPLO|-", "QUERY|EXAMPLE|-"),
            help=say(
                "La consulta, el nombre de un ejemplo, o - para leerla.",
                "The query, the name of an example, or - to read it.",
            ),
            show_default=False,
        ),
    ] = None,
    show: Annotated[
        bool,
        typer.Option(
            "--show",
            help=say(
                "Escribe la consulta con sus prefijos, para otra herramienta, sin responderla.",
                "Write the query with its prefixes, for another tool, without answering it.",
            ),
        ),
    ] = False,
    base_iri: Annotated[
        str,
        typer.Option(
            "--base-iri",
            metavar="IRI",
            help=say(
                "Con qué empiezan las IRI del grafo; termina en / o #.",
                "What the graph's IRIs begin with; it ends in / or #.",
            ),
        ),
    ] = EXAMPLE_BASE,
    max_rows: MaxRowsOption = MAX_ROWS,
    seconds: SecondsOption = MAX_SECONDS,
    form: FormatOption = "table",
) -> None:
    """Answer a question, or show it, or list the examples."""
    if query is None:
        _list(form)
        return
    from grafo.exports.rdf.sparql import with_prefixes
    from grafo.exports.rdf.sparql_library import find_sparql_example

    title = None
    wanted = sys.stdin.read() if query == STDIN else query
    if query != STDIN and _NAME.fullmatch(query):
        example = find_sparql_example(query)
        wanted, title = example.sparql, example.title[language()]
        if example.note is not None:
            note(example.note[language()])
    if show:
        sys.stdout.write(with_prefixes(wanted, ExportOptions(base_iri=base_iri)) + "\n")
        return
    with grafo.open() as graph:
        warn_of_limits(graph)
        answer = graph.sparql(wanted, base_iri=base_iri, max_rows=max_rows, seconds=seconds)
    print_answer(answer, form, title=title)


def _list(form: Format) -> None:
    from grafo.exports.rdf.sparql_library import sparql_examples

    headings = {"name": say("ejemplo", "example"), "title": say("título", "title")}
    rows = [(example.name, example.title[language()]) for example in sparql_examples()]
    write_rows(list(headings), rows, form, headings=headings)
