"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from grafo.language import say

FormatOption = Annotated[
    Literal["table", "json", "csv"],
    typer.Option("--format", help=say("Forma de la salida.", "Form of the output.")),
]
MaxRowsOption = Annotated[
    int, typer.Option(min=1, max=1_000_000, help=say("Renglones como máximo.", "Rows at most."))
]
SecondsOption = Annotated[
    float, typer.Option(min=0.1, max=3600, help=say("Segundos como máximo.", "Seconds at most."))
]
ReportFormat = Annotated[
    Literal["table", "json"],
    typer.Option("--format", help=say("Forma de la salida.", "Form of the output.")),
]
