"""GEXF 1.3, Gephi's own format: it keeps several edges between two nodes apart, by their `kind`.

How values are written: grafo/exports/graphs/attributes.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

from grafo.exports.graphs import (
    Attribute,
    Drawing,
    DrawnEdge,
    DrawnNode,
    network_drawing,
    whole_drawing,
)
from grafo.exports.graphs.attributes import as_text
from grafo.exports.registry import ExportOptions, export
from grafo.exports.source import ExportSource
from grafo.markup import attribute, text
from grafo.model import Bilingual

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
"""


@export(
    "gexf",
    Bilingual(es="El grafo completo en GEXF, para Gephi", en="The whole graph as GEXF, for Gephi"),
    suffix=".gexf",
)
def whole_gexf(source: ExportSource, output: Path, options: ExportOptions) -> None:
    """Write every node and edge."""
    write_gexf(whole_drawing(source, options.lang), output, options.lang)


@export(
    "gexf-network",
    Bilingual(
        es="Quién coopera con quién, en GEXF, cada gobierno en su lugar del mapa; para Gephi",
        en="Who cooperates with whom, as GEXF, each government where it is on the map; for Gephi",
    ),
    suffix=".gexf",
)
def network_gexf(source: ExportSource, output: Path, options: ExportOptions) -> None:
    """Write governments and the cooperation between them."""
    write_gexf(network_drawing(source, options.lang), output, options.lang)


def write_gexf(drawing: Drawing, output: Path, lang: str) -> None:
    """Write a drawing as GEXF, node by node: memory does not grow with the graph."""
    with output.open("w", encoding="utf-8", newline="\n") as file:
        file.write(_HEAD)
        said = "\n".join([drawing.title[lang], *drawing.notes])
        file.write("<meta>\n<creator>grafo</creator>\n")
        file.write(f"<description>{text(as_text(said))}</description>\n</meta>\n")
        direction = "directed" if drawing.directed else "undirected"
        file.write(f'<graph mode="static" idtype="string" defaultedgetype="{direction}">\n')
        _write_attributes(file, "node", drawing.node_attributes)
        _write_attributes(file, "edge", drawing.edge_attributes)
        file.write("<nodes>\n")
        for node in drawing.nodes():
            file.write(_node(node))
        file.write("</nodes>\n<edges>\n")
        for number, edge in enumerate(drawing.edges()):
            file.write(_edge(number, edge))
        file.write("</edges>\n</graph>\n</gexf>\n")


def _write_attributes(file: IO[str], domain: str, attributes: list[Attribute]) -> None:
    file.write(f'<attributes class="{domain}" mode="static">\n')
    for known in attributes:
        file.write(f'<attribute id="{known.name}" title="{known.name}" type="{known.type}"/>\n')
    file.write("</attributes>\n")


def _node(node: DrawnNode) -> str:
    place = ""
    if node.position is not None:
        x, y = node.position
        place = f'<viz:position x="{x}" y="{y}" z="0.0"/>'
    names = f'id="{_quoted(node.id)}" label="{_quoted(node.label)}"'
    return f"<node {names}>{_values(node.values)}{place}</node>\n"


def _edge(number: int, edge: DrawnEdge) -> str:
    ends = f'source="{_quoted(edge.one)}" target="{_quoted(edge.other)}"'
    weight = "" if edge.weight is None else f' weight="{float(edge.weight)}"'
    # Without a kind Gephi would make one edge of all those between the same two nodes.
    values = _values(edge.values)
    return f'<edge id="e{number}" kind="{edge.type}" {ends}{weight}>{values}</edge>\n'


def _values(values: Mapping[str, Any]) -> str:
    written = "".join(
        f'<attvalue for="{name}" value="{_quoted(value)}"/>' for name, value in values.items()
    )
    return f"<attvalues>{written}</attvalues>" if written else ""


def _quoted(value: Any) -> str:
    return attribute(as_text(value))
