"""The row, which is what every reader yields, and the bounds that hold for all of them."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from grafo.errors import InputError, Location
from grafo.language import say
from grafo.readers.limits import Limits


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date cell whose number format shows a year, or a year and month: ISO text, as 2005-03."""

    text: str


@dataclass(frozen=True, slots=True)
class CellError:
    """A cell that shows an error (#N/A), or a formula whose value the file does not keep.

    `text` is what it shows, `reason` a sentence that says what is wrong and what to do.
    """

    text: str
    reason: str


Cell = (
    str
    | int
    | float
    | bool
    | datetime.date
    | datetime.datetime
    | datetime.time
    | PartialDate
    | CellError
    | None
)

# Where several sheets are read, row 7 of the second is 20,000,007; no sheet has so many rows.
ROWS_APART = 10_000_000
# Above 2**53 a float no longer tells neighbouring whole numbers apart.
_EXACT = 2**53


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table.

    Attributes:
        number: as an editor or spreadsheet shows it, from 1. csv: the physical line on which
            the record starts; jsonl: the line; json: the record's place in its list; html: the
            table's row. The header row that the JSON readers make has the number 0.
        cells: the values. Text formats leave an empty cell as "", typed formats as None.
        sheet: the title of the workbook's sheet, or the number of the page's table, that it
            stands in; "" in other formats.
        sheet_number: the sheet's place in its file, from 1, where several are read; else 0.
        grid: whether each cell has a place of its own, as in a sheet. Where cells are only
            counted off, as in csv, one sign too many shifts all that follow it.
        hidden: whether the file hides it from whoever looks at it.
        struck: whether all that it shows is struck through.
        some_struck: whether some of its cells are struck through.
    """

    number: int
    cells: tuple[Cell, ...]
    sheet: str = ""
    sheet_number: int = 0
    grid: bool = False
    hidden: bool = False
    struck: bool = False
    some_struck: bool = False

    @property
    def key(self) -> int:
        """One number for sheet and row: the row's own where a single sheet is read.

        >>> Row(7, (), "2020", sheet_number=2).key
        20000007
        """
        return self.sheet_number * ROWS_APART + self.number

    @property
    def place(self) -> str:
        """Where the row stands, as a person writes it: 7, or 2020!7 where sheets are several."""
        return f"{self.sheet}!{self.number}" if self.sheet_number else str(self.number)


def shown_text(cell: Cell) -> str:
    """Return a cell as the text that it shows; "" for None."""
    if isinstance(cell, PartialDate | CellError):
        return cell.text
    return "" if cell is None else str(cell)


def is_blank(cell: Cell) -> bool:
    """Whether a cell shows nothing: None, "" or only white space."""
    return cell is None or (isinstance(cell, str) and (not cell or cell.isspace()))


def is_blank_row(cells: Iterable[Cell]) -> bool:
    """Whether every cell is blank. Most rows say no with their first cell."""
    return all(map(is_blank, cells))


def whole(number: float) -> int | float:
    """Return 1234.0 as 1234: workbooks store every number as a float."""
    return int(number) if number.is_integer() and abs(number) < _EXACT else number


def number(value: float) -> Cell:
    """Return a workbook's number as a cell; what is no number, such as infinity, as text."""
    return whole(value) if math.isfinite(value) else str(value)


def column_letters(index: int) -> str:
    """Return the name a spreadsheet gives the column with this index (from 0).

    >>> column_letters(0), column_letters(27)
    ('A', 'AB')
    """
    letters = ""
    index += 1
    while index:
        index, digit = divmod(index - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


def column_number(index: int) -> str:
    """Return the column's number from 1, for formats whose columns have no letters."""
    return str(index + 1)


def bounded(
    rows: Iterable[Row],
    limits: Limits,
    name: str,
    column: Callable[[int], str] = column_number,
) -> Iterator[Row]:
    """Yield the rows that are not blank, as long as they stay inside `limits`.

    Raises:
        InputError: too many rows, a row that is too wide, a cell that is too long, or no row.
    """
    count = 0
    for row in rows:
        if is_blank_row(row.cells):
            continue
        count += 1
        if count > limits.max_rows:
            raise InputError(
                say(f"más de {limits.max_rows:,} renglones", f"more than {limits.max_rows:,} rows"),
                at=Location(name, row.number),
                hint=say("divida el archivo", "split the file, or load it in parts"),
            )
        yield _inside(row, limits, name, column)
    if not count:
        raise InputError(
            say("el archivo no tiene renglones", "the file holds no rows"),
            at=Location(name),
            hint=say(
                "todas las celdas están en blanco; revise que la descarga haya terminado",
                "every cell is blank; check that the export or download finished",
            ),
        )


def _inside(row: Row, limits: Limits, name: str, column: Callable[[int], str]) -> Row:
    cells = row.cells
    if len(cells) > limits.max_columns:
        # Spreadsheets export thousands of trailing separators; only filled cells are columns.
        if not all(is_blank(cell) for cell in cells[limits.max_columns :]):
            raise too_wide(len(cells), limits, Location(name, row.number))
        row = replace(row, cells=cells[: limits.max_columns])
    for index, cell in enumerate(row.cells):
        if isinstance(cell, str) and len(cell) > limits.max_cell_chars:
            raise too_long(limits, Location(name, row.number, column(index)))
    return row


def too_wide(columns: int, limits: Limits, at: Location) -> InputError:
    """Return the error for a row with too many columns."""
    return InputError(
        say(
            f"{columns:,} columnas; se leen a lo más {limits.max_columns:,}",
            f"{columns:,} columns; at most {limits.max_columns:,} are read",
        ),
        at=at,
        hint=say(
            "revise el delimitador, o quite lo que está a la derecha de la tabla",
            "check the delimiter, or remove what stands to the right of the table",
        ),
    )


def too_long(limits: Limits, at: Location) -> InputError:
    """Return the error for a cell with too much text."""
    return InputError(
        say(
            f"la celda tiene más de {limits.max_cell_chars:,} caracteres",
            f"the cell holds more than {limits.max_cell_chars:,} characters",
        ),
        at=at,
        hint=say(
            "una celda es corta: busque una comilla sin cerrar, o un archivo pegado ahí",
            "a register's cell is short: look for a quote that is not closed, or a pasted file",
        ),
    )
