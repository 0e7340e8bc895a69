"""One reading of a cell at a time: the place that it names, or what a person has to decide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from grafo.places.abbreviations import is_code
from grafo.places.entries import NameKind
from grafo.places.gazetteer import Gazetteer
from grafo.places.generic import ends_in_generic
from grafo.places.names import Named
from grafo.places.names import named as look_up
from grafo.places.parties import in_one_cell, two_places
from grafo.places.phrases import Phrase, clean_lines, parted, phrases
from grafo.places.place import LEVELS, Candidate, Match, PlaceQuery
from grafo.places.scope import Scope
from grafo.places.settling import Case, Settler
from grafo.places.unknown import level_of, slug_place
from grafo.places.whereabouts import Whereabouts, names_division
from grafo.places.wording import level_word
from grafo.text import fold

# A town so large that "X - Town" may name it as a party of its own, wherever it is.
_WELL_KNOWN = 50_000
# The words of an abbreviated division: "N. L.", "S. L. P.".
_LONGEST_CODE = 3
_NOT_THERE = ("elsewhere", "unrecognised")


class Reader:
    """Resolves the readings of a name; `resolve` answers for a part of a cell by itself."""

    def __init__(
        self, gazetteer: Gazetteer, settler: Settler, resolve: Callable[[PlaceQuery], Match]
    ) -> None:
        self._gazetteer = gazetteer
        self._settler = settler
        self._resolve = resolve

    def readings(self, query: PlaceQuery, scope: Scope) -> list[Phrase]:
        """Return the readings of a name, that of "Monterrey N.L." and "Pueblo CO" among them."""
        readings = list(phrases(clean_lines(query.name)))
        name = readings[0].head
        behind = None if len(readings) > 1 else self._with_code(name, scope)
        if behind:
            known = self._gazetteer.named(fold(name), scope.countries)
            readings.insert(0 if is_code(behind.qualifiers[0]) and not known else 1, behind)
        return readings

    def _with_code(self, name: str, scope: Scope) -> Phrase | None:
        """Part a name from an abbreviated division that follows it without a sign."""
        words = name.split(" ")
        for length in range(1, min(_LONGEST_CODE, len(words) - 1) + 1) if scope.iso2 else ():
            head, tail = " ".join(words[:-length]), " ".join(words[-length:])
            generic = ends_in_generic(fold(name), scope.iso2) and not tail.isupper()
            if not generic and names_division(tail, self._gazetteer, scope.countries):
                return Phrase(head, (tail,), "qualified")
        return None

    def read(self, phrase: Phrase, query: PlaceQuery, scope: Scope) -> Match | None:
        """Resolve one reading of the name, or return None when it finds nothing at all."""
        if phrase.shape == "part":
            return self._read_part(phrase, query, scope)
        if phrase.shape == "either":
            return self._read_either(phrase, query, scope)
        if phrase.shape == "both":
            return self.read_both(phrase, query, scope)
        found = self._read_beside(phrase, query, scope)
        if not phrase.qualifiers or (found and found.outcome == "matched"):
            return found
        turned = self._read_turned(phrase, query, scope)
        return turned or (found and self._with_others(found, phrase, query))

    def _read_beside(self, phrase: Phrase, query: PlaceQuery, scope: Scope) -> Match | None:
        """Resolve a name by what stands beside it."""
        # "Atlanta, Georgia": a country where one fits, else a division anywhere.
        for narrow in (True, False):
            level, qualifiers, inner = self.qualified(phrase, query, scope, narrow=narrow)
            hits = self.named(phrase.head, level, inner)
            if hits.found:
                country = _names_country(phrase.head, hits, inner)
                hits, qualifiers = in_one_cell(hits, qualifiers, phrase.shape)
                return self._settler.settle(
                    Case(query, inner, hits, qualifiers, contradiction=country)
                )
            if inner is scope:
                break
        return None

    def _read_turned(self, phrase: Phrase, query: PlaceQuery, scope: Scope) -> Match | None:
        """Resolve "Jalisco, Guadalajara": a division, and the place in it that is meant."""
        pieces = [phrase.head, *phrase.qualifiers]
        if len(pieces) > 2 and scope.is_country(pieces[-1]):
            pieces.pop()
        *larger, head = pieces
        coded = bool(scope.countries) and is_code(head)
        if coded and names_division(head, self._gazetteer, scope.countries):
            return None  # "Québec, QC" is the city
        # "Alicante, Elche" may be the province and a town in it, or two towns.
        if not all(self._settler.where(text, scope, bare=True).divisions for text in larger):
            return None
        turned = Phrase(head, tuple(reversed(larger)), "qualified")
        match = self._read_beside(turned, query, scope)
        inside = match and sum(code.startswith("parent:") for code in match.evidence)
        return match if inside and inside >= len(larger) else None

    def _with_others(self, match: Match, phrase: Phrase, query: PlaceQuery) -> Match:
        """Add the places that the rest of the cell names to what a person has to decide."""
        others = [
            self._places(text, query)
            for text in phrase.qualifiers
            if not {f"parent:{why}:{text[:60]}" for why in _NOT_THERE}.isdisjoint(match.against)
        ]
        return two_places(match, [match.candidates, *others]) if any(others) else match

    def read_both(self, phrase: Phrase, query: PlaceQuery, scope: Scope) -> Match | None:
        """Resolve "Lyon et Grenoble": two parties, where both are known; never one of them."""
        pieces = (phrase.head, *phrase.qualifiers)
        found = [self._places(piece, query) for piece in pieces]
        if not all(found):
            return None
        return two_places(unknown(query, scope, against=scope.against), found)

    def _places(self, text: str, query: PlaceQuery) -> tuple[Candidate, ...]:
        """Return the places that a part of the cell may name by itself."""
        match = self._resolve(replace(query, name=text, lat=None, lon=None, id=None))
        if match.outcome == "matched" and match.place:
            parent = match.place.parent and self._gazetteer.place(match.place.parent)
            placed = (f"in:{parent.name}",) if parent else ()
            evidence = (*match.evidence, *placed)
            return (Candidate(match.place, match.score, evidence, match.against),)
        return match.candidates if match.outcome == "ambiguous" else ()

    def _read_part(self, phrase: Phrase, query: PlaceQuery, scope: Scope) -> Match | None:
        """Resolve "Mexico City – Coyoacán"; the city itself is never the answer.

        "Guadalajara – Jalisco" is written alike, and says where the first name is.
        """
        whole, part = phrase.qualifiers[0], phrase.head
        turned = Phrase(whole, (part,), "qualified")
        level, qualifiers, inner = self.qualified(turned, query, scope, bare=True)
        hits = self.named(whole, level, inner)
        divided = any(
            where.divisions and where.vouches_for(each, as_part=True)
            for where in qualifiers
            for each in hits.found
        )
        if hits.found and (divided or inner is not scope or level != _level(query)):
            return self.read(turned, query, scope)
        where = self._settler.where(whole, scope, bare=True)
        hits = self.named(part, _level(query), scope)
        near = tuple(each for each in hits.found if where.vouches_for(each, as_part=True))
        where = replace(where, nearness="no")
        inside = tuple(each for each in near if where.vouches_for(each, as_part=True))
        if inside:
            return self._settler.settle(
                Case(query, scope, replace(hits, found=inside), (where,), as_part=True)
            )
        nowhere = unknown(query, scope, against=(f"part-of:{whole}",))
        # A town of its own beside the other is another party; a quarter that no one knows is not.
        if not any(each in near or each.weight >= _WELL_KNOWN for each in hits.found):
            return nowhere
        both = [self._places(part, query), self._places(whole, query)]
        return two_places(nowhere, both) if all(both) else nowhere

    def _read_either(self, phrase: Phrase, query: PlaceQuery, scope: Scope) -> Match | None:
        """Resolve "Bolzano/Bozen": two names of one place, or one of them unknown."""
        texts = (phrase.head, *phrase.qualifiers)
        for beside in (phrase, Phrase(texts[-1], texts[-2::-1])):
            around = [self._settler.where(each, scope, bare=True) for each in beside.qualifiers]
            if all(where.divisions for where in around):
                inside = self._read_beside(replace(beside, shape="qualified"), query, scope)
                if inside and inside.outcome == "matched":
                    return inside
        spellings = [self.named(text, _level(query), scope) for text in texts]
        known = [hits for hits in spellings if hits.found]
        if not known:
            return None
        common = set.intersection(*({each.place.id for each in hits.found} for hits in known))
        shared = tuple(each for each in known[0].found if each.place.id in common)
        if shared:
            strange = next(
                (text for text, hits in zip(texts, spellings, strict=True) if not hits.found), None
            )
            doubt = f"parent:unrecognised:{strange[:60]}" if strange else None
            return self._settler.settle(
                Case(query, scope, replace(known[0], found=shared), contradiction=doubt)
            )
        found = [*filter(None, (self._places(text, query) for text in texts))]
        return two_places(unknown(query, scope, against=scope.against), found) if found else None

    def qualified(
        self,
        phrase: Phrase,
        query: PlaceQuery,
        scope: Scope,
        *,
        narrow: bool = True,
        bare: bool = False,
    ) -> tuple[str | None, tuple[Whereabouts, ...], Scope]:
        """Sort what stands beside a name into a level, whereabouts, and a country."""
        level = _level(query)
        found: list[Whereabouts] = []
        # "Atlanta, Georgia, USA", "Zapopan, Jal., México": the country is last.
        for at, text in enumerate(reversed(phrase.qualifiers), start=1):
            word = level_word(fold(text), scope.iso2)
            if word:
                level = level or word
                continue
            where = self._settler.where(text, scope, bare=bare)
            last_of_several = at == 1 < len(phrase.qualifiers)
            if scope.is_country(text) and (last_of_several or not where.divisions):
                continue
            narrowed = scope.narrowed(text) if narrow else None
            if narrowed is None:
                found.append(where)
            else:
                scope = narrowed
        return level, tuple(found), scope

    def named(self, head: str, level: str | None, scope: Scope) -> Named:
        return look_up(head, level, self._gazetteer, scope.countries or self._gazetteer.countries)


def _names_country(head: str, hits: Named, scope: Scope) -> str | None:
    """Forbid to take a country's name for a city that GeoNames also calls so (Belize)."""
    alternate = all(each.kind is NameKind.ALTERNATE for each in hits.found)
    return "name:of-the-country" if alternate and scope.is_country(head) else None


def hyphenated(name: str) -> Phrase | None:
    """Return "Minneapolis-St. Paul", which no one place is called, as two parties."""
    first, hyphen, second = name.partition("-")
    whole = bool(hyphen) and "-" not in second and not parted(name)
    return Phrase(first.strip(), (second.strip(),), "both") if whole and first and second else None


def _level(query: PlaceQuery) -> str | None:
    return query.level if query.level in LEVELS else None


def unknown(query: PlaceQuery, scope: Scope, against: tuple[str, ...] = ()) -> Match:
    """Return a match without a place of the gazetteer: a slug, and why nothing else."""
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
