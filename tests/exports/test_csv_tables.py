"""CSV tables open in a spreadsheet, describe themselves, and are read back equal."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grafo.exports import ExportOptions, ExportSource, find_export, write_export
from grafo.exports.tables import tables_of
from grafo.exports.tables.cells import read_cell, write_cell
from grafo.model import load_model
from grafo.store import Store
from tests.exports.given import HOSTILE, HOSTILE_PLACES, Given, small_graph, source_node

FRICTIONLESS = {
    "text": "string",
    "date": "string",
    "integer": "integer",
    "float": "number",
    "boolean": "boolean",
    "integers": "array",
    "texts": "array",
}


def _write(source: ExportSource, folder: Path, **options: Any) -> Path:
    write_export(find_export("csv"), source, folder, ExportOptions(**options))
    return folder


def _described(folder: Path, name: str = "datapackage.json") -> dict[str, Any]:
    content: dict[str, Any] = json.loads((folder / name).read_text(encoding="utf-8"))
    return content


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def _read(source: ExportSource, folder: Path) -> dict[str, list[list[Any]]]:
    """Read every table back by the types of the model."""
    found = {}
    for table in tables_of(source):
        header, *rows = _rows(folder / f"{table.name}.csv")
        assert header == [column.name for column in table.columns]
        types = [column.type for column in table.columns]
        found[table.name] = [
            [read_cell(cell, type_) for cell, type_ in zip(row, types, strict=True)] for row in rows
        ]
    return found


def test_a_loaded_graph_is_read_back_equal(synthetic_store: Store, tmp_path: Path) -> None:
    source = ExportSource(synthetic_store)
    found = _read(source, _write(source, tmp_path / "tables"))
    model = load_model()
    assert set(found) == {n for n, node in model.nodes.items() if not node.internal} | {
        *model.edges
    }
    assert sum(map(len, found.values())) > 10_000
    assert found == {table.name: list(table.rows()) for table in tables_of(source)}


def test_hostile_text_is_read_back_equal(tmp_path: Path) -> None:
    theme = {"id": "t", "name_es": "T", "name_en": "T", "sdg": []}
    embassy = {"id": "e", "type": "embassy", "status": "active", "references": HOSTILE}
    places = [("Government", place) for place in HOSTILE_PLACES]
    source = Given([*places, ("Theme", theme), ("Representation", embassy)])
    found = _read(source, _write(source, tmp_path / "tables"))
    assert found == {table.name: list(table.rows()) for table in tables_of(source)}


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1)))
def test_any_text_is_read_back_equal(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    places = [{"id": f"x-{n}", "name": text} for n, text in enumerate(texts)]
    source = Given([("Government", place) for place in places])
    found = _read(source, _write(source, tmp_path_factory.mktemp("any") / "tables"))
    assert [row[1] for row in found["Government"]] == texts


def test_a_spreadsheet_runs_no_formula(tmp_path: Path) -> None:
    source = Given([("Government", place) for place in HOSTILE_PLACES])
    header, *rows = _rows(_write(source, tmp_path / "tables") / "Government.csv")
    for row in rows:
        for name, cell in zip(header, row, strict=True):
            if name == "lat":
                assert float(cell) <= 0  # a negative number stays a number
            else:
                assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_excel_takes_it_for_utf_8_and_lines_end_as_rfc_4180_has_it(tmp_path: Path) -> None:
    content = (_write(small_graph(), tmp_path / "tables") / "SIGNED.csv").read_bytes()
    assert content == (b"\xef\xbb\xbffrom,to,role\r\ngn-1,a,counterpart\r\nmx-14,a,home\r\n")


def test_an_end_of_several_types_is_told_with_its_type(tmp_path: Path) -> None:
    folder = _write(small_graph(), tmp_path / "tables")
    assert _rows(folder / "REPORTED_IN.csv") == [
        ["from_type", "from", "to", "row", "rows", "file", "sha256", "retired_at"],
        ["Agreement", "a", "registro", "2", "[2, 7]", "", "", ""],
    ]


def test_the_data_package_types_every_column_and_links_every_table(tmp_path: Path) -> None:
    source = small_graph()
    folder = _write(source, tmp_path / "tables")
    package = _described(folder)
    resources = {resource["name"]: resource for resource in package["resources"]}
    for table in tables_of(source):
        schema = resources[table.name.lower()]["schema"]
        assert [field["name"] for field in schema["fields"]] == [c.name for c in table.columns]
        for field, column in zip(schema["fields"], table.columns, strict=True):
            assert field["type"] == FRICTIONLESS[column.type]
            assert field["description"] and field["description@en"]
            assert field.get("constraints", {}).get("required", False) == column.required
        assert schema.get("primaryKey") == ("id" if table.kind == "node" else None)
        for link in schema.get("foreignKeys", []):
            assert link["reference"]["fields"] == "id"
            assert link["reference"]["resource"] in resources
    signed = resources["signed"]["schema"]["foreignKeys"]
    assert {link["fields"]: link["reference"]["resource"] for link in signed} == {
        "from": "government",
        "to": "agreement",
    }
    kinds = resources["agreement"]["schema"]["fields"][1]["constraints"]["enum"]
    assert kinds == ["twinning", "specific-cooperation", "other"]


@pytest.mark.parametrize(
    ("date", "fits"), [("1995", True), ("1995-05-03", True), ("1995-5", False), ("mayo", False)]
)
def test_a_date_that_stops_at_the_year_fits_its_pattern(
    tmp_path: Path, date: str, fits: bool
) -> None:
    package = _described(_write(small_graph(), tmp_path / "tables"))
    (agreement,) = (r for r in package["resources"] if r["name"] == "agreement")
    (field,) = (f for f in agreement["schema"]["fields"] if f["name"] == "signed")
    assert bool(re.fullmatch(field["constraints"]["pattern"], date)) == fits


@pytest.mark.parametrize("name", ["datapackage.json", "csv-metadata.json"])
def test_sizes_and_fingerprints_are_those_of_the_files(tmp_path: Path, name: str) -> None:
    folder = _write(small_graph(), tmp_path / "tables")
    described = _described(folder, name)
    spdx = "http://spdx.org/rdf/terms#checksum"
    if name == "datapackage.json":
        told = {r["path"]: (r["bytes"], r["hash"]) for r in described["resources"]}
    else:
        told = {
            t["url"]: (t["dcat:byteSize"], f"sha256:{t[spdx][spdx + 'Value']}")
            for t in described["tables"]
        }
    assert told == {
        path.name: (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
        for path in folder.glob("*.csv")
        for content in [path.read_bytes()]
    }


def test_the_licences_of_all_sources_are_carried_through(tmp_path: Path) -> None:
    source = Given(
        [
            source_node("a"),
            source_node("b", licence="INEGI free-use terms", limits_es="L", limits_en="L"),
            source_node("c", licence="unknown", url="https://example.org/"),
            source_node("d"),
        ]
    )
    folder = _write(source, tmp_path / "tables")
    assert _described(folder, "csv-metadata.json")["dc:license"] == [
        "INEGI free-use terms",
        {"@id": "https://example.org/cc-by"},
        "unknown",
    ]
    package = _described(folder)
    assert package["licenses"] == [
        {"name": "INEGI free-use terms", "title": "INEGI free-use terms"},
        {"path": "https://example.org/cc-by"},
        {"name": "notspecified", "title": "License Not Specified"},
    ]
    assert [s["licence"] for s in package["sources"]] == [
        "https://example.org/cc-by",
        "INEGI free-use terms",
        "unknown",
        "https://example.org/cc-by",
    ]
    assert package["synthetic"] is False


@pytest.mark.parametrize(("lang", "other"), [("es", "en"), ("en", "es")])
def test_both_languages_are_there_and_made_up_data_is_named(
    tmp_path: Path, lang: str, other: str
) -> None:
    package = _described(_write(small_graph(synthetic=True), tmp_path / "tables", lang=lang))
    assert package["languages"] == [lang, other]
    titles = {lang: package["title"], other: package[f"title@{other}"]}
    assert "SINTÉTICOS" in titles["es"] and "SYNTHETIC" in titles["en"]
    assert package["synthetic"] is True


def test_the_metadata_of_the_w3c_names_the_same_columns(tmp_path: Path) -> None:
    folder = _write(small_graph(), tmp_path / "tables")
    metadata = _described(folder, "csv-metadata.json")
    assert metadata["@context"][0] == "http://www.w3.org/ns/csvw"
    for table in metadata["tables"]:
        columns = table["tableSchema"]["columns"]
        assert _rows(folder / table["url"])[0] == [column["titles"] for column in columns]
        for link in table["tableSchema"].get("foreignKeys", []):
            assert (folder / link["reference"]["resource"]).is_file()


def test_equal_graphs_are_equal_bytes(synthetic_store: Store, tmp_path: Path) -> None:
    source = ExportSource(synthetic_store)
    one, other = (_write(source, tmp_path / name) for name in ("one", "other"))
    assert {p.name: p.read_bytes() for p in one.iterdir()} == {
        p.name: p.read_bytes() for p in other.iterdir()
    }


@pytest.mark.parametrize("value", [None, 0, -5, 1e-7, -99.13, True, False, [], [1, -2], [""]])
def test_a_cell_gives_back_what_it_was_written_from(value: Any) -> None:
    types = {bool: "boolean", int: "integer", float: "float", list: "texts"}
    type_: Any = types.get(type(value), "text")
    assert read_cell(write_cell(value), type_) == value
