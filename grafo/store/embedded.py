"""The embedded store: an ArcadeDB engine of our own on loopback, as long as the store is open."""

from __future__ import annotations

import base64
import http.client
import json
import secrets
import threading
import time
from typing import TYPE_CHECKING, Any

import neo4j
from neo4j.exceptions import DriverError, Neo4jError, ServiceUnavailable, SessionExpired

from grafo.errors import GrafoError, StoreError
from grafo.language import say
from grafo.store.bolt import Store, open_driver
from grafo.store.engine_failures import ended, never_ready, never_started
from grafo.store.engine_folder import EngineFolder, claim_folder, engine_version
from grafo.store.engine_process import EngineProcess
from grafo.store.failures import store_error

if TYPE_CHECKING:
    from grafo.settings import Settings
    from grafo.store.answers import Answer
    from grafo.store.guard import Engine

_DATABASE = "grafo"
_READER = "reader"
_ROOT = "root"
_READY_SECONDS = 90.0
_STARTS = 3
_ADMIN_SECONDS = 20.0
_OBEY_SECONDS = 2.0
_RETRY_SECONDS = 15.0
_OK = 200
_NO_CONTENT = 204


class EmbeddedStore(Store):
    """The embedded engine. Questions run as a user who can read only, one at a time."""

    engine: Engine = "embedded"

    def __init__(self, folder: EngineFolder, heap: str) -> None:
        self._folder = folder
        self._process = EngineProcess(folder, heap)
        self._passwords = {name: secrets.token_urlsafe(24) for name in (_ROOT, _READER)}
        self._one_question = threading.Lock()
        self._asking: neo4j.Driver | None = None
        self._closed = False
        self._start()
        super().__init__(self._driver_of(_ROOT), _DATABASE, version=engine_version())

    @property
    def where(self) -> str:
        """Which folder the engine's data is in, in words for people."""
        path = self._folder.path
        return say(f"el motor embebido en {path}", f"the embedded engine in {path}")

    def close(self) -> None:
        """Close the connections, stop the engine, release the folder. Twice does nothing."""
        if self._closed:
            return
        self._closed = True
        try:
            for driver in (self._asking, self._driver):
                if driver is not None:
                    driver.close()
        finally:
            self._process.stop()
            self._folder.release()

    def _answer(
        self, cypher: str, parameters: dict[str, Any], max_rows: int, seconds: float
    ) -> Answer:
        with self._one_question:
            return super()._answer(cypher, parameters, max_rows, seconds)

    def _make_ready(self) -> None:
        """Start the engine again if it ended: a question that exhausts its memory ends it."""
        if self._closed:
            raise StoreError(
                say("El almacén está cerrado", "The store is closed"),
                hint=say("Ábralo de nuevo.", "Open it again."),
            )
        if not self._process.is_running():
            self._restart()

    def _explained(self, error: GrafoError, cause: Exception) -> GrafoError:
        # The connection breaks a moment before the process is seen to have ended.
        lost = isinstance(cause, ServiceUnavailable | SessionExpired | OSError)
        if not lost or not self._process.ends_within(_OBEY_SECONDS):
            return error
        return ended(self._process.last_words())

    def _question_driver(self) -> neo4j.Driver:
        if self._asking is None:
            self._asking = self._driver_of(_READER)
        return self._asking

    def _patience(self) -> float:
        return 0.0  # the engine does not know Bolt's time limit; we are the clock

    def _stop_question(self) -> None:
        """End the reader's query; if the engine does not obey, kill the engine."""
        deadline = time.monotonic() + _OBEY_SECONDS
        try:
            while queries := self._questions_running():
                if time.monotonic() > deadline:
                    break
                for query in queries:
                    self._admin(f"terminate query {query}", _OBEY_SECONDS)
                time.sleep(0.1)
            else:
                return
        except (OSError, http.client.HTTPException, ValueError):
            pass  # too busy to answer: the same as not obeying
        self._process.kill()

    def _questions_running(self) -> list[str]:
        listed = self._admin("list queries", _OBEY_SECONDS).get("result", [])
        return [str(query["id"]) for query in listed if query.get("user") == _READER]

    def _restart(self) -> None:
        self._process.stop()
        for driver in (self._asking, self._driver):
            if driver is not None:
                driver.close()
        self._asking = None
        self._start()
        self._driver = self._driver_of(_ROOT)

    def _start(self) -> None:
        """Start the engine and return when it answers, on other ports if those were taken."""
        for attempt in range(1, _STARTS + 1):
            self._process.start(self._passwords[_ROOT])
            try:
                self._wait_until_ready()
                self._process.password_was_read()
                self._folder.note_version()
            except _PortTakenError:
                self._process.stop()
                if attempt == _STARTS:
                    raise StoreError(
                        say(
                            f"{self.where} no halló un puerto libre en 127.0.0.1",
                            f"{self.where} found no free port on 127.0.0.1",
                        )
                    ) from None
            except BaseException:
                self._process.stop()
                raise
            else:
                return

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + _READY_SECONDS
        while not self._is_ready():
            if self._process.found_ports_taken():
                raise _PortTakenError
            if (code := self._process.exit_code()) is not None:
                raise never_started(self.where, self._process.last_words(), code)
            if time.monotonic() > deadline:
                raise never_ready(self.where, self._process.last_words(), _READY_SECONDS)
            time.sleep(0.05)
        if self._process.found_ports_taken():
            raise _PortTakenError  # what is ready there is another's
        reader = {
            "name": _READER,
            "password": self._passwords[_READER],
            "databases": {_DATABASE: [_READER]},
        }
        self._admin(f"create user {json.dumps(reader)}")
        for name in (_ROOT, _READER):
            self._check_login(name)

    def _check_login(self, name: str) -> None:
        try:
            with self._driver_of(name) as driver, driver.session(database=_DATABASE) as session:
                session.run("RETURN 1").consume()
        except (Neo4jError, DriverError, OSError) as error:
            raise store_error(error, self.where) from error

    def _is_ready(self) -> bool:
        try:
            return self._request("GET", "/api/v1/ready", None, _OBEY_SECONDS)[0] == _NO_CONTENT
        except (OSError, http.client.HTTPException):
            return False

    def _driver_of(self, name: str) -> neo4j.Driver:
        uri = f"bolt://127.0.0.1:{self._process.bolt_port}"
        return open_driver(uri, name, self._passwords[name], retry_seconds=_RETRY_SECONDS)

    def _admin(self, command: str, seconds: float = _ADMIN_SECONDS) -> dict[str, Any]:
        order = json.dumps({"command": command})
        status, body = self._request("POST", "/api/v1/server", order, seconds)
        if status != _OK:
            raise StoreError(
                say(
                    f"El motor embebido rechazó una orden de grafo (estado {status})",
                    f"The embedded engine refused an order of ours (status {status})",
                )
            )
        answer: dict[str, Any] = json.loads(body)
        return answer

    def _request(
        self, method: str, path: str, body: str | None, seconds: float
    ) -> tuple[int, bytes]:
        """Ask the engine's loopback HTTP port, past any proxy of the environment."""
        token = base64.b64encode(f"{_ROOT}:{self._passwords[_ROOT]}".encode()).decode()
        headers = {"Authorization": f"Basic {token}", "Content-Type": "application/json"}
        connection = http.client.HTTPConnection(
            "127.0.0.1", self._process.http_port, timeout=seconds
        )
        try:
            connection.request(method, path, body, headers if body else {})
            response = connection.getresponse()
            return response.status, response.read()
        finally:
            connection.close()


class _PortTakenError(Exception):
    """Another program took one of the two ports between our look and the engine's start."""


def open_embedded(settings: Settings) -> EmbeddedStore:
    """Open the embedded store under `settings.home`, starting its engine (about 2 s).

    Raises:
        StoreError: the folder is in use or unusable, a newer engine wrote it, or the engine
            is not installed, cannot run here, or did not start.
    """
    folder = claim_folder(settings.home)
    try:
        return EmbeddedStore(folder, settings.heap)
    except BaseException:
        folder.release()
        raise
