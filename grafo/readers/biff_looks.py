"""How the cells of an old Excel workbook (.xls) look: formats, errors, hidden and struck rows.

Records and their fields are those of [MS-XLS] and, for Excel 5 and 95, of its predecessor.
"""

from __future__ import annotations

import struct
from collections import Counter

from grafo.readers.looks import Looks, Style
from grafo.readers.number_formats import BUILT_IN, shown_by

_FONT, _XF, _FORMAT = 0x31, 0xE0, 0x41E
_ROW, _COLUMNS = 0x208, 0x7D
_NUMBER, _RK, _MULTIPLE, _BOOLEAN_OR_ERROR = 0x203, 0x27E, 0xBD, 0x205
_FORMULAS = {0x6, 0x206, 0x406}
_CELLS = {_NUMBER, _RK, _MULTIPLE, _BOOLEAN_OR_ERROR, 0x204, 0xD6, 0xFD, *_FORMULAS}
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
_STRIKE, _ZERO_HEIGHT, _HIDDEN_COLUMNS, _ON_LOAD = 0x8, 0x20, 0x1, 0x2
_ERROR, _EMPTY = 2, 3  # what a formula's result can be, besides numbers
_MISSING_FONT = 4  # no font has this number; those after it are counted one lower


class BiffFormats:
    """The formats of a workbook's cells, record by record."""

    def __init__(self) -> None:
        self._fonts: list[bool] = []
        self._codes: dict[int, str] = {}
        self._cells: list[tuple[int, int]] = []  # font and number format of each
        self._styles: list[Style] | None = None

    def take(self, kind: int, data: bytes, *, biff8: bool) -> None:
        """Take a record of the workbook's globals."""
        if kind == _FONT and len(data) >= 4:
            self._fonts.append(bool(struct.unpack_from("<H", data, 2)[0] & _STRIKE))
        elif kind == _XF and len(data) >= 4:
            self._cells.append(struct.unpack_from("<HH", data))
        elif kind == _FORMAT and len(data) >= 3:
            self._codes[struct.unpack_from("<H", data)[0]] = _code(data[2:], biff8=biff8)

    def style(self, index: int) -> Style:
        """Return the format with this index."""
        if self._styles is None:
            self._styles = [self._style(*cell) for cell in self._cells]
        return self._styles[index] if index < len(self._styles) else Style()

    def _style(self, font: int, number: int) -> Style:
        at = font - (font > _MISSING_FONT)
        struck = at < len(self._fonts) and self._fonts[at]
        code = self._codes.get(number)
        return Style(BUILT_IN.get(number) if code is None else shown_by(code), struck)


def _code(data: bytes, *, biff8: bool) -> str:
    if not biff8:
        return data[1:].decode("cp1252", "replace")
    return data[3:].decode("utf-16-le" if data[2:3] == b"\1" else "latin-1", "replace")


class BiffLooks:
    """Notes how the cells of one sheet look, record by record."""

    def __init__(self, formats: BiffFormats) -> None:
        self._formats = formats
        self._looks = Looks()
        self._filled: Counter[int] = Counter()
        self._struck: Counter[int] = Counter()
        self._blank: list[tuple[int, int]] | None = []  # formulas; None once one has a value

    def finish(self) -> Looks:
        """Return how the sheet looks, at its end."""
        for row, struck in self._struck.items():
            if struck and struck == self._filled[row]:
                self._looks.strike(row)
            elif struck:
                self._looks.strike_some(row)
        # Programs that cannot calculate leave every formula of a sheet without its value.
        for row, column in self._blank or ():
            self._looks.formula(row, column, "")
        return self._looks

    def take(self, kind: int, data: bytes) -> None:
        """Take a record of the sheet."""
        if kind == _ROW and len(data) >= 14:
            if struct.unpack_from("<H", data, 12)[0] & _ZERO_HEIGHT:
                self._looks.hide(struct.unpack_from("<H", data)[0])
        elif kind == _COLUMNS and len(data) >= 10:
            first, last, _, _, flags = struct.unpack_from("<HHHHH", data)
            if flags & _HIDDEN_COLUMNS:
                self._looks.hidden_columns.append((first, last))
        elif kind in _CELLS and len(data) >= 6:
            self._cell(kind, data)

    def _cell(self, kind: int, data: bytes) -> None:
        row, column, index = struct.unpack_from("<HHH", data)
        indexes = [index]
        if kind == _MULTIPLE:
            indexes = [
                at for (at, _) in struct.iter_unpack("<HI", data[4 : 4 + (len(data) - 6) // 6 * 6])
            ]
        for offset, each in enumerate(indexes):
            style = self._formats.style(each)
            self._filled[row] += 1
            self._struck[row] += style.struck
            if style.shown and kind in {_NUMBER, _RK, _MULTIPLE, *_FORMULAS}:
                self._looks.partial(row, column + offset, style.shown)
        if kind == _BOOLEAN_OR_ERROR and len(data) >= 8 and data[7]:
            self._looks.error(row, column, _ERRORS.get(data[6], ""))
        elif kind in _FORMULAS and len(data) >= 16:
            self._formula(row, column, data)

    def _formula(self, row: int, column: int, data: bytes) -> None:
        result = data[6:14]
        kind = result[0] if result[6:] == b"\xff\xff" else None
        waits = not any(result) and struct.unpack_from("<H", data, 14)[0] & _ON_LOAD
        if kind == _EMPTY:
            if self._blank is not None:
                self._blank.append((row, column))
        elif waits:
            self._looks.formula(row, column, "")
        else:
            self._blank = None
        if kind == _ERROR:
            self._looks.error(row, column, _ERRORS.get(result[2], ""))
