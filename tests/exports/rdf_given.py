"""A small graph with one of everything, and how tests read it in RDF."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from grafo.exports import ExportOptions, ExportSource, find_export, write_export
from grafo.exports.rdf import Terms, triples
from tests.exports.given import Edge, Given, Node

BASE = "https://data.example.org/"
OPTIONS = ExportOptions(base_iri=BASE)
SYNTAXES = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}
SHA = "ab" * 32

NODES: list[Node] = [
    ("Source", {"id": "registro", "title_es": "Registro", "title_en": "Register"}
     | {"synthetic": False, "precedence": 1, "licence": "CC-BY-4.0", "publisher": "Secretaría"}
     | {"url": "https://example.org/registro", "coverage_es": "Todo", "coverage_en": "All"}
     | {"limits_es": "Faltan fechas.", "limits_en": "Dates are missing."}),
    ("Country", {"id": "JP", "name_es": "Japón", "name_en": "Japan", "iso3": "JPN", "m49": "392"}
     | {"region": "142", "region_es": "Asia", "region_en": "Asia", "subregion": "030"}
     | {"subregion_es": "Asia oriental", "subregion_en": "Eastern Asia"}),
    ("Country", {"id": "MX", "name_es": "México", "name_en": "Mexico", "iso3": "MEX"}),
    ("Theme", {"id": "environment", "name_es": "Medio ambiente", "name_en": "Environment"}),
    ("Theme", {"id": "water", "name_es": "Agua", "name_en": "Water", "sdg": [6, 99]}),
    ("Government", {"id": "gn-1", "name": "京都市", "name_es": "Kioto", "level": "city"}
     | {"country": "JP", "wikidata": "Q34600", "geonames_id": 1857910}),
    ("Government", {"id": "mx-14", "name": "Jalisco", "level": "state", "country": "MX"}
     | {"inegi": "14", "population": 8348151, "area_km2": 78599.0, "lat": 20.5, "lon": -103.25}),
    ("Government", {"id": "mx-14039", "name": "Guadalajara", "name_es": "Guadalajara"}
     | {"level": "municipality", "country": "MX"}),
    ("Agreement", {"id": "ag-1", "kind": "twinning", "status": "in-force", "signed": "1995-05"}
     | {"title": "Hermanamiento", "register_number": "RAI-1", "starts": "1995-05-03"}
     | {"ends": "2005", "validity": "10 años"}),
    ("Agreement", {"id": "ag-2", "kind": "other", "status": "withdrawn"}
     | {"retired_at": "2026-05-04"}),
    ("Representation", {"id": "embassy-tokyo", "type": "embassy", "name_es": "Embajada en Japón"}
     | {"name_en": "Embassy in Japan", "city": "Tokyo", "geonames_id": 1850147, "lat": 35.6}
     | {"lon": 139.7, "status": "active", "source_date": "2026-05", "references": ["a", "b"]}),
]  # fmt: skip
LINKED = {"agreements": 1}
EDGES: list[Edge] = [
    ("SIGNED", "Government", "gn-1", "Agreement", "ag-1", {"role": "counterpart"}),
    ("SIGNED", "Government", "gn-1", "Agreement", "ag-2", {"role": "party"}),
    ("SIGNED", "Government", "mx-14", "Agreement", "ag-1", {"role": "home"}),
    ("SIGNED", "Government", "mx-14", "Agreement", "ag-2", {"role": "party"}),
    ("ABOUT", "Agreement", "ag-1", "Theme", "environment", {"basis": "keyword"}),
    ("ABOUT", "Agreement", "ag-1", "Theme", "water", {"basis": "column"}),
    ("IN_COUNTRY", "Government", "gn-1", "Country", "JP", {}),
    ("IN_COUNTRY", "Government", "mx-14", "Country", "MX", {}),
    ("IN_COUNTRY", "Government", "mx-14039", "Country", "MX", {}),
    ("IN_COUNTRY", "Representation", "embassy-tokyo", "Country", "JP", {}),
    ("PART_OF", "Government", "mx-14039", "Government", "mx-14", {}),
    ("REPRESENTS", "Representation", "embassy-tokyo", "Country", "MX", {}),
    ("ACCREDITED_TO", "Representation", "embassy-tokyo", "Country", "JP", {}),
    ("BROADER", "Theme", "water", "Theme", "environment", {}),
    ("TWINNED_WITH", "Government", "gn-1", "Government", "mx-14", LINKED),
    ("COOPERATES_WITH", "Government", "gn-1", "Government", "mx-14", LINKED),
    ("NEAREST", "Government", "gn-1", "Representation", "embassy-tokyo", {"km": 364.1}),
    ("REPORTED_IN", "Agreement", "ag-1", "Source", "registro",
     {"row": 5, "rows": [5, 9], "file": "rai.csv", "sha256": SHA}),
    ("REPORTED_IN", "Government", "mx-14", "Source", "registro",
     {"row": 5, "file": "rai.csv", "sha256": SHA}),
    ("REPORTED_IN", "Government", "mx-14", "Source", "registro",
     {"row": 7, "file": "rai.csv", "sha256": SHA, "retired_at": "2026-05-04"}),
    ("REPORTED_IN", "Agreement", "ag-2", "Source", "registro",
     {"row": 8, "file": "rai.csv", "sha256": SHA, "retired_at": "2026-05-04"}),
]  # fmt: skip
TERMS = Terms(BASE)


def one_of_everything() -> Given:
    """Return the graph above."""
    return Given(NODES, EDGES)


def said(source: ExportSource, short: str, kind: str = "", key: str = "") -> list[str]:
    """Return what is said of a thing with a predicate, each value as N-Triples writes it.

    Without a thing, what is said of the whole graph.
    """
    subject = TERMS.mint(kind, key) if kind else TERMS.dataset
    found = [
        t for t in triples(source, OPTIONS) if (t.subject, t.predicate) == (subject, TERMS[short])
    ]
    return [str(triple.object) for triple in found]


def iri(kind: str, key: str) -> str:
    """Return the IRI of a thing as N-Triples writes it."""
    return str(TERMS.mint(kind, key))


def written(source: ExportSource, name: str, options: ExportOptions = OPTIONS) -> bytes:
    """Return what a format writes."""
    form = find_export(name)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"graph{form.suffix}"
        write_export(form, source, path, options)
        return path.read_bytes()


def read_back(data: bytes, name: str) -> list[ox.Triple]:
    """Return the triples of a file, as often as they are in it."""
    return [quad.triple for quad in ox.parse(data, format=SYNTAXES[name])]


def with_text(text: str, **more: Any) -> Given:
    """Return a graph that has a text wherever one can be."""
    changed: list[Node] = []
    fixed = {"id", "level", "kind", "status", "type", "iso3", "m49", "signed", "starts", "ends"}
    fixed.add("retired_at")
    for type_, properties in NODES:
        texts = {
            name: text
            for name, value in properties.items()
            if isinstance(value, str) and name not in fixed
        }
        changed.append((type_, {**properties, **texts, **more}))
    return Given(changed, EDGES)
