"""The communities of a network as an algorithm found them: members, agreements, who is between.

Two governments that have only each other are a pair, not a community.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from grafo.analysis.grouping.naming import community_labels
from grafo.analysis.labels import unit_labels
from grafo.analysis.levels import Network
from grafo.analysis.snapshot import Agreement, Snapshot
from grafo.model import Bilingual
from grafo.network import components
from grafo.store.derive import linked_pairs

HUBS = 3  # how many of its best connected members a community names


@dataclass(frozen=True, slots=True)
class Community:
    """A community; 1 is the largest.

    Attributes:
        members: nodes of the network, those with the most partners inside first.
        inside: ids of the agreements that link two of its members, sorted.
        outside: how many agreements link a member with a government of another community.
    """

    number: int
    label: Bilingual
    members: tuple[int, ...]
    inside: tuple[str, ...]
    outside: int


@dataclass(frozen=True, slots=True)
class Between:
    """A government with partners in other communities than its own.

    `others` are the numbers of those communities, sorted; `outside` is how many partners it
    has there. `participation` is how evenly its partners are spread over communities: 0 if all
    are in one (R. Guimerà and L. A. N. Amaral, Nature 433, 2005).
    """

    node: int
    others: tuple[int, ...]
    outside: int
    participation: float


@dataclass(frozen=True)
class Grouping:
    """The communities of a network, the largest first, and what is in none.

    Attributes:
        labels: a name for each node of the network that no other has.
        numbers: for each node the number of its community; None for one of a pair.
        pairs: how many pairs of governments have only each other.
        parts: sizes of the parts of the network that no link joins, largest first, pairs included.
        joined: by two numbers, the smaller first, the links and the agreements between the two.
    """

    network: Network
    labels: tuple[Bilingual, ...]
    communities: tuple[Community, ...]
    numbers: tuple[int | None, ...]
    pairs: int
    parts: tuple[int, ...]
    joined: Mapping[tuple[int, int], tuple[int, int]]

    @cached_property
    def partners_inside(self) -> tuple[int, ...]:
        """For each node, how many of its partners are in its community."""
        return _partners_inside(self.network, self.numbers)

    @cached_property
    def between(self) -> tuple[Between, ...]:
        """Governments with partners in other communities, those that join most of them first."""
        found = []
        for node, partners in enumerate(self.network.partners):
            spread = Counter(self.numbers[other] for other in partners)
            own = spread.pop(self.numbers[node], 0)
            if spread:
                shares = [count / len(partners) for count in (own, *spread.values())]
                found.append(
                    Between(
                        node,
                        tuple(sorted(number for number in spread if number is not None)),
                        spread.total(),
                        round(1 - sum(share * share for share in shares), 6),
                    )
                )
        return tuple(
            sorted(
                found,
                key=lambda b: (
                    -len(b.others),
                    -b.outside,
                    -b.participation,
                    self.network.units[b.node].id,
                ),
            )
        )


def group(snapshot: Snapshot, network: Network, found: Sequence[int]) -> Grouping:
    """Return the communities that an algorithm found on a network of governments.

    Args:
        found: for each node a number that those of its community share.
    """
    part_of = [int(part) for part in components(network.links)]
    sizes = Counter(part_of)
    numbers = _numbered(network, found, [sizes[part] == 2 for part in part_of])
    inside, outside, agreements = _agreements(snapshot, network, numbers)
    within = _partners_inside(network, numbers)
    members: dict[int, list[int]] = defaultdict(list)
    for node, number in enumerate(numbers):
        if number is not None:
            members[number].append(node)
    for nodes in members.values():
        nodes.sort(key=lambda node: (-within[node], -len(network.partners[node]), node))
    labels = unit_labels(snapshot, network.units)
    order = sorted(members)
    names = community_labels(
        snapshot,
        [inside[number] for number in order],
        [labels[members[number][0]] for number in order],
    )
    return Grouping(
        network,
        tuple(labels),
        tuple(
            Community(
                number,
                name,
                tuple(members[number]),
                tuple(sorted(agreement.id for agreement in inside[number])),
                outside[number],
            )
            for number, name in zip(order, names, strict=True)
        ),
        tuple(numbers),
        sum(size == 2 for size in sizes.values()),
        tuple(sorted(sizes.values(), reverse=True)),
        _joined(network, numbers, agreements),
    )


def _numbered(network: Network, found: Sequence[int], paired: Sequence[bool]) -> list[int | None]:
    """Number communities from the largest; of equal ones, first that of the smallest id."""
    members: dict[int, list[int]] = defaultdict(list)
    for node, label in enumerate(found):
        if not paired[node]:
            members[int(label)].append(node)
    order = sorted(members.values(), key=lambda nodes: (-len(nodes), nodes[0]))
    numbers: list[int | None] = [None] * len(network.units)
    for number, nodes in enumerate(order, start=1):
        for node in nodes:
            numbers[node] = number
    return numbers


def _partners_inside(network: Network, numbers: Sequence[int | None]) -> tuple[int, ...]:
    return tuple(
        sum(numbers[other] == numbers[node] for other in partners)
        for node, partners in enumerate(network.partners)
    )


def _agreements(
    snapshot: Snapshot, network: Network, numbers: Sequence[int | None]
) -> tuple[dict[int, list[Agreement]], Counter[int], Counter[tuple[int, int]]]:
    """Return the agreements within each community, and how many leave each and join any two."""
    number_of = {unit.id: number for unit, number in zip(network.units, numbers, strict=True)}
    inside: dict[int, list[Agreement]] = defaultdict(list)
    outside: Counter[int] = Counter()
    between: Counter[tuple[int, int]] = Counter()
    for agreement in snapshot.agreements:
        ends = set()
        for pair in linked_pairs(agreement.parties):
            one, other = (number_of.get(party) for party in pair)
            if one is not None and other is not None:
                ends.add((min(one, other), max(one, other)))
        for one, other in sorted(ends):
            if one == other:
                inside[one].append(agreement)
            else:
                between[one, other] += 1
        outside.update({number for end in ends if end[0] != end[1] for number in end})
    return inside, outside, between


def _joined(
    network: Network,
    numbers: Sequence[int | None],
    agreements: Mapping[tuple[int, int], int],
) -> dict[tuple[int, int], tuple[int, int]]:
    links: Counter[tuple[int, int]] = Counter()
    for one, other in zip(network.links.one.tolist(), network.links.other.tolist(), strict=True):
        a, b = numbers[one], numbers[other]
        if a is not None and b is not None and a != b:
            links[min(a, b), max(a, b)] += 1
    return {pair: (links[pair], agreements[pair]) for pair in sorted(links)}
