"""The script that runs the import tool, and the Cypher to run once after it."""

from __future__ import annotations

from collections.abc import Sequence

from grafo.exports.bulk.copied import BulkFile
from grafo.model import Model
from grafo.store.constraints import statements

_HEAD = """\
#!/bin/sh
# Crea una base de datos de Neo4j 5 a partir de los archivos de esta carpeta.
# Creates a Neo4j 5 database from the files in this folder.
#
#   sh import.sh [DATABASE] [--overwrite-destination]
#
# La base no debe estar en uso; neo4j-admin debe estar en el PATH. Después, con Neo4j en marcha:
# The database must not be in use; neo4j-admin must be on the PATH. Then, with Neo4j running:
#
#   cypher-shell -d DATABASE -f after-import.cypher
set -eu
cd "$(dirname "$0")"
database="${1:-neo4j}"
[ "$#" -eq 0 ] || shift
"""
_OPTIONS = (
    "--id-type=string",
    "--array-delimiter=U+001F",
    "--multiline-fields=true",
    "--legacy-style-quoting=false",
    "--trim-strings=false",
)


def import_script(files: Sequence[BulkFile]) -> str:
    """Return the script; its paths are relative to the folder that it is in."""
    # The database goes first: the tool would take it for one more file of the last option.
    parts = ['neo4j-admin database import full "$database"', *_OPTIONS, '"$@"']
    for file in files:
        option = "--relationships" if file.is_edge else "--nodes"
        parts.append(f"{option}={file.type}={file.name}.header.csv,{file.name}.csv")
    return _HEAD + " \\\n  ".join(parts) + "\n"


def after_import(model: Model) -> str:
    """Return the Cypher to run after it, one statement a line.

    It makes keys unique, and gives each edge the empty lists that it must have: the tool takes
    an empty list for none. A list that is not required and empty comes back as none.
    """
    lists = [
        f"MATCH ()-[e:{edge.name}]->() WHERE e.{name} IS NULL SET e.{name} = []"
        for edge in model.edges.values()
        for name, prop in edge.properties.items()
        if prop.required and prop.type in ("integers", "texts")
    ]
    return "".join(f"{statement};\n" for statement in [*statements(model), *lists])
