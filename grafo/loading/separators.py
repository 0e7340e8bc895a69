"""Several values in one cell: where it is cut, and which line breaks only wrap a long text."""

from __future__ import annotations

import re
from functools import lru_cache

from grafo.readers import Cell
from grafo.text import fold

_LINE_BREAK = re.compile(r"(?:_x000[DA]_)*(?:\r\n|[\r\n\v\f\x85\u2028\u2029])|(?:_x000[DA]_)+")
LINE = "\n"
# Signs that stand in no name: the spaces around them do not matter.
_PLAIN = frozenset(";|\n")
# A line that ends in one of these goes on in the next, and so does one before a small letter.
_GO_ON = frozenset(
    "de del la el los las y e i o u and or of the et ou du des d von und der di da do dos das "
    "san santa santo saint st ste".split()
)
_OPEN = ",(&–/;|"
# "1. Guadalajara", "• Zapopan": how a list inside a cell is drawn.
_BULLET = re.compile(r"(?:[-•·*–▪◦]|\(?\d{1,2}[.)])\s+")


def lines_of(cell: Cell) -> list[str]:
    """Return the lines of a cell's text; a line that only wraps the one before is joined to it.

    >>> lines_of("Dallas, Texas\\r\\nHouston, Texas"), lines_of("San Miguel\\nde Allende")
    (['Dallas, Texas', 'Houston, Texas'], ['San Miguel de Allende'])
    """
    if not isinstance(cell, str):
        return []
    pieces = [line for piece in _LINE_BREAK.split(cell) if (line := " ".join(piece.split()))]
    if len(pieces) > 1 and all(map(_BULLET.match, pieces)):
        return [_BULLET.sub("", line, count=1) for line in pieces]
    lines: list[str] = []
    for line in pieces:
        if lines and _goes_on(lines[-1], line):
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
    return lines


def _goes_on(before: str, after: str) -> bool:
    if before[-1] in _OPEN or after[0] in ",);|" or before.count("(") > before.count(")"):
        return True
    if after[0] == "(" or after[0].islower():
        return True
    return fold(before.rsplit(maxsplit=1)[-1]) in _GO_ON


def split_cell(cell: Cell, text: str, separators: list[str]) -> list[str]:
    """Return the values of a cell; `text` is it as one line, empty where it says nothing.

    A column whose cells may hold several values holds one on each line, whatever else parts them.

    >>> split_cell("León y Ayuntamiento de Ixtlán", "León y Ayuntamiento de Ixtlán", [" y "])
    ['León', 'Ayuntamiento de Ixtlán']
    """
    if not text:
        return []
    lines = lines_of(cell) if separators and isinstance(cell, str) else [text]
    return [part for line in lines for part in split(line, separators)]


def split(text: str, separators: list[str]) -> list[str]:
    """Cut text at every separator and drop empty parts.

    >>> split("Agua; Salud ,Cultura", [";", ","])
    ['Agua', 'Salud', 'Cultura']
    """
    if not separators:
        return [text.strip()] if text.strip() else []
    pieces = _pattern(tuple(separators)).split(text)
    return [piece.strip() for piece in pieces if piece.strip()]


@lru_cache(maxsize=256)
def _pattern(separators: tuple[str, ...]) -> re.Pattern[str]:
    """Return what cuts; the longest separator first, so that " y el " is not cut at " y "."""
    ordered = sorted(separators, key=lambda s: (-len(s), s))
    return re.compile("|".join(map(_one, ordered)), re.IGNORECASE)


def _one(separator: str) -> str:
    if set(separator.strip(" ")) <= _PLAIN:
        return r"\s*" + re.escape(separator.strip(" ")) + r"\s*"
    words = [re.escape(part) for part in separator.split()]
    before = r"\s+" if separator[0].isspace() else ""
    after = r"\s+" if separator[-1].isspace() else ""
    return before + r"\s+".join(words) + after
