"""Write ontology/grafo.ttl, ontology/shapes.ttl and the pages that explain the terms.

    python scripts/build_ontology.py [--check]

All of it is made from grafo/model.yml and grafo/exports/rdf/vocabulary.yml, for the example base.
With --check nothing is written, and the exit code is 1 when a file is not fresh.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from grafo.exports.rdf import Terms
from grafo.exports.rdf.ontology import ontology, turtle
from grafo.exports.rdf.ontology_page import ontology_page
from grafo.exports.rdf.shapes import shapes
from grafo.exports.registry import EXAMPLE_BASE
from grafo.files import atomic_write

ROOT = Path(__file__).resolve().parents[1]

FILES: dict[str, Callable[[], str]] = {
    "ontology/grafo.ttl": lambda: turtle(ontology(EXAMPLE_BASE), Terms(EXAMPLE_BASE)),
    "ontology/shapes.ttl": lambda: turtle(shapes(EXAMPLE_BASE), Terms(EXAMPLE_BASE)),
    "docs/ontology.md": lambda: ontology_page("en"),
    "docs/ontology.es.md": lambda: ontology_page("es"),
}


def main(arguments: list[str]) -> int:
    """Write all files, or with --check compare them with what is there."""
    stale = []
    for name, made in FILES.items():
        path, text = ROOT / name, made()
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if "--check" not in arguments:
            with atomic_write(path) as stream:
                stream.write(text)
    for name in stale:
        print(f"{'stale' if '--check' in arguments else 'written'}: {name}")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
