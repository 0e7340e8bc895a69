"""The features: what can be said of two governments that are not partners, as numbers.

Each is a number that a person can read, by its name; the score is a weighted sum of them. Those
that end in `_far` count only for pairs without a partner in common, where the network says least;
those that end in `_many` count more for an asker that has many partners.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from grafo.analysis.partnering.evidence import Evidence, Floats
from grafo.analysis.partnering.shared import Shared
from grafo.sphere import EARTH_RADIUS_KM

Block = NDArray[np.int64]
_FEW = 2.0  # with so many partners of its own, half of what the peers do counts
_UNKNOWN_KM = 1500.0  # where a place is not known: neither near nor far
_BORDER_KM = 60.0


def features(evidence: Evidence, block: Block, found: Shared) -> dict[str, Floats]:
    """Return each feature by name: float32, shape (b, n), a block of askers against all.

    Only `evidence` and `found` are looked at, and so only the links that these were made of.
    """
    far = (found.common == 0).astype(np.float32)
    made = {
        **_network(evidence, block, found, far),
        **_countries(evidence, block, far),
        **_peers(evidence, block, far),
        **_sizes(evidence, block, far),
        **_places(evidence, block),
    }
    return {name: np.asarray(values, dtype=np.float32) for name, values in made.items()}


def _network(evidence: Evidence, block: Block, found: Shared, far: Floats) -> dict[str, Floats]:
    """Partners in common, ways through partners of partners, and how many partners each has."""
    degree = np.maximum(evidence.degree, 1)
    own = degree[block, None]
    walk = np.log(found.walk / degree * own + 1e-6) + np.float32(13.8155)  # 0 where none passes
    return {
        "walk": walk,
        "walk_far": walk * far,
        "walk_many": walk * np.log(own),
        "paths": np.log1p(found.paths / np.sqrt(own * degree) / 0.005),
        "adamic_adar": np.log1p(found.adamic_adar / 0.3),
        "partners": np.broadcast_to(np.log1p(evidence.degree), far.shape),
        "unlike_its_partners": np.abs(evidence.partner_degree[block, None] - np.log(degree)),
        "unlike_their_partners": np.abs(np.log(own) - evidence.partner_degree),
    }


def _countries(evidence: Evidence, block: Block, far: Floats) -> dict[str, Floats]:
    """How the two countries link, and what each of the two already has in the other's."""
    country = evidence.traits.country
    home = country[block]
    own = np.maximum(evidence.degree, 1)[block, None]
    affinity = evidence.affinity[home][:, country]
    there = evidence.by_country[block][:, country]
    return {
        "affinity": affinity,
        "affinity_far": affinity * far,
        "affinity_many": affinity * np.log(own),
        "there": (there > 0).astype(np.float32),
        "share_there": there / own,
        "here": np.log1p(evidence.by_country[:, home].T),
        "same_country": (home[:, None] == country).astype(np.float32),
    }


def _peers(evidence: Evidence, block: Block, far: Floats) -> dict[str, Floats]:
    """What near governments of the same country have done, on either side."""
    traits = evidence.traits
    home = traits.country[block]
    few = _FEW / (_FEW + evidence.degree)
    through = traits.neighbours[block] @ evidence.adjacency
    around = evidence.neighbours_degree
    by_chance = around[block, None] * around * (5 / max(2 * evidence.links.m, 1))
    both = (through @ evidence.neighbours_back).toarray()
    wide = (traits.region[block] @ evidence.adjacency @ evidence.region_back).toarray()
    beside = (evidence.adjacency[block] @ evidence.neighbours_back).toarray()
    return {
        "peers": np.log1p(through.toarray() / 0.05),
        "beside": np.log1p(beside / 0.05),
        "both_near": np.log((both + 0.002) / (by_chance + 0.002)),
        "both_wide": far * np.log1p(wide / 0.005),
        "lean": far * evidence.lean[block][:, traits.country],
        "lean_back": evidence.lean[:, home].T * few,
    }


def _sizes(evidence: Evidence, block: Block, far: Floats) -> dict[str, Floats]:
    """How alike the two are in inhabitants, and in those of their partners."""
    traits = evidence.traits
    known = traits.sized[block, None] & traits.sized
    return {
        "size_apart": np.where(known, np.abs(traits.size[block, None] - traits.size), 0),
        "partner_size_apart": np.abs(evidence.partner_size[block, None] - evidence.partner_size),
        "size_far": far * traits.size,
    }


def _places(evidence: Evidence, block: Block) -> dict[str, Floats]:
    """How far apart the two are, whether across a border, and whether they bear one name."""
    traits = evidence.traits
    known = traits.located[block, None] & traits.located
    points = traits.points.astype(np.float32)
    km = EARTH_RADIUS_KM * np.arccos(np.clip(points[block] @ points.T, -1, 1))
    km = np.where(known, km, _UNKNOWN_KM)
    abroad = traits.country[block, None] != traits.country
    return {
        "distance": np.log1p(km / 20),
        "border": (known & abroad & (km < _BORDER_KM)).astype(np.float32),
        "name": traits.namesakes[block].toarray(),
    }
