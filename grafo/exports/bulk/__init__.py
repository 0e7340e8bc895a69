"""Files for `neo4j-admin database import full`, and the script that runs it."""

from grafo.exports.bulk.copied import BulkFile, bulk_files
from grafo.exports.bulk.fields import ARRAY_DELIMITER, field_of, header_of
from grafo.exports.bulk.script import after_import, import_script

__all__ = [
    "ARRAY_DELIMITER",
    "BulkFile",
    "after_import",
    "bulk_files",
    "field_of",
    "header_of",
    "import_script",
]
