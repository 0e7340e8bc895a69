"""Parties that no gazetteer knows are named in the report, with the names nearest to them."""

from __future__ import annotations

from pathlib import Path

from grafo.loading.unmatched import unmatched_names
from grafo.places import Matcher
from tests.loading.reading_files import read


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
    first, second = unmatched_names(unknown, matcher.nearest)
    assert (first.name, first.country, first.parties) == ("Heidelbergue am Neckar", "Alemania", 2)
    assert any(near.startswith("gn-2907911 · ") for near in first.nearest)
    assert (second.name, second.parties) == ("Universidad de Nunca Jamás", 1)
