"""Retiring what a source no longer says, and only that: other sources keep their claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from grafo.store.changes import Changes
from grafo.store.sync import lock_stored, plan, read_groups

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from grafo.store import Store

_BATCH = 1000


def claims_of_source(store: Store, node_type: str, source: str, sha256: str) -> Counter[str]:
    """Return how many active claims a source has on each group.

    Amendments to the file `sha256` are left out: that file not holding them is no shrinking.
    """
    key = "bond" if node_type == "Agreement" else "id"
    return Counter(
        row["key"]
        for row in store.stream(
            f"MATCH (n:{node_type})-[r:REPORTED_IN]->(:Source {{id: $source}}) "
            "WHERE r.retired_at IS NULL AND (r.amends IS NULL OR r.amends <> $sha256) "
            f"RETURN n.{key} AS key",
            {"source": source, "sha256": sha256},
        )
    )


def retire_missing(
    store: Store,
    node_type: str,
    source: str,
    sha256: str,
    groups: Mapping[str, int],
    *,
    day: str,
    dry_run: bool = False,
) -> int:
    """Retire the active claims of a source that the file `sha256` does not make.

    `groups` counts the file's claims on each group; a dry run counts from it alone. Governments
    that a source mentioned and no longer does keep their node and lose only the mention.
    Returns how many claims were retired.
    """
    if dry_run:
        stored = claims_of_source(store, node_type, source, sha256)
        return sum(max(0, count - groups.get(group, 0)) for group, count in stored.items())
    retired = _retire(store, node_type, source, sha256, day)
    if node_type != "Government":
        _retire(store, "Government", source, sha256, day)
    return retired


def _retire(store: Store, node_type: str, source: str, sha256: str, day: str) -> int:
    key = "bond" if node_type == "Agreement" else "id"
    stale = sorted(
        {
            row["key"]
            for row in store.stream(
                f"MATCH (n:{node_type})-[r:REPORTED_IN]->(:Source {{id: $source}}) "
                "WHERE r.retired_at IS NULL AND r.sha256 <> $sha256 "
                "AND (r.amends IS NULL OR r.amends <> $sha256) "
                f"RETURN n.{key} AS key",
                {"source": source, "sha256": sha256},
            )
        }
    )
    retired = 0
    for start in range(0, len(stale), _BATCH):
        keys = stale[start : start + _BATCH]
        retired += store.write(partial(_retire_groups, node_type, source, keys, sha256, day))
    return retired


def _retire_groups(
    node_type: str, source: str, keys: list[str], sha256: str, day: str, tx: ManagedTransaction
) -> int:
    retired, changes = 0, Changes(node_type)
    lock_stored(tx, node_type, keys)
    for group in read_groups(tx, node_type, keys).values():
        after = []
        for _, claim in group.claims:
            if claim.source == source and claim.is_stale(sha256):
                retired += 1
                after.append(replace(claim, provenance={**claim.provenance, "retired_at": day}))
            else:
                after.append(claim)
        plan(node_type, group, after, changes)
    changes.write(tx)
    return retired
