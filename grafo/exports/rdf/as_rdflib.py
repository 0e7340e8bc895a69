"""Triples of pyoxigraph as a graph of rdflib."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import rdflib
from pyoxigraph import Literal, NamedNode, Triple


def as_rdflib(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> rdflib.Graph:
    """Return a graph with these triples and prefixes."""
    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in prefixes.items():
        graph.bind(prefix, namespace)
    for triple in triples:
        graph.add((_iri(triple.subject), _iri(triple.predicate), _term(triple.object)))
    return graph


def _iri(node: object) -> rdflib.URIRef:
    if not isinstance(node, NamedNode):
        raise TypeError(f"{node} is no IRI, and an export has nothing else here")
    return rdflib.URIRef(node.value)


def _term(value: object) -> rdflib.URIRef | rdflib.Literal:
    if not isinstance(value, Literal):
        return _iri(value)
    if value.language is not None:
        return rdflib.Literal(value.value, lang=value.language)
    datatype = value.datatype.value
    if datatype == str(rdflib.XSD.string):  # as rdflib's own parsers leave it
        return rdflib.Literal(value.value)
    return rdflib.Literal(value.value, datatype=rdflib.URIRef(datatype), normalize=False)
