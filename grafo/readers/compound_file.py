"""The compound file (OLE2) that old Office formats and encrypted workbooks are wrapped in.

Only what is needed: the names of its streams, one stream's bytes, and a new file around one
stream. Every chain of sectors is followed at most as far as the file is long.
"""

from __future__ import annotations

import struct
import sys
from array import array
from dataclasses import dataclass

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HEADER = 512
_ENTRY = 128
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_HEADER_FATS = 109
_MINI_SECTOR = 64
_MINI_LIMIT = 4096
_STREAM, _ROOT = 2, 5


class BrokenCompoundFile(Exception):
    """The file's sectors do not hold together."""


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    first: int
    size: int


class CompoundFile:
    """Read access to the streams of a compound file held in memory."""

    def __init__(self, data: bytes) -> None:
        if len(data) < _HEADER or not data.startswith(MAGIC):
            raise BrokenCompoundFile("no compound file")
        (shift,) = struct.unpack_from("<H", data, 30)
        if shift not in {9, 12}:
            raise BrokenCompoundFile("an impossible sector size")
        self._data = data
        self._size = 1 << shift
        self._fat = self._read_fat()
        self._entries = _directory(self._chain(_u32(data, 48)))
        self._mini_fat = _words(self._chain(_u32(data, 60)))
        root = next((entry for entry in self._entries if entry.kind == _ROOT), None)
        self._mini = self._chain(root.first)[: root.size] if root else b""

    @property
    def streams(self) -> tuple[str, ...]:
        """The names of the streams, wherever in the directory they are."""
        return tuple(entry.name for entry in self._entries if entry.kind == _STREAM)

    def stream(self, name: str) -> bytes:
        """Return the bytes of a stream; raises KeyError where there is none of that name."""
        for entry in self._entries:
            if entry.kind == _STREAM and entry.name == name:
                if entry.size < _MINI_LIMIT:
                    return self._mini_chain(entry.first)[: entry.size]
                return self._chain(entry.first)[: entry.size]
        raise KeyError(name)

    def _read_fat(self) -> array[int]:
        sectors = list(struct.unpack_from(f"<{_HEADER_FATS}I", self._data, 76))
        following, steps = _u32(self._data, 68), 0
        per_sector = self._size // 4 - 1
        while following not in {_FREE, _END}:
            steps += self._size
            if steps > len(self._data):
                raise BrokenCompoundFile("its sector table runs in a circle")
            words = _words(self._sector(following))
            if len(words) <= per_sector:
                raise BrokenCompoundFile("its sector table is cut short")
            sectors += words[:per_sector]
            following = words[per_sector]
        used = [sector for sector in sectors if sector not in {_FREE, _END}]
        if len(used) * self._size > len(self._data):
            raise BrokenCompoundFile("its sector table is larger than the file")
        return _words(b"".join(self._sector(sector) for sector in used))

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        if start >= len(self._data):
            raise BrokenCompoundFile("a sector lies beyond the end of the file")
        return self._data[start : start + self._size]

    def _chain(self, first: int) -> bytes:
        pieces: list[bytes] = []
        limit = len(self._data) // self._size + 1
        while first not in {_END, _FREE}:
            if len(pieces) > limit or first >= len(self._fat):
                raise BrokenCompoundFile("a chain of sectors has no end")
            pieces.append(self._sector(first))
            first = self._fat[first]
        return b"".join(pieces)

    def _mini_chain(self, first: int) -> bytes:
        pieces: list[bytes] = []
        limit = len(self._mini) // _MINI_SECTOR + 1
        while first not in {_END, _FREE}:
            if len(pieces) > limit or first >= len(self._mini_fat):
                raise BrokenCompoundFile("a chain of small sectors has no end")
            pieces.append(self._mini[first * _MINI_SECTOR : (first + 1) * _MINI_SECTOR])
            first = self._mini_fat[first]
        return b"".join(pieces)


def wrapped(stream: bytes, name: str) -> bytes:
    """Return a compound file that holds one stream, of at most some 400 MB, and nothing else."""
    size = 4096
    stream = stream.ljust(_MINI_LIMIT, b"\0")
    data_sectors = -(-len(stream) // size)
    # The table also lists itself, the directory, and an empty sector for small streams, which
    # readers want to see even where there are none.
    fat_sectors = 1
    while fat_sectors * (size // 4) < data_sectors + fat_sectors + 2:
        fat_sectors += 1
    if fat_sectors > _HEADER_FATS:
        raise BrokenCompoundFile("too large to be wrapped")
    first_data = fat_sectors + 2
    table = [_FAT] * fat_sectors + [_END, _END]
    table += [*range(first_data + 1, first_data + data_sectors), _END]
    table += [_FREE] * (fat_sectors * (size // 4) - len(table))
    header = MAGIC + bytes(16)
    header += struct.pack("<HHHHH6x", 0x3E, 4, 0xFFFE, 12, 6)
    header += struct.pack("<9I", 1, fat_sectors, fat_sectors, 0, _MINI_LIMIT, _END, 0, _END, 0)
    fats = [*range(fat_sectors), *[_FREE] * (_HEADER_FATS - fat_sectors)]
    header += struct.pack(f"<{_HEADER_FATS}I", *fats)
    directory = _directory_entry("Root Entry", _ROOT, 1, fat_sectors + 1, 0)
    directory += _directory_entry(name, _STREAM, _FREE, first_data, len(stream))
    return b"".join(
        (
            header.ljust(size, b"\0"),
            struct.pack(f"<{len(table)}I", *table),
            directory.ljust(size, b"\0"),
            bytes(size),
            stream.ljust(data_sectors * size, b"\0"),
        )
    )


def _directory_entry(name: str, kind: int, child: int, first: int, size: int) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    return text.ljust(64, b"\0") + struct.pack(
        "<HBBIII36xIQ", len(text), kind, 1, _FREE, _FREE, child, first, size
    )


def _directory(data: bytes) -> list[_Entry]:
    entries = []
    for start in range(0, len(data) - _ENTRY + 1, _ENTRY):
        raw = data[start : start + _ENTRY]
        (length,) = struct.unpack_from("<H", raw, 64)
        name = raw[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
        # The upper half of the size is rubbish in files with small sectors.
        entries.append(_Entry(name, raw[66], _u32(raw, 116), _u32(raw, 120)))
    return entries


def _u32(data: bytes, offset: int) -> int:
    return int(struct.unpack_from("<I", data, offset)[0])


def _words(data: bytes) -> array[int]:
    words = array("I")
    words.frombytes(data[: len(data) // words.itemsize * words.itemsize])
    if sys.byteorder == "big":
        words.byteswap()
    return words
