"""What a page needs to know of other things: what they are called, and what points at them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode

from grafo.exports.rdf import Terms
from grafo.exports.rdf.description import Description
from grafo.model import Bilingual
from grafo.publishing.paths import folder_of
from grafo.publishing.words import words

_NAMES = "skos:prefLabel dct:title rdfs:label foaf:name schema:name locn:geographicName"


class Index:
    """The names of all things described, the folders of those with a page, and who points at them.

    Made of a first reading of the descriptions, so that the second can be written as it is read.
    """

    def __init__(self, descriptions: Iterable[Description], terms: Terms) -> None:
        self._terms = terms
        self._names: dict[str, Bilingual] = {}
        self.folders: dict[str, str] = {}
        self.listed: dict[str, list[str]] = {kind: [] for kind in words().listed}
        self._pointing: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._naming = terms.all(_NAMES)
        self._row, self._part = terms["grafo:row"], terms["dct:isPartOf"]
        self._notation, self._code = terms["skos:notation"], terms["grafo:countryCode"]
        self._party, self._home = terms["grafo:party"], terms["grafo:homeParty"]
        self._signed, self._cooperating = terms["dct:issued"], terms["grafo:cooperatesWith"]
        self._countries: dict[str, str] = {}
        self._days: dict[str, str] = {}
        inverse = {terms[short]: short for short in words().inverse}
        unnamed: dict[str, list[str]] = {}
        for found in descriptions:
            iri = found.subject.value
            folder = folder_of(iri, terms.base)
            if folder is not None:
                self.folders[iri] = folder
                if (kind := folder.partition("/")[0]) in self.listed:
                    self.listed[kind].append(iri)
            if (name := self._name(found)) is not None:
                self._names[iri] = name
            elif self._party in found.statements:
                at_home = found.statements.get(self._home, ())
                parties = [
                    *at_home,
                    *(p for p in found.statements[self._party] if p not in at_home),
                ]
                unnamed[iri] = [party.value for party in parties]
            elif self._notation in found.statements:
                key = next(iter(found.statements[self._notation])).value
                self._names[iri] = Bilingual(es=key, en=key)
            self._place(found)
            for predicate, short in inverse.items():
                for value in found.statements.get(predicate, ()):
                    self._pointing[value.value][short].append(iri)
        for iri, signed in unnamed.items():
            named = [self.name(party) for party in signed]
            self._names[iri] = Bilingual(
                es=" – ".join(name.es for name in named), en=" – ".join(name.en for name in named)
            )

    def _place(self, found: Description) -> None:
        """Keep the country of a government, and the date of an agreement."""
        iri, said = found.subject.value, found.statements
        for code in said.get(self._code, ()):
            country = self._countries[iri] = self._terms.mint("country", code.value).value
            if self._cooperating in said:
                self._pointing[country]["grafo:countryCode"].append(iri)
        if self._party in said:
            for day in said.get(self._signed, ()):
                self._days[iri] = day.value

    def name(self, iri: str) -> Bilingual:
        """Return what a thing is called; the end of its IRI where nothing says it."""
        found = self._names.get(iri)
        if found is not None:
            return found
        folder = self.folders.get(iri) or folder_of(iri, self._terms.base)
        last = (folder or iri).rstrip("/").rpartition("/")[2]
        return Bilingual(es=last or iri, en=last or iri)

    def told(self, iri: str, page: str) -> Bilingual:
        """Return a thing's name as the page of another tells it.

        A government in another country is told with that country, an agreement with its date.
        """
        name = self.name(iri)
        country, day = self._countries.get(iri), self._days.get(iri)
        if country is not None and country not in {self._countries.get(page), page}:
            where = self.name(country)
            return Bilingual(es=f"{name.es} ({where.es})", en=f"{name.en} ({where.en})")
        if day is not None:
            return Bilingual(es=f"{name.es} ({day})", en=f"{name.en} ({day})")
        return name

    def is_named(self, iri: str) -> bool:
        """Whether the graph says what a thing is called."""
        return iri in self._names

    def pointing_at(self, iri: str) -> dict[str, list[str]]:
        """Return what points at a thing, by the short name of the predicate, in order of name."""
        found = self._pointing.get(iri, {})
        return {short: sorted(found[short], key=self._order) for short in sorted(found)}

    def in_order(self, kind: str) -> list[str]:
        """Return the things of a kind that are listed, in order of name."""
        return sorted(self.listed[kind], key=self._order)

    def _order(self, iri: str) -> tuple[str, str]:
        return self.name(iri).es.casefold(), iri

    def _name(self, found: Description) -> Bilingual | None:
        if self._row in found.statements:
            (row,), (file,) = found.statements[self._row], found.statements[self._part]
            number = row.value
            title = self.name(file.value)
            return Bilingual(es=f"{title.es}, renglón {number}", en=f"{title.en}, row {number}")
        for predicate in self._naming:
            told = found.statements.get(predicate)
            if told:
                return _bilingual(told)
        return None


def _bilingual(told: Iterable[NamedNode | Literal]) -> Bilingual | None:
    texts = {v.language or "": v.value for v in told if isinstance(v, Literal)}
    if not texts:
        return None
    other = next(iter(texts.values()))
    es = texts.get("es") or texts.get("") or texts.get("en") or other
    return Bilingual(es=es, en=texts.get("en") or texts.get("") or texts.get("es") or other)
