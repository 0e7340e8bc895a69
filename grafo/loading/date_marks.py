"""What stands in date cells and is no date: marks of nothing, of doubt, of a time of day."""

from __future__ import annotations

import datetime as dt
import re

from grafo.language import say
from grafo.loading.date_parts import NotADate, Understood, iso

# How registers and data bases write "no date". Only in a date column: elsewhere NA is Namibia,
# 0 a number and `?` a doubt. Compared without case, spaces, brackets and final point.
_WORDS = """
    na n/a n.a n.a. nan nat null none nil #n/a n/d n.d n.d. nd s/d s.d s.d. sd s/f s.f s.f. sf
    s/data s/fecha k.a k.a. ka o.d o.d. o.j o.j. b.d b.d. bd 0 00 0000 9999 99999999
    0000-00-00 00000000 9999-12-31 0001-01-01 1900-01-00 1899-12-30 1899-12-31 00/01/1900
    00/00/0000 00-00-0000 00.00.0000 0/0/0000 31/12/9999 31-12-9999 31.12.9999 12/31/9999
    01/01/0001 30/12/1899 99/99/9999 99-99-9999 9999-99-99 ? ?? ??? ???? x xx xxx xxxx
    xx/xx/xxxx xx-xx-xxxx xxxx-xx-xx ??/??/???? ????-??-?? --/--/---- // . .. ... … _ __ - --
    --- – — * / undated unknown brak nieznana unbekannt unbestimmt inconnu inconnue
    desconocida desconocido desconhecida ignota sconosciuta onbekend okänt ukjent ukendt
    tuntematon neznámé ismeretlen
    """.split()
_PHRASES = """
    sin fecha, sin dato, sin datos, se desconoce, no consta, no disponible, no aplica,
    no especificada, no especificado, sin especificar, sin información, sin informacion,
    no date, not known, not available, not applicable, not dated, not stated, date unknown,
    ohne datum, ohne angabe, keine angabe, kein datum, nicht bekannt, sans date, non daté,
    non datée, date inconnue, non disponible, senza data, non disponibile, sem data,
    não consta, nao consta, não disponível, brak daty, brak danych, bez daty, bez data,
    bez data., geen datum, utan datum, uten dato, uden dato, sense data, datarik gabe,
    fără dată, нет данных, без даты, не указана, không rõ, tarihsiz,
    """
_NOTHING = frozenset(_WORDS) | {" ".join(phrase.split()) for phrase in _PHRASES.split(",")} - {""}
_MARKS = re.compile(r"[\s(\[{]*(.*?)[\s)\]}]*", re.DOTALL)
# What date columns of data bases hold in place of nothing, as date cells.
_LAST_YEAR, _FIRST_YEARS = 9999, (1, 1899)

_TIME = re.compile(
    r"(?P<date>.*\d\.?)(?:[T\s]|,\s)\s*(?P<time>\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?)"
    r"\s*(?:[ap]\.?\s?m\.?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?",
    re.IGNORECASE,
)

_UNKNOWN = r"(?:XX|xx|\?{1,2}|__|--|\*\*)"
_ISO_PARTS = re.compile(
    rf"(?P<year>\d{{4}})-(?P<month>\d{{2}}|{_UNKNOWN})-(?P<day>\d{{2}}|{_UNKNOWN})"
)
_DAY_PARTS = re.compile(
    rf"(?P<day>\d{{1,2}}|{_UNKNOWN})(?P<sep>[/.-])(?P<month>\d{{1,2}}|{_UNKNOWN})(?P=sep)(?P<year>\d{{4}})"
)

_ABOUT = re.compile(
    r"(?:(?:(?:c|ca|cca|circa|hacia|aprox\w*|approx\w*|about|around|vers|env|environ|um|etwa|verso"
    r"|alrededor|cerca|por volta|około|ok|kolem|omkring|rond|noin|körül)\b|[~≈±])\.?\s*.*\d.*"
    r"|.*\d.*(?:\?|\baprox\w*\.?|\bapprox\w*\.?|\bcirca|\bca\.?|\(c\.?\))\W*)",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"(?:\d{4})\s*(?:[-/]|a|al|to|bis|à|até|y|and|und|et|do)\s*(?:\d{4}|\d{2})", re.IGNORECASE
)

_EPOCH = dt.date(1899, 12, 30)  # of a spreadsheet's serial numbers
_SERIALS = range(10_000, 75_000)  # 1927 to 2105
_SHORT_YEAR = re.compile(r"\d{1,2}([/.-])\d{1,2}\1\d{2}")
_TYPED_YEARS = range(1800, 2101)


def says_no_date(text: str) -> bool:
    """Tell whether a text in a date column says that there is no date.

    >>> says_no_date("S/F"), says_no_date("(sin fecha)"), says_no_date("1995")
    (True, True, False)
    """
    whole = " ".join(text.casefold().split())
    inner = _MARKS.fullmatch(whole)
    return bool({whole, whole.rstrip("."), inner[1] if inner else whole} & _NOTHING)


def is_no_day(day: dt.date) -> bool:
    """Tell whether a date cell holds what data bases store for "never": 9999, 1, serial 0."""
    return day.year == _LAST_YEAR or day.year in _FIRST_YEARS


def typed_year(day: dt.date) -> int | None:
    """Return the year that somebody may have typed into a cell formatted as a date, or None.

    A spreadsheet takes 1998 for the 1998th day since 1900 and shows 20/06/1905.

    >>> typed_year(dt.date(1905, 6, 20))
    1998
    """
    serial = (day - _EPOCH).days
    return serial if serial in _TYPED_YEARS else None


def without_time(text: str) -> tuple[str, bool]:
    """Return the date of a date-time, and whether its hour is told for another zone.

    >>> without_time("1995-05-02T22:00:00Z"), without_time("03/05/1995")
    (('1995-05-02', True), ('03/05/1995', False))
    """
    found = _TIME.fullmatch(text)
    if not found:
        return text, False
    midnight = not re.search(r"[1-9]", found["time"].replace("12:00", "00:00"))
    return found["date"], bool(found["zone"]) and not midnight


def with_unknown_parts(text: str) -> Understood | None:
    """Return the known part of a date whose other parts are marked as unknown, or None.

    XX, ?? and, in ISO order as data bases write it, 00 mark what is not known. A day without
    a month tells no more than the year.

    >>> with_unknown_parts("1964-XX-16").iso, with_unknown_parts("??/05/1998").iso
    ('1964', '1998-05')

    Raises:
        NotADate: what is known does not exist.
    """
    in_iso = _ISO_PARTS.fullmatch(text)
    found = in_iso or _DAY_PARTS.fullmatch(text)
    if not found:
        return None
    unknown = ("00",) if in_iso else ()
    month, day = (
        int(found[part]) if found[part].isdigit() and found[part] not in unknown else None
        for part in ("month", "day")
    )
    if month is not None and day is not None:
        return None
    if day is not None:
        iso(int(found["year"]), 1, day, text)
    return Understood(iso(int(found["year"]), month, None, text), "unknown-part")


def doubt(text: str) -> NotADate | None:
    """Return why a text that names a time is no date: it is about one, or spans several.

    So is a number that only looks like one: a year of two digits, a spreadsheet's serial.
    """
    if _SHORT_YEAR.fullmatch(text):
        return NotADate(
            say(
                f"{text!r} trae el año en dos cifras y no dice cuál es el día; escriba el formato "
                "en el cargador, como date: [dd/mm/yy]",
                f"{text!r} has a year of two digits and does not say which is the day; give the "
                "format in the loader file, such as date: [dd/mm/yy]",
            )
        )
    if text.isdecimal() and int(text) in _SERIALS:
        day = _EPOCH + dt.timedelta(days=int(text))
        return NotADate(
            say(
                f"{text!r} es un número; si es el de una fecha de hoja de cálculo, {day}, dé "
                "formato de fecha a la columna",
                f"{text!r} is a number; if it is that of a spreadsheet's date, {day}, format the "
                "column as dates",
            )
        )
    if _SPAN.fullmatch(text):
        return NotADate(
            say(
                f"{text!r} es un periodo, no una fecha; escriba una sola",
                f"{text!r} is a span of time, not a date; write a single one",
            )
        )
    if _ABOUT.fullmatch(text):
        return NotADate(
            say(
                f"{text!r} es una fecha aproximada; escriba la que consta, o deje la celda vacía",
                f"{text!r} is an approximate date; write the one that is known, or leave the "
                "cell empty",
            )
        )
    return None
