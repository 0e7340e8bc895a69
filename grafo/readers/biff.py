"""The records inside an old Excel workbook (.xls): measured, and cut down to one sheet.

calamine reserves what a sheet's DIMENSIONS record claims, reads all sheets at once and lays each
out as a dense rectangle. So the record is taken out, the sheets that are not wanted are pointed
at an empty one, and the cells of the one that is wanted are measured.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from grafo.errors import InputError, Location
from grafo.language import say
from grafo.readers.biff_looks import BiffFormats, BiffLooks
from grafo.readers.biff_strings import string_lengths
from grafo.readers.limits import Limits
from grafo.readers.looks import Looks
from grafo.readers.rows import column_letters, too_wide
from grafo.readers.sheets import Sheet
from grafo.readers.xlsx_bounds import too_much_text
from grafo.readers.zip_bounds import damaged, password

_EOF, _FILEPASS, _BOUNDSHEET, _DIMENSIONS, _SST, _CONTINUE = 0x0A, 0x2F, 0x85, 0x200, 0xFC, 0x3C
_BOF, _BOF_BIFF8 = 0x809, 0x600
_UNKNOWN = 0x0FFF  # a record type that no version defines, so every reader skips it
_LABEL_SHARED, _MULTIPLE_NUMBERS = 0xFD, 0xBD
# NUMBER, LABEL, BOOLERR, RK, MULRK, RSTRING, LABELSST and the three forms of FORMULA.
_CELLS = {0x203, 0x204, 0x205, 0x27E, _MULTIPLE_NUMBERS, 0xD6, _LABEL_SHARED, 0x6, 0x206, 0x406}
_HEAD = struct.Struct("<HH")
_EMPTY_SHEET = struct.pack("<HHHHIII", _BOF, 16, _BOF_BIFF8, 0x10, 0, 0, 0) + _HEAD.pack(_EOF, 0)


@dataclass(frozen=True, slots=True)
class BiffSheet:
    """A sheet as the workbook's globals announce it."""

    sheet: Sheet
    record: int  # where its BOUNDSHEET record's data begin
    start: int  # where its own records begin


class Biff:
    """The records of one workbook stream."""

    def __init__(self, stream: bytes, limits: Limits, name: str) -> None:
        self._stream = stream
        self._limits = limits
        self._name = name
        self._records_left = 2 * limits.max_cells
        self._lengths: list[int] | None = None
        self._biff8 = True
        self._formats = BiffFormats()
        self.sheets: list[BiffSheet] = []
        self._read_globals()

    def only(self, index: int) -> tuple[bytes, Looks]:
        """Return the stream with the values of one sheet, after measuring them, and their looks.

        Raises:
            InputError: the sheet spans too many cells or too much text, or is damaged.
        """
        looks = BiffLooks(self._formats)
        dimensions = self._measure(self.sheets[index].start, looks)
        cut = bytearray(self._stream)
        for offset in dimensions:
            struct.pack_into("<H", cut, offset, _UNKNOWN)
        for number, other in enumerate(self.sheets):
            if number != index:
                struct.pack_into("<I", cut, other.record, len(self._stream))
        return bytes(cut) + _EMPTY_SHEET, looks.finish()

    def filled_rows(self, index: int) -> int:
        """Return how many rows of a sheet hold a value; as far as it can be read."""
        rows: set[int] = set()
        try:
            for kind, begin, length in self._records(self.sheets[index].start):
                if kind in _CELLS and length >= 6:
                    rows.add(_HEAD.unpack_from(self._stream, begin)[0])
        except InputError:
            pass
        return len(rows)

    def _records(self, start: int) -> Iterator[tuple[int, int, int]]:
        """Yield (type, where the data begin, length) up to the end-of-part record."""
        stream = self._stream
        while start + 4 <= len(stream):
            kind, length = _HEAD.unpack_from(stream, start)
            start += 4
            if start + length > len(stream):
                raise damaged(
                    self._name,
                    say(
                        "el libro está cortado dentro de una hoja",
                        "the workbook is cut short inside a sheet",
                    ),
                )
            self._records_left -= 1
            if self._records_left < 0:
                raise self._too_many(Location(self._name))
            yield kind, start, length
            if kind == _EOF:
                return
            start += length

    def _read_globals(self) -> None:
        shared: list[bytes] = []
        following = False
        for kind, start, length in self._records(0):
            data = self._stream[start : start + length]
            if kind == _FILEPASS:
                raise password(self._name)
            if kind == _BOF and length >= 2:
                self._biff8 = struct.unpack_from("<H", data)[0] == _BOF_BIFF8
            elif kind == _BOUNDSHEET:
                self.sheets.append(self._announced(data, start))
            else:
                self._formats.take(kind, data, biff8=self._biff8)
            following = kind == _SST or (following and kind == _CONTINUE)
            if following:
                shared.append(data)
        self._lengths = string_lengths(shared)

    def _announced(self, data: bytes, record: int) -> BiffSheet:
        if len(data) < 8:
            raise damaged(
                self._name,
                say("una hoja se anuncia sin nombre", "a sheet is announced without a name"),
            )
        start, visibility, kind, length = struct.unpack_from("<IBBB", data)
        if not self._biff8:
            title = data[7 : 7 + length].decode("cp1252", "replace")
        elif data[7] & 1:
            title = data[8 : 8 + 2 * length].decode("utf-16-le", "replace")
        else:
            title = data[8 : 8 + length].decode("latin-1")
        sheet = Sheet(title, "", visible=not visibility & 3, has_cells=kind == 0)
        return BiffSheet(sheet, record, start)

    def _measure(self, start: int, looks: BiffLooks) -> list[int]:
        """Measure a sheet's cells; return where its DIMENSIONS records are."""
        if self._stream[start : start + 2] != struct.pack("<H", _BOF):
            raise damaged(
                self._name,
                say(
                    "la hoja no está donde dice el libro",
                    "the sheet is not where the workbook says it is",
                ),
            )
        dimensions: list[int] = []
        first, last = [1 << 16, 1 << 16], [-1, -1]
        text = 0
        for kind, begin, length in self._records(start):
            if kind == _DIMENSIONS:
                dimensions.append(begin - _HEAD.size)
            looks.take(kind, self._stream[begin : begin + length])
            if kind not in _CELLS or length < 6:
                continue
            row, column = _HEAD.unpack_from(self._stream, begin)
            end = column
            if kind == _MULTIPLE_NUMBERS:
                (end,) = struct.unpack_from("<H", self._stream, begin + length - 2)
            elif kind == _LABEL_SHARED and length >= 10:
                text += self._shared_length(struct.unpack_from("<I", self._stream, begin + 6)[0])
            at = Location(self._name, row + 1, column_letters(column))
            if max(column, end) >= self._limits.max_columns:
                raise too_wide(max(column, end) + 1, self._limits, at)
            if text > self._limits.max_workbook_chars:
                raise too_much_text(self._limits, at)
            first[0], first[1] = min(first[0], row), min(first[1], column)
            last[0], last[1] = max(last[0], row), max(last[1], column, end)
            if (last[0] - first[0] + 1) * (last[1] - first[1] + 1) > self._limits.max_cells:
                raise self._too_many(at)
        return dimensions

    def _shared_length(self, index: int) -> int:
        if self._lengths is None:
            return 0xFFFF  # they could not be measured; no string of the format is longer
        return self._lengths[index] if index < len(self._lengths) else 0

    def _too_many(self, at: Location) -> InputError:
        return InputError(
            say(
                f"la hoja abarca más de {self._limits.max_cells:,} celdas",
                f"the sheet spans more than {self._limits.max_cells:,} cells",
            ),
            at=at,
            hint=say(
                "borre las celdas sueltas fuera de la tabla, o guarde la hoja como csv",
                "delete stray cells outside the table, or save the sheet as csv",
            ),
        )
