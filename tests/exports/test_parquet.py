"""Parquet tables are typed, carry their licences, and are read back equal."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from grafo.errors import UsageError
from grafo.exports import ExportOptions, ExportSource, find_export, write_export
from grafo.exports.tables import tables_of
from grafo.language import Lang, set_language
from grafo.store import Store
from tests.exports.given import HOSTILE, HOSTILE_PLACES, Given, small_graph

pytest.importorskip("pyarrow", reason="the format parquet needs pyarrow")
import pyarrow as pa  # only where it is installed
import pyarrow.parquet as pq


def _write(source: ExportSource, folder: Path) -> Path:
    write_export(find_export("parquet"), source, folder, ExportOptions())
    return folder


def _read(source: ExportSource, folder: Path) -> dict[str, list[list[Any]]]:
    found = {}
    for table in tables_of(source):
        read = pq.read_table(folder / f"{table.name}.parquet")
        assert read.column_names == [column.name for column in table.columns]
        found[table.name] = [list(row.values()) for row in read.to_pylist()]
    return found


def test_a_loaded_graph_is_read_back_equal(synthetic_store: Store, tmp_path: Path) -> None:
    source = ExportSource(synthetic_store)
    found = _read(source, _write(source, tmp_path / "tables"))
    assert sum(map(len, found.values())) > 10_000
    assert found == {table.name: list(table.rows()) for table in tables_of(source)}


def test_hostile_text_and_lists_are_read_back_equal(tmp_path: Path) -> None:
    embassy = {"id": "e", "type": "embassy", "status": "active", "references": HOSTILE}
    empty = {"id": "f", "type": "embassy", "status": "active", "references": []}
    places = [("Government", place) for place in HOSTILE_PLACES]
    source = Given([*places, ("Representation", embassy), ("Representation", empty)])
    found = _read(source, _write(source, tmp_path / "tables"))
    assert found == {table.name: list(table.rows()) for table in tables_of(source)}


def test_columns_have_the_types_of_the_model_also_where_there_are_no_rows(tmp_path: Path) -> None:
    folder = _write(Given([]), tmp_path / "tables")
    schema = pq.read_schema(folder / "Government.parquet")
    types = {name: schema.field(name).type for name in ("id", "population", "lat")}
    assert types == {"id": pa.string(), "population": pa.int64(), "lat": pa.float64()}
    sdg = pq.read_schema(folder / "Theme.parquet").field("sdg").type
    assert pa.types.is_list(sdg) and sdg.value_type == pa.int64()
    assert pq.read_schema(folder / "Source.parquet").field("synthetic").type == pa.bool_()


def test_each_file_carries_sources_licences_and_whether_data_is_made_up(tmp_path: Path) -> None:
    folder = _write(small_graph(synthetic=True), tmp_path / "tables")
    for path in folder.glob("*.parquet"):
        metadata = pq.read_schema(path).metadata
        assert json.loads(metadata[b"synthetic"]) is True
        assert json.loads(metadata[b"licences"]) == ["https://example.org/cc-by"]
        assert [source["id"] for source in json.loads(metadata[b"sources"])] == ["registro"]
        assert "SYNTHETIC" in metadata[b"title_en"].decode()
    field = pq.read_schema(folder / "Government.parquet").field("name")
    assert field.metadata[b"description_es"].decode() == "Nombre principal."


def test_equal_graphs_are_equal_bytes(synthetic_store: Store, tmp_path: Path) -> None:
    source = ExportSource(synthetic_store)
    one, other = (_write(source, tmp_path / name) for name in ("one", "other"))
    assert {p.name: p.read_bytes() for p in one.iterdir()} == {
        p.name: p.read_bytes() for p in other.iterdir()
    }


@pytest.mark.parametrize(("lang", "said"), [("es", "no está instalado"), ("en", "not installed")])
def test_without_pyarrow_it_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: Lang, said: str
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)  # as Python has it after a failed import
    set_language(lang)
    with pytest.raises(UsageError, match=said) as refused:
        _write(small_graph(), tmp_path / "tables")
    assert "pip install" in (refused.value.hint or "")
    assert not (tmp_path / "tables").exists()
