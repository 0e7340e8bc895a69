"""The features: what can be said of two governments that are not partners, as numbers.

Each is a number that a person can read, by its name; the score is a weighted sum of them. They
follow from the links given and from the traits of the governments, and from nothing else.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from grafo.analysis.partnering.evidence import Evidence, Floats
from grafo.analysis.partnering.shared import Shared
from grafo.sphere import EARTH_RADIUS_KM

Block = NDArray[np.int64]
UNKNOWN_KM = 1500.0  # where a place is not known: neither near nor far
BORDER_KM = 60.0
# What each is measured in: the logarithm of one plus so many of these.
WALK = 1e-6
PATHS = 0.005
ADAMIC_ADAR = 0.3
PEERS = 0.05
WIDE = 0.005
KM = 20.0
_BY_CHANCE = 0.002


def features(evidence: Evidence, block: Block, found: Shared) -> dict[str, Floats]:
    """Return each feature by name: float32, shape (b, n), a block of askers against all.

    Only `evidence` and `found` are looked at, and so only the links that these were made of.
    """
    made = {
        **_network(evidence, block, found),
        **_countries(evidence, block),
        **_peers(evidence, block),
        **_sizes(evidence, block),
        **_places(evidence, block),
    }
    return {name: np.asarray(values, dtype=np.float32) for name, values in made.items()}


def _network(evidence: Evidence, block: Block, found: Shared) -> dict[str, Floats]:
    """Partners in common, ways through partners of partners, and how many partners each has."""
    degree = np.maximum(evidence.degree, 1)
    own = degree[block, None]
    return {
        "apart": (found.common == 0).astype(np.float32),
        "common": np.log1p(found.common),
        "common_share": found.common / np.sqrt(own * degree),
        "adamic_adar": np.log1p(found.adamic_adar / ADAMIC_ADAR),
        "paths": np.log1p(found.paths / np.sqrt(own * degree) / PATHS),
        "walk": np.log1p(found.walk / degree * own / WALK),
        "partners": np.broadcast_to(np.log1p(evidence.degree), found.common.shape),
        "degree_unlike_own_partners": np.abs(evidence.partner_degree[block, None] - np.log(degree)),
        "degree_unlike_its_partners": np.abs(np.log(own) - evidence.partner_degree),
    }


def _countries(evidence: Evidence, block: Block) -> dict[str, Floats]:
    """How the two countries link, and what each of the two already has in the other's."""
    country = evidence.traits.country
    home = country[block]
    there = evidence.by_country[block][:, country]
    return {
        "affinity": evidence.affinity[home][:, country],
        "there": (there > 0).astype(np.float32),
        "share_there": there / np.maximum(evidence.degree, 1)[block, None],
        "here": np.log1p(evidence.by_country[:, home].T),
        "same_country": (home[:, None] == country).astype(np.float32),
    }


def _peers(evidence: Evidence, block: Block) -> dict[str, Floats]:
    """What near governments of the same country have done, on either side."""
    traits = evidence.traits
    through = traits.neighbours[block] @ evidence.adjacency
    around = evidence.neighbours_degree
    by_chance = around[block, None] * around * (5 / max(2 * evidence.links.m, 1))
    both = (through @ evidence.neighbours_back).toarray()
    wide = (traits.region[block] @ evidence.adjacency @ evidence.region_back).toarray()
    beside = (evidence.adjacency[block] @ evidence.neighbours_back).toarray()
    return {
        "peers": np.log1p(through.toarray() / PEERS),
        "beside": np.log1p(beside / PEERS),
        "both_near": np.log((both + _BY_CHANCE) / (by_chance + _BY_CHANCE)),
        "both_wide": np.log1p(wide / WIDE),
        "lean": evidence.lean[block][:, traits.country],
        "lean_back": evidence.lean[:, traits.country[block]].T,
    }


def _sizes(evidence: Evidence, block: Block) -> dict[str, Floats]:
    """How alike the two are in inhabitants, and each to the other's partners."""
    traits = evidence.traits
    own, partner_size = traits.size[block, None], evidence.partner_size
    known, other_known = traits.sized[block, None], traits.sized[None]
    return {
        "size_apart": np.where(known & other_known, np.abs(own - traits.size), 0),
        "size_unlike_own_partners": np.where(
            other_known, np.abs(partner_size[block, None] - traits.size), 0
        ),
        "size_unlike_its_partners": np.where(known, np.abs(own - partner_size), 0),
        "size": np.broadcast_to(traits.size, (len(block), traits.n)),
    }


def _places(evidence: Evidence, block: Block) -> dict[str, Floats]:
    """How far apart the two are, whether across a border, and whether they bear one name."""
    traits = evidence.traits
    known = traits.located[block, None] & traits.located
    points = traits.points.astype(np.float32)
    km = EARTH_RADIUS_KM * np.arccos(np.clip(points[block] @ points.T, -1, 1))
    km = np.where(known, km, UNKNOWN_KM)
    abroad = traits.country[block, None] != traits.country
    return {
        "distance": np.log1p(km / KM),
        "border": (known & abroad & (km < BORDER_KM)).astype(np.float32),
        "name": traits.namesakes[block].toarray(),
    }
