"""How strongly all nodes push each one away, without looking at every pair.

The masses are laid on a grid, the grid is convolved with the force of a unit mass (by the fast
Fourier transform), and each node reads the field where it stands: O(n + g² log g) in place of
O(n²). Known from particle simulation as the particle-mesh method (R. W. Hockney and
J. W. Eastwood, "Computer Simulation Using Particles", 1988).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Positions = NDArray[np.float64]
_CORNERS = ((0, 0), (1, 0), (0, 1), (1, 1))


class Repulsion:
    """The field of masses on a grid of `cells` × `cells`, with a force of 1 / distance."""

    def __init__(self, cells: int = 128) -> None:
        from scipy import fft

        self._fft: Any = fft
        self._cells = cells
        steps = np.roll(np.arange(-cells, cells), -cells)  # 0, 1, … g-1, -g, … -1
        x, y = np.meshgrid(steps, steps, indexing="ij")
        squared = (x * x + y * y).astype(np.float64)
        squared[0, 0] = 1.0  # a node does not push itself: the numerators there are 0
        self._kernels = [fft.rfft2(axis / squared) for axis in (x, y)]

    def forces(self, positions: Positions, masses: NDArray[np.float64]) -> Positions:
        """Return the force on a unit mass at each node, shape (n, 2)."""
        cells, double = self._cells, (2 * self._cells, 2 * self._cells)
        low = positions.min(axis=0)
        width = max(float((positions.max(axis=0) - low).max()), 1e-9) * 1.0001 / (cells - 3)
        inside = (positions - low) / width + 1
        corner = np.floor(inside).astype(np.int64)
        part = inside - corner
        places = [(corner[:, 0] + a) * cells + corner[:, 1] + b for a, b in _CORNERS]
        shares = [
            np.abs(1 - a - part[:, 0]) * np.abs(1 - b - part[:, 1]) for a, b in _CORNERS
        ]  # bilinear: what of a node falls to each corner of its cell
        grid = np.zeros(cells * cells)
        for place, share in zip(places, shares, strict=True):
            grid += np.bincount(place, share * masses, minlength=cells * cells)
        spectrum = self._fft.rfft2(grid.reshape(cells, cells), double)
        felt = np.empty_like(positions)
        for axis, kernel in enumerate(self._kernels):
            field = self._fft.irfft2(spectrum * kernel, double)[:cells, :cells].ravel()
            felt[:, axis] = sum(
                field[place] * share for place, share in zip(places, shares, strict=True)
            )
        return felt / width
