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
from grafo.places.names import Named, admits, named
from grafo.places.nations import Nations
from grafo.places.organizations import Organizations
from grafo.places.phrases import Phrase, clean, phrases
from grafo.places.place import BODY_LEVELS, LEVELS, Candidate, Match, PlaceQuery
from grafo.places.scope import Scope, scope_of, without_country
from grafo.places.settling import Case, Settler
from grafo.places.similar import Likeness, similar
from grafo.places.unknown import level_of, slug_place
from grafo.places.whereabouts import Whereabouts
from grafo.places.wording import level_word
from grafo.text import fold

_LONGEST_NAME = 200
# An alternate name one edit away is only worth a look when its place is well known.
_WELL_KNOWN = 50_000


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

    def match(self, query: PlaceQuery) -> Match:
        """Resolve a query: decided by a person, matched, ambiguous or unknown, with reasons.

        A name that a person decided to leave out is `unknown` without a place, its evidence
        `decision:skip`.
        """
        return self._resolved(query)

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
            return _unknown(query, scope, against=(f"id:unknown:{query.id}",))
        return self._held_to_list(self._look_up(query, scope), query, scope)

    def _look_up(self, query: PlaceQuery, scope: Scope) -> Match:
        """Try the readings of the name in turn."""
        name = clean(query.name)
        if not fold(name) or len(name) > _LONGEST_NAME:
            reason = "name:too-long" if fold(name) else "name:empty"
            return _unknown(query, scope, against=(reason,))
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
        readings = list(phrases(name))
        for phrase in readings:
            found = self._read(phrase, query, scope)
            if found is not None:
                return found
        return self._misspelt(readings, query, scope)

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
        candidates = match.candidates or self._settler.nearest(query, scope)
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

    def _read(self, phrase: Phrase, query: PlaceQuery, scope: Scope) -> Match | None:
        """Resolve one reading of the name, or return None when it finds nothing at all."""
        if phrase.shape == "part":
            return self._read_part(phrase, query, scope)
        if phrase.shape == "either":
            return self._read_either(phrase, query, scope)
        # "Atlanta, Georgia": a country where one fits, else a division anywhere.
        for narrow in (True, False):
            level, qualifiers, inner = self._qualified(phrase, query, scope, narrow=narrow)
            hits = self._named(phrase.head, level, inner)
            if hits.found:
                country = _names_country(phrase.head, hits, inner)
                return self._settler.settle(
                    Case(query, inner, hits, qualifiers, contradiction=country)
                )
            if inner is scope:
                break
        return None

    def _read_part(self, phrase: Phrase, query: PlaceQuery, scope: Scope) -> Match | None:
        """Resolve "Mexico City – Coyoacán"; the city itself is never the answer.

        "Guadalajara – Jalisco" is written alike, and says where the first name is.
        """
        whole, part = phrase.qualifiers[0], phrase.head
        turned = Phrase(whole, (part,), "qualified")
        level, qualifiers, inner = self._qualified(turned, query, scope)
        hits = self._named(whole, level, inner)
        divided = any(
            where.divisions and where.vouches_for(each, as_part=True)
            for where in qualifiers
            for each in hits.found
        )
        if hits.found and (divided or inner is not scope or level != _level(query)):
            return self._read(turned, query, scope)
        where = self._settler.where(whole, scope)
        hits = self._named(part, _level(query), scope)
        inside = tuple(each for each in hits.found if where.vouches_for(each, as_part=True))
        if not inside:
            return _unknown(query, scope, against=(f"part-of:{whole}",))
        return self._settler.settle(
            Case(query, scope, replace(hits, found=inside), (where,), as_part=True)
        )

    def _read_either(self, phrase: Phrase, query: PlaceQuery, scope: Scope) -> Match | None:
        """Resolve "Bolzano/Bozen": two names of one place, or one of them unknown."""
        spellings = [
            self._named(spelling, _level(query), scope)
            for spelling in (phrase.head, *phrase.qualifiers)
        ]
        known = [hits for hits in spellings if hits.found]
        if not known:
            return None
        common = set.intersection(*({each.place.id for each in hits.found} for hits in known))
        if common:
            shared = tuple(each for each in known[0].found if each.place.id in common)
            return self._settler.settle(Case(query, scope, replace(known[0], found=shared)))
        both = replace(known[0], found=tuple(each for hits in known for each in hits.found))
        return self._settler.settle(Case(query, scope, both, contradiction="name:two-places"))

    def _qualified(
        self, phrase: Phrase, query: PlaceQuery, scope: Scope, *, narrow: bool = True
    ) -> tuple[str | None, tuple[Whereabouts, ...], Scope]:
        """Sort what stands beside a name into a level, whereabouts, and a country."""
        level = _level(query)
        found: list[Whereabouts] = []
        # "Atlanta, Georgia, USA", "Zapopan, Jal., México": the country is last.
        for at, text in enumerate(reversed(phrase.qualifiers), start=1):
            word = level_word(fold(text))
            if word:
                level = level or word
                continue
            where = self._settler.where(text, scope)
            last_of_several = at == 1 < len(phrase.qualifiers)
            if scope.is_country(text) and (last_of_several or not where.divisions):
                continue
            narrowed = scope.narrowed(text) if narrow else None
            if narrowed is None:
                found.append(where)
            else:
                scope = narrowed
        return level, tuple(found), scope

    def _misspelt(self, readings: Iterable[Phrase], query: PlaceQuery, scope: Scope) -> Match:
        """Look for names one edit away; only a slip of the pen with one reading is decided."""
        suggestions: tuple[Candidate, ...] = ()
        for phrase in readings if scope.iso2 else ():
            if phrase.shape not in {"whole", "qualified"}:
                continue
            level, qualifiers, inner = self._qualified(phrase, query, scope)
            hits = self._named(phrase.head, level, inner)
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
        return replace(_unknown(query, scope), candidates=suggestions)

    def _like(self, head: str, hits: Named, scope: Scope) -> list[tuple[Likeness, Found]]:
        found: dict[str, tuple[Likeness, Found]] = {}
        for likeness in similar(fold(head), self.gazetteer, scope.countries):
            for each in self.gazetteer.named(likeness.key, scope.countries):
                known = each.kind < NameKind.ALTERNATE or each.weight >= _WELL_KNOWN
                if known and admits(hits.level, each):
                    found.setdefault(each.place.id, (likeness, each))
        return list(found.values())

    def _named(self, head: str, level: str | None, scope: Scope) -> Named:
        return named(head, level, self.gazetteer, scope.countries or self.gazetteer.countries)


def open_matcher(cache_dir: Path, decisions: Decisions | None = None) -> Matcher:
    """Open the gazetteer kept in `cache_dir` (compiled there the first time) and match with it.

    Raises:
        UsageError: the cache folder cannot be written.
        InputError: a decision names an unknown id, or a table of the project is broken.
    """
    return Matcher(Gazetteer.open(cache_dir), decisions)


def _names_country(head: str, hits: Named, scope: Scope) -> str | None:
    """Forbid to take a country's name for a city that GeoNames also calls so (Belize)."""
    alternate = all(each.kind is NameKind.ALTERNATE for each in hits.found)
    return "name:of-the-country" if alternate and scope.is_country(head) else None


def _level(query: PlaceQuery) -> str | None:
    return query.level if query.level in LEVELS else None


def _unknown(query: PlaceQuery, scope: Scope, against: tuple[str, ...] = ()) -> Match:
    level, words = level_of(query, scope.iso2)
    evidence = (None if against else "name:not-found", f"level:{level}" if words else None)
    return Match(
        query,
        "unknown",
        slug_place(query, scope.iso2),
        0.0,
        tuple(filter(None, evidence)),
        (*against, *scope.against),
        (),
    )
