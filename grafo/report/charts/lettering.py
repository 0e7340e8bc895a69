"""How wide a text comes out, so that charts can make room for it, shorten it or break it.

A chart is made without a browser to ask. It is set in Arial, Helvetica or Liberation Sans, which
have the same widths, and those are known.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

FAMILY = "Arial, Helvetica, 'Liberation Sans', sans-serif"

# Widths in thousandths of the size, by sign.
_WIDTHS = {
    sign: width
    for width, signs in {
        191: "'",
        222: "ijl",
        260: "|",
        278: " !,./:;I[\\]ft·",
        333: "()-`r",
        355: '"',
        389: "*",
        469: "^",
        500: "Jckvsxyz",
        556: "#$0123456789?L_abdeghnopqu–",
        584: "+<=>~−",
        611: "FTZ",
        667: "&ABEKPSVXY",
        722: "CDHNRUw",
        778: "GOQ",
        833: "Mm",
        889: "%",
        944: "W",
        1000: "—…",
        1015: "@",
    }.items()
    for sign in signs
}
_UNKNOWN = 620  # about the width of a Cyrillic or Greek letter
_BOLD = 1.08


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a text in the units of `size`."""
    return sum(map(_width, text)) * size / 1000 * (_BOLD if bold else 1)


def one_line(text: object) -> str:
    """Return a value as one line: every run of white space or control signs is a space.

    >>> one_line(" San\\nLuis\\tPotosí ")
    'San Luis Potosí'
    """
    plain = (" " if unicodedata.category(sign) == "Cc" else sign for sign in str(text))
    return " ".join("".join(plain).split())


def shortened(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """Return a text that fits into `room`, cut and with an ellipsis where it must be.

    >>> shortened("Guadalajara", 200, 13), shortened("Guadalajara", 50, 13)
    ('Guadalajara', 'Guad…')
    """
    if width_of(text, size, bold=bold) <= room:
        return text
    left = room - width_of("…", size, bold=bold)
    kept = 0
    for sign in text:
        left -= width_of(sign, size, bold=bold)
        if left < 0:
            break
        kept += 1
    # A letter and its accents stay together.
    while kept and unicodedata.combining(text[kept]):
        kept -= 1
    return f"{text[:kept].rstrip()}…"


def lines(text: str, room: float, size: float, *, most: int = 3, bold: bool = False) -> list[str]:
    """Return a text broken at spaces into lines that fit into `room`; the last is shortened.

    >>> lines("Acuerdos por entidad federativa", 120, 13)
    ['Acuerdos por', 'entidad federativa']
    """
    broken: list[str] = []
    words = text.split(" ")
    while words and len(broken) < most - 1:
        line = words.pop(0)
        while words and width_of(f"{line} {words[0]}", size, bold=bold) <= room:
            line = f"{line} {words.pop(0)}"
        broken.append(shortened(line, room, size, bold=bold))
    if words:
        broken.append(shortened(" ".join(words), room, size, bold=bold))
    return [line for line in broken if line]


@lru_cache(maxsize=4096)
def _width(sign: str) -> int:
    if sign in _WIDTHS:
        return _WIDTHS[sign]
    if unicodedata.combining(sign):
        return 0
    if unicodedata.east_asian_width(sign) in "WF":
        return 1000
    base = unicodedata.normalize("NFD", sign)[0]
    return _WIDTHS.get(base, _UNKNOWN)
