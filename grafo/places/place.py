"""The values of name resolution: what is asked, what a place is, and what was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["matched", "ambiguous", "unknown"]

DIVISION_LEVELS = frozenset({"state", "province", "region"})
TOWN_LEVELS = frozenset({"city", "municipality"})
BODY_LEVELS = frozenset({"agency", "organization"})
NATIONAL = "national"
LEVELS = DIVISION_LEVELS | TOWN_LEVELS | BODY_LEVELS | {NATIONAL, "county", "metropolis"}

NO_COUNTRY = "ZZ"


@dataclass(frozen=True, slots=True)
class PlaceQuery:
    """One party of an agreement, as a register writes it.

    `country` is the country's name in the register or an ISO 3166-1 alpha-2 code; `parent` the
    state or province as written; `level` a level of the model; `lat` and `lon` decimal degrees
    (WGS 84). `id` is an id that the source itself states.
    """

    name: str
    country: str | None = None
    parent: str | None = None
    level: str | None = None
    lat: float | None = None
    lon: float | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A government with a stable id. `parent` is the id of its state or province."""

    id: str
    name: str
    name_es: str | None
    name_en: str | None
    level: str
    country: str
    inegi: str | None = None
    geonames_id: int | None = None
    population: int | None = None
    area_km2: float | None = None
    lat: float | None = None
    lon: float | None = None
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may be meant. `evidence` and `against` hold codes such as `name:exact`."""

    place: Place
    score: float
    evidence: tuple[str, ...]
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """What a query resolved to.

    `matched` and `unknown` carry a place (an unknown one has a slug for an id); `ambiguous`
    carries none, only candidates, the best first. Scores run from 0 to 1.
    """

    query: PlaceQuery
    outcome: Outcome
    place: Place | None
    score: float
    evidence: tuple[str, ...]
    against: tuple[str, ...]
    candidates: tuple[Candidate, ...]
