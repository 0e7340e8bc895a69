"""What reading a file comes to: its rows, its cells, or the error that refuses it."""

from __future__ import annotations

from pathlib import Path

import pytest

from grafo.errors import InputError
from grafo.readers import DEFAULT, Cell, Limits, Reading, read_rows

AUTO = Reading()


def rows(path: Path, reading: Reading = AUTO) -> list[tuple[int, tuple[Cell, ...]]]:
    """Return the number and the cells of every row."""
    return [(row.number, row.cells) for row in read_rows(path, reading)]


def cells(path: Path, reading: Reading = AUTO) -> list[tuple[Cell, ...]]:
    """Return the cells of every row."""
    return [row.cells for row in read_rows(path, reading)]


def refused(path: Path, reading: Reading = AUTO, limits: Limits = DEFAULT) -> InputError:
    """Return the error that refuses a file; it names the file."""
    with pytest.raises(InputError) as caught:
        list(read_rows(path, reading, limits))
    assert caught.value.at is not None
    assert caught.value.at.file == path.name
    return caught.value
