"""What the gazetteer is compiled from: a place and the names that it is known by."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from grafo.bundled import bundled
from grafo.errors import InputError, Location
from grafo.language import say
from grafo.places.place import Place


class NameKind(IntEnum):
    """How well a name is vouched for; the lower, the better."""

    MAIN = 0
    """The name that the place's own source gives it."""
    ALIAS = 1
    """A name that this project's own tables give: a Spanish exonym, a seat, an abbreviation."""
    ALTERNATE = 2
    """One of GeoNames' alternate names: of any language and age, at times of a neighbour."""
    QUALIFIER = 3
    """An abbreviation that names a division only behind something else: "Springfield, IL"."""


class TownKind(StrEnum):
    """What GeoNames says of a town beside its name and size."""

    SEAT = "seat"
    """The seat of a division: a municipality's, in the countries whose communes it knows."""
    SECTION = "section"
    """A part of a larger town."""
    FORMER = "former"
    """Abandoned, destroyed, or a capital of the past."""
    PLAIN = "plain"
    """None of these, in a country whose seats GeoNames knows: a village of a municipality."""


# Governments of other sources than GeoNames' cities are as well known as a middling town of its.
MIDDLING_RENOWN = 7


@dataclass(frozen=True, slots=True)
class Entry:
    """A place, its names, and three facts that matching needs and that no one else should see.

    `also` is a level that the place answers to beside its own (Beijing is a city and a
    province); `weight` is how many people it may be known to: its population, or that of its
    towns where the population of a division is not known; `capital` says that it is the seat
    of its division, where that is known; `kind` is what GeoNames says of a town, and `renown` how
    many names it gives it: places that people abroad speak of have names in many languages.
    """

    place: Place
    names: tuple[tuple[str, NameKind], ...]
    also: str | None = None
    weight: int = 0
    capital: bool = False
    kind: TownKind | None = None
    renown: int = MIDDLING_RENOWN


def table(name: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the row numbers and rows of one of the project's own CSV tables."""
    path = bundled("data") / name
    with path.open(encoding="utf-8-sig", newline="") as stream:
        for number, row in enumerate(csv.DictReader(stream), start=2):
            if None in row or None in row.values():
                raise InputError(
                    say(
                        "al renglón le sobran o le faltan celdas",
                        "the row has too many or too few cells",
                    ),
                    at=Location(name, number),
                )
            yield number, row


def listed(cell: str) -> list[str]:
    """Return the values of a cell whose values are separated by bars."""
    return [value.strip() for value in cell.split("|") if value.strip()]
