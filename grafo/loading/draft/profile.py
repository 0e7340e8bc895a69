"""What the cells of a column look like: the evidence from which a loader file is drafted."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from grafo.loading.cells import text_of
from grafo.loading.date_formats import AUTO, reads
from grafo.places import country_of
from grafo.readers import Cell, Row
from grafo.readers.header import Header

SAMPLE_ROWS = 2000
_DISTINCT_KEPT = 400


@dataclass(slots=True)
class ColumnProfile:
    """One column: its heading, how full it is, and its values with their counts."""

    heading: str
    index: int
    rows: int = 0
    filled: int = 0
    dates: int = 0
    values: Counter[str] = field(default_factory=Counter)

    def add(self, cell: Cell) -> None:
        """Take one more cell into account."""
        self.rows += 1
        text = text_of(cell)
        if not text:
            return
        self.filled += 1
        self.dates += isinstance(cell, dt.date)
        if text in self.values or len(self.values) < _DISTINCT_KEPT:
            self.values[text] += 1

    @property
    def fill(self) -> float:
        """Share of rows with a value."""
        return self.filled / self.rows if self.rows else 0.0

    def share(self, holds: Iterable[bool]) -> float:
        """Share of distinct values for which something holds."""
        verdicts = list(holds)
        return sum(verdicts) / len(verdicts) if verdicts else 0.0

    @property
    def country_share(self) -> float:
        """Share of distinct values that name a country."""
        return self.share(country_of(value).iso2 is not None for value in self.values)

    @property
    def date_share(self) -> float:
        """Share of distinct values that read as dates, counting real date cells."""
        if self.dates and self.dates >= self.filled * 0.5:
            return 1.0
        return self.share(reads(value, "auto") for value in self.values)

    def date_formats(self) -> tuple[list[str], bool]:
        """Return the formats to read this column with, and whether day and month may be swapped.

        Month first is chosen only when some value cannot be read the other way round, and none
        can be read only so.
        """
        month_first = {t for t in self.values if reads(t, "mm/dd/yyyy")}
        day_first = {t for t in self.values if reads(t, "dd/mm/yyyy")}
        if month_first - day_first and not day_first - month_first:
            others = [p for p in AUTO if p != "dd/mm/yyyy"]
            used = [p for p in others if any(reads(t, p) for t in self.values)]
            return ["mm/dd/yyyy", *used], False
        doubtful = bool(day_first) and day_first == month_first
        return ["auto"], doubtful


def profile(header: Header, rows: Iterable[Row]) -> list[ColumnProfile]:
    """Profile every column of a register with a heading."""
    columns = [
        ColumnProfile(name, index) for index, name in enumerate(header.names) if name.strip()
    ]
    for row in rows:
        for column in columns:
            column.add(row.cells[column.index] if column.index < len(row.cells) else None)
    return columns
