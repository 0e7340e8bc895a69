"""Representations in RDF: the unit of the state that sends it, and the seat where it is."""

from __future__ import annotations

from collections.abc import Iterator

from grafo.exports.rdf.description import Description, Statement, Telling, classes, names, types
from grafo.exports.rdf.governments import centroid, geonames_iri
from grafo.exports.rdf.links import Links
from grafo.exports.rdf.literals import UNKNOWN_LANGUAGE, partial_date, text
from grafo.exports.rdf.provenance import Provenance
from grafo.exports.rdf.terms import Terms
from grafo.exports.rdf.vocabulary import vocabulary
from grafo.exports.source import ExportedNode, ExportSource

# Said of the seat rather than of the unit.
OF_THE_SEAT = ("city", "geonames_id", "lat", "lon")
_APART = ("name_es", "name_en", "source_date", *OF_THE_SEAT)


def representations(
    source: ExportSource, terms: Terms, links: Links, provenance: Provenance
) -> Iterator[Description]:
    """Yield each representation and its seat."""
    of_all = classes(terms, source, "Representation")
    told = Telling(terms, source, "Representation", apart=_APART)

    def statements(node: ExportedNode) -> Iterator[Statement]:
        yield from of_all
        yield from names(terms, node)
        yield from told(node)
        if "source_date" in node.properties:
            yield terms["dct:date"], partial_date(node.properties["source_date"])
        for sender in links.represents.get(node.id, ()):
            yield terms["org:unitOf"], terms.mint("state", sender)
            yield terms["grafo:represents"], terms.mint("country", sender)
        for host in links.accredited_to.get(node.id, ()):
            yield terms["grafo:accreditedTo"], terms.mint("country", host)
        yield terms["org:hasPrimarySite"], terms.mint("seat", node.id)
        yield from provenance.statements("Representation", node.id)

    for node in source.nodes("Representation"):
        yield Description.of(terms.mint("representation", node.id), statements(node))
        yield _seat(terms, links, node)


def _seat(terms: Terms, links: Links, node: ExportedNode) -> Description:
    def statements() -> Iterator[Statement]:
        yield from types(terms, "org:Site dct:Location geo:Feature")
        buildings = vocabulary().values["Representation.type"]
        yield from types(terms, buildings.get(node.properties["type"], ""))
        if "city" in node.properties:
            yield terms["locn:geographicName"], text(node.properties["city"], UNKNOWN_LANGUAGE)
        yield from centroid(terms, node)
        if node.properties.get("geonames_id", 0) > 0:
            yield terms["schema:containedInPlace"], geonames_iri(node.properties["geonames_id"])
        for country in links.countries("Representation", node.id):
            yield terms["schema:containedInPlace"], terms.mint("country", country)

    return Description.of(terms.mint("seat", node.id), statements())
