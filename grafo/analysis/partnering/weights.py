"""The weights that grafo brings, and those that somebody learns anew.

`weights.json` was learnt from the world's twin towns by `python -m benchmarks.partners learn`: one
number for each feature, for pairs with and without a partner in common, and for governments
without any partner.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("weights.json")


@dataclass(frozen=True, slots=True)
class Table:
    """What each feature adds to the score, by name.

    Attributes:
        sharing: for pairs that have a partner in common.
        apart: for all others; there the network says least, so the rest weighs more.
    """

    sharing: Mapping[str, float]
    apart: Mapping[str, float]

    def __bool__(self) -> bool:
        return bool(self.sharing or self.apart)


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights that grafo brings.

    Attributes:
        linked: for governments that have partners.
        cold: for governments that have none.
        links: how many links they were learnt from.
        hits_at_10, cold_hits_at_10: share of hidden partners among the first ten, measured on
            links that the weights had not seen.
    """

    linked: Table
    cold: Table
    links: int
    hits_at_10: float
    cold_hits_at_10: float

    def of(self, partners: float) -> Table:
        """Return the weights for a government with so many partners."""
        return self.linked if partners else self.cold


@cache
def shipped_weights() -> Weights:
    """Return the weights learnt from the world's twin towns."""
    read = json.loads(FILE.read_text(encoding="utf-8"))
    return Weights(
        linked=Table(read["sharing"], read["apart"]),
        cold=Table({}, read["cold"]),
        links=read["links"],
        hits_at_10=read["hits_at_10"],
        cold_hits_at_10=read["cold_hits_at_10"],
    )


def as_json(weights: Weights, origin: str) -> str:
    """Return weights as the text of a weights file; `origin` says what they were learnt from."""
    table = {
        "origin": origin,
        "made_by": "python -m benchmarks.partners learn",
        "links": weights.links,
        "hits_at_10": round(weights.hits_at_10, 4),
        "cold_hits_at_10": round(weights.cold_hits_at_10, 4),
        "sharing": _rounded(weights.linked.sharing),
        "apart": _rounded(weights.linked.apart),
        "cold": _rounded(weights.cold.apart),
    }
    return json.dumps(table, ensure_ascii=False, indent=2) + "\n"


def _rounded(weights: Mapping[str, float]) -> dict[str, float]:
    return {name: round(weight, 4) for name, weight in weights.items()}
