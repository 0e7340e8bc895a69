"""Who holds the network together: what falls apart when one node is taken out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def cut_off(neighbours: Sequence[Sequence[int]]) -> list[int]:
    """Return for each node how many others only reach the rest of the network through it.

    Taking a node out may leave its component in several parts. Counted are the nodes in all of
    them but the largest. Nodes left entirely alone do not count: they have no other partner, but
    they are no part of the network that it ties in.

    J. Hopcroft and R. Tarjan, "Efficient algorithms for graph manipulation" (articulation
    points), 1973; linear in nodes and links.

    Args:
        neighbours: for each node those it is linked with, in both directions, without itself.

    >>> cut_off([[1, 2], [0, 2], [0, 1, 3], [2, 4], [3, 5], [4]])  # a triangle with a tail
    [0, 0, 2, 2, 0, 0]
    """
    counts = [0] * len(neighbours)
    walk = _Walk(neighbours)
    for start in range(len(neighbours)):
        if walk.found[start] == 0:
            reached = list(walk.component(start))
            for node in reached:
                counts[node] = _outside_the_largest(_parts(walk, node, len(reached)))
    return counts


class _Walk:
    """A depth-first walk: when each node was found, how far back what is below it reaches."""

    def __init__(self, neighbours: Sequence[Sequence[int]]) -> None:
        size = len(neighbours)
        self._neighbours = neighbours
        self.found = [0] * size  # from 1; 0 where the walk has not been
        self.back = [0] * size
        self.below = [1] * size
        self.children: list[list[int]] = [[] for _ in range(size)]
        self.root = [False] * size
        self._clock = 0

    def component(self, start: int) -> Iterator[int]:
        """Walk a component and yield its nodes, each after all below it."""
        self.root[start] = True
        self._find(start)
        path = [(start, -1, iter(self._neighbours[start]))]
        while path:
            node, above, following = path[-1]
            other = next(following, None)
            if other is None:
                path.pop()
                if path:
                    self.back[above] = min(self.back[above], self.back[node])
                    self.below[above] += self.below[node]
                yield node
            elif self.found[other] == 0:
                self._find(other)
                self.children[node].append(other)
                path.append((other, node, iter(self._neighbours[other])))
            elif other != above:
                self.back[node] = min(self.back[node], self.found[other])

    def _find(self, node: int) -> None:
        self._clock += 1
        self.found[node] = self.back[node] = self._clock


def _parts(walk: _Walk, node: int, component: int) -> list[int]:
    """Return the sizes of what is left of a component without the node."""
    below = [
        walk.below[child]
        for child in walk.children[node]
        if walk.root[node] or walk.back[child] >= walk.found[node]
    ]
    above = component - 1 - sum(below)
    return [*below, above] if above else below


def _outside_the_largest(parts: list[int]) -> int:
    joint = sorted(part for part in parts if part > 1)
    return sum(joint[:-1])
