"""Merged cells: what a register means when one cell stands over several.

Down: "Jalisco" merged over ten rows holds for each of the ten, so it is repeated, wherever it
is. Across: in the rows that can be a heading ("Parte mexicana" over "Gobierno" and "Entidad")
the value is repeated too, so that two-level headings can be put together; in a row of data it
stays in its first column, for nobody can tell which of the columns it speaks of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from grafo.readers.rows import Cell, is_blank, is_blank_row

# Titles, notes and headings stand above the data, and not deeper than this.
HEADING_ROWS = 30


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range, as indexes from 0; the last row and column belong to it."""

    row: int
    column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class _Open:
    """A range that reaches into the rows below, with the value it repeats there."""

    merge: Merge
    value: Cell


class MergedCells:
    """Repeats the values of merged ranges, row by row from the top."""

    def __init__(self) -> None:
        # By first column: sound ranges do not overlap, and what a row costs stays bounded.
        self._open: dict[int, _Open] = {}
        self._data_begun = False

    def fill(self, row: int, cells: list[Cell], starting: Sequence[Merge]) -> bool:
        """Fill the blanks of `cells` that merged ranges cover; `row` is its index from 0.

        Returns False, and changes nothing, for a row that holds nothing of its own: a range
        that covers it is taller than its text, it does not make a row.
        """
        self._open = {at: found for at, found in self._open.items() if found.merge.last_row >= row}
        if is_blank_row(cells):
            return False
        self._note_data(cells)
        if not starting and not self._open:
            return True
        heading = row < HEADING_ROWS and not self._data_begun
        for found in self._open.values():
            _spread(cells, found.merge, found.value, across=heading)
        for merge in starting:
            if merge.column >= len(cells) or is_blank(cells[merge.column]):
                continue
            value = cells[merge.column]
            _spread(cells, merge, value, across=heading)
            if merge.last_row > row:
                self._open[merge.column] = _Open(merge, value)
        return True

    def _note_data(self, cells: list[Cell]) -> None:
        """Data has begun where a row of three cells or more holds a number or a date.

        A title with its year or date beside it has two.
        """
        if self._data_begun:
            return
        filled = {cell for cell in cells if not is_blank(cell)}
        self._data_begun = len(filled) > 2 and any(not isinstance(cell, str) for cell in filled)


def _spread(cells: list[Cell], merge: Merge, value: Cell, *, across: bool) -> None:
    last = min(merge.last_column, len(cells) - 1) if across else merge.column
    for column in range(merge.column, min(last, len(cells) - 1) + 1):
        if is_blank(cells[column]):
            cells[column] = value
