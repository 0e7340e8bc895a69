"""Rows and columns that a file hides or strikes through, and what becomes of them.

They are read, with a note: a filter that was left on hides rows that the office still means, and
only its people know what a line through a row says. `skip_hidden` leaves them out instead.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from grafo.language import say
from grafo.notes import Notes
from grafo.readers.reading import Reading
from grafo.readers.rows import Row, column_letters, is_blank


def as_seen(rows: Iterable[Row], reading: Reading, notes: Notes) -> Iterator[Row]:
    """Yield rows; hidden and struck ones with a note, or not at all where they are not wanted."""
    for row in rows:
        if row.some_struck and not (row.struck or (row.hidden and reading.skip_hidden)):
            notes.add(
                say(
                    "renglones con celdas tachadas, leídas como las demás",
                    "rows with cells struck through, which are read like the others",
                ),
                row=row.number,
            )
        if not (row.hidden or row.struck):
            yield row
            continue
        notes.add(_sentence(row, left_out=reading.skip_hidden), row=row.number)
        if not reading.skip_hidden:
            yield row


def _sentence(row: Row, *, left_out: bool) -> str:
    if row.hidden and left_out:
        return say("renglones ocultos, no leídos", "hidden rows, left out")
    if row.hidden:
        return say(
            "renglones ocultos, leídos como los demás (`skip_hidden: true` los omite)",
            "hidden rows, read like the others (`skip_hidden: true` leaves them out)",
        )
    if left_out:
        return say("renglones tachados, no leídos", "rows struck through, left out")
    return say(
        "renglones tachados, leídos como los demás (`skip_hidden: true` los omite)",
        "rows struck through, read like the others (`skip_hidden: true` leaves them out)",
    )


def without_hidden_columns(
    rows: Iterable[Row],
    hidden: Sequence[tuple[int, int]],
    reading: Reading,
    notes: Notes,
) -> Iterator[Row]:
    """Yield rows; hidden columns are noted with how many cells they fill, or emptied.

    `hidden` may grow while the rows come. Ranges are indexes from 0, ends included.
    """
    filled: Counter[int] = Counter()
    for row in rows:
        blanked: list[int] = []
        for first, last in hidden:
            for index in range(first, min(last + 1, len(row.cells))):
                if not is_blank(row.cells[index]):
                    filled[index] += 1
                    blanked.append(index)
        if not (blanked and reading.skip_hidden):
            yield row
            continue
        cells = list(row.cells)
        for index in blanked:
            cells[index] = None
        yield replace(row, cells=tuple(cells))
    for index, count in sorted(filled.items()):
        letters = column_letters(index)
        said = say(
            f"celdas de la columna oculta {letters}, leídas como las demás (`skip_hidden: true` "
            "las omite)",
            f"cells of the hidden column {letters}, read like the others (`skip_hidden: true` "
            "leaves them out)",
        )
        if reading.skip_hidden:
            said = say(
                f"celdas de la columna oculta {letters}, no leídas",
                f"cells of the hidden column {letters}, left out",
            )
        notes.add(said, count=count)
