"""What is looked at in every row before its columns are read: cells that say nothing certain.

An error is no value, a cell beyond the headings may have shifted all those before it, and of two
columns with one heading nobody can tell which is meant. None of them may be read in silence.
"""

from __future__ import annotations

from collections import Counter

from grafo.errors import InputError, Location
from grafo.language import say
from grafo.loading.cells import Problem
from grafo.loading.headings import Binding, BoundColumn
from grafo.loading.loader_file import LoaderFile
from grafo.loading.tables import Table
from grafo.notes import Notes
from grafo.readers import Cell, CellError, Row
from grafo.readers.cell_text import is_lost
from grafo.readers.rows import column_letters, is_blank, shown_text
from grafo.text import fold

_LONGEST_SHOWN = 40


class RowChecks:
    """Checks the rows of one table against its headings."""

    def __init__(
        self, loader: LoaderFile, table: Table, binding: Binding, file: str, notes: Notes
    ) -> None:
        header = self._header = table.header
        self._places = table.places
        self._file = file
        self._notes = notes
        self._read = _read_columns(binding)
        self._parties = _party_columns(loader, binding)
        ignored = {fold(name) for name in loader.ignore}
        self._repeats = [
            (self._read[one], one, other)
            for one, other in header.repeats
            if one in self._read and other not in self._read
            if fold(header.names[other]) not in ignored
        ]
        self._unheaded = [index for index, name in enumerate(header.names) if not name]
        self._filled: Counter[int] = Counter()
        self._grid = False

    def problems(self, row: Row) -> list[Problem]:
        """Return what keeps a row from being read.

        Raises:
            InputError: two columns with the same heading, which the loader reads, differ.
        """
        self._grid = row.grid
        for heading, one, other in self._repeats:
            self._refuse_if_different(row, heading, one, other)
        for index in self._unheaded:
            if index < len(row.cells) and not is_blank(row.cells[index]):
                self._filled[index] += 1
        return [*self._unsure_cells(row), *self._overflow(row)]

    def _unsure_cells(self, row: Row) -> list[Problem]:
        found: list[Problem] = []
        for index, heading in self._read.items():
            cell = row.cells[index] if index < len(row.cells) else None
            if isinstance(cell, CellError):
                found.append(Problem(heading, cell.reason))
            elif index in self._parties and isinstance(cell, str) and is_lost(cell):
                reason = say(
                    f"{_short(cell)!r} perdió letras en el archivo: escriba el nombre completo",
                    f"{_short(cell)!r} has lost letters in the file: write the whole name",
                )
                found.append(Problem(heading, reason))
        return found

    def _overflow(self, row: Row) -> list[Problem]:
        """Return the problem of a row that is longer than the headings."""
        width = len(self._header.names)
        beyond = [i for i in range(width, len(row.cells)) if not is_blank(row.cells[i])]
        if not beyond:
            return []
        if row.grid:
            self._filled.update(beyond)
            return []
        over = ", ".join(repr(_short(row.cells[index])) for index in beyond[:3])
        last = next((name for name in reversed(self._header.names) if name), "")
        reason = say(
            f"tiene más celdas ({beyond[-1] + 1}) que encabezados ({width}); sobra {over}: quizá "
            "un separador dentro de un texto sin comillas corrió las celdas",
            f"has more cells ({beyond[-1] + 1}) than headings ({width}); left over is {over}: "
            "perhaps a separator inside a text without quotes has shifted the cells",
        )
        return [Problem(last, reason)]

    def _refuse_if_different(self, row: Row, heading: str, one: int, other: int) -> None:
        left, right = (_at(row, index) for index in (one, other))
        if is_blank(right) or shown_text(left).split() == shown_text(right).split():
            return
        columns = self._name(one), self._name(other)
        raise InputError(
            say(
                f"el encabezado {heading!r}, que el cargador lee, está dos veces (columnas "
                f"{columns[0]} y {columns[1]}) y aquí difieren: {_short(left)!r} y "
                f"{_short(right)!r}",
                f"the heading {heading!r}, which the loader reads, stands twice (columns "
                f"{columns[0]} and {columns[1]}) and they differ here: {_short(left)!r} and "
                f"{_short(right)!r}",
            ),
            at=Location(
                f"{self._file} [{row.sheet}]" if row.sheet_number else self._file, row.number
            ),
            hint=say(
                f"Cambie uno de los dos encabezados en el archivo. En el cargador, el segundo se "
                f"llama {self._header.names[other]!r}: léalo con ese nombre, o póngalo en "
                "`ignore` si sobra.",
                f"Rename one of the two headings in the file. In the loader file the second is "
                f"called {self._header.names[other]!r}: read it by that name, or put it into "
                "`ignore` if it is not needed.",
            ),
        )

    def finish(self) -> None:
        """Note what was seen over all rows."""
        for index, count in sorted(self._filled.items()):
            column = self._name(index)
            self._notes.add(
                say(
                    f"la columna {column} no tiene encabezado y no se leyó; celdas con datos",
                    f"column {column} has no heading and was not read; filled cells",
                ),
                count=count,
            )

    def _name(self, index: int) -> str:
        if index < len(self._places):
            return self._places[index]
        return column_letters(index) if self._grid else str(index + 1)


def _read_columns(binding: Binding) -> dict[int, str]:
    """Return the columns that the loader reads, with their headings."""
    return {
        index: bound.heading
        for column in binding.columns.values()
        for bound in column.all()
        for index in (bound.index, *bound.fallbacks)
        if index is not None
    }


def _party_columns(loader: LoaderFile, binding: Binding) -> frozenset[int]:
    """Return the columns whose text becomes a government."""
    names: list[BoundColumn] = []
    for name, column in binding.columns.items():
        if name in loader.parties:
            names += [column, *(c for n, c in column.details.items() if n in {"country", "parent"})]
    return frozenset(bound.index for bound in names if bound.index is not None)


def _at(row: Row, index: int) -> Cell:
    return row.cells[index] if index < len(row.cells) else None


def _short(cell: Cell) -> str:
    text = " ".join(shown_text(cell).split())
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
