"""GraphML: what networkx, igraph, yEd and Cytoscape read.

Gephi reads it too, but makes one edge of several between the same two nodes; for the whole graph
it is better given GEXF. How values are written: grafo/exports/graphs/attributes.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from grafo.exports.graphs import Attribute, Drawing, network_drawing, whole_drawing
from grafo.exports.graphs.attributes import as_text
from grafo.exports.registry import ExportOptions, export
from grafo.exports.source import ExportSource
from grafo.markup import text
from grafo.model import Bilingual

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
_NO_TOKEN = re.compile(r"[^\w.:-]|_(?=x[0-9A-F]+_)")


@export(
    "graphml",
    Bilingual(
        es="El grafo completo en GraphML, para networkx, igraph o yEd",
        en="The whole graph as GraphML, for networkx, igraph or yEd",
    ),
    suffix=".graphml",
)
def whole_graphml(source: ExportSource, output: Path, options: ExportOptions) -> None:
    """Write every node and edge."""
    write_graphml(whole_drawing(source, options.lang), output, options.lang)


@export(
    "graphml-network",
    Bilingual(
        es="Quién coopera con quién, en GraphML; el peso son los acuerdos",
        en="Who cooperates with whom, as GraphML; the weight is the agreements",
    ),
    suffix=".graphml",
)
def network_graphml(source: ExportSource, output: Path, options: ExportOptions) -> None:
    """Write governments and the cooperation between them."""
    write_graphml(network_drawing(source, options.lang), output, options.lang)


def write_graphml(drawing: Drawing, output: Path, lang: str) -> None:
    """Write a drawing as GraphML, node by node: memory does not grow with the graph."""
    keys_of_edges = {"weight": "weight"} | {
        # One id for both would be two keys of one name; programs know `label` and `weight` by it.
        known.name: f"edge_{known.name}"
        for known in drawing.edge_attributes
    }
    with output.open("w", encoding="utf-8", newline="\n") as file:
        file.write(_HEAD)
        said = "\n".join([drawing.title[lang], *drawing.notes])
        file.write(f"<desc>{text(as_text(said))}</desc>\n")
        _write_keys(file, drawing, keys_of_edges)
        direction = "directed" if drawing.directed else "undirected"
        file.write(f'<graph id="grafo" edgedefault="{direction}">\n')
        for node in drawing.nodes():
            values = {"label": node.label, **node.values}
            data = "".join(_data(values, {}))
            file.write(f'<node id="{token(node.id)}">{data}</node>\n')
        for number, edge in enumerate(drawing.edges()):
            weight = {} if edge.weight is None else {"weight": float(edge.weight)}
            data = "".join(_data({**weight, **edge.values}, keys_of_edges))
            ends = f'source="{token(edge.one)}" target="{token(edge.other)}"'
            file.write(f'<edge id="e{number}" {ends}>{data}</edge>\n')
        file.write("</graph>\n</graphml>\n")


def _write_keys(file: IO[str], drawing: Drawing, keys_of_edges: Mapping[str, str]) -> None:
    for known in [Attribute("label", "string"), *drawing.node_attributes]:
        file.write(_key(known.name, "node", known))
    for known in [Attribute("weight", "double"), *drawing.edge_attributes]:
        file.write(_key(keys_of_edges[known.name], "edge", known))


def _key(id_: str, domain: str, known: Attribute) -> str:
    return f'<key id="{id_}" for="{domain}" attr.name="{known.name}" attr.type="{known.type}"/>\n'


def _data(values: Mapping[str, Any], keys: Mapping[str, str]) -> Iterator[str]:
    for name, value in values.items():
        yield f'<data key="{keys.get(name, name)}">{text(as_text(value))}</data>'


def token(id_: str) -> str:
    """Return an id as the schema admits it (NMTOKEN); other signs become `_xHEX_`.

    No two ids become one: what is written like that already is escaped as well.

    >>> token("Government:mx-14"), token("a b")
    ('Government:mx-14', 'a_x20_b')
    >>> token("a_x20_b")
    'a_x5F_x20_b'
    """
    return _NO_TOKEN.sub(lambda sign: f"_x{ord(sign[0]):X}_", id_)
