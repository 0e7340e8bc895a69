"""`grafo publish` as a person runs it, on the shipped register of made-up agreements."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from tests.cli.desk import Run

BASE = "https://datos.example.org/"


@pytest.fixture(scope="module", autouse=True)
def _register(run: Run) -> None:
    done = run("load", "register_synthetic")
    assert done.returncode == 0, done.stderr


def test_a_publication_is_renewed_and_what_did_not_change_stays(run: Run, desk: Path) -> None:
    publish = ("publish", "-o", "sitio", "--base-iri", BASE, "--contact", "datos@example.org")
    done = run(*publish, "--profile", "dcat-us", lang="es")
    assert done.returncode == 0, done.stderr
    assert "sintético" in done.stderr.lower()
    assert "archivos" in done.stdout
    site = desk / "sitio"
    catalogue = ox.Store()
    catalogue.bulk_load(path=str(site / "catalog.ttl"), format=ox.RdfFormat.TURTLE)
    query = f"SELECT ?t {{ <{BASE}dataset> <http://purl.org/dc/terms/title> ?t }}"
    titles = {row[0].language for row in catalogue.query(query)}  # type: ignore[union-attr]
    assert titles == {"es", "en"}
    for page in ("index.html", "government/mx-14/index.html", "explorer.html", "report.en.html"):
        text = (site / page).read_text(encoding="utf-8")
        assert "SINT" in text or "SYNTH" in text
    before = {p: p.stat().st_mtime_ns for p in site.rglob("*") if p.is_file()}
    again = run(*publish, "--profile", "dcat-us")
    assert again.returncode == 0, again.stderr
    files = f"{len(before) - 1:,}"  # without the list of them
    assert f"{files} files ({files} unchanged)" in " ".join(again.stdout.split())
    after = {p: p.stat().st_mtime_ns for p in site.rglob("*") if p.is_file()}
    changed = {p.relative_to(site).as_posix() for p in after if after[p] != before.get(p)}
    assert changed <= {".grafo-publication.json"}


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--base-iri", "not an address"), "not an address"),
        (("--base-iri", f"{BASE}#"), "no page of their own"),
        (("--base-iri", BASE, "--contact", "nobody"), "neither an e-mail address"),
        (("--base-iri", BASE, "--profile", "dcat-us"), "e-mail"),
    ],
)
def test_what_cannot_be_published_is_refused_in_words(
    run: Run, desk: Path, more: tuple[str, ...], said: str
) -> None:
    done = run("publish", "-o", "other", *more)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (desk / "other").exists()


def test_a_folder_with_files_of_others_is_left_alone(run: Run, desk: Path) -> None:
    folder = desk / "mine"
    folder.mkdir()
    (folder / "thesis.txt").write_text("mine")
    done = run("publish", "-o", "mine", "--base-iri", BASE)
    assert done.returncode == 2
    assert "no publication of grafo" in done.stderr
    assert [path.name for path in folder.iterdir()] == ["thesis.txt"]
