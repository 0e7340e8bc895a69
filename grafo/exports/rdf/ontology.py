"""The ontology: what grafo's own terms mean, made from the model."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from pyoxigraph import NamedNode, RdfFormat, serialize

from grafo.exports.rdf.concepts import concepts, schemes
from grafo.exports.rdf.description import Description, Statement, labels, types
from grafo.exports.rdf.literals import text
from grafo.exports.rdf.own_terms import LITERALS, Term, own_classes, own_properties
from grafo.exports.rdf.terms import Terms
from grafo.exports.rdf.vocabulary import OWN, authorities, vocabulary
from grafo.model import Model, load_model

LICENCE = "CC-BY-4.0"


def ontology(base_iri: str, model: Model | None = None) -> Iterator[Description]:
    """Yield the ontology as it is under a base: itself, classes, properties, and concepts.

    Raises:
        UsageError: the base is no absolute http(s) IRI that ends in `/` or `#`.
    """
    terms = Terms(base_iri)
    model = model or load_model()
    yield Description.of(terms.ontology, _header(terms))
    for term in own_classes(model):
        yield Description.of(terms[term.short], _class(terms, term))
    for term in own_properties(model):
        yield Description.of(terms[term.short], _property(terms, term))
    yield from concepts(model, terms)
    licence = authorities().licences[LICENCE]
    yield Description.of(
        NamedNode(licence.iri),
        [*types(terms, "dct:LicenseDocument"), *labels(terms, licence.label, "rdfs:label")],
    )


def turtle(descriptions: Iterator[Description], terms: Terms) -> str:
    """Return descriptions as Turtle, a blank line between two things."""
    kinds = ("scheme", *schemes(load_model()))
    triples = (triple for description in descriptions for triple in description.triples())
    written = BytesIO()
    serialize(triples, written, RdfFormat.TURTLE, prefixes=terms.prefixes(kinds))
    # No text of an ontology ends a line in " .": they are one line each.
    return (
        written.getvalue()
        .decode()
        .replace(" .\n", " .\n\n")
        .replace("> .\n\n@prefix", "> .\n@prefix")
    )


def _header(terms: Terms) -> Iterator[Statement]:
    own = vocabulary()
    yield from types(terms, "owl:Ontology dct:Standard")
    yield from labels(terms, own.title, "dct:title")
    yield from labels(terms, own.about, "dct:description")
    yield terms["owl:versionIRI"], NamedNode(f"{terms.base}ontology/{own.version}")
    yield terms["owl:versionInfo"], text(own.version)
    yield terms["dct:license"], NamedNode(authorities().licences[LICENCE].iri)
    yield terms["vann:preferredNamespacePrefix"], text(OWN)
    yield terms["vann:preferredNamespaceUri"], text(terms.namespaces[OWN])


def _class(terms: Terms, term: Term) -> Iterator[Statement]:
    yield from types(terms, "owl:Class rdfs:Class")
    yield from _said_of_all(terms, term)
    for parent in term.parents:
        yield terms["rdfs:subClassOf"], terms[parent]


def _property(terms: Terms, term: Term) -> Iterator[Statement]:
    is_text = term.range is not None and term.range.startswith(("xsd:", "rdf:", LITERALS))
    yield from types(terms, "owl:DatatypeProperty" if is_text else "owl:ObjectProperty")
    if term.symmetric:
        yield from types(terms, "owl:SymmetricProperty")
    yield from types(terms, "rdf:Property")
    yield from _said_of_all(terms, term)
    for parent in term.parents:
        yield terms["rdfs:subPropertyOf"], terms[parent]
    if term.domain is not None:
        yield terms["rdfs:domain"], terms[term.domain]
    if term.range is not None:
        yield terms["rdfs:range"], terms[term.range]


def _said_of_all(terms: Terms, term: Term) -> Iterator[Statement]:
    yield from labels(terms, term.label, "rdfs:label")
    yield from labels(terms, term.about, "skos:definition")
    yield terms["rdfs:isDefinedBy"], terms.ontology
