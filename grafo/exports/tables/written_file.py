"""A file that was written for a table, as what describes the tables says of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from grafo.exports.tables.columns import Table


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """A table's file: its name in the folder, its size in bytes, and its SHA-256."""

    table: Table
    file: str
    size: int
    sha256: str

    @classmethod
    def of(cls, table: Table, path: Path) -> Self:
        """Measure a file."""
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return cls(table, path.name, path.stat().st_size, digest)
