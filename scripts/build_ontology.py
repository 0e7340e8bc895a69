"""Write ontology/grafo.ttl, ontology/shapes.ttl and the pages that explain the terms.

    python scripts/build_ontology.py [--check]

All of it is made from grafo/model.yml and grafo/exports/rdf/vocabulary.yml, for the example base.
With --check nothing is written, and the exit code is 1 when a file is not fresh.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from fresh import renew

from grafo.exports.rdf import Terms
from grafo.exports.rdf.ontology import ontology, turtle
from grafo.exports.rdf.ontology_page import ontology_page
from grafo.exports.rdf.shapes import shapes
from grafo.exports.registry import EXAMPLE_BASE

FILES: dict[str, Callable[[], str]] = {
    "ontology/grafo.ttl": lambda: turtle(ontology(EXAMPLE_BASE), Terms(EXAMPLE_BASE)),
    "ontology/shapes.ttl": lambda: turtle(shapes(EXAMPLE_BASE), Terms(EXAMPLE_BASE)),
    "docs/ontology.md": lambda: ontology_page("en"),
    "docs/ontology.es.md": lambda: ontology_page("es"),
}


if __name__ == "__main__":
    sys.exit(renew(FILES, sys.argv[1:]))
