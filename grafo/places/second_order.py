"""Divisions of the second order (provinces, départements, counties, Kreise, municipalities),
the towns that lie in each, and which towns are seats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz.distance import OSA

from grafo.places.distance import kilometres
from grafo.places.entries import Entry, NameKind, TownKind, listed, table
from grafo.places.place import Place
from grafo.places.wording import unwrap
from grafo.text import fold

ADMIN2, CITY_KINDS = "admin2.csv", "city_kinds.csv"
_MUNICIPALITY = "municipality"
_SMALL_KM = 25.0
_NEARLY_THE_SAME = 0.88


@dataclass(slots=True, eq=False)
class Division:
    """A division while the cities are read: its government is that of the town of its name,
    where there is one in it, and one of its own elsewhere."""

    id: str
    country: str
    parent: str | None
    level: str
    names: tuple[str, ...]
    cores: frozenset[str]
    towns: list[str] = field(default_factory=list)
    """Ids of the towns in it."""
    people: int = 0
    points: list[tuple[int, float, float]] = field(default_factory=list)
    """Population and point of each."""
    seat: tuple[bool, int, str] | None = None
    """The town that it is one with: whether GeoNames calls it a seat, its population, its id."""

    def take(self, city: dict[str, Any], names: frozenset[str], kind: TownKind | None) -> None:
        """Note that a city, known by these folded names, lies here."""
        people = city["population"]
        identity = f"gn-{city['geonameid']}"
        self.towns.append(identity)
        self.people += people
        self.points.append((people, city["latitude"], city["longitude"]))
        if self.level == _MUNICIPALITY and _one_name(names, self.cores):
            found = (kind is TownKind.SEAT, people, identity)
            self.seat = max(self.seat or found, found)

    @property
    def government(self) -> str:
        """The id of its government."""
        return self.seat[-1] if self.seat else self.id

    def point(self) -> tuple[float, float] | None:
        """Return where the division is: at its largest town, if none in it is far from there.

        Of a larger division a point would say little.
        """
        if not self.points:
            return None
        _, lat, lon = max(self.points)
        spread = max(kilometres(lat, lon, *point) for _, *point in self.points)
        return (round(lat, 5), round(lon, 5)) if spread <= _SMALL_KM else None

    def entry(self) -> Entry:
        """Return the division as a place of its own."""
        name, *others = self.names
        lat, lon = self.point() or (None, None)
        place = Place(
            self.id,
            name,
            None,
            None,
            self.level,
            self.country,
            geonames_id=int(self.id.removeprefix("gn-")),
            lat=lat,
            lon=lon,
            parent=self.parent,
        )
        aliases = dict.fromkeys([*others, *sorted(self.cores)])
        names = [(name, NameKind.MAIN), *((alias, NameKind.ALIAS) for alias in aliases)]
        return Entry(place, tuple(names), weight=self.people)


def _one_name(names: frozenset[str], cores: frozenset[str]) -> bool:
    """Tell whether a town bears the name of the municipality that it lies in, or nearly:
    Hitachi-Naka in Hitachinaka, Egersund in Eigersund."""
    if not names.isdisjoint(cores):
        return True
    return any(
        OSA.normalized_similarity(core.replace(" ", ""), name.replace(" ", "")) >= _NEARLY_THE_SAME
        for core in cores
        for name in names
    )


class SecondOrder:
    """All divisions of the second order, by the cities in them."""

    def __init__(self, parents: dict[tuple[str, str], str]) -> None:
        """`parents` gives the id of a first-order division by country and GeoNames code."""
        self._divisions: list[Division] = []
        self._of_city: dict[int, list[Division]] = defaultdict(list)
        self._municipalities: dict[tuple[str | None, str], Division] = {}
        self._beside: list[tuple[Division, dict[str, Any], frozenset[str], TownKind | None]] = []
        for _, row in table(ADMIN2):
            division = _division(row, parents)
            self._divisions.append(division)
            for city in row["cities"].split():
                self._of_city[int(city)].append(division)
            if division.level == _MUNICIPALITY:
                for core in division.cores:
                    self._municipalities.setdefault((division.parent, core), division)

    def take(self, city: dict[str, Any], entry: Entry) -> None:
        """Put a city into its divisions, and note which municipality around bears its name."""
        names = frozenset(fold(name) for name, _ in entry.names)
        found = self._of_city.get(city["geonameid"], [])
        for division in found:
            division.take(city, names, entry.kind)
        parent, name = entry.place.parent, fold(entry.place.name)
        namesake = self._municipalities.get((parent, name)) if parent else None
        if namesake and namesake not in found:
            self._beside.append((namesake, city, names, entry.kind))

    def _seat_strays(self) -> None:
        """Give municipalities without a town of their name the town of that name nearby, which
        GeoNames files under a neighbour, or under none; the seat of another stays its own."""
        seats = {division.seat[-1] for division in self._divisions if division.seat}
        for division, city, names, kind in self._beside:
            if division.seat is None and f"gn-{city['geonameid']}" not in seats:
                division.take(city, names, kind)
        self._beside.clear()

    def entries(self) -> Iterator[Entry]:
        """Yield the divisions with a government of their own, once all cities were taken."""
        self._seat_strays()
        for division in self._divisions:
            if division.seat is None and division.id.startswith("gn-"):
                yield division.entry()

    def seats(self) -> Iterator[tuple[str, frozenset[str]]]:
        """Yield the ids of the towns that are one with their municipality, with its names."""
        for division in self._divisions:
            if division.seat:
                names = {*division.names, *division.cores}
                yield division.seat[-1], frozenset(names)

    def inside(self) -> Iterator[tuple[str, str]]:
        """Yield the id of each city with that of the government whose division it lies in."""
        for division in self._divisions:
            for town in division.towns:
                yield town, division.government


def _division(row: dict[str, str], parents: dict[tuple[str, str], str]) -> Division:
    names = (row["name"], *listed(row["aliases"]))
    cores: set[str] = set()
    for name in names:
        wording = unwrap(fold(name), row["country"])
        cores.update(wording.cores if wording else (fold(name),))
    return Division(
        row["id"],
        row["country"],
        parents.get((row["country"], row["admin1"])),
        row["level"],
        names,
        frozenset(cores),
    )


def town_kinds() -> dict[int, TownKind]:
    """Return what GeoNames says of its cities, by their GeoNames ids; of most it says nothing."""
    return {
        int(city): TownKind(row["kind"])
        for _, row in table(CITY_KINDS)
        for city in row["cities"].split()
    }
