"""VoID: what the dump holds and where it links to, counted in it and not in the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from pyoxigraph import NamedNode

from grafo.exports.rdf import Terms
from grafo.exports.rdf.description import Description, Statement
from grafo.exports.rdf.literals import integer, text
from grafo.publishing.formats import FORMATS
from grafo.publishing.vocabularies import Vocabularies

_MATCHES = ("skos:broadMatch", "skos:exactMatch")
_RDF_FILES = ("turtle", "ntriples", "jsonld", "rdfxml")


class Counts:
    """Triples, things, classes and properties, counted as the descriptions go by."""

    def __init__(self, terms: Terms) -> None:
        self._base, self._type = terms.base, terms["rdf:type"]
        self._matches = {terms[short] for short in _MATCHES}
        self.triples = 0
        self.subjects = 0
        self.objects: set[str] = set()
        self.by_class: Counter[str] = Counter()
        self.by_property: Counter[str] = Counter()
        self.links: Counter[tuple[str, str]] = Counter()

    def through(self, found: Iterable[Description]) -> Iterator[Description]:
        """Yield the descriptions as they are, and count them."""
        for each in found:
            self.subjects += 1
            for predicate, values in each.statements.items():
                self.triples += len(values)
                self.by_property[predicate.value] += len(values)
                self.objects.update(str(value) for value in values)
                if predicate == self._type:
                    self.by_class.update(value.value for value in values)
                elif predicate in self._matches:
                    elsewhere = (v.value for v in values if not v.value.startswith(self._base))
                    self.links.update((predicate.value, _site(iri)) for iri in elsewhere)
            yield each


def void(counts: Counts, terms: Terms) -> Iterator[Description]:
    """Yield the description of the dump, a partition for each class and each property."""
    term = Vocabularies(terms)
    yield Description.of(terms.dataset, _whole(counts, terms, term))
    for iri, count in sorted(counts.by_class.items()):
        yield Description(
            _partition(terms, "class", iri),
            {
                terms["rdf:type"]: [term["void:Dataset"]],
                term["void:class"]: [NamedNode(iri)],
                term["void:entities"]: [integer(count)],
            },
        )
    for iri, count in sorted(counts.by_property.items()):
        yield Description(
            _partition(terms, "property", iri),
            {
                terms["rdf:type"]: [term["void:Dataset"]],
                term["void:property"]: [NamedNode(iri)],
                term["void:triples"]: [integer(count)],
            },
        )
    for (iri, site), count in sorted(counts.links.items()):
        yield Description(
            _linkset(terms, iri, site),
            {
                terms["rdf:type"]: [term["void:Linkset"]],
                term["void:linkPredicate"]: [NamedNode(iri)],
                term["void:subjectsTarget"]: [terms.dataset],
                term["void:objectsTarget"]: [_elsewhere(terms, site)],
                term["void:triples"]: [integer(count)],
            },
        )
    for site in sorted({site for _, site in counts.links}):
        yield Description(
            _elsewhere(terms, site),
            {terms["rdf:type"]: [term["void:Dataset"]], term["void:uriSpace"]: [text(site)]},
        )


def _whole(counts: Counts, terms: Terms, term: Vocabularies) -> Iterator[Statement]:
    yield terms["rdf:type"], term["void:Dataset"]
    yield term["void:uriSpace"], text(terms.base)
    yield term["void:triples"], integer(counts.triples)
    yield term["void:distinctSubjects"], integer(counts.subjects)
    yield term["void:distinctObjects"], integer(len(counts.objects))
    yield term["void:classes"], integer(len(counts.by_class))
    yield term["void:properties"], integer(len(counts.by_property))
    for form in FORMATS:
        if form.key in _RDF_FILES:
            yield term["void:dataDump"], NamedNode(terms.base + form.path)
    for namespace in sorted({_namespace(iri) for iri in counts.by_property}):
        yield term["void:vocabulary"], NamedNode(namespace)
    for iri in sorted(counts.by_class):
        yield term["void:classPartition"], _partition(terms, "class", iri)
    for iri in sorted(counts.by_property):
        yield term["void:propertyPartition"], _partition(terms, "property", iri)
    for iri, site in sorted(counts.links):
        yield term["void:subset"], _linkset(terms, iri, site)


def _partition(terms: Terms, kind: str, iri: str) -> NamedNode:
    return terms.mint(f"void-{kind}", iri)


def _linkset(terms: Terms, predicate: str, site: str) -> NamedNode:
    return terms.mint("void-linkset", f"{predicate} {site}")


def _elsewhere(terms: Terms, site: str) -> NamedNode:
    return terms.mint("void-target", site)


def _site(iri: str) -> str:
    """Return the scheme and host of an IRI, which its data set is known by."""
    parts = urlsplit(iri)
    return f"{parts.scheme}://{parts.netloc}/"


def _namespace(iri: str) -> str:
    return iri[: max(iri.rfind("/"), iri.rfind("#")) + 1]
