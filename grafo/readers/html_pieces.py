"""The text of a page's cell, piece by piece: what is struck through, and marks of footnotes.

Joined to the word they stand behind, both make another name of it: Trier² becomes Trier2, and
a name that was struck out becomes one with the name that took its place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

# 2, a, *, [3], (b), [nota 4], and several of them with commas.
_ONE = r"(?:\d{1,3}|[A-Za-z]|\*{1,3}|[†‡§¶#]{1,3})"
_MARK = re.compile(
    rf"{_ONE}(?:\s*[,;]\s*{_ONE}){{0,3}}[).]?|[\[(]\s*{_ONE}\s*[\])]"
    rf"|\[(?:[^\W\d_]{{1,9}}\.?\s?)?{_ONE}\](?:\s*\[(?:[^\W\d_]{{1,9}}\.?\s?)?{_ONE}\])*"
)
# A raised sign that belongs to the word: 1º, N.º, 2ª, XXᵉ, Mʳ, m², 10³.
_ORDINAL = re.compile(r"(?:\b[Nn]\.?|(?<!\d)\d{1,2}\.?|\b[IVXLC]+\.?|\bM)$")
_POWER = re.compile(r"\b(?:[kcdmh]?m|10)$")
# A lowered number that belongs to a formula: CO₂, H₂O.
_FORMULA = re.compile(r"\b[A-Z][a-z]?[A-Z]?$")
_ORDINAL_LETTERS = set("aeordAEORD")


@dataclass(frozen=True, slots=True)
class CellText:
    """The text of a cell.

    Attributes:
        struck: whether all of it is struck through, and kept.
        replaced: whether a part that is struck through was left out.
        marks: how many marks of footnotes were left out.
    """

    text: str
    struck: bool = False
    replaced: bool = False
    marks: int = 0


@dataclass(slots=True)
class Pieces:
    """The pieces of one cell while it is open."""

    texts: list[str] = field(default_factory=list)
    _struck: set[int] = field(default_factory=set)
    _raised: list[tuple[int, int, bool]] = field(default_factory=list)
    _begun: int = -1
    _lowered: bool = False

    def add(self, text: str, *, struck: bool) -> None:
        """Add text to the cell."""
        if struck:
            self._struck.add(len(self.texts))
        self.texts.append(text)

    def begin_raised(self, *, lowered: bool) -> None:
        """Begin what is raised or lowered."""
        self._begun, self._lowered = len(self.texts), lowered

    def end_raised(self) -> None:
        """End it."""
        if 0 <= self._begun < len(self.texts):
            self._raised.append((self._begun, len(self.texts), self._lowered))
        self._begun = -1

    def joined(self) -> CellText:
        """Return the text of the cell that has ended."""
        if not (self._struck or self._raised):
            return CellText(_lines(self.texts))
        kept = list(self.texts)
        seen = {at for at, text in enumerate(kept) if not text.isspace()}
        struck = bool(seen) and seen <= self._struck
        replaced = not struck and bool(seen & self._struck)
        if replaced:
            for at in self._struck:
                kept[at] = " "
        without, marks = list(kept), 0
        for first, end, lowered in self._raised:
            if _is_mark("".join(without[:first]), "".join(kept[first:end]).strip(), lowered):
                without[first:end] = [""] * (end - first)
                marks += 1
        text = _lines(without)
        # Where nothing else stands in the cell, it is no mark of anything.
        if not text:
            return CellText(_lines(kept), struck, replaced)
        return CellText(text, struck, replaced, marks)


def _is_mark(before: str, raised: str, lowered: bool) -> bool:
    if not _MARK.fullmatch(raised):
        return False
    if lowered:
        return not (raised.isdigit() and _FORMULA.search(before))
    if raised.isdigit():
        return not _POWER.search(before)
    return not (raised in _ORDINAL_LETTERS and _ORDINAL.search(before))


def _lines(pieces: list[str]) -> str:
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)
