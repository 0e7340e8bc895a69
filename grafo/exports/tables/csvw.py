"""csv-metadata.json: the same tables in the W3C's vocabulary, CSV on the Web."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from grafo.exports.credits import Credit, title_of
from grafo.exports.tables.columns import Column
from grafo.exports.tables.data_package import PARTIAL_DATE
from grafo.exports.tables.written_file import WrittenTable
from grafo.language import Lang
from grafo.model import Bilingual, PropertyType

_TYPES: dict[PropertyType, Any] = {
    "integer": "integer",
    "float": "double",
    "boolean": {"base": "boolean", "format": "true|false"},
    "integers": "json",
    "texts": "json",
    "date": {"base": "string", "format": PARTIAL_DATE},
}
_SPDX = "http://spdx.org/rdf/terms#"


def csv_metadata(
    tables: Sequence[WrittenTable], credits: Sequence[Credit], lang: Lang
) -> dict[str, Any]:
    """Return the content of csv-metadata.json."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": lang}],
        "dc:title": _said(title_of(credits)),
        "dc:license": [_licence(licence) for licence in sorted({c.licence for c in credits})],
        "dc:source": [_source(credit) for credit in credits],
        "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"]},
        "tables": [_table(written) for written in tables],
    }


def _table(written: WrittenTable) -> dict[str, Any]:
    table = written.table
    schema: dict[str, Any] = {"columns": [_column(column) for column in table.columns]}
    keys = [column.name for column in table.columns if column.is_key]
    if keys:
        schema["primaryKey"] = keys[0]
    links = [
        {
            "columnReference": column.name,
            "reference": {"resource": f"{column.refers_to}.csv", "columnReference": "id"},
        }
        for column in table.columns
        if column.refers_to
    ]
    if links:
        schema["foreignKeys"] = links
    return {
        "url": written.file,
        "dc:title": _said(table.label),
        "dc:description": _said(table.about),
        "dcat:byteSize": written.size,
        f"{_SPDX}checksum": {
            f"{_SPDX}algorithm": {"@id": f"{_SPDX}checksumAlgorithm_sha256"},
            f"{_SPDX}checksumValue": written.sha256,
        },
        "tableSchema": schema,
    }


def _column(column: Column) -> dict[str, Any]:
    said: dict[str, Any] = {
        "name": column.name,
        "titles": column.name,
        "dc:description": _said(column.about),
        "datatype": _TYPES.get(column.type, "string"),
    }
    if column.values:
        said["datatype"] = {"base": "string", "format": "|".join(column.values)}
    if column.required:
        said["required"] = True
    return said


def _licence(licence: str) -> str | dict[str, str]:
    return {"@id": licence} if licence.startswith(("http://", "https://")) else licence


def _source(credit: Credit) -> dict[str, Any]:
    source: dict[str, Any] = {
        "dc:identifier": credit.id,
        "dc:title": _said(credit.title),
        "dc:publisher": credit.publisher,
        "dc:license": _licence(credit.licence),
        "schema:isSynthetic": credit.synthetic,
    }
    if credit.url:
        source["dcat:landingPage"] = {"@id": credit.url}
    return source


def _said(text: Bilingual) -> list[dict[str, str]]:
    return [{"@value": text[lang], "@language": lang} for lang in ("es", "en")]
