"""How the tests publish a small graph."""

from __future__ import annotations

from pathlib import Path

from grafo.analysis.snapshot import Snapshot
from grafo.exports import ExportSource
from grafo.publishing import Graph, Profile, Published, PublishOptions, publish
from tests.exports.given import Given
from tests.exports.rdf_given import one_of_everything

BASE = "https://data.example.org/"


def everything() -> Given:
    """Return a graph with one of everything."""
    return one_of_everything()


def published(
    source: ExportSource,
    folder: Path,
    base: str = BASE,
    contact: str | None = None,
    profile: Profile = "dcat-ap",
) -> Published:
    """Publish a graph; the explorer and the report are those of an empty one."""
    graph = Graph(source, Snapshot(), [], {"registro": "2026-05-01"})
    return publish(graph, folder, PublishOptions(base, "Secretaría de Prueba", contact, profile))
