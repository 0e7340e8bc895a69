"""Rows as a table for people, as JSON or CSV for programs."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from grafo.cli.tables import write_table
from grafo.formulas import guard

Format = Literal["table", "json", "csv"]
Row = Sequence[Any]


def write_rows(
    columns: Sequence[str],
    rows: Sequence[Row],
    form: Format,
    *,
    title: str | None = None,
    headings: Mapping[str, str] | None = None,
) -> None:
    """Write rows to stdout. `headings` are the columns' names for a person, in a table."""
    if form == "json":
        write_json([dict(zip(columns, row, strict=True)) for row in rows])
    elif form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow([guard(column) for column in columns])
        writer.writerows([[csv_cell(value) for value in row] for row in rows])
    else:
        write_table(columns, rows, title=title, headings=headings or {})


def write_json(value: Any) -> None:
    """Write a value to stdout as JSON, dates as ISO text."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2, default=str)
    sys.stdout.write("\n")


def csv_cell(value: Any) -> str:
    """Return a value as one CSV cell; text that a spreadsheet would run is made harmless."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return guard("; ".join(map(str, value)))
    return guard(value) if isinstance(value, str) else str(value)
