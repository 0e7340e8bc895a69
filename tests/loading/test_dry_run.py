"""A dry run says what the load then does, and leaves nothing anywhere."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from grafo.loading.run import LoadOptions
from grafo.session import Grafo
from grafo.settings import Settings

LOADER = """\
name: registro
title: {es: Registro, en: Register}
publisher: nobody
licence: CC0-1.0
needs: [countries, themes]
makes: agreement
columns:
  home: {heading: Gobierno, required: true, country: MX}
  counterpart: {heading: Contraparte, required: true, country: {heading: País}}
  kind: twinning
  title: {heading: Título}
  signed: {heading: Firma, date: auto}
themes: {keywords_from: title}
expect: {quarantined: {max: 0.5}}
"""
REGISTER = """\
Gobierno,Contraparte,País,Título,Firma
Guadalajara,Lyon,Francia,Cooperación en salud,1990
Guadalajara,Lyon,Francia,Cooperación en salud,1990
Mérida,La Habana,Cuba,,mayo de 1999
Zapopan,Nirgendwo am Fluß,Alemania,,
Puerto Vallarta,Springfield,Estados Unidos,,
Tonalá,Kioto,Atlántida,,
"""
MORE_COUNTRIES = """\
name: more
title: {es: Países, en: Countries}
publisher: nobody
licence: CC0-1.0
needs: [countries]
makes: country
columns:
  id: {heading: id, required: true}
  iso3: {heading: iso3, required: true}
  name_es: {heading: es, required: true}
  name_en: {heading: en, required: true}
"""
# What says when and where a load ran, and what it wrote.
OF_THE_RUN = ("dry_run", "written", "seconds", "quarantine_file", "review_file")
DRY = LoadOptions(dry_run=True, allow_shrink=True)
WET = LoadOptions(allow_shrink=True)


def files(home: Path) -> dict[str, str]:
    """Return every file of grafo's own in a home; the engine keeps logs and caches of its own."""
    return {
        str(path.relative_to(home)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in home.rglob("*")
        if path.is_file() and "store" not in path.relative_to(home).parts
    }


def everything(graph: Grafo) -> tuple[str, list[Any]]:
    """Return the graph, and what is kept beside it."""
    return graph.canonical_hash(), graph.store.rows("MATCH (r:Run) RETURN r.id AS id ORDER BY id")


def foretold(graph: Grafo, loader: Path, file: Path) -> dict[str, Any]:
    """Return what a dry run says, having made sure that it left everything as it was."""
    home = graph.settings.home
    before = files(home), everything(graph)
    trial = graph.load(str(loader), file, options=DRY)
    assert (files(home), everything(graph)) == before
    assert (trial.quarantine_file, trial.review_file, trial.written) == (None, None, 0)
    return {name: value for name, value in trial.as_dict().items() if name not in OF_THE_RUN}


def done(graph: Grafo, loader: Path, file: Path) -> dict[str, Any]:
    """Return what a load says."""
    report = graph.load(str(loader), file, options=WET).as_dict()
    return {name: value for name, value in report.items() if name not in OF_THE_RUN}


def test_a_dry_run_says_what_the_load_does_and_leaves_nothing(
    tmp_path: Path, cache_dir: Path
) -> None:
    loader, register = tmp_path / "registro.yml", tmp_path / "registro.csv"
    loader.write_text(LOADER, encoding="utf-8")
    register.write_text(REGISTER, encoding="utf-8")
    more, countries = tmp_path / "more.yml", tmp_path / "more.csv"
    more.write_text(MORE_COUNTRIES, encoding="utf-8")
    countries.write_text("id,iso3,es,en\nFR,FRA,Francia,France\nXQ,XQQ,Nada,Nothing\n", "utf-8")
    with Grafo(Settings(home=tmp_path / "home", cache=cache_dir)) as graph:
        # Before anything that either needs is there.
        new = foretold(graph, more, countries)
        assert (new["loaded"], new["merged"]) == (1, 1)
        first = foretold(graph, loader, register)
        assert (first["loaded"], first["merged"], first["quarantined"]) == (3, 1, 2)
        assert done(graph, loader, register) == first
        assert done(graph, more, countries) == new
        # The same file, the loader corrected.
        loader.write_text(LOADER.replace("kind: twinning", "kind: other"), encoding="utf-8")
        again = foretold(graph, loader, register)
        assert (again["loaded"], again["retired"]) == (3, 3)
        assert done(graph, loader, register) == again
        # Another edition.
        register.write_text(REGISTER.replace("Tonalá,Kioto,Atlántida,,\n", ""), encoding="utf-8")
        edition = foretold(graph, loader, register)
        assert done(graph, loader, register) == edition
