"""Analyses of the network, one file each, over a snapshot that is read from the store at once."""

from grafo.analysis.registry import Analysis, analyses, analysis, find_analysis
from grafo.analysis.result import Result, Table
from grafo.analysis.snapshot import Snapshot, take_snapshot

__all__ = [
    "Analysis",
    "Result",
    "Snapshot",
    "Table",
    "analyses",
    "analysis",
    "find_analysis",
    "take_snapshot",
]
