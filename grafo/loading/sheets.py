"""The sheets of a file that a loader reads: one, or several as one table.

Sheets that are read together may order their columns differently, and call them by any of the
headings that the loader accepts. Their rows are laid under one header, so that they are read, and
set aside, like the rows of one table. The order of the sheets in their file changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from grafo.errors import InputError, Location
from grafo.language import say
from grafo.loading.headings import Binding, bind
from grafo.loading.loader_file import LoaderFile
from grafo.loading.tables import Table, note_unread, read_table
from grafo.notes import Notes
from grafo.readers import Cell, Limits, Row, TableInFile, tables_of
from grafo.readers.header import Header
from grafo.readers.rows import column_letters
from grafo.text import fold

# What a column is, whatever its sheet calls it: the field it is bound to, or its own heading.
_Key = tuple[str, ...]


class _SheetNotes(Notes):
    """Passes notes on, each with the sheet it is about."""

    def __init__(self, notes: Notes, title: str) -> None:
        super().__init__()
        self._all = notes
        self._title = title

    def add(self, text: str, *, row: int | None = None, count: int = 1) -> None:
        self._all.add(
            say(f"hoja {self._title!r}: {text}", f"sheet {self._title!r}: {text}"),
            row=row,
            count=count,
        )


@dataclass(slots=True)
class _Layout:
    """The columns of all sheets side by side."""

    keys: dict[_Key, int] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    repeats: set[tuple[int, int]] = field(default_factory=set)

    def take(self, title: str, header: Header, binding: Binding) -> list[int]:
        """Take in a sheet's columns; return where each of them stands."""
        bound = _bound(binding)
        where: list[int] = []
        for index, name in enumerate(header.names):
            place = f"{title}!{column_letters(index)}"
            key = bound.get(index) or (("", fold(name)) if fold(name) else ("", "", place))
            if key not in self.keys:
                self.keys[key] = len(self.names)
                self.names.append(self._unlike(name))
                self.places.append(place)
            where.append(self.keys[key])
        self.repeats |= {(where[one], where[other]) for one, other in header.repeats}
        return where

    def _unlike(self, name: str) -> str:
        unique, number = name, 1
        while unique and unique in self.names:
            number += 1
            unique = f"{name} ({number})"
        return unique

    def header(self) -> Header:
        return Header(tuple(self.names), 0, tuple(sorted(self.repeats)))


def _bound(binding: Binding) -> dict[int, _Key]:
    """Return the field that each column of a sheet is bound to; the first where several are."""
    found: dict[int, _Key] = {}
    for name, column in binding.columns.items():
        for part, bound in (("", column), *column.details.items()):
            if bound.index is not None:
                found.setdefault(bound.index, (name, part))
    return found


def open_table(loader: LoaderFile, path: Path, file: str, limits: Limits, notes: Notes) -> Table:
    """Return the table that a loader reads of a file.

    Raises:
        InputError: the file cannot be read, has no headings, or lacks a sheet that is named.
    """
    reading = loader.reads.as_reading()
    if loader.reads.sheets:
        there = tables_of(path, reading, limits, name=file)
        if there:  # a quarantine file of several sheets is a csv file
            return joined(loader, path, there, file, limits, notes)
    table = read_table(loader, path, reading, file, limits, notes)
    there = tables_of(path, reading, limits, name=file)
    if len(there) > 1:
        note_unread(there, {table.title or str(reading.sheet)}, notes)
    return table


def joined(
    loader: LoaderFile,
    path: Path,
    there: list[TableInFile],
    file: str,
    limits: Limits,
    notes: Notes,
) -> Table:
    """Return the sheets that a loader names, as one table.

    Raises:
        InputError: a sheet is not there, or one that is named lacks what the loader needs.
    """
    layout = _Layout()
    sheets: list[tuple[TableInFile, list[int]]] = []
    fault: InputError | None = None
    for sheet in sorted(_chosen(loader, there, file), key=lambda sheet: sheet.title):
        try:
            table = _open(loader, path, sheet, file, limits, Notes())
            binding = bind(loader, table.header, f"{file} [{sheet.title}]")
        except InputError as error:
            if loader.reads.sheets != "all":
                raise
            fault = error
            continue
        sheets.append((sheet, layout.take(sheet.title, table.header, binding)))
    if fault and not sheets:
        raise fault
    note_unread(there, {sheet.title for sheet, _ in sheets}, notes)

    def rows() -> Iterator[Row]:
        for sheet, where in sheets:
            own = _SheetNotes(notes, sheet.title)
            table = _open(loader, path, sheet, file, limits, own)
            for row in table.rows:
                cells = _laid(row, where, len(layout.names))
                yield replace(row, cells=cells, sheet=sheet.title, sheet_number=sheet.number)

    return Table(layout.header(), rows(), "", tuple(layout.places))


def _open(
    loader: LoaderFile, path: Path, sheet: TableInFile, file: str, limits: Limits, notes: Notes
) -> Table:
    reading = replace(loader.reads.as_reading(), sheet=sheet.title)
    try:
        return read_table(loader, path, reading, file, limits, notes)
    except InputError as error:
        if error.at is None:
            raise
        at = replace(error.at, file=f"{file} [{sheet.title}]")
        message = error.message.removeprefix(f"{error.at}: ")
        raise InputError(message, at=at, hint=error.hint) from error


def _laid(row: Row, where: list[int], width: int) -> tuple[Cell, ...]:
    """Return a row's cells in the columns of the layout; those beyond its headings behind."""
    cells: list[Cell] = [None] * width
    for place, cell in zip(where, row.cells, strict=False):
        cells[place] = cell
    return (*cells, *row.cells[len(where) :])


def _chosen(loader: LoaderFile, there: list[TableInFile], file: str) -> list[TableInFile]:
    wanted = loader.reads.sheets
    if wanted == "all" or wanted is None:
        return [table for table in there if table.visible]
    found: list[TableInFile] = []
    for each in wanted:
        alike = [t for t in there if each in (t.number, t.title)]
        alike = alike or [t for t in there if fold(t.title) == fold(str(each))]
        if len(alike) != 1:
            listed = ", ".join(f"{t.number} {t.title!r}" for t in there)
            raise InputError(
                say(f"no hay una hoja {each!r} con datos", f"there is no sheet {each!r} with data"),
                at=Location(file),
                hint=say(f"el archivo tiene: {listed}", f"the file has: {listed}"),
            )
        if alike[0] not in found:
            found.append(alike[0])
    return found
