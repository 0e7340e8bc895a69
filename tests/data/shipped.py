"""The shipped tables, read as the tests see them: every cell as text."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
SCRIPTS = ROOT / "scripts"

Row = dict[str, str]


@cache
def rows(name: str, *, skip: int = 0) -> tuple[Row, ...]:
    """Return the rows of `data/<name>`; `skip` lines stand above the header."""
    with (DATA / name).open(encoding="utf-8", newline="") as stream:
        for _ in range(skip):
            stream.readline()
        return tuple(csv.DictReader(stream, strict=True))


def several(cell: str) -> list[str]:
    """Return the values of a cell with `|` between them."""
    return [value for value in cell.split("|") if value]


def ids(name: str) -> set[str]:
    """Return the column `id` of a table."""
    return {row["id"] for row in rows(name)}
