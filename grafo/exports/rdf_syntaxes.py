"""The four syntaxes of RDF: the same triples in each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from grafo.exports.registry import ExportOptions, export
from grafo.exports.source import ExportSource
from grafo.model import Bilingual

if TYPE_CHECKING:
    from pyoxigraph import RdfFormat


@export(
    "turtle",
    Bilingual(es="Turtle, la sintaxis de RDF que se lee", en="Turtle, RDF to be read"),
    suffix=".ttl",
)
def turtle(source: ExportSource, path: Path, options: ExportOptions) -> None:
    """Write the graph as Turtle."""
    from pyoxigraph import RdfFormat

    _serialize(source, path, options, RdfFormat.TURTLE)


@export(
    "ntriples",
    Bilingual(es="N-Triples, una afirmación por renglón", en="N-Triples, one statement a line"),
    suffix=".nt",
)
def ntriples(source: ExportSource, path: Path, options: ExportOptions) -> None:
    """Write the graph as N-Triples."""
    from pyoxigraph import RdfFormat

    _serialize(source, path, options, RdfFormat.N_TRIPLES)


@export(
    "rdfxml",
    Bilingual(es="RDF/XML, para lo que sólo lee XML", en="RDF/XML, for what reads only XML"),
    suffix=".rdf",
)
def rdfxml(source: ExportSource, path: Path, options: ExportOptions) -> None:
    """Write the graph as RDF/XML."""
    from pyoxigraph import RdfFormat

    _serialize(source, path, options, RdfFormat.RDF_XML)


@export(
    "jsonld",
    Bilingual(es="JSON-LD compacto, con su contexto", en="Compact JSON-LD with its context"),
    suffix=".jsonld",
)
def jsonld(source: ExportSource, path: Path, options: ExportOptions) -> None:
    """Write the graph as compact JSON-LD."""
    from grafo.exports.rdf import Terms, descriptions, prefixes
    from grafo.exports.rdf.jsonld import compact

    terms = Terms(options.base_iri)
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        for line in compact(descriptions(source, terms), terms, prefixes(source.model, terms)):
            stream.write(line + "\n")


def _serialize(source: ExportSource, path: Path, options: ExportOptions, syntax: RdfFormat) -> None:
    from pyoxigraph import serialize

    from grafo.exports.rdf import Terms, prefixes, triples

    with path.open("wb") as stream:
        serialize(
            triples(source, options),
            stream,
            syntax,
            prefixes=prefixes(source.model, Terms(options.base_iri)),
        )
