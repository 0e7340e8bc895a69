"""`grafo export`: the graph in a format that another program reads."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

import grafo
from grafo.cli.app import app
from grafo.cli.console import note
from grafo.cli.notices import warn_of_limits
from grafo.errors import UsageError
from grafo.language import language, say

STDOUT = Path("-")


class ListingFormats(TyperCommand):
    """A command whose help lists the formats, found only when that help is asked for."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help, and after it each format with what it is."""
        from grafo.exports import exports

        lines = [f"{form.name}: {form.title[language()]}" for form in exports()]
        self.epilog = "\n\n".join([say("Formatos", "Formats"), *lines])
        super().format_help(ctx, formatter)


@app.command(
    cls=ListingFormats,
    help=say(
        "Exporta el grafo: RDF, GraphML, GEXF, CSV, Parquet, Neo4j, Wikidata.",
        "Export the graph: RDF, GraphML, GEXF, CSV, Parquet, Neo4j, Wikidata.",
    ),
)
def export(
    name: Annotated[str, typer.Argument(metavar=say("FORMATO", "FORMAT"))],
    output: Annotated[
        Path,
        typer.Option(
            "-o",
            "--output",
            help=say(
                "Archivo, o carpeta nueva; - es la salida estándar.",
                "File, or new folder; - is standard output.",
            ),
        ),
    ],
    base_iri: Annotated[
        str | None,
        typer.Option(
            "--base-iri",
            metavar="IRI",
            help=say(
                "Con qué empiezan las IRI del RDF; termina en / o #.",
                "What the IRIs of RDF begin with; it ends in / or #.",
            ),
        ),
    ] = None,
    measures: Annotated[
        bool,
        typer.Option(
            "--measures",
            help=say(
                "Incluye las medidas que dejó `grafo analyze --write`.",
                "Include the measures that `grafo analyze --write` left.",
            ),
        ),
    ] = False,
) -> None:
    """Write the graph in one format, in the language of the command."""
    from grafo.exports import find_export

    form = find_export(name)
    if output == STDOUT and form.is_folder:
        raise UsageError(
            say(
                f"{name} es una carpeta de archivos; no cabe en la salida estándar",
                f"{name} is a folder of files; it does not fit standard output",
            ),
            hint=say("Diga una carpeta nueva con -o.", "Name a new folder with -o."),
        )
    options: dict[str, Any] = {"lang": language(), "measures": measures, "tell": note}
    if base_iri is not None:
        options["base_iri"] = base_iri
    with grafo.open() as graph:
        warn_of_limits(graph)
        if output != STDOUT:
            graph.export(name, output, **options)
            note(say(f"Exportado a {output}", f"Exported to {output}"))
            return
        with tempfile.TemporaryDirectory() as folder:
            whole = Path(folder) / f"grafo{form.suffix}"
            graph.export(name, whole, **options)
            with whole.open("rb") as file:
                shutil.copyfileobj(file, sys.stdout.buffer)
