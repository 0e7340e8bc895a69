"""Publishing: the data in every format, the catalogue, and a page for everything, in one folder."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from pyoxigraph import RdfFormat, serialize

from grafo.analysis.snapshot import Snapshot
from grafo.exports import ExportOptions, ExportSource, find_export
from grafo.exports.credits import Credit, credits_of, title_of
from grafo.exports.rdf import Terms, descriptions
from grafo.exports.rdf.description import Description
from grafo.exports.rdf.jsonld import compact
from grafo.exports.rdf.ontology import ontology
from grafo.exports.rdf.ontology import turtle as as_turtle
from grafo.exports.rdf.shapes import shapes
from grafo.figures import Figure
from grafo.language import say
from grafo.model import Bilingual
from grafo.publishing.catalogue import Catalogue, Dates, File
from grafo.publishing.credited import check_licences, check_publishers
from grafo.publishing.folder import PublicationFolder
from grafo.publishing.formats import FORMATS
from grafo.publishing.index import Index
from grafo.publishing.listings import front_page, list_pages
from grafo.publishing.notice import readme
from grafo.publishing.options import PublishOptions
from grafo.publishing.page import LANGS, STYLE
from grafo.publishing.paged import page_name
from grafo.publishing.retired import retired_page
from grafo.publishing.sitemap import sitemaps
from grafo.publishing.terms_page import term_pages
from grafo.publishing.things import ThingPages
from grafo.publishing.vocabularies import Vocabularies
from grafo.publishing.void import Counts, void
from grafo.publishing.words import words
from grafo.report import build_report, rendered
from grafo.views import ViewOptions, find_view

# A ZIP keeps a time for each file; the data have none, so it is the earliest that the format has.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_ABOUT = Bilingual(
    es="Gobiernos locales, sus acuerdos de hermanamiento y de cooperación, los temas de que tratan "
    "y las representaciones en el exterior, con la fuente de cada dato.",
    en="Local governments, their twinning and cooperation agreements, the themes these are about "
    "and representations abroad, with the source of every fact.",
)

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication has: its files, how many of them are as they were, and its things.

    `retired` is how many IRIs once published are answered by a page that says they are gone.
    """

    files: int
    unchanged: int
    things: int
    triples: int
    retired: int


@dataclass(frozen=True, slots=True)
class Graph:
    """A graph as a publication needs it.

    Attributes:
        source: its nodes and edges, for the data and the pages.
        snapshot: the same as plain values, for the explorer and the report.
        figures: the article's figures, for the report.
        loaded: the day on which each source, by id, was last loaded; ISO dates.
    """

    source: ExportSource
    snapshot: Snapshot
    figures: Sequence[Figure]
    loaded: Mapping[str, str]


def publish(
    graph: Graph, folder: Path, options: PublishOptions, tell: Tell = lambda _: None
) -> Published:
    """Publish the graph into a folder that any web server can serve at the base IRI.

    Args:
        graph: what is published.
        folder: new, empty, or a publication of grafo's, which is renewed.
        options: the base IRI, and who publishes.
        tell: called with what is being done, in the language of the command.

    Raises:
        UsageError: a source has no known licence (or, for DCAT-US, no publisher), or the folder
            is not grafo's or cannot be written; a publication that was there is as it was.
        StoreError: the store is away.
    """
    credits = credits_of(graph.source)
    check_licences(credits)
    if options.for_us:
        check_publishers(credits)
    with PublicationFolder(folder) as site:
        site.write(STYLE, Path(__file__).with_name("style.css").read_text(encoding="utf-8"))
        return _Work(graph, credits, site, options, tell).done()


class _Work:
    """One publication under way."""

    def __init__(
        self,
        graph: Graph,
        credits: list[Credit],
        site: PublicationFolder,
        options: PublishOptions,
        tell: Tell,
    ) -> None:
        self.graph, self.credits, self.site = graph, credits, site
        self.options, self.tell = options, tell
        self.terms = Terms(options.base_iri)
        self.title = title_of(credits)
        self.dates = self._dates()

    def done(self) -> Published:
        """Write everything and put it in place."""
        self._data()
        self._ontology()
        self._looks()
        index, triples = self._things()
        self._lists(index)
        retired = self._retired(index)
        self._catalogue()
        self.site.write("README.txt", readme(self.credits, self.title, self.terms.base))
        for path, text in sitemaps(self.terms.base, sorted(index.folders.values())):
            self.site.write(path, text)
        found = Published(
            files=len(self.site.files),
            unchanged=self.site.kept,
            things=len(index.folders),
            triples=triples,
            retired=len(retired),
        )
        pages = sorted(index.folders.values())
        listed = {"base": self.terms.base, "issued": self.dates.issued}
        self.site.commit({**listed, "pages": pages, "retired": sorted(retired)})
        return found

    def _dates(self) -> Dates:
        """Return the dates of the last loads: a publication's date is that of its data."""
        loaded = self.graph.loaded
        by_source = {credit.id: loaded[credit.id] for credit in self.credits if credit.id in loaded}
        modified = max(by_source.values(), default=None)
        return Dates(self.site.before.get("issued") or modified, modified, by_source)

    def _data(self) -> None:
        self.tell(say("Datos", "Data"))
        stage, opened = self.site.stage, ExportOptions(base_iri=self.terms.base)
        (stage / "data").mkdir(parents=True, exist_ok=True)
        for form in FORMATS:
            written = find_export(form.key)
            if not written.is_folder:
                written.write(self.graph.source, stage / form.path, opened)
                self.site.adopt(form.path)
                continue
            folder = stage / "data" / form.key
            folder.mkdir()
            written.write(self.graph.source, folder, opened)
            self.site.adopt(f"data/{form.key}")
            self.site.write(form.path, _zipped(folder))

    def _ontology(self) -> None:
        base = self.terms.base
        self.site.write("ontology.ttl", as_turtle(ontology(base), self.terms))
        self.site.write("shapes.ttl", as_turtle(shapes(base), self.terms))
        for page in term_pages(self.terms, self.title):
            self.site.write(page.path, page.html())

    def _looks(self) -> None:
        self.tell(say("Explorador e informe", "Explorer and report"))
        snapshot, figures = self.graph.snapshot, self.graph.figures
        for lang in LANGS:
            ending = "html" if lang == "es" else "en.html"
            drawn = find_view("explorer").draw(snapshot, ViewOptions(lang=lang))
            self.site.write(f"explorer.{ending}", drawn)
            report = build_report(snapshot, figures, lang)
            self.site.write(f"report.{ending}", rendered(report, "html"))

    def _things(self) -> tuple[Index, int]:
        """Write a page for each thing, in both languages, and count the triples."""
        self.tell(say("Páginas", "Pages"))
        index = Index(self._described(), self.terms)
        pages = ThingPages(index, self.terms, self.title)
        counts = Counts(self.terms)
        for found in counts.through(self._described()):
            if found.subject.value not in index.folders or found.subject == self.terms.ontology:
                continue
            for page in pages.of(found):
                self.site.write(page.path, page.html())
        self._write_rdf("void", list(void(counts, self.terms)))
        return index, counts.triples

    def _described(self) -> Iterator[Description]:
        return descriptions(self.graph.source, self.terms)

    def _lists(self, index: Index) -> None:
        for lang in LANGS:
            page = front_page(index, self.credits, self.title, lang, self.terms.base)
            self.site.write(page.path, page.html())
            for kind in words().listed:
                for listed in list_pages(index, kind, lang, self.title[lang]):
                    self.site.write(listed.path, listed.html())

    def _retired(self, index: Index) -> set[str]:
        """Write a page for what was published once and is gone; return the folders of these."""
        before = self.site.before
        if before.get("base") not in {None, self.terms.base}:
            return set()
        once = {*before.get("pages", ()), *before.get("retired", ())}
        gone = once - set(index.folders.values())
        for folder in sorted(gone):
            for lang in LANGS:
                page = retired_page(folder, lang, self.terms.base, self.title[lang])
                self.site.write(page.path, page.html())
        return gone

    def _catalogue(self) -> None:
        files = {
            form.path: File(
                (self.site.stage / form.path).stat().st_size, self.site.files[form.path]
            )
            for form in FORMATS
        }
        catalogue = Catalogue(
            self.terms, self.options, self.credits, self.title, _ABOUT, files, self.dates
        )
        for number, found in enumerate(catalogue.pages()):
            self._write_rdf(page_name(number), found, everywhere=True)

    def _write_rdf(self, name: str, found: list[Description], *, everywhere: bool = False) -> None:
        prefixes = Vocabularies(self.terms).prefixes()
        triples = [triple for each in found for triple in each.triples()]
        for ending, syntax in (("ttl", RdfFormat.TURTLE), ("xml", RdfFormat.RDF_XML)):
            if ending == "ttl" or everywhere:
                written = BytesIO()
                serialize(triples, written, syntax, prefixes=prefixes)
                self.site.write(f"{name}.{ending}", written.getvalue())
        if everywhere:
            lines = compact(found, self.terms, prefixes)
            self.site.write(f"{name}.jsonld", "\n".join(lines) + "\n")


def _zipped(folder: Path) -> bytes:
    """Return the files of a folder as a ZIP that is the same for the same files."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                entry = zipfile.ZipInfo(file.relative_to(folder).as_posix(), _ZIP_TIME)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                packed.writestr(entry, file.read_bytes())
    return written.getvalue()
