"""Parquet tables in a folder, one a type, for pandas, DuckDB, R and Spark. Needs pyarrow."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

from grafo.errors import UsageError
from grafo.exports.credits import Credit, credits_of, title_of
from grafo.exports.registry import ExportOptions, export
from grafo.exports.source import ExportSource
from grafo.exports.tables import Column, Table, tables_of
from grafo.language import say
from grafo.model import Bilingual

_ROWS_PER_GROUP = 20_000


@export(
    "parquet",
    Bilingual(
        es="Una carpeta de tablas Parquet, para pandas, DuckDB o R",
        en="A folder of Parquet tables, for pandas, DuckDB or R",
    ),
    folder=True,
)
def parquet(source: ExportSource, output: Path, options: ExportOptions) -> None:  # noqa: ARG001
    """Write all tables into an empty folder.

    Lists are lists, and the licences, sources and whether data is made up are in each file's
    metadata. A date is text, because a register may give only its year.

    Raises:
        UsageError: pyarrow is not installed.
    """
    arrow, files = _pyarrow()
    metadata = _metadata(credits_of(source))
    for table in tables_of(source):
        schema = _schema(arrow, table, metadata)
        path = output / f"{table.name}.parquet"
        with files.ParquetWriter(path, schema, compression="zstd") as writer:
            for rows in _in_groups(table):
                columns = [list(values) for values in zip(*rows, strict=True)]
                arrays = [
                    arrow.array(values, type=field.type)
                    for values, field in zip(columns, schema, strict=True)
                ]
                writer.write_batch(arrow.record_batch(arrays, schema=schema))


def _pyarrow() -> tuple[Any, Any]:
    """Return pyarrow and its part for Parquet."""
    try:
        return import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError as missing:
        raise UsageError(
            say(
                "el formato parquet necesita pyarrow, que no está instalado",
                "the format parquet needs pyarrow, which is not installed",
            ),
            hint=say(
                "Instálelo con: pip install pyarrow",
                "Install it with: pip install pyarrow",
            ),
        ) from missing


def _metadata(credits: list[Credit]) -> dict[str, str]:
    sources = [
        {
            "id": credit.id,
            "title_es": credit.title.es,
            "title_en": credit.title.en,
            "publisher": credit.publisher,
            "licence": credit.licence,
            "url": credit.url,
            "synthetic": credit.synthetic,
            "limits_es": credit.limits.es,
            "limits_en": credit.limits.en,
        }
        for credit in credits
    ]
    title = title_of(credits)
    return {
        "title_es": title.es,
        "title_en": title.en,
        "synthetic": json.dumps(any(credit.synthetic for credit in credits)),
        "licences": json.dumps(sorted({credit.licence for credit in credits}), ensure_ascii=False),
        "sources": json.dumps(sources, ensure_ascii=False),
    }


def _schema(arrow: Any, table: Table, metadata: dict[str, str]) -> Any:
    about = {"description_es": table.about.es, "description_en": table.about.en}
    fields = [_field(arrow, column) for column in table.columns]
    return arrow.schema(fields, metadata={**metadata, **about})


def _field(arrow: Any, column: Column) -> Any:
    types = {
        "integer": arrow.int64(),
        "float": arrow.float64(),
        "boolean": arrow.bool_(),
        "integers": arrow.list_(arrow.int64()),
        "texts": arrow.list_(arrow.string()),
    }
    about = {"description_es": column.about.es, "description_en": column.about.en}
    return arrow.field(column.name, types.get(column.type, arrow.string()), metadata=about)


def _in_groups(table: Table) -> Iterator[list[list[Any]]]:
    rows = table.rows()
    while group := list(islice(rows, _ROWS_PER_GROUP)):
        yield group
