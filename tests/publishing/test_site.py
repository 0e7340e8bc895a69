"""A stranger who gets the folder finds every thing at its IRI, reads it, and can follow it."""

from __future__ import annotations

import functools
import json
import re
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit
from urllib.request import urlopen

import pyoxigraph as ox
import pytest
from lxml import html

from grafo.exports.rdf import Terms
from tests.exports.given import HOSTILE
from tests.exports.rdf_given import with_text
from tests.publishing.published import BASE, everything, published


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # as the class has it
        """Say nothing."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a publication that Python's own web server serves."""
    folder = tmp_path_factory.mktemp("served") / "site"
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    base = f"http://127.0.0.1:{server.server_port}/"
    published(everything(), folder, base)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield base
    server.shutdown()
    server.server_close()
    thread.join()


def _read(address: str) -> str:
    with urlopen(address) as answer:  # noqa: S310  # our own server
        return str(answer.read().decode())


def test_an_iri_answers_with_a_page_that_leads_to_the_agreement_and_its_source(
    served: str,
) -> None:
    city = html.fromstring(_read(f"{served}government/mx-14"))
    assert city.get("lang") == "es"
    assert city.findtext(".//h1") == "Jalisco"
    (agreement,) = [a for a in city.iter("a") if (a.text or "").startswith("Hermanamiento")]
    address = urljoin(f"{served}government/mx-14/", agreement.get("href"))
    page = html.fromstring(_read(address))
    assert "1995-05" in page.text_content()
    source = next(a for a in page.iter("a") if a.text == "Registro")
    register = html.fromstring(_read(urljoin(address, source.get("href"))))
    assert "Faltan fechas." in register.text_content()
    assert "Kyoto" not in register.text_content()


def test_every_iri_under_the_base_that_the_data_name_answers(served: str) -> None:
    triples = ox.parse(_read(f"{served}data/grafo.ttl"), format=ox.RdfFormat.TURTLE)
    named = {
        value.value
        for quad in triples
        for value in (quad.subject, quad.predicate, quad.object)
        if isinstance(value, ox.NamedNode) and value.value.startswith(served)
    }
    assert len(named) > 60
    for iri in sorted(named):
        page = _read(iri.partition("#")[0])
        fragment = urlsplit(iri).fragment
        if fragment:
            assert f'id="{fragment}"' in page, iri


def test_a_page_says_the_same_to_machines(served: str) -> None:
    said = json.loads(_data(_read(f"{served}agreement/ag-1")))
    assert said["@id"] == f"{served}agreement/ag-1"
    assert {"@id": f"{served}government/mx-14"} in said[f"{served}ontology#party"]
    read = list(ox.parse(json.dumps(said), format=ox.RdfFormat.JSON_LD))
    dumped = {
        str(quad.triple)
        for quad in ox.parse(_read(f"{served}data/grafo.nt"), format=ox.RdfFormat.N_TRIPLES)
    }
    assert {str(quad.triple) for quad in read} <= dumped


def test_no_internal_link_leads_nowhere(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    checked = 0
    for page in pages:
        if page.name.startswith(("explorer", "report")):
            continue
        for element in html.fromstring(page.read_text(encoding="utf-8")).iter("a", "link"):
            target = element.get("href") or ""
            if urlsplit(target).scheme:
                continue
            there = page.parent / ox_path(target)
            assert (there / "index.html").is_file() or there.is_file(), (page, target)
            checked += 1
    assert checked > 300


def ox_path(target: str) -> str:
    """Return the path that a server makes of an address."""
    from urllib.parse import unquote

    return unquote(target.partition("#")[0]) or "."


def test_nothing_comes_from_elsewhere_and_nothing_runs(site: Path) -> None:
    for page in site.rglob("*.html"):
        if page.name.startswith("explorer"):
            continue
        tree = html.fromstring(page.read_text(encoding="utf-8"))
        assert all(s.get("type") == "application/ld+json" for s in tree.iter("script")), page
        for element in tree.iter("img", "iframe", "object", "embed"):
            assert not (element.get("src") or "").startswith("http"), page
        for element in tree.iter("link"):
            if element.get("rel") == "stylesheet":
                assert not urlsplit(element.get("href")).scheme


def test_every_page_is_there_in_both_languages(site: Path) -> None:
    for page in site.rglob("index.html"):
        english = page.with_name("index.en.html").read_text(encoding="utf-8")
        assert '<html lang="en">' in english
        assert "In English" in page.read_text(encoding="utf-8")
        assert "En español" in english
    assert "Government" in (site / "government/mx-14/index.en.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str, tmp_path: Path) -> None:
    published(with_text(text), tmp_path / "site")
    for page in (tmp_path / "site").rglob("index*.html"):
        raw = page.read_text(encoding="utf-8")
        assert "<script>alert" not in raw
        tree = html.fromstring(raw)
        assert not [e for e in tree.iter() if "onerror" in e.attrib]
        if data := _data(raw):
            json.loads(data)
    folders = {path.parent.name for path in (tmp_path / "site" / "government").rglob("*.html")}
    assert "mx-14" in folders


def test_the_addresses_of_the_site_are_all_in_the_sitemap(site: Path) -> None:
    listed = set(re.findall("<loc>(.*?)</loc>", (site / "sitemap.xml").read_text()))
    pages = {
        quote(page.parent.relative_to(site).as_posix())
        for page in site.rglob("index.html")
        if page.parent != site
    }
    things = {f"{BASE}{page}/" for page in pages if "/" in page}
    assert things <= listed
    assert BASE in listed


def test_every_term_of_our_own_has_its_row_on_the_page_of_the_ontology(site: Path) -> None:
    page = (site / "ontology/index.html").read_text(encoding="utf-8")
    own = Terms(BASE).namespaces["grafo"]
    data = (site / "data/grafo.nt").read_text(encoding="utf-8")
    used = set(re.findall(re.escape(own) + r"([A-Za-z0-9]+)>", data))
    assert len(used) > 10
    assert all(f'id="{name}"' in page for name in used)


def _data(page: str) -> str:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    return found[1] if found else ""
