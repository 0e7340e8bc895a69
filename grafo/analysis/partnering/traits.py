"""What is known of each government whatever its links: country, size, place, name, tier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grafo.analysis.partnering.peers import nearest_peers
from grafo.analysis.snapshot import Government
from grafo.text import fold

# States look to states and towns to towns, whatever their country calls them.
_TIERS = {
    "state": 0, "province": 0, "region": 0, "county": 1,
    "agency": 3, "organization": 3, "national": 4,
}  # fmt: skip
_TOWN = 2
_MOST_NAMESAKES = 50  # a name that more governments bear (San José) says nothing
_UNKNOWN_SIZE = 3.9  # log10 of 8,000 inhabitants: whom the gazetteers leave out are small


@dataclass(frozen=True, eq=False)
class Traits:
    """One entry of each array for each government, in the order of the snapshot.

    Attributes:
        country: number of its country in `countries` (ISO codes, sorted).
        tier: 0 states and provinces, 1 counties, 2 towns and cities, 3 agencies,
            4 national governments.
        size: log10 of its inhabitants; a small one where that is not known (`sized` is false).
        lat, lon: decimal degrees; 0 where the place is not known (`located` is false).
        namesakes: csr, 1 for governments that bear the same name.
    """

    countries: tuple[str, ...]
    country: NDArray[np.int32]
    tier: NDArray[np.int8]
    size: NDArray[np.float32]
    sized: NDArray[np.bool_]
    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    located: NDArray[np.bool_]
    namesakes: Any

    @classmethod
    def of(cls, governments: Iterable[Government]) -> Traits:
        """Take the traits of governments."""
        everyone = tuple(governments)
        countries = tuple(sorted({government.country for government in everyone}))
        number = {code: place for place, code in enumerate(countries)}
        sized = np.array([bool(g.population) for g in everyone], dtype=bool)
        located = np.array([g.lat is not None and g.lon is not None for g in everyone], dtype=bool)
        return cls(
            countries,
            np.array([number[g.country] for g in everyone], dtype=np.int32),
            np.array([_TIERS.get(g.level, _TOWN) for g in everyone], dtype=np.int8),
            np.array(
                [np.log10(g.population) if g.population else _UNKNOWN_SIZE for g in everyone],
                dtype=np.float32,
            ),
            sized,
            np.array([g.lat or 0.0 for g in everyone], dtype=np.float64),
            np.array([g.lon or 0.0 for g in everyone], dtype=np.float64),
            located,
            _namesakes([{g.name, g.name_es, g.name_en} for g in everyone]),
        )

    @property
    def n(self) -> int:
        """Number of governments."""
        return len(self.country)

    @cached_property
    def points(self) -> NDArray[np.float64]:
        """Places on the unit sphere, shape (n, 3); a zero vector where the place is not known."""
        north, east = np.radians(self.lat), np.radians(self.lon)
        points: NDArray[np.float64] = np.stack(
            [np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)], axis=1
        )
        return points * self.located[:, None]

    @cached_property
    def neighbours(self) -> Any:
        """Csr: the ten nearest peers of each, by weight."""
        return nearest_peers(self, 10)

    @cached_property
    def region(self) -> Any:
        """Csr: the forty nearest peers of each, by weight."""
        return nearest_peers(self, 40)


def _namesakes(names: list[set[str | None]]) -> Any:
    """Return the csr matrix of who bears a name of whom; both names in any language count."""
    from scipy.sparse import csr_array

    bearers: dict[str, list[int]] = defaultdict(list)
    for place, own in enumerate(names):
        for name in {fold(name) for name in own if name}:
            bearers[name].append(place)
    pairs = {
        pair
        for name, places in bearers.items()
        if name and len(places) <= _MOST_NAMESAKES
        for pair in permutations(places, 2)
    }
    row, column = np.array(sorted(pairs), dtype=np.int32).reshape(-1, 2).T
    ones = np.ones(len(row), dtype=np.float32)
    return csr_array((ones, (row, column)), shape=(len(names), len(names)))
