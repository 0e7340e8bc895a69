"""What is in the graph: counts by type and by source, and the loads that led there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grafo.model import load_model
from grafo.store.ledger import Run, finished, runs, unfinished

if TYPE_CHECKING:
    from grafo.store import Store


@dataclass(frozen=True, slots=True)
class SourceStatus:
    """One source: its words, whether it is made up, and how many nodes it reports."""

    id: str
    title_es: str
    title_en: str
    synthetic: bool
    limits_es: str
    limits_en: str
    reports: int
    retired: int
    last_run: Run | None


@dataclass(frozen=True, slots=True)
class GraphStatus:
    """The graph at a glance. `unfinished` are loads that began and did not end."""

    engine: str
    version: str
    where: str
    nodes: dict[str, int]
    edges: dict[str, int]
    sources: list[SourceStatus]
    unfinished: list[Run]

    @property
    def synthetic(self) -> bool:
        """Whether anything in the graph is made up; every output must then say so."""
        return any(source.synthetic for source in self.sources)


def graph_status(store: Store) -> GraphStatus:
    """Count nodes, edges and each source's reports."""
    model = load_model()
    nodes = {
        name: store.rows(f"MATCH (n:{name}) RETURN count(n) AS n")[0]["n"]
        for name, node in model.nodes.items()
        if not node.internal
    }
    edges = {
        name: store.rows(f"MATCH ()-[e:{name}]->() RETURN count(e) AS n")[0]["n"]
        for name in model.edges
    }
    all_runs = runs(store)
    ended = finished(all_runs)
    sources = [
        SourceStatus(last_run=ended.get(row["id"]), **row)
        for row in store.rows(
            "MATCH (s:Source) OPTIONAL MATCH (s)<-[r:REPORTED_IN]-() "
            "RETURN s.id AS id, s.title_es AS title_es, s.title_en AS title_en, "
            "s.synthetic AS synthetic, coalesce(s.limits_es, '') AS limits_es, "
            "coalesce(s.limits_en, '') AS limits_en, count(r) AS reports, "
            "count(r.retired_at) AS retired ORDER BY id"
        )
    ]
    return GraphStatus(
        store.engine, store.version, store.where, nodes, edges, sources, unfinished(all_runs)
    )
