"""One table a type of node and one a type of edge, with columns that bear the model's names.

A table of nodes has the type's properties. A table of edges has the ids of both ends (`from`,
`to`), each with its type (`from_type`, `to_type`) where the model allows several, and then the
edge's properties.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from grafo.exports.source import ExportedEdge, ExportSource
from grafo.model import Bilingual, EdgeType, NodeType, Property, PropertyType


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `values` are the only ones allowed; `refers_to` is a type of node, by its id."""

    name: str
    type: PropertyType
    about: Bilingual
    required: bool = False
    is_key: bool = False
    values: tuple[str, ...] | None = None
    refers_to: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `rows` starts from the first whenever called; a row has a value a column."""

    name: str
    label: Bilingual
    about: Bilingual
    kind: Literal["node", "edge"]
    columns: tuple[Column, ...]
    rows: Callable[[], Iterator[list[Any]]]


def tables_of(source: ExportSource) -> list[Table]:
    """Return all tables: those of nodes, then those of edges, in the model's order."""
    nodes = [_table_of_nodes(source, type_) for type_ in source.node_types()]
    return nodes + [_table_of_edges(source, type_) for type_ in source.edge_types()]


def _table_of_nodes(source: ExportSource, type_: NodeType) -> Table:
    columns = tuple(_column(name, prop) for name, prop in source.properties(type_).items())
    names = [column.name for column in columns]
    return Table(
        type_.name,
        type_.label,
        type_.about,
        "node",
        columns,
        lambda: ([n.properties.get(name) for name in names] for n in source.nodes(type_.name)),
    )


def _table_of_edges(source: ExportSource, type_: EdgeType) -> Table:
    properties = source.properties(type_)
    columns = (
        *_columns_of_end(source, "from", type_.source),
        *_columns_of_end(source, "to", type_.target),
        *(_column(name, prop) for name, prop in properties.items()),
    )
    names = [column.name for column in columns]
    return Table(
        type_.name,
        type_.label,
        type_.about,
        "edge",
        columns,
        lambda: (
            [cells.get(name) for name in names]
            for cells in map(_cells_of_edge, source.edges(type_.name))
        ),
    )


def _columns_of_end(source: ExportSource, name: str, types: list[str]) -> Iterator[Column]:
    labels = [source.model.node(type_).label for type_ in types]
    either = Bilingual(
        es=" o ".join(label.es.lower() for label in labels),
        en=" or ".join(label.en.lower() for label in labels),
    )
    where = {"from": ("De dónde sale", "Where it starts"), "to": ("A dónde llega", "Where it ends")}
    es, en = where[name]
    if len(types) > 1:
        about = Bilingual(es=f"{es}: tipo del nodo.", en=f"{en}: type of the node.")
        yield Column(f"{name}_type", "text", about, required=True, values=tuple(types))
    about = Bilingual(es=f"{es}: clave ({either.es}).", en=f"{en}: key ({either.en}).")
    only = types[0] if len(types) == 1 else None
    yield Column(name, "text", about, required=True, refers_to=only)


def _column(name: str, prop: Property) -> Column:
    return Column(
        name,
        prop.type,
        prop.about,
        required=prop.required,
        is_key=name == "id",
        values=tuple(prop.values) if prop.values else None,
    )


def _cells_of_edge(edge: ExportedEdge) -> Mapping[str, Any]:
    ends = {
        "from_type": edge.one_type,
        "from": edge.one,
        "to_type": edge.other_type,
        "to": edge.other,
    }
    return {**edge.properties, **ends}
