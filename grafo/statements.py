"""Plain values that travel from the loaders to the store: what a source says, row by row.

A `Claim` is what one source says of one node: its properties and its edges. The store keeps
each source's claims apart (on REPORTED_IN) and computes the node from all of them, so the
order in which sources are loaded never matters and one can be retired without a trace in
the others.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """An edge that a claim gives its node.

    `outgoing` is seen from the claim's node: ABOUT leaves an agreement, SIGNED enters it.
    `property` is the value of the edge's only property (SIGNED.role, ABOUT.basis), or "".
    """

    type: str
    outgoing: bool
    other_type: str
    other_id: str
    property: str = ""

    def as_text(self) -> str:
        """Return the link as one line of text, as REPORTED_IN keeps it."""
        arrow = ">" if self.outgoing else "<"
        return "\t".join((self.type, arrow, self.other_type, self.other_id, self.property))

    @classmethod
    def from_text(cls, text: str) -> Link:
        """Read back what `as_text` wrote."""
        kind, arrow, other_type, other_id, prop = text.split("\t")
        return cls(kind, arrow == ">", other_type, other_id, prop)


@dataclass(slots=True)
class Claim:
    """What one source says of one node, and on which rows.

    `group` joins the claims that must be looked at together: an agreement's bond (its kind
    and parties), for any other node its id. `primary` marks what a row is about, as against
    the governments that it mentions on the way. `amends` is the SHA-256 of the file whose
    quarantined rows, `amended_rows`, the claim mends.
    """

    node_type: str
    group: str
    properties: dict[str, Any]
    links: tuple[Link, ...]
    rows: list[int]
    primary: bool = True
    amends: str | None = None
    amended_rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """The source a run loads, as the Source node keeps it."""

    id: str
    properties: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Origin:
    """The file a run reads: its name (without folders) and its SHA-256."""

    file: str
    sha256: str
