"""How fast a graph of a million triples is written in each syntax of RDF, beside rdflib.

    python -m benchmarks.rdf [turtle ntriples rdfxml jsonld]

A made-up graph: 15,000 governments and 40,000 agreements between them, dated, with themes, and
reported in one file. Each way of writing it runs in a process of its own, from the plain nodes
and edges to the bytes on disk, so that its peak memory is its own:
- `grafo`: what `grafo export` does, from the graph's nodes to the file;
- `rdflib`: the same triples put into an rdflib graph, and written by it. Putting them there and
  writing are told apart, for who has an rdflib graph already only pays for the writing.

`floor` is a process that makes the same triples and writes none. Seconds are
those of the processor, which other work on the machine disturbs least; the ratios within a run
are what counts. Of the memory, the second figure is what came after the imports: the driver of the
store alone takes most of the first.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from grafo.exports import ExportedEdge, ExportedNode, ExportOptions, ExportSource, find_export
from grafo.exports.rdf import to_rdflib, triples
from grafo.model import load_model

GOVERNMENTS = 15_000
AGREEMENTS = 40_000
THEMES = ("culture", "education", "health", "water")
THEIRS = {"turtle": "turtle", "ntriples": "nt", "rdfxml": "xml", "jsonld": "json-ld"}


class MadeUp(ExportSource):
    """A graph that is made while it is read: memory holds none of it."""

    def __init__(self) -> None:
        self.model = load_model()
        self.tells_measures = False

    def nodes(self, type_: str) -> Iterator[ExportedNode]:
        """Yield the nodes of a type, by id."""
        for properties in _NODES.get(type_, lambda: iter(()))():
            yield ExportedNode(type_, properties["id"], properties)

    def edges(self, type_: str) -> Iterator[ExportedEdge]:
        """Yield the edges of a type, by their ends."""
        return _EDGES.get(type_, lambda: iter(()))()


def _governments() -> Iterator[dict[str, Any]]:
    for i in range(GOVERNMENTS):
        key = f"gn-{i:06}"
        yield {
            **{"id": key, "name": f"Ciudad {i}", "name_es": f"Ciudad {i}", "level": "city"},
            **{"country": "MX", "geonames_id": i + 1, "population": 1000 + i},
            **{"lat": (i % 900) / 10 - 45, "lon": (i % 1800) / 10 - 90},
        }


def _agreements() -> Iterator[dict[str, Any]]:
    for i in range(AGREEMENTS):
        year, month = 1980 + i % 45, 1 + i % 12
        yield {
            **{"id": f"ag-{i:06}", "kind": "twinning", "status": "in-force"},
            **{"title": f"Hermanamiento entre la ciudad {i} y su contraparte"},
            **{"signed": f"{year}-{month:02}-{1 + i % 28:02}", "register_number": f"RAI-{i}"},
        }


def _signed() -> Iterator[ExportedEdge]:
    for i in range(AGREEMENTS):
        for step, role in ((0, "home"), (1 + i % 97, "counterpart")):
            key = f"gn-{(i + step) % GOVERNMENTS:06}"
            yield ExportedEdge(
                "SIGNED", "Government", key, "Agreement", f"ag-{i:06}", {"role": role}
            )


def _about() -> Iterator[ExportedEdge]:
    for i in range(AGREEMENTS):
        theme = THEMES[i % len(THEMES)]
        basis = {"basis": "column"}
        yield ExportedEdge("ABOUT", "Agreement", f"ag-{i:06}", "Theme", theme, basis)


def _in_country() -> Iterator[ExportedEdge]:
    for i in range(GOVERNMENTS):
        yield ExportedEdge("IN_COUNTRY", "Government", f"gn-{i:06}", "Country", "MX", {})


def _reported() -> Iterator[ExportedEdge]:
    for i in range(AGREEMENTS):
        said = {"row": i + 2, "file": "registro.csv", "sha256": "ab" * 32}
        yield ExportedEdge("REPORTED_IN", "Agreement", f"ag-{i:06}", "Source", "registro", said)


_SOURCE = {"id": "registro", "title_es": "Registro", "title_en": "Register", "synthetic": True}
_NODES: dict[str, Any] = {
    "Government": _governments,
    "Agreement": _agreements,
    "Country": lambda: iter([{"id": "MX", "name_es": "México", "name_en": "Mexico"}]),
    "Theme": lambda: iter([{"id": t, "name_es": t, "name_en": t} for t in THEMES]),
    "Source": lambda: iter([{**_SOURCE, "licence": "CC0-1.0", "precedence": 1}]),
}
_EDGES: dict[str, Any] = {
    "SIGNED": _signed,
    "ABOUT": _about,
    "IN_COUNTRY": _in_country,
    "REPORTED_IN": _reported,
}


def main(arguments: list[str]) -> None:
    """Measure the syntaxes asked for, or one of them in this very process."""
    if arguments[:1] == ["--one"]:
        print(json.dumps(_one(arguments[1], arguments[2])))
        return
    floor = _measured("floor", "-")
    print(f"{floor['triples']:,} triples")
    print(f"floor      {_shown(floor)}")
    for syntax in arguments or list(THEIRS):
        ours, theirs = _measured("grafo", syntax), _measured("rdflib", syntax)
        print(f"{syntax:10} {_shown(ours)}")
        writing = theirs["seconds"] / ours["seconds"]
        whole = (theirs["before"] + theirs["seconds"]) / ours["seconds"]
        print(f"  rdflib   {_shown(theirs)}, and {theirs['before']:.1f} s to fill its graph")
        print(
            f"  grafo is {whole:.1f} times as fast from nodes to file ({writing:.1f} times as fast "
            f"as the writing alone), in 1/{theirs['own'] / ours['own']:.0f} of the memory"
        )


def _shown(found: dict[str, float]) -> str:
    return f"{found['seconds']:6.1f} s  {found['peak']:6.0f} MB, {found['own']:5.0f} MB of it own"


def _measured(what: str, syntax: str) -> dict[str, float]:
    done = subprocess.run(  # noqa: S603 - this very program
        [sys.executable, "-m", "benchmarks.rdf", "--one", what, syntax],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).resolve().parents[1],
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _one(what: str, syntax: str) -> dict[str, float]:
    before = 0.0
    imports = _peak()
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph"
        begun = time.process_time()
        if what == "floor":
            count = sum(1 for _ in triples(MadeUp(), ExportOptions()))
        elif what == "grafo":
            find_export(syntax).write(MadeUp(), path, ExportOptions())
        else:
            graph = to_rdflib(MadeUp(), ExportOptions())
            before = time.process_time() - begun
            begun = time.process_time()
            graph.serialize(path, format=THEIRS[syntax])
        seconds = time.process_time() - begun
    peak = _peak()
    return {
        **{"seconds": seconds, "peak": peak, "own": peak - imports},
        **{"before": before, "triples": count},
    }


def _peak() -> float:
    """Return the most memory that this process ever had, in MB."""
    unit = 2**20 if sys.platform == "darwin" else 2**10  # bytes there, KiB elsewhere
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    main(sys.argv[1:])
