"""`grafo load`: a file into the graph."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer

import grafo
from grafo.cli.app import app
from grafo.cli.console import note, out, progress_bar
from grafo.cli.options import ReportFormat
from grafo.cli.output import write_json
from grafo.files import atomic_write
from grafo.language import say
from grafo.loading.report import RunReport
from grafo.loading.run import LoadOptions

CONTRACT_BROKEN = 3


@app.command(
    help=say(
        "Carga un archivo en el grafo con un cargador.", "Load a file into the graph with a loader."
    )
)
def load(
    loader: Annotated[
        str,
        typer.Argument(
            help=say(
                "Nombre de un cargador o ruta de un .yml.", "Name of a loader or path of a .yml."
            )
        ),
    ],
    file: Annotated[
        str | None,
        typer.Argument(
            help=say(
                "Archivo, URL, o - para la entrada estándar; por omisión el del cargador.",
                "File, URL, or - for standard input; by default the loader's own.",
            )
        ),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            help=say(
                "Nombre de la fuente, si no es el del cargador.",
                "Name of the source, if not the loader's.",
            )
        ),
    ] = None,
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run",
            help=say(
                "Revisa y cuenta sin escribir nada en ninguna parte.",
                "Check and count; write nothing anywhere.",
            ),
        ),
    ] = False,
    report: Annotated[
        Path | None,
        typer.Option(help=say("Guarda el informe (JSON).", "Save the report (JSON).")),
    ] = None,
    keep_missing: Annotated[
        bool,
        typer.Option(
            "--keep-missing",
            help=say(
                "El archivo es sólo una parte: queda lo que dijeron otros archivos.",
                "The file is only a part: what other files said stays.",
            ),
        ),
    ] = False,
    allow_shrink: Annotated[
        bool,
        typer.Option(
            "--allow-shrink",
            help=say(
                "Acepta que la fuente pierda más de una quinta parte.",
                "Accept that the source loses more than a fifth.",
            ),
        ),
    ] = False,
    allow_network: Annotated[
        bool,
        typer.Option(
            "--allow-network", help=say("Permite bajar de una URL.", "Allow fetching a URL.")
        ),
    ] = False,
    form: ReportFormat = "table",
) -> None:
    """Load a file; ends with 3 when more rows broke the contract than the loader expects."""
    options = LoadOptions(dry_run=dry_run, keep_missing=keep_missing, allow_shrink=allow_shrink)
    with (
        tempfile.TemporaryDirectory() as folder,
        grafo.open() as graph,
        progress_bar() as progress,
    ):
        path = _from_stdin(Path(folder)) if file == "-" else file
        done = graph.load(
            loader,
            path,
            source=source,
            allow_network=allow_network,
            options=options,
            progress=progress,
        )
    if report:
        with atomic_write(report) as stream:
            json.dump(done.as_dict(), stream, ensure_ascii=False, indent=2)
            stream.write("\n")
    if form == "json":
        write_json(done.as_dict())
    else:
        print_report(done)
    if not done.contract_kept:
        raise typer.Exit(CONTRACT_BROKEN)


def _from_stdin(folder: Path) -> Path:
    """Keep standard input as a file: readers look at a file more than once."""
    path = folder / "stdin"
    with path.open("wb") as stream:
        shutil.copyfileobj(sys.stdin.buffer, stream)
    return path


_WORDS_SHOWN = 12


def print_report(report: RunReport, *, problems: int = 10) -> None:
    """Say how a load went: the counts on stdout, what to look at on stderr."""
    prefix = say("[ensayo] ", "[dry run] ") if report.dry_run else ""
    out.print(
        prefix
        + say(
            f"{report.source} ← {report.file}: {report.read:,} renglones leídos = "
            f"{report.loaded:,} cargados + {report.merged:,} fundidos + "
            f"{report.unchanged:,} sin cambio + {report.quarantined:,} en cuarentena; "
            f"{report.retired:,} retirados ({report.seconds:.1f} s)",
            f"{report.source} ← {report.file}: {report.read:,} rows read = "
            f"{report.loaded:,} loaded + {report.merged:,} merged + "
            f"{report.unchanged:,} unchanged + {report.quarantined:,} quarantined; "
            f"{report.retired:,} retired ({report.seconds:.1f} s)",
        )
    )
    if limits := say(report.limits_es, report.limits_en):
        note(f"  {limits}", style="yellow")
    if report.unmatched:
        note(
            say(
                f"  {report.unmatched:,} partes no están en ningún catálogo: gobiernos propios.",
                f"  {report.unmatched:,} parties are in no gazetteer: governments of their own.",
            )
        )
        _print_unmatched(report, problems)
    if report.columns_unread:
        names = ", ".join(report.columns_unread)
        note(say(f"  Columnas que nadie leyó: {names}", f"  Columns nobody read: {names}"))
    if report.themes_unmatched:
        words = ", ".join(list(report.themes_unmatched)[:8])
        note(
            say(
                f"  Áreas que no nombran un tema conocido: {words}",
                f"  Areas that name no known theme: {words}",
            )
        )
    for heading, counted in report.values_unmapped.items():
        most = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
        listed = ", ".join(f"“{word}” ({count})" for word, count in most[:_WORDS_SHOWN])
        more = say(" y más", " and more") if len(most) > _WORDS_SHOWN else ""
        note(
            say(
                f"  {heading}: no se entendió {listed}{more}",
                f"  {heading}: not understood {listed}{more}",
            )
        )
    for said in report.notes:
        note(f"  {said}")
    _print_problems(report, problems)


def _print_unmatched(report: RunReport, shown: int) -> None:
    """Name the parties that no gazetteer knows, with the names nearest to each."""
    for unmatched in report.unmatched_names[:shown]:
        where = f", {unmatched.country}" if unmatched.country else ""
        near = "; ".join(unmatched.nearest[:3])
        like = say(f"; se parece a {near}", f"; it resembles {near}") if near else ""
        note(f"    {unmatched.name}{where} ({unmatched.parties}){like}")
    if (more := len(report.unmatched_names) - shown) > 0:
        note(say(f"    … y {more} más en --report", f"    … and {more} more in --report"))


def _print_problems(report: RunReport, shown: int) -> None:
    for problem in report.problems[:shown]:
        note(
            say(
                f"  renglón {problem.where}, columna {problem.column!r}: {problem.reason}",
                f"  row {problem.where}, column {problem.column!r}: {problem.reason}",
            )
        )
    if report.quarantine_file:
        note(
            say(
                f"  Renglones en cuarentena, con su motivo: {report.quarantine_file}\n"
                "  Corríjalos ahí y cárguelos con el mismo cargador.",
                f"  Quarantined rows, with their reasons: {report.quarantine_file}\n"
                "  Mend them there and load them with the same loader.",
            )
        )
    if report.review_file:
        note(
            say(
                f"  {report.ambiguous:,} renglones esperan decisión: `grafo review` "
                f"({report.review_file})",
                f"  {report.ambiguous:,} rows wait for a decision: `grafo review` "
                f"({report.review_file})",
            )
        )
