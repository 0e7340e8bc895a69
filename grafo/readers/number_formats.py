"""Which dates a number format shows in part: only the year, or the year and the month.

A spreadsheet keeps a whole day behind "2010" and "mar-05"; the day is the program's, not the
writer's. Formats are told as Excel writes them (ECMA-376 part 1, 18.8.31), whatever the
language of the program.
"""

from __future__ import annotations

import datetime
import re
from typing import Literal

from grafo.readers.rows import Cell, PartialDate

Shown = Literal["year", "month"]

# What a format holds besides its codes: text in quotes, escaped and padding signs, colours,
# conditions and languages in brackets.
_ASIDE = re.compile(r'"[^"]*"?|\\.|[_*].|\[[^\]]*\]')
_GENERAL = re.compile("general|standard", re.IGNORECASE)
# Elapsed time, [h] or [mm], stands in brackets too, and is no date.
_ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
# The only built-in format without a day, the same in every language (18.8.30).
BUILT_IN: dict[int, Shown] = {17: "month"}
# A year typed into a cell that is formatted as a date is a day of 1904 or 1905; the cell shows
# "1905", which nobody typed.
_YEARS_AS_DAYS = range(1800, 2101)
_DAY_ZERO = datetime.date(1899, 12, 30)


def shown_by(code: str) -> Shown | None:
    """Return what a format shows of a date; None for all of it, and for what is no date.

    >>> shown_by('mmmm" de "yyyy'), shown_by("yyyy"), shown_by("dd/mm/yyyy"), shown_by("0.00")
    ('month', 'year', None, None)
    """
    # Sections for negative numbers and text follow the first semicolon.
    if _ELAPSED.search(code):
        return None
    bare = _GENERAL.sub("", _ASIDE.sub("", code)).split(";")[0].casefold()
    if not ("y" in bare or re.search("e(?![+-])", bare)) or re.search("[dhs]|am/pm", bare):
        return None
    return "month" if "m" in bare else "year"


def as_shown(cell: Cell, shown: Shown) -> Cell:
    """Return a date as far as its cell shows it; any other cell as it is.

    >>> as_shown(datetime.date(2005, 3, 1), "month")
    PartialDate(text='2005-03')
    """
    if not isinstance(cell, datetime.date):
        return cell
    day = cell.date() if isinstance(cell, datetime.datetime) else cell
    if (day - _DAY_ZERO).days in _YEARS_AS_DAYS:
        return cell
    return PartialDate(f"{day.year:04}" if shown == "year" else f"{day.year:04}-{day.month:02}")
