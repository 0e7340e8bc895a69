"""Where each unit of a network stands: its counts, its centralities, its rank in each."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from grafo.analysis.engine import Centralities
from grafo.analysis.labels import unit_labels
from grafo.analysis.levels import Network, Unit
from grafo.analysis.prominence.separation import cut_off
from grafo.analysis.snapshot import Snapshot
from grafo.model import Bilingual
from grafo.places.place import NO_COUNTRY

MEASURES = ("partners", "agreements", "pagerank", "betweenness", "closeness", "core")
# Sums of floats differ in their last digits with the order of addition; ranks must not.
_DIGITS = 8
WELL_CONNECTED = 0.1  # the tenth of the units that has the most partners


@dataclass(frozen=True, slots=True)
class Standing:
    """One unit and its place in the network.

    Attributes:
        label: its name, with what tells it apart from homonyms.
        countries: the countries of its partners, by ISO code, sorted; unknown ones left out.
        values: each of `MEASURES`.
        ranks: its rank in each of them, 1 for the highest; equal values share the better rank.
        sole: how many of its partners have no other partner.
        well_connected: how many of its partners are among the tenth with the most partners.
        cut_off: how many others only reach the rest of the network through it.
    """

    unit: Unit
    label: Bilingual
    countries: tuple[str, ...]
    values: Mapping[str, float]
    ranks: Mapping[str, int]
    sole: int
    well_connected: int
    cut_off: int

    @property
    def partners(self) -> int:
        """How many distinct partners it has."""
        return int(self.values["partners"])

    @property
    def agreements(self) -> int:
        """How many agreements it has with them."""
        return int(self.values["agreements"])


def standings(snapshot: Snapshot, network: Network, measured: Centralities) -> list[Standing]:
    """Return the standing of each unit, in the network's order."""
    partners = [len(nodes) for nodes in network.partners]
    values: dict[str, Sequence[float]] = {
        "partners": partners,
        "agreements": network.agreements,
        "pagerank": [_rounded(value) for value in measured.pagerank.tolist()],
        "betweenness": [_rounded(value) for value in measured.betweenness.tolist()],
        "closeness": [_rounded(value) for value in measured.closeness.tolist()],
        "core": [int(value) for value in measured.core.tolist()],
    }
    ranks = {name: ranked(values[name]) for name in MEASURES}
    many = _many(partners)
    cut = cut_off(network.partners)
    return [
        Standing(
            unit,
            label,
            tuple(sorted({network.units[other].country for other in nodes} - {NO_COUNTRY})),
            {name: values[name][node] for name in MEASURES},
            {name: ranks[name][node] for name in MEASURES},
            sum(partners[other] == 1 for other in nodes),
            sum(partners[other] >= many for other in nodes),
            cut[node],
        )
        for node, (unit, label, nodes) in enumerate(
            zip(network.units, unit_labels(snapshot, network.units), network.partners, strict=True)
        )
    ]


def ranked(values: Sequence[float]) -> list[int]:
    """Return the rank of each value, 1 for the highest; equal ones share the better rank.

    >>> ranked([3, 9, 3, 1])
    [2, 1, 2, 4]
    """
    first: dict[float, int] = {}
    for place, value in enumerate(sorted(values, reverse=True), start=1):
        first.setdefault(value, place)
    return [first[value] for value in values]


def _many(partners: Sequence[int]) -> float:
    """Return from how many partners on a unit is among the tenth with the most.

    Where ties would make it more than a tenth, the count above them.
    """
    tenth = math.floor(len(partners) * WELL_CONNECTED)
    descending = sorted(partners, reverse=True)
    if not tenth:
        return math.inf
    at = descending[tenth - 1]
    fits = tenth == len(descending) or descending[tenth] < at
    return at if fits else at + 1


def _rounded(value: float) -> float:
    """Round to significant digits: a betweenness of one pair in many is still not nothing."""
    return float(f"{value:.{_DIGITS}g}")
