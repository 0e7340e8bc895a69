"""`grafo publish`: the graph as open data on a static site."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

import grafo
from grafo.cli.app import app
from grafo.cli.console import note, out
from grafo.cli.notices import warn_of_limits
from grafo.language import say


@app.command(
    help=say(
        "Publica el grafo como datos abiertos: un sitio estático con catálogo DCAT y una página "
        "por cosa.",
        "Publish the graph as open data: a static site with a DCAT catalogue and a page for "
        "everything.",
    )
)
def publish(
    output: Annotated[
        Path,
        typer.Option(
            "-o",
            "--output",
            help=say(
                "Carpeta: nueva, vacía o una publicación anterior, que se renueva.",
                "Folder: new, empty, or an earlier publication, which is renewed.",
            ),
        ),
    ],
    base_iri: Annotated[
        str,
        typer.Option(
            "--base-iri",
            metavar="IRI",
            help=say(
                "Dirección en que se servirá la carpeta; termina en /.",
                "Address at which the folder will be served; it ends in /.",
            ),
        ),
    ],
    publisher: Annotated[
        str | None,
        typer.Option(
            help=say(
                "Quién publica (si no se da, el nombre del sitio).",
                "Who publishes (by default the name of the site).",
            )
        ),
    ] = None,
    contact: Annotated[
        str | None,
        typer.Option(
            help=say("Correo o página de contacto.", "E-mail address or page to write to.")
        ),
    ] = None,
    profile: Annotated[
        Literal["dcat-ap", "dcat-us"],
        typer.Option(
            help=say(
                "Perfil del catálogo DCAT: el europeo o el de Estados Unidos.",
                "Profile of the DCAT catalogue: the European or that of the United States.",
            )
        ),
    ] = "dcat-ap",
) -> None:
    """Publish, and say what there is."""
    with grafo.open() as graph:
        warn_of_limits(graph)
        found = graph.publish(
            output, base_iri, publisher=publisher, contact=contact, profile=profile, tell=note
        )
    out.print(
        say(
            f"{output}: {found.files:,} archivos ({found.unchanged:,} sin cambio), "
            f"{found.things:,} cosas con página, {found.triples:,} tripletas, "
            f"{found.retired:,} retiradas",
            f"{output}: {found.files:,} files ({found.unchanged:,} unchanged), "
            f"{found.things:,} things with a page, {found.triples:,} triples, "
            f"{found.retired:,} retired",
        )
    )
