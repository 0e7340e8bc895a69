"""CSV tables in a folder, one a type, described by datapackage.json and csv-metadata.json.

As RFC 4180 has it: commas, CRLF, quotes doubled. UTF-8 with a byte order mark, for without one
Excel takes it for the system's old code page and `Mérida` becomes `MÃ©rida`. How cells are
written: grafo/exports/tables/cells.py.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from grafo.exports.credits import credits_of
from grafo.exports.registry import ExportOptions, export
from grafo.exports.source import ExportSource
from grafo.exports.tables import Table, tables_of
from grafo.exports.tables.cells import write_cell
from grafo.exports.tables.csvw import csv_metadata
from grafo.exports.tables.data_package import data_package
from grafo.exports.tables.written_file import WrittenTable
from grafo.model import Bilingual


@export(
    "csv",
    Bilingual(
        es="Una carpeta de tablas CSV, para Excel, con su datapackage.json",
        en="A folder of CSV tables, for Excel, with its datapackage.json",
    ),
    folder=True,
)
def csv_tables(source: ExportSource, output: Path, options: ExportOptions) -> None:
    """Write all tables and what describes them into an empty folder."""
    written = []
    for table in tables_of(source):
        path = output / f"{table.name}.csv"
        write_table(table, path)
        written.append(WrittenTable.of(table, path))
    credits = credits_of(source)
    _write_json(output / "datapackage.json", data_package(written, credits, options.lang))
    _write_json(output / "csv-metadata.json", csv_metadata(written, credits, options.lang))


def write_table(table: Table, path: Path) -> None:
    """Write one table, row by row."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([column.name for column in table.columns])
        for row in table.rows():
            writer.writerow([write_cell(value) for value in row])


def _write_json(path: Path, content: dict[str, Any]) -> None:
    text = json.dumps(content, ensure_ascii=False, indent=2)
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")
