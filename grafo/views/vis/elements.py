"""The nodes and edges of a scene as vis-network takes them."""

from __future__ import annotations

from itertools import combinations, product
from math import pi, sqrt
from typing import Any, Final

from grafo.views.scene import Scene

Element = dict[str, Any]

# The same shapes as in the explorer; what is not here is a diamond.
SHAPES: Final = {
    "state": "square",
    "province": "square",
    "region": "square",
    "municipality": "dot",
    "city": "dot",
    "metropolis": "dot",
    "county": "diamond",
    "national": "triangle",
    "agency": "triangle",
    "organization": "triangle",
}
OTHER_SHAPE: Final = "diamond"
# vis-network measures a shape by its reach; these make the areas equal.
_REACH = {"dot": 1.0, "square": 0.886, "diamond": 1.253, "triangle": 1.0}

# How a line is broken, by kind; the first kind of the model, and several kinds at once, are whole.
DASHES: Final[tuple[list[int], ...]] = ([], [14, 9], [3, 8], [14, 7, 3, 7], [26, 9])

_SPAN = 1000.0  # what 1 of the layout is here, for up to as many nodes; more nodes, more room
_INK = 0.1  # the share of the main part's square that its nodes cover
_LARGEST, _SMALLEST, _APART, _ALONE = 42.0, 4.0, 10.0, 9.0


def span(nodes: int) -> float:
    """Return how long 1 of the layout is drawn, so that a node is as large in any network."""
    return _SPAN * max(1.0, sqrt(nodes / 1000))


def nodes_of(scene: Scene) -> list[Element]:
    """Return the governments; the id of each is its place in the scene."""
    nodes = scene["nodes"]
    shapes = [SHAPES.get(level, OTHER_SHAPE) for level in scene["levels"]]
    unit = span(len(nodes["id"]))
    drawn = []
    for place, (name, level, x, y, size) in enumerate(
        zip(nodes["name"], nodes["level"], nodes["x"], nodes["y"], _sizes(scene), strict=True)
    ):
        shape = shapes[level]
        drawn.append(
            {
                "id": place,
                "label": name,
                "x": round(x * unit),
                "y": round(-y * unit),  # down, as on a canvas
                "size": round(size * _REACH[shape], 1),
                "shape": shape,
            }
        )
    return drawn


def _sizes(scene: Scene) -> list[float]:
    """How far each node reaches: the area grows with its counterparts."""
    nodes = scene["nodes"]
    main = [
        degree for degree, band in zip(nodes["partners"], nodes["band"], strict=True) if not band
    ]
    unit = (
        2 * span(len(nodes["id"])) * sqrt(_INK / (pi * sum(1 + d for d in main))) if main else 6.0
    )
    most = (_LARGEST, _APART, _ALONE)
    return [
        min(most[band], max(_SMALLEST, unit * sqrt(1 + degree)))
        for degree, band in zip(nodes["partners"], nodes["band"], strict=True)
    ]


def edges_of(scene: Scene) -> list[Element]:
    """Return one edge for each pair that some agreement links, with all agreements of the pair."""
    kinds = list(scene["words"]["kind"])
    order = [kinds.index(kind) if kind in kinds else len(kinds) for kind in scene["kinds"]]
    kind_of = scene["agreements"]["kind"]
    drawn = []
    for place, ((one, other), agreements) in enumerate(_linked(scene).items()):
        edge: Element = {
            "id": place,
            "from": one,
            "to": other,
            "width": width(len(agreements)),
            "agreements": agreements,
        }
        found = {order[kind_of[agreement]] for agreement in agreements}
        if len(found) == 1 and (dash := DASHES[min(found) % len(DASHES)]):
            edge["dashes"] = dash
        drawn.append(edge)
    return drawn


def width(agreements: int) -> int:
    """Return how wide the line of so many agreements is.

    >>> [width(count) for count in (1, 2, 3, 100)]
    [3, 6, 9, 15]
    """
    return min(15, 3 * agreements)


def _linked(scene: Scene) -> dict[tuple[int, int], list[int]]:
    """Return the agreements of each pair: home with counterpart, or all where roles are unknown."""
    linked: dict[tuple[int, int], list[int]] = {}
    agreements = scene["agreements"]
    for place, (parties, homes) in enumerate(
        zip(agreements["parties"], agreements["homes"], strict=True)
    ):
        pairs = combinations(parties, 2) if homes < 0 else product(parties[:homes], parties[homes:])
        for one, other in pairs:
            linked.setdefault((min(one, other), max(one, other)), []).append(place)
    return linked
