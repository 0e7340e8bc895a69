"""Files that grafo writes: whole or not at all, and told apart by their fingerprint."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from grafo.errors import UsageError
from grafo.language import say


@contextmanager
def atomic_write(path: Path, *, newline: str | None = "\n") -> Iterator[IO[str]]:
    """Open a UTF-8 text file that takes `path`'s place only when all of it is on disk.

    The text goes to a temporary name in the same folder, is synced, and then renamed. When
    the block raises, the file that was there stays as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline=newline) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        # mkstemp makes the file private; an output is meant to be shared like any other.
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def write_output(path: Path, text: str) -> None:
    """Write a text that a person asked for.

    Raises:
        UsageError: it cannot be written there; a file that was there is as it was.
    """
    try:
        with atomic_write(path) as stream:
            stream.write(text)
    except OSError as error:
        raise not_written(path, error) from error


def not_written(path: Path, error: OSError) -> UsageError:
    """Return the error of an output that could not be written."""
    reason = error.strerror or type(error).__name__
    return UsageError(
        say(f"no se pudo escribir {path}: {reason}", f"could not write {path}: {reason}")
    )


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal; a file may be of any size."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
