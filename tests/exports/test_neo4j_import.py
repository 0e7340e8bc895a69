"""The folder for neo4j-admin holds what its script names, and nothing of this machine.

That the real tool imports it: tests/neo4j/test_import_tool.py.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from grafo.exports import ExportOptions, ExportSource, find_export, write_export
from grafo.exports.bulk import field_of
from grafo.store import Store
from grafo.store.counts import graph_status


@pytest.fixture(scope="module")
def folder(synthetic_store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("export") / "neo4j"
    source = ExportSource(synthetic_store)
    write_export(find_export("neo4j-import"), source, output, ExportOptions())
    return output


def test_the_script_names_every_file_and_only_those(folder: Path) -> None:
    script = (folder / "import.sh").read_text(encoding="utf-8")
    named = re.findall(r"[\w.-]+\.csv", script)
    assert len(set(named)) == len(named)
    assert set(named) == {path.name for path in folder.glob("*.csv")}
    for path in folder.iterdir():
        assert "/" not in path.name
    assert str(folder.parent) not in script


def test_the_script_is_one_that_a_shell_takes(folder: Path) -> None:
    script = folder / "import.sh"
    subprocess.run(["/bin/sh", "-n", str(script)], check=True)  # noqa: S603  # only parses it
    assert script.stat().st_mode & 0o111


def test_every_node_and_edge_of_the_store_has_its_row(folder: Path, synthetic_store: Store) -> None:
    counted = {path.name: path.read_text("utf-8").count("\n") for path in folder.glob("*.csv")}
    status = graph_status(synthetic_store)
    assert all(counted[f"{type_}.csv"] == count for type_, count in status.nodes.items())
    for type_, count in status.edges.items():
        files = [n for n in counted if n.startswith(f"{type_}.") and ".header." not in n]
        assert sum(counted[name] for name in files) == count


def test_headers_type_their_columns_and_name_the_ends(folder: Path) -> None:
    def header(name: str) -> list[str]:
        return (folder / f"{name}.header.csv").read_text("utf-8").rstrip("\n").split(",")

    government = header("Government")
    assert government[:2] == ["id:ID(Government)", "name:string"]
    assert {"population:long", "lat:double"} <= set(government)
    assert "pagerank:double" not in government
    signed = header("SIGNED.Government.Agreement")
    assert signed == [":START_ID(Government)", ":END_ID(Agreement)", "role:string"]
    claims = header("REPORTED_IN.Agreement.Source")
    assert {"rows:long[]", "links:string[]", "signed:string", "retired_at:string"} <= set(claims)


def test_the_ledger_of_this_installation_is_not_copied(folder: Path) -> None:
    assert not list(folder.glob("Run*"))


@pytest.mark.parametrize(
    ("value", "field"),
    [
        (None, ""),
        ("", '""'),
        ("a\nb,c", '"a\nb,c"'),
        (["a", "b\x1fc"], '"a\x1fb\ufffdc"'),
        ([6, 14], '"6\x1f14"'),
        (False, "false"),
        (-0.5, "-0.5"),
    ],
)
def test_a_value_is_a_field_that_the_tool_tells_apart(value: object, field: str) -> None:
    assert field_of(value) == field
