"""datapackage.json: the tables as a Tabular Data Package (Frictionless), ready to be checked.

Texts in the other language than the package's stand beside it, as in `title@en`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from grafo.exports.credits import UNKNOWN, Credit, title_of
from grafo.exports.tables.columns import Column
from grafo.exports.tables.written_file import WrittenTable
from grafo.language import Lang
from grafo.model import Bilingual, PropertyType

PARTIAL_DATE = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
_TYPES: dict[PropertyType, str] = {
    "integer": "integer",
    "float": "number",
    "boolean": "boolean",
    "integers": "array",
    "texts": "array",
}


def data_package(
    tables: Sequence[WrittenTable], credits: Sequence[Credit], lang: Lang
) -> dict[str, Any]:
    """Return the content of datapackage.json."""
    return {
        "profile": "tabular-data-package",
        "name": "grafo",
        "languages": [lang, _other(lang)],
        **_said("title", title_of(credits), lang),
        "synthetic": any(credit.synthetic for credit in credits),
        "licenses": _licences(credits),
        "sources": [_source(credit, lang) for credit in credits],
        "resources": [_resource(written, lang) for written in tables],
    }


def _licences(credits: Sequence[Credit]) -> list[dict[str, str]]:
    """Return each licence once. Which row is under which is in REPORTED_IN and in `sources`."""
    return [_licence(licence) for licence in sorted({credit.licence for credit in credits})]


def _licence(licence: str) -> dict[str, str]:
    if licence == UNKNOWN:
        # The name that the Open Definition's list has for it.
        return {"name": "notspecified", "title": "License Not Specified"}
    if licence.startswith(("http://", "https://")):
        return {"path": licence}
    return {"name": licence, "title": licence}


def _source(credit: Credit, lang: Lang) -> dict[str, Any]:
    source: dict[str, Any] = {"name": credit.id, **_said("title", credit.title, lang)}
    if credit.url:
        source["path"] = credit.url
    source |= {
        "publisher": credit.publisher,
        "licence": credit.licence,
        "synthetic": credit.synthetic,
    }
    if credit.limits.es:
        source |= _said("limits", credit.limits, lang)
    return source


def _resource(written: WrittenTable, lang: Lang) -> dict[str, Any]:
    table = written.table
    return {
        "profile": "tabular-data-resource",
        "name": table.name.lower(),
        "path": written.file,
        **_said("title", table.label, lang),
        **_said("description", table.about, lang),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": written.size,
        "hash": f"sha256:{written.sha256}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"'},
        "schema": _schema(table.columns, lang),
    }


def _schema(columns: Sequence[Column], lang: Lang) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column, lang) for column in columns],
        "missingValues": [""],
    }
    keys = [column.name for column in columns if column.is_key]
    if keys:
        schema["primaryKey"] = keys[0]
    links = [
        {
            "fields": column.name,
            "reference": {"resource": column.refers_to.lower(), "fields": "id"},
        }
        for column in columns
        if column.refers_to
    ]
    if links:
        schema["foreignKeys"] = links
    return schema


def _field(column: Column, lang: Lang) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.is_key:
        constraints["unique"] = True
    if column.values:
        constraints["enum"] = list(column.values)
    if column.type == "date":
        constraints["pattern"] = PARTIAL_DATE
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES.get(column.type, "string"),
        **_said("description", column.about, lang),
    }
    return field | ({"constraints": constraints} if constraints else {})


def _said(name: str, text: Bilingual, lang: Lang) -> dict[str, str]:
    return {name: text[lang], f"{name}@{_other(lang)}": text[_other(lang)]}


def _other(lang: Lang) -> Lang:
    return "en" if lang == "es" else "es"
