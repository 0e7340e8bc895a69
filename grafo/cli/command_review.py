"""`grafo review`: names that a person must decide."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from grafo.cli.app import app
from grafo.cli.console import note, out
from grafo.cli.options import FormatOption
from grafo.cli.output import write_rows
from grafo.language import say
from grafo.places import read_review
from grafo.settings import Settings


@app.command(help=say("Nombres ambiguos por decidir.", "Ambiguous names to decide."))
def review(
    form: FormatOption = "table",
    everything: Annotated[
        bool,
        typer.Option("--all", help=say("También los ya decididos.", "Those already decided, too.")),
    ] = False,
) -> None:
    """List open names with their candidates, and say where to write the decisions."""
    path: Path = Settings.from_environment(os.environ).home / "decisions.csv"
    rows = [
        row
        for row in (read_review(path) if path.exists() else [])
        if everything or not row.decision
    ]
    headings = {
        "name": say("nombre", "name"),
        "country": say("país", "country"),
        "parent": say("estado o provincia", "state or province"),
        "point": say("latitud y longitud", "latitude and longitude"),
        "decision": say("decisión", "decision"),
        "candidates": say("candidatos", "candidates"),
    }
    values = [
        (
            r.name,
            r.country,
            r.parent,
            ", ".join(filter(None, (r.lat, r.lon))),
            r.decision,
            list(r.candidates),
        )
        for r in rows
    ]
    write_rows(list(headings), values, form, headings=headings)
    if form != "table":
        return
    if not rows:
        note(say("No hay nombres por decidir.", "There are no names to decide."))
        return
    out.print(str(path))
    note(
        say(
            "Abra ese archivo en Excel, escriba en «decision» el número del candidato, un id, "
            "«nuevo» u «omitir», guárdelo como CSV y vuelva a cargar la fuente.",
            "Open that file in Excel, write a candidate's number, an id, “new” or “skip” under "
            "“decision”, save it as CSV, and load the source again.",
        )
    )
