"""Agreements in RDF: their parties with their roles, themes with how they are known, dates."""

from __future__ import annotations

from collections.abc import Iterator

from grafo.exports.rdf.description import Description, Statement, Telling, classes
from grafo.exports.rdf.links import Links
from grafo.exports.rdf.provenance import Provenance
from grafo.exports.rdf.terms import Terms
from grafo.exports.rdf.vocabulary import vocabulary
from grafo.exports.source import ExportedNode, ExportSource


def agreements(
    source: ExportSource, terms: Terms, links: Links, provenance: Provenance
) -> Iterator[Description]:
    """Yield each agreement, the withdrawn ones too: their status says so."""
    values = vocabulary().values
    kinds, roles, bases = values["Agreement.kind"], values["SIGNED.role"], values["ABOUT.basis"]

    of_all, told = classes(terms, source, "Agreement"), Telling(terms, source, "Agreement")

    def statements(node: ExportedNode) -> Iterator[Statement]:
        yield from of_all
        if own := kinds.get(node.properties["kind"]):
            yield terms["rdf:type"], terms[own]
        yield from told(node)
        for party, role in links.parties.get(node.id, ()):
            government = terms.mint("government", party)
            yield terms["grafo:party"], government
            if own := roles.get(role):
                yield terms[own], government
        for theme, basis in links.themes.get(node.id, ()):
            concept = terms.mint("theme", theme)
            yield terms["dct:subject"], concept
            if own := bases.get(basis):
                yield terms[own], concept
        yield from provenance.statements("Agreement", node.id)

    for node in source.nodes("Agreement"):
        yield Description.of(terms.mint("agreement", node.id), statements(node))
