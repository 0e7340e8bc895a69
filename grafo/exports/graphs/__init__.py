"""The graph as programs that draw and measure networks take it: nodes, edges, attributes."""

from grafo.exports.graphs.attributes import Attribute, Drawing, DrawnEdge, DrawnNode
from grafo.exports.graphs.network import network_drawing
from grafo.exports.graphs.whole import whole_drawing

__all__ = [
    "Attribute",
    "Drawing",
    "DrawnEdge",
    "DrawnNode",
    "network_drawing",
    "whole_drawing",
]
