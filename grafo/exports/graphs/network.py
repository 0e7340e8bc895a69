"""Who cooperates with whom: what an analyst opens first.

Nodes are the governments that have a partner, by their plain ids; an edge is undirected and
weighs as many agreements as there are between the two. Governments without any are in the whole
graph only: thousands of them would bury the network.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from grafo.exports.credits import credit_lines, credits_of, title_of
from grafo.exports.graphs.attributes import Attribute, Drawing, DrawnEdge, DrawnNode, value_type
from grafo.exports.graphs.whole import label_of
from grafo.exports.source import ExportSource

# A degree of longitude in the units of a drawing: the world is then as wide as programs expect.
_UNITS_PER_DEGREE = 10.0
_LINK = "COOPERATES_WITH"


def network_drawing(source: ExportSource, lang: str) -> Drawing:
    """Return the governments with partners and, between them, COOPERATES_WITH as it stands."""
    model = source.model
    credits = credits_of(source)
    partners: set[str] = set()
    for edge in source.edges(_LINK):
        partners |= {edge.one, edge.other}
    government = source.properties(model.node("Government"))
    cooperation = source.properties(model.edge(_LINK))
    return Drawing(
        title=title_of(credits),
        notes=credit_lines(credits, lang),
        directed=False,
        node_attributes=[
            Attribute(name, value_type(prop.type))
            for name, prop in government.items()
            if name != "id"
        ],
        edge_attributes=[
            Attribute(name, value_type(prop.type)) for name, prop in cooperation.items()
        ],
        nodes=lambda: _nodes(source, partners, lang),
        edges=lambda: (
            DrawnEdge(_LINK, e.one, e.other, e.properties, e.properties["agreements"])
            for e in source.edges(_LINK)
        ),
    )


def _nodes(source: ExportSource, partners: set[str], lang: str) -> Iterator[DrawnNode]:
    for node in source.nodes("Government"):
        if node.id in partners:
            values = {name: value for name, value in node.properties.items() if name != "id"}
            yield DrawnNode(node.id, label_of(node.properties, lang), values, _position(values))


def _position(government: Mapping[str, Any]) -> tuple[float, float] | None:
    lat, lon = government.get("lat"), government.get("lon")
    if lat is None or lon is None:
        return None
    return round(lon * _UNITS_PER_DEGREE, 3), round(lat * _UNITS_PER_DEGREE, 3)
