"""grafo: registers of agreements between cities, states and their counterparts, as a graph.

>>> import grafo
>>> with grafo.open() as g:                             # doctest: +SKIP
...     g.load("twinnings_mx")
...     g.query("hubs", limit=10)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from grafo.session import Grafo
    from grafo.session import open_graph as open

__all__ = ["Grafo", "__version__", "open"]

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Load the session, and with it the driver and numpy, only when it is used."""
    if name in ("Grafo", "open"):
        from grafo import session

        return session.Grafo if name == "Grafo" else session.open_graph
    raise AttributeError(f"module 'grafo' has no attribute {name!r}")
