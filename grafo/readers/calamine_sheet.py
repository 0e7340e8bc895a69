"""The rows of a sheet as calamine reads them, in the cell types that grafo knows."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from grafo.errors import InputError, Location
from grafo.language import say
from grafo.readers.looks import Looks
from grafo.readers.merged import Merge, MergedCells
from grafo.readers.rows import Cell, Row, number
from grafo.readers.zip_bounds import damaged


def sheet_rows(
    path: Path, index: int, name: str, title: str, looks: Looks, *, empty_hint: str
) -> Iterator[Row]:
    """Return the rows of the sheet at `index`; the file is not needed once this returns.

    `looks` has what calamine does not tell of the sheet's cells.

    Raises:
        InputError: calamine cannot read the file, or the sheet is empty.
    """
    try:
        with CalamineWorkbook.from_path(path) as workbook:
            sheet = workbook.get_sheet_by_index(index)
    except (CalamineError, OSError, ValueError) as error:
        message = say(
            f"el libro no se puede leer ({error})", f"the workbook cannot be read ({error})"
        )
        raise damaged(name, message) from error
    except BaseException as error:
        # A panic inside calamine arrives as an exception that is no `Exception`.
        if type(error).__name__ != "PanicException":
            raise
        message = say("el libro está dañado por dentro", "the workbook is damaged inside")
        raise damaged(name, message) from error
    if sheet.start is None:
        raise InputError(
            say("la hoja está vacía", "the sheet is empty"), at=Location(name), hint=empty_hint
        )
    return _rows(sheet, sheet.start[1], title, looks)


def _rows(sheet: CalamineSheet, first_column: int, title: str, looks: Looks) -> Iterator[Row]:
    starting: defaultdict[int, list[Merge]] = defaultdict(list)
    for (row, column), (last_row, last_column) in sheet.merged_cell_ranges or ():
        starting[row].append(Merge(row, column, last_row, last_column))
    merged = MergedCells()
    left: list[Cell] = [None] * first_column
    read = (left + [_cell(value) for value in values] for values in sheet.iter_rows())
    for row_index, cells in enumerate(looks.seen(read)):
        if merged.fill(row_index, cells, starting.get(row_index, ())):
            yield Row(
                row_index + 1,
                tuple(cells),
                title,
                grid=True,
                hidden=looks.is_hidden(row_index),
                struck=looks.is_struck(row_index),
                some_struck=looks.has_struck(row_index),
            )


def _cell(value: object) -> Cell:
    """Return a calamine value as a cell: errors such as #N/A come as "", and `Looks` knows them."""
    if isinstance(value, str):
        return value or None
    if isinstance(value, float):
        return number(value)
    if isinstance(value, datetime.timedelta):
        return _duration(value)
    assert isinstance(value, int | datetime.date | datetime.time)  # noqa: S101 - for mypy
    return value


def _duration(span: datetime.timedelta) -> str:
    """Return a span as a spreadsheet shows [h]:mm:ss; grafo has no type for it."""
    minutes, seconds = divmod(round(span.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}"
