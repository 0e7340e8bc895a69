"""What every test shares: real engines, a clean environment, no network beyond this machine."""

from __future__ import annotations

import ipaddress
import os
import signal
import socket
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest

from grafo.language import set_language
from grafo.places import Matcher, open_matcher
from grafo.settings import Settings
from grafo.store import Store, open_store
from tests.neo4j.prepare import NotPreparedError, find_prepared
from tests.neo4j.server import Neo4jServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

hypothesis.settings.register_profile("default", deadline=None, derandomize=True)
hypothesis.settings.register_profile("thorough", deadline=None, max_examples=1000)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

# A shell without job control starts what it puts in the background deaf to Ctrl-C, and children
# inherit that; the tests that send the signal need it heard.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

WIPE_BATCH = 10_000
KEPT = ("GRAFO_NEO4J_HOME", "GRAFO_JENA_HOME", "GRAFO_BENCH_DATA")


@pytest.fixture(scope="session")
def cache_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder where the gazetteer is compiled, once for the whole run."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def matcher(cache_dir: Path) -> Iterator[Matcher]:
    """The real resolver of names, without decisions."""
    opened = open_matcher(cache_dir)
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch, cache_dir: Path) -> None:
    """No test sees the settings, or the server, of whoever runs it; messages are in English."""
    set_language("en")
    for name in list(os.environ):
        if name.startswith(("NEO4J_", "GRAFO_")) and name not in KEPT:
            monkeypatch.delenv(name)
    monkeypatch.setenv("GRAFO_CACHE", str(cache_dir))


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """A connection to anything but this machine fails the test that tried it."""
    patch = pytest.MonkeyPatch()
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        host = address[0] if isinstance(address, tuple) else None
        if host is not None and not _is_loopback(str(host)):
            raise AssertionError(f"a connection to {host} that no test may make")
        connect(self, address)

    patch.setattr(socket.socket, "connect", guarded)
    yield
    patch.undo()


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """One real Neo4j with Graph Data Science for the whole run."""
    require_neo4j()
    with Neo4jServer(tmp_path_factory.mktemp("neo4j")) as server:
        yield server


def require_neo4j() -> None:
    """Skip the test where there is no prepared Neo4j; in CI that is a failure."""
    try:
        find_prepared()
    except NotPreparedError as missing:
        if os.environ.get("CI") == "true":
            pytest.fail(f"CI must have a Neo4j: {missing}")
        pytest.skip(str(missing))


def settings_of(server: Neo4jServer, **changes: Any) -> Settings:
    """Return the settings of a client of `server`."""
    given = {
        "neo4j_uri": server.uri,
        "neo4j_username": server.username,
        "neo4j_password": server.password,
        "neo4j_database": server.database,
    }
    return Settings(**{**given, **changes})


@pytest.fixture(scope="session")
def _neo4j_session(neo4j_server: Neo4jServer) -> Iterator[Store]:
    with open_store(settings_of(neo4j_server)) as store:
        yield store


@pytest.fixture(scope="session")
def _embedded_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(Settings(home=tmp_path_factory.mktemp("embedded"))) as store:
        yield store


@pytest.fixture
def neo4j_store(_neo4j_session: Store) -> Store:
    """A store on the real Neo4j, empty."""
    return emptied(_neo4j_session)


@pytest.fixture
def embedded_store(_embedded_session: Store) -> Store:
    """A store on the embedded engine, empty."""
    return emptied(_embedded_session)


@pytest.fixture(params=["embedded", "neo4j"])
def store(request: pytest.FixtureRequest) -> Store:
    """An empty store; the test runs once on each engine."""
    found: Store = request.getfixturevalue(f"{request.param}_store")
    return found


def emptied(store: Store) -> Store:
    """Return the store without a node in it."""
    # In batches: one transaction over a large graph would hold all of it in memory. Constraints
    # and indexes stay; they are the model's and the same for every test.
    delete = f"MATCH (n) WITH n LIMIT {WIPE_BATCH} DETACH DELETE n RETURN count(*) AS n"
    while store.write(lambda tx: tx.run(delete).single(strict=True)["n"]):
        pass
    return store
