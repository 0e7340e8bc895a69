"""A table for a person: as many columns as the terminal shows whole, and a word on the rest."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.table import Table

from grafo.cli.console import out
from grafo.language import language, say
from grafo.shown import decimals, shown

# A cell longer than this is a sentence: it stands below the table, not in it.
_SENTENCE = 60
_WIDEST_CELL = 32
_BORDER = 3


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    heading: str
    cells: list[str]
    numeric: bool

    @property
    def sentences(self) -> bool:
        return any(len(cell) > _SENTENCE for cell in self.cells)

    @property
    def narrowest(self) -> int:
        """The width at which no word and no number is broken."""
        words = [*self.heading.split(), *(c for cell in self.cells for c in self._parts(cell))]
        longest = max(map(len, words), default=1)
        return longest if self.numeric else min(longest, _WIDEST_CELL)

    def _parts(self, cell: str) -> list[str]:
        return [cell] if self.numeric else cell.split()


def write_table(
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
    *,
    title: str | None,
    headings: Mapping[str, str],
) -> None:
    """Write rows to stdout for a person to read, in the current language.

    Into a pipe or a file every column is written, however wide the lines become.
    """
    known = [
        _column(name, headings.get(name, name), [row[index] for row in rows])
        for index, name in enumerate(columns)
        if not _said_by_another(name, columns)
    ]
    # Where it stays in the table it would take the width of all others.
    below = [column for column in known if column.sentences and len(known) > 2]
    inside = [column for column in known if column not in below]
    fitting = _fitting(inside, _width())
    table = Table(title=title, title_justify="left", header_style="bold")
    for column in fitting:
        table.add_column(
            column.heading,
            justify="right" if column.numeric else "left",
            overflow="fold",
            min_width=column.narrowest,
        )
    for cells in zip(*(column.cells for column in fitting), strict=True):
        table.add_row(*cells)
    Console(markup=False, emoji=False, highlight=False, width=_width()).print(table)
    _write_sentences(below, inside)
    if left_out := [column.heading for column in inside if column not in fitting]:
        out.print(
            say(
                f"No caben: {', '.join(left_out)} (con --format csv salen todas).",
                f"Not shown for want of room: {', '.join(left_out)} (--format csv has them all).",
            ),
            style="dim",
        )


def _width() -> int:
    if sys.stdout.isatty() or "COLUMNS" in os.environ:
        return shutil.get_terminal_size().columns
    return 10_000


def _column(name: str, heading: str, values: list[Any]) -> _Column:
    present = [value for value in values if value is not None]
    numeric = bool(present) and all(
        isinstance(value, int | float) and not isinstance(value, bool) for value in present
    )
    digits = decimals([value for value in present if isinstance(value, float)]) if numeric else 0
    return _Column(
        name, heading, [shown(name, value, language(), digits) for value in values], numeric
    )


def _fitting(columns: list[_Column], width: int) -> list[_Column]:
    """Return the columns that fit; a key beside a name goes first, then those at the end."""

    def fit(chosen: list[_Column]) -> bool:
        return sum(column.narrowest + _BORDER for column in chosen) + 1 <= width

    if fit(columns):
        return columns
    names = {column.name for column in columns}
    if "id" in names and any(name == "name" or name.startswith("name_") for name in names):
        columns = [column for column in columns if column.name != "id"]
    while len(columns) > 1 and not fit(columns):
        columns = columns[:-1]
    return columns


def _write_sentences(below: list[_Column], inside: list[_Column]) -> None:
    """Write what is too long for a cell, each under the name of its row."""
    if not below:
        return
    named = [c for c in inside if c.name == "name" or c.name.startswith("name_")]
    label = (named or [c for c in inside if not c.numeric] or inside)[0]
    for column in below:
        out.print(f"{column.heading}:")
        for row, text in zip(label.cells, column.cells, strict=True):
            out.print(f"  {row}: {text}")


def _said_by_another(column: str, columns: Sequence[str]) -> bool:
    """A person reads name_es or name_en, not both, and a country's name in place of its code."""
    mine, other = ("_es", "_en") if language() == "es" else ("_en", "_es")
    if column.endswith(other):
        return column.removesuffix(other) + mine in columns
    return any(f"{column}{name}{mine}" in columns for name in ("", "_name"))
