"""`grafo view`: the graph as an HTML page to explore, in one file that opens offline."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import grafo
from grafo.cli.app import app
from grafo.cli.console import out
from grafo.cli.notices import warn_of_limits
from grafo.language import say


@app.command(
    help=say(
        "Dibuja el grafo en una página: network (red), map (mapa) o explorer (todo junto).",
        "Draw the graph as a page: network, map, or explorer (all in one).",
    )
)
def view(
    name: Annotated[str, typer.Argument(metavar="network|map|explorer")],
    output: Annotated[
        Path, typer.Option("-o", "--output", help=say("Archivo HTML.", "HTML file."))
    ],
    min_population: Annotated[
        int,
        typer.Option(
            min=0,
            help=say(
                "Habitantes desde los que se dibuja a quien no tiene acuerdos.",
                "Inhabitants from which those without agreements are drawn.",
            ),
        ),
    ] = 100_000,
    seed: Annotated[
        int, typer.Option(min=0, help=say("Semilla del dibujo.", "Seed of the drawing."))
    ] = 1,
) -> None:
    """Write one view of the graph."""
    with grafo.open() as graph:
        warn_of_limits(graph)
        graph.draw(name, output, min_population=min_population, seed=seed)
    out.print(str(output))
