"""Edges that follow from the agreements: who is twinned, who cooperates, what is nearest.

They are computed whole and compared with what the graph has, so a load that changed nothing
writes nothing and a retired agreement takes its edge with it. One transaction, under one
lock: of several loaders that end together, the last to derive has seen what all of them wrote.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, Any

import numpy as np

from grafo.identity import TWINNING
from grafo.sphere import nearest
from grafo.store.measures import forget_measures, lock_derived

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from grafo.store import Store

Edges = dict[tuple[str, str], dict[str, Any]]

_ROWS_PER_STATEMENT = 5000


@dataclass(slots=True)
class _Agreement:
    kind: str
    signed: str | None
    parties: list[tuple[str, str]] = field(default_factory=list)  # (government id, role)
    themes: list[str] = field(default_factory=list)


def linked_pairs(parties: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the pairs an agreement links: home with counterpart, or all where roles are unknown.

    `parties` are pairs (government id, role); the smaller id of a linked pair comes first.
    """
    for (one, role), (other, other_role) in combinations(sorted(parties), 2):
        if role != other_role or role == "party":
            yield one, other


def derive_edges(store: Store) -> int:
    """Rebuild TWINNED_WITH, COOPERATES_WITH and NEAREST; return how many edges changed."""
    return store.write(_derive)


def _derive(tx: ManagedTransaction) -> int:
    lock_derived(tx)
    agreements = list(_agreements(tx))
    twinnings = (a for a in agreements if a.kind == TWINNING)
    changed = _write(tx, "TWINNED_WITH", "Government", _twinned(twinnings))
    if links := _write(tx, "COOPERATES_WITH", "Government", _cooperating(agreements)):
        forget_measures(tx)
        changed += links
    return changed + _write(tx, "NEAREST", "Representation", _nearest(tx))


def _agreements(tx: ManagedTransaction) -> Iterable[_Agreement]:
    agreements: dict[str, _Agreement] = {}
    for agreement_id, kind, signed, party, role in tx.run(
        "MATCH (g:Government)-[s:SIGNED]->(a:Agreement) WHERE a.status <> 'withdrawn' "
        "RETURN a.id, a.kind, a.signed, g.id, s.role"
    ):
        agreement = agreements.get(agreement_id)
        if agreement is None:
            agreement = agreements[agreement_id] = _Agreement(kind, signed)
        agreement.parties.append((party, role))
    for agreement_id, theme in tx.run("MATCH (a:Agreement)-[:ABOUT]->(t:Theme) RETURN a.id, t.id"):
        if known := agreements.get(agreement_id):
            known.themes.append(theme)
    return agreements.values()


def _by_pair(agreements: Iterable[_Agreement]) -> dict[tuple[str, str], list[_Agreement]]:
    pairs: dict[tuple[str, str], list[_Agreement]] = defaultdict(list)
    for agreement in agreements:
        for pair in linked_pairs(agreement.parties):
            pairs[pair].append(agreement)
    return pairs


def _twinned(agreements: Iterable[_Agreement]) -> Edges:
    edges: Edges = {}
    for pair, shared in _by_pair(agreements).items():
        edges[pair] = {"agreements": len(shared)}
        if dates := [a.signed for a in shared if a.signed]:
            edges[pair]["since"] = min(dates)
    return edges


def _cooperating(agreements: Iterable[_Agreement]) -> Edges:
    edges: Edges = {}
    for pair, shared in _by_pair(agreements).items():
        edges[pair] = {
            "agreements": len(shared),
            "kinds": sorted({a.kind for a in shared}),
            "themes": sorted({theme for a in shared for theme in a.themes}),
        }
        if dates := [a.signed for a in shared if a.signed]:
            edges[pair] |= {"since": min(dates), "last": max(dates)}
    return edges


def _nearest(tx: ManagedTransaction) -> Edges:
    """The nearest active representation of each government outside the represented country.

    Permanent missions serve organisations, not cities.
    """
    posts = [
        record.data()
        for record in tx.run(
            "MATCH (r:Representation)-[:REPRESENTS]->(c:Country) "
            "WHERE r.status = 'active' AND r.retired_at IS NULL AND r.type <> 'permanent-mission' "
            "AND r.lat IS NOT NULL AND r.lon IS NOT NULL "
            "RETURN r.id AS id, c.id AS sender, r.lat AS lat, r.lon AS lon ORDER BY id"
        )
    ]
    if not posts:
        return {}
    governments = [
        record.data()
        for record in tx.run(
            "MATCH (g:Government) WHERE g.lat IS NOT NULL AND g.lon IS NOT NULL "
            "RETURN g.id AS id, g.country AS country, g.lat AS lat, g.lon AS lon ORDER BY id"
        )
    ]
    edges: Edges = {}
    for sender in sorted({post["sender"] for post in posts}):
        sent = [post for post in posts if post["sender"] == sender]
        abroad = [g for g in governments if g["country"] != sender]
        for government, (index, km) in zip(abroad, _closest(abroad, sent), strict=True):
            edges[government["id"], sent[index]["id"]] = {"km": round(km, 1)}
    return edges


def _closest(
    places: list[dict[str, Any]], posts: list[dict[str, Any]]
) -> Iterator[tuple[int, float]]:
    """Return for each place the index of the closest post and its great-circle distance in km."""
    points = [
        np.array([point[axis] for point in group], dtype=np.float64)
        for group in (places, posts)
        for axis in ("lat", "lon")
    ]
    indexes, distances = nearest(*points)
    return zip(indexes.tolist(), distances.tolist(), strict=True)


def _write(tx: ManagedTransaction, kind: str, other_type: str, wanted: Edges) -> int:
    """Bring the edges of one derived type to what is wanted, touching only differences."""
    stored: Edges = {
        (record["one"], record["other"]): record["edge"]
        for record in tx.run(
            f"MATCH (n:Government)-[e:{kind}]->(m:{other_type}) "
            "RETURN n.id AS one, m.id AS other, properties(e) AS edge"
        )
    }
    gone = [{"one": one, "other": other} for one, other in sorted(stored.keys() - wanted.keys())]
    new, changed = [], []
    for (one, other), edge in sorted(wanted.items()):
        row = {"one": one, "other": other, "set": edge}
        if (one, other) not in stored:
            new.append(row)
        elif stored[one, other] != edge:
            changed.append(row)
    ends = (
        "UNWIND $rows AS row MATCH (n:Government {id: row.one}) "
        f"MATCH (m:{other_type} {{id: row.other}}) "
    )
    _send(tx, f"{ends}MATCH (n)-[e:{kind}]->(m) DELETE e", gone)
    _send(tx, f"{ends}CREATE (n)-[e:{kind}]->(m) SET e = row.set", new)
    _send(tx, f"{ends}MATCH (n)-[e:{kind}]->(m) SET e = row.set", changed)
    return len(gone) + len(new) + len(changed)


def _send(tx: ManagedTransaction, cypher: str, rows: list[dict[str, Any]]) -> None:
    for start in range(0, len(rows), _ROWS_PER_STATEMENT):
        tx.run(cypher, rows=rows[start : start + _ROWS_PER_STATEMENT]).consume()
