"""The text of cells as it was meant: without what programs put into it on the way.

Portals leave HTML's "&aacute;", old exports decode UTF-8 as something else ("MÃ©xico"), pages
bring signs without width. What can be undone beyond doubt is undone and counted; what is lost
(U+FFFD) is counted and stays. Nearly every cell needs nothing, so a look at its characters
comes first.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from ftfy import TextFixerConfig, fix_encoding
from ftfy.badness import is_bad

from grafo.language import say
from grafo.notes import Notes
from grafo.readers.cell_errors import error_in
from grafo.readers.rows import Cell, Row

LOST = "\ufffd"

# ASCII that may stand for something else: &aacute; _x00E9_ #N/A =A1 Err:502.
_SUSPECT = re.compile(r"&[#A-Za-z]|_x[0-9A-Fa-f]{4}_|^[#=]|:5\d\d$")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
# Zero width, soft hyphens, marks of direction, byte order marks inside the text.
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
    # Joiners belong to the spelling of Persian and of the scripts of India, and nowhere else.
    "|(?<![\u0600-\u07ff\u0900-\u0dff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u07ff\u0900-\u0dff])"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
# A footnote mark behind a word, before what may follow a word; m² and km³ are none.
_SIGN = "\u00b9\u00b2\u00b3\u2074-\u2079\u2020\u2021"
_RAISED_SIGNS = f"[{_SIGN}](?:,?[{_SIGN}\u2070])*"
_FOOTNOTE = re.compile(
    rf"(?<=[^\W\d_])(?<!\bm)(?<!\b[kcdmh]m)[ \u00a0]?{_RAISED_SIGNS}(?=\s*(?:$|[,;/|(\n]))"
)
_REMEMBERED = 200  # characters; longer cells do not come twice

# Only what ftfy can prove by the bytes themselves; it may not fill in bytes that were lost.
_BYTES_ALONE = TextFixerConfig(
    unescape_html=False,
    restore_byte_a0=False,
    replace_lossy_sequences=False,
    decode_inconsistent_utf8=True,
    fix_c1_controls=False,
    explain=False,
)

Sentence = tuple[str, str]
_ENTITIES: Sentence = (
    "celdas con entidades de HTML (&aacute;), leídas como su letra",
    "cells with HTML entities (&aacute;), read as their letters",
)
_ESCAPES: Sentence = (
    "celdas con escapes de Excel (_x00E9_), leídos como su signo",
    "cells with Excel's escapes (_x00E9_), read as their signs",
)
_TWICE: Sentence = (
    "celdas codificadas dos veces (MÃ©xico), reparadas",
    "cells that were encoded twice (MÃ©xico), repaired",
)
_BROKEN: Sentence = (
    "celdas codificadas dos veces que ya no se pueden reparar",
    "cells that were encoded twice and cannot be repaired any more",
)
_SIGNS: Sentence = (
    "celdas con signos invisibles (de ancho cero, de dirección, guiones suaves), quitados",
    "cells with invisible signs (zero width, direction, soft hyphens), taken out",
)
_SPACES: Sentence = (
    "celdas con espacios que no separan (NBSP y otros), leídos como espacios",
    "cells with spaces of special width (NBSP and others), read as spaces",
)
FOOTNOTES: Sentence = (
    "celdas con llamadas de nota al pie (Trier²), omitidas",
    "cells with footnote marks (Trier²), left out",
)
_LETTERS_LOST: Sentence = (
    "celdas con el signo � (una letra que se perdió)",
    "cells with the sign � (a letter that was lost)",
)


@dataclass(frozen=True, slots=True)
class Mended:
    """A cell's text as it was meant, and what was done to it."""

    cell: Cell
    done: tuple[Sentence, ...] = ()


class CellText:
    """Mends the cells of a file, and counts what it did."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    def row(self, row: Row) -> Row:
        """Return a row with its text as it was meant."""
        cells: list[Cell] | None = None
        for index, cell in enumerate(row.cells):
            if not isinstance(cell, str) or (cell.isascii() and not _SUSPECT.search(cell)):
                continue
            found = mended(cell) if len(cell) <= _REMEMBERED else _mended(cell)
            for es, en in found.done:
                self._notes.add(say(es, en), row=row.number)
            if found.cell is not cell:
                cells = cells or list(row.cells)
                cells[index] = found.cell
        return row if cells is None else replace(row, cells=tuple(cells))


def is_lost(text: str) -> bool:
    """Whether a text has lost letters for good, so that it names nothing."""
    return LOST in text


def _mended(text: str) -> Mended:
    done: list[Sentence] = []

    def step(change: Callable[[str], str], sentence: Sentence) -> None:
        nonlocal text
        changed = change(text)
        if changed != text:
            text = changed
            done.append(sentence)

    if text.isascii() and (error := error_in(text.strip())):
        return Mended(error)
    step(_without_escapes, _ESCAPES)
    step(_without_entities, _ENTITIES)
    if not text.isascii():
        step(lambda t: _SURROGATE.sub(LOST, t), _LETTERS_LOST)
        once = _decoded(text)
        if once != text and is_bad(once):
            # Half repaired, a name would look whole and be another.
            text = LOST + text
            done.append(_BROKEN)
        elif once != text:
            text = once
            done.append(_TWICE)
        if LOST in text and _BROKEN not in done:
            done.append(_LETTERS_LOST)
        step(lambda t: _INVISIBLE.sub("", t), _SIGNS)
        step(lambda t: _ODD_SPACE.sub(" ", t), _SPACES)
        step(lambda t: _FOOTNOTE.sub("", t), FOOTNOTES)
        if error := error_in(text.strip()):
            return Mended(error)
    return Mended(text, tuple(dict.fromkeys(done)))


mended = lru_cache(maxsize=1 << 14)(_mended)


def _without_escapes(text: str) -> str:
    """Return text without Excel's escapes; `_x005F_` is an underscore that begins none."""
    return _ESCAPE.sub(lambda found: _sign(int(found[1], 16), found[0]), text)


def _sign(code: int, written: str) -> str:
    if code in (0x0D, 0x0A):
        return "\n"
    sign = chr(code)
    return written if _CONTROL.match(sign) else sign


def _without_entities(text: str) -> str:
    for _ in range(2):  # "&amp;aacute;" was escaped twice
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    return text


def _decoded(text: str) -> str:
    return fix_encoding(text, _BYTES_ALONE) if is_bad(text) else text
