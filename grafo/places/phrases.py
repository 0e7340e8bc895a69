"""A name taken apart: the place itself, and what else the same cell says of where it is.

"Springfield, IL", "Portland (Oregon)", "Mexico City – Coyoacán" and "Bolzano/Bozen" say two
things each. What the second thing is (a division, a country, a larger city, another spelling)
is for the matcher to find out; here only the shape is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Shape = Literal["whole", "qualified", "part", "either"]

_BRACKETS = re.compile(r"^([^()\[\]]+?)\s*[(\[]([^()\[\]]+)[)\]]\s*(.*)$")
# A dash between spaces, "Havana – Cerro"; Cluj-Napoca and Bà Rịa–Vũng Tàu are one name each.
_DASH = re.compile(r"\s+[-\u2010-\u2015]\s+")
_SLASH = re.compile(r"\s*[/|]\s*")
# Control and direction characters, and halves of surrogate pairs, which no file can hold.
_UNSEEN = re.compile(
    "[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+"
)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One reading of a cell: `head` names the place, `qualifiers` say where or what it is.

    `shape` is "part" when the head is named as part of the qualifier, a larger city.
    """

    head: str
    qualifiers: tuple[str, ...] = ()
    shape: Shape = "whole"


def clean(text: str) -> str:
    """Return the text without control and direction characters, spaces joined."""
    return _SPACE.sub(" ", _UNSEEN.sub(" ", text)).strip(" ,;")


def phrases(name: str) -> Iterator[Phrase]:
    """Yield the readings of a cleaned name, the untouched one first.

    >>> [(p.head, p.qualifiers) for p in phrases("Portland (Oregon)")]
    [('Portland (Oregon)', ()), ('Portland', ('Oregon',))]
    """
    yield Phrase(name)
    bracketed = _BRACKETS.match(name)
    if bracketed:
        outside, inside, rest = (part.strip(" ,") for part in bracketed.groups())
        tail = tuple(piece.strip() for piece in rest.split(",") if piece.strip())
        head, *more = (piece.strip() for piece in outside.split(","))
        if head:
            yield Phrase(head, (inside, *more, *tail), "qualified")
        return
    if "," in name:
        head, *tail_parts = (piece.strip() for piece in name.split(","))
        qualifiers = tuple(piece for piece in tail_parts if piece)
        if head and qualifiers:
            yield Phrase(head, qualifiers, "qualified")
        return
    pieces = _DASH.split(name)
    if len(pieces) == 2 and all(pieces):
        yield Phrase(pieces[1], (pieces[0],), "part")
        return
    pieces = _SLASH.split(name)
    if len(pieces) == 2 and all(pieces):
        yield Phrase(pieces[0], (pieces[1],), "either")
