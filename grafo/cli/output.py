"""Rows as a table for people, as JSON or CSV for programs."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Literal

from rich.table import Table

from grafo.cli.console import out
from grafo.formulas import guard
from grafo.language import language, say
from grafo.model import Bilingual, load_model

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
        _write_table(columns, rows, title, headings or {})


def write_json(value: Any) -> None:
    """Write a value to stdout as JSON, dates as ISO text."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2, default=str)
    sys.stdout.write("\n")


def csv_cell(value: Any) -> str:
    """Return a value as one CSV cell; text that a spreadsheet would run is made harmless."""
    if value is None:
        return ""
    if isinstance(value, list):
        return guard("; ".join(map(str, value)))
    return guard(value) if isinstance(value, str) else str(value)


def _write_table(
    columns: Sequence[str], rows: Sequence[Row], title: str | None, headings: Mapping[str, str]
) -> None:
    table = Table(title=title, title_justify="left", header_style="bold")
    shown = [i for i, column in enumerate(columns) if not _in_other_language(column, columns)]
    for index in shown:
        values = [row[index] for row in rows if row[index] is not None]
        numeric = bool(values) and all(isinstance(value, int | float) for value in values)
        heading = headings.get(columns[index], columns[index])
        table.add_column(heading, justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*[_shown(columns[index], row[index]) for index in shown])
    out.print(table)


def _in_other_language(column: str, columns: Sequence[str]) -> bool:
    """A person reads name_es or name_en, not both."""
    mine, other = ("_es", "_en") if language() == "es" else ("_en", "_es")
    return column.endswith(other) and column.removesuffix(other) + mine in columns


@cache
def _words() -> dict[tuple[str, str], Bilingual]:
    """The model's names for its values, by property and value: (level, state) is “estado”."""

    def named() -> Iterator[tuple[tuple[str, str], Bilingual]]:
        model = load_model()
        for properties in (
            *(node.properties for node in model.nodes.values()),
            *(edge.properties for edge in model.edges.values()),
        ):
            for name, prop in properties.items():
                for value, label in (prop.values or {}).items():
                    yield (name, value), label

    return dict(named())


def _shown(column: str, value: Any) -> str:
    """Return a value as a person reads it."""
    match value:
        case None:
            return "—"
        case bool():
            return say("sí", "yes") if value else "no"
        case int() | float():
            return _number(column, value)
        case list():
            return "; ".join(_shown(column, item) for item in value)
    text = str(value)
    if label := _words().get((column, text)):
        return label[language()]
    # Control signs in data must not drive the terminal.
    return "".join(ch if ch.isprintable() else " " for ch in text)


def _number(column: str, value: float) -> str:
    if isinstance(value, int):
        return f"{value:,}"
    return f"{value:.1%}" if column.startswith("share") else f"{value:,.2f}"
