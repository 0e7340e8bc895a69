"""Dates as registers write them, read without inventing what they do not say.

A format is a pattern such as `dd/mm/yyyy`, `d 'de' MMMM 'de' yyyy`, `MMMM yyyy` or `yyyy`:
yyyy, yy · m, mm (number), MMM, MMMM (name, Spanish or English) · d, dd; text in quotes
stands for itself. `auto` tries every format below whose reading is beyond doubt in Spanish.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

from pydantic import AfterValidator

from grafo.language import say
from grafo.text import fold

AUTO = (
    "yyyy-mm-dd",
    "dd/mm/yyyy",
    "dd-mm-yyyy",
    "dd.mm.yyyy",
    "d 'de' MMMM 'de' yyyy",
    "d 'de' MMMM 'del' yyyy",
    "d MMMM yyyy",
    "dd-MMM-yyyy",
    "dd/MMM/yyyy",
    "MMMM d, yyyy",
    "MMMM 'de' yyyy",
    "MMMM 'del' yyyy",
    "MMMM yyyy",
    "MMM-yyyy",
    "mm/yyyy",
    "yyyy-mm",
    "yyyy",
)
# A register of agreements between governments; anything else is a slip of the keyboard.
YEARS = range(1800, 2101)

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "enero ene january jan",
            "febrero feb february",
            "marzo mar march",
            "abril abr april apr",
            "mayo may",
            "junio jun june",
            "julio jul july",
            "agosto ago august aug",
            "septiembre setiembre sep sept set september",
            "octubre oct october",
            "noviembre nov november",
            "diciembre dic december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_TOKEN = re.compile(r"yyyy|yy|MMMM|MMM|mm?|dd?|'([^']*)'|\s+|.", re.DOTALL)
_PARTS = {
    "yyyy": r"(?P<year>\d{4})",
    "yy": r"(?P<short>\d{2})",
    "MMMM": r"(?P<name>[^\W\d_]+)\.?",
    "MMM": r"(?P<name>[^\W\d_]+)\.?",
    "m": r"(?P<month>\d{1,2})",
    "mm": r"(?P<month>\d{1,2})",
    # "1º", "1o." and "1er" are how the first of a month is often written.
    "d": r"(?P<day>\d{1,2})(?:\s?(?:º|°|o|er|ro)\.?)?",
    "dd": r"(?P<day>\d{1,2})",
}


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    parts = []
    for token in _TOKEN.finditer(pattern):
        text = token[0]
        if text in _PARTS:
            parts.append(_PARTS[text])
        elif text.isspace():
            parts.append(r"\s+")
        else:
            literal = token[1] if token[1] is not None else text
            parts.append(re.escape(literal))
    return re.compile("".join(parts), re.IGNORECASE)


def _checked(pattern: str) -> str:
    if pattern == "auto":
        return pattern
    try:
        groups = _compiled(pattern).groupindex
    except re.error:
        raise ValueError(f"{pattern!r} names a part of the date twice") from None
    if not {"year", "short"} & groups.keys():
        raise ValueError(
            f"{pattern!r} has no year; a format is made of yyyy, mm, MMMM and dd, "
            "such as dd/mm/yyyy"
        )
    if "day" in groups and not {"month", "name"} & groups.keys():
        raise ValueError(f"{pattern!r} has a day but no month")
    return pattern


DateFormat = Annotated[str, AfterValidator(_checked)]


@dataclass(frozen=True, slots=True)
class NotADate(Exception):
    """A cell that no accepted format reads; `reason` is a sentence for the quarantine file."""

    reason: str


def read_date(cell: Any, formats: list[str]) -> str:
    """Return a cell as ISO text that stops where the cell stops: 1995, 1995-05 or 1995-05-03.

    >>> read_date("3 de mayo de 1995", ["auto"]), read_date("mayo de 1995", ["auto"])
    ('1995-05-03', '1995-05')

    Raises:
        NotADate: no format reads it, or the day does not exist.
    """
    if isinstance(cell, dt.datetime):
        cell = cell.date()
    if isinstance(cell, dt.date):
        return _iso(cell.year, cell.month, cell.day, str(cell))
    # ISO days are always read: that is how grafo writes a date cell to the quarantine file.
    read = _read_text(" ".join(str(cell).split()), [*formats, "yyyy-mm-dd"])
    if isinstance(read, NotADate):
        raise read
    return read


def reads(text: str, pattern: str) -> bool:
    """Tell whether one format, and no other, reads a text as a date that exists."""
    return isinstance(_read_text(" ".join(text.split()), [pattern]), str)


def _read_text(text: str, formats: list[str]) -> str | NotADate:
    impossible: NotADate | None = None
    for pattern in (p for f in formats for p in (AUTO if f == "auto" else (f,))):
        if found := _compiled(pattern).fullmatch(text):
            try:
                return _from_parts(found.groupdict(), text)
            except NotADate as error:
                impossible = impossible or error
    if impossible:
        return impossible
    listed = ", ".join(formats)
    return NotADate(
        say(
            f"{text!r} no es una fecha en ningún formato aceptado ({listed})",
            f"{text!r} is not a date in any accepted format ({listed})",
        )
    )


def _from_parts(parts: dict[str, str | None], text: str) -> str:
    if year_text := parts.get("year"):
        year = int(year_text)
    else:
        short = int(parts["short"] or 0)
        year = short + (1900 if short >= 50 else 2000)
    month: int | None = None
    if name := parts.get("name"):
        month = _MONTHS.get(fold(name))
        if month is None:
            raise NotADate(
                say(f"{text!r}: {name!r} no es un mes", f"{text!r} names no month: {name!r}")
            )
    elif number := parts.get("month"):
        month = int(number)
    day = parts.get("day")
    return _iso(year, month, int(day) if day else None, text)


def _iso(year: int, month: int | None, day: int | None, text: str) -> str:
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
