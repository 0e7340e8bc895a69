"""A Neo4j server that cannot be used gives a StoreError that says why, soon, without a secret."""

from __future__ import annotations

import logging
import socket
import socketserver
import threading
import time
from typing import TYPE_CHECKING

import pytest

from grafo.errors import GrafoError, StoreError
from grafo.settings import Settings
from grafo.store import Store, open_store
from grafo.store.server import _version_of
from tests.conftest import require_neo4j, settings_of
from tests.neo4j.server import Neo4jServer, free_port

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CANARY = "canary-3f9a"


def refused(settings: Settings) -> StoreError:
    with pytest.raises(StoreError) as raised, open_store(settings):
        pass
    assert raised.value.exit_code == 4
    assert raised.value.hint
    return raised.value


def elsewhere(uri: str) -> Settings:
    return Settings(neo4j_uri=uri, neo4j_password=CANARY)


class NeverHeardOfBolt(socketserver.BaseRequestHandler):
    """Answers like the web server on a Neo4j's port 7474."""

    def handle(self) -> None:
        self.request.recv(1024)
        self.request.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")


@pytest.fixture
def web_port() -> Iterator[int]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), NeverHeardOfBolt) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


@pytest.fixture
def silent_port() -> Iterator[int]:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(50)
        yield listening.getsockname()[1]


def test_the_store_says_which_server_it_is(neo4j_store: Store, neo4j_server: Neo4jServer) -> None:
    assert neo4j_store.engine == "neo4j"
    assert neo4j_store.version == "5.26.30"
    assert neo4j_store.where == f"Neo4j at {neo4j_server.uri}, database neo4j"


def test_routing_works(neo4j_server: Neo4jServer) -> None:
    uri = neo4j_server.uri.replace("bolt://", "neo4j://")
    with open_store(settings_of(neo4j_server, neo4j_uri=uri)) as store:
        assert store.write(lambda tx: tx.run("RETURN 1 AS x").single(strict=True)["x"]) == 1
        assert store.ask("RETURN 2 AS x", {}, max_rows=1, seconds=5).rows == [(2,)]


def test_a_wrong_password(neo4j_server: Neo4jServer) -> None:
    error = refused(settings_of(neo4j_server, neo4j_password=CANARY))
    assert "NEO4J_PASSWORD" in str(error)


def test_a_database_that_does_not_exist(neo4j_server: Neo4jServer) -> None:
    error = refused(settings_of(neo4j_server, neo4j_database="nowhere"))
    assert "database nowhere" in str(error)
    assert "NEO4J_DATABASE" in str(error)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_no_server_there(scheme: str) -> None:
    error = refused(elsewhere(f"{scheme}://127.0.0.1:{free_port()}"))
    assert "cannot be reached" in str(error)


def test_a_name_that_does_not_resolve() -> None:
    assert "cannot be reached" in str(refused(elsewhere("bolt://no-such-host.invalid")))


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_web_server_is_told_from_a_neo4j(scheme: str, web_port: int) -> None:
    assert "7687" in str(refused(elsewhere(f"{scheme}://127.0.0.1:{web_port}")))


def test_a_server_that_never_answers_is_given_up_within_seconds(silent_port: int) -> None:
    start = time.monotonic()
    refused(elsewhere(f"bolt://127.0.0.1:{silent_port}"))
    assert time.monotonic() - start < 30


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s", "bolt+ssc"])
def test_a_server_without_tls_is_told(scheme: str, neo4j_server: Neo4jServer) -> None:
    uri = f"{scheme}://127.0.0.1:{neo4j_server.port}"
    assert "TLS" in str(refused(settings_of(neo4j_server, neo4j_uri=uri)))


def test_another_engine_that_speaks_bolt_is_refused(embedded_store: Store) -> None:
    # Reached as a user would reach it who points NEO4J_URI at it.
    process = embedded_store._process  # type: ignore[attr-defined]
    password = embedded_store._passwords["root"]  # type: ignore[attr-defined]
    settings = Settings(
        neo4j_uri=f"bolt://127.0.0.1:{process.bolt_port}",
        neo4j_username="root",
        neo4j_password=password,
        neo4j_database="grafo",
    )
    error = refused(settings)
    assert "not Neo4j" in str(error)
    assert password not in str(error)


@pytest.mark.parametrize(
    ("agent", "version"),
    [("Neo4j/5.26.30", "5.26.30"), ("Neo4j/2025.10.1", "2025.10.1"), ("Neo4j/5.27-aura", None)],
)
def test_versions_from_5_on_are_taken(agent: str, version: str | None) -> None:
    assert _version_of(agent, "here") == (version or agent.removeprefix("Neo4j/"))


@pytest.mark.parametrize("agent", ["Neo4j/4.4.41", "Neo4j/3.5.0"])
def test_an_older_server_is_refused_by_its_version(agent: str) -> None:
    with pytest.raises(StoreError, match="needs Neo4j 5") as raised:
        _version_of(agent, "here")
    assert agent in str(raised.value)


@pytest.mark.parametrize(
    "agent",
    ["Neo4j/v5.11.0 compatible graph database server - Memgraph", "FalkorDB/4", "", "Neo4j/x"],
)
def test_servers_that_only_sound_like_neo4j_are_refused(agent: str) -> None:
    with pytest.raises(StoreError, match="not Neo4j"):
        _version_of(agent, "here")


@pytest.mark.slow
def test_a_server_that_dies_mid_work_is_an_error_and_its_return_is_noticed(tmp_path: Path) -> None:
    require_neo4j()
    with Neo4jServer(tmp_path) as server, open_store(settings_of(server)) as store:
        store.write(lambda tx: tx.run("CREATE (:Kept {n: 1})").consume())
        server.kill()
        with pytest.raises(StoreError, match="cannot be reached"):
            store.command("RETURN 1")
        with pytest.raises(StoreError, match="cannot be reached"):
            store.ask("RETURN 1", {}, max_rows=1, seconds=5)
        server.start()
        assert store.rows("MATCH (n:Kept) RETURN n.n AS n") == [{"n": 1}]
        assert store.ask("MATCH (n:Kept) RETURN n.n", {}, max_rows=1, seconds=5).rows == [(1,)]


@pytest.mark.slow
def test_a_server_that_only_takes_reads_says_so(tmp_path: Path) -> None:
    require_neo4j()
    with Neo4jServer(tmp_path) as server:
        server.stop()
        server.more += "server.databases.read_only=neo4j"
        server.start()
        with open_store(settings_of(server)) as store:
            assert store.ask("RETURN 1", {}, max_rows=1, seconds=5).rows == [(1,)]
            with pytest.raises(StoreError, match="only takes reads"):
                store.write(lambda tx: tx.run("CREATE (:Kept)").consume())


def test_a_closed_store_says_so(neo4j_server: Neo4jServer) -> None:
    store = open_store(settings_of(neo4j_server))
    store.close()
    store.close()
    with pytest.raises(StoreError):
        store.rows("RETURN 1 AS x")


def test_a_broken_constraint_is_a_store_error(store: Store) -> None:
    store.command("CREATE CONSTRAINT kept_id IF NOT EXISTS FOR (n:Kept) REQUIRE n.id IS UNIQUE")
    store.write(lambda tx: tx.run("CREATE (:Kept {id: 1})").consume())
    with pytest.raises(StoreError):
        store.write(lambda tx: tx.run("CREATE (:Kept {id: 1})").consume())
    assert store.rows("MATCH (n:Kept) RETURN count(n) AS n") == [{"n": 1}]


def test_work_that_fails_is_rolled_back_and_its_error_passes(store: Store) -> None:
    def work(tx: object) -> None:
        tx.run("CREATE (:Kept {id: 2})").consume()  # type: ignore[attr-defined]
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        store.write(work)
    assert store.rows("MATCH (n:Kept) RETURN count(n) AS n") == [{"n": 0}]


def test_the_password_appears_in_no_error_log_or_repr(
    neo4j_server: Neo4jServer,
    web_port: int,
    silent_port: int,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    shown = []
    for settings in (
        settings_of(neo4j_server, neo4j_password=CANARY),
        settings_of(neo4j_server, neo4j_password=CANARY, neo4j_username="nobody"),
        settings_of(neo4j_server, neo4j_password=CANARY, neo4j_database="nowhere"),
        settings_of(
            neo4j_server, neo4j_password=CANARY, neo4j_uri=f"bolt+s://127.0.0.1:{neo4j_server.port}"
        ),
        elsewhere(f"bolt://127.0.0.1:{free_port()}"),
        elsewhere(f"neo4j://127.0.0.1:{web_port}"),
        elsewhere(f"bolt://127.0.0.1:{silent_port}"),
    ):
        error: BaseException | None = refused(settings)
        shown.append(repr(settings))
        while error is not None:
            shown += [str(error), repr(error), repr(vars(error))]
            error = error.__cause__ or error.__context__
    with open_store(settings_of(neo4j_server)) as store:
        shown += [repr(store), store.where, repr(vars(store).get("_settings"))]
        with pytest.raises(GrafoError) as raised:
            store.ask("RETURN nope", {}, max_rows=1, seconds=5)
        shown.append(str(raised.value))
    output = capfd.readouterr()
    everything = "\n".join([*shown, caplog.text, output.out, output.err])
    assert CANARY not in everything
    assert neo4j_server.password not in everything
