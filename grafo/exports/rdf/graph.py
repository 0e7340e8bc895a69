"""The whole graph in RDF, thing by thing, in an order that equal graphs share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pyoxigraph import Triple

from grafo.errors import UsageError
from grafo.exports.rdf.agreements import agreements
from grafo.exports.rdf.concepts import concepts, schemes
from grafo.exports.rdf.countries import countries
from grafo.exports.rdf.description import Description, labels, types
from grafo.exports.rdf.governments import governments
from grafo.exports.rdf.links import Links
from grafo.exports.rdf.mentions import Mentions
from grafo.exports.rdf.provenance import Provenance
from grafo.exports.rdf.representations import representations
from grafo.exports.rdf.sources import sources
from grafo.exports.rdf.terms import KINDS, Terms
from grafo.exports.rdf.themes import themes
from grafo.exports.rdf.vocabulary import vocabulary
from grafo.exports.registry import ExportOptions
from grafo.exports.source import ExportSource
from grafo.language import say
from grafo.model import Model

if TYPE_CHECKING:
    import rdflib


def descriptions(source: ExportSource, terms: Terms) -> Iterator[Description]:
    """Yield what is said of each thing; no thing comes twice."""
    mentions = Mentions(terms)
    links = Links(source)
    provenance = Provenance(terms, links, mentions)
    yield from sources(source, terms, mentions)
    yield Description.of(
        terms.ontology,
        [
            *types(terms, "owl:Ontology dct:Standard"),
            *labels(terms, vocabulary().title, "dct:title"),
        ],
    )
    yield from concepts(source.model, terms)
    yield from themes(source, terms, links, provenance, mentions)
    yield from governments(source, terms, links, provenance)
    yield from agreements(source, terms, links, provenance)
    yield from representations(source, terms, links, provenance)
    yield from countries(source, terms, links, provenance, mentions)
    yield from mentions.descriptions()
    yield from provenance.rows()


def triples(source: ExportSource, options: ExportOptions) -> Iterator[Triple]:
    """Yield the graph's triples, each once and all of one subject together; no blank nodes.

    Raises:
        UsageError: `options.base_iri` is no absolute http(s) IRI that ends in `/` or `#`.
        StoreError: the store is away.
    """
    # Not a generator itself, so that a base that is no good is refused at the call.
    return _triples(source, Terms(options.base_iri))


def _triples(source: ExportSource, terms: Terms) -> Iterator[Triple]:
    for description in descriptions(source, terms):
        yield from description.triples()


def prefixes(model: Model, terms: Terms) -> dict[str, str]:
    """Return the prefixes that an export writes its IRIs with."""
    return terms.prefixes((*KINDS, *schemes(model)))


def to_rdflib(source: ExportSource, options: ExportOptions) -> rdflib.Graph:
    """Return the graph as one of rdflib's, in memory.

    Raises:
        UsageError: rdflib is not installed, or the base IRI is no good.
        StoreError: the store is away.
    """
    try:
        from grafo.exports.rdf.as_rdflib import as_rdflib
    except ModuleNotFoundError as missing:
        raise UsageError(
            say("rdflib no está instalado", "rdflib is not installed"),
            hint=say("Instálelo: pip install rdflib", "Install it: pip install rdflib"),
        ) from missing
    terms = Terms(options.base_iri)
    return as_rdflib(_triples(source, terms), prefixes(source.model, terms))
