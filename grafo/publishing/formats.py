"""The formats of a publication: where each lies, and what the open-data registries call it."""

from __future__ import annotations

from dataclasses import dataclass

from grafo.model import Bilingual


@dataclass(frozen=True, slots=True)
class Format:
    """A distribution of the graph.

    Attributes:
        key: its name in IRIs; the export's, where an export makes it.
        path: its file, relative to the site.
        media_type: of IANA.
        file_type: code in the EU's authority table of file types.
    """

    key: str
    path: str
    media_type: str
    file_type: str
    title: Bilingual


FORMATS = (
    Format(
        "turtle",
        "data/grafo.ttl",
        "text/turtle",
        "RDF_TURTLE",
        Bilingual(es="El grafo en Turtle", en="The graph as Turtle"),
    ),
    Format(
        "ntriples",
        "data/grafo.nt",
        "application/n-triples",
        "RDF_N_TRIPLES",
        Bilingual(es="El grafo en N-Triples", en="The graph as N-Triples"),
    ),
    Format(
        "jsonld",
        "data/grafo.jsonld",
        "application/ld+json",
        "JSON_LD",
        Bilingual(es="El grafo en JSON-LD", en="The graph as JSON-LD"),
    ),
    Format(
        "rdfxml",
        "data/grafo.rdf",
        "application/rdf+xml",
        "RDF_XML",
        Bilingual(es="El grafo en RDF/XML", en="The graph as RDF/XML"),
    ),
    Format(
        "csv",
        "data/grafo-csv.zip",
        "text/csv",
        "CSV",
        Bilingual(es="Las tablas en CSV, con su descripción", en="The tables as CSV, described"),
    ),
    Format(
        "graphml",
        "data/grafo.graphml",
        "application/xml",
        "XML",
        Bilingual(es="El grafo completo en GraphML", en="The whole graph as GraphML"),
    ),
    Format(
        "gexf-network",
        "data/red.gexf",
        "application/xml",
        "XML",
        Bilingual(es="La red en GEXF, para Gephi", en="The network as GEXF, for Gephi"),
    ),
)
