"""Merging what a source claims into the graph, a batch at a time, in managed transactions.

Each transaction reads the claims that the store holds on a batch of groups, puts the new
ones beside them, computes the nodes that follow, and writes only what differs. It can run
twice (a lost acknowledgement, a dead server) or beside another loader and end the same:
nodes are merged on their key, and a lock on each group orders concurrent writers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grafo.statements import Claim, Origin, SourceInfo
from grafo.store.changes import Changes
from grafo.store.claims import Properties, StoredClaim, ids_of, state_of

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from grafo.store import Store


# From a type of node and a group to the claims that are not on it yet.
Foreseen = Callable[[str, str], list[StoredClaim]]


@dataclass(slots=True)
class Outcome:
    """How the rows of a batch ended, and how many graph elements were written."""

    loaded: int = 0
    merged: int = 0
    unchanged: int = 0
    written: int = 0

    def add(self, other: Outcome) -> None:
        """Add another batch's counts to these."""
        self.loaded += other.loaded
        self.merged += other.merged
        self.unchanged += other.unchanged
        self.written += other.written


@dataclass(slots=True)
class Group:
    """One group as the store has it: its nodes, and the claims with the node each is on."""

    key: str
    nodes: dict[str, Properties] = field(default_factory=dict)
    claims: list[tuple[str, StoredClaim]] = field(default_factory=list)


def merge_claims(
    store: Store,
    source: SourceInfo,
    origin: Origin,
    claims: Sequence[Claim],
    *,
    day: str,
    foreseen: Foreseen | None = None,
) -> Outcome:
    """Merge primary claims, all of one node type, into the graph.

    `claims` must hold every claim of this run on each group in it, and the governments,
    countries and themes they point at must be in the graph. `day` is the run's date. A dry
    run gives what else would be on a group, as `foreseen`: it counts and writes nothing.
    """
    return store.write(lambda tx: _merge(tx, source, origin, claims, day, foreseen))


def _merge(
    tx: ManagedTransaction,
    source: SourceInfo,
    origin: Origin,
    claims: Sequence[Claim],
    day: str,
    foreseen: Foreseen | None,
) -> Outcome:
    node_type = claims[0].node_type
    precedence = source.properties["precedence"]
    incoming: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        incoming[claim.group].append(claim)
    if foreseen is None:
        _lock(tx, node_type, claims)
    groups = read_groups(tx, node_type, sorted(incoming))
    outcome, changes = Outcome(), Changes(node_type)
    for key, group in groups.items():
        after = [claim for _, claim in group.claims]
        if foreseen:
            _take_in(node_type, key, after, [(new, 1) for new in foreseen(node_type, key)])
        stated = [
            (StoredClaim.from_claim(claim, source.id, precedence, origin, day), len(claim.rows))
            for claim in incoming[key]
        ]
        outcome.add(_take_in(node_type, key, after, stated))
        if foreseen is None:
            plan(node_type, group, after, changes)
    if foreseen is None:
        outcome.written = changes.write(tx)
    return outcome


def _lock(tx: ManagedTransaction, node_type: str, claims: Sequence[Claim]) -> None:
    """Make concurrent loaders of the same groups wait for each other.

    Setting a property takes the node's write lock until the commit. An agreement may not
    exist yet, so the lock is on its first party, which does. Sorted, to keep deadlocks rare;
    the driver retries those that remain.
    """
    if node_type == "Agreement":
        cypher = "UNWIND $ids AS id MATCH (n:Government {id: id}) SET n.id = id"
        ids = {min(li.other_id for li in c.links if li.type == "SIGNED") for c in claims}
    else:
        cypher = f"UNWIND $ids AS id MERGE (n:{node_type} {{id: id}}) SET n.id = id"
        ids = {claim.group for claim in claims}
    tx.run(cypher, ids=sorted(ids)).consume()


def lock_stored(tx: ManagedTransaction, node_type: str, keys: Sequence[str]) -> None:
    """Make other loaders wait for groups that are in the store; see `_lock`."""
    if node_type == "Agreement":
        match = "MATCH (:Agreement {bond: key})<-[:SIGNED]-(n:Government)"
    else:
        match = f"MATCH (n:{node_type} {{id: key}})"
    tx.run(
        f"UNWIND $keys AS key {match} WITH DISTINCT n ORDER BY n.id SET n.id = n.id",
        keys=list(keys),
    ).consume()


def read_groups(tx: ManagedTransaction, node_type: str, keys: Sequence[str]) -> dict[str, Group]:
    """Read the nodes of each group and the claims on them."""
    key = "bond" if node_type == "Agreement" else "id"
    result = tx.run(
        f"UNWIND $keys AS key MATCH (n:{node_type} {{{key}: key}}) "
        "OPTIONAL MATCH (n)-[r:REPORTED_IN]->(s:Source) "
        "RETURN key, properties(n) AS node, properties(r) AS claim, "
        "s.id AS source, s.precedence AS precedence",
        keys=list(keys),
    )
    groups = {key: Group(key) for key in keys}
    for group_key, node, edge, source, precedence in result:
        group = groups[group_key]
        group.nodes[node["id"]] = node
        if source is not None:
            claim = StoredClaim.from_edge(source, precedence, edge)
            group.claims.append((node["id"], claim))
    return groups


def _take_in(
    node_type: str, key: str, after: list[StoredClaim], stated: Sequence[tuple[StoredClaim, int]]
) -> Outcome:
    """Put a source's claims, each with its number of rows, in the place of its old ones or behind
    the others, and count how the rows ended."""
    places = {_identity(node_type, claim): at for at, claim in enumerate(after)}
    outcome, appended = Outcome(), []
    for new, rows in stated:
        at = places.setdefault(_identity(node_type, new), len(after))
        if at == len(after):
            after.append(new)
            appended.append((at, rows))
            continue
        old = after[at]
        new.provenance["first_seen"] = old.provenance["first_seen"]
        after[at] = new
        same = new.says_the_same_as(old)
        outcome.add(Outcome(unchanged=rows) if same else Outcome(merged=rows))
    shared = _shared(node_type, key, after) if appended else frozenset()
    for at, rows in appended:
        # A row that gives a known agreement one more source, or repeats another row, is merged.
        outcome.add(Outcome(merged=rows) if at in shared else Outcome(loaded=1, merged=rows - 1))
    return outcome


def _identity(node_type: str, claim: StoredClaim) -> tuple[str, ...]:
    """Return what a source's claim takes the place of an older one of its own by."""
    return (claim.source, *(claim.agreement().key if node_type == "Agreement" else ()))


def _shared(node_type: str, key: str, after: list[StoredClaim]) -> frozenset[int]:
    """Return the places of claims that speak of a node which an active one before them has."""
    if len({claim.source for claim in after}) == 1:
        # One source never says the same agreement twice under two keys.
        return frozenset()
    known: set[str] = set()
    shared = set()
    for at, (node, claim) in enumerate(zip(ids_of(node_type, key, after), after, strict=True)):
        if node in known:
            shared.add(at)
        if not claim.retired:
            known.add(node)
    return frozenset(shared)


def plan(node_type: str, group: Group, after: list[StoredClaim], changes: Changes) -> None:
    """Note every difference between a group in the store and what `after` makes of it."""
    held: dict[str, list[StoredClaim]] = defaultdict(list)
    for node_id, claim in group.claims:
        held[node_id].append(claim)
    now: dict[str, list[StoredClaim]] = defaultdict(list)
    for node_id, claim in zip(ids_of(node_type, group.key, after), after, strict=True):
        now[node_id].append(claim)
    for node_id, claims in now.items():
        state = state_of(node_type, node_id, group.key, claims)
        before = held.get(node_id)
        was = state_of(node_type, node_id, group.key, before) if before else None
        stored = group.nodes.get(node_id, {})
        open_claims = changes.node(node_id, state, was, stored, claims)
        changes.reports(node_id, open_claims, before or [])
    for node_id in group.nodes:
        if node_id not in now:
            changes.remove(node_id)
