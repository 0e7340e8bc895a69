"""The graph as flat tables, one a type of node or edge: columns, cells, and what describes them."""

from grafo.exports.tables.columns import Column, Table, tables_of

__all__ = ["Column", "Table", "tables_of"]
