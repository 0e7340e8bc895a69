"""What a name says of where its place is: a division, a county, a larger town nearby.

A qualifier ("Oregon" in "Portland (Oregon)", or the register's state column) is resolved to
`Whereabouts`, against which each candidate is then held.
"""

from __future__ import annotations

from dataclasses import dataclass

from grafo.places.distance import kilometres
from grafo.places.entries import NameKind
from grafo.places.gazetteer import Found, Gazetteer
from grafo.places.place import Place
from grafo.places.wording import spelled_out, unwrap
from grafo.text import fold

# "Elche, Alicante" names a province by its capital, "Ribe (Esbjerg)" the municipality around.
# Farther away than this another place may be meant; a part lies closer to its city still.
_NEAR_KM = 50.0
_PART_KM = 40.0
# A village vouches only for what lies next to it.
_LANDMARK = 10_000
_NEAR_VILLAGE_KM = 25.0
_MOST_TOWNS = 40


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The places that a qualifier may name. `text` is the qualifier as written.

    `divisions` are of the first or the second order; `around` the first-order ones that hold
    those of the second, for towns of which no more is known. `towns` are towns with how far (km)
    each vouches for what lies around it.
    """

    text: str
    divisions: frozenset[str] = frozenset()
    towns: tuple[tuple[Place, float], ...] = ()
    same: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()

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
        inside = inside or (not found.within and place.parent in self.around)
        if inside or (place.id in self.divisions and not as_part):
            return f"parent:{self.text}"
        if place.id in self.same:
            return None if as_part else f"also-called:{self.text}"
        for town, reach in self.towns:
            away = kilometres(place.lat, place.lon, town.lat, town.lon)
            if away <= (min(reach, _PART_KM) if as_part else reach):
                return f"near:{self.text}:{away:.0f}km"
        return None


def whereabouts(text: str, gazetteer: Gazetteer, countries: tuple[str, ...]) -> Whereabouts:
    """Resolve a qualifier among the places of the countries.

    A division of the first order comes before one of the second ("Washington" is the state, and
    not one of the counties of that name), any division before a town.
    """
    key = spelled_out(fold(text))
    wording = unwrap(key, countries[0])
    found = _named(key, gazetteer, countries, code=text.strip(". ").isupper() or "." in text)
    if wording and not any(_is_division(each) for each in found):
        found += _named(wording.core, gazetteer, countries, code=False)
        if wording.level == "county":
            found += gazetteer.named(f"{wording.core} county", countries)
    first = [each for each in found if _is_division(each)]
    second = [each for each in found if _is_second_order(each)]
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
        frozenset(each.place.parent for each in second if each.place.parent and not first),
    )


def _named(
    key: str, gazetteer: Gazetteer, countries: tuple[str, ...], *, code: bool
) -> list[Found]:
    """Return the places of that name; abbreviations only where the text is written as one."""
    return [
        each
        for each in gazetteer.named(key, countries)
        if each.kind is not NameKind.QUALIFIER or code
    ]


def _is_division(found: Found) -> bool:
    known = found.is_division or found.also is not None
    return known and found.kind is not NameKind.ALTERNATE


def _is_second_order(found: Found) -> bool:
    return found.is_second_order and found.kind is not NameKind.ALTERNATE
