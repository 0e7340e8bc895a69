"""The end of an agreement as registers state it: "5 años", "Hasta el 31/12/2024", "Indefinida"."""

from __future__ import annotations

import calendar
import re

from grafo.loading.date_formats import NotADate, read_date
from grafo.text import fold

_WORDS = {
    word: number
    for number, words in enumerate(
        (
            "un uno una one",
            "dos two",
            "tres three",
            "cuatro four",
            "cinco five",
            "seis six",
            "siete seven",
            "ocho eight",
            "nueve nine",
            "diez ten",
        ),
        start=1,
    )
    for word in words.split()
}
_SPAN = re.compile(
    r"\b(\d{1,3}|" + "|".join(_WORDS) + r")\s+(ano|anos|year|years|mes|meses|month|months)\b"
)
_UNTIL = re.compile(r"(?:hasta|until|vence)\s*(?:el|al|:)?\s*(.+)", re.IGNORECASE)


def end_of(validity: str, start: str | None) -> str | None:
    """Return when an agreement ends as ISO text, or None when the words do not say.

    A span counts from `start`, at the precision that `start` has.

    >>> end_of("5 años", "2003-05-17"), end_of("5 años", "2003"), end_of("Indefinida", "2003")
    ('2008-05-17', '2008', None)
    """
    if until := _UNTIL.search(validity):
        try:
            return read_date(until[1].strip(" ."), ["auto"])
        except NotADate:
            return None
    span = _SPAN.search(fold(validity))
    if not span or not start:
        return None
    amount = int(span[1]) if span[1].isdigit() else _WORDS[span[1]]
    months = amount if span[2].startswith(("mes", "month")) else amount * 12
    return _later(start, months)


def _later(start: str, months: int) -> str | None:
    parts = [int(part) for part in start.split("-")]
    if len(parts) == 1:
        # Months after a year without a month end in a year that nobody can tell.
        return f"{parts[0] + months // 12:04}" if months % 12 == 0 else None
    total = parts[0] * 12 + parts[1] - 1 + months
    year, month = divmod(total, 12)
    if len(parts) == 2:
        return f"{year:04}-{month + 1:02}"
    # 29 February plus a year is 28 February.
    day = min(parts[2], calendar.monthrange(year, month + 1)[1])
    return f"{year:04}-{month + 1:02}-{day:02}"
