"""The parts of a date, and how a text that holds one was understood."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from grafo.language import say

# Treaties between cities go back to the Middle Ages; anything else is a slip of the keyboard.
YEARS = range(1000, 2101)
# Two-digit years from here on are of the twentieth century, those below of the twenty-first.
CENTURY_TURNS = 50

Remark = Literal["two-digit", "unknown-part", "utc", "typed-year", "marked"]
Order = Literal["day", "month", "open"]


@dataclass(frozen=True, slots=True)
class NotADate(Exception):
    """A cell that no accepted format reads; `reason` is a sentence for the quarantine file.

    `swappable` when it is a date but for which of its numbers is the day.
    """

    reason: str
    swappable: bool = False


@dataclass(frozen=True, slots=True)
class Understood:
    """A date as ISO text that stops where the cell stops, and what a person should know of it."""

    iso: str
    remark: Remark | None = None


@dataclass(frozen=True, slots=True)
class Habit:
    """How a column writes its dates.

    order      what stands first in 07/09/2001 and 07-09-2001; `open` when the column has both
    dotted     the same for 07.09.2001
    languages  languages of its month names, where a name is another month in another language
    """

    order: Order = "day"
    dotted: Order = "day"
    languages: frozenset[str] = frozenset()


DAY_FIRST = Habit()


def full_year(short: int) -> int:
    """Return the year that two digits stand for.

    >>> full_year(98), full_year(15)
    (1998, 2015)
    """
    return short + (1900 if short >= CENTURY_TURNS else 2000)


def iso(year: int, month: int | None, day: int | None, text: str) -> str:
    """Return ISO text of a date, full or partial; `text` is the cell, for the message.

    Raises:
        NotADate: the year is out of range, or the day does not exist.
    """
    if year not in YEARS:
        years = f"{YEARS.start}-{YEARS.stop - 1}"
        raise NotADate(say(f"{text!r} está fuera de {years}", f"{text!r} is outside {years}"))
    try:
        dt.date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        raise NotADate(
            say(f"{text!r} es un día que no existe", f"{text!r} is a day that does not exist")
        ) from None
    if month is None:
        return f"{year:04}"
    return f"{year:04}-{month:02}" if day is None else f"{year:04}-{month:02}-{day:02}"
