"""The end of an agreement follows from its words, or is left open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grafo.loading.validity import end_of, term_of, with_unit


@pytest.mark.parametrize(
    ("validity", "start", "expected"),
    [
        ("5 años", "2003-05-17", "2008-05-17"),
        ("Cinco años, renovables", "2003-05", "2008-05"),
        ("3 años", "2003", "2006"),
        ("18 meses", "2003-05-31", "2004-11-30"),
        ("18 meses", "2003", None),
        ("1 año", "2004-02-29", "2005-02-28"),
        ("Hasta el 31/12/2024", "2003", "2024-12-31"),
        ("Hasta 31 de diciembre de 2024.", None, "2024-12-31"),
        ("Indefinida", "2003", None),
        ("5 años", None, None),
        ("Hasta que una parte avise", "2003", None),
        ("", "2003", None),
    ],
)
def test_the_end_is_what_the_words_say(
    validity: str, start: str | None, expected: str | None
) -> None:
    assert end_of(validity, start) == expected


@pytest.mark.parametrize(
    ("validity", "months"),
    [
        ("noventa y nueve años", 1188),
        ("treinta y un años", 372),
        ("un año y medio", 18),
        ("1 año 6 meses", 18),
        ("dos años y tres meses", 27),
        ("5 años renovables", 60),
        ("5 años, renovable por periodos iguales", 60),
        ("5 años prorrogables indefinidamente", 60),
        ("5 años con aviso de 6 meses", 60),
        ("3 (tres) años", 36),
        ("Dos (2) años prorrogables por dos (2) años más", 24),
        ("Por un periodo de cinco años", 60),
        ("1½ años", 18),
        ("two and a half years", 30),
        ("ninety-nine years", 1188),
        ("3 years, automatically renewable", 36),
        ("Three-year term", 36),
        ("5 ans", 60),
        ("quatre-vingt-dix-neuf ans", 1188),
        ("un an et demi", 18),
        ("cinco anos", 60),
        ("vinte e cinco anos", 300),
        ("fünf Jahre", 60),
        ("neunundneunzig Jahre", 1188),
        ("zweieinhalb Jahre", 30),
        ("novantanove anni", 1188),
        ("5 lat", 60),
    ],
)
def test_a_span_is_read_whole_in_the_languages_of_registers(validity: str, months: int) -> None:
    term = term_of(validity)
    assert term is not None
    assert term.months == months


@pytest.mark.parametrize(
    "validity",
    [
        "Indefinida. Terminación con aviso de 6 meses de anticipación",
        "Indefinida, con revisión cada 3 años",
        "Sin término; cualquiera de las partes puede terminarlo con dos meses de aviso",
        "unbefristet",
        "durée illimitée",
        "Duração indeterminada",
        "na czas nieokreślony",
        "open-ended, 6 months' notice",
    ],
)
def test_what_has_no_end_gets_none(validity: str) -> None:
    term = term_of(validity)
    assert term is not None
    assert term.endless
    assert end_of(validity, "2003-05-17") is None


@pytest.mark.parametrize(
    "validity",
    [
        "Renovable cada tres años",
        "de 2 a 4 años",
        "2-4 años",
        "2 o 3 años",
        "4 (tres) años",
        "mínimo 3 años",
        "máximo 5 años",
        "hasta por 5 años",
        "más de 5 años",
        "6 meses de aviso",
        "6 months' notice",
        "1 año, 6 meses de aviso",
        "5 años, después indefinida",
        "5 años o hasta el término de la administración",
        "5 años a partir del 1 de enero de 2010",
        "Vigente",
        "5",
    ],
)
def test_what_is_not_the_term_gives_no_end(validity: str) -> None:
    assert term_of(validity) is None
    assert end_of(validity, "2003-05-17") is None


@given(st.text(max_size=60) | st.text("0123456789 añosmey()½,.-/", max_size=40))
def test_no_text_yields_anything_but_a_term_or_none(validity: str) -> None:
    term = term_of(validity)
    assert term is None or term.endless or term.until or term.months > 0 or term.days > 0


def test_a_day_that_ends_it_is_read_in_any_language() -> None:
    for text in ("hasta diciembre de 2025", "until December 2025", "bis Dezember 2025"):
        assert end_of(text, None) == "2025-12"
    assert end_of("jusqu'au 31 décembre 2024", None) == "2024-12-31"


def test_a_span_from_the_entry_into_force_does_not_count_from_the_signature() -> None:
    text = "5 años a partir de su entrada en vigor"
    assert end_of(text, None, signed="2003-05-17") is None
    assert end_of(text, "2004-01-01", signed="2003-05-17") == "2009-01-01"
    assert end_of("5 años", None, signed="2003-05-17") == "2008-05-17"


def test_a_bare_number_takes_its_unit_from_the_heading() -> None:
    assert end_of(with_unit("5", "Vigencia (años)"), "2003") == "2008"
    assert end_of(with_unit("5", "Vigencia"), "2003") is None


@pytest.mark.parametrize(
    "text",
    "5 años de prórroga|5 years renewal|5 years of extension|5 Jahre Verlängerung|5 anni di proroga"
    "|5 años (prorrogado hasta 2030)|5 years, extended to 2030|6 meses previo aviso"
    "|60 días mediante aviso|90 days subject to notice|5 años?|-5 años|No indefinida"
    "|non illimitée|nicht unbefristet|Indefinida hasta 2030|indefinida, no vigente".split("|"),
)
def test_an_extension_a_notice_or_a_doubt_is_no_term(text: str) -> None:
    assert term_of(text) is None
