"""What the text beside a date shows of it, for files that keep the text and not its format."""

from __future__ import annotations

import datetime
import re
from functools import cache

from babel import Locale
from babel.dates import get_month_names

from grafo.readers.number_formats import Shown
from grafo.readers.rows import Cell
from grafo.text import fold

# Those that spreadsheets of this field are written in; a name that is not known changes nothing.
_LANGUAGES = (
    "es en pt fr it de ca gl eu nl da sv nb fi is et lv lt pl cs sk hu ro bg hr sr sl mk sq el tr "
    "ru uk be ka hy az kk mn he ar fa hi id ms vi fil sw zh ja ko th"
).split()
_DIGITS = re.compile(r"\d+")


def shown_in(text: str, cell: Cell) -> Shown | None:
    """Return what `text` shows of the date in `cell`; None for all of it, and where in doubt.

    >>> shown_in("mar-05", datetime.date(2005, 3, 1)), shown_in("2005", datetime.date(2005, 3, 1))
    ('month', 'year')
    >>> shown_in("05/01", datetime.date(2001, 5, 1))
    """
    if not isinstance(cell, datetime.date) or not text:
        return None
    numbers = _DIGITS.findall(text)
    year = f"{cell.year:04}"
    if numbers == [year] and not any(ch.isalpha() for ch in text):
        return "year"
    if numbers == [year[2:]] and int(year[2:]) == cell.day:
        return None
    if numbers in ([year], [year[2:]]):
        words = fold(_DIGITS.sub(" ", text)).split()
        return "month" if any(word in _months()[cell.month] for word in words) else None
    months = (str(cell.month), f"{cell.month:02}")
    if any(numbers in ([month, year], [year, month]) for month in months):
        return "month"
    return None


@cache
def _months() -> dict[int, frozenset[str]]:
    """Return the names of each month, folded, in many languages."""
    found: dict[int, set[str]] = {number: set() for number in range(1, 13)}
    for language in _LANGUAGES:
        locale = Locale.parse(language)
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in get_month_names(width, context, locale).items():
                    found[number] |= {fold(name), fold(name).split(" ")[0]}
    # Spanish programs cut September to three letters as well as to four.
    found[9].add("sep")
    return {number: frozenset(names - {""}) for number, names in found.items()}
