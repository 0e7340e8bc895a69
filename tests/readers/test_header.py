"""The headings of a register are found under titles, on one level or two, or not at all."""

from __future__ import annotations

import datetime

import pytest

from grafo.readers import Cell, Header, Row, locate_header
from grafo.text import fold

KNOWN = {
    fold(heading)
    for heading in ("No.", "Gobierno", "Ciudad", "País", "Fecha de firma", "Contraparte / Nombre")
}


def table(*rows: tuple[Cell, ...]) -> list[Row]:
    return [Row(number, cells) for number, cells in enumerate(rows, 1)]


def found(rows: list[Row], known: set[str] | None) -> Header:
    header = locate_header(rows, known)
    assert header is not None
    return header


PLAIN = table(
    ("Registro de acuerdos interinstitucionales", None, None, None),
    ("Corte", datetime.date(2021, 5, 5), None, None),
    ("No.", "Gobierno", "País", "Fecha de firma"),
    (1, "Guadalajara", "Estados Unidos", datetime.date(1983, 1, 2)),
    (2, "León", "España", None),
)


@pytest.mark.parametrize("known", [KNOWN, None])
def test_the_header_is_found_under_titles(known: set[str] | None) -> None:
    assert found(PLAIN, known) == Header(("No.", "Gobierno", "País", "Fecha de firma"), 3)


def test_a_title_merged_over_all_columns_is_no_header() -> None:
    rows = table(("Gobierno",) * 4, *(row.cells for row in PLAIN[2:]))
    assert found(rows, KNOWN).row == 2
    assert found(rows, None).row == 2


def test_a_header_with_one_known_heading_among_renamed_ones_is_found() -> None:
    rows = table(("Registro",), ("Folio", "Autoridad local", "País", "Suscrito"), ("1", "a", "b"))
    assert found(rows, KNOWN).row == 2


TWO_LEVELS = table(
    ("No.", "Parte mexicana", "Parte mexicana", "Contraparte", "Contraparte", "Fecha"),
    ("No.", "Gobierno", "Entidad", "Nombre", "País", "Fecha"),
    (1, "Guadalajara", "Jalisco", "Portland", "EUA", 1983),
    (2, "León", "Guanajuato", "Cádiz", "España", 1990),
)
# The same as a csv file shows it.
TWO_LEVELS_CSV = table(
    ("No.", "Parte mexicana", "", "Contraparte", "", "Fecha"),
    ("", "Gobierno", "Entidad", "Nombre", "País", ""),
    ("1", "Guadalajara", "Jalisco", "Portland", "EUA", "1983"),
    ("2", "León", "Guanajuato", "Cádiz", "España", "1990"),
)


@pytest.mark.parametrize("rows", [TWO_LEVELS, TWO_LEVELS_CSV], ids=["merged", "csv"])
def test_two_levels_are_combined_unless_the_lower_one_is_known(rows: list[Row]) -> None:
    assert found(rows, KNOWN) == Header(
        ("No.", "Gobierno", "Parte mexicana / Entidad", "Contraparte / Nombre", "País", "Fecha"), 2
    )


@pytest.mark.parametrize("rows", [TWO_LEVELS, TWO_LEVELS_CSV], ids=["merged", "csv"])
def test_two_levels_are_guessed(rows: list[Row]) -> None:
    assert found(rows, None) == Header(
        (
            "No.",
            "Parte mexicana / Gobierno",
            "Parte mexicana / Entidad",
            "Contraparte / Nombre",
            "Contraparte / País",
            "Fecha",
        ),
        2,
    )


def test_two_levels_under_a_title_with_the_same_words_below_each_group() -> None:
    rows = table(
        ("Registro", None, None, None),
        ("Parte mexicana", "Parte mexicana", "Contraparte", "Contraparte"),
        ("Gobierno", "País", "Gobierno", "País"),
        ("León", "México", "Cádiz", "España"),
    )
    both = {fold("Parte mexicana / Gobierno"), fold("Contraparte / Gobierno"), "gobierno", "pais"}
    assert found(rows, both).names == (
        "Parte mexicana / Gobierno",
        "País",
        "Contraparte / Gobierno",
        "País (2)",
    )


def test_the_row_below_a_single_header_is_not_taken_for_a_second_level() -> None:
    rows = table(
        ("Gobierno", "Ciudad", "País"),
        ("Jalisco", "Portland", "Estados Unidos"),
        ("Jalisco", "Lyon", "Francia"),
    )
    assert found(rows, KNOWN) == Header(("Gobierno", "Ciudad", "País"), 1)
    assert found(rows, None) == Header(("Gobierno", "Ciudad", "País"), 1)


def test_a_header_repeated_on_every_page_is_the_first_one() -> None:
    header = ("Gobierno", "Ciudad", "País")
    rows = table(header, ("a", "b", "c"), header, ("d", "e", "f"))
    assert found(rows, KNOWN).row == 1


def test_names_that_occur_again_are_numbered_and_blank_ones_stay_blank() -> None:
    rows = table(("País", None, "País", " ", "País", "País (2)"), ("a", "b", "c", "d", "e", "f"))
    assert found(rows, {"pais"}).names == ("País", "", "País (2)", "", "País (3)", "País (2) (2)")


def test_headings_are_plain_text_on_one_line() -> None:
    rows = table(("Gobierno\n local ", 2019, "País"), ("a", 1, "b"))
    assert found(rows, {"pais"}).names == ("Gobierno local", "2019", "País")


def test_keys_of_json_are_the_header() -> None:
    rows = [Row(0, ("a", "b.c")), Row(1, ("x", "y"))]
    assert found(rows, KNOWN) == Header(("a", "b.c"), 0)


def test_stray_cells_far_to_the_right_do_not_hide_the_header() -> None:
    far: tuple[Cell, ...] = (None,) * 20
    rows = table(
        ("Gobierno", "Ciudad", "País", *far),
        *((f"g{n}", f"c{n}", f"p{n}", *far) for n in range(5)),
        ("nota", "x", "y", *("z",) * 20),
    )
    assert found(rows, None).row == 1


@pytest.mark.parametrize(
    ("rows", "known"),
    [
        ([], None),
        ([], KNOWN),
        (table(("a", "b"), ("c", "d")), KNOWN),
        (table((1, 2), (3, 4)), None),
    ],
)
def test_nothing_plausible_is_none(rows: list[Row], known: set[str] | None) -> None:
    assert locate_header(rows, known) is None


def test_a_header_that_names_two_parties_alike_is_guessed() -> None:
    rows = table(
        ("Ciudad", "País", "Ciudad", "País"),
        ("León", "México", "Cádiz", "España"),
        ("Tula", "México", "Lyon", "Francia"),
    )
    assert found(rows, None) == Header(("Ciudad", "País", "Ciudad (2)", "País (2)"), 1)


def test_a_table_of_one_column_has_a_header() -> None:
    assert found(table(("Ciudad",), ("León",), ("Tula",)), None) == Header(("Ciudad",), 1)


def test_a_group_over_few_of_many_columns_is_told_apart_below() -> None:
    upper = ("N°", "Municipio", "Socio", "Socio", "Socio", "Tipo", "Fecha", "Temas", "Estatus")
    lower = ("N°", "Municipio", "Ciudad", "Provincia", "País", "Tipo", "Fecha", "Temas", "Estatus")
    data = (1, "Zapopan", "Lyon", "Ródano", "Francia", "Acuerdo", "2001", "Agua", "Vigente")
    found = locate_header([Row(1, upper), Row(2, lower), Row(3, data)], None)
    assert found is not None
    assert found.row == 2
    assert found.names[1:5] == ("Municipio", "Socio / Ciudad", "Socio / Provincia", "Socio / País")


def test_headings_that_repeat_in_turn_are_one_level() -> None:
    rows = [Row(1, ("city", "country", "city", "country")), Row(2, ("Lyon", "FR", "Kyoto", "JP"))]
    found = locate_header(rows, None)
    assert found is not None
    assert found.names == ("city", "country", "city (2)", "country (2)")
