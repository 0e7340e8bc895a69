"""Mentions of governments that a source's agreements no longer bear out.

A source mentions a government because it signs one of the source's agreements, or because a
part of it does. With the agreement goes the mention: retired with one that was retired, and
removed with one that was never more than a misreading, which may leave no trace of the
government either.
"""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, Literal

from grafo.store.changes import Changes
from grafo.store.claims import StoredClaim
from grafo.store.reading import Reading
from grafo.store.retire import attached, retired
from grafo.store.sync import lock_stored, plan, read_groups

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from grafo.store import Store

Support = Literal["active", "retired", "none"]

_BATCH = 1000


def settle_mentions(
    store: Store, source: str, reading: Reading, *, everything: bool, day: str
) -> int:
    """Bring the mentions of a source in line with its agreements.

    Looked at are those that the file does not make: of `everything` that the source has, or
    those it was once read to make. Call it once the agreements and the edges that follow from
    them are settled. Returns how many nodes and edges were written.
    """
    not_made = _not_made(store, source, reading, everything)
    if not not_made:
        return 0
    wholes = _wholes(store, not_made)
    written = 0
    # A municipality before the state that it is part of.
    for ids in ([i for i in not_made if i not in wholes], sorted(wholes)):
        for start in range(0, len(ids), _BATCH):
            batch = ids[start : start + _BATCH]
            written += store.write(partial(_settle, source, batch, day))
    return written


def _not_made(store: Store, source: str, reading: Reading, everything: bool) -> list[str]:
    return sorted(
        row["id"]
        for row in store.stream(
            "MATCH (n:Government)-[r:REPORTED_IN]->(:Source {id: $source}) "
            "RETURN n.id AS id, r.sha256 AS sha256, r.retired_at AS retired_at",
            {"source": source},
        )
        if row["id"] not in reading.mentions
        and (everything or row["sha256"] == reading.sha256)
        and (row["retired_at"] is None or row["sha256"] == reading.sha256)
    )


def _wholes(store: Store, ids: list[str]) -> set[str]:
    return {
        row["id"]
        for row in store.rows(
            "UNWIND $ids AS id MATCH (:Government {id: id})<-[:PART_OF]-(:Government) "
            "RETURN DISTINCT id",
            {"ids": ids},
        )
    }


def _settle(source: str, ids: list[str], day: str, tx: ManagedTransaction) -> int:
    changes = Changes("Government")
    lock_stored(tx, "Government", ids)
    support = _support(tx, source, ids)
    hung_on = attached(tx, "Government", ids)
    for group in read_groups(tx, "Government", ids).values():
        after: list[StoredClaim] = []
        for _, claim in group.claims:
            if claim.source != source or claim.properties or support[group.key] == "active":
                after.append(claim)
            elif support[group.key] == "retired" or (
                len(group.claims) == 1 and group.key in hung_on
            ):
                after.append(retired(claim, day))
        plan("Government", group, after, changes)
    return changes.write(tx)


def _support(tx: ManagedTransaction, source: str, ids: list[str]) -> dict[str, Support]:
    """Return for each government how the source's agreements, or mentions of parts, bear it out."""
    found: dict[str, Support] = defaultdict(lambda: "none")
    for via in ("-[:SIGNED]->(m:Agreement)", "<-[:PART_OF]-(m:Government)"):
        for record in tx.run(
            f"UNWIND $ids AS id MATCH (:Government {{id: id}}){via} "
            "MATCH (m)-[r:REPORTED_IN]->(:Source {id: $source}) "
            "RETURN DISTINCT id, r.retired_at AS retired_at",
            ids=ids,
            source=source,
        ):
            if record["retired_at"] is None:
                found[record["id"]] = "active"
            elif found[record["id"]] == "none":
                found[record["id"]] = "retired"
    return found
