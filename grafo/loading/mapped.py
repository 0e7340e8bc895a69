"""Words of a column to the values its map gives them: as written, else beyond doubt, else not.

A word is looked up as written. What is not there is tried without a footnote mark or a bracket,
and in the other genders and numbers of its language; both are noted. A bracket that says another
thing than the word ("Vigente (cancelado)"), a question mark or a negation leaves it unknown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from grafo.loading.columns import REST
from grafo.text import fold

_FOOTNOTE = re.compile(
    r"(?<=\w)\s*(?:[*†‡§#]+|[¹²³⁴⁵⁶⁷⁸⁹]+|\[(?:\d{1,2}|[A-Za-z])\]|\(\d{1,2}\)|\(\*+\))\s*$"
)
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
# "Cancelado(a)", "Renovado/a", "échu(e)s": both genders at once.
_BOTH_GENDERS = re.compile(r"(?<=\w)(?:\((?:a|o|e|s|as|os|es)\)s?|/(?:a|o|as|os)\b|@s?\b)")
_ENDING = re.compile(r"(?:[aoe]s?|s)$")
_SHORTEST_STEM = 5
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_LONGEST_BRACKET = 12  # words; longer ones say something of their own

Found = tuple[str, str]


@lru_cache(maxsize=512)
def _table(items: tuple[tuple[str, str], ...]) -> tuple[dict[str, Found], dict[str, Found | None]]:
    """Return the map by folded word and by stem; a stem that two values share is None."""
    words: dict[str, Found] = {}
    stems: dict[str, Found | None] = {}
    for key, value in items:
        if key == REST:
            continue
        words[fold(key)] = (key, value)
        stem = _stem(key)
        other = stems.get(stem, (key, value))
        stems[stem] = (key, value) if other and other[1] == value else None
    return words, stems


def look_up(mapping: Mapping[str, str], text: str) -> Found | None:
    """Return the key that a text is taken for and its value, or None when the map has none.

    >>> look_up({"Cancelado": "withdrawn", "Vigente": "in-force"}, "CANCELADA (2019)")
    ('Cancelado', 'withdrawn')
    >>> look_up({"Vigente": "in-force"}, "No vigente") is None
    True
    """
    words, stems = _table(tuple(mapping.items()))
    if "?" in text and not any("?" in key for key in mapping):
        return None
    if text and not fold(text):  # signs alone are no empty cell
        return next(((key, value) for key, value in mapping.items() if key == text), None)
    if known := words.get(fold(text)):
        return known
    bare = _BOTH_GENDERS.sub("", _FOOTNOTE.sub("", text)).strip()
    inside = " ".join(_BRACKET.findall(bare))
    outside = " ".join(_BRACKET.sub(" ", bare).split())
    for candidate in (bare, outside):
        if not candidate:
            continue
        found = words.get(fold(candidate)) or stems.get(_stem(candidate))
        if found and not (candidate == outside and _says_other(found, inside, stems)):
            return found
    return None


def _says_other(found: Found, inside: str, stems: Mapping[str, Found | None]) -> bool:
    """Whether a bracket says more than a year or a number: "Vigente (suspendido)" may be either.

    Words that the map gives the same value add nothing.
    """
    pieces = fold(inside).split()
    if len(pieces) > _LONGEST_BRACKET or len(_YEAR.findall(inside)) > 1:  # "(1995-2005)" has ended
        return True
    words = [piece for piece in pieces if not piece.isdecimal()]
    same = stems.get(_stem(" ".join(words)))
    return bool(words) and (same is None or same[1] != found[1])


_NEGATIONS = frozenset("no sin not non nao sem nicht ohne nie bez ya never until hasta".split())


def is_negated(text: str) -> bool:
    """Tell whether a text says of something that it is not: "No vigente", "Sin actividad"."""
    words = fold(text).split()
    return any(word in _NEGATIONS for word in words) or fold(text).startswith("dej")


@lru_cache(maxsize=4096)
def _stem(text: str) -> str:
    """Return words without the endings that tell gender and number.

    >>> _stem("Canceladas"), _stem("En vigor")
    ('cancelad', 'en vigor')
    """
    stems = []
    for word in fold(text).split():
        cut = _ENDING.sub("", word)
        stems.append(cut if len(cut) >= _SHORTEST_STEM else word)
    return " ".join(stems)
