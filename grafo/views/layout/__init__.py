"""Where every government stands in the drawing of the network: seeded, the same on every run."""

from grafo.views.layout.place import Band, Layout, lay_out

__all__ = ["Band", "Layout", "lay_out"]
