"""Finds the headings of a register among its first rows.

Above them stand titles, notes and dates; the headings themselves may be on two levels, with
"Parte mexicana" over "Gobierno" and "Entidad". Readers repeat a merged heading over its columns,
and csv files leave the rest of them blank; both are understood.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from grafo.readers.merged import HEADING_ROWS
from grafo.readers.rows import Cell, Row, is_blank, shown_text
from grafo.text import fold

_LEVELS = " / "
# A heading names a column; longer texts are notes and titles.
_LONGEST_HEADING = 120
# Without known headings: which part of the table's columns a row must name to be its header.
_FILLED_SHARE = 0.6
_NUMBER = re.compile(r"[\s$€+-]*\d[\d\s.,/:%-]*")


@dataclass(frozen=True, slots=True)
class Header:
    """The headings of a table.

    Attributes:
        names: one for each column, distinct; "" where the column has no heading.
        row: the number of the last row that belongs to them.
        repeats: pairs of columns, as indexes from 0, that bear the same heading; case and
            accents do not tell headings apart.
    """

    names: tuple[str, ...]
    row: int
    repeats: tuple[tuple[int, int], ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Headings that one row, or two, could be."""

    names: tuple[str, ...]
    row: int
    hits: int = 0


def locate_header(first_rows: Sequence[Row], known: Collection[str] | None) -> Header | None:
    """Return the headings that the first rows hold, or None when nothing is plausible.

    Args:
        first_rows: the beginning of a table, about 30 rows.
        known: headings that a loader accepts, folded by `grafo.text.fold`; the row with most of
            them is the header. None guesses, by what a header looks like.
    """
    rows = list(first_rows[:HEADING_ROWS])
    if not rows:
        return None
    if rows[0].number == 0:
        # JSON readers put the keys there; nothing has to be found.
        return _header(_Candidate(_texts(rows[0].cells), 0))
    found = _guessed(rows) if known is None else _best_known(rows, frozenset(known))
    return _header(found) if found else None


def _header(found: _Candidate) -> Header:
    """Number the names that occur again: "País", "País (2)"."""
    used: set[str] = set()
    names = []
    for name in found.names:
        unique, number = name, 1
        while unique and unique in used:
            number += 1
            unique = f"{name} ({number})"
        used.add(unique)
        names.append(unique)
    return Header(tuple(names), found.row, _repeats(found.names))


def _repeats(names: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Return each column that bears the heading of an earlier one, behind the first that does."""
    first: dict[str, int] = {}
    pairs = ((first.setdefault(fold(name), index), index) for index, name in enumerate(names))
    return tuple((one, other) for one, other in pairs if fold(names[one]) and one != other)


def _best_known(rows: Sequence[Row], known: frozenset[str]) -> _Candidate | None:
    """Return the row, or the two rows, with most known headings; the first among equals.

    Two rows must name more than the lower one alone, or clearly be two levels.
    """
    best: _Candidate | None = None
    for index, row in enumerate(rows):
        single = _candidate(_texts(row.cells), row.number, known)
        found = [single]
        if index:
            upper = rows[index - 1]
            double = _candidate(_combined(upper, row, known), row.number, known)
            both = max(single.hits, _candidate(_texts(upper.cells), 0, known).hits)
            if double.hits > both or (double.hits == both and _two_levels(upper, row)):
                found = [double]
        for candidate in found:
            if candidate.hits and (best is None or _rank(candidate) > _rank(best)):
                best = candidate
    return best


def _rank(candidate: _Candidate) -> tuple[int, float]:
    filled = sum(1 for name in candidate.names if name)
    return candidate.hits, candidate.hits / filled


def _candidate(names: tuple[str, ...], row: int, known: frozenset[str]) -> _Candidate:
    # Distinct, so that a title spread over all columns counts once.
    return _Candidate(names, row, len({fold(name) for name in names if name} & known))


def _guessed(rows: Sequence[Row]) -> _Candidate | None:
    """Return the first row that names most of the table's columns, all differently, in words."""
    # How many cells most rows fill; the wider where two widths are as common.
    widths = Counter(_filled(row) for row in rows)
    width = max(widths, key=lambda filled: (widths[filled], filled))
    for index, row in enumerate(rows):
        if not _names_columns(row, width):
            continue
        below = rows[index + 1] if index + 1 < len(rows) else None
        if below is not None and (_completes(row, below) or _is_refined(row, below, width)):
            return _Candidate(_combined(row, below, frozenset()), below.number)
        if index and _two_levels(rows[index - 1], row):
            return _Candidate(_combined(rows[index - 1], row, frozenset()), row.number)
        return _Candidate(_texts(row.cells), row.number)
    return None


def _is_refined(upper: Row, lower: Row, width: int) -> bool:
    """Whether a merged label of the upper row, side by side with itself, is told apart below."""
    texts = _texts(upper.cells)
    merged = any(left and left == right for left, right in pairwise(texts))
    return merged and _names_columns(lower, width) and _two_levels(upper, lower)


def _names_columns(row: Row, width: int) -> bool:
    texts = [text for text in _texts(row.cells) if text]
    if not texts or len(texts) < _FILLED_SHARE * width:
        return False
    if any(len(text) > _LONGEST_HEADING for text in texts):
        return False
    wordy = sum(1 for cell in row.cells if _is_word(cell))
    # The upper of two levels repeats its labels side by side; so does a title over the table.
    repeated = sum(1 for left, right in pairwise(texts) if left == right)
    return wordy >= 0.9 * len(texts) and repeated <= 0.2 * len(texts)


def _completes(upper: Row, lower: Row) -> bool:
    """Whether two rows share out the columns: what the upper one leaves blank, the lower names.

    This is how a csv file shows two levels: "No.", "Parte mexicana", "" over "", "Gobierno",
    "Entidad".
    """
    above, below = _texts(upper.cells), _texts(lower.cells)
    pairs = list(zip(above, below, strict=False))
    gaps = [low for high, low in pairs if not high]
    only_above = any(high and not low for high, low in pairs)
    words = all(_is_word(cell) for cell in lower.cells if not is_blank(cell))
    return bool(gaps) and all(gaps) and only_above and words and len(set(below)) > 2


def _two_levels(upper: Row, lower: Row) -> bool:
    """Whether the upper row groups the columns of the lower one.

    It holds two labels or more, in words; one of them stands over several columns that differ
    below, or a column has its whole heading in one of the two rows.
    """
    above, below = _texts(upper.cells), _texts(lower.cells)
    if not all(_is_word(cell) for cell in upper.cells if not is_blank(cell)):
        return False
    if not all(_is_word(cell) for cell in lower.cells if not is_blank(cell)):
        return False
    if len(set(filter(None, above))) < 2:
        return False
    over = Counter(high for high, low in set(zip(above, below, strict=False)) if high and low)
    grouped = any(count > 1 for count in over.values())
    return grouped or _completes(upper, lower)


def _combined(upper: Row, lower: Row, known: frozenset[str]) -> tuple[str, ...]:
    """Return "upper / lower" for each column, or the level that says it alone."""
    above, below = _texts(upper.cells), _texts(lower.cells)
    width = max(len(above), len(below))
    above += ("",) * (width - len(above))
    below += ("",) * (width - len(below))
    names = []
    group = ""
    for high, low in zip(above, below, strict=True):
        # In a csv file a group's label stands over its first column only.
        group = high or group
        over = high or (group if low else "")
        both = f"{over}{_LEVELS}{low}"
        if not low or not over or over == low:
            names.append(low or over)
        elif fold(low) in known and fold(both) not in known:
            names.append(low)
        else:
            names.append(both)
    return tuple(names)


def _texts(cells: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(" ".join(shown_text(cell).split()) for cell in cells)


def _filled(row: Row) -> int:
    return sum(1 for cell in row.cells if not is_blank(cell))


def _is_word(cell: Cell) -> bool:
    """Whether a cell can be a heading by its kind: text that is neither a number nor a date."""
    if not isinstance(cell, str) or is_blank(cell):
        return False
    return not _NUMBER.fullmatch(str(cell))
