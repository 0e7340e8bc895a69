"""International organisations and networks of governments as parties: data/organizations.csv.

They are never a town. Letters that stand for a country as well (EC) or that a place is called
are asked about.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from grafo.places.bodies import nation_id
from grafo.places.country_table import country_table
from grafo.places.entries import NameKind, listed, table
from grafo.places.gazetteer import Gazetteer
from grafo.places.place import (
    BODY_LEVELS,
    LEVELS,
    NATIONAL,
    Candidate,
    Match,
    Place,
    PlaceQuery,
)
from grafo.places.scope import Scope
from grafo.places.unknown import slug_place
from grafo.text import fold

Otherwise = Callable[[], Match]

_LETTERS = re.compile(r"[^\W_]+(?:[.\s]+[^\W_]+)*\.?")
_BESIDE = re.compile(r"\s*[(\[,;]\s*|\s*[)\]]\s*|\s+[-\u2010-\u2015]\s+|\s*[:/]\s*")
_ARTICLE = re.compile(r"^(?:the|la|las|los|el|le|les|l|die|das|der|il|o|a)\s")
# "ICLEI México" is a part of it; "UN" and "EC" begin too many other names.
_SHORTEST_BEGINNING = 4
_HEARD_OF = 25_000
_MOST_SHOWN = 6


@lru_cache(maxsize=1)
def _known() -> tuple[dict[str, str], dict[str, str]]:
    """Return the ids by folded name, and by letters."""
    names: dict[str, str] = {}
    letters: dict[str, str] = {}
    for _, row in table("organizations.csv"):
        for name in (row["name_es"], row["name_en"], *listed(row["aliases"])):
            names[_plain(name)] = row["id"]
        for short in listed(row["acronyms"]):
            letters[short] = row["id"]
    return names, letters


def _plain(name: str) -> str:
    return _ARTICLE.sub("", fold(name))


def _initials(text: str) -> str:
    """Return capitals written as such, without their points: "O.N.U." → "ONU"; else ""."""
    if not _LETTERS.fullmatch(text) or text != text.upper():
        return ""
    pieces = re.split(r"[.\s]+", text.strip(". "))
    return "".join(pieces) if len(pieces) == 1 or all(len(each) == 1 for each in pieces) else ""


class Organizations:
    """Recognises organisations among the parties."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def resolve(self, name: str, query: PlaceQuery, scope: Scope, otherwise: Otherwise) -> Match:
        """Resolve a cleaned name that may be an organisation's; leave any other to `otherwise`."""
        if query.level in LEVELS - BODY_LEVELS - {NATIONAL}:
            return otherwise()
        names, letters = _known()
        identity = names.get(_plain(name)) or self._both(name, names, letters)
        if identity:
            return self._found(query, identity)
        short = _initials(name)
        if short in letters:
            return self._by_letters(name, letters[short], query, scope)
        first = name.split(" ", 1)[0].strip(",;:")
        if first != name and len(first) >= _SHORTEST_BEGINNING and first in letters:
            match = otherwise()
            if match.outcome != "unknown":
                return match
            place = slug_place(replace(query, level="organization"), scope.iso2)
            return replace(match, place=place, evidence=(*match.evidence, "organization"))
        return otherwise()

    def _both(self, name: str, names: dict[str, str], letters: dict[str, str]) -> str | None:
        """Read "Ciudades y Gobiernos Locales Unidos (CGLU)": each part names the same one."""
        parts = [part for part in _BESIDE.split(name) if part]
        found = {names.get(_plain(part)) or letters.get(_initials(part)) for part in parts}
        return found.pop() if len(parts) > 1 and len(found) == 1 else None

    def _by_letters(self, name: str, identity: str, query: PlaceQuery, scope: Scope) -> Match:
        countries = self._countries(name)
        if countries:
            others = tuple(Candidate(place, 0.5, ("nation",)) for place in countries)
            return self._asked(query, identity, others, "organization:or-country")
        found = self._gazetteer.named(fold(name), scope.countries or self._gazetteer.countries)
        towns = [
            Candidate(each.place, 0.5, ("name:exact",))
            for each in found
            if each.kind < NameKind.ALTERNATE and (scope.countries or each.weight >= _HEARD_OF)
        ]
        if towns and query.level not in BODY_LEVELS:
            return self._asked(query, identity, tuple(towns), "organization:or-place")
        return self._found(query, identity)

    def _countries(self, name: str) -> list[Place]:
        countries = country_table()
        # "EU" without points is short for Estados Unidos as well.
        spellings = (fold(name), " ".join(fold(_initials(name))))
        owners = {owner for each in spellings for owner in countries.names.get(each, ())}
        owners |= {name.upper()} & countries.codes
        places = [self._gazetteer.place(nation_id(owner)) for owner in sorted(owners)]
        return [place for place in places if place is not None]

    def _found(self, query: PlaceQuery, identity: str) -> Match:
        candidate = self._candidate(identity)
        evidence = ("organization",)
        return Match(query, "matched", candidate.place, 1.0, evidence, (), (candidate,))

    def _asked(
        self, query: PlaceQuery, identity: str, others: tuple[Candidate, ...], why: str
    ) -> Match:
        best = self._candidate(identity)
        shown = (best, *others[:_MOST_SHOWN])
        return Match(query, "ambiguous", None, best.score, best.evidence, (why,), shown)

    def _candidate(self, identity: str) -> Candidate:
        place = self._gazetteer.place(identity)
        assert place is not None  # noqa: S101 - compiled from the same table
        return Candidate(place, 0.9, ("organization",))
