"""What a batch changes in the graph, collected so that each kind goes out as one statement."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from grafo.errors import StoreError
from grafo.language import say
from grafo.model import load_model
from grafo.store.claims import NodeState, Properties, StoredClaim

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

# An edge's type, whether it leaves the node, the other end's type, and whether the node is new:
# a new node has no edge yet that MERGE would have to look for.
_EdgeKind = tuple[str, bool, str, bool]
_Rows = list[Properties]


class Changes:
    """The differences of one batch of nodes of one type; `write` sends them."""

    def __init__(self, node_type: str) -> None:
        self._model = load_model()
        self._type = node_type
        self._new: dict[str, _Rows] = defaultdict(list)
        self._set: _Rows = []
        self._gone: list[str] = []
        self._reported: dict[str, _Rows] = defaultdict(list)
        self._restated: dict[str, _Rows] = defaultdict(list)
        self._unreported: dict[str, _Rows] = defaultdict(list)
        self._linked: dict[_EdgeKind, _Rows] = defaultdict(list)
        self._unlinked: dict[_EdgeKind, _Rows] = defaultdict(list)

    def node(
        self,
        node_id: str,
        state: NodeState,
        was: NodeState | None,
        stored: Properties,
        claims: list[StoredClaim],
    ) -> list[StoredClaim]:
        """Note how a node and its edges differ from what the store has.

        `was` is the node as its claims made it so far. What claims once gave and no longer
        do is cleared; what a mention elsewhere filled in stays. Returns the claims whose
        REPORTED_IN edge is still to be noted: a new node comes with its first.
        """
        changed: Properties = {n: v for n, v in state.properties.items() if stored.get(n) != v}
        if was is not None:
            changed |= {n: None for n in was.properties if n not in state.properties}
        if not stored:
            first, *claims = claims
            self._new[first.source].append({"set": changed, "report": first.as_edge()})
        elif changed:
            self._set.append({"id": node_id, "set": changed})
        before = was.links if was else {}
        for key, value in state.links.items():
            if before.get(key) != value:
                row = {"id": node_id, "other": key[3], "value": value}
                self._linked[(*key[:3], not stored)].append(row)
        for key in before.keys() - state.links.keys():
            self._unlinked[(*key[:3], False)].append({"id": node_id, "other": key[3]})
        return claims

    def reports(self, node_id: str, now: list[StoredClaim], was: list[StoredClaim]) -> None:
        """Note how the REPORTED_IN edges of a node differ from those it has."""
        before = {claim.source: claim.as_edge() for claim in was}
        for claim in now:
            edge = claim.as_edge()
            row = {"id": node_id, "set": edge}
            if claim.source not in before:
                self._reported[claim.source].append(row)
            elif before.pop(claim.source) != edge:
                self._restated[claim.source].append(row)
        for source in before:
            self._unreported[source].append({"id": node_id})

    def remove(self, node_id: str) -> None:
        """Note that nothing is claimed of a node any more: its claims moved to another."""
        self._gone.append(node_id)

    def write(self, tx: ManagedTransaction) -> int:
        """Send everything and return how many nodes and edges were touched.

        Raises:
            StoreError: an edge's other end is not in the graph.
        """
        label = self._type
        node = f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) "
        # No two writers make the same new node: the lock on its group keeps them apart.
        new = (
            "MATCH (s:Source {id: $source}) UNWIND $rows AS row "
            f"CREATE (n:{label}) SET n = row.set "
            "CREATE (n)-[r:REPORTED_IN]->(s) SET r = row.report"
        )
        written = 0
        for name, rows in sorted(self._new.items()):
            written += 2 * self._send(tx, new, rows, source=name)
        written += self._send(tx, node + "SET n += row.set", self._set)
        written += self._write_reports(tx, node)
        written += self._write_links(tx, node)
        gone = [{"id": node_id} for node_id in self._gone]
        return written + self._send(tx, node + "DETACH DELETE n", gone)

    def _write_reports(self, tx: ManagedTransaction, node: str) -> int:
        source = "MATCH (s:Source {id: $source}) "
        report = "MATCH (n)-[r:REPORTED_IN]->(:Source {id: $source}) "
        written = 0
        for cypher, by_source in (
            (f"{source}{node}CREATE (n)-[r:REPORTED_IN]->(s) SET r = row.set", self._reported),
            (f"{node}{report}SET r = row.set", self._restated),
            (f"{node}{report}DELETE r", self._unreported),
        ):
            for name, rows in sorted(by_source.items()):
                written += self._send(tx, cypher, rows, source=name)
        return written

    def _write_links(self, tx: ManagedTransaction, node: str) -> int:
        written = 0
        for (kind, outgoing, other_type, new), rows in sorted(self._linked.items()):
            names = self._model.edges[kind].properties
            edge = _edge(kind, outgoing, "(m)")
            sets = "".join(f" SET e.{name} = row.value" for name in names)
            cypher = (
                f"{node}MATCH (m:{other_type} {{id: row.other}}) "
                f"{'CREATE' if new else 'MERGE'} {edge}{sets} RETURN count(*) AS done"
            )
            done = tx.run(cypher, rows=rows).single(strict=True)["done"]
            if done != len(rows):
                raise StoreError(
                    say(
                        f"a {len(rows) - done} de {len(rows)} aristas {kind} del lote les falta su "
                        f"{other_type} en el grafo",
                        f"{len(rows) - done} of {len(rows)} {kind} edges of this batch lack their "
                        f"{other_type} in the graph",
                    ),
                    hint=say(
                        "Repita la carga; si persiste, `grafo doctor` dice qué falta.",
                        "Run the load again; if it persists, `grafo doctor` says what is missing.",
                    ),
                )
            written += done
        for (kind, outgoing, other_type, _), rows in sorted(self._unlinked.items()):
            edge = _edge(kind, outgoing, f"(:{other_type} {{id: row.other}})")
            written += self._send(tx, f"{node}MATCH {edge} DELETE e", rows)
        return written

    def _send(self, tx: ManagedTransaction, cypher: str, rows: _Rows, **parameters: Any) -> int:
        if rows:
            tx.run(cypher, rows=rows, **parameters).consume()
        return len(rows)


def _edge(kind: str, outgoing: bool, other: str) -> str:
    return f"(n)-[e:{kind}]->{other}" if outgoing else f"(n)<-[e:{kind}]-{other}"
