"""Bounds a sheet of an xlsx file before calamine reads it.

calamine lays a sheet out as one dense rectangle and gives every cell its own copy of a shared
string. A single cell at XFD1048576 would be 17 billion cells; a long string used by a million
cells, a hundred gigabytes. Both fit in a few kilobytes of file, so both are looked for first.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping

from grafo.errors import InputError, Location
from grafo.language import say
from grafo.readers.limits import Limits
from grafo.readers.looks import Looks, Style
from grafo.readers.rows import column_letters, too_wide
from grafo.readers.xml_events import LocalNames, XmlWatch
from grafo.readers.zip_bounds import damaged

# The format's own end; formatted but empty rows may reach it, cells with values may not.
_LAST_ROW = 1_048_576
_VALUES = {"v", "is"}
_TRUE = {"1", "true", "on"}
# Dates are numbers, or, in the newest form of the standard, a kind of their own.
_NUMBERS = {"n", "d"}
_LETTERS = re.compile(r"[A-Z]{1,3}")
_LONG_NUMBER = 9
_MOST_MERGES = 200_000


class StringLengths(XmlWatch):
    """Measures the shared strings of a workbook, without keeping them."""

    wants_text = True

    def __init__(self, limits: Limits, name: str) -> None:
        super().__init__(limits, name)
        self._local = LocalNames()
        self._length = 0
        self._total = 0
        self.lengths = array("L")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        del attributes
        if self._local[tag] == "si":
            self._length = 0

    def text(self, text: str) -> None:
        self._length += len(text)

    def end(self, tag: str) -> None:
        if self._local[tag] == "si":
            self.lengths.append(self._length)
            self._total += self._length
            if self._total > self.limits.max_workbook_chars:
                raise too_much_text(self.limits, Location(self.name))


class SheetExtent(XmlWatch):
    """Measures a sheet: how far its values reach, and how many cells use shared strings.

    Cells without a reference stand after the one before, as calamine places them. This runs once
    for every element of a sheet, so it is written to be quick.

    Attributes:
        shared: how many cells use a shared string.
        looks: which cells and rows look otherwise than their values say; without the errors.
        has_errors: whether some cell holds an error or a formula.
    """

    def __init__(self, limits: Limits, name: str, styles: Mapping[str, Style]) -> None:
        super().__init__(limits, name)
        self.looks = Looks()
        self.has_errors = False
        self._styles = styles
        self._style: Style | None = None
        self._type = "n"
        self._valued = self._struck = 0  # cells of the current row
        self._local = LocalNames()
        self._columns: dict[str, int] = {}
        self._max_cells = limits.max_cells
        self._rows = self._cells = 0
        self._row = self._column = -1
        self._row_text = ""
        self._merges = 0
        self._waiting = False  # for a value, inside a cell
        self._first_row = self._first_column = _LAST_ROW
        self._last_row = self._last_column = -1
        self.shared = 0

    def where(self) -> Location:
        return Location(self.name, max(self._row, 0) + 1, column_letters(max(self._column, 0)))

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        local = self._local[tag]
        if local == "c":
            self._waiting = True
            self._cells += 1
            if self._cells > self._max_cells:
                raise self._too_many_cells()
            if "r" in attributes:
                self._place(attributes["r"])
            else:
                self._column += 1
            if self._styles:
                self._style = self._styles.get(attributes.get("s", "0"))
            kind = self._type = attributes.get("t", "n")
            if kind == "s":
                self.shared += 1
            elif kind == "e":
                self.has_errors = True
        elif self._waiting and local in _VALUES:
            self._waiting = False
            self._valued += 1
            self._reach()
            if self._style is not None:
                self._note_style(self._style)
        elif local == "row":
            self._begin_row(attributes)
        elif local == "f":
            # Without a value behind it, it is a cell all the same.
            self.has_errors = True
            self._reach()
        else:
            self._start_other(local, attributes)

    def _start_other(self, local: str, attributes: dict[str, str]) -> None:
        if local == "col":
            self._note_columns(attributes)
        elif local == "mergeCell":
            self._merges += 1
            if self._merges > _MOST_MERGES:
                raise InputError(
                    say(
                        f"la hoja tiene más de {_MOST_MERGES:,} rangos combinados",
                        f"the sheet has more than {_MOST_MERGES:,} merged ranges",
                    ),
                    at=Location(self.name),
                    hint=say(
                        "separe las celdas, o guarde la hoja como csv",
                        "unmerge the cells, or save the sheet as csv",
                    ),
                )

    def finish(self) -> Looks:
        """Return how the sheet looks, at its end."""
        self._end_row()
        return self.looks

    def _note_style(self, style: Style) -> None:
        self._struck += style.struck
        if style.shown and self._type in _NUMBERS:
            self.looks.partial(self._row, self._column, style.shown)

    def _note_columns(self, attributes: dict[str, str]) -> None:
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if attributes.get("hidden") in _TRUE and first.isdecimal() and last.isdecimal():
            # Hidden to the end of the sheet is how programs end a table, too.
            self.looks.hidden_columns.append((int(first[:6]) - 1, int(last[:6]) - 1))

    def _end_row(self) -> None:
        if self._struck and self._struck == self._valued:
            self.looks.strike(self._row)
        elif self._struck:
            self.looks.strike_some(self._row)
        self._valued = self._struck = 0

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._end_row()
        self._rows += 1
        self._row, self._column, self._row_text = self._row + 1, -1, ""
        if reference := attributes.get("r"):
            self._row = self._row_index(reference)
        if max(self._rows, self._row + 1) > _LAST_ROW:
            raise InputError(
                say(
                    f"la hoja dice tener más de {_LAST_ROW:,} renglones, que ninguna tiene",
                    f"the sheet claims more than {_LAST_ROW:,} rows, which no spreadsheet has",
                ),
                at=Location(self.name, self._row + 1),
                hint=say(
                    "está dañado, o hecho para agotar la memoria de quien lo abre",
                    "the file is damaged, or made to exhaust the memory of whoever opens it",
                ),
            )
        if not self.looks.begin_row(self._row):
            raise self._twice()
        if attributes.get("hidden") in _TRUE:
            self.looks.hide(self._row)

    def _place(self, reference: str) -> None:
        """Move to the cell that `reference` names, such as AB12."""
        letters = reference.rstrip("0123456789")
        column = self._columns.get(letters)
        if column is None:
            column = self._columns[letters] = self._column_index(letters, reference)
        before, self._column = self._column, column
        digits = reference[len(letters) :]
        if digits != self._row_text:
            row = self._row_index(digits)
            if row != self._row:
                if not self.looks.begin_row(row):
                    raise self._twice()
                self._end_row()
                self._row, before = row, -1
            self._row_text = digits
        if column <= before:
            raise self._twice()

    def _row_index(self, digits: str) -> int:
        if not (digits.isascii() and digits.isdigit() and len(digits) < _LONG_NUMBER):
            raise self._misplaced(digits)
        if not 1 <= int(digits) <= _LAST_ROW:
            raise self._misplaced(digits)
        return int(digits) - 1

    def _column_index(self, letters: str, reference: str) -> int:
        if not _LETTERS.fullmatch(letters):
            raise self._misplaced(reference)
        index = 0
        for letter in letters:
            index = index * 26 + ord(letter) - ord("A") + 1
        return index - 1

    def _misplaced(self, reference: str) -> InputError:
        where = repr(reference[:20])
        message = say(
            f"hay una celda o renglón en {where}, que ninguna hoja tiene",
            f"there is a cell or row at {where}, which no spreadsheet has",
        )
        return damaged(self.name, message)

    def _twice(self) -> InputError:
        at = self.where()
        message = say(
            f"la celda o el renglón {at.row} está dos veces, o fuera de su orden; una de las dos "
            "se perdería",
            f"a cell or the row {at.row} stands twice, or out of order; one of the two would be "
            "lost",
        )
        return damaged(self.name, message)

    def _reach(self) -> None:
        """Widen the rectangle to the cell that turned out to hold something."""
        row, column = self._row, self._column
        if self._first_row <= row <= self._last_row and (
            self._first_column <= column <= self._last_column
        ):
            return
        if column >= self.limits.max_columns:
            raise too_wide(column + 1, self.limits, Location(self.name, row + 1))
        self._first_row, self._last_row = min(self._first_row, row), max(self._last_row, row)
        self._first_column = min(self._first_column, column)
        self._last_column = max(self._last_column, column)
        width = self._last_column - self._first_column + 1
        if (self._last_row - self._first_row + 1) * width > self._max_cells:
            raise self._too_many_cells()

    def _too_many_cells(self) -> InputError:
        return InputError(
            say(
                f"la hoja abarca más de {self.limits.max_cells:,} celdas",
                f"the sheet spans more than {self.limits.max_cells:,} cells",
            ),
            at=self.where(),
            hint=say(
                "borre celdas y formatos fuera de la tabla, o guarde la hoja como csv",
                "delete stray cells and formatting outside the table, or save the sheet as csv",
            ),
        )


def too_much_text(limits: Limits, at: Location) -> InputError:
    """Return the error for a workbook whose cells hold too much text together."""
    return InputError(
        say(
            f"las celdas suman más de {limits.max_workbook_chars:,} caracteres",
            f"the cells hold more than {limits.max_workbook_chars:,} characters together",
        ),
        at=at,
        hint=say(
            "guarde la hoja como csv, que se lee renglón por renglón",
            "save the sheet as csv, which is read row by row",
        ),
    )
