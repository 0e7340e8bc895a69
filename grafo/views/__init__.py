"""Views: the graph as one HTML page that opens offline. Each module here is one view or a part."""

from grafo.views.registry import View, ViewOptions, find_view, view, views

__all__ = ["View", "ViewOptions", "find_view", "view", "views"]
