"""What a score is told in: the features by what they tell of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Part = Literal["network", "countries", "peers", "size", "place"]

# Not feature by feature: the weights of two that say nearly the same may cancel each other out.
PARTS: Mapping[Part, tuple[str, ...]] = {
    "network": (
        "apart",
        "common",
        "common_share",
        "adamic_adar",
        "paths",
        "walk",
        "partners",
        "degree_unlike_own_partners",
        "degree_unlike_its_partners",
    ),
    "countries": ("affinity", "there", "share_there", "here", "same_country"),
    "peers": ("peers", "beside", "both_near", "both_wide", "lean", "lean_back"),
    "size": ("size_apart", "size_unlike_own_partners", "size_unlike_its_partners", "size"),
    "place": ("distance", "border", "name"),
}
