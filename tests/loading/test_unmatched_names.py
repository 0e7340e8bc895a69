"""Parties that no gazetteer knows are named in the report, with the names nearest to them."""

from __future__ import annotations

from pathlib import Path

from grafo.loading.unmatched import unmatched_names
from grafo.places import Matcher
from tests.loading.reading_files import read, read_with


def test_parties_in_no_gazetteer_are_named_with_their_nearest(
    matcher: Matcher, tmp_path: Path
) -> None:
    path = tmp_path / "register.csv"
    path.write_text(
        "Municipio,Contraparte,País,Tipo\n"
        "Puebla,Heidelbergue am Neckar,Alemania,\n"
        "Mérida,Heidelbergue am Neckar,Alemania,\n"
        "León,Universidad de Nunca Jamás,España,\n",
        encoding="utf-8",
    )
    unknown = read(matcher, path).prepared.unknown
    first, second = unmatched_names(unknown, matcher.most_alike)
    assert (first.name, first.country, first.parties) == ("Heidelbergue am Neckar", "Alemania", 2)
    assert any(near.startswith("gn-2907911 · ") for near in first.nearest)
    assert (second.name, second.parties) == ("Universidad de Nunca Jamás", 1)


def test_a_parent_that_nobody_knows_is_told(matcher: Matcher, tmp_path: Path) -> None:
    spec = tmp_path / "lyon.yml"
    spec.write_text(
        "name: lyon\ntitle: {es: L, en: L}\npublisher: p\nlicence: CC0-1.0\nmakes: agreement\n"
        "columns:\n"
        "  home: {heading: Ciudad, country: FR, parent: {heading: Estado}}\n"
        "  counterpart: {heading: Otra, country: DE}\n"
        "  kind: twinning\n",
        encoding="utf-8",
    )
    path = tmp_path / "lyon.csv"
    path.write_text("Ciudad,Estado,Otra\nLyon,Bavière,Leipzig\n", encoding="utf-8")
    notes = read_with(matcher, spec, path).notes
    assert any("Bavière" in note for note in notes), notes
