"""The Neo4j of the tests is a real one, and comes back with its data after a power cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import require_neo4j
from tests.neo4j.prepare import GDS_VERSION, NEO4J_VERSION
from tests.neo4j.server import Neo4jServer

if TYPE_CHECKING:
    from pathlib import Path


def test_it_is_a_neo4j_with_graph_data_science(neo4j_server: Neo4jServer) -> None:
    with neo4j_server.driver() as driver:
        found = driver.execute_query(
            "CALL dbms.components() YIELD versions, edition RETURN versions[0] AS neo4j, edition,"
            " gds.version() AS gds",
            database_="neo4j",
        ).records[0]
    assert found.data() == {"neo4j": NEO4J_VERSION, "edition": "community", "gds": GDS_VERSION}


@pytest.mark.slow
def test_it_does_not_outlive_the_tests(tmp_path: Path) -> None:
    require_neo4j()
    with Neo4jServer(tmp_path) as server:
        process = server._process
        assert process is not None
        assert process.stdin is not None
        process.stdin.close()  # as the kernel does when the tests' process is killed
        assert process.wait(60) == 0


@pytest.mark.slow
def test_it_keeps_what_was_committed_when_it_is_killed(tmp_path: Path) -> None:
    require_neo4j()
    with Neo4jServer(tmp_path) as server:
        with server.driver() as driver:
            driver.execute_query("CREATE (:Kept)", database_="neo4j")
        server.kill()
        server.start()
        with server.driver() as driver:
            kept = driver.execute_query("MATCH (n:Kept) RETURN count(n)", database_="neo4j")
            assert kept.records[0][0] == 1
        server.wipe()
        with server.driver() as driver:
            left = driver.execute_query("MATCH (n) RETURN count(n)", database_="neo4j")
            assert left.records[0][0] == 0
