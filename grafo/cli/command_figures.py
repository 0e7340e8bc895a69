"""`grafo figures`: the article's figures beside what the loaded data gives."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from typing import Any

from rich.table import Table

import grafo
from grafo.cli.app import app
from grafo.cli.console import out
from grafo.cli.notices import warn_of_limits
from grafo.cli.options import FormatOption
from grafo.cli.output import write_json, write_rows
from grafo.figures import Figure
from grafo.figures.wording import shown
from grafo.language import language, say


@app.command(
    help=say(
        "Coteja las cifras del artículo con los datos cargados.",
        "Compare the article's figures with the loaded data.",
    )
)
def figures(form: FormatOption = "table") -> None:
    """Say of each figure what it is here, out of what, and whether the article's holds."""
    with grafo.open() as graph:
        warn_of_limits(graph)
        found = graph.figures()
    if form == "json":
        write_json([_record(figure) for figure in found])
    elif form == "csv":
        records = [_flat(_record(figure)) for figure in found]
        write_rows(list(records[0]), [list(record.values()) for record in records], form)
    else:
        _print_for_a_person(found)


def _record(figure: Figure) -> dict[str, Any]:
    lang = language()
    return {
        "id": figure.id,
        "claim": figure.claim[lang],
        "article": figure.article,
        "unit": figure.unit,
        "rounding": figure.rounding,
        "value": figure.value,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "counted": figure.counted[lang],
        "holds": figure.holds,
        "why": figure.why[lang] if figure.why else None,
        "query": figure.query,
        "parameters": figure.parameters,
        "synthetic": figure.synthetic,
        "limits": [limit[lang] for limit in figure.limits],
    }


def _flat(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record whose values fit a cell; true and false as JSON writes them."""
    parameters = [f"{name}={value}" for name, value in record["parameters"].items()]
    truths = {name: str(record[name]).lower() for name in ("holds", "synthetic")}
    return {
        **record,
        **{name: None if text == "none" else text for name, text in truths.items()},
        "parameters": parameters,
    }


def _print_for_a_person(found: Sequence[Figure]) -> None:
    lang = language()
    title = say(
        "Las cifras del artículo y lo que da este grafo",
        "The article's figures and what this graph gives",
    )
    if any(figure.synthetic for figure in found):
        title += say(" · DATOS SINTÉTICOS", " · SYNTHETIC DATA")
    reasons = list(dict.fromkeys(figure.why[lang] for figure in found if figure.why))
    table = Table(title=title, title_justify="left", header_style="bold", title_style="bold")
    table.add_column(say("cifra", "figure"), ratio=1, overflow="fold")
    table.add_column(say("el artículo", "the article"), justify="right", max_width=16)
    table.add_column(say("este grafo", "this graph"), justify="right", max_width=25)
    table.add_column(say("¿coincide?", "holds?"), max_width=13)
    for figure in found:
        mark = f" [{reasons.index(figure.why[lang]) + 1}]" if figure.why else ""
        table.add_row(
            figure.claim[lang],
            figure.stated[lang],
            _measured(figure),
            _verdict(figure.holds) + mark,
            style="yellow" if figure.holds is False else None,
            end_section=True,
        )
    out.print(table, soft_wrap=False)
    out.print(_tally(found), style="bold", soft_wrap=False)
    for number, reason in enumerate(reasons, start=1):
        out.print(f"[{number}] {reason}", soft_wrap=False)
    _print_how_to_repeat(found)


def _tally(found: Sequence[Figure]) -> str:
    yes, no, open_ = ([f.holds for f in found].count(verdict) for verdict in (True, False, None))
    return say(
        f"Coinciden: {yes}. No coinciden: {no}. No se puede decir con estos datos: {open_}.",
        f"Hold: {yes}. Do not hold: {no}. Cannot be said from this data: {open_}.",
    )


def _verdict(holds: bool | None) -> str:
    match holds:
        case True:
            return say("sí", "yes")
        case False:
            return "no"
        case None:
            return say("no se puede decir", "cannot be said")


def _measured(figure: Figure) -> str:
    """Return the graph's figure and, below it, out of what it was counted."""
    if figure.value is None:
        return "—"
    value = shown(figure.value, figure.unit)
    if figure.numerator is None or figure.denominator is None:
        return value
    part, whole = f"{figure.numerator:,.0f}", f"{figure.denominator:,.0f}"
    counted = figure.counted
    return f"{value}\n" + say(f"{part} de {whole} {counted.es}", f"{part} of {whole} {counted.en}")


def _print_how_to_repeat(found: Sequence[Figure]) -> None:
    """Name the question behind one of the figures; the JSON names all of them."""
    said = [figure for figure in found if figure.holds is not None]
    example = max(said, key=lambda figure: len(figure.parameters), default=None)
    if example is None:
        return
    given = "".join(f" -p {name}={shlex.quote(str(v))}" for name, v in example.parameters.items())
    out.print(
        say(
            "Cada cifra sale de una pregunta que se puede repetir; --format json las nombra."
            " Por ejemplo:",
            "Each figure comes from a question that can be asked again; --format json names them."
            " For example:",
        ),
        style="dim",
        soft_wrap=False,
    )
    out.print(f"  grafo query run {example.query}{given}", style="dim")
