"""`grafo doctor`: is everything in order, and what to do if not."""

from __future__ import annotations

import os

import typer

from grafo.checkup import check_up
from grafo.cli.app import app
from grafo.cli.console import out
from grafo.cli.options import ReportFormat
from grafo.cli.output import write_json
from grafo.language import language, say
from grafo.settings import Settings

STORE_UNAVAILABLE = 4


@app.command(help=say("Revisa que todo esté en orden.", "Check that everything is in order."))
def doctor(form: ReportFormat = "table") -> None:
    """Run every check; ends with 4 when one found a fault."""
    marks = {"ok": ("✓", "green"), "warning": ("!", "yellow"), "fault": ("✗", "red")}
    found = []
    for finding in check_up(Settings.from_environment(os.environ)):
        found.append(finding)
        if form == "table":
            mark, style = marks[finding.verdict]
            lang = language()
            out.print(f"{mark} {finding.check[lang]}: {finding.detail[lang]}", style=style)
    if form == "json":
        write_json(
            [
                {
                    "check": finding.check[language()],
                    "verdict": finding.verdict,
                    "detail": finding.detail[language()],
                }
                for finding in found
            ]
        )
    if any(finding.verdict == "fault" for finding in found):
        raise typer.Exit(STORE_UNAVAILABLE)
