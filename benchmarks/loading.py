"""How fast a world of twin towns loads, beside the bare driver on the same machine.

    GRAFO_BENCH_DATA=FOLDER python -m benchmarks.loading [embedded] [neo4j]

For each engine, in one run:
- `grafo`: `twin_towns` from the file to the finished graph, reading, resolving, deriving and all;
- `bare`: the very nodes and edges of that graph, prepared beforehand, sent through the plain
  driver in UNWIND MERGE batches of the same size;
- `row by row`: a sample of the same nodes and edges, one MERGE transaction each.

Times on a shared machine vary by a factor of two; the ratios within a run are what counts.
`neo4j` uses the server that the tests use (`make neo4j` prepares it).
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.twin_towns import twin_towns_file
from grafo.loading.catalogue import find_loader
from grafo.loading.run import BATCH_SIZE, LoadOptions, run_load
from grafo.model import load_model
from grafo.places import Matcher, open_matcher
from grafo.settings import Settings
from grafo.store import Store, open_store
from grafo.store.canonical import canonical_hash
from grafo.store.constraints import ensure_constraints

SAMPLE = 300  # agreements that are sent row by row

Batch = tuple[str, list[dict[str, Any]]]


def main(engines: list[str]) -> None:
    """Measure each engine and print what was found."""
    path = twin_towns_file()
    with tempfile.TemporaryDirectory() as home:
        matcher = open_matcher(Path(home) / "places")  # its first build is not part of a load
        for engine in engines or ["embedded", "neo4j"]:
            with _store(engine, Path(home)) as store:
                _measure(engine, store, matcher, path, Path(home))


@contextmanager
def _store(engine: str, home: Path) -> Iterator[Store]:
    if engine == "embedded":
        with open_store(Settings(home=home / "graph")) as store:
            yield store
        return
    from tests.neo4j.server import Neo4jServer

    with Neo4jServer(home / "neo4j") as server:
        settings = Settings(
            home=home, neo4j_uri=server.uri, neo4j_username="neo4j", neo4j_password=server.password
        )
        with open_store(settings) as store:
            yield store


def _measure(engine: str, store: Store, matcher: Matcher, path: Path, home: Path) -> None:
    ensure_constraints(store)

    def load(name: str, file: Path) -> tuple[float, Any]:
        began = time.perf_counter()
        report, _ = run_load(
            store,
            find_loader(name),
            file,
            name=file.name,
            resolve=matcher.match,
            place=matcher.gazetteer.place,
            quarantine_dir=home / "quarantine",
            options=LoadOptions(),
        )
        return time.perf_counter() - began, report

    countries = Path(__file__).parents[1] / "data" / "countries.csv"
    load("countries", countries)
    first, report = load("twin_towns", path)
    first_hash = canonical_hash(store)
    again, second = load("twin_towns", path)
    second_hash = canonical_hash(store)
    batches = list(_prepared(store))
    elements = sum(len(rows) for _, rows in batches)
    _wipe(store)
    ensure_constraints(store)
    load("countries", countries)
    bare = _send(store, batches)
    _wipe(store)
    ensure_constraints(store)
    load("countries", countries)
    sent, row_by_row = _row_by_row(store, batches)
    rows = report.read
    print(f"\n{engine} {store.version}: {rows:,} rows, {elements:,} nodes and edges")
    print(
        f"  read {rows} = loaded {report.loaded} + merged {report.merged} + unchanged "
        f"{report.unchanged} + quarantined {report.quarantined}"
    )
    print(f"  grafo       {first:6.1f} s  {rows / first:8,.0f} rows/s end to end")
    print(f"  bare        {bare:6.1f} s  {rows / bare:8,.0f} rows/s; grafo/bare {bare / first:.2f}")
    speed, slow = elements / first, sent / row_by_row
    print(
        f"  row by row  {sent} nodes and edges in {row_by_row:.1f} s, {slow:,.0f}/s; "
        f"grafo writes {speed:,.0f}/s, {speed / slow:.0f}x"
    )
    print(
        f"  second load {again:6.1f} s  unchanged {second.unchanged}, written {second.written}, "
        f"same graph: {second_hash == first_hash}"
    )
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  peak memory of this process {own:,.0f} MiB; hash {first_hash[:16]}")


def _prepared(store: Store) -> Iterator[Batch]:
    """Take the loaded graph out again as MERGE statements and their rows, in batches."""
    for name in ("Source", "Government", "Agreement"):
        rows = store.rows(f"MATCH (n:{name}) RETURN n.id AS id, properties(n) AS set")
        yield from _cut(
            f"UNWIND $rows AS row MERGE (n:{name} {{id: row.id}}) SET n = row.set", rows
        )
    for edge in load_model().edges.values():
        for source in edge.source:
            for target in edge.target:
                rows = store.rows(
                    f"MATCH (n:{source})-[e:{edge.name}]->(m:{target}) "
                    "RETURN n.id AS one, m.id AS other, properties(e) AS set"
                )
                yield from _cut(
                    f"UNWIND $rows AS row MATCH (n:{source} {{id: row.one}}) "
                    f"MATCH (m:{target} {{id: row.other}}) "
                    f"MERGE (n)-[e:{edge.name}]->(m) SET e = row.set",
                    rows,
                )


def _cut(cypher: str, rows: list[dict[str, Any]]) -> Iterator[Batch]:
    for start in range(0, len(rows), BATCH_SIZE):
        yield cypher, rows[start : start + BATCH_SIZE]


def _send(store: Store, batches: list[Batch]) -> float:
    began = time.perf_counter()
    for cypher, rows in batches:
        store.write(lambda tx, c=cypher, r=rows: tx.run(c, rows=r).consume())
    return time.perf_counter() - began


def _row_by_row(store: Store, batches: list[Batch]) -> tuple[int, float]:
    """Write the first agreements and all that belongs to them, one MERGE transaction a row.

    Returns how many nodes and edges that were, and the seconds it took.
    """
    signed = [row for cypher, rows in batches if ":SIGNED]" in cypher for row in rows]
    agreements = set(list(dict.fromkeys(row["other"] for row in signed))[:SAMPLE])
    known = agreements | {row["one"] for row in signed if row["other"] in agreements}
    known |= {row["id"] for cypher, rows in batches if "n:Source" in cypher for row in rows}
    known |= {row["other"] for c, rows in batches if ":IN_COUNTRY]" in c for row in rows}
    sample = [
        (cypher, row)
        for cypher, rows in batches
        for row in rows
        if (row["id"] in known if "id" in row else {row["one"], row["other"]} <= known)
    ]
    began = time.perf_counter()
    for cypher, row in sample:
        store.write(lambda tx, c=cypher, r=row: tx.run(c, rows=[r]).consume())
    return len(sample), time.perf_counter() - began


def _wipe(store: Store) -> None:
    while store.write(
        lambda tx: tx.run(
            "MATCH (n) WITH n LIMIT 5000 DETACH DELETE n RETURN count(*) AS n"
        ).single(strict=True)["n"]
    ):
        pass


if __name__ == "__main__":
    main(sys.argv[1:])
