"""Nodes that cover each other are moved apart."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from grafo.views.layout.repulsion import Positions


def part(positions: Positions, radii: NDArray[np.float64], rounds: int) -> Positions:
    """Return positions, shape (n, 2), where few circles of these radii overlap.

    Each round moves the two of every overlapping pair half of the way apart.
    """
    from scipy.spatial import cKDTree

    positions = positions.copy()
    widest = 2 * float(radii.max(initial=0))
    for _ in range(rounds):
        pairs = cKDTree(positions).query_pairs(widest, output_type="ndarray")
        one, other = pairs[:, 0], pairs[:, 1]
        apart = positions[one] - positions[other]
        distance = np.hypot(*apart.T)
        lacking = radii[one] + radii[other] - distance
        close = lacking > 1e-6 * widest
        if not close.any():
            break
        one, other, apart = one[close], other[close], apart[close]
        distance = np.maximum(distance[close], 1e-9)
        move = apart / distance[:, None] * (lacking[close] / 4)[:, None]
        np.add.at(positions, one, move)
        np.add.at(positions, other, -move)
    return positions
