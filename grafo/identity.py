"""Which claims speak of the same agreement, decided from the claims alone.

The answer is a pure function of the set of claims on one bond (one kind, the same parties):
loading two sources in either order, or one of them twice, gives the same agreements with
the same ids.

Within one source, its own register number tells agreements apart, else date and title.
Across sources, a twinning joins a twinning whose date it does not contradict (an undated
list and a dated register speak of the same bond); any other kind joins only on the same
day and the same title or number, because two governments sign many such agreements.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from grafo.dates import compatible
from grafo.text import fold, slug

TWINNING = "twinning"


def bond_of(kind: str, parties: Iterable[str]) -> str:
    """Return the fingerprint of a kind of agreement between a set of governments.

    >>> bond_of("twinning", ["mx-14", "a1-us-ca"]) == bond_of("twinning", ["a1-us-ca", "mx-14"])
    True
    """
    text = "\n".join((kind, *sorted(set(parties))))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class AgreementClaim:
    """One source's claim as far as identity needs it. Smaller `precedence` weighs more."""

    source: str
    precedence: int
    kind: str
    signed: str | None = None
    register_number: str | None = None
    title: str | None = None

    @classmethod
    def of(cls, source: str, precedence: int, properties: dict[str, Any]) -> AgreementClaim:
        """Take what identity needs out of an agreement's properties."""
        return cls(
            source,
            precedence,
            properties["kind"],
            properties.get("signed"),
            properties.get("register_number"),
            properties.get("title"),
        )

    @property
    def key(self) -> tuple[str, ...]:
        """What tells this claim from the same source's others on the same bond."""
        if self.register_number:
            return ("number", self.register_number)
        if self.kind == TWINNING:
            return ("date", self.signed or "")
        return ("title", self.signed or "", fold(self.title or ""))

    @property
    def label(self) -> str:
        """The key as one line of text."""
        return "\t".join(self.key)

    @property
    def _order(self) -> tuple[Any, ...]:
        # The most precise dates first: a vaguer claim then finds the precise one to join.
        signed = self.signed or ""
        return (-len(signed), signed, self.precedence, self.source, self.key, self.title or "")


@dataclass(slots=True)
class _Cluster:
    first: AgreementClaim
    claims: list[int] = field(default_factory=list)
    sources: set[str] = field(default_factory=set)
    signed: str | None = None

    def add(self, index: int, claim: AgreementClaim) -> None:
        self.claims.append(index)
        self.sources.add(claim.source)
        # Claims arrive most precise first, so the first date is the best one.
        self.signed = self.signed or claim.signed


def agreement_ids(bond: str, claims: Sequence[AgreementClaim]) -> list[str]:
    """Return for each claim on `bond`, in the order given, the id of its agreement."""
    clusters: list[_Cluster] = []
    # Only claims of one date can be one agreement, but for twinnings, whose dates may be vague.
    by_date: dict[str | None, list[_Cluster]] = defaultdict(list)
    several = len({claim.source for claim in claims}) > 1
    for index in sorted(range(len(claims)), key=lambda i: claims[i]._order):
        claim = claims[index]
        near = clusters if claim.kind == TWINNING else by_date[claim.signed]
        joined = _joins(claim, near) if several else None
        if joined is None:
            joined = _Cluster(claim)
            clusters.append(joined)
            by_date[claim.signed].append(joined)
        joined.add(index, claim)
    ids = [""] * len(claims)
    for agreement_id, cluster in _named(bond, clusters):
        for index in cluster.claims:
            ids[index] = agreement_id
    return ids


def _joins(claim: AgreementClaim, clusters: list[_Cluster]) -> _Cluster | None:
    # One source never says the same agreement twice under two keys.
    open_to = [c for c in clusters if claim.source not in c.sources and _same(claim, c)]
    return min(open_to, key=lambda c: c.signed or "", default=None)


def _same(claim: AgreementClaim, cluster: _Cluster) -> bool:
    other = cluster.first
    if claim.kind == TWINNING:
        return not claim.signed or not cluster.signed or compatible(claim.signed, cluster.signed)
    if not claim.signed or claim.signed != cluster.signed:
        return False
    if claim.register_number and claim.register_number == other.register_number:
        return True
    return not claim.title or not other.title or fold(claim.title) == fold(other.title)


def _named(bond: str, clusters: list[_Cluster]) -> list[tuple[str, _Cluster]]:
    """Give each cluster its id: `ag-<bond>` for the first twinning, dated ones for the rest."""
    named: dict[str, _Cluster] = {}
    counts: Counter[str] = Counter()
    for cluster in sorted(clusters, key=_age):
        first = cluster.first
        stem = f"ag-{bond}"
        if first.kind == TWINNING and not named:
            named[stem] = cluster
            continue
        stem = f"{stem}-{_suffix(first)}"
        candidate = stem
        while candidate in named:
            counts[stem] = max(counts[stem], 1) + 1
            candidate = f"{stem}-{counts[stem]}"
        named[candidate] = cluster
    return list(named.items())


def _age(cluster: _Cluster) -> tuple[Any, ...]:
    first = cluster.first
    return (cluster.signed or "", first.precedence, first.source, first.key)


def _suffix(claim: AgreementClaim) -> str:
    if claim.signed:
        return claim.signed.replace("-", "")
    if claim.register_number:
        return f"n{slug(claim.register_number)}"
    return f"t{hashlib.sha256(fold(claim.title or '').encode()).hexdigest()[:8]}"
