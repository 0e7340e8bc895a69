"""A file that was written for a table, as what describes the tables says of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from grafo.exports.tables.columns import Table
from grafo.files import sha256_of


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
        return cls(table, path.name, path.stat().st_size, sha256_of(path))
