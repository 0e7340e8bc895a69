"""The explorer beside pyvis, on shipped registers and on seeded graphs; see benchmarks.views."""

from __future__ import annotations

import multiprocessing
import os
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import grafo
from benchmarks.pages import canvas_seen, explorer_seen
from benchmarks.twin_towns import twin_towns_file
from grafo.analysis.snapshot import Snapshot
from grafo.views import ViewOptions, find_view

PATIENCE = 120.0  # seconds that pyvis may take to make its page
SHIPPED = {"real sample": "twinnings_mx", "synthetic": "register_synthetic"}
HEADINGS = ("graph", "page", "made s", "MB", "paint s", "search s", "heap MB")

Named = tuple[str, Callable[[], Snapshot]]


def measured(seeded: Iterable[Named]) -> None:
    """Print one line for the explorer and one for pyvis of each graph."""
    _line(*HEADINGS)
    shipped: list[Named] = [(name, lambda s=s: _loaded(s)) for name, s in SHIPPED.items()]
    if os.environ.get("GRAFO_BENCH_DATA"):
        shipped.append(("twin towns", lambda: _loaded("twin_towns", twin_towns_file())))
    for name, make in (*shipped, *seeded):
        snapshot = make()
        _explorer(name, snapshot)
        _pyvis(name, snapshot)


def _loaded(source: str, file: Path | None = None) -> Snapshot:
    with tempfile.TemporaryDirectory() as home, grafo.open(home=home) as g:
        g.load("representations_mx")
        g.load(source, file)
        return g.snapshot()


def _explorer(name: str, snapshot: Snapshot) -> None:
    start = time.perf_counter()
    page = find_view("explorer").draw(snapshot, ViewOptions())
    made = time.perf_counter() - start
    linked = {end for c in snapshot.cooperations for end in (c.one, c.other)}
    wanted = next(g.name for g in snapshot.governments if g.id in linked)
    seen = explorer_seen(page, wanted)
    _line(name, "explorer", made, len(page.encode()) / 1e6, seen.paint, seen.search, seen.heap)


def _pyvis(name: str, snapshot: Snapshot) -> None:
    start = time.perf_counter()
    page = _within(PATIENCE, snapshot)
    made = time.perf_counter() - start
    if page is None:
        _line(name, "pyvis", f">{PATIENCE:.0f}", None, None, None, None)
        return
    paint = canvas_seen(page).paint
    size = len(page.encode()) / 1e6
    _line(name, "pyvis", made, size, ">60" if paint is None else paint, None, None)


def _within(seconds: float, snapshot: Snapshot) -> str | None:
    """Return the page of pyvis, or None where it is not ready in time."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        work = multiprocessing.get_context("fork").Process(target=_write, args=(snapshot, file))
        work.start()
        work.join(seconds)
        if work.is_alive():
            work.kill()
            work.join()
        return file.read_text(encoding="utf-8") if work.exitcode == 0 else None


def _write(snapshot: Snapshot, file: Path) -> None:
    from pyvis.network import Network

    drawn = Network(cdn_resources="in_line")
    linked = {end for c in snapshot.cooperations for end in (c.one, c.other)}
    for government in snapshot.governments:
        if government.id in linked:
            drawn.add_node(government.id, label=government.name)
    for cooperation in snapshot.cooperations:
        drawn.add_edge(cooperation.one, cooperation.other)
    file.write_text(drawn.generate_html(), encoding="utf-8")


def _line(*cells: str | float | None) -> None:
    texts = ["—" if c is None else c if isinstance(c, str) else f"{c:.2f}" for c in cells]
    name, page, *numbers = texts
    print(f"{name:<18}{page:<10}" + "".join(f"{text:>10}" for text in numbers), flush=True)
