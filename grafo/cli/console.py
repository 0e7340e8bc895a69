"""Where the command line writes: results to stdout, everything else to stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

from grafo.language import say
from grafo.loading.prepare import Progress as ProgressCallback
from grafo.loading.prepare import silent

# Data is printed as it is: no markup in it, no emoji codes, no paths turned into links.
out = Console(markup=False, emoji=False, highlight=False, soft_wrap=True)
err = Console(stderr=True, markup=False, emoji=False, highlight=False, soft_wrap=True)

_quiet = False


def set_quiet(quiet: bool) -> None:
    """Keep notes and progress to oneself; errors and results are still written."""
    global _quiet  # noqa: PLW0603  # one process has one verbosity
    _quiet = quiet


def note(text: str, *, style: str | None = None) -> None:
    """Say something beside the results, on stderr."""
    if not _quiet:
        err.print(text, style=style)


@contextmanager
def progress_bar() -> Iterator[ProgressCallback]:
    """Show how a load advances on stderr, only when a person is watching."""
    if _quiet or not sys.stderr.isatty():
        yield silent
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task("", total=None)

        def advance(stage: str, count: int) -> None:
            bar.update(task, description=escape(_stage(stage)), completed=count)

        yield advance


def _stage(stage: str) -> str:
    match stage:
        case "read":
            return say("leyendo renglones", "reading rows")
        case "write":
            return say("escribiendo en el grafo", "writing to the graph")
        case _:
            return say("calculando vínculos", "deriving links")
