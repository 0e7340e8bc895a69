"""The page of a thing: what the graph says of it, for people, and the same as JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pyoxigraph import Literal, NamedNode

from grafo.exports.rdf import Terms
from grafo.exports.rdf.description import Description
from grafo.language import Lang
from grafo.markup import attribute, link, text
from grafo.model import Bilingual
from grafo.publishing.index import Index
from grafo.publishing.page import Page, address, anchor
from grafo.publishing.words import words

# A list longer than this is set in columns.
_LONG = 12
# Of what points at a thing, so many are named; the data have them all.
_NAMED = 300
_MORE = Bilingual(es="y {count} más, en los datos", en="and {count} more, in the data")
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_WKT = "wktLiteral"


def thing_page(found: Description, index: Index, terms: Terms, lang: Lang, site: str) -> Page:
    """Return the page of a thing that has a folder."""
    iri = found.subject.value
    folder = index.folders[iri]
    kind = folder.partition("/")[0]
    name = index.name(iri)[lang]
    kinds = words().kinds
    label = kinds[kind][lang] if kind in kinds else kind
    body = [
        f"<h1>{text(name)}</h1>",
        f'<p class="kind">{text(label)}</p>',
        "<dl>",
        *_facts(found, index, terms, lang, folder),
        "</dl>",
        *_pointing(iri, index, lang, folder),
        f'<p class="iri">{text(iri)}</p>',
    ]
    listed = words().listed.get(kind)
    trail = [(address(kind, lang), listed[lang])] if listed else []
    data = json_ld(found)
    return Page(folder, lang, name, "\n".join(body), site, data, canonical=iri, trail=trail)


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


def _facts(
    found: Description, index: Index, terms: Terms, lang: Lang, folder: str
) -> Iterator[str]:
    shorts = {terms[short].value: short for short in words().predicates}
    place = {terms[short]: number for number, short in enumerate(words().first)}
    iri = found.subject.value
    name = index.name(iri)[lang]
    in_order = sorted(found.statements, key=lambda predicate: place.get(predicate, len(place)))
    for predicate, values in ((each, found.statements[each]) for each in in_order):
        short = shorts.get(predicate.value)
        if predicate.value == _RDF_TYPE or short is None or _is_repeated(predicate, found, terms):
            continue
        told = list(_told(values, index, lang, folder, iri))
        if not told or told == [text(name)]:
            continue
        inside = told[0] if len(told) == 1 else _list(told)
        label = words().predicates[short][lang]
        yield f"<dt>{text(label)}</dt><dd>{inside}</dd>"


def _list(items: Sequence[str]) -> str:
    opening = '<ul class="columns">' if len(items) > _LONG else "<ul>"
    return opening + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def _is_repeated(predicate: NamedNode, found: Description, terms: Terms) -> bool:
    """Whether a page has said it already: parties by their roles, twins as cooperating."""
    said = {
        terms["grafo:party"]: ("grafo:homeParty", "grafo:counterpartParty"),
        terms["grafo:cooperatesWith"]: ("grafo:twinnedWith",),
        terms["dct:subject"]: ("grafo:statedTheme", "grafo:inferredTheme"),
    }
    if predicate not in said:
        return False
    others = {v for short in said[predicate] for v in found.statements.get(terms[short], ())}
    return others >= set(found.statements[predicate])


def _told(
    values: Iterable[NamedNode | Literal], index: Index, lang: Lang, folder: str, page: str
) -> Iterator[str]:
    """Yield values as HTML; of texts in several languages, those of the page's where there are."""
    values = list(values)
    languages = {value.language for value in values if isinstance(value, Literal)}
    for value in values:
        if isinstance(value, NamedNode):
            yield _linked(value.value, index, lang, folder, page)
        elif lang not in languages or value.language in {lang, None}:
            yield _plain(value, lang)


def _plain(value: Literal, lang: Lang) -> str:
    datatype = value.datatype.value
    if datatype.endswith("#boolean"):
        yes = {"es": ("sí", "no"), "en": ("yes", "no")}[lang]
        return yes[value.value != "true"]
    if datatype.endswith(_WKT):
        lon, _, lat = value.value.removeprefix("POINT(").removesuffix(")").partition(" ")
        return text(f"{lat}, {lon}")
    spoken = value.language if value.language not in {None, lang, "und"} else None
    inside = text(value.value)
    return f'<span lang="{attribute(spoken)}">{inside}</span>' if spoken else inside


def _linked(iri: str, index: Index, lang: Lang, folder: str, page: str) -> str:
    name = index.told(iri, page)[lang]
    if iri in index.folders:
        return anchor(address(index.folders[iri], lang), folder, name)
    elsewhere = link(iri)
    shown = text(name if index.is_named(iri) else iri)
    return f'<a href="{elsewhere}" rel="external">{shown}</a>' if elsewhere else shown


def _pointing(iri: str, index: Index, lang: Lang, folder: str) -> Iterator[str]:
    for short, others in index.pointing_at(iri).items():
        paged = [other for other in others if other in index.folders]
        if not paged:
            continue
        title = words().inverse[short][lang]
        yield f"<h2>{text(title[:1].upper() + title[1:])} ({len(paged):,})</h2>"
        items = [
            anchor(address(index.folders[other], lang), folder, index.told(other, iri)[lang])
            for other in paged[:_NAMED]
        ]
        if len(paged) > _NAMED:
            items.append(text(_MORE[lang].format(count=f"{len(paged) - _NAMED:,}")))
        yield _list(items)
