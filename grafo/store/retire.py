"""Taking back what a source no longer says, and only that: other sources keep their claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from grafo.model import load_model
from grafo.store.changes import Changes
from grafo.store.claims import StoredClaim
from grafo.store.reading import Reading
from grafo.store.sync import lock_stored, plan, read_groups

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from grafo.store import Store

_BATCH = 1000
# Only their own edges hang on these; what follows from them goes with them.
OWN_NODES = frozenset({"Agreement", "Representation"})
_IDENTITY = ("kind", "signed", "register_number", "title")
_FATE = ("sha256", "amends", "amended_rows", "retired_at")


@dataclass(slots=True)
class Survey:
    """What a reading does to the claims that its source has on nodes of one type.

    stood    active claims before it, except those that mend the file
    restated of these, the ones that it makes again
    retired  active claims that other files made and the source no longer makes
    removed  active claims that the file was read as before, and no longer is
    groups   the groups with a claim that goes
    """

    stood: int = 0
    restated: int = 0
    retired: int = 0
    removed: int = 0
    groups: set[str] = field(default_factory=set)

    @property
    def going(self) -> int:
        """How many active claims go."""
        return self.retired + self.removed

    def lost(self, claims: int) -> int:
        """Return how many fewer claims the source makes, if it now makes `claims`.

        A claim that another takes the place of is none: a correction is no shrinking.
        """
        return max(0, self.retired - (claims - self.restated))


def survey(store: Store, node_type: str, source: str, reading: Reading) -> Survey:
    """Hold the claims that a source has in the graph against a reading; write nothing."""
    found = Survey()
    for group, claim in _claims(store, node_type, source):
        fate = reading.fate(node_type, group, claim)
        if fate != "stands":
            found.groups.add(group)
        if claim.retired:
            continue
        found.retired += fate == "retired"
        found.removed += fate == "removed"
        if claim.provenance.get("amends") != reading.sha256:
            found.stood += 1
            found.restated += fate == "stands"
    return found


def _claims(store: Store, node_type: str, source: str) -> Iterator[tuple[str, StoredClaim]]:
    key = "bond" if node_type == "Agreement" else "id"
    wanted = [*_FATE, *(_IDENTITY if node_type == "Agreement" else ())]
    columns = ", ".join(f"r.{name} AS {name}" for name in wanted)
    for row in store.stream(
        f"MATCH (n:{node_type})-[r:REPORTED_IN]->(:Source {{id: $source}}) "
        f"RETURN n.{key} AS grp, {columns}",
        {"source": source},
    ):
        edge = {name: row[name] for name in wanted if row[name] is not None}
        yield row["grp"], StoredClaim.from_edge(source, 0, edge)


def take_back(
    store: Store, node_type: str, source: str, reading: Reading, found: Survey, *, day: str
) -> tuple[int, int]:
    """Retire and remove the claims that a survey found to go.

    Returns how many active claims went, and how many nodes and edges were written.
    """
    taken, written = 0, 0
    keys = sorted(found.groups)
    for start in range(0, len(keys), _BATCH):
        batch = keys[start : start + _BATCH]
        done = store.write(partial(_take_back, node_type, source, batch, reading, day))
        taken, written = taken + done[0], written + done[1]
    return taken, written


def _take_back(
    node_type: str,
    source: str,
    keys: list[str],
    reading: Reading,
    day: str,
    tx: ManagedTransaction,
) -> tuple[int, int]:
    taken, changes = 0, Changes(node_type)
    lock_stored(tx, node_type, keys)
    hung_on = attached(tx, node_type, keys)
    for group in read_groups(tx, node_type, keys).values():
        after = []
        others = [claim for _, claim in group.claims if claim.source != source]
        # What others hang on, or only mention, must go on being described by someone.
        described = any(claim.properties for claim in others)
        needed = not described and (bool(others) or group.key in hung_on)
        for _, claim in group.claims:
            fate = reading.fate(node_type, group.key, claim) if claim.source == source else "stands"
            taken += fate != "stands" and not claim.retired
            if fate == "stands":
                after.append(claim)
            elif fate == "retired" or (needed and node_type not in OWN_NODES):
                after.append(retired(claim, day))
        plan(node_type, group, after, changes)
    return taken, changes.write(tx)


def retired(claim: StoredClaim, day: str) -> StoredClaim:
    """Return a claim as one that its source took back; the first day on which it did stays."""
    return replace(claim, provenance={"retired_at": day, **claim.provenance})


def attached(tx: ManagedTransaction, node_type: str, keys: list[str]) -> set[str]:
    """Return the nodes that others hang on, as governments do on their country."""
    if node_type in OWN_NODES:
        return set()
    match = f"UNWIND $keys AS id MATCH (n:{node_type} {{id: id}})"
    ends = [
        f"<-[:{edge.name}]-"
        for edge in load_model().edges.values()
        if node_type in edge.target and not edge.derived
    ]
    if node_type == "Government":
        ends.append("-[:SIGNED]->")
    return {
        record["id"]
        for end in ends
        for record in tx.run(f"{match}{end}() RETURN DISTINCT id", keys=keys)
    }
