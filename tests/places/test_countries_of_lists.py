"""Countries as lists write them: in other languages, of the past, several at once."""

from __future__ import annotations

import pytest

from grafo.places import country_of, no_country


@pytest.mark.parametrize(
    ("text", "iso2"),
    [
        ("Korea (Republic of)", "KR"),
        ("Korea, Democratic People's Republic of", "KP"),
        ("Korea, Dem. People's Rep.", "KP"),
        ("Corée (République de)", "KR"),
        ("Coreia, República da", "KR"),
        ("Corea (Norte)", "KP"),
        ("Congo (Democratic Republic of the)", "CD"),
        ("Congo, Dem Rep", "CD"),
        ("Congo, Rep.", "CG"),
        ("Rép. dém. du Congo", "CD"),
        ("R. D. del Congo", "CD"),
        ("Moldova (Republic of)", "MD"),
        ("Moldavie, République de", "MD"),
        ("Tanzania (United Republic of)", "TZ"),
        ("Micronesia (Fed. States of)", "FM"),
        ("Egypt, Arab Republic of", "EG"),
        ("Yemen, Rep.", "YE"),
        ("Gambia (The)", "GM"),
        ("Islas Vírgenes (Británicas)", "VG"),
        ("Virgin Islands, U.S.", "VI"),
        ("Sudán (del Sur)", "SS"),
        ("Guinea (Ecuatorial)", "GQ"),
        ("Guinea, Bissau", "GW"),
        ("Timor (Leste)", "TL"),
        ("Ireland, Northern", "GB"),
        ("Macao (China)", "MO"),
        ("China, Hong Kong SAR", "HK"),
        ("China (Taiwan)", "TW"),
        ("Marruecos (Reino de)", "MA"),
        ("Rep. Checa", "CZ"),
        ("Is. Salomón", "SB"),
        ("Puerto Rico (USA)", "PR"),
    ],
)
def test_what_stands_in_brackets_or_behind_a_comma_is_read(text: str, iso2: str) -> None:
    assert country_of(text).iso2 == iso2


@pytest.mark.parametrize(
    ("text", "iso2"),
    [
        ("Österreich", "AT"),
        ("Australien", "AU"),
        ("Autriche", "AT"),
        ("Allemagne", "DE"),
        ("Niederlande", "NL"),
        ("Paesi Bassi", "NL"),
        ("Alemanha", "DE"),
        ("Chorwacja", "HR"),
        ("Řecko", "GR"),
        ("Ungern", "HU"),
        ("Yhdysvallat", "US"),
        ("Spojené státy americké", "US"),
        ("Gürcistan", "GE"),
        ("Франция", "FR"),
        ("Ελλάδα", "GR"),
        ("المغرب", "MA"),
        ("日本", "JP"),
        ("Tschad", "TD"),
        ("Island", "IS"),
        ("Irland", "IE"),
        ("SUI", "CH"),
        ("GER", "DE"),
        ("DEU", "DE"),
        ("EL", "GR"),
        ("UK", "GB"),
    ],
)
def test_countries_are_known_in_any_language_and_by_unambiguous_codes(text: str, iso2: str) -> None:
    assert country_of(text).iso2 == iso2


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Congo", {"CD", "CG"}),
        ("Kongo", {"CD", "CG"}),
        ("Конго", {"CD", "CG"}),
        ("Congo (Kasai)", {"CD", "CG"}),
        ("Virgin Islands", {"VG", "VI"}),
        ("Guayana", {"GF", "GY"}),
        ("Guinea (Northern)", {"GN", "GW", "GQ", "PG"}),
        ("CS", {"nat-cshh", "nat-csxx"}),
    ],
)
def test_a_name_that_several_countries_bear_is_none_of_them_in_silence(
    text: str, candidates: set[str]
) -> None:
    match = country_of(text)
    assert match.iso2 is None
    assert candidates <= set(match.candidates)
    assert all(candidate in no_country(text) for candidate in candidates)


@pytest.mark.parametrize(
    "text",
    [
        "Francia y España",
        "France / Spain",
        "España, Francia",
        "Frankreich und Spanien",
        "Espagne et France",
        "Francia-España",
        "Francia (España)",
        "Francia; España",
        "Francia\nEspaña",
    ],
)
def test_two_countries_in_a_cell_are_never_the_last_one(text: str) -> None:
    match = country_of(text)
    assert (match.iso2, match.candidates) == (None, ("ES", "FR"))


def test_signs_between_the_words_of_one_country_make_no_two() -> None:
    assert country_of("Suisse / Schweiz").iso2 == "CH"
    assert country_of("Trinidad, Tobago").iso2 == "TT"
    assert country_of("Antigua / Barbuda").iso2 == "AG"
    assert country_of("Georgia, Estados Unidos").iso2 == "US"
    assert country_of("Martinica (Francia)").iso2 == "MQ"


@pytest.mark.parametrize("text", ["EU", "UN", "NIG", "Great", "Papua", "R.", "Suiza y Narnia"])
def test_what_may_be_anything_is_no_country(text: str) -> None:
    assert country_of(text).iso2 is None


@pytest.mark.parametrize("text", ["Birmania", "Burma", "Birmanie", "Myanmar (Burma)"])
def test_a_country_under_its_former_name_is_the_country(text: str) -> None:
    assert country_of(text).iso2 == "MM"
    assert country_of("Alto Volta").iso2 == "BF"
    assert country_of("Western Samoa").iso2 == "WS"


@pytest.mark.parametrize(
    ("text", "state", "became"),
    [
        ("URSS", "nat-suhh", {"RU", "UA", "EE"}),
        ("ex-USSR", "nat-suhh", {"RU"}),
        ("Sowjetunion", "nat-suhh", {"RU"}),
        ("Yugoslavia (former)", "nat-yucs", {"RS", "HR"}),
        ("Jugoslawien", "nat-yucs", {"SI"}),
        ("Serbia-Montenegro", "nat-csxx", {"RS", "ME"}),
        ("Tchécoslovaquie", "nat-cshh", {"CZ", "SK"}),
        ("RDA", "nat-ddde", {"DE"}),
        ("Alemania (RDA)", "nat-ddde", {"DE"}),
    ],
)
def test_a_state_that_broke_up_is_known_as_such(text: str, state: str, became: set[str]) -> None:
    match = country_of(text)
    assert match.former is not None
    assert match.former.id == state
    assert became <= set(match.among)
    assert match.iso2 in {None, *became}


def test_an_unknown_country_is_answered_with_the_nearest_names() -> None:
    assert "SI" in no_country("Eslobenia del Norte"[:10])
    assert "(KG)" in no_country("Kirguizstan Rep")
    assert "?" not in no_country("Zzyzx")
