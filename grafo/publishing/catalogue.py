"""The DCAT 3 catalogue: the graph and its sources, as portals harvest them.

It keeps to DCAT-AP 3.0.1, and for portals of the United States to DCAT-US 3 as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from grafo.exports.credits import Credit
from grafo.exports.rdf import Terms
from grafo.exports.rdf.description import Description, Statement, labels
from grafo.exports.rdf.literals import UNKNOWN_LANGUAGE, partial_date, text
from grafo.exports.rdf.mentions import Mentions
from grafo.exports.rdf.sources import licence_of
from grafo.exports.rdf.terms import web_page
from grafo.model import Bilingual
from grafo.publishing.formats import FORMATS, Format
from grafo.publishing.mentioned import Named
from grafo.publishing.options import PublishOptions
from grafo.publishing.paged import A_PAGE, page_of
from grafo.publishing.vocabularies import Vocabularies

_THEMES = ("GOVE", "INTR")
_DCAT_US = "http://data.resources.gov/ontology/dcat-us"
# The catalogue's own entries; the data keep the licences of their sources.
_CATALOGUE_LICENCE = "CC0-1.0"
_TITLE = Bilingual(es="Catálogo de datos abiertos", en="Open data catalogue")
_KEYWORDS = Bilingual(
    es="hermanamientos; cooperación descentralizada; diplomacia de las ciudades; gobiernos locales",
    en="twin towns; decentralised cooperation; city diplomacy; local governments",
)
_BY_SOURCE = Bilingual(es="La de cada fuente", en="That of each source")


@dataclass(frozen=True, slots=True)
class File:
    """A file that was published: its size in bytes and its SHA-256 as hexadecimal text."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Dates:
    """When the data of the graph and of each source (by id) was last loaded; ISO dates.

    `issued` is when the graph was first published with this data or earlier one.
    """

    issued: str | None
    modified: str | None
    by_source: Mapping[str, str]


class Catalogue:
    """The catalogue of a publication, as descriptions; `pages` gives it as harvesters read it."""

    def __init__(
        self,
        terms: Terms,
        options: PublishOptions,
        credits: Sequence[Credit],
        title: Bilingual,
        about: Bilingual,
        files: Mapping[str, File],
        dates: Dates,
    ) -> None:
        self._terms, self._term = terms, Vocabularies(terms)
        self._options, self._credits = options, credits
        self._title, self._about = title, about
        self._files, self._dates = files, dates
        self._catalogue = NamedNode(f"{terms.base}catalog")

    def pages(self) -> Iterator[list[Description]]:
        """Yield the descriptions of each page: a hundred datasets to each, each self-contained."""
        datasets = [None, *self._credits]  # the graph, then its sources
        chunks = [datasets[start : start + A_PAGE] for start in range(0, len(datasets), A_PAGE)]
        for number, chunk in enumerate(chunks):
            named = Named(self._terms, Mentions(self._terms))
            found = [
                Description.of(self._catalogue, self._itself(named, chunk)),
                page_of(self._terms, number, len(chunks), len(datasets)),
                self._publisher(),
                self._contact(),
            ]
            for credit in chunk:
                found += self._graph(named) if credit is None else self._source(named, credit)
            told = {description.subject for description in found}
            found += [d for d in named.mentions.descriptions() if d.subject not in told]
            yield found

    def _itself(self, named: Named, chunk: Sequence[Credit | None]) -> Iterator[Statement]:
        terms, term = self._terms, self._term
        yield terms["rdf:type"], terms["dcat:Catalog"]
        yield from labels(terms, _TITLE, "dct:title")
        yield from labels(terms, self._about, "dct:description")
        yield terms["dct:publisher"], self._agent
        yield from licence_of(terms, named.mentions, _CATALOGUE_LICENCE)
        yield from named.languages()
        yield term["foaf:homepage"], named.document(terms.base, self._title)
        yield terms["dcat:themeTaxonomy"], named.themes()
        yield from self._dated(self._dates.issued, self._dates.modified)
        if self._options.for_us:
            standard: list[Statement] = [
                (terms["rdf:type"], terms["dct:Standard"]),
                (terms["dct:title"], text("DCAT-US 3", "en")),
            ]
            yield terms["dct:conformsTo"], named.mentions.add(NamedNode(_DCAT_US), standard)
        for credit in chunk:
            yield terms["dcat:dataset"], self._dataset(credit)

    @property
    def _agent(self) -> NamedNode:
        return NamedNode(f"{self._terms.base}publisher")

    def _publisher(self) -> Description:
        return Description.of(self._agent, self._named_agent(self._options.signed))

    def _named_agent(self, name: str) -> Iterator[Statement]:
        terms = self._terms
        yield terms["rdf:type"], terms["foaf:Agent"]
        yield terms["foaf:name"], text(name)
        if self._options.for_us:
            yield terms["rdf:type"], terms["org:Organization"]
            yield terms["skos:prefLabel"], text(name, UNKNOWN_LANGUAGE)

    def _contact(self) -> Description:
        terms, term, options = self._terms, self._term, self._options

        def statements() -> Iterator[Statement]:
            yield terms["rdf:type"], term["vcard:Kind"]
            yield terms["rdf:type"], term["vcard:Organization"]
            yield term["vcard:fn"], text(self._options.signed)
            if options.has_mail:
                yield term["vcard:hasEmail"], NamedNode(f"mailto:{options.contact}")
            else:
                yield term["vcard:hasURL"], NamedNode(options.contact or terms.base)

        return Description.of(NamedNode(f"{terms.base}contact"), statements())

    def _dataset(self, credit: Credit | None) -> NamedNode:
        return self._terms.dataset if credit is None else self._terms.mint("source", credit.id)

    def _graph(self, named: Named) -> Iterator[Description]:
        terms = self._terms
        there = [form for form in FORMATS if form.path in self._files]

        def statements() -> Iterator[Statement]:
            yield terms["rdf:type"], terms["dcat:Dataset"]
            yield from labels(terms, self._title, "dct:title")
            yield from labels(terms, self._about, "dct:description")
            yield terms["dct:identifier"], text(terms.dataset.value)
            yield from self._said_of_a_dataset(named)
            yield from self._dated(self._dates.issued, self._dates.modified)
            yield from named.languages()
            yield terms["dct:publisher"], self._agent
            yield (
                terms["dct:conformsTo"],
                named.mentions.add(terms.ontology, [(terms["rdf:type"], terms["dct:Standard"])]),
            )
            for credit in self._credits:
                yield terms["dct:source"], terms.mint("source", credit.id)
            for form in there:
                yield terms["dcat:distribution"], terms.mint("distribution", form.key)

        yield Description.of(terms.dataset, statements())
        for form in there:
            yield from self._distribution(named, form, self._files[form.path])

    def _source(self, named: Named, credit: Credit) -> Iterator[Description]:
        terms = self._terms
        dataset, key = self._dataset(credit), f"source-{credit.id}"

        def statements() -> Iterator[Statement]:
            yield terms["rdf:type"], terms["dcat:Dataset"]
            yield from labels(terms, credit.title, "dct:title")
            about = credit.limits if credit.limits.es and credit.limits.en else credit.title
            yield from labels(terms, about, "dct:description")
            yield terms["dct:identifier"], text(dataset.value)
            yield from self._said_of_a_dataset(named)
            modified = self._dates.by_source.get(credit.id)
            yield from self._dated(None, modified)
            if credit.publisher:
                agent = terms.mint("agent", credit.publisher)
                said = self._named_agent(credit.publisher)
                yield terms["dct:publisher"], named.mentions.add(agent, said)
            if page := web_page(credit.url):
                yield terms["dcat:landingPage"], named.document(page, credit.title)
            yield terms["dcat:distribution"], terms.mint("distribution", key)

        yield Description.of(dataset, statements())

        def distributed() -> Iterator[Statement]:
            yield terms["rdf:type"], terms["dcat:Distribution"]
            yield from labels(terms, credit.title, "dct:title")
            yield terms["dcat:accessURL"], NamedNode(web_page(credit.url) or dataset.value)
            yield from licence_of(terms, named.mentions, credit.licence)

        yield Description.of(terms.mint("distribution", key), distributed())

    def _distribution(self, named: Named, form: Format, file: File) -> Iterator[Description]:
        terms, term = self._terms, self._term
        itself = terms.mint("distribution", form.key)
        checksum = terms.mint("checksum", form.key)
        address = NamedNode(terms.base + form.path)

        def statements() -> Iterator[Statement]:
            yield terms["rdf:type"], terms["dcat:Distribution"]
            yield from labels(terms, form.title, "dct:title")
            yield terms["dcat:accessURL"], address
            yield terms["dcat:downloadURL"], address
            yield terms["dct:format"], named.file_type(form.file_type)
            yield terms["dcat:mediaType"], named.media_type(form.media_type)
            if form.path.endswith(".zip"):
                yield terms["dcat:packageFormat"], named.media_type("application/zip")
            yield terms["dcat:byteSize"], _sized(terms, file.size)
            yield term["spdx:checksum"], checksum
            yield from self._licence(named)
            yield from self._dated(self._dates.issued, self._dates.modified)
            yield from named.languages()

        yield Description.of(itself, statements())
        algorithm = term["spdx:checksumAlgorithm_sha256"]
        yield Description.of(
            checksum,
            [
                (terms["rdf:type"], term["spdx:Checksum"]),
                (term["spdx:algorithm"], algorithm),
                (
                    term["spdx:checksumValue"],
                    Literal(file.sha256, datatype=terms["xsd:hexBinary"]),
                ),
            ],
        )
        named.mentions.add(algorithm, [(terms["rdf:type"], term["spdx:ChecksumAlgorithm"])])

    def _licence(self, named: Named) -> Iterator[Statement]:
        """Yield the licence of the whole: that of all sources, or a document that names each."""
        terms = self._terms
        known = sorted({credit.licence for credit in self._credits})
        if len(known) == 1:
            yield from licence_of(terms, named.mentions, known[0])
            return
        all_named = "; ".join(f"{credit.licence} ({credit.id})" for credit in self._credits)
        document = terms.mint("licence", "by-source")
        said: list[Statement] = [
            (terms["rdf:type"], terms["dct:LicenseDocument"]),
            (terms["rdfs:label"], text(f"{_BY_SOURCE.es}: {all_named}", "es")),
            (terms["rdfs:label"], text(f"{_BY_SOURCE.en}: {all_named}", "en")),
        ]
        for licence in known:
            parts = licence_of(terms, named.mentions, licence)
            said += [(terms["dct:hasPart"], value) for _, value in parts]
        yield terms["dct:license"], named.mentions.add(document, said)

    def _said_of_a_dataset(self, named: Named) -> Iterator[Statement]:
        terms = self._terms
        for code in _THEMES:
            yield terms["dcat:theme"], named.theme(code)
        for language, words in (("es", _KEYWORDS.es), ("en", _KEYWORDS.en)):
            for word in words.split("; "):
                yield terms["dcat:keyword"], text(word, language)
        yield terms["dcat:contactPoint"], NamedNode(f"{terms.base}contact")
        yield terms["dct:accrualPeriodicity"], named.irregular()

    def _dated(self, issued: str | None, modified: str | None) -> Iterator[Statement]:
        for predicate, date in (("dct:issued", issued), ("dct:modified", modified)):
            if date:
                yield self._terms[predicate], partial_date(date)


def _sized(terms: Terms, size: int) -> Literal:
    return Literal(str(size), datatype=terms["xsd:nonNegativeInteger"])
