"""`grafo report`: the whole graph on one page that can be handed on."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

import grafo
from grafo.cli.app import app
from grafo.cli.console import note
from grafo.cli.notices import warn_of_limits
from grafo.errors import UsageError
from grafo.language import language, say

STDOUT = Path("-")


@app.command(
    help=say(
        "Escribe un informe del grafo: cifras, gráficas, tablas, límites y fuentes.",
        "Write a report of the graph: figures, charts, tables, limits and sources.",
    )
)
def report(
    output: Annotated[
        Path,
        typer.Option(
            "-o",
            "--output",
            help=say(
                "Archivo .html (una página, con gráficas) o .md; - es la salida estándar.",
                "File .html (one page, with charts) or .md; - is standard output.",
            ),
        ),
    ] = Path("report.html"),
    form: Annotated[
        Literal["html", "md"] | None,
        typer.Option(
            "--format",
            help=say(
                "Forma; si no se da, la del nombre del archivo, y html en la salida estándar.",
                "Format; by default that of the file's name, and html on standard output.",
            ),
        ),
    ] = None,
) -> None:
    """Measure everything on the graph as it is and lay it out, in the language of the command."""
    from grafo.report import build_report, format_of, rendered, write_report

    # A name that cannot be is told before the work is done.
    chosen = form or ("html" if output == STDOUT else format_of(output))
    if output.is_dir():
        raise UsageError(
            say(f"{output} es una carpeta", f"{output} is a folder"),
            hint=say("Dé el nombre de un archivo.", "Give the name of a file."),
        )
    with grafo.open() as graph:
        warn_of_limits(graph)
        figures, snapshot = graph.figures(), graph.snapshot()
    made = build_report(snapshot, figures, language())
    if output == STDOUT:
        sys.stdout.write(rendered(made, chosen))
        return
    write_report(made, output, chosen)
    note(say(f"Informe en {output}", f"Report in {output}"))
