"""What the sources that a loader needs would bring: a dry run counts as if they were loaded."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from grafo.loading.mentioned import mention_claims
from grafo.loading.prepare import Prepared
from grafo.statements import Claim, Origin, SourceInfo
from grafo.store.claims import StoredClaim
from grafo.store.mentions import bare


@dataclass(frozen=True, slots=True)
class _Needed:
    source: SourceInfo
    origin: Origin
    node_type: str
    prepared: Prepared
    mentions: dict[str, Claim]


class Pending:
    """Files that were read for a dry run and are not in the graph; holds their spools open."""

    def __init__(self) -> None:
        self._needed: list[_Needed] = []
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.__exit__(kind, error, trace)

    def add(self, source: SourceInfo, origin: Origin, node_type: str, prepared: Prepared) -> None:
        """Take in a file that was read to the end, and its spool."""
        self._stack.push(prepared.spool)
        mentions = {claim.group: claim for claim in mention_claims(prepared)}
        self._needed.append(_Needed(source, origin, node_type, prepared, mentions))

    def holds(self, source: str) -> bool:
        """Tell whether a source was read."""
        return any(each.source.id == source for each in self._needed)

    def has(self, node_type: str, node_id: str) -> bool:
        """Tell whether a node would be in the graph."""
        return any(
            (each.node_type == node_type and each.prepared.spool.states(node_id, ""))
            or (node_type == "Government" and node_id in each.mentions)
            for each in self._needed
        )

    def claims(self, node_type: str, group: str) -> list[StoredClaim]:
        """Return the claims that would be on a group, besides those that are."""
        found: list[StoredClaim] = []
        for each in self._needed:
            precedence = each.source.properties["precedence"]
            said = each.prepared.spool.on(group) if each.node_type == node_type else []
            if not said and node_type == "Government" and group in each.mentions:
                said = [bare(each.mentions[group])]
            found += [
                StoredClaim.from_claim(claim, each.source.id, precedence, each.origin, "")
                for claim in said
            ]
        return found
