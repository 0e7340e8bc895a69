"""Which sign separates the cells of a text file: comma, semicolon, tab, bar, or none at all."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

CANDIDATES = (",", ";", "\t", "|")
# A noncharacter that no text holds: the whole line is one cell.
ONE_COLUMN = "\uffff"

# Excel writes, and honours, a first line that names the delimiter.
_SEP_LINE = re.compile(r'^\ufeff?"?sep=(.)"?\r?\n?$', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dialect:
    """How the cells of one file are separated."""

    delimiter: str
    # `a, "b, c"`: the quote counts although a space stands before it.
    skip_space: bool = False


@dataclass(frozen=True, slots=True)
class _Fit:
    """How well a dialect explains the sample: the larger, the better."""

    share: float  # of records that have the most common width
    tight: bool  # the sign is not always followed by a space, as a comma in prose is
    first: int  # cells of the first record
    dialect: Dialect


def sep_line(line: str) -> str | None:
    """Return the delimiter that a line like `sep=;` names, None for any other line."""
    found = _SEP_LINE.match(line)
    return found[1] if found else None


def detect_dialect(sample: str, *, whole: bool) -> Dialect:
    """Return the dialect in which most records of the sample have the same number of cells.

    Args:
        sample: the beginning of the file.
        whole: whether it is the entire file; otherwise its last record may be cut and is left out.
    """
    fits = [fit for sign in CANDIDATES if (fit := _fit(sample, Dialect(sign), whole))]
    if not fits:
        return Dialect(ONE_COLUMN)
    best = max(fits, key=lambda fit: (fit.share, fit.tight, fit.first))
    spaced = Dialect(best.dialect.delimiter, skip_space=True)
    if f'{spaced.delimiter} "' in sample:
        fit = _fit(sample, spaced, whole)
        if fit and (fit.share > best.share or (fit.share == best.share and _quoted(sample, best))):
            return spaced
    return best.dialect


def _quoted(sample: str, best: _Fit) -> bool:
    """Whether the cells that begin with a space and a quote all end in a quote, too."""
    found = False
    try:
        for record in _records(sample, best.dialect):
            for cell in record:
                if cell.lstrip(" ").startswith('"') and cell.startswith(" "):
                    found = True
                    if len(cell.strip()) < 2 or not cell.rstrip().endswith('"'):
                        return False
    except csv.Error:
        pass
    return found


def _fit(sample: str, dialect: Dialect, whole: bool) -> _Fit | None:
    """Return how the dialect fits, None when the sign is no delimiter here."""
    sign = dialect.delimiter
    if sign not in sample:
        return None
    widths = _widths(sample, dialect, whole)
    several = Counter(width for width in widths if width > 1)
    if not several:
        return None
    share = max(several.values()) / len(widths)
    tight = re.search(re.escape(sign) + r"[^ \r\n]", sample) is not None
    first = widths[0]
    # "Washington, D.C." under a heading without commas is one cell, however often it occurs.
    if first == 1 and not tight:
        return None
    # Too few rows agree: a sign of the text, unless the first record is clearly made with it.
    if share < 0.5 and (first == 1 or not tight):
        return None
    return _Fit(share, tight, first, Dialect(sign, dialect.skip_space))


def _widths(sample: str, dialect: Dialect, whole: bool) -> list[int]:
    """Return the cells of each record that is not blank, of all where all are."""
    widths: list[int] = []
    blank: list[int] = []
    try:
        for record in _records(sample, dialect):
            filled = any(cell.strip() for cell in record)
            (widths if filled else blank).append(len(record))
    except csv.Error:
        # A field longer than csv's own limit: a quote is not closed. Judge by what came before.
        return widths or [1]
    if not whole and len(widths) > 1:
        widths.pop()
    return widths or blank or [1]


def _records(sample: str, dialect: Dialect) -> Iterable[list[str]]:
    return csv.reader(
        io.StringIO(sample, newline=""),
        delimiter=dialect.delimiter,
        skipinitialspace=dialect.skip_space,
    )
