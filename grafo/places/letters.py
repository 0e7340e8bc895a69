"""Letters that tell places apart: Kåge is not Køge, and Grafenberg need not be Gräfenberg.

Names are looked up by their folded form, which drops accents; most accents only help to read
(Leon, León). Some letters are letters of their own, and people leave their marks out when a
keyboard lacks them. So a name is held against how the place is really written.
"""

from __future__ import annotations

import unicodedata
from enum import IntEnum
from functools import lru_cache

from grafo.text import fold

# Letters of their own in the languages that have them: German, Nordic, Hungarian, Polish,
# Turkish, Romanian, Croatian, Icelandic. Not the accents of the Romance languages, nor ñ and ç.
LETTERS_OF_THEIR_OWN = frozenset("äöüßåøæőűłıđðþ")


class Spelling(IntEnum):
    """How a name as written relates to a form that the place is known by."""

    SAME = 0
    """No letter of its own differs."""
    FOLDED = 1
    """One has a letter of its own where the other has a plain one."""
    OTHER = 2
    """Both have letters of their own, and different ones."""


def spelling(written: str, form: str) -> Spelling:
    """Compare a form with that part of the written text that folds to the same.

    >>> spelling("Köge", "Køge").name, spelling("Koge kommune", "Køge").name
    ('OTHER', 'FOLDED')
    >>> spelling("Leon", "León").name
    'SAME'
    """
    if not tells_apart(written) and not tells_apart(form):
        return Spelling.SAME
    text, marks = _marked(written)
    key, wanted = _marked(form)
    at = f" {text} ".find(f" {key} ")
    if at < 0:  # respelt on the way here: nothing to compare
        return Spelling.SAME
    worst = Spelling.SAME
    for one, other in zip(marks[at : at + len(key)], wanted, strict=True):
        if one == other:
            continue
        if one and other:
            return Spelling.OTHER
        worst = Spelling.FOLDED
    return worst


@lru_cache(maxsize=1 << 14)
def _marked(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the folded text and, for each of its characters, the letter of its own that it
    stands for, or ""."""
    folded: list[str] = []
    marks: list[str] = []
    for letter in unicodedata.normalize("NFC", text).casefold().replace("ss", "ß"):
        if unicodedata.combining(letter):  # casefolding takes the dot of a Turkish İ apart
            continue
        plain = fold(letter)
        if not plain:
            if folded and folded[-1] != " ":
                folded.append(" ")
                marks.append("")
            continue
        # ß and ss are written for each other; casefolding has made them one.
        own = letter if letter in LETTERS_OF_THEIR_OWN and letter != "ß" else ""
        folded.extend(plain)
        marks.extend([own, *[""] * (len(plain) - 1)])
    while folded and folded[-1] == " ":
        folded.pop()
        marks.pop()
    return "".join(folded), tuple(marks)


@lru_cache(maxsize=1 << 14)
def tells_apart(name: str) -> bool:
    """Tell whether a name has letters of its own, so that its folded form loses something."""
    return not LETTERS_OF_THEIR_OWN.isdisjoint(name.casefold())
