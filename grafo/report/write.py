"""A report into a file, in the format that the file's name says."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from grafo.errors import UsageError
from grafo.files import atomic_write
from grafo.language import say
from grafo.report.content import Report
from grafo.report.html import html
from grafo.report.markdown import markdown

Form = Literal["html", "md"]
_ENDINGS: dict[str, Form] = {".html": "html", ".htm": "html", ".md": "md", ".markdown": "md"}


def format_of(path: Path) -> Form:
    """Return the format that a file's name ends in.

    Raises:
        UsageError: it ends in none that a report has.
    """
    form = _ENDINGS.get(path.suffix.lower())
    if form is None:
        raise UsageError(
            say(
                f"un informe no se escribe como {path.name!r}",
                f"a report cannot be written as {path.name!r}",
            ),
            hint=say(
                "Dé un nombre que termine en .html o en .md.",
                "Give a name that ends in .html or in .md.",
            ),
        )
    return form


def rendered(report: Report, form: Form) -> str:
    """Return the report as text: a page of HTML, or Markdown."""
    return html(report) if form == "html" else markdown(report)


def write_report(report: Report, path: Path, form: Form | None = None) -> Path:
    """Write the report and return where; the format is the one of the name unless given.

    Raises:
        UsageError: the name has no ending of a report's, or the file cannot be written.
    """
    text = rendered(report, form or format_of(path))
    try:
        with atomic_write(path) as stream:
            stream.write(text)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UsageError(
            say(f"no se pudo escribir {path}: {reason}", f"could not write {path}: {reason}")
        ) from error
    return path
