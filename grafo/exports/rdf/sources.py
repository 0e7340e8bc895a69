"""The sources of the graph in RDF, with their publishers and licences; and the graph itself."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from grafo.exports.credits import UNKNOWN
from grafo.exports.rdf.description import Description, Statement, Telling, classes, labels, types
from grafo.exports.rdf.literals import UNKNOWN_LANGUAGE, boolean, text
from grafo.exports.rdf.mentions import Mentions
from grafo.exports.rdf.terms import Terms, web_page
from grafo.exports.rdf.vocabulary import Named, authorities
from grafo.exports.source import ExportedNode, ExportSource
from grafo.model import Bilingual
from grafo.text import slug

_APART = ("title_es", "title_en", "publisher", "licence", "url", "coverage_es", "coverage_en")
_TITLE = Bilingual(
    es="Grafo de acuerdos entre gobiernos", en="Graph of agreements between governments"
)
_ABOUT = Bilingual(
    es="Gobiernos locales, sus acuerdos de hermanamiento y de cooperación, los temas de que tratan "
    "y las representaciones en el exterior.",
    en="Local governments, their twinning and cooperation agreements, the themes these are about, "
    "and representations abroad.",
)
_SYNTHETIC = Bilingual(es=" · DATOS SINTÉTICOS", en=" · SYNTHETIC DATA")
_SYNTHETIC_SOURCES = Bilingual(
    es="Contiene DATOS SINTÉTICOS, inventados para probar y enseñar: ",
    en="Holds SYNTHETIC DATA, made up for tests and teaching: ",
)
_NO_LICENCE = Bilingual(es="Licencia desconocida", en="Licence unknown")


def sources(source: ExportSource, terms: Terms, mentions: Mentions) -> Iterator[Description]:
    """Yield the whole graph as a dataset, then each of the sources that it is made of."""
    found = list(source.nodes("Source"))
    yield _whole(terms, found)
    told = Telling(terms, source, "Source", apart=_APART)
    of_all = classes(terms, source, "Source")
    for node in found:
        said = [*of_all, *_titles(terms, node), *told(node), *_rights(terms, mentions, node)]
        yield Description.of(terms.mint("source", node.id), said)


def _titles(terms: Terms, node: ExportedNode) -> Iterator[Statement]:
    """Yield a title and a description; where the loader gives none, its name and the title."""
    titles = list(_bilingual(terms["dct:title"], node, "title"))
    yield from titles or [(terms["dct:title"], text(node.id, UNKNOWN_LANGUAGE))]
    about = list(_bilingual(terms["dct:description"], node, "coverage"))
    yield from about or [(terms["dct:description"], title) for _, title in titles]


def _rights(terms: Terms, mentions: Mentions, node: ExportedNode) -> Iterator[Statement]:
    """Yield who publishes a source, under which licence, and on which page."""
    said = node.properties
    if said.get("publisher", UNKNOWN) != UNKNOWN:
        yield terms["dct:publisher"], _publisher(terms, mentions, said["publisher"])
    yield from licence_of(terms, mentions, said.get("licence", UNKNOWN))
    if page := web_page(said.get("url", "")):
        document = mentions.of_others(page, types(terms, "foaf:Document"))
        yield terms["dcat:landingPage"], document


def _bilingual(predicate: NamedNode, node: ExportedNode, stem: str) -> Iterator[Statement]:
    for language in ("es", "en"):
        if value := node.properties.get(f"{stem}_{language}"):
            yield predicate, text(value, language)


def _publisher(terms: Terms, mentions: Mentions, name: str) -> NamedNode:
    return mentions.add(
        terms.mint("agent", slug(name) or name),
        [*types(terms, "foaf:Agent"), (terms["foaf:name"], text(name))],
    )


def licence_of(terms: Terms, mentions: Mentions, licence: str) -> Iterator[Statement]:
    """Yield a licence: an IRI, a name that SPDX knows, another name, or that none is known."""
    if licence == UNKNOWN:
        statement = [
            *types(terms, "dct:RightsStatement"),
            *labels(terms, _NO_LICENCE, "rdfs:label"),
        ]
        yield terms["dct:rights"], mentions.add(terms.mint("licence", UNKNOWN), statement)
        return
    document = list(types(terms, "dct:LicenseDocument"))
    by_iri = {known.iri: known for known in authorities().licences.values()}
    known = authorities().licences.get(licence) or by_iri.get(licence)
    if known is not None:
        yield terms["dct:license"], mentions.of_others(known.iri, _labelled(terms, document, known))
        return
    document.append((terms["rdfs:label"], text(licence, UNKNOWN_LANGUAGE)))
    page = web_page(licence)
    yield (
        terms["dct:license"],
        mentions.of_others(page, document)
        if page
        else mentions.add(terms.mint("licence", slug(licence) or licence), document),
    )


def _labelled(terms: Terms, document: list[Statement], known: Named) -> list[Statement]:
    return [*document, *labels(terms, known.label, "rdfs:label")]


def _whole(terms: Terms, found: list[ExportedNode]) -> Description:
    """Return the graph as a dataset; where any source is synthetic, its title says so."""
    synthetic = [node for node in found if node.properties.get("synthetic")]
    title, about = _TITLE, _ABOUT
    if synthetic:
        ids = ", ".join(node.id for node in synthetic)
        title = Bilingual(es=_TITLE.es + _SYNTHETIC.es, en=_TITLE.en + _SYNTHETIC.en)
        about = Bilingual(
            es=f"{_ABOUT.es} {_SYNTHETIC_SOURCES.es}{ids}.",
            en=f"{_ABOUT.en} {_SYNTHETIC_SOURCES.en}{ids}.",
        )
    return Description.of(
        terms.dataset,
        [
            *types(terms, "dcat:Dataset prov:Entity"),
            *labels(terms, title, "dct:title"),
            *labels(terms, about, "dct:description"),
            (terms["grafo:synthetic"], boolean(bool(synthetic))),
            (terms["dct:conformsTo"], terms.ontology),
            *((terms["prov:wasDerivedFrom"], terms.mint("source", node.id)) for node in found),
        ],
    )
