"""What one reading of a file says of a source's earlier claims: which stand, which do not."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal

from grafo.store.claims import StoredClaim

Fate = Literal["stands", "retired", "removed"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as a run read it, to the end.

    Attributes:
        sha256: the file's.
        states: tells whether the file makes a claim, by its group and `label_of` it.
        mentions: the ids of the governments that the file mentions.
        whole: whether the file is all that its source says; a part or an amendment is not.
        rejected: numbers of the file's rows that are in quarantine.
        mended: of an amendment, the rows of other files that it gives, by their SHA-256.
    """

    sha256: str
    states: Callable[[str, str], bool]
    mentions: Collection[str] = ()
    whole: bool = True
    rejected: Collection[int] = ()
    mended: Mapping[str, Collection[int]] = field(default_factory=dict)

    def fate(self, node_type: str, group: str, claim: StoredClaim) -> Fate:
        """Return what becomes of a claim of the same source.

        What another file said and this one, which is all that the source says, does not, the
        source has taken back. What this very file was once read as, with another loader or
        other decisions, it never said: that is no news of the source and leaves no trace.
        """
        if self.states(group, label_of(node_type, claim)):
            return "stands"
        if claim.provenance["sha256"] == self.sha256:
            return "removed"
        if claim.retired:
            return "stands"
        if self._gives_the_rows_of(claim):
            return "removed"
        amends_this = claim.provenance.get("amends") == self.sha256
        return "retired" if self.whole and not amends_this else "stands"

    def _gives_the_rows_of(self, claim: StoredClaim) -> bool:
        """Tell whether the rows that an amendment mended are read here, in its stead."""
        amends = claim.provenance.get("amends")
        rows = claim.provenance.get("amended_rows")
        if not rows:  # the claim mends nothing, or was made before its rows were kept
            return False
        if amends == self.sha256:
            return not set(rows) & set(self.rejected)
        return set(rows) <= set(self.mended.get(str(amends), ()))


def label_of(node_type: str, claim: StoredClaim) -> str:
    """Return what tells a claim from the same source's others on its group."""
    return claim.agreement().label if node_type == "Agreement" else ""
