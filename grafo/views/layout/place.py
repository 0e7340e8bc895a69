"""The whole drawing: the largest component, and below it a band of small ones and isolates."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grafo.network import Links
from grafo.views.layout.forces import draw
from grafo.views.layout.overlaps import part
from grafo.views.layout.repulsion import Positions


class Band(IntEnum):
    """Which part of the drawing a node stands in."""

    MAIN = 0
    SMALL = 1  # a component apart from the largest one
    ISOLATE = 2


@dataclass(frozen=True, slots=True)
class Layout:
    """Positions, shape (n, 2), and the band of each node.

    The main part is centred on (0, 0), wider than high where its shape lets it be, and within
    [-1, 1] both ways; the bands are below it, from x = -1 to x = 1.
    """

    positions: Positions
    band: NDArray[np.int8]


def lay_out(
    links: Links, component: NDArray[np.int64], community: NDArray[np.int64], seed: int = 1
) -> Layout:
    """Return the drawing of a network.

    Args:
        component: the component of each node, 0 being the largest.
        community: the community of each node, -1 for none.
    """
    degree = np.diff(links.binary.indptr)
    band = np.where(degree == 0, Band.ISOLATE, np.where(component == 0, Band.MAIN, Band.SMALL))
    positions = np.zeros((links.n, 2))
    main = np.flatnonzero(band == Band.MAIN)
    if len(main):
        positions[main] = _main(links.matrix[main][:, main], community[main], seed)
    top = float(positions[main, 1].min()) - _GAP if len(main) else 0.0
    bottom = _bands(_small(links, component, band, seed), positions, top)
    _grid(np.flatnonzero(band == Band.ISOLATE), positions, bottom)
    return Layout(np.round(positions, 4), band.astype(np.int8))


def _main(adjacency: Any, community: NDArray[np.int64], seed: int) -> Positions:
    labels = np.unique(community, return_inverse=True)[1]
    drawn = _lying(draw(adjacency, labels, seed))
    n = len(drawn)
    radii = node_radii(np.diff(adjacency.indptr))
    span = max(float(np.ptp(drawn, axis=0).max()), 1e-9)
    # The nodes cover about a tenth of the square that they are drawn in.
    radii *= span * np.sqrt(0.1 / (np.pi * (radii**2).sum()))
    drawn = part(drawn, radii, rounds=40 if n <= 2000 else 8 if n <= 20_000 else 0)
    low, high = drawn.min(axis=0), drawn.max(axis=0)
    centred: Positions = (drawn - (low + high) / 2) / max(float((high - low).max()) / 2, 1e-9)
    return centred


def _lying(drawn: Positions) -> Positions:
    """Turn a drawing so that its longer axis lies across, as screens do, and widen it a little."""
    centred = drawn - drawn.mean(axis=0)
    (xx, xy), (_, yy) = (centred.T @ centred).tolist()
    angle = 0.5 * np.arctan2(2 * xy, xx - yy)
    cos, sin = np.cos(angle), np.sin(angle)
    turned: Positions = centred @ np.array([[cos, -sin], [sin, cos]])
    wide, high = np.ptp(turned, axis=0)
    turned[:, 0] *= np.clip(_ASPECT * high / max(float(wide), 1e-9), 1, _WIDEN)
    return turned


def node_radii(degree: NDArray[Any]) -> NDArray[np.float64]:
    """Return how large nodes are drawn, in units of the smallest: the area grows with degree."""
    return np.sqrt(1 + degree.astype(np.float64))


Small = list[tuple[NDArray[np.int64], Positions]]
_WIDTH = 2.0
_ASPECT = 1.45  # of the main part, so that with the bands all is a little wider than high
_WIDEN = 1.25  # how far it is stretched for that
_GAP = 0.14  # before a band: its heading stands there
_LINE = 0.045  # what a pair takes, unless there are so many that the band would be too deep
_ISOLATE = 0.03  # what a government without agreements takes, likewise
_DEEPEST = 0.5
_ROUND = 12  # components up to this size need no forces


def _small(links: Links, component: NDArray[np.int64], band: NDArray[Any], seed: int) -> Small:
    """Draw each small component by itself, the larger ones first; a pair is as wide as 1."""
    nodes = np.flatnonzero(band == Band.SMALL)
    drawn: Small = []
    order = nodes[np.lexsort((nodes, component[nodes]))]
    starts = np.flatnonzero(np.diff(component[order], prepend=-1))
    for members in np.split(order, starts[1:]) if len(order) else []:
        adjacency = links.matrix[members][:, members]
        if len(members) <= _ROUND:
            shape = _around(np.diff(adjacency.indptr))
        else:
            shape = draw(adjacency, np.zeros(len(members), dtype=np.int64), seed)
        shape = shape - shape.min(axis=0)
        size = np.sqrt(len(members) / 2)
        drawn.append((members, shape / max(float(shape.max()), 1e-9) * size))
    return drawn


def _around(degree: NDArray[Any]) -> Positions:
    """Set the node with most links in the middle and the others around it; two, side by side."""
    middle = int(degree.argmax())
    others = np.delete(np.arange(len(degree)), middle)
    turn = 2 * np.pi * np.arange(len(others)) / max(len(others), 1)
    shape = np.zeros((len(degree), 2))
    shape[others] = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    return shape


def _bands(shapes: Small, positions: Positions, top: float) -> float:
    """Set the small components below the main part; return where the next band begins."""
    if not shapes:
        return top
    bottom = _rows(shapes, positions, top, _LINE)
    depth = top - bottom
    if depth > _DEEPEST:
        bottom = _rows(shapes, positions, top, _LINE * np.sqrt(_DEEPEST / depth))
    return bottom - _GAP


def _rows(shapes: Small, positions: Positions, top: float, line: float) -> float:
    """Set the shapes in rows from left to right; return where the last row ends."""
    left = -_WIDTH / 2
    x, height = left, 0.0
    for members, shape in shapes:
        width, tall = shape.max(axis=0) * line
        if x + width > -left and x > left:
            x, top, height = left, top - height - line / 2, 0.0
        positions[members] = shape * line + (x, top - tall)
        x, height = x + width + line / 2, max(height, tall)
    return float(top - height)


def _grid(isolates: NDArray[np.int64], positions: Positions, top: float) -> None:
    """Set the isolates in a grid."""
    step = min(_ISOLATE, np.sqrt(_WIDTH * _DEEPEST / max(len(isolates), 1)))
    columns = int(_WIDTH / step)
    place = np.arange(len(isolates))
    positions[isolates, 0] = -_WIDTH / 2 + (place % columns + 0.5) * step
    positions[isolates, 1] = top - (place // columns + 0.5) * step
