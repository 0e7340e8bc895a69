"""The graph in RDF: triples in the vocabularies of the semantic web, for open-data portals."""

from grafo.exports.rdf.graph import descriptions, prefixes, to_rdflib, triples
from grafo.exports.rdf.terms import Terms

__all__ = ["Terms", "descriptions", "prefixes", "to_rdflib", "triples"]
