"""A force-directed drawing of one connected network.

Links pull like springs, nodes push each other away by their degree, and a community is held
together a little. Forces and the step's adaptation after M. Jacomy and others, "ForceAtlas2, a
Continuous Graph Layout Algorithm for Handy Network Visualization", PLoS ONE 9(6), 2014.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from grafo.views.layout.repulsion import Positions, Repulsion
from grafo.views.layout.start import starting_positions

_GRAVITY = 0.15  # towards the middle, so that loosely tied parts do not drift away
_COHESION = 0.4  # towards the middle of one's community


def draw(
    adjacency: Any, labels: NDArray[np.int64], seed: int, iterations: int | None = None
) -> Positions:
    """Return positions, shape (n, 2), of a connected network.

    Args:
        adjacency: scipy csr matrix, symmetric, n × n; entries are the links' weights.
        labels: the community of each node, 0 … k-1.
        iterations: 200 up to two thousand nodes and fewer above, unless given.
    """
    n = adjacency.shape[0]
    if n < 3:
        return np.array([[-0.5, 0.0], [0.5, 0.0]])[:n] if n > 1 else np.zeros((n, 2))
    pull = adjacency.copy()
    pull.data = np.log1p(pull.data)  # ten agreements pull more than one, but not ten times
    pulls = np.asarray(pull.sum(axis=1)).ravel()
    masses = np.diff(adjacency.indptr) + 1.0
    sizes = np.bincount(labels).astype(np.float64)
    sizes[sizes == 0] = 1
    field = Repulsion()
    positions: Positions = starting_positions(adjacency, seed) * np.sqrt(n)
    speed, before = 1.0, np.zeros_like(positions)
    for _ in range(iterations or (200 if n <= 2000 else 100)):
        middle = np.average(positions, axis=0, weights=masses)
        centres = np.stack([np.bincount(labels, positions[:, k]) for k in (0, 1)], axis=1)
        from_middle = positions - middle
        reach = np.hypot(*from_middle.T)[:, None] + 1e-9
        force = field.forces(positions, masses) * masses[:, None]
        force += pull @ positions - pulls[:, None] * positions
        force -= _GRAVITY * masses[:, None] * from_middle / reach * np.sqrt(n)
        force += _COHESION * masses[:, None] * ((centres / sizes[:, None])[labels] - positions)
        positions, speed = _step(positions, force, before, masses, speed)
        before = force
    return positions


def _step(
    positions: Positions,
    force: Positions,
    before: Positions,
    masses: NDArray[np.float64],
    speed: float,
) -> tuple[Positions, float]:
    """Move every node by its force: far where it keeps its direction, little where it swings."""
    swing = np.hypot(*(force - before).T)
    traction = np.hypot(*(force + before).T) / 2
    wanted = float((masses * traction).sum() / ((masses * swing).sum() + 1e-12))
    speed = min(wanted, 1.5 * speed)
    factor = speed / (1 + np.sqrt(speed * swing))
    span = float(np.ptp(positions, axis=0).max())
    factor = np.minimum(factor, 0.1 * span / (np.hypot(*force.T) + 1e-12))
    return positions + force * factor[:, None], speed
