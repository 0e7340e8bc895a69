"""One load, from a file to the graph: read all, check, then write in batches.

Nothing is written before the whole file has been read and its expectations hold. After
that every batch is a transaction of its own that can be repeated, so a load that dies is
finished by running it again.
"""

from __future__ import annotations

import datetime as dt
import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from grafo.errors import InputError, Location
from grafo.language import say
from grafo.loading.loader_file import NODE_TYPES, LoaderFile
from grafo.loading.parties import Resolve
from grafo.loading.prepare import Prepared, Progress, check_expectations, prepare, silent
from grafo.loading.report import RunReport
from grafo.loading.spool import Spool
from grafo.places import Place
from grafo.readers import Limits, sha256_of
from grafo.statements import Claim, Link, Origin, SourceInfo
from grafo.store import Store
from grafo.store.derive import derive_edges
from grafo.store.ledger import begin_run, end_run, runs, unfinished
from grafo.store.mentions import merge_mentions
from grafo.store.retire import claims_of_source, retire_missing
from grafo.store.sources import merge_source, missing_targets
from grafo.store.sync import Outcome, merge_claims

# A fifth: a register loses a few rows between editions, not a fifth of them.
SHRINK_SHARE = 0.2
BATCH_SIZE = 2000


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """How a load runs.

    keep_missing  the file is a part of its source: retire nothing
    allow_shrink  accept a file that would retire more than a fifth of its source
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
) -> tuple[RunReport, Prepared]:
    """Load one file. `name` is what provenance and messages call it, `place` gives a place by id.

    Raises:
        InputError: the file or its content is not what the loader expects; the graph is as
            it was.
        StoreError: the store failed; running the same load again completes it.
    """
    began = time.monotonic()
    origin = Origin(name, sha256_of(path, options.limits, name=name))
    report = RunReport(
        loader.name,
        origin.file,
        origin.sha256,
        dry_run=options.dry_run,
        synthetic=loader.synthetic,
        limits_es=loader.limits.es if loader.limits else "",
        limits_en=loader.limits.en if loader.limits else "",
    )
    quarantine = quarantine_dir / f"{loader.name}-{origin.sha256[:8]}.csv"
    with Spool() as spool:
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
        _write(store, loader, origin, prepared, options, progress)
    report.seconds = round(time.monotonic() - began, 3)
    return report, prepared


def _write(
    store: Store,
    loader: LoaderFile,
    origin: Origin,
    prepared: Prepared,
    options: LoadOptions,
    progress: Progress,
) -> None:
    report = prepared.report
    node_type = NODE_TYPES[loader.makes]
    retires = not (options.keep_missing or prepared.is_amendment)
    if retires:
        _guard_against_shrinking(store, node_type, prepared, options)
    _check_targets(store, prepared, origin.file)
    source = SourceInfo(loader.name, loader.source_properties())
    now = dt.datetime.now(dt.UTC)
    day, run_id = now.date().isoformat(), uuid.uuid4().hex
    interrupted = bool(unfinished(runs(store)))
    if not options.dry_run:
        begin_run(store, run_id, source.id, origin, now.isoformat(timespec="seconds"))
        report.written += merge_source(store, source)
        for batch in _batched(_mention_claims(prepared), options.batch_size):
            report.written += merge_mentions(store, source, origin, batch, day=day)
    outcome = Outcome()
    for claims in prepared.spool.batches(options.batch_size):
        outcome.add(merge_claims(store, source, origin, claims, day=day, dry_run=options.dry_run))
        progress("write", outcome.loaded + outcome.merged + outcome.unchanged)
    report.loaded, report.merged = outcome.loaded, outcome.merged
    report.unchanged = outcome.unchanged
    report.written += outcome.written
    if retires:
        report.retired = retire_missing(
            store,
            node_type,
            source.id,
            origin.sha256,
            prepared.spool.groups(),
            day=day,
            dry_run=options.dry_run,
        )
    if options.dry_run:
        return
    # A load that died after its last batch left the edges that follow from it behind.
    if report.written or report.retired or interrupted:
        progress("derive", 0)
        report.written += derive_edges(store)
    end_run(store, run_id, report.as_dict(), dt.datetime.now(dt.UTC).isoformat(timespec="seconds"))


def _guard_against_shrinking(
    store: Store, node_type: str, prepared: Prepared, options: LoadOptions
) -> None:
    stored = claims_of_source(store, node_type, prepared.report.source, prepared.report.sha256)
    groups = prepared.spool.groups()
    gone = sum(max(0, count - groups.get(group, 0)) for group, count in stored.items())
    total = sum(stored.values())
    if gone > total * SHRINK_SHARE and not options.allow_shrink:
        raise InputError(
            say(
                f"retiraría {gone} de los {total} registros que {prepared.report.source!r} tiene "
                "en el grafo, más de una quinta parte",
                f"would retire {gone} of the {total} claims that {prepared.report.source!r} has in "
                "the graph, more than a fifth",
            ),
            at=Location(prepared.report.file),
            hint=say(
                "Si la fuente de verdad se redujo, cárguela con --allow-shrink; si el archivo es "
                "sólo una parte, con --keep-missing.",
                "If the source really shrank, load it with --allow-shrink; if this file is only "
                "a part of it, with --keep-missing.",
            ),
        )


def _check_targets(store: Store, prepared: Prepared, file: str) -> None:
    """Refuse a file that points at nodes which neither it nor the graph has."""
    wanted = prepared.spool.targets()
    wanted["Government"] = wanted.get("Government", set()) - prepared.mentions.places.keys()
    wanted["Country"] = wanted.get("Country", set()) | prepared.mentions.countries()
    for node_type, ids in sorted(wanted.items()):
        if missing := missing_targets(store, node_type, sorted(ids)):
            raise InputError(
                say(
                    f"remite a {node_type} {', '.join(missing[:5])}, que no está en el grafo",
                    f"points at {node_type} {', '.join(missing[:5])}, not in the graph",
                ),
                at=Location(file),
                hint=say(
                    "Cargue antes la fuente que los tiene, o nómbrela en `needs` en el cargador.",
                    "Load the source that has them first, or name it under `needs` in the loader.",
                ),
            )


def _mention_claims(prepared: Prepared) -> list[Claim]:
    """Return the mentioned governments as claims, the ones that others are part of first."""
    amends = prepared.report.sha256 if prepared.is_amendment else None
    claims = [_government(place, row, amends) for place, row in prepared.mentions.places.values()]
    return sorted(claims, key=lambda claim: (len(claim.links) > 1, claim.group))


def _government(place: Place, row: int, amends: str | None) -> Claim:
    properties = {
        "id": place.id,
        "name": place.name,
        "name_es": place.name_es,
        "name_en": place.name_en,
        "level": place.level,
        "country": place.country,
        "inegi": place.inegi,
        "geonames_id": place.geonames_id,
        "population": place.population,
        "area_km2": place.area_km2,
        "lat": place.lat,
        "lon": place.lon,
    }
    links = []
    if place.country != "ZZ":
        links.append(Link("IN_COUNTRY", True, "Country", place.country))
    # Only Mexico's states are sure to be in the graph as governments of their own.
    if place.parent and place.parent.startswith("mx-"):
        links.append(Link("PART_OF", True, "Government", place.parent))
    return Claim(
        "Government", place.id, properties, tuple(links), [row], primary=False, amends=amends
    )


def _batched(claims: Iterable[Claim], size: int) -> Iterator[list[Claim]]:
    rest = iter(claims)
    while batch := list(islice(rest, size)):
        yield batch
