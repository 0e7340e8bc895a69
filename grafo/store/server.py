"""A Neo4j server as the store."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from neo4j.exceptions import ServiceUnavailable

from grafo.errors import StoreError
from grafo.language import say
from grafo.store.bolt import Store, open_driver
from grafo.store.failures import store_failures

if TYPE_CHECKING:
    import neo4j

    from grafo.settings import Settings
    from grafo.store.guard import Engine

_RETRY_SECONDS = 60.0
_GRACE_SECONDS = 3.0
_OLDEST = (5, 0)
_NEO4J_AGENT = re.compile(r"Neo4j/(\d+)\.(\d+)[\w.+-]*")


class Neo4jStore(Store):
    """A Neo4j server. Its own read mode and time limit hold for questions."""

    engine: Engine = "neo4j"

    def __init__(self, driver: neo4j.Driver, settings: Settings, *, version: str) -> None:
        super().__init__(driver, settings.neo4j_database, version=version)
        self._settings = settings
        self._asking: neo4j.Driver | None = None

    @property
    def where(self) -> str:
        """Which server and database this is, in words for people."""
        return _where(self._settings)

    def close(self) -> None:
        """Close both connections. Closing twice does nothing."""
        if self._asking is not None:
            self._asking.close()
            self._asking = None
        super().close()

    def _question_driver(self) -> neo4j.Driver:
        # A driver of its own, so that a question the server does not stop can be cut off.
        if self._asking is None:
            self._asking = _driver_for(self._settings)
        return self._asking

    def _patience(self) -> float:
        return _GRACE_SECONDS

    def _stop_question(self) -> None:
        # The server stops a question at its time limit, but only between rows. Hanging up
        # frees this side; the server notices and ends the transaction when it next looks.
        if self._asking is not None:
            self._asking.close()
            self._asking = None


def open_server(settings: Settings) -> Neo4jStore:
    """Open the Neo4j server of the settings.

    Raises:
        StoreError: it cannot be reached within seconds, refuses the password, is no Neo4j or
            one before 5.0, or lacks the database.
    """
    where = _where(settings)
    driver = _driver_for(settings)
    try:
        with store_failures(where):
            agent = _agent_of(driver, settings)
        version = _version_of(agent, where)
    except BaseException as error:
        driver.close()
        if isinstance(error.__cause__, ServiceUnavailable):
            _explain_routing(settings, where)
        raise
    return Neo4jStore(driver, settings, version=version)


def _where(settings: Settings) -> str:
    uri, database = settings.neo4j_uri, settings.neo4j_database
    return say(f"Neo4j en {uri}, base de datos {database}", f"Neo4j at {uri}, database {database}")


def _agent_of(driver: neo4j.Driver, settings: Settings) -> str:
    with driver.session(database=settings.neo4j_database) as session:
        agent: str = session.run("RETURN 1").consume().server.agent
        return agent


def _explain_routing(settings: Settings, where: str) -> None:
    """Raise why a `neo4j://` address failed: the driver itself only says that it did."""
    uri = settings.neo4j_uri or ""
    if not uri.startswith("neo4j"):
        return
    direct = replace(settings, neo4j_uri=uri.replace("neo4j", "bolt", 1))
    with store_failures(where), _driver_for(direct) as driver:
        _agent_of(driver, direct)


def _driver_for(settings: Settings) -> neo4j.Driver:
    if settings.neo4j_uri is None or not settings.neo4j_password:
        raise StoreError(
            say("No se ha indicado un servidor Neo4j", "No Neo4j server is set"),
            hint=say("Defina NEO4J_URI y NEO4J_PASSWORD.", "Set NEO4J_URI and NEO4J_PASSWORD."),
        )
    return open_driver(
        settings.neo4j_uri,
        settings.neo4j_username,
        settings.neo4j_password,
        retry_seconds=_RETRY_SECONDS,
    )


def _version_of(agent: str, where: str) -> str:
    match = _NEO4J_AGENT.fullmatch(agent)
    if match is None:
        raise StoreError(
            say(
                f"{where} responde como {agent!r}, que no es Neo4j",
                f"{where} answers as {agent!r}, which is not Neo4j",
            ),
            hint=say(
                "Otros motores responden distinto a parte de Cypher; grafo sólo está probado con "
                "Neo4j.",
                "Other engines answer some Cypher otherwise; grafo is checked on Neo4j only.",
            ),
        )
    if (int(match[1]), int(match[2])) < _OLDEST:
        raise StoreError(
            say(
                f"{where} es {agent}; grafo necesita Neo4j 5 o posterior",
                f"{where} is {agent}; grafo needs Neo4j 5 or later",
            ),
            hint=say(
                "Actualícelo (grafo se prueba con 5.26 LTS), o quite NEO4J_URI.",
                "Upgrade it (5.26 LTS is what grafo is tested on), or unset NEO4J_URI.",
            ),
        )
    return agent.removeprefix("Neo4j/")
