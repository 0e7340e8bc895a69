"""A name taken apart: the place itself, and what else the same cell says of where it is.

"Springfield, IL", "Portland (Oregon)", "Mexico City – Coyoacán", "Bolzano/Bozen" and "Lyon et
Grenoble" say two things each. What the second thing is (a division, a country, a larger city,
another spelling, another party) is for the matcher to find out; here only the shape is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from grafo.places.generic import conjunctions
from grafo.text import fold

Shape = Literal["whole", "qualified", "bracketed", "part", "either", "both"]

_BRACKETS = re.compile(r"^([^()\[\]]+?)\s*[(\[]([^()\[\]]+)[)\]]\s*(.*)$")
# A dash between spaces, "Havana – Cerro"; Cluj-Napoca and Bà Rịa–Vũng Tàu are one name each.
_DASH = re.compile(r"\s+[-\u2010-\u2015]\s+")
_SLASH = re.compile(r"\s*[/|]\s*")
# Control and direction characters, and halves of surrogate pairs, which no file can hold.
_UNSEEN = re.compile(
    "[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+"
)
# On another line, behind a colon: as behind a comma.
_COMMA = re.compile(r",|\n|:\s")
_JOINS = re.compile(r"[;&+\n]")
_LINES = re.compile(r"[\r\n\v\f\u0085\u2028\u2029]+")
_SPACE = re.compile(r"\s+")
# What parts a name from what stands beside it.
_SIGNS = re.compile(r"[,;:()\[\]/|&+\n]|\s[-\u2010-\u2015]\s")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One reading of a cell: `head` names the place, `qualifiers` say where or what it is.

    `shape` says how they stand beside it: behind a comma or on another line ("qualified"), in
    brackets, before a dash as the larger city that it is "part" of, behind a slash ("either"),
    or as parties of their own ("both").
    """

    head: str
    qualifiers: tuple[str, ...] = ()
    shape: Shape = "whole"


def clean(text: str) -> str:
    """Return the text without control and direction characters, spaces joined."""
    return _SPACE.sub(" ", _UNSEEN.sub(" ", text)).strip(" ,;")


def clean_lines(text: str) -> str:
    """Return the text as `clean` does, its line breaks kept as "\n"."""
    return "\n".join(filter(None, map(clean, _LINES.split(text))))


def whole_key(name: str) -> str:
    """Return the key of a name whose signs are part of it: "Aken (Elbe)" → "aken,elbe".

    A town and its state written without the sign between them may spell the name of another
    place, so a name with such signs is not the name without them.
    """
    return ",".join(filter(None, map(fold, _SIGNS.split(name))))


def parted(name: str) -> bool:
    """Tell whether a name has signs that part it: commas, brackets, slashes."""
    return _SIGNS.search(name) is not None


def phrases(name: str) -> Iterator[Phrase]:
    """Yield the readings of a cleaned name, the untouched one first.

    >>> [(p.head, p.qualifiers) for p in phrases("Portland (Oregon)")]
    [('Portland (Oregon)', ()), ('Portland', ('Oregon',))]
    """
    # A line break may only wrap a long name.
    yield Phrase(name.replace("\n", " "))
    beside = _beside(name)
    if beside:
        yield beside
    parties = _parties(name)
    if len(parties) > 1:
        yield Phrase(parties[0], parties[1:], "both")


def _beside(name: str) -> Phrase | None:
    bracketed = _BRACKETS.match(name.replace("\n", " "))
    if bracketed:
        outside, inside, rest = (part.strip(" ,") for part in bracketed.groups())
        tail = tuple(piece.strip() for piece in rest.split(",") if piece.strip())
        head, *more = (piece.strip() for piece in outside.split(","))
        return Phrase(head, (inside, *more, *tail), "bracketed") if head else None
    for signs, shape in ((_COMMA, "qualified"), (_DASH, "part"), (_SLASH, "either")):
        pieces = tuple(piece for piece in map(str.strip, signs.split(name)) if piece)
        if len(pieces) < 2:
            continue
        if shape == "part" and len(pieces) == 2:
            return Phrase(pieces[1], (pieces[0],), "part")
        return Phrase(pieces[0], pieces[1:], "either" if shape == "either" else "qualified")
    return None


def _parties(name: str) -> tuple[str, ...]:
    """Return what stands between signs and words that join parties: ";", "&", "y", "und"."""
    pieces: list[list[str]] = [[]]
    for word in _JOINS.sub(" ; ", name).split():
        if word == ";" or (pieces[-1] and word.casefold() in conjunctions()):
            pieces.append([])
        else:
            pieces[-1].append(word)
    return tuple(" ".join(piece).strip(" ,") for piece in pieces if piece)
