"""One hash for a whole graph: equal for equal content, whatever the engine and the order."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from grafo.model import Property, load_model

if TYPE_CHECKING:
    from grafo.store import Store

_PROVENANCE = frozenset({"row", "rows", "file", "sha256", "amends", "amended_rows"})


def canonical_hash(store: Store, *, provenance: bool = True) -> str:
    """Return the SHA-256 of all nodes and edges, as hexadecimal text.

    Left out: internal node types, and properties that depend on when a file was loaded.
    `provenance=False` leaves out also which file and row each statement came from, to
    compare graphs loaded from files that say the same in other rows.
    """
    digests = sorted(hashlib.sha256(line.encode()).digest() for line in _lines(store, provenance))
    return hashlib.sha256(b"".join(digests)).hexdigest()


def _lines(store: Store, provenance: bool) -> Iterator[str]:
    model = load_model()
    for node in model.nodes.values():
        if node.internal:
            continue
        hidden = _hidden(node.properties)
        for row in store.stream(f"MATCH (n:{node.name}) RETURN properties(n) AS node"):
            yield _line([node.name, row["node"]], hidden)
    for edge in model.edges.values():
        hidden = _hidden(edge.properties)
        if edge.claims and not provenance:
            hidden |= _PROVENANCE
        for row in store.stream(
            f"MATCH (n)-[e:{edge.name}]->(m) "
            "RETURN n.id AS one, properties(e) AS edge, m.id AS other"
        ):
            yield _line([edge.name, row["one"], row["edge"], row["other"]], hidden)


def _hidden(properties: Mapping[str, Property]) -> frozenset[str]:
    return frozenset(name for name, prop in properties.items() if prop.volatile)


def _line(parts: list[Any], hidden: frozenset[str]) -> str:
    shown = [
        {name: value for name, value in part.items() if name not in hidden}
        if isinstance(part, dict)
        else part
        for part in parts
    ]
    return json.dumps(shown, ensure_ascii=False, sort_keys=True)
