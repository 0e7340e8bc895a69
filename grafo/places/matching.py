"""Names → places: the readings of a name are tried in turn, and the first that finds any is
settled. What cannot be decided is said to be ambiguous; what is not found is unknown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from grafo.errors import InputError
from grafo.language import say
from grafo.places.closed import is_closed
from grafo.places.decisions import NEW, SKIP, Decision, Decisions
from grafo.places.entries import NameKind
from grafo.places.gazetteer import Found, Gazetteer
from grafo.places.names import Named, admits
from grafo.places.nations import Nations
from grafo.places.organizations import Organizations
from grafo.places.phrases import Phrase, clean, parted
from grafo.places.place import BODY_LEVELS, Candidate, Match, PlaceQuery
from grafo.places.reading import Reader, hyphenated, unknown
from grafo.places.scope import Scope, scope_of, without_country
from grafo.places.settling import Case, Settler
from grafo.places.similar import Likeness, similar
from grafo.places.unknown import level_of, slug_place
from grafo.text import fold

_LONGEST_NAME = 200
# An alternate name one edit away is only worth a look when its place is well known.
_WELL_KNOWN = 50_000
_CITY = 100_000


class Matcher:
    """Resolves queries against a gazetteer; the same query gets the same, cached, answer.

    Raises:
        InputError: a decision names an id that the gazetteer lacks.
    """

    def __init__(self, gazetteer: Gazetteer, decisions: Decisions | None = None) -> None:
        self.gazetteer = gazetteer
        self._decisions = decisions or Decisions()
        for decision in self._decisions.decided.values():
            if decision.value not in {NEW, SKIP} and gazetteer.place(decision.value) is None:
                raise InputError(
                    say(
                        f"ningún lugar tiene la clave {decision.value!r}",
                        f"no place has the id {decision.value!r}",
                    ),
                    at=decision.at,
                    hint=say(
                        "Copie la clave de un candidato, o escriba «nuevo» si es un gobierno "
                        "que no está en la lista.",
                        "Copy a candidate's id, or write “nuevo” for a government of its own.",
                    ),
                )
        self._settler = Settler(gazetteer)
        self._nations = Nations(gazetteer)
        self._organizations = Organizations(gazetteer)
        self._resolved = lru_cache(maxsize=1 << 16)(self._resolve)
        self._reader = Reader(gazetteer, self._settler, self.match)

    def match(self, query: PlaceQuery) -> Match:
        """Resolve a query: decided by a person, matched, ambiguous or unknown, with reasons.

        A name that a person decided to leave out is `unknown` without a place, its evidence
        `decision:skip`.
        """
        return self._resolved(query)

    def most_alike(self, query: PlaceQuery) -> tuple[Candidate, ...]:
        """Return the known places of the stated country whose names are most like a query's.

        Without a country nothing is near: there are too many places in the world.
        """
        scope = scope_of(query)
        return self._settler.most_alike(query, scope) if scope.iso2 else ()

    def close(self) -> None:
        """Close the gazetteer."""
        self.gazetteer.close()

    def _resolve(self, query: PlaceQuery) -> Match:
        scope = scope_of(query)
        place = self.gazetteer.place(clean(query.id)) if query.id else None
        if place:
            return Match(query, "matched", place, 1.0, ("id:stated",), (), ())
        decision = self._decisions.get(query)
        if decision:
            return self._decided(query, scope, decision)
        if query.id:
            return unknown(query, scope, against=(f"id:unknown:{query.id}",))
        found = self._held_to_list(self._look_up(query, scope), query, scope)
        if found.outcome == "matched" and "?" in query.name:  # whoever wrote it was not sure
            against = ("name:questioned", *found.against)
            return replace(found, outcome="ambiguous", place=None, against=against)
        return found

    def _look_up(self, query: PlaceQuery, scope: Scope) -> Match:
        """Try the readings of the name in turn."""
        name = clean(query.name)
        if not fold(name) or len(name) > _LONGEST_NAME:
            reason = "name:too-long" if fold(name) else "name:empty"
            return unknown(query, scope, against=(reason,))
        return self._organizations.resolve(
            name,
            query,
            scope,
            lambda: self._nations.resolve(
                name, query, scope, lambda: self._place(name, query, scope)
            ),
        )

    def _place(self, name: str, query: PlaceQuery, scope: Scope) -> Match:
        match = self._towns(name, query, scope)
        if match.outcome == "unknown" and (peeled := without_country(name, scope)) is not None:
            rest, inner = peeled
            again = self._towns(rest, replace(query, name=rest), inner)
            return replace(again, query=query)
        return match

    def _towns(self, name: str, query: PlaceQuery, scope: Scope) -> Match:
        """Try the readings of a name: the first that is decided, else the first that finds any."""
        readings = self._reader.readings(query, scope)
        doubtful: Match | None = None
        for phrase in readings:
            found = self._reader.read(phrase, query, scope)
            if found is not None and (found.outcome == "matched" or phrase.shape == "both"):
                return found
            doubtful = doubtful or found
        if doubtful:
            return doubtful
        misspelt = self._misspelt(readings, query, scope)
        pair = hyphenated(name) if misspelt.outcome == "unknown" else None
        both = pair and self._reader.read_both(pair, query, scope)
        # Small towns that became one keep both names (Sittard-Geleen); two cities are two.
        large = both and all((each.place.population or 0) >= _CITY for each in both.candidates[:2])
        return both if both and large else misspelt

    def _held_to_list(self, match: Match, query: PlaceQuery, scope: Scope) -> Match:
        """Leave a name open that would become a government of its own where the country's list
        of governments is closed."""
        if match.place is None or match.outcome != "unknown":
            return match
        # A ministry of a state is none of the states, whatever the column of levels says.
        worded, _ = level_of(replace(query, level=None), scope.iso2)
        if worded in BODY_LEVELS or not is_closed(scope.iso2, match.place.level):
            return match
        against = (*match.against, "name:not-on-the-list")
        candidates = match.candidates or self._settler.most_alike(query, scope)
        return Match(query, "ambiguous", None, 0.0, (), against, candidates)

    def _decided(self, query: PlaceQuery, scope: Scope, decision: Decision) -> Match:
        evidence = (f"decision:{decision.value}", f"decision-at:{decision.at}")
        if decision.value == SKIP:
            return Match(query, "unknown", None, 1.0, evidence, (), ())
        if decision.value == NEW:
            place = slug_place(query, scope.iso2)
            return Match(query, "matched", place, 1.0, evidence, (), ())
        decided = self.gazetteer.place(decision.value)
        return Match(query, "matched", decided, 1.0, evidence, (), ())

    def _misspelt(self, readings: Iterable[Phrase], query: PlaceQuery, scope: Scope) -> Match:
        """Look for names one edit away; only a slip of the pen with one reading is decided."""
        suggestions: tuple[Candidate, ...] = ()
        for phrase in readings if scope.iso2 else ():
            if phrase.shape not in {"whole", "qualified", "bracketed"} or parted(phrase.head):
                continue
            level, qualifiers, inner = self._reader.qualified(phrase, query, scope)
            hits = self._reader.named(phrase.head, level, inner)
            likely = self._like(phrase.head, hits, inner)
            if not likely:
                continue
            slips = all(
                likeness.slip or (likeness.dropped and found.weight >= _WELL_KNOWN)
                for likeness, found in likely
            )
            doubt = None if slips else "name:one-edit"
            case = Case(query, inner, hits, qualifiers, contradiction=doubt)
            match = self._settler.settle_misspelt(case, likely)
            if slips:
                return match
            suggestions = suggestions or match.candidates
        return replace(unknown(query, scope), candidates=suggestions)

    def _like(self, head: str, hits: Named, scope: Scope) -> list[tuple[Likeness, Found]]:
        found: dict[str, tuple[Likeness, Found]] = {}
        for likeness in similar(fold(head), self.gazetteer, scope.countries):
            for each in self.gazetteer.named(likeness.key, scope.countries):
                known = each.kind < NameKind.ALTERNATE or each.weight >= _WELL_KNOWN
                if known and admits(hits.level, each):
                    found.setdefault(each.place.id, (likeness, each))
        return list(found.values())


def open_matcher(cache_dir: Path, decisions: Decisions | None = None) -> Matcher:
    """Open the gazetteer kept in `cache_dir` (compiled there the first time) and match with it.

    Raises:
        UsageError: the cache folder cannot be written.
        InputError: a decision names an unknown id, or a table of the project is broken.
    """
    return Matcher(Gazetteer.open(cache_dir), decisions)
