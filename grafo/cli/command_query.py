"""`grafo query`: the library's questions and a person's own Cypher, read-only."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

import grafo
from grafo.cli.answers import print_answer
from grafo.cli.app import app
from grafo.cli.console import note, out
from grafo.cli.notices import warn_of_limits
from grafo.cli.options import FormatOption, MaxRowsOption, SecondsOption
from grafo.cli.output import write_json, write_rows
from grafo.errors import UsageError
from grafo.language import language, say
from grafo.questions import Question, find_question, questions
from grafo.session import MAX_ROWS, MAX_SECONDS

query = typer.Typer(
    no_args_is_help=True,
    help=say("Preguntas al grafo; nunca escriben.", "Questions to the graph; they never write."),
)
app.add_typer(query, name="query")


@query.command("list", help=say("Lista las preguntas.", "List the questions."))
def list_questions(form: FormatOption = "table") -> None:
    """List every question of the library."""
    if form == "json":
        write_json([_described(question) for question in questions()])
        return
    rows = [(q.name, q.title[language()], ", ".join(q.params)) for q in questions()]
    headings = {
        "name": say("pregunta", "question"),
        "title": say("título", "title"),
        "params": say("parámetros", "parameters"),
    }
    write_rows(list(headings), rows, form, headings=headings)


def _described(question: Question) -> dict[str, object]:
    return {
        "name": question.name,
        "title_es": question.title.es,
        "title_en": question.title.en,
        "params": {
            name: parameter.model_dump(exclude_none=True)
            for name, parameter in question.params.items()
        },
    }


@query.command(
    "show", help=say("Muestra una pregunta y su Cypher.", "Show a question and its Cypher.")
)
def show(name: str) -> None:
    """Print a question: its parameters, its columns and its Cypher."""
    question = find_question(name)
    lang = language()
    out.print(question.title[lang], style="bold")
    for key, parameter in question.params.items():
        allowed = f" {parameter.values}" if parameter.values else ""
        default = say("obligatorio", "required") if parameter.required else repr(parameter.default)
        out.print(f"  -p {key}=…  {parameter.about[lang]} ({parameter.type}{allowed}; {default})")
    for column, meaning in question.columns.items():
        out.print(f"  {column}: {meaning[lang]}")
    if question.denominator:
        out.print(say("  Denominador: ", "  Denominator: ") + question.denominator[lang])
    if question.note:
        out.print(f"  {question.note[lang]}")
    out.print("\n" + question.cypher)


@query.command("run", help=say("Responde una pregunta.", "Answer a question."))
def run(
    name: str,
    parameter: Annotated[
        list[str] | None, typer.Option("-p", help=say("Parámetro: k=v.", "Parameter: k=v."))
    ] = None,
    form: FormatOption = "table",
) -> None:
    """Answer a question of the library."""
    question = find_question(name)
    with grafo.open() as graph:
        warn_of_limits(graph)
        answer = graph.query(name, _pairs(parameter or []))
    print_answer(answer, form, question=question, title=question.title[language()])
    if question.denominator and form == "table":
        note(say("Denominador: ", "Denominator: ") + question.denominator[language()])
    if question.note and form == "table":
        note(question.note[language()])


@query.command("cypher", help=say("Ejecuta Cypher, sólo de lectura.", "Run Cypher, read-only."))
def cypher(
    text: Annotated[
        str,
        typer.Argument(help=say("La consulta, o - para leerla.", "The query, or - to read it.")),
    ],
    parameter: Annotated[
        list[str] | None, typer.Option("-p", help=say("Parámetro: k=v.", "Parameter: k=v."))
    ] = None,
    max_rows: MaxRowsOption = MAX_ROWS,
    seconds: SecondsOption = MAX_SECONDS,
    form: FormatOption = "table",
) -> None:
    """Run a query of one's own. Parameters given with -p are text."""
    wanted = sys.stdin.read() if text == "-" else text
    with grafo.open() as graph:
        warn_of_limits(graph)
        answer = graph.cypher(wanted, _pairs(parameter or []), max_rows=max_rows, seconds=seconds)
    print_answer(answer, form)


def _pairs(given: Sequence[str]) -> dict[str, str]:
    pairs = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals or not name.strip():
            raise UsageError(
                say(
                    f"-p {text!r} no tiene la forma nombre=valor",
                    f"-p {text!r} is not of the form name=value",
                )
            )
        pairs[name.strip()] = value
    return pairs
