"""Dates as registers write them, read without inventing what they do not say.

A format is a pattern such as `dd/mm/yyyy`, `d 'de' MMMM 'de' yyyy`, `MMMM yyyy` or `yyyy`:
yyyy, yy · m, mm (number), MMM, MMMM (name, in any language of CLDR) · d, dd; text in quotes
stands for itself. `auto` reads every form whose reading is beyond doubt: ISO days and moments,
numbers with the year last (in the order that the column shows) or first, months in words, in
Roman or East Asian signs, months and years alone.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from functools import cache
from typing import Annotated, Any

from pydantic import AfterValidator

from grafo.language import say
from grafo.loading.date_marks import doubt, typed_year, with_unknown_parts, without_time
from grafo.loading.date_parts import (
    DAY_FIRST,
    YEARS,
    Habit,
    NotADate,
    Understood,
    full_year,
    iso,
)
from grafo.loading.date_words import months_of, spelled

__all__ = ["AUTO", "YEARS", "DateFormat", "NotADate", "read_date", "reads", "understand"]

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
    "mm.yyyy",
    "yyyy-mm",
    "yyyy",
)
# Day and month in numbers, the year last: which of the two is the day, the column must tell.
NUMERIC = re.compile(r"(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4})\.?")
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})\s*([/.-])\s*(?P<month>\d{1,2})\s*\2\s*(?P<day>\d{1,2})\.?"
)
_COMPACT = re.compile(r"(?P<year>1[5-9]\d\d|20\d\d)(?P<month>\d\d)(?P<day>\d\d)")
_SHORT_YEAR = re.compile(r"['’\u00b4`](\d{2})")
_FOOTNOTE = re.compile(r"(?<=[\d.])\s*(?:[*†‡]+|\[\d{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹]+)$")
_LONGEST = 100  # a weekday, a day, a month and a year in words stay well below
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012–—\u2212", "-"))
# Put behind a date in the quarantine file that its column left in doubt; taken off by hand.
SWAPPABLE = "(dd/mm? mm/dd?)"
# ISO days are always read, whatever a loader accepts: that is how grafo writes a date cell to
# the quarantine file.
_ALWAYS = "yyyy-mm-dd"

_TOKEN = re.compile(r"yyyy|yy|MMMM|MMM|mm?|dd?|'([^']*)'|\s+|.", re.DOTALL)
_PARTS = {
    "yyyy": r"(?P<year>\d{4})",
    "yy": r"(?P<short>\d{2})",
    "MMMM": r"(?P<name>[^\d\s.,/()_-]+)\.?",
    "MMM": r"(?P<name>[^\d\s.,/()_-]+)\.?",
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


def read_date(cell: Any, formats: list[str], habit: Habit = DAY_FIRST) -> str:
    """Return a cell as ISO text that stops where the cell stops: 1995, 1995-05 or 1995-05-03.

    >>> read_date("3 de mayo de 1995", ["auto"]), read_date("mayo de 1995", ["auto"])
    ('1995-05-03', '1995-05')

    Raises:
        NotADate: no format reads it, or the day does not exist.
    """
    return understand(cell, formats, habit).iso


def understand(cell: Any, formats: list[str], habit: Habit = DAY_FIRST) -> Understood:
    """Return a cell as a date, with what a person should know of how it was read.

    Raises:
        NotADate: no format reads it, the day does not exist, or day and month may be swapped.
    """
    if isinstance(cell, dt.datetime):
        cell = cell.date()
    if isinstance(cell, dt.date):
        if "auto" in formats and (year := typed_year(cell)):
            raise NotADate(
                say(
                    f"la celda muestra {cell}, que es lo que sale de escribir el año {year} en una "
                    "celda con formato de fecha; escriba el año en una celda de texto, o la fecha "
                    "como texto si es de 1905",
                    f"the cell shows {cell}, which is what the year {year} becomes when typed into "
                    "a cell formatted as a date; write the year in a text cell, or the date as "
                    "text if it is of 1905",
                )
            )
        return Understood(iso(cell.year, cell.month, cell.day, str(cell)))
    text = " ".join(str(cell).translate(_DASHES).split())
    if len(text) > _LONGEST:
        raise NotADate(
            say(
                f"{text[:_LONGEST]!r}… no es una fecha: es demasiado largo",
                f"{text[:_LONGEST]!r}… is not a date: it is too long",
            )
        )
    date, elsewhere = without_time(text)
    read = _read_text(date, formats, habit)
    if isinstance(read, NotADate) and date != text:
        read = _read_text(text, formats, habit)
    if isinstance(read, NotADate):
        raise read
    if elsewhere and not read.remark:
        return Understood(read.iso, "utc")
    return read


def reads(text: str, pattern: str) -> bool:
    """Tell whether one format, and no other, reads a text as a date that exists."""
    return isinstance(_read_text(" ".join(text.split()), [pattern], DAY_FIRST), Understood)


def _read_text(text: str, formats: list[str], habit: Habit) -> Understood | NotADate:
    impossible: NotADate | None = None
    for pattern in (*formats, _ALWAYS):
        try:
            read = _auto(text, habit) if pattern == "auto" else _by_pattern(text, pattern)
        except NotADate as error:
            if error.swappable:
                return error  # another format would only swap it
            impossible = impossible or error
            continue
        if read is not None:
            return read
    if impossible:
        return impossible
    listed = ", ".join(formats)
    return doubt(text) or NotADate(
        say(
            f"{text!r} no es una fecha en ningún formato aceptado ({listed})",
            f"{text!r} is not a date in any accepted format ({listed})",
        )
    )


def _by_pattern(text: str, pattern: str) -> Understood | None:
    found = _compiled(pattern).fullmatch(text)
    if not found:
        return None
    parts = found.groupdict()
    year_text, month_text, day = parts.get("year"), parts.get("month"), parts.get("day")
    year = int(year_text) if year_text else full_year(int(parts["short"] or 0))
    month = int(month_text) if month_text else None
    if name := parts.get("name"):
        named = set(months_of(name).values())
        if len(named) != 1:
            raise NotADate(
                say(f"{text!r}: {name!r} no es un mes", f"{text!r} names no month: {name!r}")
            )
        month = named.pop()
    return Understood(iso(year, month, int(day) if day else None, text))


def _auto(text: str, habit: Habit) -> Understood | None:
    """Read what is beyond doubt; None when the text is nothing of the kind."""
    if text.endswith(SWAPPABLE):
        raise _unsure(text.removesuffix(SWAPPABLE).strip())
    marked = _FOOTNOTE.sub("", text)
    if marked != text:
        read = _auto(marked, habit)
        return Understood(read.iso, read.remark or "marked") if read else None
    text = unicodedata.normalize("NFKC", text).rstrip(" ,;")
    if partial := with_unknown_parts(text):
        return partial
    if found := NUMERIC.fullmatch(text):
        return _numeric(text, found, habit)
    return _in_numbers(text) or _in_other_forms(text, habit)


def _in_numbers(text: str) -> Understood | None:
    """Read what begins with the year, or is a year or a month of one."""
    if found := _YEAR_FIRST.fullmatch(text) or _COMPACT.fullmatch(text):
        year, month, day = (int(found[part]) for part in ("year", "month", "day"))
        return Understood(iso(year, month, day, text))
    if found := _SHORT_YEAR.fullmatch(text):
        return Understood(iso(full_year(int(found[1])), None, None, text), "two-digit")
    for pattern in ("mm/yyyy", "mm.yyyy", "yyyy-mm", "yyyy"):
        if _compiled(pattern).fullmatch(text):
            if pattern == "yyyy-mm" and int(text[5:]) > _MONTHS:
                break  # "1985-90" is a span
            return _by_pattern(text, pattern)
    return None


def _in_other_forms(text: str, habit: Habit) -> Understood | None:
    if about := doubt(text):
        raise about
    return spelled(text, habit)


_MONTHS = 12


def _numeric(text: str, found: re.Match[str], habit: Habit) -> Understood:
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    order = habit.dotted if found[2] == "." else habit.order
    if order == "open":
        if first <= _MONTHS and second <= _MONTHS and first != second:
            raise _unsure(text)
        order = "month" if second > _MONTHS else "day"
    day, month = (first, second) if order == "day" else (second, first)
    known = iso(year, month, day, text)
    in_1905 = typed_year(dt.date.fromisoformat(known)) is not None
    return Understood(known, "typed-year" if in_1905 else None)


def _unsure(text: str) -> NotADate:
    return NotADate(
        say(
            f"{text!r}: la columna trae fechas con el día primero y con el mes primero; escriba "
            "ésta como aaaa-mm-dd",
            f"{text!r}: the column has dates with the day first and with the month first; write "
            "this one as yyyy-mm-dd",
        ),
        swappable=True,
    )
