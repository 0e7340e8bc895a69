"""What is copied: a file a type of node, and a file a type of edge and the types of its ends.

Unlike the other formats this one is a copy of the database: also what grafo keeps for itself
(fingerprints of agreements, what each source claims, when it was first and last seen), so that
grafo goes on loading into it. Not copied are the ledger of loads, which is about this
installation, and, unless asked for, measures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from grafo.exports.bulk.fields import header_of
from grafo.exports.source import ExportSource
from grafo.model import EdgeType, Property


@dataclass(frozen=True, slots=True)
class BulkFile:
    """A file of rows. `type` is the label or the edge's type; `header` has a field a value."""

    name: str
    type: str
    is_edge: bool
    header: list[str]
    rows: Callable[[], Iterator[list[Any]]]


def bulk_files(source: ExportSource) -> list[BulkFile]:
    """Return all files: those of nodes, then those of edges, in the model's order."""
    nodes = [_file_of_nodes(source, type_.name) for type_ in source.node_types()]
    edges = [
        _file_of_edges(source, edge, one, other)
        for edge in source.edge_types()
        for one in edge.source
        for other in edge.target
    ]
    return nodes + edges


def _file_of_nodes(source: ExportSource, type_: str) -> BulkFile:
    copied = _copied(source, source.model.node(type_).properties)
    header = [f"id:ID({type_})"]
    header += [header_of(name, prop) for name, prop in copied.items() if name != "id"]
    cypher = f"MATCH (n:{type_}) RETURN properties(n) AS node ORDER BY n.id"

    def rows() -> Iterator[list[Any]]:
        for row in source.store.stream(cypher):
            yield [row["node"].get(name) for name in copied]

    return BulkFile(type_, type_, False, header, rows)


def _file_of_edges(source: ExportSource, edge: EdgeType, one: str, other: str) -> BulkFile:
    declared = dict(edge.properties)
    if edge.claims:
        # It repeats its node's properties as the source gives them; see the model.
        declared |= {n: p for n, p in source.model.node(one).properties.items() if n != "id"}
    copied = _copied(source, declared)
    header = [f":START_ID({one})", f":END_ID({other})"]
    header += [header_of(name, prop) for name, prop in copied.items()]
    cypher = (
        f"MATCH (n:{one})-[e:{edge.name}]->(m:{other}) "
        "RETURN n.id AS one, properties(e) AS edge, m.id AS other ORDER BY n.id, m.id"
    )

    def rows() -> Iterator[list[Any]]:
        for row in source.store.stream(cypher):
            yield [row["one"], row["other"], *(row["edge"].get(name) for name in copied)]

    return BulkFile(f"{edge.name}.{one}.{other}", edge.name, True, header, rows)


def _copied(source: ExportSource, declared: Mapping[str, Property]) -> dict[str, Property]:
    """Leave out the measures, unless they were asked for."""
    told = source.tells_measures
    return {name: prop for name, prop in declared.items() if told or not prop.derived}
