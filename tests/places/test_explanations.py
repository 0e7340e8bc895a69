"""Every answer can be explained in Spanish and in English, without codes."""

from __future__ import annotations

import re
from typing import Any

import pytest

from grafo.places import explain
from tests.places.conftest import Ask

CASES: list[tuple[str, str | None, dict[str, Any]]] = [
    ("Guadalajara", "MX", {}),
    ("Springfield", "US", {}),
    ("Benito Juárez", "MX", {"parent": "Quintana Roo"}),
    ("Guadalajara", "MX", {"parent": "Yucatán"}),
    ("Guadalajara", "MX", {"lat": 20.7, "lon": -103.3}),
    ("Puebla", "MX", {}),
    ("Hidalgo", "MX", {}),
    ("Estado de Puebla", "MX", {"level": "municipality"}),
    ("Comunidad Urbana de Burdeos", "Francia", {}),
    ("Wuxi – Huishan", "China", {}),
    ("Kourou", "Francia", {}),
    ("Guadalajra", "MX", {}),
    ("Eigersund", "Norway", {}),
    ("Elche, Alicante", "España", {}),
    ("Roma/Milano", "Italia", {}),
    ("Paris", "Wakanda", {}),
    ("Paris", "", {}),
    ("Toledo", "Argetina", {}),
    ("", "MX", {}),
    ("x" * 500, "MX", {}),
    ("x", "MX", {"id": "mx-99"}),
    ("Ciudad Guzmán (Zapotlán el Grande)", "MX", {}),
    ("Saint-Denis, Réunion", None, {}),
    ("California", "US", {}),
    ("San José, Costa Rica", None, {}),
]


@pytest.mark.parametrize("lang", ["es", "en"])
def test_every_code_becomes_words(ask: Ask, lang: str) -> None:
    for name, country, details in CASES:
        match = ask(name, country, **details)
        told = explain(match, lang).replace(name, "").replace(str(details.get("id")), "")
        assert not re.search(r"\w:\w|\{|x-next", told), told


def test_the_two_languages_say_the_same_thing_in_their_own_words(ask: Ask) -> None:
    match = ask("Springfield", "US")
    assert explain(match, "es").startswith("«Springfield» no se puede decidir: lo más probable es")
    assert explain(match, "en").startswith("“Springfield” cannot be decided: the most likely is")
    assert "otros 30 se llaman igual" in explain(match, "es")


def test_an_explanation_names_the_id_of_what_was_matched(ask: Ask) -> None:
    assert "(mx-14039)" in explain(ask("Guadalajara", "MX"), "es")
