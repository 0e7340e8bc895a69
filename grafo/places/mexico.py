"""Mexico: states and municipalities by INEGI key, joined to GeoNames' cities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from grafo.places.distance import kilometres
from grafo.places.entries import Entry, NameKind, listed, table
from grafo.places.place import Place
from grafo.places.world import renown_of, told
from grafo.text import fold

CAPITAL = "mx-09"
# GeoNames still numbers four states as they stood before INEGI's present order.
_GEONAMES_STATES = {"05": "07", "06": "08", "07": "05", "08": "06"}
# A municipality's point is its seat; GeoNames puts the same town at most this far from it.
_SAME_TOWN_KM = 15.0
_SHORTEST_NAME = 4


def read_governments() -> list[Entry]:
    """Read data/governments_mx.csv: 32 states, then the municipalities and boroughs."""
    rows = [row for _, row in table("governments_mx.csv")]
    seats = {(row["id"], row["seat"]) for row in rows if row["level"] == "state"}
    return [_entry(row, capital=(row["state_id"], row["seat"]) in seats) for row in rows]


def _entry(row: dict[str, str], *, capital: bool) -> Entry:
    state = row["level"] == "state"
    place = Place(
        row["id"],
        row["name"],
        row["name"],
        row["name_en"] or None,
        row["level"],
        "MX",
        inegi=row["inegi"],
        population=int(row["population"]) if row["population"] else None,
        area_km2=float(row["area_km2"]) if row["area_km2"] else None,
        lat=float(row["lat"]) if row["lat"] else None,
        lon=float(row["lon"]) if row["lon"] else None,
        parent=row["state_id"] or None,
    )
    names = [(row["name"], NameKind.MAIN)]
    # A state's seat is a municipality of its own and no name for the state.
    others = [row["name_en"], *listed(row["aliases"]), *([] if state else [row["seat"]])]
    for other in filter(None, others):
        short = state and len(fold(other).replace(" ", "")) < _SHORTEST_NAME
        qualifier = short and place.id != CAPITAL
        names.append((other, NameKind.QUALIFIER if qualifier else NameKind.ALIAS))
    also = "city" if row["id"] == CAPITAL else None
    return Entry(place, tuple(names), also=also, weight=place.population or 0, capital=capital)


def joined(governments: list[Entry], cities: Iterable[dict[str, Any]]) -> list[Entry]:
    """Give each government the GeoNames id and alternate names of the city that it governs.

    A city is the seat of a municipality when it lies in the same state, carries one of its
    names, and is within 15 km of its point; of several the nearest in name, then the largest.
    """
    by_name: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        state = _GEONAMES_STATES.get(city["admin1code"], city["admin1code"])
        by_name[state, fold(city["name"])].append(city)
    return [_joined(entry, by_name) for entry in governments]


def _joined(entry: Entry, by_name: dict[tuple[str, str], list[dict[str, Any]]]) -> Entry:
    place = entry.place
    if place.level == "state" and place.id != CAPITAL:
        return entry
    state = (place.inegi or "")[:2]
    for key in dict.fromkeys(fold(name) for name, _ in entry.names):
        near = [
            city
            for city in by_name.get((state, key), ())
            if kilometres(place.lat, place.lon, city["latitude"], city["longitude"])
            <= _SAME_TOWN_KM
        ]
        if near:
            city = min(near, key=lambda each: (-each["population"], each["geonameid"]))
            return replace(
                entry,
                place=replace(place, geonames_id=city["geonameid"]),
                names=(*entry.names, *told(city)),
                renown=max(entry.renown, renown_of(city)),
            )
    return entry
