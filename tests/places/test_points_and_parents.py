"""A stated point settles who is meant and speaks against who is far; so does a stated division
of any order, as far as it is known."""

from __future__ import annotations

import pytest

from tests.places.conftest import Ask, answer


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon", "identity"),
    [
        ("Hengelo", "NL", 52.2658, 6.7931, "gn-2754394"),  # Overijssel, not Gelderland
        ("Hengelo", "NL", 52.05, 6.31, "gn-2754395"),
        ("Neustadt", "DE", 49.35, 8.14, "gn-2864054"),
        ("Villanueva", "HN", 15.32, -87.99, "gn-3600327"),
        ("Santa Rosa", "AR", -36.62, -64.29, "gn-3835994"),
        ("Bad Kissingen", "DE", 50.20, 10.07, "gn-2953424"),
    ],
)
def test_a_point_settles_a_homonym(
    ask: Ask, name: str, country: str, lat: float, lon: float, identity: str
) -> None:
    assert answer(ask(name, country, lat=lat, lon=lon)) == identity


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [
        ("Lyon", "FR", 45.45, 4.39),  # 47 km away, at Saint-Étienne
        ("Toledo", "ES", 40.06, -4.0),  # 22 km away
        ("Guadalajara", "MX", 20.95, -103.35),
        ("Nyíregyháza", "HU", 47.53, 21.63),
    ],
)
def test_a_place_that_is_20_km_from_the_point_is_not_taken(
    ask: Ask, name: str, country: str, lat: float, lon: float
) -> None:
    match = ask(name, country, lat=lat, lon=lon)
    assert match.outcome == "ambiguous"
    assert any(code.startswith("coordinates:") for code in match.against)


@pytest.mark.parametrize(
    ("name", "country", "parent", "identity"),
    [
        ("Francheville", "FR", "Rhône", "gn-3017363"),
        ("Francheville", "FR", "Eure", "gn-3017356"),
        ("Formia", "IT", "provincia di Latina", "gn-3176738"),
        ("Soave", "IT", "Verona", "gn-3166468"),
        ("Santa Cruz", "CR", "Guanacaste", "gn-3621607"),
        ("Alcalá", "ES", "Provincia de Sevilla", "ambiguous"),
        ("Springfield", "US", "Sangamon County", "gn-4250542"),
        ("Wolfsberg", "AT", "Politischer Bezirk Wolfsberg", "gn-2760910"),
    ],
)
def test_a_division_of_the_second_order_counts_as_a_parent(
    ask: Ask, name: str, country: str, parent: str, identity: str
) -> None:
    assert answer(ask(name, country, parent=parent)) == identity


@pytest.mark.parametrize("parent", ["Landkreis Unbekannt", "Kreis Nirgendwo", "provincia di Nulla"])
def test_a_division_that_is_not_known_speaks_against_nobody(ask: Ask, parent: str) -> None:
    assert answer(ask("Regensburg", "DE", parent=parent)) == "gn-2849483"


def test_the_wrong_division_still_speaks_against(ask: Ask) -> None:
    assert ask("Francheville", "FR", parent="Bouches-du-Rhône").outcome == "ambiguous"
    assert ask("Zapopan", "MX", parent="Sonora").outcome == "ambiguous"


@pytest.mark.parametrize(
    ("name", "country", "level"),
    [
        ("Provincia de Málaga", "España", "province"),
        ("Province of Bergamo", "IT", "province"),
        ("Bouches-du-Rhône", "FR", "province"),
        ("East Lothian", "GB", "county"),
        ("Słubice County", "PL", "county"),
        ("Haarlemmermeer", "NL", "municipality"),
        ("Nedre Eiker kommune", "NO", "unknown"),
        ("Enebakk kommune", "NO", "municipality"),
    ],
)
def test_divisions_of_the_second_order_are_governments(
    ask: Ask, name: str, country: str, level: str
) -> None:
    match = ask(name, country)
    if level == "unknown":
        assert match.outcome == "unknown"
        return
    assert match.outcome == "matched"
    assert match.place is not None
    assert match.place.level == level


@pytest.mark.parametrize(
    ("name", "country", "identity"),
    [
        ("Umeå kommun", "SE", "gn-602150"),
        ("Limonar", "CU", "gn-3549835"),  # filed under its neighbour Cárdenas
        ("Cerro (Havana)", "CU", "gn-3564436"),
        ("Buenaventura", "CO", "gn-3688451"),  # GeoNames has the port and its municipality
        ("Eigersund", "NO", "gn-3158792"),
        ("São Paulo", "BR", "gn-3448439"),
        ("Hitachinaka-shi", "JP", "gn-6822096"),
        ("Municipality of Waslala", "NI", "gn-3615745"),
    ],
)
def test_a_municipality_is_one_with_the_town_of_its_name(
    ask: Ask, name: str, country: str, identity: str
) -> None:
    assert answer(ask(name, country)) == identity


def test_a_bare_name_is_the_town_and_not_the_province(ask: Ask) -> None:
    for name, country, identity in [
        ("Málaga", "ES", "gn-2514256"),
        ("Bergamo", "IT", "gn-3182164"),
        ("Izmail", "UA", "gn-707308"),
    ]:
        assert answer(ask(name, country)) == identity


def test_a_village_beside_a_great_district_of_its_name_is_asked_about(ask: Ask) -> None:
    # 340,000 people live in Istanbul's district, 1,833 in a village of that name in Düzce.
    match = ask("Sarıyer", "TR")
    assert match.outcome == "ambiguous"
    assert {each.place.level for each in match.candidates} == {"county", "city"}


@pytest.mark.parametrize(
    ("name", "country", "identity"),
    [
        ("Comunidad Autónoma de Valencia", "España", "a1-es-60"),
        ("Provincia de Valencia", "España", "gn-2509951"),
        ("Región de Cusco", "Perú", "a1-pe-08"),
        ("Comunidad Autónoma de Asturias", "España", "a1-es-34"),
    ],
)
def test_of_two_divisions_of_one_name_the_words_tell(
    ask: Ask, name: str, country: str, identity: str
) -> None:
    assert answer(ask(name, country)) == identity
