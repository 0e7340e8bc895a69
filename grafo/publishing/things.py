"""The page of a thing: what the graph says of it, for people, and the same as JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pyoxigraph import Literal, NamedNode

from grafo.exports.rdf import Terms
from grafo.exports.rdf.description import Description
from grafo.exports.rdf.literals import UNKNOWN_LANGUAGE
from grafo.language import Lang
from grafo.markup import attribute, link, text
from grafo.model import Bilingual
from grafo.publishing.index import Index
from grafo.publishing.page import LANGS, Page, address, anchor
from grafo.publishing.words import words

# A list longer than this is set in columns.
_LONG = 12
# Of what points at a thing, so many are named; the data have them all.
_NAMED = 300
_MORE = Bilingual(es="y {count} más, en los datos", en="and {count} more, in the data")
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_WKT = "wktLiteral"


class ThingPages:
    """The pages of things, each in every language."""

    def __init__(self, index: Index, terms: Terms, site: Bilingual) -> None:
        self._index, self._site = index, site
        known = {terms[short]: label for short, label in words().predicates.items()}
        self._labels = {p: label for p, label in known.items() if p.value != _RDF_TYPE}
        self._place = {terms[short]: number for number, short in enumerate(words().first)}
        # What a page has said already: parties by their roles, twins as cooperating.
        self._said = {
            terms["grafo:party"]: terms.all("grafo:homeParty grafo:counterpartParty"),
            terms["grafo:cooperatesWith"]: terms.all("grafo:twinnedWith"),
            terms["dct:subject"]: terms.all("grafo:statedTheme grafo:inferredTheme"),
        }

    def of(self, found: Description) -> Iterator[Page]:
        """Yield the pages of a thing that has a folder."""
        data = json_ld(found)
        for lang in LANGS:
            yield self._page(found, _Here(self._index, found.subject.value, lang), data)

    def _page(self, found: Description, here: _Here, data: str) -> Page:
        lang = here.lang
        kind = here.folder.partition("/")[0]
        kinds = words().kinds
        label = kinds[kind][lang] if kind in kinds else kind
        body = [
            f"<h1>{text(here.name)}</h1>",
            f'<p class="kind">{text(label)}</p>',
            "<dl>",
            *self._facts(found, here),
            "</dl>",
            *here.pointing(),
            f'<p class="iri">{text(here.iri)}</p>',
        ]
        listed = words().listed.get(kind)
        return Page(
            here.folder,
            lang,
            here.name,
            "\n".join(body),
            self._site[lang],
            data,
            canonical=here.iri,
            trail=[(address(kind, lang), listed[lang])] if listed else [],
        )

    def _facts(self, found: Description, here: _Here) -> Iterator[str]:
        last = len(self._place)
        for predicate in sorted(found.statements, key=lambda p: self._place.get(p, last)):
            label = self._labels.get(predicate)
            if label is None or self._is_repeated(predicate, found):
                continue
            told = list(here.told(found.statements[predicate]))
            if not told or told == [text(here.name)]:
                continue
            inside = told[0] if len(told) == 1 else _list(told)
            yield f"<dt>{text(label[here.lang])}</dt><dd>{inside}</dd>"

    def _is_repeated(self, predicate: NamedNode, found: Description) -> bool:
        if predicate not in self._said:
            return False
        others = {v for said in self._said[predicate] for v in found.statements.get(said, ())}
        return others >= set(found.statements[predicate])


class _Here:
    """A page being written: what its thing is called, and how others are told from it."""

    def __init__(self, index: Index, iri: str, lang: Lang) -> None:
        self._index = index
        self.iri, self.lang = iri, lang
        self.folder = index.folders[iri]
        self.name = index.name(iri)[lang]

    def told(self, values: Iterable[NamedNode | Literal]) -> Iterator[str]:
        """Yield values as HTML; of texts in several languages, those of the page's if any."""
        values = list(values)
        languages = {value.language for value in values if isinstance(value, Literal)}
        for value in values:
            if isinstance(value, NamedNode):
                yield self._linked(value.value)
            elif self.lang not in languages or value.language in {self.lang, None}:
                yield _plain(value, self.lang)

    def pointing(self) -> Iterator[str]:
        """Yield what points at the thing, under a heading for each way of pointing."""
        for short, others in self._index.pointing_at(self.iri).items():
            paged = [other for other in others if other in self._index.folders]
            if not paged:
                continue
            title = words().inverse[short][self.lang]
            yield f"<h2>{text(title[:1].upper() + title[1:])} ({len(paged):,})</h2>"
            items = [self._linked(other) for other in paged[:_NAMED]]
            if len(paged) > _NAMED:
                items.append(text(_MORE[self.lang].format(count=f"{len(paged) - _NAMED:,}")))
            yield _list(items)

    def _linked(self, iri: str) -> str:
        name = self._index.told(iri, self.iri)[self.lang]
        if iri in self._index.folders:
            return anchor(address(self._index.folders[iri], self.lang), self.folder, name)
        elsewhere = link(iri)
        shown = text(name if self._index.is_named(iri) else iri)
        return f'<a href="{elsewhere}" rel="external">{shown}</a>' if elsewhere else shown


def json_ld(found: Description) -> str:
    """Return a thing as JSON-LD, expanded, fit to stand in an element of a page."""
    node: dict[str, Any] = {"@id": found.subject.value}
    for predicate, values in found.statements.items():
        if predicate.value == _RDF_TYPE:
            node["@type"] = [value.value for value in values]
        else:
            node[predicate.value] = [_json_value(value) for value in values]
    # An end tag inside a text would end the element: it is written as an escape.
    return json.dumps(node, ensure_ascii=False).replace("<", "\\u003c").replace("&", "\\u0026")


def _json_value(value: NamedNode | Literal) -> dict[str, str]:
    if isinstance(value, NamedNode):
        return {"@id": value.value}
    if value.language is not None:
        return {"@value": value.value, "@language": value.language}
    datatype = value.datatype.value
    plain = {"@value": value.value}
    return plain if datatype.endswith("#string") else {**plain, "@type": datatype}


def _list(items: Sequence[str]) -> str:
    opening = '<ul class="columns">' if len(items) > _LONG else "<ul>"
    return opening + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def _plain(value: Literal, lang: Lang) -> str:
    datatype = value.datatype.value
    if datatype.endswith("#boolean"):
        yes = {"es": ("sí", "no"), "en": ("yes", "no")}[lang]
        return yes[value.value != "true"]
    if datatype.endswith(_WKT):
        lon, _, lat = value.value.removeprefix("POINT(").removesuffix(")").partition(" ")
        return text(f"{lat}, {lon}")
    spoken = value.language if value.language not in {None, lang, UNKNOWN_LANGUAGE} else None
    inside = text(value.value)
    return f'<span lang="{attribute(spoken)}">{inside}</span>' if spoken else inside
