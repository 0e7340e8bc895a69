"""The `grafo` command: global options, and one module per command."""

from __future__ import annotations

import logging
import os
import signal
import sys
from types import FrameType
from typing import Annotated, Literal, NoReturn

import typer

from grafo import __version__
from grafo.cli import console
from grafo.errors import GrafoError
from grafo.language import say, set_language

app = typer.Typer(
    name="grafo",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help=say(
        "Registros de acuerdos entre ciudades y estados, como grafo de conocimiento.",
        "Registers of agreements between cities and states, as a knowledge graph.",
    ),
)


def _show_version(wanted: bool) -> None:
    if wanted:
        console.out.print(f"grafo {__version__}")
        raise typer.Exit


@app.callback()
def _global_options(
    lang: Annotated[
        Literal["es", "en"] | None, typer.Option(help=say("Idioma.", "Language."))
    ] = None,
    verbose: Annotated[
        int,
        typer.Option("-v", "--verbose", count=True, help=say("Más detalle.", "More detail.")),
    ] = 0,
    quiet: Annotated[
        bool, typer.Option("-q", "--quiet", help=say("Sólo resultados.", "Results only."))
    ] = False,
    _version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_show_version,
            is_eager=True,
            help=say("Muestra la versión.", "Show the version."),
        ),
    ] = False,
) -> None:
    if lang:
        os.environ["GRAFO_LANG"] = lang
        set_language(lang)
    console.set_quiet(quiet)
    if verbose:
        logging.basicConfig(level=logging.DEBUG if verbose > 1 else logging.INFO)


def _stop(signum: int, _frame: FrameType | None) -> NoReturn:
    """End as after Ctrl-C, so that the store is closed and the engine stopped."""
    raise SystemExit(128 + signum)


def main() -> None:
    """Run the command line and end with the exit code that the outcome has."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _stop)
    try:
        app()
    except GrafoError as error:
        console.err.print(f"{say('Error', 'Error')}: {error.message}", style="red")
        if error.hint:
            console.err.print(error.hint)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        # The reader (head, less) has gone; keep Python from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
