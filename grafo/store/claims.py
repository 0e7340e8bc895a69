"""What sources claim of a node, as REPORTED_IN keeps it, and the node that follows from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from grafo.dates import compatible, precision
from grafo.identity import AgreementClaim, agreement_ids
from grafo.model import load_model
from grafo.statements import Claim, Link, Origin

Properties = dict[str, Any]
# An edge as seen from its node: type, whether it leaves the node, the other end's type and id.
LinkKey = tuple[str, bool, str, str]

_PROVENANCE = (
    "row",
    "rows",
    "file",
    "sha256",
    "links",
    "amends",
    "amended_rows",
    "retired_at",
    "first_seen",
)


@dataclass(slots=True)
class StoredClaim:
    """One source's claim: on the way in, or as read from a REPORTED_IN edge."""

    source: str
    precedence: int
    properties: Properties
    links: tuple[Link, ...]
    provenance: Properties

    @classmethod
    def from_edge(cls, source: str, precedence: int, edge: Properties) -> StoredClaim:
        """Read an edge's properties, as the driver gives them."""
        return cls(
            source,
            precedence,
            {name: value for name, value in edge.items() if name not in _PROVENANCE},
            tuple(Link.from_text(text) for text in edge.get("links") or ()),
            {name: edge[name] for name in _PROVENANCE if name in edge and name != "links"},
        )

    @classmethod
    def from_claim(
        cls, claim: Claim, source: str, precedence: int, origin: Origin, day: str
    ) -> StoredClaim:
        """Make the stored form of a claim that a run brings."""
        rows = sorted(claim.rows)
        provenance: Properties = {"row": rows[0], "file": origin.file, "sha256": origin.sha256}
        if len(rows) > 1:
            provenance["rows"] = rows
        if claim.amends:
            provenance["amends"] = claim.amends
        if claim.amended_rows:
            provenance["amended_rows"] = list(claim.amended_rows)
        provenance["first_seen"] = day
        stated = {n: v for n, v in claim.properties.items() if v is not None and n != "id"}
        return cls(source, precedence, stated, tuple(sorted(claim.links)), provenance)

    @property
    def retired(self) -> bool:
        """Whether the source no longer says this."""
        return "retired_at" in self.provenance

    @property
    def rank(self) -> tuple[int, str]:
        """Which claim holds where two differ: the smaller."""
        return (self.precedence, self.source)

    def says_the_same_as(self, other: StoredClaim) -> bool:
        """Whether both state the same, wherever they stand in their files."""
        return (
            not self.retired
            and not other.retired
            and self.properties == other.properties
            and self.links == other.links
        )

    def as_edge(self) -> Properties:
        """Return all properties of the REPORTED_IN edge."""
        edge = {**self.properties, **self.provenance}
        if self.links:
            edge["links"] = [link.as_text() for link in self.links]
        return edge

    def agreement(self) -> AgreementClaim:
        """Return what identity needs of an agreement's claim."""
        return AgreementClaim.of(self.source, self.precedence, self.properties)


def ids_of(node_type: str, group: str, claims: list[StoredClaim]) -> list[str]:
    """Return for each claim of a group the id of the node it speaks of."""
    if node_type != "Agreement":
        return [group] * len(claims)
    return agreement_ids(group, [claim.agreement() for claim in claims])


@dataclass(slots=True)
class NodeState:
    """A node as its claims make it."""

    properties: Properties
    links: dict[LinkKey, str] = field(default_factory=dict)


def state_of(node_type: str, node_id: str, group: str, claims: list[StoredClaim]) -> NodeState:
    """Compute a node from all claims on it. A node that nobody claims any more is retired."""
    active = sorted((c for c in claims if not c.retired), key=lambda c: c.rank)
    # A mention says nothing of a government: what a source last said of it is still known.
    saying = [c for c in active if c.properties]
    speaking = saying or sorted(claims, key=lambda c: c.rank)
    declared = load_model().nodes[node_type].properties
    properties: Properties = {"id": node_id}
    for claim in speaking:
        for name, value in claim.properties.items():
            if name in declared:
                properties.setdefault(name, value)
    if node_type == "Agreement":
        properties["bond"] = group
        _settle_agreement(properties, speaking)
    if not active and "retired_at" in declared:
        properties["retired_at"] = max(str(c.provenance["retired_at"]) for c in claims)
        if node_type == "Agreement":
            properties["status"] = "withdrawn"
    return NodeState(properties, _union(speaking))


def _settle_agreement(properties: Properties, claims: list[StoredClaim]) -> None:
    """Take the most precise of agreeing dates, and a known status before an unknown one."""
    if signed := properties.get("signed"):
        dates = [c.properties["signed"] for c in claims if c.properties.get("signed")]
        properties["signed"] = max(
            (date for date in dates if compatible(date, signed)), key=lambda d: (len(d), d)
        )
        properties["signed_precision"] = precision(properties["signed"])
    known = [s for c in claims if (s := c.properties.get("status", "unknown")) != "unknown"]
    properties["status"] = known[0] if known else "unknown"


def _union(claims: list[StoredClaim]) -> dict[LinkKey, str]:
    """Join the edges of all claims; of two values of one edge the model's earlier one holds."""
    edges = load_model().edges
    union: dict[LinkKey, str] = {}
    for claim in claims:
        for link in claim.links:
            key = (link.type, link.outgoing, link.other_type, link.other_id)
            known = union.get(key)
            if known is None:
                union[key] = link.property
            elif link.property != known:
                (declared,) = edges[link.type].properties.values()
                order = list(declared.values or ())
                union[key] = min(known, link.property, key=order.index)
    return union
