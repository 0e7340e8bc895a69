"""Neo4j's Graph Data Science over Bolt: a network goes there, an algorithm's values come back.

The network is sent as it was measured here, not read from the stored one, which may have
changed since. The projection lives in the server's memory only and writes nothing to the graph.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from grafo.errors import StoreError, UsageError
from grafo.language import say

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from grafo.store import Store

Algorithm = Literal["betweenness", "closeness.harmonic", "kcore", "louvain", "pageRank", "wcc"]
# What each algorithm calls its value.
_YIELDS: Mapping[Algorithm, str] = {
    "betweenness": "score",
    "closeness.harmonic": "score",
    "kcore": "coreValue",
    "louvain": "communityId",
    "pageRank": "score",
    "wcc": "componentId",
}
_PROJECT = """
UNWIND range(0, size($one) - 1) AS i
WITH gds.graph.project(
  $name, $one[i], $other[i],
  {relationshipProperties: {weight: $weight[i]}},
  {undirectedRelationshipTypes: ['*'], readConcurrency: 1}
) AS graph
RETURN graph.nodeCount AS nodes
"""


@dataclass(frozen=True, slots=True)
class Projection:
    """An undirected, weighted network in Graph Data Science; its nodes are 0 to `nodes` - 1."""

    store: Store
    name: str
    nodes: int

    def values(self, algorithm: Algorithm, **configuration: Any) -> list[Any]:
        """Run an algorithm and return its value for each node, in order of number.

        Raises:
            StoreError: the server failed, or refused the configuration.
        """
        column = _YIELDS[algorithm]

        def run(tx: ManagedTransaction) -> list[Any]:
            found = tx.run(
                f"CALL gds.{algorithm}.stream($name, $configuration) "
                f"YIELD nodeId, {column} RETURN {column} AS value ORDER BY nodeId",
                name=self.name,
                configuration=configuration,
            )
            return [record["value"] for record in found]

        return self.store.write(run)


@contextmanager
def project(
    store: Store, nodes: int, one: Sequence[int], other: Sequence[int], weight: Sequence[float]
) -> Iterator[Projection]:
    """Project a network into Graph Data Science, and drop it at the end, however that comes.

    Args:
        nodes: how many nodes there are, those without a link included; at least one.
        one, other, weight: each link once, as two node numbers and what it weighs.

    Raises:
        UsageError: the store is the embedded engine.
        StoreError: the server has no Graph Data Science, or failed.
    """
    check_gds(store)
    linked = {*one, *other}
    alone = [node for node in range(nodes) if node not in linked]
    # Nobody else's, and no remains of a run of ours that was killed, can be in its way.
    name = f"grafo-{secrets.token_hex(8)}"
    rows: dict[str, Any] = {
        "name": name,
        "one": [*one, *alone],
        "other": [*other, *(None for _ in alone)],
        "weight": [*weight, *(0.0 for _ in alone)],
    }

    def begin(tx: ManagedTransaction) -> None:
        _drop(tx, name)  # the transaction may come a second time, after a transient failure
        tx.run(_PROJECT, rows).consume()

    try:
        # On a cluster a projection is in one server's memory: as writing transactions, all that
        # concerns it goes to the leader.
        store.write(begin)
        yield Projection(store, name, nodes)
    except BaseException:
        with suppress(StoreError):  # what failed first is what is to be told
            store.write(lambda tx: _drop(tx, name))
        raise
    store.write(lambda tx: _drop(tx, name))


def check_gds(store: Store) -> None:
    """Make sure that the store has Graph Data Science.

    Raises:
        UsageError: it is the embedded engine.
        StoreError: it is a Neo4j server without it.
    """
    if store.engine == "embedded":
        raise UsageError(
            say(
                "el motor embebido no tiene Graph Data Science; está en Neo4j",
                "the embedded engine has no Graph Data Science; Neo4j does",
            ),
            hint=say(
                "Defina NEO4J_URI y NEO4J_PASSWORD de un servidor que lo tenga, o quite "
                "--engine gds: aquí se calcula lo mismo.",
                "Set NEO4J_URI and NEO4J_PASSWORD of a server that has it, or leave out "
                "--engine gds: the same is computed here.",
            ),
        )
    # Asked of the list of functions, for gds.version() itself is an error where it is missing.
    if not store.rows("SHOW FUNCTIONS YIELD name WHERE name = 'gds.version' RETURN name"):
        raise StoreError(
            say(
                f"{store.where} no tiene el complemento Graph Data Science",
                f"{store.where} lacks the Graph Data Science plugin",
            ),
            hint=say(
                "Ponga neo4j-graph-data-science-….jar, de la versión que corresponda, en la "
                "carpeta plugins del servidor (en Docker, NEO4J_PLUGINS='[\"graph-data-science\"]'"
                ") y reinícielo; o quite --engine gds.",
                "Put neo4j-graph-data-science-….jar, of the version that fits, into the server's "
                "plugins folder (in Docker, NEO4J_PLUGINS='[\"graph-data-science\"]') and restart "
                "it; or leave out --engine gds.",
            ),
        )


def _drop(tx: ManagedTransaction, name: str) -> None:
    tx.run("CALL gds.graph.drop($name, false) YIELD graphName", name=name).consume()
