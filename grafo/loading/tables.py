"""The table of a file that a loader reads: headings, and the rows below them.

Sheets of the file that are not read are told of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from grafo.errors import InputError, Location
from grafo.language import say
from grafo.loading.headings import known_headings
from grafo.loading.loader_file import LoaderFile
from grafo.loading.quarantine import COLUMNS
from grafo.notes import Notes
from grafo.readers import Limits, Reading, Row, TableInFile, read_rows
from grafo.readers.header import Header, locate_header
from grafo.text import fold

_UNREAD_NAMED = 10  # a page has dozens of tables
_HEADER_WITHIN = 40  # rows; registers open with titles and notes, not with pages of them


@dataclass(frozen=True, slots=True)
class Table:
    """Headings, and the rows below them.

    Attributes:
        title: of the sheet; "" where several are read, and in formats that have none.
        places: what the columns are called where they stand, such as "2020!F"; () where that
            follows from their order.
    """

    header: Header
    rows: Iterator[Row]
    title: str = ""
    places: tuple[str, ...] = ()


def note_unread(there: list[TableInFile], read: set[str], notes: Notes) -> None:
    """Tell of the sheets, tables or lists of a file that were not read."""
    unread = [table for table in there if table.title not in read]
    for table in unread[:_UNREAD_NAMED]:
        hidden = "" if table.visible else say(" (oculta)", " (hidden)")
        notes.add(
            say(
                f"la hoja o tabla {table.title!r}{hidden} no se leyó (en el cargador, `reads: "
                "{sheets: [...]}` lee varias y `{sheets: all}` todas); renglones con datos",
                f"the sheet or table {table.title!r}{hidden} was not read (in the loader file, "
                "`reads: {sheets: [...]}` reads several and `{sheets: all}` all); filled rows",
            ),
            count=table.rows,
        )
    if others := unread[_UNREAD_NAMED:]:
        notes.add(
            say("otras hojas o tablas que no se leyeron", "more sheets or tables not read"),
            count=len(others),
        )


def read_table(
    loader: LoaderFile, path: Path, reading: Reading, file: str, limits: Limits, notes: Notes
) -> Table:
    """Return one table of a file.

    Raises:
        InputError: the file cannot be read, or has no headings.
    """
    rows = read_rows(path, reading, limits, name=file, notes=notes)
    first = list(islice(rows, _HEADER_WITHIN))
    header = _header(loader, first, file)
    below = (row for row in chain(first, rows) if row.number > header.row)
    return Table(header, below, first[0].sheet)


def _header(loader: LoaderFile, first: list[Row], file: str) -> Header:
    """Find the header among the first rows."""
    if not first:
        raise InputError(
            say("no tiene renglones", "holds no rows"),
            at=Location(file),
            hint=say("Revise la hoja y el archivo.", "Check the sheet and the file."),
        )
    known = known_headings(loader) | {fold(name) for name in COLUMNS}
    header = locate_header(first, known) or locate_header(first, None)
    if header is None:
        raise InputError(
            say(
                f"no hay encabezados en los primeros {_HEADER_WITHIN} renglones",
                f"no header row among the first {_HEADER_WITHIN} rows",
            ),
            at=Location(file, first[0].number),
            hint=say("El cargador busca: ", "The loader looks for: ")
            + ", ".join(sorted(known_headings(loader))),
        )
    return header
