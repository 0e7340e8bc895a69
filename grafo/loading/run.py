"""One load, from a file to the graph: read all, check, then write in batches.

Nothing is written before the whole file has been read and its expectations hold. After
that every batch is a transaction of its own that can be repeated, so a load that dies is
finished by running it again. A dry run reads the same and counts the same, and writes nothing.
"""

from __future__ import annotations

import datetime as dt
import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from grafo.language import say
from grafo.loading.checks import check_shrinking, check_targets
from grafo.loading.expectations import check_expectations
from grafo.loading.loader_file import NODE_TYPES, LoaderFile
from grafo.loading.mentioned import mention_claims
from grafo.loading.parties import Resolve
from grafo.loading.pending import Pending
from grafo.loading.prepare import Prepared, Progress, prepare, silent
from grafo.loading.report import RunReport
from grafo.loading.spool import Spool
from grafo.places import Place
from grafo.readers import Limits, sha256_of
from grafo.statements import Claim, Origin, SourceInfo
from grafo.store import Store
from grafo.store.derive import derive_edges
from grafo.store.ledger import begin_run, end_run, runs, unfinished
from grafo.store.mentions import merge_mentions
from grafo.store.reading import Reading
from grafo.store.retire import Survey, survey, take_back
from grafo.store.sources import merge_source
from grafo.store.sync import Outcome, merge_claims
from grafo.store.unmention import settle_mentions

BATCH_SIZE = 2000


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """How a load runs.

    keep_missing  the file is a part of its source: what other files said stays
    allow_shrink  accept a file by which its source loses more than a fifth of its claims
    """

    dry_run: bool = False
    keep_missing: bool = False
    allow_shrink: bool = False
    batch_size: int = BATCH_SIZE
    limits: Limits = field(default_factory=Limits)


def run_load(
    store: Store,
    loader: LoaderFile,
    path: Path,
    *,
    name: str,
    resolve: Resolve,
    place: Callable[[str], Place | None],
    quarantine_dir: Path,
    options: LoadOptions,
    progress: Progress = silent,
    pending: Pending | None = None,
) -> tuple[RunReport, Prepared]:
    """Load one file. `name` is what provenance and messages call it, `place` gives a place by id.

    A dry run counts what is `pending` as if it were in the graph.

    Raises:
        InputError: the file or its content is not what the loader expects; the graph is as
            it was.
        StoreError: the store failed; running the same load again completes it.
    """
    began = time.monotonic()
    origin = Origin(name, sha256_of(path, options.limits, name=name))
    quarantine = quarantine_dir / f"{loader.name}-{origin.sha256[:8]}.csv"
    with Spool() as spool:
        prepared = read_file(
            loader,
            path,
            origin,
            spool,
            resolve=resolve,
            place=place,
            quarantine=None if options.dry_run else quarantine,
            options=options,
            progress=progress,
        )
        _Writing(store, loader, origin, prepared, options, progress, pending or Pending()).run()
    prepared.report.seconds = round(time.monotonic() - began, 3)
    return prepared.report, prepared


def read_file(
    loader: LoaderFile,
    path: Path,
    origin: Origin,
    spool: Spool,
    *,
    resolve: Resolve,
    place: Callable[[str], Place | None],
    quarantine: Path | None,
    options: LoadOptions,
    progress: Progress = silent,
) -> Prepared:
    """Read a file to the end and hold it against what its loader expects.

    Raises:
        InputError: the file or its content is not what the loader expects.
    """
    report = RunReport(
        loader.name,
        origin.file,
        origin.sha256,
        dry_run=options.dry_run,
        synthetic=loader.synthetic,
        limits_es=loader.limits.es if loader.limits else "",
        limits_en=loader.limits.en if loader.limits else "",
    )
    prepared = prepare(
        loader,
        path,
        report,
        spool,
        resolve=resolve,
        quarantine=quarantine,
        limits=options.limits,
        progress=progress,
    )
    check_expectations(loader, prepared)
    prepared.mentions.add_parents(place)
    return prepared


def foresee(
    loader: LoaderFile,
    path: Path,
    *,
    resolve: Resolve,
    place: Callable[[str], Place | None],
    pending: Pending,
) -> None:
    """Read a source that a dry run needs, and note what it would bring.

    Raises:
        InputError: the file or its content is not what the loader expects.
    """
    origin = Origin(path.name, sha256_of(path))
    with ExitStack() as stack:
        prepared = read_file(
            loader,
            path,
            origin,
            stack.enter_context(Spool()),
            resolve=resolve,
            place=place,
            quarantine=None,
            options=LoadOptions(dry_run=True),
        )
        stack.pop_all()  # its spool is the pending's to close
    source = SourceInfo(loader.name, loader.source_properties())
    pending.add(source, origin, NODE_TYPES[loader.makes], prepared)


@dataclass(slots=True)
class _Writing:
    """What is done with a file once it has been read."""

    store: Store
    loader: LoaderFile
    origin: Origin
    prepared: Prepared
    options: LoadOptions
    progress: Progress
    pending: Pending
    day: str = field(default_factory=lambda: dt.datetime.now(dt.UTC).date().isoformat())

    def run(self) -> None:
        """Check, then write; a dry run counts instead."""
        store, prepared, report = self.store, self.prepared, self.prepared.report
        source = SourceInfo(self.loader.name, self.loader.source_properties())
        node_type, reading = NODE_TYPES[self.loader.makes], self._reading()
        found = survey(store, node_type, source.id, reading)
        if reading.whole and not self.options.allow_shrink:
            check_shrinking(prepared, found)
        check_targets(store, prepared, self.pending)
        report.retired, report.claims = found.going, prepared.spool.claims()
        report.whole = reading.whole
        _tell_of_corrections(prepared, found)
        if self.options.dry_run:
            self._merge(source)
            return
        run_id = uuid.uuid4().hex
        interrupted = bool(unfinished(runs(store)))
        # Finer than seconds, so that of two loads in one the later is known.
        begin_run(store, run_id, source.id, self.origin, _now("microseconds"))
        report.written += merge_source(store, source)
        for batch in _batched(mention_claims(prepared), self.options.batch_size):
            report.written += merge_mentions(
                store, source, self.origin, batch, whole=reading.whole, day=self.day
            )
        self._merge(source)
        report.retired, written = take_back(
            store, node_type, source.id, reading, found, day=self.day
        )
        report.written += written
        # A load that died after its last batch left the edges that follow from it behind.
        if report.written or interrupted:
            self.progress("derive", 0)
            report.written += derive_edges(store)
        if node_type == "Agreement":
            everything = reading.whole or report.retired > 0
            report.written += settle_mentions(
                store, source.id, reading, everything=everything, day=self.day
            )
        end_run(store, run_id, report.as_dict(), _now())

    def _reading(self) -> Reading:
        prepared = self.prepared
        return Reading(
            self.origin.sha256,
            prepared.spool.states,
            prepared.mentions.places.keys(),
            whole=not (self.options.keep_missing or prepared.is_amendment),
            rejected=prepared.rejected,
            mended=prepared.mended,
        )

    def _merge(self, source: SourceInfo) -> None:
        outcome, report = Outcome(), self.prepared.report
        for claims in self.prepared.spool.batches(self.options.batch_size):
            done = merge_claims(
                self.store,
                source,
                self.origin,
                claims,
                day=self.day,
                foreseen=self.pending.claims if self.options.dry_run else None,
            )
            outcome.add(done)
            self.progress("write", outcome.loaded + outcome.merged + outcome.unchanged)
        report.loaded, report.merged = outcome.loaded, outcome.merged
        report.unchanged = outcome.unchanged
        report.written += outcome.written


def _tell_of_corrections(prepared: Prepared, found: Survey) -> None:
    if found.removed:
        prepared.notes.add(
            say(
                "quitados porque una lectura anterior de este mismo archivo los daba y ésta no",
                "taken out because an earlier reading of this same file made them, not this one",
            ),
            count=found.removed,
        )
        prepared.report.notes = prepared.notes.listed()


def _now(unit: str = "seconds") -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec=unit)


def _batched(claims: Iterable[Claim], size: int) -> Iterator[list[Claim]]:
    rest = iter(claims)
    while batch := list(islice(rest, size)):
        yield batch
