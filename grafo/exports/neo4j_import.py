"""A folder for `neo4j-admin database import full`: a graph of any size in Neo4j within seconds."""

from __future__ import annotations

from pathlib import Path

from grafo.exports.bulk import BulkFile, after_import, bulk_files, field_of, import_script
from grafo.exports.registry import ExportOptions, export
from grafo.exports.source import ExportSource
from grafo.model import Bilingual


@export(
    "neo4j-import",
    Bilingual(
        es="Una carpeta para neo4j-admin: una copia de la base, en la que grafo puede seguir",
        en="A folder for neo4j-admin: a copy of the database, in which grafo can go on",
    ),
    folder=True,
)
def neo4j_import(source: ExportSource, output: Path, options: ExportOptions) -> None:  # noqa: ARG001
    """Write headers, rows, import.sh and after-import.cypher into an empty folder."""
    written = [file for file in bulk_files(source) if _write(file, output) or not file.is_edge]
    script = output / "import.sh"
    script.write_text(import_script(written), encoding="utf-8", newline="\n")
    script.chmod(script.stat().st_mode | 0o111)
    cypher = after_import(source.model)
    (output / "after-import.cypher").write_text(cypher, encoding="utf-8", newline="\n")


def _write(file: BulkFile, folder: Path) -> int:
    """Write a file and its header; return how many rows. One of edges without rows is not left."""
    rows, header = folder / f"{file.name}.csv", folder / f"{file.name}.header.csv"
    count = 0
    with rows.open("w", encoding="utf-8", newline="") as stream:
        for row in file.rows():
            stream.write(",".join(map(field_of, row)) + "\n")
            count += 1
    if file.is_edge and not count:
        rows.unlink()
    else:
        header.write_text(",".join(file.header) + "\n", encoding="utf-8", newline="")
    return count
