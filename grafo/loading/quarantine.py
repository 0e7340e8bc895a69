"""The quarantine file: each row that was not loaded, whole, with where and why.

It is a CSV that a person mends in a spreadsheet and loads with the same loader. A file with
these columns is known as an amendment: its rows join the source, nothing else is retired.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from grafo.files import atomic_write
from grafo.formulas import guard, unguard
from grafo.loading.cells import Problem, text_of
from grafo.readers import Cell, CellError, Row
from grafo.readers.cell_errors import error_in
from grafo.readers.header import Header
from grafo.readers.rows import shown_text
from grafo.text import fold

ROW, FILE, SHA256, COLUMN, REASON = (
    "grafo_row",
    "grafo_file",
    "grafo_sha256",
    "grafo_column",
    "grafo_reason",
)
COLUMNS = (ROW, FILE, SHA256, COLUMN, REASON)
_FOLDED = {fold(name): name for name in COLUMNS}


@dataclass(frozen=True, slots=True)
class Amendment:
    """That a file is a quarantine file: where its columns about the original row are."""

    places: dict[str, int]

    @classmethod
    def recognise(cls, header: Header) -> Amendment | None:
        """Return how to read a quarantine file by its header, or None for any other file."""
        places = {
            _FOLDED[folded]: index
            for index, name in enumerate(header.names)
            if (folded := fold(name)) in _FOLDED
        }
        return cls(places) if len(places) == len(COLUMNS) else None

    def original(self, row: Row) -> tuple[str, str, str]:
        """Return the row number, file and SHA-256 that a quarantined row came from."""
        row_number, file, sha256 = (
            text_of(row.cells[place]) if (place := self.places[name]) < len(row.cells) else ""
            for name in (ROW, FILE, SHA256)
        )
        return row_number, file, sha256

    def restore(self, row: Row) -> Row:
        """Undo the formula guard of a row's cells; a formula that was kept is still no value."""
        return replace(row, cells=tuple(map(_restored, row.cells)))


class QuarantineFile:
    """Writes a quarantine file as rows come; without a single row, or a path, there is none."""

    def __init__(self, path: Path | None, header: Header, amendment: Amendment | None) -> None:
        self._path = path
        self._skip = frozenset(amendment.places.values()) if amendment else frozenset()
        self._names = [n for i, n in enumerate(header.names) if i not in self._skip]
        self._stack = ExitStack()
        self._writer: csv.writer | None = None  # type: ignore[valid-type]  # csv has no public type
        self.rows = 0

    def __enter__(self) -> Self:
        return self

    def add(self, row: Row, problems: Sequence[Problem], original: tuple[str, str, str]) -> None:
        """Write a row with its problems; `original` is its row number, file and SHA-256."""
        self.rows += 1
        if self._path is None:
            return
        cells = [_written(cell) for i, cell in enumerate(row.cells) if i not in self._skip]
        columns = "; ".join(dict.fromkeys(p.column for p in problems))
        reasons = "; ".join(f"{p.column}: {p.reason}" for p in problems)
        self._write(self._path, [*original, columns, reasons, *cells])

    def _write(self, path: Path, cells: Sequence[str]) -> None:
        if self._writer is None:
            stream = self._stack.enter_context(atomic_write(path, newline=""))
            # Excel takes a CSV for Windows-1252 unless it begins with this mark.
            stream.write("\ufeff")
            self._writer = csv.writer(stream)
            self._writer.writerow([*COLUMNS, *map(guard, self._names)])
        self._writer.writerow([guard(cell) for cell in cells])

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.__exit__(kind, error, trace)


def _restored(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    text = unguard(cell)
    return text if text == cell else error_in(text) or text


def _written(cell: Cell) -> str:
    """Return a cell as it was; only what no CSV can hold otherwise is put into words."""
    if isinstance(cell, str | CellError):
        return shown_text(cell)
    return text_of(cell)
