"""Constraints and indexes, derived from the model and checked on every opening."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grafo.model import Model, load_model

if TYPE_CHECKING:
    from grafo.store import Store


def statements(model: Model) -> list[str]:
    """Return the Cypher that makes each node's key unique and indexes what is looked up."""
    cypher = []
    for node in model.nodes.values():
        cypher.append(
            f"CREATE CONSTRAINT {node.name.lower()}_id IF NOT EXISTS "
            f"FOR (n:{node.name}) REQUIRE n.id IS UNIQUE"
        )
        cypher += [
            f"CREATE INDEX {node.name.lower()}_{name} IF NOT EXISTS "
            f"FOR (n:{node.name}) ON (n.{name})"
            for name, prop in node.properties.items()
            if prop.index
        ]
    return cypher


def ensure_constraints(store: Store) -> None:
    """Create what is missing, each in a committed step of its own.

    The statements are idempotent and a few milliseconds each, so they run at every opening
    for writing: an engine killed right after their creation may have lost them.
    """
    for cypher in statements(load_model()):
        store.command(cypher)


def missing_constraints(store: Store) -> list[str]:
    """Return the names of unique keys that the store lacks.

    Each is tried rather than listed: the two engines list constraints in different words.
    """
    listed = {
        (tuple(row["labelsOrTypes"] or ()), tuple(row["properties"] or ()))
        for row in store.rows("SHOW CONSTRAINTS YIELD labelsOrTypes, properties RETURN *")
    }
    return [
        f"{node.name}.id"
        for node in load_model().nodes.values()
        if ((node.name,), ("id",)) not in listed
    ]
