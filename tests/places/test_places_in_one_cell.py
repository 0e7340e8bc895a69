"""Several places in one cell: the smaller where one contains the other, else a person decides."""

from __future__ import annotations

import pytest

from tests.places.conftest import Ask, answer


@pytest.mark.parametrize(
    ("name", "country", "identity"),
    [
        ("Sinaloa, Mazatlán", "MX", "mx-25012"),
        ("Estado de Sonora (Hermosillo)", "MX", "mx-26030"),
        ("Durango, Gómez Palacio", "MX", "mx-10007"),
        ("Zacatecas, Fresnillo", "MX", "mx-32010"),
        ("Oaxaca: Huatulco", "MX", "mx-20413"),
        ("Gto., Irapuato", "MX", "mx-11017"),
        ("Jalisco/Guadalajara", "MX", "mx-14039"),
        ("Jalisco\nGuadalajara", "MX", "mx-14039"),
        ("Guadalajara\nJalisco", "MX", "mx-14039"),
        ("Morelia, Michoacán, México", "MX", "mx-16053"),
        ("Valle del Cauca, Cali", "Colombia", "gn-3687925"),
        ("Baviera, Múnich", "Alemania", "gn-2867714"),
        ("New York, Buffalo", "US", "gn-5110629"),
        ("Buffalo, New York", "US", "gn-5110629"),
        ("New York, NY", "US", "gn-5128581"),
        ("Córdoba, Villa María", "Argentina", "gn-3832694"),
        ("Osaka, Sakai", "Japón", "gn-1853195"),
        ("Campinas/SP", "Brasil", "gn-3467865"),
    ],
)
def test_of_a_division_and_a_place_in_it_the_place_is_meant(
    ask: Ask, name: str, country: str, identity: str
) -> None:
    assert answer(ask(name, country)) == identity


@pytest.mark.parametrize(
    ("name", "country", "both"),
    [
        ("Torreón, Gómez Palacio", "MX", {"mx-05035", "mx-10007"}),
        ("Torreón (Gómez Palacio)", "MX", {"mx-05035", "mx-10007"}),
        ("Torreón - Gómez Palacio", "MX", {"mx-05035", "mx-10007"}),
        ("Torreón / Gómez Palacio", "MX", {"mx-05035", "mx-10007"}),
        ("Torreón; Gómez Palacio", "MX", {"mx-05035", "mx-10007"}),
        ("Torreón\nGómez Palacio", "MX", {"mx-05035", "mx-10007"}),
        ("Torreón y Gómez Palacio", "MX", {"mx-05035", "mx-10007"}),
        ("Torreón e Iguala", "MX", {"mx-05035", "mx-12035"}),
        ("Torreón & Gómez Palacio", "MX", {"mx-05035", "mx-10007"}),
        ("Torreón, Gómez Palacio, Lerdo", "MX", {"mx-05035", "mx-10007", "mx-10012"}),
        ("Torreón, Gómez Palacio y Lerdo", "MX", {"mx-05035", "mx-10007", "mx-10012"}),
        ("Estado de Jalisco y Municipio de Zapopan", "MX", {"mx-14", "mx-14120"}),
        ("Sonora, Sinaloa", "MX", {"mx-26", "mx-25"}),
        ("Jalisco, Nayarit", "MX", {"mx-14", "mx-18"}),
        ("Seattle, Tacoma", "US", {"gn-5809844", "gn-5812944"}),
        ("Tampa - St. Petersburg", "US", {"gn-4174757", "gn-4171563"}),
        ("Raleigh-Durham", "US", {"gn-4487042", "gn-4464368"}),
        ("Dallas, Texas / Fort Worth, Texas", "US", {"gn-4684888", "gn-4691930"}),
        ("Mainz, Wiesbaden", "DE", {"gn-2874225", "gn-2809346"}),
        ("Bonn und Köln", "DE", {"gn-2946447", "gn-2886242"}),
        ("Lyon et Grenoble", "FR", {"gn-2996944", "gn-3014728"}),
        ("Kraków i Gdańsk", "PL", {"gn-3094802", "gn-3099434"}),
        ("Oslo og Bergen", "NO", {"gn-3143244", "gn-3161732"}),
        ("Budapest, Wien", None, {"gn-3054643", "gn-2761369"}),
        ("Manchester, Salford", "GB", {"gn-2643123", "gn-2638671"}),
    ],
)
def test_two_places_of_their_own_are_asked_and_both_are_named(
    ask: Ask, name: str, country: str | None, both: set[str]
) -> None:
    match = ask(name, country)
    assert match.outcome == "ambiguous"
    assert "name:two-places" in match.against
    assert both <= {each.place.id for each in match.candidates[: len(both) + 1]}


@pytest.mark.parametrize(
    ("name", "country", "identity"),
    [
        ("Ribe (Esbjerg)", "DK", "gn-2614813"),
        ("Palić (Subotica)", "RS", "gn-3193678"),
        ("Porz (Cologne)", "DE", "gn-2852566"),
        ("Castilla y León", "ES", "a1-es-55"),
        ("San Juan\ndel Río", "MX", None),
        ("Cluj-Napoca", "RO", "gn-681290"),
    ],
)
def test_a_landmark_in_brackets_and_a_joined_name_are_one_place(
    ask: Ask, name: str, country: str, identity: str | None
) -> None:
    match = ask(name, country)
    if identity:
        assert answer(match) == identity
    assert "name:two-places" not in match.against


def test_each_place_of_a_cell_is_shown_with_its_division(ask: Ask) -> None:
    match = ask("Torreón, Gómez Palacio", "MX")
    assert {"in:Coahuila", "in:Durango"} <= {
        code for each in match.candidates for code in each.evidence if code.startswith("in:")
    }


def test_small_towns_that_became_one_are_not_two_parties(ask: Ask) -> None:
    assert ask("Heusden-Zolder", "BE").outcome == "unknown"


def test_a_name_with_a_sign_is_not_the_name_without_it(ask: Ask) -> None:
    # "Aurora, CO" without its comma would be Aurora County, South Dakota.
    assert answer(ask("Aurora, CO", "US")) == "gn-5412347"
    assert ask("Frankfurt, Offenbach", "DE").outcome == "ambiguous"
