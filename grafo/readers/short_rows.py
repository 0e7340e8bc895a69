"""Rows of delimited text that have fewer cells than the others.

Where cells are only counted off, one that is missing shifts all that follow it, and nothing else
shows it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from grafo.language import say
from grafo.notes import Notes
from grafo.readers.rows import Row

_ROWS_KEPT = 5


def with_short_rows_told(rows: Iterable[Row], notes: Notes) -> Iterator[Row]:
    """Yield the rows; where most have the cells of the headings, those with fewer are noted.

    The headings are the first of the widest rows; above them stand titles. A row of a single
    cell is a remark. Where as many rows are short as are not, the program that wrote the file
    leaves out the blank cells at the end, and nothing is noted.
    """
    counts: Counter[int] = Counter()
    short: list[int] = []
    widest = 0
    for row in rows:
        width = len(row.cells)
        if width > widest:
            widest = width
            counts.clear()
            short.clear()
        counts[width] += 1
        if 1 < width < widest and len(short) < _ROWS_KEPT:
            short.append(row.number)
        yield row
    # The headings themselves are no row of the table.
    full = counts[widest] - 1
    fewer = sum(count for width, count in counts.items() if 1 < width < widest)
    if not 0 < fewer < full:
        return
    said = say(
        "renglones con menos celdas que los encabezados; lo que sigue a la que falta está corrido",
        "rows with fewer cells than the headings; what follows the missing one is shifted",
    )
    for number in short:
        notes.add(said, row=number)
    if fewer > len(short):
        notes.add(said, count=fewer - len(short))
