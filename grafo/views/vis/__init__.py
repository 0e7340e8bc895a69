"""A scene as a page of pyvis: its nodes and edges, and the page around them."""

from grafo.views.vis.page import network_page

__all__ = ["network_page"]
