"""Peers: the governments of the same country and tier that are nearest.

What peers have done is the best sign of what a government without many links might do.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from grafo.sphere import EARTH_RADIUS_KM

if TYPE_CHECKING:
    from grafo.analysis.partnering.traits import Traits

_SCALE_KM = 20.0  # a peer at this distance weighs 0.6 of one next door
_DECAY = 0.7
_UNKNOWN_GAP = 1.0  # of sizes, in powers of ten


def nearest_peers(traits: Traits, most: int) -> Any:
    """Return a csr matrix, n × n: row i has the nearest peers of government i, never i itself.

    A peer of the same size next door weighs 1; the weight falls with distance and with
    difference of size. Who has no known place has no peers and is nobody's peer.
    """
    from scipy.sparse import csr_array

    rows, columns, weights = [], [], []
    for group in _groups(traits):
        row, column, weight = _nearest(traits, group, min(most, len(group) - 1))
        rows.append(row)
        columns.append(column)
        weights.append(weight)
    if not rows:
        return csr_array((traits.n, traits.n), dtype=np.float32)
    entries = (np.concatenate(weights), (np.concatenate(rows), np.concatenate(columns)))
    matrix = csr_array(entries, shape=(traits.n, traits.n))
    matrix.sort_indices()
    return matrix


def _groups(traits: Traits) -> Iterator[NDArray[np.int64]]:
    """Yield the governments with a known place that are peers, two or more at a time."""
    key = np.where(traits.located, traits.country.astype(np.int64) * 8 + traits.tier, -1)
    order = np.argsort(key, kind="stable")
    for group in np.split(order, np.flatnonzero(np.diff(key[order])) + 1):
        if len(group) > 1 and key[group[0]] >= 0:
            yield group


def _nearest(
    traits: Traits, group: NDArray[np.int64], wanted: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]:
    from scipy.spatial import KDTree

    points = traits.points[group]
    chord, place = KDTree(points).query(points, k=wanted + 1)
    # Each finds itself, though of several at one point not always first, or not at all.
    own = place == np.arange(len(group))[:, None]
    own[~own.any(axis=1), -1] = True
    row, column = np.repeat(group, wanted), group[place[~own]]
    km = 2 * EARTH_RADIUS_KM * np.arcsin(np.clip(chord[~own] / 2, 0, 1))
    sized = traits.sized[row] & traits.sized[column]
    gap = np.where(sized, np.abs(traits.size[row] - traits.size[column]), _UNKNOWN_GAP)
    weight = (1 + km / _SCALE_KM) ** -_DECAY * np.exp(-_DECAY * gap)
    return row, column, weight.astype(np.float32)
