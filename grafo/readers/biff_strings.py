"""The lengths of the shared strings of an old Excel workbook (.xls).

A string may be cut in two where its record ends and a CONTINUE record goes on; when the cut is
inside its characters, the new record begins with a byte that says how wide they are from there.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

_WIDE, _EXTENDED, _RICH = 0x1, 0x4, 0x8


class _CutShort(Exception):
    """The records end inside a string."""


def string_lengths(records: Sequence[bytes]) -> list[int] | None:
    """Return the characters of each string of an SST record and its CONTINUE records.

    Returns None where they do not follow the format, [] where there are none.
    """
    if not records:
        return []
    if len(records[0]) < 8:
        return None
    count = struct.unpack_from("<I", records[0], 4)[0]
    source = _Source(records)
    lengths: list[int] = []
    try:
        # A false count ends with the bytes: each string takes at least three of them.
        for _ in range(count):
            lengths.append(_skip_string(source))
    except _CutShort:
        return None
    return lengths


def _skip_string(source: _Source) -> int:
    (length,) = struct.unpack("<H", source.take(2))
    flags = source.take(1)[0]
    runs = struct.unpack("<H", source.take(2))[0] if flags & _RICH else 0
    extra = struct.unpack("<I", source.take(4))[0] if flags & _EXTENDED else 0
    source.skip_characters(length, wide=bool(flags & _WIDE))
    source.skip(4 * runs + extra)
    return int(length)


class _Source:
    """Reads on from one record into the next."""

    def __init__(self, records: Sequence[bytes]) -> None:
        self._records = records
        self._record = 0
        self._offset = 8

    def _left(self) -> int:
        """Return the bytes left in the current record, after moving on from an empty one."""
        while self._offset >= len(self._records[self._record]):
            if self._record + 1 == len(self._records):
                raise _CutShort
            self._record += 1
            self._offset = 0
        return len(self._records[self._record]) - self._offset

    def take(self, size: int) -> bytes:
        taken = b""
        while len(taken) < size:
            piece = min(self._left(), size - len(taken))
            taken += self._records[self._record][self._offset : self._offset + piece]
            self._offset += piece
        return taken

    def skip(self, size: int) -> None:
        while size:
            piece = min(self._left(), size)
            self._offset += piece
            size -= piece

    def skip_characters(self, count: int, *, wide: bool) -> None:
        while count:
            record = self._record
            left = self._left()
            if self._record != record:
                wide = bool(self.take(1)[0] & _WIDE)
                left = self._left()
            width = 2 if wide else 1
            piece = min(left // width, count)
            if not piece:
                raise _CutShort
            self._offset += piece * width
            count -= piece
