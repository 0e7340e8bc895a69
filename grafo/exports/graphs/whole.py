"""The whole graph as one network: every node and edge, each with its type.

Ids are `Type:id` (`Government:mx-14`), because two types may use one id. The attributes `type`
and `key` hold the two parts, and a property that already bears a name that the file needs for
itself is written with its type before it (`representation_type`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from grafo.exports.credits import credit_lines, credits_of, title_of
from grafo.exports.graphs.attributes import Attribute, Drawing, DrawnEdge, DrawnNode, value_type
from grafo.exports.source import ExportedEdge, ExportedNode, ExportSource
from grafo.model import EdgeType, NodeType

_TAKEN = frozenset({"id", "key", "label", "type", "weight"})


def whole_drawing(source: ExportSource, lang: str) -> Drawing:
    """Return every node and edge that is exported; edges keep the model's direction."""
    nodes, edges = source.node_types(), source.edge_types()
    credits = credits_of(source)
    return Drawing(
        title=title_of(credits),
        notes=credit_lines(credits, lang),
        directed=True,
        node_attributes=[
            Attribute("type", "string"),
            Attribute("key", "string"),
            *_attributes(source, nodes),
        ],
        edge_attributes=[Attribute("type", "string"), *_attributes(source, edges)],
        nodes=lambda: (_node(node, lang) for type_ in nodes for node in source.nodes(type_.name)),
        edges=lambda: (_edge(edge) for type_ in edges for edge in source.edges(type_.name)),
    )


def label_of(properties: Mapping[str, Any], lang: str) -> str:
    """Return what a node is called, in a language where it has a name in it."""
    names = (f"name_{lang}", "name", "name_es", "name_en", f"title_{lang}", "title", "id")
    return next(str(properties[name]) for name in names if properties.get(name))


def _attributes(source: ExportSource, types: list[NodeType] | list[EdgeType]) -> list[Attribute]:
    """Join the properties of all types; a name that two of them type differently is text."""
    found: dict[str, Attribute] = {}
    for type_ in types:
        for name, prop in source.properties(type_).items():
            if name == "id":
                continue
            called, kind = _called(type_.name, name), value_type(prop.type)
            known = found.setdefault(called, Attribute(called, kind))
            if known.type != kind:
                found[called] = Attribute(called, "string")
    return list(found.values())


def _called(type_: str, name: str) -> str:
    return f"{type_.lower()}_{name}" if name in _TAKEN else name


def _node(node: ExportedNode, lang: str) -> DrawnNode:
    values: dict[str, Any] = {"type": node.type, "key": node.id}
    for name, value in node.properties.items():
        if name != "id":
            values[_called(node.type, name)] = value
    return DrawnNode(f"{node.type}:{node.id}", label_of(node.properties, lang), values)


def _edge(edge: ExportedEdge) -> DrawnEdge:
    values: dict[str, Any] = {"type": edge.type}
    for name, value in edge.properties.items():
        values[_called(edge.type, name)] = value
    return DrawnEdge(
        edge.type,
        f"{edge.one_type}:{edge.one}",
        f"{edge.other_type}:{edge.other}",
        values,
        edge.properties.get("agreements"),
    )
