"""`grafo loaders`: which sources there are, what one says, and a draft for a new register."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import Annotated

import typer

from grafo.cli.app import app
from grafo.cli.console import note, out
from grafo.cli.options import FormatOption
from grafo.cli.output import write_rows
from grafo.errors import UsageError
from grafo.files import atomic_write
from grafo.language import language, say
from grafo.loading.catalogue import find_loader, loader_paths
from grafo.loading.draft import draft_loader, loader_name

loaders = typer.Typer(
    no_args_is_help=False,
    invoke_without_command=True,
    help=say("Los cargadores: uno por fuente.", "The loaders: one per source."),
)
app.add_typer(loaders, name="loaders")


@loaders.callback()
def _default(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        list_loaders()


@loaders.command("list", help=say("Lista los cargadores.", "List the loaders."))
def list_loaders(form: FormatOption = "table") -> None:
    """List every loader with its title, what it makes and its licence."""
    rows = []
    for name in loader_paths():
        loader = find_loader(name)
        rows.append(
            (name, loader.title[language()], loader.makes, loader.licence, loader.synthetic)
        )
    headings = {
        "name": say("cargador", "loader"),
        "title": say("título", "title"),
        "makes": say("produce", "makes"),
        "licence": say("licencia", "licence"),
        "synthetic": say("sintético", "synthetic"),
    }
    write_rows(list(headings), rows, form, headings=headings)


@loaders.command("show", help=say("Muestra un cargador.", "Show a loader."))
def show_loader(name: str) -> None:
    """Print a loader file as it is written, comments and all."""
    find_loader(name)
    path = Path(name) if name.endswith((".yml", ".yaml")) else loader_paths()[name]
    sys.stdout.write(path.read_text(encoding="utf-8"))


@loaders.command(
    "draft",
    help=say(
        "Redacta un cargador a partir de un registro nuevo.", "Draft a loader from a new register."
    ),
)
def draft(
    file: Path,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            help=say(
                "Dónde escribirlo; - es la salida estándar.", "Where to write it; - is stdout."
            ),
        ),
    ] = None,
    name: Annotated[
        str | None, typer.Option(help=say("Nombre del cargador.", "Name of the loader."))
    ] = None,
) -> None:
    """Write a commented loader file that a person finishes."""
    text = draft_loader(file, name=name)
    target = output or Path(f"{name or loader_name(file)}.yml")
    if str(target) == "-":
        sys.stdout.write(text)
        return
    if target.exists():
        raise UsageError(
            say(f"{target} ya existe", f"{target} exists already"),
            hint=say("Elija otro nombre con -o.", "Choose another name with -o."),
        )
    with atomic_write(target) as stream:
        stream.write(text)
    out.print(str(target))
    trial = shlex.join(("grafo", "load", str(target), str(file), "--dry-run"))
    note(
        say(
            f"Revise las líneas que dicen REVISE y pruebe: {trial}",
            f"Check the lines marked REVISE, then try: {trial}",
        )
    )
