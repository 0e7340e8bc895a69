"""Whether a publication keeps to the shapes of others, by two SHACL engines.

    python -m benchmarks.shapes SHAPES SITE

SHAPES is a folder with `dcat-ap-3.0.1/{shapes,range}.ttl`, `dcat-us-3/…shapes.ttl`,
`cpov-2.1.2/…SHACL.ttl`, `core-location-2.1.0/…SHACL.ttl` and `skos-kos-kit/…shacl.ttl`, as their
keepers publish them; they are not part of grafo. SITE is what `grafo publish` wrote. The
catalogue is held against the DCAT shapes, the data against the others and against grafo's own.
Prints how many violations pyshacl and Apache Jena find, and the first of each.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pyshacl
import rdflib

from tests.jena.prepare import breaches

SHOWN = 5


def main(arguments: list[str]) -> None:
    """Hold the publication against each set of shapes."""
    shapes, site = map(Path, arguments)
    for name, data, wanted in _pairs(shapes, site):
        theirs = rdflib.Graph()
        for path in wanted:
            theirs.parse(path)
        merged = site.parent / f".shapes-{name.replace(' ', '-')}.ttl"
        theirs.serialize(merged, format="turtle")
        try:
            triples, jena = breaches(merged, data)
            found = _by_pyshacl(theirs, data)
        finally:
            merged.unlink()
        print(f"{name}: {triples:,} triples; pyshacl {len(found)}, Jena {len(jena)} violations")
        for line in [*found[:SHOWN], *jena[:SHOWN]]:
            print(f"    {line}")


def _pairs(shapes: Path, site: Path) -> Iterator[tuple[str, Path, list[Path]]]:
    catalogue, data = site / "catalog.ttl", site / "data" / "grafo.ttl"
    ap = shapes / "dcat-ap-3.0.1"
    yield "DCAT-AP 3.0.1", catalogue, [ap / "shapes.ttl", ap / "range.ttl"]
    yield "DCAT-US 3", catalogue, sorted((shapes / "dcat-us-3").glob("*shapes.ttl"))
    yield "CPOV 2.1.2", data, sorted((shapes / "cpov-2.1.2").glob("*SHACL.ttl"))
    yield "Core Location 2.1.0", data, sorted((shapes / "core-location-2.1.0").glob("*SHACL.ttl"))
    yield "SKOS kos-kit", data, sorted((shapes / "skos-kos-kit").glob("*.ttl"))
    yield "grafo", data, [site / "shapes.ttl"]


def _by_pyshacl(wanted: rdflib.Graph, data: Path) -> list[str]:
    graph = rdflib.Graph().parse(data)
    _, report, _ = pyshacl.validate(graph, shacl_graph=wanted, advanced=True)
    sh = rdflib.SH
    return sorted(
        f"{report.value(found, sh.focusNode)} {report.value(found, sh.resultPath)} "
        f"{report.value(found, sh.resultMessage)}"
        for found in report.subjects(rdflib.RDF.type, sh.ValidationResult)
        if report.value(found, sh.resultSeverity) == sh.Violation
    )


if __name__ == "__main__":
    main(sys.argv[1:])
