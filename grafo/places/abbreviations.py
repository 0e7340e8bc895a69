"""What abbreviations stand for, country by country: data/abbreviations.csv.

A row's use says where it is read: `wording` at the beginning of a name ("Gob. del Edo. de …"),
`name` anywhere in one ("San Fco. del Rincón"), `division` for a state or province beside a
name or wrapped ("Denver, Colo.", "Gobierno de N.L."; the gazetteer holds these), `area` for
the code of a smaller division beside a name ("Rho (MI)", "Vénissieux (69)").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from grafo.places.entries import table
from grafo.text import fold

TABLE = "abbreviations.csv"
DIVISION = "division"
_WORD = re.compile(r"(\w+)([./]?)")
_LONGEST = 4
_LONGEST_CODE = 5
_MOST_READINGS = 4
# What may stand between the abbreviated words around a name: "Gob. del Edo. de".
_BETWEEN = frozenset("del de la el los las the of do da h y".split())
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class _Row:
    written: str
    countries: frozenset[str]
    use: str
    stands_for: str


def spelled_out(folded: str, country: str | None = None) -> str:
    """Return the folded name with the abbreviated words around it written in full.

    >>> spelled_out("gob del edo de gto")
    'gobierno del estado de gto'
    """
    words = folded.split(" ")
    known = _known("wording", country)
    spelled: list[str] = []
    while words and len(spelled) < _MOST_WORDS:
        length = next((n for n in (2, 1) if tuple(words[:n]) in known and len(words) > n), 0)
        if length:
            spelled.append(known[tuple(words[:length])][0])
            words = words[length:]
        elif len(words) > 1 and (words[0] in _BETWEEN or words[0] in _in_words(country)):
            spelled.append(words.pop(0))
        else:
            break
    return " ".join((*spelled, *words))


def in_full(written: str, country: str | None) -> list[str]:
    """Return the folded readings of a name whose words are abbreviated; none if none is.

    A single letter counts only with its point: "S. Francisco", but not "Distrito S".

    >>> in_full("San Fco. del Rincón", "MX")
    ['san francisco del rincon']
    """
    known = _known("name", country)
    if not known:
        return []
    words = [(fold(word), sign) for word, sign in _WORD.findall(written)]
    parts: list[list[str]] = []
    at, changed = 0, False
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            run = words[at : at + length]
            options = known.get(tuple(word for word, _ in run))
            if options and all(sign or len(word) > 1 for word, sign in run):
                parts.append(options)
                changed = True
                break
        else:
            length = 1
            parts.append([words[at][0]])
        at += length
    if not changed:
        return []
    return [" ".join(reading) for reading in islice(product(*parts), _MOST_READINGS)]


def area(text: str, country: str | None) -> str | None:
    """Return what the code of a province or département stands for: "MI" in Italy."""
    code = text.strip(" .")
    return _areas().get((country or "", code)) if code else None


def divisions() -> Iterator[tuple[int, str, str, str]]:
    """Yield row, country, abbreviation and id for each abbreviated division."""
    for number, row in table(TABLE):
        if row["use"] == DIVISION:
            yield number, row["countries"], row["written"], row["stands_for"]


def abbreviates_division(folded: str, country: str) -> bool:
    """Tell whether a folded text is one of the table's abbreviations of a country's divisions."""
    return (country, folded) in _divisions()


def is_code(text: str) -> bool:
    """Tell whether a text is written as an abbreviation: short in capitals, or with a point."""
    return "." in text or (text.isupper() and len(text) <= _LONGEST_CODE)


@lru_cache(maxsize=512)
def _in_words(country: str | None) -> frozenset[str]:
    """Return the words that are at times abbreviated around names: "gobierno", "estado"."""
    return frozenset(full for fulls in _known("wording", country).values() for full in fulls)


@lru_cache(maxsize=512)
def _known(use: str, country: str | None) -> dict[tuple[str, ...], list[str]]:
    known: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for row in _rows():
        if row.use == use and (country in row.countries or not row.countries):
            known[tuple(fold(row.written).split(" "))].append(row.stands_for)
    return dict(known)


@lru_cache(maxsize=1)
def _areas() -> dict[tuple[str, str], str]:
    return {
        (country, row.written): row.stands_for
        for row in _rows()
        if row.use == "area"
        for country in row.countries
    }


@lru_cache(maxsize=1)
def _divisions() -> frozenset[tuple[str, str]]:
    return frozenset((country, fold(written)) for _, country, written, _ in divisions())


@lru_cache(maxsize=1)
def _rows() -> tuple[_Row, ...]:
    return tuple(
        _Row(row["written"], frozenset(row["countries"].split()), row["use"], row["stands_for"])
        for _, row in table(TABLE)
    )
