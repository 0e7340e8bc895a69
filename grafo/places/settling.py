"""From the places that a name found to a match: held against everything else that is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from grafo.places.abbreviations import spelled_out
from grafo.places.alike import most_alike
from grafo.places.certainty import doubt, spelled
from grafo.places.entries import NameKind
from grafo.places.gazetteer import Found, Gazetteer
from grafo.places.letters import Spelling
from grafo.places.mexico import CAPITAL
from grafo.places.names import Named
from grafo.places.place import Candidate, Match, PlaceQuery
from grafo.places.scope import Scope, decisive_share, hold_against_point, hold_there
from grafo.places.similar import Likeness
from grafo.places.weighing import Verdict, Weighed, one_of_two_orders, weigh, weighed
from grafo.places.whereabouts import Whereabouts, whereabouts
from grafo.places.wording import names_borough, unwrap
from grafo.text import fold

_MISSPELT = 0.9
# Who leaves the marks of letters out can do so for either of two places.
_FOLDED_FAME = 0.1


@dataclass(frozen=True, slots=True)
class Case:
    """A query with one reading of its name, and what that reading found.

    `qualifiers` are the whereabouts that the name itself states; with `as_part` the place must
    be a part of them. `contradiction` is a code that forbids a decision.
    """

    query: PlaceQuery
    scope: Scope
    hits: Named
    qualifiers: tuple[Whereabouts, ...] = ()
    as_part: bool = False
    contradiction: str | None = None


class Settler:
    """Decides cases over a gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._where = lru_cache(maxsize=1 << 12)(self._resolved)

    def where(self, text: str, scope: Scope, *, bare: bool = False) -> Whereabouts:
        """Return what a qualifier names within a scope; see `whereabouts`."""
        return self._where(text, scope.countries or self._gazetteer.countries, bare)

    def settle(self, case: Case) -> Match:
        """Decide between the places that a name found, or say that it cannot be decided."""
        candidates = [weighed(each) for each in case.hits.found]
        for each in candidates:
            if case.hits.unwrapped:
                each.evidence.append(f"unwrapped:{case.hits.wording}")
        return self._settle(case, candidates)

    def settle_misspelt(self, case: Case, likely: Iterable[tuple[Likeness, Found]]) -> Match:
        """Decide between places whose names are one edit away."""
        candidates = []
        for likeness, found in likely:
            each = weighed(found)
            each.evidence[0] = f"name:{'slip' if likeness.slip else 'one-edit'}:{likeness.key}"
            each.factor = _MISSPELT
            candidates.append(each)
        return self._settle(case, candidates)

    def _settle(self, case: Case, candidates: list[Weighed]) -> Match:
        query, scope, hits = case.query, case.scope, case.hits
        for each in candidates:
            each.evidence.extend(scope.evidence_for(each.found.place))
            if hits.level:
                each.evidence.append(f"level:{hits.level}")
        against = tuple(filter(None, (case.contradiction, hits.conflict, *scope.against)))
        stated = self._stated(case)
        # What stands in the name and is not understood may make it another place's name
        # ("Giżycko (rural gmina)"); an unknown district in a column of its own does not.
        sound = not against and all(where.recognised for where in case.qualifiers)
        for where in stated:
            candidates, agrees = hold_there(candidates, where, stated=True)
            sound = sound and agrees
        for where in case.qualifiers:
            candidates, agrees = hold_there(candidates, where, as_part=case.as_part)
            sound = sound and agrees
        if any(where.divisions for where in [*stated, *case.qualifiers]):
            candidates = _own_names_first(candidates)
        candidates, agrees = hold_against_point(candidates, query, self._gazetteer)
        candidates = one_of_two_orders(candidates, hits.level)
        candidates, same_letters = _hold_against_letters(candidates, query.name)
        verdict = weigh(
            candidates,
            level_stated=hits.level is not None,
            government=hits.government,
            decisive=decisive_share(scope, in_doubt=not all(each.recognised for each in stated)),
        )
        best = verdict.candidates[0]
        if verdict.decided:
            against += self._doubts(query, candidates, verdict, same_letters)
        if against or not (verdict.decided and sound and agrees):
            return self._open(query, verdict.candidates, against)
        return Match(
            query, "matched", best.place, best.score, best.evidence, best.against,
            verdict.candidates,
        )  # fmt: skip

    def _doubts(
        self,
        query: PlaceQuery,
        candidates: list[Weighed],
        verdict: Verdict,
        same_letters: frozenset[str],
    ) -> tuple[str, ...]:
        """Return why the best of the candidates may not be the one meant after all."""
        ids = [each.place.id for each in verdict.candidates]
        best = next(each for each in candidates if each.found.place.id == ids[0])
        if best.found.place.id not in same_letters and not same_letters.isdisjoint(ids):
            return ("name:other-letters",)
        reason = doubt(best.found, query.name, best.evidence, self._gazetteer)
        return (reason,) if reason else ()

    def most_alike(self, query: PlaceQuery, scope: Scope) -> tuple[Candidate, ...]:
        """Return the places whose names are most like a name that none bears."""
        key = fold(query.name)
        wording = unwrap(spelled_out(key, scope.iso2), scope.iso2)
        stated = [self.where(text, scope).divisions for text in scope.stated_divisions(query)]
        found = most_alike(
            wording.core if wording else key,
            self._gazetteer,
            scope.countries,
            frozenset().union(*stated),
        )
        return tuple(self._placed(Candidate(each.place, 0.0, ("name:like",))) for each in found)

    def _stated(self, case: Case) -> list[Whereabouts]:
        """Return what the register's columns, and a borough's title, say of the place."""
        stated = [self.where(text, case.scope) for text in case.scope.stated_divisions(case.query)]
        if case.scope.iso2 == "MX" and case.hits.wording and names_borough(case.hits.wording):
            stated.append(Whereabouts(case.hits.wording, frozenset((CAPITAL,))))
        return stated

    def _open(
        self, query: PlaceQuery, candidates: tuple[Candidate, ...], against: tuple[str, ...]
    ) -> Match:
        """Return what a person has to decide, its candidates told apart by division."""
        shown = tuple(self._placed(each) for each in candidates)
        best = shown[0]
        return Match(
            query, "ambiguous", None, best.score, best.evidence, (*against, *best.against), shown
        )

    def _placed(self, candidate: Candidate) -> Candidate:
        parent = candidate.place.parent and self._gazetteer.place(candidate.place.parent)
        if not parent:
            return candidate
        return replace(candidate, evidence=(*candidate.evidence, f"in:{parent.name}"))

    def _resolved(self, text: str, countries: tuple[str, ...], bare: bool) -> Whereabouts:
        return whereabouts(text, self._gazetteer, countries, bare=bare)


def _hold_against_letters(
    candidates: list[Weighed], written: str
) -> tuple[list[Weighed], frozenset[str]]:
    """Leave out places that are written with other letters of their own, unless there are no
    others; return also the ids of those that are written with just these letters."""
    spellings = [(spelled(each.found, written), each) for each in candidates]
    kept = [each for how, each in spellings if how is not Spelling.OTHER] or candidates
    same = {each.found.place.id for how, each in spellings if how is Spelling.SAME}
    for how, each in spellings:
        if how is Spelling.FOLDED:
            each.fame *= _FOLDED_FAME
    return kept, frozenset(same)


def _own_names_first(candidates: list[Weighed]) -> list[Weighed]:
    """Drop towns known by the name only among others where one in the same division bears it:
    "Atenco, Estado de México" is not San Mateo Atenco."""
    bearers = [
        each
        for each in candidates
        if each.found.kind is NameKind.MAIN
        and not (each.found.is_division or each.found.is_second_order)
    ]
    if not bearers:
        return candidates
    return [
        each
        for each in candidates
        if each.found.kind < NameKind.ALTERNATE or each.found.is_division
    ]
