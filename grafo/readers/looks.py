"""How a sheet's cells look, where that changes what they say: errors, partial dates, hidden rows.

calamine gives the values of a sheet and nothing else. The readers of xlsx and xls, which measure
the sheet before it, note here what calamine will not tell, and `Looks.seen` puts it in.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

from grafo.readers.cell_errors import no_value, shown_error
from grafo.readers.number_formats import Shown, as_shown
from grafo.readers.rows import Cell, CellError

# No sheet of any format is wider or longer.
COLUMNS = 1 << 14
ROWS = 1_048_576
_STARTED, _HIDDEN, _STRUCK, _SOME_STRUCK = 1, 2, 4, 8
_MARKS: tuple[Shown, ...] = ("year", "month")
_ERROR, _FORMULA = 2, 3
# Kinds of mark that fit beside a place in one number.
_KINDS = 4
# Of how many errors the text is kept; a sheet of a million #N/A is told by the first of them.
_TEXTS = 20_000
_LONGEST_TEXT = 400


@dataclass(frozen=True, slots=True)
class Style:
    """What a cell's format does to what it shows."""

    shown: Shown | None = None
    struck: bool = False

    def __bool__(self) -> bool:
        return self.shown is not None or self.struck


@dataclass(slots=True)
class Looks:
    """The marks of one sheet. Rows and columns are indexes from 0.

    Attributes:
        hidden_columns: ranges of hidden columns, first and last.
    """

    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    # Numbers, not objects: a sheet of a million dates may have a mark on each.
    _marks: array[int] = field(default_factory=lambda: array("Q"))
    _rows: bytearray = field(default_factory=bytearray)
    _texts: dict[tuple[int, int], str] = field(default_factory=dict)

    def partial(self, row: int, column: int, shown: Shown) -> None:
        """Note a cell that shows a date in part."""
        self._mark(row, column, _MARKS.index(shown))

    def error(self, row: int, column: int, text: str) -> None:
        """Note a cell that shows the error `text`."""
        self._keep(row, column, text)
        self._mark(row, column, _ERROR)

    def formula(self, row: int, column: int, text: str) -> None:
        """Note a formula without a value; `text` is without its equals sign."""
        self._keep(row, column, text)
        self._mark(row, column, _FORMULA)

    def _keep(self, row: int, column: int, text: str) -> None:
        if text and len(self._texts) < _TEXTS:
            self._texts[row, column] = text[:_LONGEST_TEXT]

    def _mark(self, row: int, column: int, kind: int) -> None:
        self._marks.append((row * COLUMNS + column) * _KINDS + kind)

    def begin_row(self, row: int) -> bool:
        """Note that a row begins; False if it has begun before."""
        before = self._flags(row)
        self._rows[row] = before | _STARTED
        return not before & _STARTED

    def hide(self, row: int) -> None:
        """Note that a row is hidden."""
        self._rows[row] = self._flags(row) | _HIDDEN

    def strike(self, row: int) -> None:
        """Note that all of a row is struck through."""
        self._rows[row] = self._flags(row) | _STRUCK

    def strike_some(self, row: int) -> None:
        """Note that some cells of a row are struck through."""
        self._rows[row] = self._flags(row) | _SOME_STRUCK

    def _flags(self, row: int) -> int:
        if row >= len(self._rows):
            self._rows.extend(bytes(row + 1 - len(self._rows)))
        return self._rows[row]

    def is_hidden(self, row: int) -> bool:
        """Whether a row is hidden."""
        return row < len(self._rows) and bool(self._rows[row] & _HIDDEN)

    def is_struck(self, row: int) -> bool:
        """Whether all of a row is struck through."""
        return row < len(self._rows) and bool(self._rows[row] & _STRUCK)

    def has_struck(self, row: int) -> bool:
        """Whether some cells of a row are struck through."""
        return row < len(self._rows) and bool(self._rows[row] & _SOME_STRUCK)

    def seen(self, rows: Iterator[list[Cell]]) -> Iterator[list[Cell]]:
        """Yield the rows of a sheet, from its first, as they look.

        Rows and columns that hold nothing but formulas without a value are added.
        """
        marks = iter(sorted(self._marks))
        mark = next(marks, None)
        index = 0
        for index, cells in enumerate(rows):
            while mark is not None and mark // (_KINDS * COLUMNS) == index:
                self._put(cells, index, mark)
                mark = next(marks, None)
            yield cells
        after = index + 1
        while mark is not None:
            added: list[Cell] = []
            while mark is not None and mark // (_KINDS * COLUMNS) == after:
                self._put(added, after, mark)
                mark = next(marks, None)
            yield added
            after += 1

    def _put(self, cells: list[Cell], row: int, mark: int) -> None:
        column, kind = mark // _KINDS % COLUMNS, mark % _KINDS
        cells += [None] * (column + 1 - len(cells))
        if kind < len(_MARKS):
            cells[column] = as_shown(cells[column], _MARKS[kind])
        else:
            cells[column] = self._error(row, column, kind)

    def _error(self, row: int, column: int, kind: int) -> CellError:
        text = self._texts.get((row, column), "")
        if kind == _ERROR:
            return shown_error(text or "#ERROR!")
        return no_value(f"={text}" if text else "=?")
