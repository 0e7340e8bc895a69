"""Exports: the graph in formats that other programs read; each module is one, or a part."""

from grafo.exports.registry import (
    EXAMPLE_BASE,
    Export,
    ExportOptions,
    export,
    exports,
    find_export,
)
from grafo.exports.source import ExportedEdge, ExportedNode, ExportSource
from grafo.exports.written import write_export

__all__ = [
    "EXAMPLE_BASE",
    "Export",
    "ExportOptions",
    "ExportSource",
    "ExportedEdge",
    "ExportedNode",
    "export",
    "exports",
    "find_export",
    "write_export",
]
