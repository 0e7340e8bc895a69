"""The store: the only part that writes to a graph database.

Always reached over Bolt with one driver, whether it is a Neo4j server (`NEO4J_URI`) or the
embedded engine in a process of its own.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from grafo.errors import StoreError
from grafo.language import say
from grafo.store.answers import Answer
from grafo.store.bolt import Store
from grafo.store.server import open_server

if TYPE_CHECKING:
    from grafo.settings import Settings

__all__ = ["Answer", "Store", "open_store"]


def open_store(settings: Settings) -> Store:
    """Open the store that the settings choose: the server at `neo4j_uri`, or the embedded one.

    Raises:
        StoreError: it is unavailable, locked by another process, too old, or refused the
            credentials; the hint says what to do.
    """
    if settings.neo4j_uri is not None:
        return open_server(settings)
    if sys.platform == "win32":
        raise StoreError(
            say(
                "El motor embebido sólo funciona en Linux y macOS",
                "The embedded engine runs on Linux and macOS only",
            ),
            hint=say(
                "Defina NEO4J_URI y NEO4J_PASSWORD para usar un servidor Neo4j, o use WSL.",
                "Set NEO4J_URI and NEO4J_PASSWORD to use a Neo4j server, or use WSL.",
            ),
        )
    # Not before it is known to be needed: it wants modules that Windows lacks.
    from grafo.store.embedded import open_embedded

    return open_embedded(settings)
