"""Source nodes, and the check that what a file points at is in the graph."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from grafo.statements import SourceInfo

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from grafo.store import Store


def merge_source(store: Store, source: SourceInfo) -> int:
    """Write the Source node; return 1 if that changed anything, else 0."""

    def work(tx: ManagedTransaction) -> int:
        record = tx.run(
            "MERGE (s:Source {id: $id}) SET s.id = $id RETURN properties(s) AS source",
            id=source.id,
        ).single(strict=True)
        if record["source"] == source.properties:
            return 0
        tx.run(
            "MATCH (s:Source {id: $id}) SET s = $properties",
            id=source.id,
            properties=source.properties,
        ).consume()
        return 1

    return store.write(work)


def missing_targets(store: Store, node_type: str, ids: Sequence[str]) -> list[str]:
    """Return those of `ids` that the graph does not have as nodes of a type."""
    if not ids:
        return []
    found = store.rows(
        f"UNWIND $ids AS id MATCH (n:{node_type} {{id: id}}) RETURN id", {"ids": list(ids)}
    )
    return sorted(set(ids) - {row["id"] for row in found})
