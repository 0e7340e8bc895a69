"""What a name says of where its place is: a division, a county, a larger town nearby.

A qualifier ("Oregon" in "Portland (Oregon)", or the register's state column) is resolved to
`Whereabouts`, against which each candidate is then held.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from grafo.places.abbreviations import abbreviates_division, area, is_code, spelled_out
from grafo.places.distance import kilometres
from grafo.places.entries import NameKind
from grafo.places.gazetteer import Found, Gazetteer
from grafo.places.generic import undeclined
from grafo.places.place import DIVISION_LEVELS, TOWN_LEVELS, Place
from grafo.places.wording import unwrap
from grafo.text import fold

# "Elche, Alicante" names a province by its capital, "Ribe (Esbjerg)" the municipality around.
# Farther away than this another place may be meant; a part lies closer to its city still.
_NEAR_KM = 50.0
_PART_KM = 40.0
# In brackets or among namesakes a town says where a much smaller one is: "Ribe (Esbjerg)". Two
# towns of like size may as well be two parties: "Dallas (Fort Worth)".
_LANDMARK_TIMES = 3.0
_VILLAGE = 15_000
# A village vouches only for what lies next to it.
_LANDMARK = 10_000
_NEAR_VILLAGE_KM = 25.0
_MOST_TOWNS = 40
_WHOLE_WORLD = 100
_AREA_LEVELS = DIVISION_LEVELS | {"county"}


Nearness = Literal["near", "landmark", "village", "no"]


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The places that a qualifier may name. `text` is the qualifier as written.

    `divisions` are of the first or the second order; `around` the first-order ones that hold
    those of the second, for towns of which no more is known. `towns` are towns with how far (km)
    each vouches for what lies around it; `nearness` says whether it does: any town near, only as
    a landmark (one much larger than the place), only for a village, or not at all, since a second
    town in a cell may be another party. A text that is worded as a county or province ("Żary
    County") vouches by the town of its name.
    """

    text: str
    divisions: frozenset[str] = frozenset()
    towns: tuple[tuple[Place, float], ...] = ()
    same: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    nearness: Nearness = "near"
    worded: bool = False

    @property
    def recognised(self) -> bool:
        """Whether the qualifier names anything that the gazetteer knows."""
        return bool(self.divisions or self.towns or self.same)

    def vouches_for(self, found: Found, *, as_part: bool) -> str | None:
        """Return the evidence that the place is there, or None.

        With `as_part` the place must be a part of the town, never the town itself.
        """
        place = found.place
        inside = place.parent in self.divisions or not self.divisions.isdisjoint(found.within)
        unplaced = not found.within and not found.is_second_order
        inside = inside or (unplaced and place.parent in self.around)
        if inside or (place.id in self.divisions and not as_part):
            return f"parent:{self.text}"
        if place.id in self.same:
            return None if as_part else f"also-called:{self.text}"
        for town, reach in self.towns:
            if not self._places(town, place):
                continue
            away = kilometres(place.lat, place.lon, town.lat, town.lon)
            if away <= (min(reach, _PART_KM) if as_part else reach):
                return f"near:{self.text}:{away:.0f}km"
        return None

    def _places(self, town: Place, place: Place) -> bool:
        """Tell whether a town may say where another place is."""
        if self.worded or self.nearness == "near":
            return True
        if self.nearness == "no" or place.level != "city":
            return False  # a municipality or county is a government beside the other, no part of it
        own, other = place.population or 0, town.population or 0
        if own <= _VILLAGE:
            return other >= own
        return self.nearness == "landmark" and other >= _LANDMARK_TIMES * own


def whereabouts(
    text: str, gazetteer: Gazetteer, countries: tuple[str, ...], *, bare: bool = False
) -> Whereabouts:
    """Resolve a qualifier among the places of the countries.

    A division of the first order comes before one of the second ("Washington" is the state, and
    not one of the counties of that name), any division before a town. In a cell that may name two
    parties (`bare`), a name is the town's before it is the province's.
    """
    country = countries[0] if len(countries) < _WHOLE_WORLD else None
    text = area(text, country) or text
    key = spelled_out(fold(text), country)
    wording = unwrap(key, country)
    found = _coded(text, gazetteer, countries) if is_code(text) else []
    for each in dict.fromkeys((fold(text), key)):
        found += _named(each, gazetteer, countries)
    if not found:  # "León, Gto": no place is called so
        found = _coded(text, gazetteer, countries)
    if wording and not any(_is_division(each) for each in found):
        town = wording.level in TOWN_LEVELS  # "Kansas City" is no Kansas
        for core in (wording.core, *undeclined(wording.core, country)):
            named = _named(core, gazetteer, countries)
            found += [each for each in named if not (town and _is_area(each))]
        if wording.level == "county":
            found += gazetteer.named(f"{wording.core} county", countries)
    worded = wording is not None and wording.level in _AREA_LEVELS
    first = [each for each in found if _is_division(each)]
    second = [each for each in found if _is_second_order(each)]
    shared = not first and not worded and any(_is_town(each) for each in found)
    if shared and bare:
        second = []
    divisions = first or second
    # "Morelos" beside a name is the state: a town of that name elsewhere vouches for nothing.
    landmarks = [] if divisions else [each for each in found if each.place.lat is not None]
    reaches = [
        (each.place, _NEAR_KM if each.weight >= _LANDMARK else _NEAR_VILLAGE_KM)
        for each in landmarks
    ]
    return Whereabouts(
        text,
        frozenset(each.place.id for each in divisions),
        tuple(reaches[:_MOST_TOWNS]),
        frozenset(each.place.id for each in landmarks),
        frozenset(each.place.parent for each in second if each.place.parent and not shared),
        worded=worded,
    )


def names_division(text: str, gazetteer: Gazetteer, countries: tuple[str, ...]) -> bool:
    """Tell whether a text is the abbreviation of a division: "N. L.", "Gto", "Q. Roo", "NSW"."""
    known = abbreviates_division(fold(text), countries[0])
    return known or bool(_coded(text, gazetteer, countries))


def _coded(text: str, gazetteer: Gazetteer, countries: tuple[str, ...]) -> list[Found]:
    """Return the divisions that a text written as an abbreviation stands for: "N. L.", "CO"."""
    words = fold(text).split(" ")
    keys = {" ".join(words)} | ({"".join(words)} if all(len(w) == 1 for w in words) else set())
    return [
        each
        for key in sorted(keys)
        for each in gazetteer.named(key, countries)
        if each.kind is NameKind.QUALIFIER
    ]


def _named(key: str, gazetteer: Gazetteer, countries: tuple[str, ...]) -> list[Found]:
    """Return the places that a name names; abbreviations are `_coded`."""
    return [each for each in gazetteer.named(key, countries) if each.kind is not NameKind.QUALIFIER]


def _is_division(found: Found) -> bool:
    known = found.is_division or found.also is not None
    return known and found.kind is not NameKind.ALTERNATE


def _is_second_order(found: Found) -> bool:
    return found.is_second_order and found.kind is not NameKind.ALTERNATE


def _is_area(found: Found) -> bool:
    return found.is_division or found.is_second_order


def _is_town(found: Found) -> bool:
    return not found.is_second_order and found.kind < NameKind.ALTERNATE
