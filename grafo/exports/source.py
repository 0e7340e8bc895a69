"""What an export reads: the nodes and edges of the graph, in an order of their own."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from grafo.model import EdgeType, Model, NodeType, Property, load_model
from grafo.store import Store


@dataclass(frozen=True, slots=True)
class ExportedNode:
    """A node: its type, its id, and the properties that it has, in the order of the model."""

    type: str
    id: str
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ExportedEdge:
    """An edge between two nodes, each given by its type and id."""

    type: str
    one_type: str
    one: str
    other_type: str
    other: str
    properties: Mapping[str, Any]


class ExportSource:
    """The graph in a store, for exports to read. Equal graphs are read in equal order.

    Internal types and properties are left out: an export tells what the sources say. Measures
    that `grafo analyze --write` left on the nodes are given only where `measures` is set.

    Attributes:
        store: where the graph is, for a format that reads more of it than this gives.
        tells_measures: whether measures are given.
    """

    def __init__(self, store: Store, *, measures: bool = False) -> None:
        self.store = store
        self.tells_measures = measures
        self.model: Model = load_model()

    def node_types(self) -> list[NodeType]:
        """Return the types of nodes that are exported, in the model's order."""
        return [node for node in self.model.nodes.values() if not node.internal]

    def edge_types(self) -> list[EdgeType]:
        """Return the types of edges that are exported, in the model's order."""
        return list(self.model.edges.values())

    def properties(self, type_: NodeType | EdgeType) -> dict[str, Property]:
        """Return the properties of a type that are exported, in the model's order."""
        return {name: prop for name, prop in type_.properties.items() if self._is_told(prop)}

    def nodes(self, type_: str) -> Iterator[ExportedNode]:
        """Yield the nodes of a type, by id."""
        told = self.properties(self.model.node(type_))
        for row in self.store.stream(
            f"MATCH (n:{type_}) RETURN properties(n) AS node ORDER BY n.id"
        ):
            yield ExportedNode(type_, row["node"]["id"], _only(row["node"], told))

    def edges(self, type_: str) -> Iterator[ExportedEdge]:
        """Yield the edges of a type, by their ends' types and ids, then by their properties."""
        edge = self.model.edge(type_)
        told = self.properties(edge)
        for one in edge.source:
            for other in edge.target:
                rows = self.store.stream(
                    f"MATCH (n:{one})-[e:{type_}]->(m:{other}) RETURN n.id AS one, "
                    "properties(e) AS edge, m.id AS other ORDER BY n.id, m.id"
                )
                for pair in _in_runs(rows):
                    ends = [(row["one"], row["other"], _only(row["edge"], told)) for row in pair]
                    for start, end, properties in sorted(ends, key=_by_properties):
                        yield ExportedEdge(type_, one, start, other, end, properties)

    def _is_told(self, prop: Property) -> bool:
        return not prop.internal and (self.tells_measures or not prop.derived)


def _only(properties: Mapping[str, Any], told: Mapping[str, Property]) -> dict[str, Any]:
    return {name: properties[name] for name in told if properties.get(name) is not None}


def _in_runs(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Group consecutive rows between the same two nodes."""
    run: list[dict[str, Any]] = []
    for row in rows:
        if run and (row["one"], row["other"]) != (run[0]["one"], run[0]["other"]):
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _by_properties(end: tuple[str, str, dict[str, Any]]) -> str:
    return json.dumps(end[2], ensure_ascii=False, sort_keys=True)
