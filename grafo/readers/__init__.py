"""Readers: a file becomes rows, within bounds, and without the network.

`read_rows` looks at the content, picks the reader and yields rows; `locate_header` finds which
of the first rows are the headings; `fetch` brings a file here, only when told to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

from grafo import files
from grafo.errors import InputError, Location
from grafo.language import say
from grafo.notes import Notes
from grafo.readers.cell_text import CellText
from grafo.readers.csv import read_csv
from grafo.readers.detect import Kind, kind_of
from grafo.readers.fetch import fetch
from grafo.readers.header import Header, locate_header
from grafo.readers.hidden import as_seen
from grafo.readers.html import read_html
from grafo.readers.json import read_json, read_jsonl
from grafo.readers.limits import DEFAULT, Limits, shown
from grafo.readers.ods import read_ods
from grafo.readers.reading import Format, Reading
from grafo.readers.rows import (
    Cell,
    CellError,
    PartialDate,
    Row,
    bounded,
    column_letters,
    column_number,
)
from grafo.readers.short_rows import with_short_rows_told
from grafo.readers.tables_in import TableInFile, tables_in
from grafo.readers.xls import read_xls
from grafo.readers.xlsx import read_xlsx

__all__ = [
    "DEFAULT",
    "Cell",
    "CellError",
    "Format",
    "Header",
    "Limits",
    "PartialDate",
    "Reading",
    "Row",
    "TableInFile",
    "fetch",
    "locate_header",
    "read_rows",
    "sha256_of",
    "tables_of",
]

_Reader = Callable[[Path, Reading, Limits, str], Iterator[Row]]
_Noting = Callable[[Path, Reading, Limits, str, Notes], Iterator[Row]]
_READERS: dict[Kind, _Reader] = {"text": read_csv, "json": read_json, "jsonl": read_jsonl}
# These formats can hide what they hold.
_NOTING: dict[Kind, _Noting] = {
    "xlsx": read_xlsx,
    "xls": read_xls,
    "ods": read_ods,
    "html": read_html,
}
_WORKBOOKS: frozenset[Kind] = frozenset({"xlsx", "xls", "ods"})
# What a declared format may turn out to be. One workbook is as good as another; an ".xls" is a
# page or a csv in many portals; a page in place of a csv is an error page, and is refused.
_ACCEPTED: dict[Format, frozenset[Kind]] = {
    "auto": frozenset(_READERS) | frozenset(_NOTING),
    "csv": frozenset({"text"}),
    "tsv": frozenset({"text"}),
    "xlsx": _WORKBOOKS,
    "ods": _WORKBOOKS,
    "xls": _WORKBOOKS | {"html", "text"},
    "json": frozenset({"json", "text"}),
    "jsonl": frozenset({"json", "jsonl", "text"}),
    "html": frozenset({"html", "text"}),
}
_AS_DECLARED: dict[Format, Kind] = {
    "csv": "text",
    "tsv": "text",
    "json": "json",
    "jsonl": "jsonl",
    "html": "html",
}


def read_rows(
    path: Path,
    reading: Reading = Reading(),  # noqa: B008 - frozen
    limits: Limits = DEFAULT,
    *,
    name: str | None = None,
    notes: Notes | None = None,
) -> Iterator[Row]:
    """Yield the rows of a table file in order, without those that are blank.

    csv, jsonl, json, html and ods are streamed; a sheet of xlsx or xls is held in memory.

    Args:
        path: the file; only its content says what it is.
        reading: how to read it, from a loader file's `reads:` block.
        limits: what it may cost.
        name: how errors call the file; its own name if None.
        notes: where it is noted what was left out or repaired, or looks otherwise than it is.
            Without it no text is repaired, for nothing may be without a word.

    Raises:
        InputError: at the call or while iterating, with the file and, where known, the row and
            column: not a table, damaged, ambiguous, or beyond `limits`.
        UsageError: `reading` names an encoding or delimiter that cannot be.
    """
    name = name or path.name
    _refuse_unreadable(path, limits, name)
    kind = _kind(path, reading, limits, name)
    collected = Notes() if notes is None else notes
    if kind in _NOTING:
        rows = _NOTING[kind](path, reading, limits, name, collected)
    else:
        rows = _READERS[kind](path, reading, limits, name)
    if kind == "text":
        rows = with_short_rows_told(rows, collected)
    column = column_letters if kind in _WORKBOOKS else column_number
    checked = as_seen(bounded(rows, limits, name, column), reading, collected)
    if notes is not None:
        checked = map(CellText(notes).row, checked)
    # The first row is read now, so that a file that is none fails at the call. All rows of a
    # workbook may be hidden, and left out.
    first = next(checked, None)
    return chain([] if first is None else [first], checked)


def tables_of(
    path: Path,
    reading: Reading = Reading(),  # noqa: B008 - frozen
    limits: Limits = DEFAULT,
    *,
    name: str | None = None,
) -> list[TableInFile]:
    """Return the sheets, tables or lists of a file that can have several; [] for other files.

    Only those that hold something; their rows are counted, not read. Raises as `read_rows`.
    """
    name = name or path.name
    _refuse_unreadable(path, limits, name)
    return tables_in(path, _kind(path, reading, limits, name), reading, limits, name)


def sha256_of(path: Path, limits: Limits = DEFAULT, *, name: str | None = None) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal.

    Raises:
        InputError: there is no such file, it cannot be opened, or it is beyond `limits`.
    """
    _refuse_unreadable(path, limits, name or path.name)
    return files.sha256_of(path)


def _refuse_unreadable(path: Path, limits: Limits, name: str) -> None:
    if not path.is_file():
        what = say("no existe ese archivo", "there is no such file")
        if path.is_dir():
            what = say("es una carpeta", "this is a folder")
        raise InputError(what, at=Location(name), hint=say("revise la ruta", "check the path"))
    try:
        with path.open("rb"):
            size = path.stat().st_size
    except OSError as error:
        reason = error.strerror
        message = say(f"no se puede abrir ({reason})", f"cannot be opened ({reason})")
        raise InputError(message, at=Location(name)) from error
    if size > limits.max_bytes:
        raise InputError(
            say(
                f"{shown(size)}; se leen a lo más {shown(limits.max_bytes)}",
                f"{shown(size)}; at most {shown(limits.max_bytes)} is read",
            ),
            at=Location(name),
            hint=say(
                "divida el archivo, o quite las columnas que nadie necesita",
                "split the file, or leave out the columns that nobody needs",
            ),
        )


def _kind(path: Path, reading: Reading, limits: Limits, name: str) -> Kind:
    kind = kind_of(path, reading.encoding, limits, name)
    if kind not in _ACCEPTED[reading.format]:
        really = say("texto delimitado", "delimited text") if kind == "text" else kind
        right = "csv" if kind == "text" else kind
        raise InputError(
            say(f"es {really}, no {reading.format}", f"this is {really}, not {reading.format}"),
            at=Location(name),
            hint=say(
                f"escriba `format: {right}`, o déjelo en auto",
                f"say `format: {right}`, or leave it at auto",
            ),
        )
    return _AS_DECLARED.get(reading.format, kind)
