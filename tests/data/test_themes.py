"""themes.csv: themes hang together, and every keyword leads to one of them."""

from __future__ import annotations

import re

import pytest

from grafo.loading.themes import theme_index
from grafo.text import fold
from tests.data.shipped import DATA, ids, rows, several

THEMES = rows("themes.csv")
EU_THEMES = set("AGRI ECON EDUC ENER ENVI GOVE HEAL INTR JUST REGI SOCI TECH TRAN".split())


def test_ids_are_unique_and_in_kebab_case() -> None:
    assert len(ids("themes.csv")) == len(THEMES) == 20
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", row["id"]) for row in THEMES)


def test_broader_themes_exist_and_form_no_circle() -> None:
    broader = {row["id"]: row["broader"] for row in THEMES}
    for start, above in broader.items():
        seen, at = {start}, above
        while at:
            assert at in broader and at not in seen, start
            seen.add(at)
            at = broader[at]


def test_goals_are_those_of_the_united_nations_and_codes_those_of_the_eu() -> None:
    for row in THEMES:
        goals = [int(goal) for goal in several(row["sdg"])]
        assert goals and set(goals) <= set(range(1, 18)), row["id"]
        assert goals == sorted(goals), row["id"]
        assert row["eu_theme"] in EU_THEMES, row["id"]


def test_no_keyword_leads_to_two_themes() -> None:
    owners: dict[tuple[str, bool], set[str]] = {}
    for row in THEMES:
        for word in several(row["keywords_es"]) + several(row["keywords_en"]):
            owners.setdefault((fold(word), word.endswith("*")), set()).add(row["id"])
    assert {word: themes for word, themes in owners.items() if len(themes) > 1} == {}


@pytest.mark.parametrize(
    ("area", "theme"),
    [
        ("Educación", "education"),
        ("intercambio académico", "education"),
        ("Movilidad estudiantil", "education"),
        ("PROMOCIÓN ECONÓMICA", "trade-investment"),
        ("Comercio e inversión", "trade-investment"),
        ("Hermandad", "friendship"),
        ("Cultura", "culture"),
        ("Ecología", "environment"),
        ("Agua", "water"),
        ("Protección civil", "security"),
        ("Comunidades migrantes", "migration"),
        ("Igualdad de género", "gender-equality"),
        ("Gobernanza metropolitana", "governance"),
        ("Ciencia y tecnología", "science-technology"),
        ("Desarrollo urbano", "urban-development"),
        ("Turismo", "tourism"),
        ("Student exchange", "education"),
        ("Sports", "sport"),
        ("Public health", "health"),
    ],
)
def test_headings_of_registers_lead_to_their_theme(area: str, theme: str) -> None:
    assert theme in theme_index(DATA / "themes.csv").themes_in(area)


@pytest.mark.parametrize(
    ("text", "not_theme"),
    [
        ("Agricultura", "culture"),
        ("Public policy", "security"),
        ("Deportation of migrants", "sport"),
        ("Hermanamiento entre el Municipio de Aguascalientes y la Ciudad de Lynwood", "water"),
        ("Movilidad estudiantil", "mobility"),
        ("Asuntos importantes", "trade-investment"),
    ],
)
def test_words_that_only_look_alike_do_not(text: str, not_theme: str) -> None:
    assert not_theme not in theme_index(DATA / "themes.csv").themes_in(text)
