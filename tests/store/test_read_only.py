"""A question reads and nothing else: once by the guard, once more by the engine itself."""

from __future__ import annotations

import socketserver
import threading
from typing import TYPE_CHECKING, Any

import pytest

from grafo.errors import GrafoError, QueryError
from grafo.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WRITES = [
    "CREATE (n:Added) RETURN n",
    "MERGE (n:Added {id: 1}) RETURN n",
    "MATCH (n:City) SET n.name = 'x' RETURN n",
    "MATCH (n:City) SET n += {name: 'x'} RETURN n",
    "MATCH (n:City) SET n:Added RETURN n",
    "MATCH (n:City) REMOVE n.name RETURN n",
    "MATCH (n:City) DETACH DELETE n",
    "MATCH ()-[r:TWIN]->() DELETE r",
    "MATCH (a:City {id: 'a'}), (b:City {id: 'b'}) CREATE (a)-[:ADDED]->(b)",
    "MATCH (n:City) FOREACH (x IN [1] | SET n.name = 'x')",
    "MATCH (n:City) CALL (n) { SET n.name = 'x' } RETURN n",
    "CREATE CONSTRAINT added FOR (n:Added) REQUIRE n.id IS UNIQUE",
    "CREATE INDEX added FOR (n:City) ON (n.name)",
]


@pytest.fixture
def cities(store: Store) -> Store:
    store.write(
        lambda tx: tx.run(
            "CREATE (:City {id: 'a', name: 'A'})-[:TWIN {n: 1}]->(:City {id: 'b', name: 'B'})"
        ).consume()
    )
    return store


def everything_in(store: Store) -> tuple[Any, ...]:
    nodes = store.rows(
        "MATCH (n) RETURN labels(n) AS l, properties(n) AS p, n.id AS id ORDER BY id"
    )
    edges = store.rows("MATCH (a)-[r]->(b) RETURN type(r) AS t, properties(r) AS p, a.id AS id")
    return (nodes, edges)


@pytest.mark.parametrize("cypher", WRITES)
def test_the_guard_refuses_a_write(cypher: str, cities: Store) -> None:
    before = everything_in(cities)
    with pytest.raises(QueryError, match="only reads"):
        cities.ask(cypher, {}, max_rows=10, seconds=10)
    assert everything_in(cities) == before


@pytest.mark.parametrize("cypher", WRITES)
def test_the_engine_refuses_a_write_that_the_guard_let_pass(cypher: str, cities: Store) -> None:
    before = everything_in(cities)
    with pytest.raises(GrafoError):
        cities._answer(cypher, {}, 10, 10.0)
    assert everything_in(cities) == before


class Counting(socketserver.BaseRequestHandler):
    """Counts who comes."""

    came = 0

    def handle(self) -> None:
        Counting.came += 1


@pytest.fixture
def listener() -> Iterator[str]:
    Counting.came = 0
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Counting) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/x.csv"
        server.shutdown()


@pytest.mark.parametrize("guarded", [True, False], ids=["guard", "engine"])
def test_no_file_and_no_address_is_read(
    guarded: bool, store: Store, listener: str, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("canary-77\n", encoding="utf-8")
    for url in (secret.as_uri(), str(secret), listener, "file:///etc/hostname"):
        cypher = "LOAD CSV FROM $url AS row RETURN row"
        with pytest.raises(GrafoError) as raised:
            if guarded:
                store.ask(cypher, {"url": url}, max_rows=10, seconds=10)
            else:
                store._answer(cypher, {"url": url}, 10, 10.0)
        assert "canary-77" not in str(raised.value)
    assert Counting.came == 0


def test_a_question_leaves_nothing_behind_in_its_transaction(cities: Store) -> None:
    before = everything_in(cities)
    answer = cities.ask("MATCH (n:City) RETURN n.id AS id ORDER BY id", {}, max_rows=1, seconds=10)
    assert answer.rows == [("a",)]
    assert answer.cut
    assert everything_in(cities) == before


@pytest.mark.parametrize(
    "order",
    [
        "CREATE USER x SET PASSWORD 'abcdefgh1'",
        "DROP DATABASE neo4j",
        "SHOW USERS",
        "CALL dbms.listConfig()",
        "CALL dbms.security.createUser('x', 'abcdefgh1')",
        "CALL db.createLabel('Added')",
    ],
)
def test_administration_is_refused(order: str, cities: Store) -> None:
    before = everything_in(cities)
    with pytest.raises(QueryError):
        cities.ask(order, {}, max_rows=10, seconds=10)
    assert everything_in(cities) == before


def test_the_embedded_reader_cannot_administer_even_past_the_guard(embedded_store: Store) -> None:
    for order in ("CREATE USER x SET PASSWORD 'abcdefgh1'", "DROP DATABASE grafo", "SELECT 1"):
        with pytest.raises(GrafoError):
            embedded_store._answer(order, {}, 10, 10.0)
    assert embedded_store.rows("RETURN 1 AS x") == [{"x": 1}]
