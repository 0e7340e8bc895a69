"""Opens a zipped workbook only when what it unpacks to is bounded.

The central directory is checked first, which costs nothing. It may lie, so every part is then
inflated with a cap at the size that it declared (`zipfile` stops there, and the checksum tells
a longer one), and only bytes that came through here are ever given to a parser.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from grafo.errors import InputError, Location
from grafo.language import say
from grafo.readers.limits import Limits, shown

_CHUNK = 1 << 18
_SMALL = 1 << 20
_CENTRAL_HEADER = b"PK\x01\x02"
_ENCRYPTED = 0x1
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    UnicodeDecodeError,
    ValueError,
    OSError,
)


@contextmanager
def bounded_zip(path: Path, limits: Limits, name: str) -> Iterator[zipfile.ZipFile]:
    """Open a zip archive whose directory stays inside `limits`.

    Raises:
        InputError: no readable archive, too many or too large parts, or a password.
    """
    _bound_directory(path, limits, name)
    with _damage_named(name):
        archive = zipfile.ZipFile(path)
    with archive:
        _bound_parts(archive.infolist(), limits, name)
        yield archive


@contextmanager
def part_chunks(archive: zipfile.ZipFile, part: str, name: str) -> Iterator[Iterator[bytes]]:
    """Give the bytes of one part in pieces, at most as many as the directory declares.

    Raises:
        InputError: the part is missing, damaged, or longer than declared.
    """
    with _damage_named(name):
        member = archive.open(part)
    with member:
        yield _pieces(member, name)


def _pieces(member: IO[bytes], name: str) -> Iterator[bytes]:
    while True:
        with _damage_named(name):
            chunk = member.read(_CHUNK)
        if not chunk:
            return
        yield chunk


def read_part(archive: zipfile.ZipFile, part: str, name: str) -> bytes:
    """Return the whole of a small part; raises as `part_chunks` does."""
    data = b""
    with part_chunks(archive, part, name) as chunks:
        for chunk in chunks:
            data += chunk
            if len(data) > _SMALL:
                message = say(
                    f"{part!r} es mayor de lo posible", f"{part!r} is larger than it can be"
                )
                raise damaged(name, message)
    return data


@contextmanager
def _damage_named(name: str) -> Iterator[None]:
    try:
        yield
    except KeyError as error:
        reason = error.args[0]
        message = say(
            f"falta una parte del libro ({reason})", f"a part of the workbook is missing ({reason})"
        )
        raise damaged(name, message) from error
    except _BROKEN as error:
        raise cut_short(name, error) from error


def damaged(name: str, message: str) -> InputError:
    """Return the error for a container that does not hold together."""
    return InputError(
        message,
        at=Location(name),
        hint=say(
            "descárguelo otra vez, o ábralo en una hoja de cálculo y guárdelo de nuevo como .xlsx",
            "download it again, or open it in a spreadsheet program and save it anew as .xlsx",
        ),
    )


def cut_short(name: str, error: Exception) -> InputError:
    """Return the error for a container that ends or breaks before its time."""
    return damaged(
        name,
        say(
            f"el archivo está dañado o cortado ({error})",
            f"the file is damaged or cut short ({error})",
        ),
    )


def _bound_directory(path: Path, limits: Limits, name: str) -> None:
    """Count the directory's entries before `zipfile` builds an object for each."""
    entries = 0
    tail = b""
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            entries += (tail + chunk).count(_CENTRAL_HEADER)
            tail = chunk[-3:]
    if entries > limits.max_zip_entries:
        raise InputError(
            say(
                f"tiene {entries:,} partes; se abren a lo más {limits.max_zip_entries:,}",
                f"the archive has {entries:,} parts; at most {limits.max_zip_entries:,} are opened",
            ),
            at=Location(name),
            hint=say(
                "un libro tiene unas docenas; no abra este archivo",
                "a workbook has some dozens; do not open this file",
            ),
        )


def _bound_parts(parts: list[zipfile.ZipInfo], limits: Limits, name: str) -> None:
    seen: set[str] = set()
    for part in parts:
        _check_part(part, limits, name)
        # Two parts of one name are read differently by different programs.
        if part.filename.casefold() in seen:
            message = say(
                f"{part.filename!r} está dos veces", f"{part.filename!r} is in the archive twice"
            )
            raise damaged(name, message)
        seen.add(part.filename.casefold())
    total = sum(part.file_size for part in parts)
    if total > limits.max_unzipped_bytes:
        most = shown(limits.max_unzipped_bytes)
        raise InputError(
            say(
                f"ocupa {shown(total)} descomprimido; se descomprimen a lo más {most}",
                f"unpacks to {shown(total)}; at most {most} is unpacked",
            ),
            at=Location(name),
            hint=say("guarde sólo la hoja, o como csv", "save the sheet alone, or as csv"),
        )


def _check_part(part: zipfile.ZipInfo, limits: Limits, name: str) -> None:
    if part.flag_bits & _ENCRYPTED:
        raise password(name)
    if part.compress_type not in _METHODS:
        message = say(
            f"{part.filename!r} está comprimido como ningún libro",
            f"{part.filename!r} is compressed in a way workbooks are not",
        )
        raise damaged(name, message)
    ratio = part.file_size / max(part.compress_size, 1)
    if part.file_size > limits.zip_ratio_from and ratio > limits.max_zip_ratio:
        size, times = shown(part.file_size), f"{ratio:,.0f}"
        raise InputError(
            say(
                f"{part.filename!r} ocupa {size} descomprimido, {times} veces su tamaño; se "
                f"descomprime a lo más {limits.max_zip_ratio} veces",
                f"{part.filename!r} unpacks to {size}, {times} times its size; at most "
                f"{limits.max_zip_ratio} times is unpacked",
            ),
            at=Location(name),
            hint=say(
                "ningún registro se comprime tanto; si lo es, guárdelo como csv",
                "no register compresses so well; if it is one, save it as csv",
            ),
        )


def password(name: str) -> InputError:
    """Return the error for a file that only opens with a password."""
    return InputError(
        say("el libro está protegido con contraseña", "the workbook is protected with a password"),
        at=Location(name),
        hint=say(
            "ábralo, guarde una copia sin contraseña, y cargue la copia",
            "open it, save a copy without a password, and load the copy",
        ),
    )
