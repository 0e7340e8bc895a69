"""The same as the command line, from Python: `import grafo; g = grafo.open()`."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from grafo.analysis import Result, Snapshot, find_analysis, take_snapshot
from grafo.analysis.engine import EngineName, chosen_engine
from grafo.bundled import bundled
from grafo.errors import InputError, UsageError
from grafo.exports import EXAMPLE_BASE, ExportOptions, ExportSource, find_export, write_export
from grafo.figures import Figure, measure_claims
from grafo.files import write_output
from grafo.language import say, set_language
from grafo.loading.catalogue import find_loader
from grafo.loading.loader_file import LoaderFile
from grafo.loading.pending import Pending
from grafo.loading.prepare import Progress, silent
from grafo.loading.report import RunReport
from grafo.loading.run import LoadOptions, foresee, run_load
from grafo.loading.unmatched import unmatched_names
from grafo.places import (
    Decisions,
    Match,
    Matcher,
    PlaceQuery,
    ReviewItem,
    explain,
    open_matcher,
    write_review,
)
from grafo.questions import bind_parameters, find_question
from grafo.readers import Limits, sha256_of
from grafo.readers.fetch import fetch
from grafo.settings import Settings, chosen_language
from grafo.store import Answer, Store, open_store
from grafo.store.canonical import canonical_hash
from grafo.store.constraints import ensure_constraints
from grafo.store.counts import GraphStatus, graph_status
from grafo.store.ledger import finished, last_finished, runs
from grafo.store.measures import write_measures
from grafo.views import ViewOptions, find_view

if TYPE_CHECKING:
    import networkx as nx

    from grafo.publishing import Profile, Published
    from grafo.views.notebook import ExplorerFrame

# A question may return this many rows and run this long; the answer says when it was cut.
MAX_ROWS = 10_000
MAX_SECONDS = 60.0


class Grafo:
    """An open graph. Use it as a context manager, or call `close` when done."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        set_language(settings.lang)
        self.store: Store = open_store(settings)
        self._ready = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection and stop the embedded engine, if this session started it."""
        self.store.close()

    @property
    def decisions_file(self) -> Path:
        """Where ambiguous names wait for a person's decision."""
        return self.settings.home / "decisions.csv"

    @cached_property
    def matcher(self) -> Matcher:
        """The resolver of names, with the decisions taken so far."""
        decisions = Decisions.load(self.decisions_file)
        return open_matcher(self._cache_folder(), decisions)

    def _cache_folder(self) -> Path:
        """Where the gazetteer is compiled: once per machine if that can be, else once here."""
        if self.settings.cache is not None:
            with suppress(OSError):
                self.settings.cache.mkdir(parents=True, exist_ok=True)
                if os.access(self.settings.cache, os.W_OK):
                    return self.settings.cache
        return self.settings.home / "cache"

    def load(
        self,
        loader: str | LoaderFile,
        file: str | Path | None = None,
        *,
        source: str | None = None,
        allow_network: bool = False,
        options: LoadOptions | None = None,
        progress: Progress = silent,
    ) -> RunReport:
        """Load a file with a loader, and before it the sources that the loader needs.

        Args:
            loader: a loader's name, the path of a loader file, or a loader.
            file: the file, a URL (only with `allow_network`), or None for the loader's own.
            source: the name under which the rows are kept, in place of the loader's; one
                loader can so read the registers of several states.

        Returns:
            The run's report; `report.contract_kept` is false when more rows broke the
            contract than the loader expects (they are in the quarantine file).

        Raises:
            UsageError: no such loader, or a URL without `allow_network`.
            InputError: the file or the loader is not sound; the graph is as it was.
            StoreError: the store failed; the same load again completes it.
        """
        spec = find_loader(loader) if isinstance(loader, str) else loader
        if source is not None:
            spec = LoaderFile.model_validate({**spec.model_dump(), "name": source})
        options = options or LoadOptions()
        with Pending() as pending, tempfile.TemporaryDirectory() as folder:
            if options.dry_run:
                self._foresee_needs(spec, pending)
            else:
                self._make_ready()
                self._load_needs(spec, options, progress)
            if isinstance(file, str) and "://" in file:
                name = file
                path = fetch(file, Path(folder), options.limits, allow_network=allow_network)
            else:
                path = self._own_file(spec) if file is None else Path(file)
                name = path.name
            return self._load_one(spec, path, name, options, progress, pending)

    def _make_ready(self) -> None:
        if not self._ready:
            ensure_constraints(self.store)
            self._ready = True

    def _load_one(
        self,
        spec: LoaderFile,
        path: Path,
        name: str,
        options: LoadOptions,
        progress: Progress,
        pending: Pending | None = None,
    ) -> RunReport:
        report, prepared = run_load(
            self.store,
            spec,
            path,
            name=name,
            resolve=self._resolve,
            place=self._place,
            quarantine_dir=self.settings.home / "quarantine",
            options=options,
            progress=progress,
            pending=pending,
        )
        report.unmatched_names = unmatched_names(prepared.unknown, self.matcher.most_alike)
        if prepared.ambiguous and not options.dry_run:
            items = [
                ReviewItem(match.query, match.candidates, explain(match, self.settings.lang))
                for match in prepared.ambiguous
            ]
            write_review(self.decisions_file, items)
            report.review_file = str(self.decisions_file)
        return report

    def _resolve(self, query: PlaceQuery) -> Match:
        return self.matcher.match(query)

    def _place(self, place_id: str) -> Any:
        return self.matcher.gazetteer.place(place_id)

    def _own_file(self, spec: LoaderFile) -> Path:
        if spec.file is None:
            raise UsageError(
                say(
                    f"el cargador {spec.name!r} no trae archivo propio; diga cuál cargar",
                    f"the loader {spec.name!r} has no file of its own; name the file to load",
                ),
                hint=say(f"grafo load {spec.name} ARCHIVO", f"grafo load {spec.name} FILE"),
            )
        path = bundled("data") / spec.file
        if not path.is_file():
            raise InputError(
                say(
                    f"falta el archivo {spec.file!r} del cargador {spec.name!r}",
                    f"the loader {spec.name!r} names a file {spec.file!r} that is missing",
                )
            )
        return path

    def _load_needs(self, spec: LoaderFile, options: LoadOptions, progress: Progress) -> None:
        """Load the sources that a loader builds on, unless the graph has them as they are."""
        for needed, path in self._missing_needs(spec):
            whole = LoadOptions(batch_size=options.batch_size, limits=Limits())
            self._load_needs(needed, whole, progress)
            self._load_one(needed, path, path.name, whole, progress)

    def _foresee_needs(self, spec: LoaderFile, pending: Pending) -> None:
        """Read the same sources and keep in mind what they would bring."""
        for needed, path in self._missing_needs(spec):
            self._foresee_needs(needed, pending)
            if not pending.holds(needed.name):
                foresee(needed, path, resolve=self._resolve, place=self._place, pending=pending)

    def _missing_needs(self, spec: LoaderFile) -> Iterator[tuple[LoaderFile, Path]]:
        for name in spec.needs:
            needed = find_loader(name)
            path = self._own_file(needed)
            last = last_finished(self.store, needed.name)
            if last is None or last.sha256 != sha256_of(path):
                yield needed, path

    def query(
        self, name: str, parameters: Mapping[str, Any] | None = None, /, **more: Any
    ) -> Answer:
        """Answer a question of the library, read-only.

        >>> import grafo
        >>> g = grafo.open()                                # doctest: +SKIP
        >>> g.query("hubs", limit=10).rows                  # doctest: +SKIP

        Raises:
            UsageError: no such question, or a parameter is not right.
            QueryError: the store refused or failed to answer.
        """
        question = find_question(name)
        bound = bind_parameters(question, {**(parameters or {}), **more}, self.store)
        return self.cypher(question.cypher, bound)

    def cypher(
        self,
        text: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        max_rows: int = MAX_ROWS,
        seconds: float = MAX_SECONDS,
    ) -> Answer:
        """Answer a Cypher query, read-only in truth; `Answer.cut` says when rows were left out.

        Raises:
            QueryError: the query writes, calls what is not allowed, fails, or takes too long.
        """
        return self.store.ask(text, dict(parameters or {}), max_rows=max_rows, seconds=seconds)

    def sparql(
        self,
        query: str,
        *,
        base_iri: str = EXAMPLE_BASE,
        max_rows: int = MAX_ROWS,
        seconds: float = MAX_SECONDS,
    ) -> Answer:
        """Answer a SPARQL query about the graph as it is exported in RDF, read into memory.

        The export's prefixes are known; `grafo sparql` lists examples. No server is asked.

        Raises:
            QueryError: the query is not SPARQL, asks for what is not allowed, or takes longer than
                `seconds`, once the graph is read.
            UsageError: the base IRI is no good.
        """
        from grafo.exports.rdf.sparql import ask_sparql

        options = ExportOptions(base_iri=base_iri)
        return ask_sparql(
            ExportSource(self.store), options, query, max_rows=max_rows, seconds=seconds
        )

    def snapshot(self) -> Snapshot:
        """Read the whole graph as plain values, for analyses of one's own."""
        return take_snapshot(self.store)

    def projection(self) -> nx.MultiGraph[str]:
        """Return who signed what with whom as a `networkx.MultiGraph`.

        Nodes are the ids of governments, with their properties; an edge is one agreement
        between two of its parties, its key the agreement's id.
        """
        from grafo.analysis.projection import project

        return project(self.snapshot())

    def analyze(
        self,
        name: str,
        parameters: Mapping[str, Any] | None = None,
        /,
        *,
        engine: EngineName = "local",
        write: bool = False,
        **more: Any,
    ) -> Result:
        """Run an analysis on the graph as it is now.

        >>> import grafo
        >>> g = grafo.open()                                          # doctest: +SKIP
        >>> g.analyze("gaps", min_population=200_000).findings        # doctest: +SKIP
        >>> g.analyze("partners", government="Tlaxcala", top=3)       # doctest: +SKIP

        Args:
            engine: where measures are computed: here, or in Neo4j's Graph Data Science.
            write: whether to store the measures on the governments, for use in Cypher.

        Raises:
            UsageError: no such analysis, a parameter is not right, or there is nothing to write.
            StoreError: the store failed, or lacks Graph Data Science.
        """
        wanted = find_analysis(name)
        bound = bind_parameters(wanted, {**(parameters or {}), **more}, self.store)
        bound |= chosen_engine(engine, wanted, self.store)
        snapshot = self.snapshot()
        result = wanted.run(snapshot, **bound)
        if write:
            measured = [(c.one, c.other, c.agreements) for c in snapshot.cooperations]
            write_measures(self.store, result.measures, measured=measured)
        return result

    def draw(self, name: str, output: Path | str, **options: Any) -> None:
        """Write a view of the graph as an HTML page that opens offline.

        Args:
            name: `network`, `map` or `explorer`, or an installed extension's.
            options: see `grafo.views.ViewOptions`; the language is the session's unless given.

        Raises:
            UsageError: no such view, or the file cannot be written.
        """
        wanted = find_view(name)
        opened = ViewOptions(**{"lang": self.settings.lang, **options})
        write_output(Path(output), wanted.draw(self.snapshot(), opened))

    def export(
        self, name: str, output: Path | str, *, measures: bool = False, **options: Any
    ) -> None:
        """Write the graph in a format that another program reads.

        >>> import grafo
        >>> g = grafo.open()                                          # doctest: +SKIP
        >>> g.export("gexf-network", "partners.gexf")                 # doctest: +SKIP

        Args:
            name: a format's name; `grafo export --help` lists them.
            output: a file, or a new folder where the format is one.
            measures: whether to write what `analyze(…, write=True)` left on the governments.
            options: see `grafo.exports.ExportOptions`; the language is the session's unless given.

        Raises:
            UsageError: no such format, or it cannot be written there.
        """
        form = find_export(name)
        opened = ExportOptions(**{"lang": self.settings.lang, **options})
        write_export(form, ExportSource(self.store, measures=measures), Path(output), opened)

    def publish(
        self,
        folder: Path | str,
        base_iri: str,
        *,
        publisher: str | None = None,
        contact: str | None = None,
        profile: Profile = "dcat-ap",
        tell: Callable[[str], None] = lambda _: None,
    ) -> Published:
        """Publish the graph as a static site: data, DCAT catalogue, and a page for everything.

        Args:
            folder: new, empty, or an earlier publication, which is renewed.
            base_iri: the address at which the folder will be served; it ends in `/`.
            publisher: who publishes; the host of the base by default.
            contact: an e-mail address or a page to write to.
            profile: what the catalogue keeps to, DCAT-AP or DCAT-US.
            tell: called with what is being done.

        Raises:
            UsageError: a source has no known licence, the base or the contact is no good, or the
                folder has files of others or cannot be written; what was there is as it was.
        """
        from grafo.publishing import Graph, PublishOptions, publish

        options = PublishOptions(base_iri, publisher, contact, profile)
        loaded = {
            source: run.finished_at[:10]
            for source, run in finished(runs(self.store)).items()
            if run.finished_at
        }
        graph = Graph(ExportSource(self.store), self.snapshot(), self.figures(), loaded)
        return publish(graph, Path(folder), options, tell)

    def view(self, height: int = 720, **options: Any) -> ExplorerFrame:
        """Return the explorer for a notebook: the last value of a cell shows it.

        >>> import grafo
        >>> g = grafo.open()                                          # doctest: +SKIP
        >>> g.view()                                                  # doctest: +SKIP

        Args:
            height: of the frame, in CSS pixels.
            options: see `grafo.views.ViewOptions`.
        """
        from grafo.views.notebook import ExplorerFrame

        opened = ViewOptions(**{"lang": self.settings.lang, **options})
        return ExplorerFrame(find_view("explorer").draw(self.snapshot(), opened), height)

    def report(self, output: Path | str) -> None:
        """Write a report of the graph, as HTML or Markdown, whichever the name ends in.

        Raises:
            UsageError: the name ends in neither, or the file cannot be written.
        """
        from grafo.report import build_report, format_of, write_report

        path = Path(output)
        form = format_of(path)
        report = build_report(self.snapshot(), self.figures(), self.settings.lang)
        write_report(report, path, form)

    def figures(self) -> list[Figure]:
        """Measure the article's figures on the graph as it is now.

        Raises:
            QueryError: the store failed to answer a question.
        """
        return measure_claims(self.store)

    def status(self) -> GraphStatus:
        """Count what is in the graph, by type and by source."""
        return graph_status(self.store)

    def canonical_hash(self, *, provenance: bool = True) -> str:
        """Return one hash of the whole graph; see `grafo.store.canonical`."""
        return canonical_hash(self.store, provenance=provenance)


def open_graph(
    *,
    home: Path | str | None = None,
    uri: str | None = None,
    username: str | None = None,
    password: str | None = None,
    database: str | None = None,
    lang: str | None = None,
) -> Grafo:
    """Open the graph: a Neo4j when a `uri` is given or `NEO4J_URI` is set, else the embedded one.

    What is not given comes from the environment (`NEO4J_*`, `GRAFO_HOME`, `GRAFO_LANG`).

    Raises:
        StoreError: the store cannot be opened; the message says why and what to do.
    """
    given = {
        "GRAFO_HOME": home,
        "NEO4J_URI": uri,
        "NEO4J_USERNAME": username,
        "NEO4J_PASSWORD": password,
        "NEO4J_DATABASE": database,
        "GRAFO_LANG": lang,
    }
    stated = {name: str(value) for name, value in given.items() if value is not None}
    environment = {**os.environ, **stated}
    set_language(chosen_language(environment))  # what is wrong with the rest is said in it
    return Grafo(Settings.from_environment(environment))
