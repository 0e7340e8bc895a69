"""Graphs to measure: the shipped sources, or a few agreements written down in a test."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grafo.bundled import bundled
from grafo.figures import Figure, measure_claims
from grafo.loading.catalogue import find_loader
from grafo.loading.run import LoadOptions, run_load
from grafo.places import Matcher
from grafo.store import Store
from grafo.store.constraints import ensure_constraints
from tests.conftest import emptied

STATES = [f"mx-{number:02}" for number in range(1, 33)]


def load(store: Store, matcher: Matcher, folder: Path, *names: str) -> None:
    """Fill a store with shipped sources, each before those that need it."""
    ensure_constraints(store)
    for name in names:
        loader = find_loader(name)
        path = bundled("data") / (loader.file or "")
        run_load(
            store,
            loader,
            path,
            name=path.name,
            resolve=matcher.match,
            place=matcher.gazetteer.place,
            quarantine_dir=folder,
            options=LoadOptions(),
        )


@dataclass(frozen=True, slots=True)
class Signed:
    """One agreement of a small graph. Parties are ids: mx-14 a state, mx-14039 a municipality,
    anything else a city of the country its id begins with."""

    parties: tuple[str, ...]
    kind: str = "twinning"
    signed: str | None = None
    sources: tuple[str, ...] = ("register",)
    status: str = "in-force"


def write(
    store: Store,
    agreements: Iterable[Signed],
    *,
    states: Iterable[str] = STATES,
    synthetic: bool = False,
) -> Store:
    """Empty a store and write a small graph into it, with Mexico's states, each of 1,000 km²."""
    emptied(store)
    numbered = [(f"ag-{number:04}", agreement) for number, agreement in enumerate(agreements)]
    parties = {party for _, agreement in numbered for party in agreement.parties}
    _each(
        store,
        "CREATE (g:Government) SET g = row",
        [_government(party) for party in sorted(parties | set(states))],
    )
    _each(
        store,
        "MATCH (m:Government {id: row.id}), (s:Government {id: left(row.id, 5)}) "
        "CREATE (m)-[:PART_OF]->(s)",
        [{"id": party} for party in parties if party.startswith("mx-") and len(party) > 5],
    )
    _each(
        store,
        "CREATE (a:Agreement) SET a = row",
        [
            {"id": key, "kind": each.kind, "signed": each.signed, "status": each.status}
            for key, each in numbered
        ],
    )
    _each(
        store,
        "MATCH (a:Agreement {id: row.id}), (g:Government {id: row.party}) "
        "CREATE (g)-[:SIGNED {role: 'party'}]->(a)",
        [{"id": key, "party": party} for key, each in numbered for party in each.parties],
    )
    _each(
        store,
        "MATCH (a:Agreement {id: row.id}) MERGE (s:Source {id: row.source}) "
        "SET s.title_es = 'El ' + row.source, s.title_en = 'The ' + row.source, "
        "s.synthetic = row.synthetic "
        "CREATE (a)-[:REPORTED_IN {row: 1, file: 'f', sha256: 'x'}]->(s)",
        [
            {"id": key, "source": source, "synthetic": synthetic}
            for key, each in numbered
            for source in each.sources
        ],
    )
    return store


def _each(store: Store, statement: str, rows: list[dict[str, Any]]) -> None:
    store.write(lambda tx: tx.run(f"UNWIND $rows AS row {statement}", rows=rows).consume())


def _government(party: str) -> dict[str, Any]:
    mexican = party.startswith("mx-")
    level = "city" if not mexican else "state" if len(party) == 5 else "municipality"
    facts = {"area_km2": 1000.0, "population": 100_000} if level == "state" else {}
    return {"id": party, "name": party, "level": level, "country": party[:2].upper(), **facts}


def measured(store: Store) -> dict[str, Figure]:
    """Return the figures of a graph by the ids of their claims."""
    return {figure.id: figure for figure in measure_claims(store)}
