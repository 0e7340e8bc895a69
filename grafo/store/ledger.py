"""The run ledger: each load of a source, begun and ended, kept beside the graph it changed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from grafo.statements import Origin

if TYPE_CHECKING:
    from grafo.store import Store


@dataclass(frozen=True, slots=True)
class Run:
    """One load. `report` is empty while it has not ended; times are UTC, ISO 8601."""

    id: str
    source: str
    state: str
    file: str
    sha256: str
    started_at: str
    finished_at: str | None
    report: dict[str, Any]


def begin_run(store: Store, run_id: str, source: str, origin: Origin, at: str) -> None:
    """Note that a load starts. One that never ends stays visible as started."""
    store.write(
        lambda tx: tx.run(
            "MERGE (r:Run {id: $id}) SET r.source = $source, r.state = 'started', "
            "r.file = $file, r.sha256 = $sha256, r.started_at = $at",
            id=run_id,
            source=source,
            file=origin.file,
            sha256=origin.sha256,
            at=at,
        ).consume()
    )


def end_run(store: Store, run_id: str, report: dict[str, Any], at: str) -> None:
    """Note that a load ended, with its report."""
    store.write(
        lambda tx: tx.run(
            "MATCH (r:Run {id: $id}) SET r.state = 'finished', r.finished_at = $at, "
            "r.report = $report",
            id=run_id,
            at=at,
            report=json.dumps(report, ensure_ascii=False, sort_keys=True),
        ).consume()
    )


def runs(store: Store) -> list[Run]:
    """Return all runs, the newest first."""
    rows = store.rows(
        "MATCH (r:Run) WHERE r.source <> '' RETURN r.id AS id, r.source AS source, "
        "r.state AS state, r.file AS file, r.sha256 AS sha256, r.started_at AS started_at, "
        "r.finished_at AS finished_at, r.report AS report ORDER BY started_at DESC, id DESC"
    )
    return [Run(**{**row, "report": json.loads(row["report"] or "{}")}) for row in rows]


def unfinished(all_runs: Sequence[Run]) -> list[Run]:
    """Return each source's last load where it began and did not end; `all_runs` newest first."""
    latest = {run.source: run for run in reversed(all_runs)}
    return [run for run in latest.values() if run.state == "started"]


def finished(all_runs: Sequence[Run]) -> dict[str, Run]:
    """Return each source's last load that ended, by source; `all_runs` newest first."""
    return {run.source: run for run in reversed(all_runs) if run.state == "finished"}


def last_finished(store: Store, source: str) -> Run | None:
    """Return the source's last load that ended, unless a later one began and did not end."""
    of_source = [run for run in runs(store) if run.source == source]
    return of_source[0] if of_source and of_source[0].state == "finished" else None
