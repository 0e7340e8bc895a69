"""Where governments stand in the drawing: legible, and the same on every run."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pytest
from numpy.typing import NDArray

from grafo.network import Links
from grafo.views.layout import Band, Layout, lay_out
from grafo.views.layout.overlaps import part
from grafo.views.layout.repulsion import Repulsion


def _groups(groups: int, size: int, seed: int = 0) -> tuple[Links, NDArray[np.int64]]:
    """Return dense groups in a ring, each joined to the next by one link, and their labels."""
    random = np.random.default_rng(seed)
    one, other = [], []
    for group in range(groups):
        first = group * size
        for node in range(1, size):
            one += [first + node] * 3
            other += [first + int(o) for o in random.integers(0, node, 3)]
        one.append(first)
        other.append((first + size) % (groups * size))
    n = groups * size
    return Links.of(n, np.array(one), np.array(other)), np.arange(n) // size


def _drawn(links: Links, component: NDArray[np.int64], community: NDArray[np.int64]) -> Layout:
    layout = lay_out(links, component, community)
    assert layout.positions.shape == (links.n, 2)
    assert np.isfinite(layout.positions).all()
    return layout


def test_a_community_stands_together() -> None:
    links, labels = _groups(6, 30)
    positions = _drawn(links, np.zeros(links.n, dtype=np.int64), labels).positions
    centres = np.array([positions[labels == label].mean(axis=0) for label in range(6)])
    own = np.linalg.norm(positions - centres[labels], axis=1)
    nearest = np.linalg.norm(positions[:, None] - centres[None], axis=2).argmin(axis=1)
    assert (nearest == labels).mean() > 0.95
    apart = np.linalg.norm(centres[:, None] - centres[None], axis=2)
    assert own.mean() < np.median(apart[apart > 0]) / 3


def test_small_components_and_isolates_stand_below_in_bands_of_their_own() -> None:
    links = Links.of(12, np.array([0, 1, 2, 3, 5, 7]), np.array([1, 2, 3, 0, 6, 8]))
    component = np.array([0, 0, 0, 0, 3, 1, 1, 2, 2, 4, 5, 6])
    community = np.where(component == 0, 0, -1)
    layout = _drawn(links, component, community)
    assert layout.band.tolist() == [0, 0, 0, 0, 2, 1, 1, 1, 1, 2, 2, 2]
    height = layout.positions[:, 1]
    main, small, alone = (height[layout.band == band] for band in Band)
    assert main.min() > small.max() >= small.min() > alone.max()
    assert len({tuple(p) for p in layout.positions.tolist()}) == 12


def test_a_drawing_lies_as_screens_do_and_its_band_is_no_wider() -> None:
    links, labels = _groups(6, 30)
    tall = np.concatenate([np.arange(180), np.arange(179)])  # a path makes it long
    more = np.concatenate([np.roll(np.arange(180), 7), np.arange(1, 180)])
    for drawn in (links, Links.of(240, tall, more)):
        components = np.where(np.arange(drawn.n) < 180, 0, np.arange(drawn.n))
        community = np.resize(labels, drawn.n)
        layout = _drawn(drawn, components, community)
        wide, high = np.ptp(layout.positions[layout.band == Band.MAIN], axis=0)
        assert wide >= high
        assert np.abs(layout.positions[:, 0]).max() <= 1.0001


def test_many_small_components_stay_within_their_band() -> None:
    pairs = 3000
    links = Links.of(2 * pairs, np.arange(0, 2 * pairs, 2), np.arange(1, 2 * pairs, 2))
    component = np.arange(2 * pairs) // 2 + 1  # none is the largest: all are small
    layout = _drawn(links, component, np.full(2 * pairs, -1))
    x, y = layout.positions.T
    assert x.min() >= -1.001
    assert x.max() <= 1.001
    assert np.ptp(y) < 1


@pytest.mark.parametrize("n", [0, 1, 2, 3])
def test_the_smallest_networks_are_drawn(n: int) -> None:
    links = Links.of(n, np.arange(n - 1), np.arange(1, n)) if n else Links.of(0, [], [])
    _drawn(links, np.zeros(n, dtype=np.int64), np.zeros(n, dtype=np.int64))


def test_a_star_keeps_its_leaves_apart() -> None:
    links = Links.of(201, np.zeros(200, dtype=np.int64), np.arange(1, 201))
    label = np.zeros(201, dtype=np.int64)
    positions = _drawn(links, label, label).positions
    assert len({tuple(p) for p in positions.tolist()}) == 201
    leaves = np.linalg.norm(positions[1:] - positions[0], axis=1)
    assert leaves.max() < 12 * leaves.min()


def test_the_grid_feels_what_all_pairs_feel() -> None:
    random = np.random.default_rng(3)
    positions = random.normal(0, 1, (300, 2))
    masses = random.uniform(1, 5, 300)
    apart = positions[:, None] - positions[None]
    squared = (apart**2).sum(axis=2)
    np.fill_diagonal(squared, 1)
    exact = (apart / squared[:, :, None] * masses[None, :, None]).sum(axis=1)
    felt = Repulsion().forces(positions, masses)
    error = np.linalg.norm(felt - exact, axis=1) / np.linalg.norm(exact, axis=1).mean()
    assert np.median(error) < 0.05


def test_circles_are_moved_apart() -> None:
    random = np.random.default_rng(1)
    positions = random.normal(0, 1, (200, 2))
    radii = random.uniform(0.02, 0.1, 200)

    def overlapping(at: NDArray[np.float64]) -> int:
        distance = np.linalg.norm(at[:, None] - at[None], axis=2)
        close = distance < 0.9 * (radii[:, None] + radii[None])
        return int(np.triu(close, 1).sum())

    assert overlapping(positions) > 50
    assert overlapping(part(positions, radii, rounds=60)) < 5


_DIGEST = """
import hashlib
from tests.views.test_layout import _groups
import numpy as np
from grafo.views.layout import lay_out
links, labels = _groups(4, 25)
layout = lay_out(links, np.zeros(links.n, dtype=np.int64), labels, seed=7)
print(hashlib.sha256(layout.positions.tobytes()).hexdigest())
"""


def test_the_same_network_is_drawn_alike_in_every_process() -> None:
    digests = {
        subprocess.run(  # noqa: S603  # the interpreter that runs the tests
            [sys.executable, "-c", _DIGEST],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "random")
    }
    assert len(digests) == 1
