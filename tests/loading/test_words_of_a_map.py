"""A word is what its map says it is; what the map does not have is listed, never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from grafo.loading.catalogue import find_loader
from grafo.loading.draft.guess import status_of
from grafo.loading.mapped import look_up
from tests.loading.reading import column, read

NOT_IN_FORCE = [
    *("Cancelada", "CANCELADAS", "cancelado (2019)", "Rescindido", "Dado de baja", "No vigente"),
    *("Sin vigencia", "Sin actividad", "Inactivo", "Vencida", "Terminada", "Ya no vigente"),
    *(
        "Dejó de estar vigente",
        "Por renovar",
        "En trámite de activación",
        "No renovado",
        "Vigente?",
    ),
    *(
        "Vigente (cancelado)",
        "Vigente (no)",
        "vigente hasta 2015",
        "no longer in force",
        "Inactive",
    ),
    *("nicht in Kraft", "ungültig", "inattivo", "non en vigueur"),
]


@pytest.mark.parametrize("loader", ["generic_agreements", "rai", "register_synthetic"])
@pytest.mark.parametrize("word", NOT_IN_FORCE)
def test_an_ended_or_negated_word_is_never_in_force(loader: str, word: str) -> None:
    found = look_up(find_loader(loader).columns["status"].map, word)
    assert found is None or found[1] != "in-force"


@pytest.mark.parametrize("word", NOT_IN_FORCE)
def test_a_draft_takes_no_such_word_for_in_force(word: str) -> None:
    assert status_of(word) != "in-force"


@pytest.mark.parametrize(
    "word", ["Vigente", "VIGENTES", "Activa", "En vigor", "in Kraft", "attivo"]
)
def test_a_draft_knows_what_is_in_force(word: str) -> None:
    assert status_of(word) == "in-force"


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("Vigente*", "in-force"),
        ("Vigente¹", "in-force"),
        ("Vigente [1]", "in-force"),
        ("Renovado(a)", "in-force"),
        ("Activo/a", "in-force"),
        ("Cancelada", "withdrawn"),
        ("Concluidos", "expired"),
    ],
)
def test_gender_number_and_footnotes_do_not_hide_a_word(word: str, value: str) -> None:
    found = look_up(find_loader("generic_agreements").columns["status"].map, word)
    assert found is not None
    assert found[1] == value


def test_words_of_two_meanings_are_not_told_by_their_stem() -> None:
    assert look_up({"Convenios": "other", "Convenia": "twinning"}, "Convenio") is None


def test_what_the_star_takes_is_listed_with_its_count(tmp_path: Path) -> None:
    cells = ("Vigente", "Cancelada", "Suspendido", "Suspendido", "Sin actividad")
    found = read(tmp_path, column("Estatus", *cells))
    expected = ["in-force", "withdrawn", "unknown", "unknown", "unknown"]
    assert found.values("status") == expected
    assert found.report.values_unmapped == {"Estatus": {"Suspendido": 2, "Sin actividad": 1}}
    assert found.notes == ["cells of 'Estatus' that say “Cancelada”, read as “Cancelado”: 1 (3)"]


def test_a_validity_that_is_not_understood_is_listed_and_kept(tmp_path: Path) -> None:
    found = read(tmp_path, column("Vigencia", "5 años", "de 2 a 4 años", "Indefinida"))
    assert found.values("validity") == ["5 años", "de 2 a 4 años", "Indefinida"]
    assert found.report.values_unmapped == {"Vigencia": {"de 2 a 4 años": 1}}


@pytest.mark.parametrize(
    "text",
    ["Vigente (venció en 2015)", "Vigente (suspendido)", "Vigente (gekündigt)", "Vigente [no]",
     "Vigente (1995-2005)", "✗", "…"],
)  # fmt: skip
def test_a_bracket_that_says_something_else_leaves_a_word_unknown(text: str) -> None:
    assert look_up({"Vigente": "in-force", "Cancelado": "withdrawn", "": "in-force"}, text) is None
