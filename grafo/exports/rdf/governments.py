"""Governments and their territories in RDF."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyoxigraph import NamedNode

from grafo.exports.rdf.description import Description, Statement, Telling, classes, names, types
from grafo.exports.rdf.links import Links
from grafo.exports.rdf.literals import point, text
from grafo.exports.rdf.provenance import Provenance
from grafo.exports.rdf.terms import Terms
from grafo.exports.rdf.vocabulary import vocabulary
from grafo.exports.source import ExportedNode, ExportSource

# Said of the territory rather than of who governs it.
OF_THE_PLACE = ("population", "area_km2")
_APART = ("name", "name_es", "name_en", "lat", "lon", "geonames_id", "wikidata", *OF_THE_PLACE)
_WIKIDATA = re.compile(r"[QPL][1-9][0-9]*")


def governments(
    source: ExportSource, terms: Terms, links: Links, provenance: Provenance
) -> Iterator[Description]:
    """Yield each government, its territory, and its INEGI key where it has one."""
    government = _Government(source, terms, links, provenance)
    territory = _Territory(source, terms, links)
    for node in source.nodes("Government"):
        yield Description.of(terms.mint("government", node.id), government.statements(node))
        yield Description.of(terms.mint("place", node.id), territory.statements(node))
        if "inegi" in node.properties:
            yield Description.of(
                _key(terms, node),
                [
                    *types(terms, "adms:Identifier"),
                    (terms["skos:notation"], text(node.properties["inegi"])),
                    (terms["adms:schemaAgency"], text("INEGI", "es")),
                ],
            )


class _Government:
    def __init__(
        self, source: ExportSource, terms: Terms, links: Links, provenance: Provenance
    ) -> None:
        self._terms = terms
        self._provenance = provenance
        self._classes = classes(terms, source, "Government")
        self._told = Telling(terms, source, "Government", apart=_APART)
        self._linked = (
            (terms["org:subOrganizationOf"], "government", links.part_of),
            (terms["grafo:twinnedWith"], "government", links.twinned),
            (terms["grafo:cooperatesWith"], "government", links.cooperating),
            (terms["grafo:nearestRepresentation"], "representation", links.nearest),
        )

    def statements(self, node: ExportedNode) -> Iterator[Statement]:
        terms = self._terms
        yield from self._classes
        yield from names(terms, node)
        # The main name as it is, for readers of schema.org; it says no language.
        yield terms["schema:name"], text(node.properties["name"])
        yield from self._told(node)
        if "inegi" in node.properties:
            yield terms["adms:identifier"], _key(terms, node)
        yield from elsewhere(terms, node)
        yield terms["dct:spatial"], terms.mint("place", node.id)
        for predicate, kind, ends in self._linked:
            for end in ends.get(node.id, ()):
                yield predicate, terms.mint(kind, end)
        yield from self._provenance.statements("Government", node.id)


class _Territory:
    def __init__(self, source: ExportSource, terms: Terms, links: Links) -> None:
        self._terms = terms
        self._links = links
        self._told = Telling(terms, source, "Government", only=OF_THE_PLACE)

    def statements(self, node: ExportedNode) -> Iterator[Statement]:
        terms = self._terms
        yield from types(terms, "dct:Location geo:Feature")
        yield from types(terms, vocabulary().territories.get(node.properties["level"], ""))
        yield from names(terms, node)
        yield from names(terms, node, "locn:geographicName")
        yield from centroid(terms, node)
        yield from self._told(node)
        for above in self._links.part_of.get(node.id, ()):
            yield terms["schema:containedInPlace"], terms.mint("place", above)
        for country in self._links.countries("Government", node.id):
            yield terms["schema:containedInPlace"], terms.mint("country", country)


def elsewhere(terms: Terms, node: ExportedNode) -> Iterator[Statement]:
    """Yield the same thing in GeoNames and Wikidata; keys that cannot be theirs are left out."""
    geonames = node.properties.get("geonames_id", 0)
    if geonames > 0:
        yield terms["skos:exactMatch"], geonames_iri(geonames)
    wikidata = node.properties.get("wikidata", "")
    if _WIKIDATA.fullmatch(wikidata):
        yield terms["skos:exactMatch"], NamedNode(f"http://www.wikidata.org/entity/{wikidata}")


def geonames_iri(key: int) -> NamedNode:
    """Return the IRI of a feature of GeoNames."""
    return NamedNode(f"https://sws.geonames.org/{key}/")


def centroid(terms: Terms, node: ExportedNode) -> Iterator[Statement]:
    """Yield the point where a node is, if it is known."""
    lat, lon = node.properties.get("lat"), node.properties.get("lon")
    if lat is not None and lon is not None:
        yield terms["dcat:centroid"], point(lat, lon)


def _key(terms: Terms, node: ExportedNode) -> NamedNode:
    return terms.mint("inegi", node.id)
