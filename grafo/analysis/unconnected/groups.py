"""The pieces that the network falls into: groups of governments with no link between them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from grafo.analysis.snapshot import Government, Snapshot
from grafo.network import components

SMALL = 5


@dataclass(frozen=True, slots=True)
class Group:
    """Governments that are linked with one another, directly or through others, by id."""

    governments: tuple[Government, ...]
    agreements: int

    @property
    def is_pair(self) -> bool:
        """Whether two governments have only each other."""
        return len(self.governments) == 2


def groups(snapshot: Snapshot) -> list[Group]:
    """Return the groups of two governments or more, the largest first (then by first id)."""
    labels = components(snapshot.links).tolist()
    members: dict[int, list[Government]] = defaultdict(list)
    for government, label in zip(snapshot.governments, labels, strict=True):
        members[label].append(government)
    signed: dict[int, set[str]] = defaultdict(set)
    for agreement in snapshot.agreements:
        for party, _ in agreement.parties:
            signed[labels[snapshot.index[party]]].add(agreement.id)
    found = [
        Group(tuple(inside), len(signed.get(label, ())))
        for label, inside in members.items()
        if len(inside) > 1
    ]
    return sorted(found, key=lambda group: (-len(group.governments), group.governments[0].id))
