"""Dates that may be partial: ISO 8601 text that stops at the year or the month.

A register that says only "1995" must not become 1 January 1995. Such text sorts in time
order and its length tells its precision, in Python and in Cypher alike.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal

Precision = Literal["day", "month", "year"]

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def is_partial_date(text: str) -> bool:
    """Tell whether `text` is 1995, 1995-05 or 1995-05-03, with a month and day that exist.

    >>> is_partial_date("2003-02-31")
    False
    """
    found = _PARTIAL.fullmatch(text)
    if not found:
        return False
    try:
        dt.date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return False
    return True


def precision(text: str) -> Precision:
    """Return how precise a partial date is, from its length.

    >>> precision("1995-05")
    'month'
    """
    match len(text):
        case 4:
            return "year"
        case 7:
            return "month"
        case _:
            return "day"


def compatible(one: str, other: str) -> bool:
    """Tell whether two partial dates can be the same day: one is a prefix of the other.

    >>> compatible("1995", "1995-05-03"), compatible("1995-05", "1995-06")
    (True, False)
    """
    return one.startswith(other) or other.startswith(one)
