"""The catalogue tells portals what is there: sizes, checksums, licences, counts that are true."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pyoxigraph as ox
import pytest

from grafo.errors import UsageError
from grafo.publishing.paged import A_PAGE
from tests.exports.given import Given
from tests.exports.rdf_given import EDGES, NODES
from tests.publishing.published import BASE, everything, published

PREFIXES = """
PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dct: <http://purl.org/dc/terms/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/> PREFIX hydra: <http://www.w3.org/ns/hydra/core#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX spdx: <http://spdx.org/rdf/terms#>
PREFIX org: <http://www.w3.org/ns/org#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX vcard: <http://www.w3.org/2006/vcard/ns#> PREFIX void: <http://rdfs.org/ns/void#>
"""
FORMATS = {"ttl": ox.RdfFormat.TURTLE, "xml": ox.RdfFormat.RDF_XML, "jsonld": ox.RdfFormat.JSON_LD}


def _asked(folder: Path, name: str, query: str) -> list[tuple[str, ...]]:
    store = ox.Store()
    store.bulk_load(path=str(folder / name), format=FORMATS[name.rpartition(".")[2]])
    rows = store.query(PREFIXES + query)
    return [tuple(value.value for value in row) for row in rows]  # type: ignore[union-attr]


def test_sizes_and_checksums_are_those_of_the_files(site: Path) -> None:
    rows = _asked(
        site,
        "catalog.ttl",
        "SELECT ?url ?size ?sum { ?d a dcat:Distribution; dcat:downloadURL ?url; "
        "dcat:byteSize ?size; spdx:checksum/spdx:checksumValue ?sum; dct:license ?l; "
        "dcat:mediaType ?m; dct:format ?f; dct:title ?es . FILTER(lang(?es) = 'es') }",
    )
    assert len(rows) == 7
    for url, size, digest in rows:
        data = (site / url.removeprefix(BASE)).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (int(size), digest)


def test_the_three_syntaxes_of_the_catalogue_say_the_same(site: Path) -> None:
    said = [
        {str(q.triple) for q in ox.parse(path=str(site / f"catalog.{end}"), format=form)}
        for end, form in FORMATS.items()
    ]
    assert said[0] == said[1] == said[2]
    assert not [line for line in said[0] if line.startswith("_:")]


def test_each_source_keeps_its_licence_and_the_whole_names_them_all(tmp_path: Path) -> None:
    other = (
        "Source",
        {"id": "otro", "title_es": "Otro", "title_en": "Other", "synthetic": False}
        | {"precedence": 2, "licence": "https://example.org/licencia"},
    )
    published(Given([*NODES, other], EDGES), tmp_path / "site")
    rows = _asked(
        tmp_path / "site",
        "catalog.ttl",
        "SELECT ?d ?l { ?d a dcat:Distribution; dct:license ?l } ORDER BY ?d",
    )
    licences = {d.removeprefix(BASE): licence for d, licence in rows}
    assert licences["distribution/source-otro"] == "https://example.org/licencia"
    assert licences["distribution/source-registro"].endswith("/licenses/by/4.0/")
    assert licences["distribution/turtle"] == f"{BASE}licence/by-source"
    named = _asked(
        tmp_path / "site",
        "catalog.ttl",
        f"SELECT ?part {{ <{BASE}licence/by-source> dct:hasPart ?part }} ORDER BY ?part",
    )
    assert len(named) == 2


def test_where_all_sources_have_one_licence_so_has_the_whole(site: Path) -> None:
    rows = _asked(
        site, "catalog.ttl", f"SELECT ?l {{ <{BASE}distribution/turtle> dct:license ?l }}"
    )
    assert rows == [("https://creativecommons.org/licenses/by/4.0/",)]


def test_publisher_contact_and_dates_are_told(tmp_path: Path) -> None:
    published(everything(), tmp_path / "site", contact="datos@example.org")
    ask = (
        "SELECT ?name ?mail ?issued ?modified { ?c a dcat:Catalog; dct:publisher/foaf:name ?name; "
        "dct:issued ?issued; dct:modified ?modified; dcat:dataset ?d . "
        f"<{BASE}dataset> dcat:contactPoint/vcard:hasEmail ?mail }}"
    )
    rows = set(_asked(tmp_path / "site", "catalog.ttl", ask))
    mail, day = "mailto:datos@example.org", "2026-05-01"
    assert rows == {("Secretaría de Prueba", mail, day, day)}


def test_void_counts_what_the_dump_holds(site: Path) -> None:
    (counted,) = _asked(
        site,
        "data/grafo.ttl",
        "SELECT (COUNT(*) AS ?t) (COUNT(DISTINCT ?s) AS ?n) (COUNT(DISTINCT ?p) AS ?q) "
        "(COUNT(DISTINCT ?o) AS ?m) { ?s ?p ?o }",
    )
    (told,) = _asked(
        site,
        "void.ttl",
        f"SELECT ?t ?n ?q ?m {{ <{BASE}dataset> void:triples ?t; void:distinctSubjects ?n; "
        "void:properties ?q; void:distinctObjects ?m }",
    )
    assert told == counted
    for query, partition in (
        ("SELECT ?k (COUNT(DISTINCT ?s) AS ?n) { ?s a ?k } GROUP BY ?k ORDER BY ?k", "class"),
        ("SELECT ?k (COUNT(*) AS ?n) { ?s ?k ?o } GROUP BY ?k ORDER BY ?k", "property"),
    ):
        count = {"class": "entities", "property": "triples"}[partition]
        rows = _asked(
            site,
            "void.ttl",
            f"SELECT ?k ?n {{ ?d void:{partition} ?k; void:{count} ?n }} ORDER BY ?k",
        )
        assert rows == _asked(site, "data/grafo.ttl", query)


def test_void_counts_the_links_to_others(site: Path) -> None:
    rows = _asked(
        site,
        "void.ttl",
        f"SELECT ?p ?to ?n {{ <{BASE}dataset> void:subset ?l . ?l a void:Linkset; "
        "void:linkPredicate ?p; void:objectsTarget/void:uriSpace ?to; void:triples ?n }",
    )
    assert len(rows) >= 3
    for predicate, target, count in rows:
        (counted,) = _asked(
            site,
            "data/grafo.ttl",
            f"SELECT (COUNT(*) AS ?n) {{ ?s <{predicate}> ?o "
            f"FILTER(STRSTARTS(STR(?o), '{target}')) }}",
        )
        assert (count,) == counted


def test_portals_of_the_united_states_get_what_they_must(tmp_path: Path) -> None:
    mail = "datos@example.org"
    published(everything(), tmp_path / "us", contact=mail, profile="dcat-us")
    for kind, wanted in {
        "dcat:Catalog": "dct:title, dct:description, dct:publisher, dcat:dataset, dct:conformsTo",
        "dcat:Dataset": "dct:title, dct:description, dct:publisher, dcat:contactPoint",
        "org:Organization": "foaf:name, skos:prefLabel",
        "vcard:Kind": "vcard:fn, vcard:hasEmail",
        "foaf:Document": "dct:title",
        "skos:Concept": "skos:inScheme, skos:prefLabel",
    }.items():
        for predicate in wanted.split(", "):
            lacking = f"SELECT ?s {{ ?s a {kind} FILTER NOT EXISTS {{ ?s {predicate} ?o }} }}"
            assert _asked(tmp_path / "us", "catalog.ttl", lacking) == [], (kind, predicate)
        assert _asked(tmp_path / "us", "catalog.ttl", f"SELECT ?s {{ ?s a {kind} }}"), kind
    published(everything(), tmp_path / "eu", contact=mail)
    assert not _asked(tmp_path / "eu", "catalog.ttl", "SELECT ?s { ?s a org:Organization }")


def test_portals_of_the_united_states_want_a_mail_and_publishers(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="e-mail"):
        published(everything(), tmp_path / "site", profile="dcat-us")
    nobody = [
        (type_, {k: v for k, v in properties.items() if k != "publisher"})
        for type_, properties in NODES
    ]
    with pytest.raises(UsageError, match="registro does not say"):
        published(Given(nobody, EDGES), tmp_path / "site", contact="a@b.mx", profile="dcat-us")
    assert not (tmp_path / "site").exists()


def test_a_harvester_goes_from_page_to_page_and_misses_no_dataset(tmp_path: Path) -> None:
    many = [
        ("Source", {"id": f"s{n:03}", "title_es": f"F{n}", "title_en": f"S{n}", "synthetic": False}
         | {"precedence": n, "licence": "CC-BY-4.0"})
        for n in range(A_PAGE + 30)
    ]  # fmt: skip
    folder = tmp_path / "site"
    published(Given([*NODES, *many], EDGES), folder)
    found, page = [], "catalog.ttl"
    while page:
        found += _asked(folder, page, "SELECT ?d { ?c a dcat:Catalog; dcat:dataset ?d }")
        described = _asked(folder, page, "SELECT ?d { ?d a dcat:Dataset; dct:title ?t }")
        assert {row[0] for row in described} <= {row[0] for row in found}
        following = _asked(folder, page, "SELECT ?n { ?p hydra:next ?n }")
        page = following[0][0].removeprefix(BASE) if following else ""
    assert len(found) == len(set(found)) == A_PAGE + 32


def test_a_graph_that_is_made_up_says_so_everywhere(tmp_path: Path) -> None:
    made_up = [(t, {**p, "synthetic": True} if t == "Source" else p) for t, p in NODES]
    folder = tmp_path / "site"
    published(Given(made_up, EDGES), folder)
    titles = _asked(folder, "catalog.ttl", f"SELECT ?t {{ <{BASE}dataset> dct:title ?t }}")
    assert all("SINTÉTICOS" in title or "SYNTHETIC" in title for (title,) in titles)
    for page in ("index.html", "government/mx-14/index.html"):
        assert "SINTÉTICOS" in (folder / page).read_text(encoding="utf-8")
    assert "SINTÉTICOS" in (folder / "README.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["README.txt", "index.html"])
def test_licences_and_limits_of_the_sources_are_told_to_people(site: Path, name: str) -> None:
    text = (site / name).read_text(encoding="utf-8")
    assert "CC-BY-4.0" in text
    assert "Faltan fechas." in text
