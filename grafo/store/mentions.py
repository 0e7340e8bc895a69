"""Governments that a source mentions without being about them: a party, or its state.

Their properties come from the gazetteer, so any source that mentions one gives the same;
a mention fills in what is missing and never overrules a source that is about governments.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from grafo.statements import Claim, Origin, SourceInfo
from grafo.store.claims import Properties, StoredClaim
from grafo.store.sync import read_groups
from grafo.text import shouting_last

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from grafo.store import Store


def merge_mentions(
    store: Store,
    source: SourceInfo,
    origin: Origin,
    claims: Sequence[Claim],
    *,
    whole: bool,
    day: str,
) -> int:
    """Make sure that each mentioned government is in the graph and reported in `source`.

    `whole` says that the file is all that the source says. Returns how many nodes and edges
    were written.
    """
    return store.write(lambda tx: _merge(tx, source, origin, claims, whole, day))


def _merge(
    tx: ManagedTransaction,
    source: SourceInfo,
    origin: Origin,
    claims: Sequence[Claim],
    whole: bool,
    day: str,
) -> int:
    ids = [claim.group for claim in claims]
    groups = read_groups(tx, "Government", ids)
    new, filled, added, restated = [], [], [], []
    for claim in claims:
        group = groups[claim.group]
        old = next((c for _, c in group.claims if c.source == source.id), None)
        report = _report(claim, source, origin, day, old)
        row: Properties = {"id": claim.group, "report": report}
        if not group.nodes:
            stated = {n: v for n, v in claim.properties.items() if v is not None}
            new.append({**row, "set": stated})
            continue
        stored = group.nodes[claim.group]
        if len(group.claims) == 1 and old is not None and _replaces(origin, whole, old):
            changed = _restated(stored, claim.properties)
        else:
            changed = _filled(stored, claim.properties)
        if changed:
            filled.append({"id": claim.group, "set": changed})
        if old is None:
            added.append(row)
        elif report != old.as_edge():
            restated.append(row)
    source_node = "MATCH (s:Source {id: $source}) UNWIND $rows AS row "
    node = "MATCH (n:Government {id: row.id}) "
    for cypher, rows in (
        # Another loader may have made the node since it was looked for: then it stays as it is.
        (
            source_node + "MERGE (n:Government {id: row.id}) ON CREATE SET n = row.set "
            "MERGE (n)-[r:REPORTED_IN]->(s) SET r = row.report",
            new,
        ),
        ("UNWIND $rows AS row " + node + "SET n += row.set", filled),
        (source_node + node + "MERGE (n)-[r:REPORTED_IN]->(s) SET r = row.report", added),
        (source_node + node + "MATCH (n)-[r:REPORTED_IN]->(s) SET r = row.report", restated),
    ):
        if rows:
            tx.run(cypher, rows=rows, source=source.id).consume()
    made = {row["id"] for row in new}
    links = _link(tx, [claim for claim in claims if claim.group in made])
    return len(new) * 2 + len(filled) + len(added) + len(restated) + links


def _replaces(origin: Origin, whole: bool, old: StoredClaim) -> bool:
    """Tell whether a mention takes the place of what the same file, or edition, said before."""
    if old.properties:
        return False
    before = old.provenance
    return before["sha256"] == origin.sha256 or (whole and before.get("amends") != origin.sha256)


def _restated(stored: Properties, mentioned: Properties) -> Properties:
    """Return what changes on a government that nobody else knows of."""
    return {n: v for n, v in mentioned.items() if stored.get(n) != v}


def _filled(stored: Properties, mentioned: Properties) -> Properties:
    filled = {n: v for n, v in mentioned.items() if v is not None and stored.get(n) is None}
    # Registers spell a government that no gazetteer knows in several ways that fold to one
    # id; which of them names it must not depend on which was loaded first.
    name = mentioned.get("name")
    if stored["id"].startswith("slug-") and name and stored.get("name", name) != name:
        best = min((stored["name"], name), key=shouting_last)
        if best != stored["name"]:
            filled["name"] = best
    return filled


def bare(claim: Claim) -> Claim:
    """Return a mention without what the gazetteer says of the government."""
    return replace(claim, properties={}, links=())


def _report(
    claim: Claim, source: SourceInfo, origin: Origin, day: str, old: StoredClaim | None
) -> Properties:
    """A source that is about governments keeps its own claim; a mention adds only where it is."""
    new = StoredClaim.from_claim(
        bare(claim), source.id, source.properties["precedence"], origin, day
    )
    if old is not None:
        new.provenance["first_seen"] = old.provenance["first_seen"]
        new.properties, new.links = old.properties, old.links
    return new.as_edge()


def _link(tx: ManagedTransaction, claims: Sequence[Claim]) -> int:
    """Write the edges to country and state of governments that are new to the graph."""
    written = 0
    for kind, other_type in (("IN_COUNTRY", "Country"), ("PART_OF", "Government")):
        rows = [
            {"id": claim.group, "other": link.other_id}
            for claim in claims
            for link in claim.links
            if link.type == kind
        ]
        if rows:
            tx.run(
                f"UNWIND $rows AS row MATCH (n:Government {{id: row.id}}) "
                f"MATCH (m:{other_type} {{id: row.other}}) MERGE (n)-[:{kind}]->(m)",
                rows=rows,
            ).consume()
        written += len(rows)
    return written
