"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from grafo.language import say

FormatOption = Annotated[
    Literal["table", "json", "csv"],
    typer.Option("--format", help=say("Forma de la salida.", "Form of the output.")),
]
ReportFormat = Annotated[
    Literal["table", "json"],
    typer.Option("--format", help=say("Forma de la salida.", "Form of the output.")),
]
