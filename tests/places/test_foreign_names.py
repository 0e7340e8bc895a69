"""Counterparts abroad: exonyms, divisions, counties, namesakes, parts of cities."""

from __future__ import annotations

import pytest

from tests.places.conftest import Ask, answer


@pytest.mark.parametrize(
    ("name", "country", "identity"),
    [
        ("Nueva York", "Estados Unidos", "gn-5128581"),
        ("Burdeos", "Francia", "gn-3031582"),
        ("Pekín", "China", "gn-1816670"),
        ("Londres", "Reino Unido", "gn-2643743"),
        ("Florencia", "Italia", "gn-3176959"),
        ("Colonia", "Alemania", "gn-2886242"),
        ("Múnich", "Alemania", "gn-2867714"),
        ("Ginebra", "Suiza", "gn-2660646"),
        ("Aquisgrán", "Alemania", "gn-3247449"),
        ("Тюмень", "Rusia", "gn-1488754"),
        ("北京", "China", "gn-1816670"),
        ("القاهرة", "Egipto", "gn-360630"),
        ("Sao Paulo", "Brasil", "gn-3448439"),
    ],
)
def test_cities_are_found_by_their_names_in_other_languages(
    ask: Ask, name: str, country: str, identity: str
) -> None:
    assert answer(ask(name, country)) == identity


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("San José, California", "gn-5392171"),
        ("Portland (Oregon)", "gn-5746545"),
        ("Portland, ME", "gn-4975802"),
        ("Springfield, IL", "gn-4250542"),
        ("Ciudad de Los Ángeles, California", "gn-5368361"),
        ("Kansas City, Missouri", "gn-4393217"),
        ("Atlanta, Georgia", "gn-4180439"),
        ("New York, NY", "gn-5128581"),
        ("Mt. Vernon, WA", "gn-5804127"),
        ("Washington, D. C.", "gn-4140963"),
    ],
)
def test_a_state_beside_the_name_tells_namesakes_apart(ask: Ask, name: str, identity: str) -> None:
    assert answer(ask(name, "E.U.A.")) == identity
    assert answer(ask(f"{name}, USA", None)) == identity


@pytest.mark.parametrize("name", ["Springfield", "Kansas City", "Glendale", "Union City"])
def test_namesakes_of_like_size_are_left_to_a_person(ask: Ask, name: str) -> None:
    match = ask(name, "US")
    assert match.outcome == "ambiguous"
    assert match.place is None
    assert 2 <= len(match.candidates) <= 8
    scores = [each.score for each in match.candidates]
    assert scores == sorted(scores, reverse=True)


def test_a_city_that_dwarfs_its_namesakes_is_meant_and_the_evidence_says_so(ask: Ask) -> None:
    match = ask("Chicago", "US")
    assert answer(match) == "gn-4887398"
    assert any(code.startswith("population:") for code in match.evidence)


def test_without_a_country_namesakes_of_the_world_compete(ask: Ask) -> None:
    assert ask("Guadalajara").outcome == "ambiguous"
    assert ask("Córdoba").outcome == "ambiguous"
    assert answer(ask("San José, Costa Rica")) == "gn-3621849"


@pytest.mark.parametrize(
    ("name", "country", "identity"),
    [
        ("Provincia de Jiangsu", "China", "a1-cn-04"),
        ("Shandong", "CN", "a1-cn-25"),
        ("Estado de California", "US", "a1-us-ca"),
        ("Pensilvania", "US", "a1-us-pa"),
        ("Carolina del Norte", "US", "a1-us-nc"),
        ("Baviera", "Alemania", "a1-de-02"),
        ("Estado Libre de Baviera", "Alemania", "a1-de-02"),
        ("Renania del Norte-Westfalia", "Alemania", "a1-de-07"),
        ("Comunidad Autónoma de Cataluña", "España", "a1-es-56"),
        ("Columbia Británica", "Canadá", "a1-ca-02"),
        ("Región Isla de Francia", "Francia", "a1-fr-11"),
        ("Lombardía", "Italia", "a1-it-09"),
        ("Prefectura de Aichi", "Japón", "a1-jp-01"),
        ("Provincia de Buenos Aires", "Argentina", "a1-ar-01"),
        ("Departamento de Antioquia", "Colombia", "a1-co-02"),
        ("Iași County", "Romania", "a1-ro-23"),
        ("Cantón de Ginebra", "Suiza", "a1-ch-ge"),
    ],
)
def test_first_order_divisions_are_found(ask: Ask, name: str, country: str, identity: str) -> None:
    assert answer(ask(name, country)) == identity


@pytest.mark.parametrize(
    ("name", "country", "identity"),
    [
        ("Madrid", "España", "gn-3117735"),
        ("Córdoba", "Argentina", "gn-3860259"),
        ("Kioto", "Japón", "gn-1857910"),
        ("Iași", "Romania", "gn-675810"),
        ("Lucerne", "Switzerland", "gn-2659811"),
        ("Buenos Aires", "Argentina", "gn-3435910"),
    ],
)
def test_without_a_level_a_division_gives_way_to_its_city(
    ask: Ask, name: str, country: str, identity: str
) -> None:
    assert answer(ask(name, country)) == identity


@pytest.mark.parametrize(
    ("city", "country", "identity"),
    [
        ("Shanghái", "China", "gn-1796236"),
        ("Berlín", "DE", "gn-2950159"),
        ("Bogotá", "CO", "gn-3688689"),
    ],
)
def test_a_city_that_is_a_division_has_one_id(
    ask: Ask, city: str, country: str, identity: str
) -> None:
    for level in (None, "city", "province", "state"):
        assert answer(ask(city, country, level=level)) == identity


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("Miami-Dade County", "us-county-12086"),
        ("Condado de Miami-Dade", "us-county-12086"),
        ("Condado de Los Ángeles", "us-county-06037"),
        ("Condado de Orange, California", "us-county-06059"),
    ],
)
def test_counties_of_the_united_states_are_not_their_cities(
    ask: Ask, name: str, identity: str
) -> None:
    assert answer(ask(name, "Estados Unidos")) == identity


def test_a_county_whose_name_others_share_needs_its_state(ask: Ask) -> None:
    assert ask("Orange County", "US").outcome == "ambiguous"
    assert answer(ask("Orange", "US", parent="California", level="county")) == "us-county-06059"


@pytest.mark.parametrize(
    ("name", "country", "level"),
    [
        ("Comunidad Urbana de Burdeos", "Francia", "metropolis"),
        ("Métropole de Lyon", "Francia", "metropolis"),
        ("Área Metropolitana de Barcelona", "España", "metropolis"),
        ("Ciudad Metropolitana de Milán", "Italia", "metropolis"),
        ("County Wexford", "Ireland", "county"),
        ("Düren (district)", "Germany", "county"),
        ("Cabildo de Gran Canaria", "España", "county"),
        ("Universidad de Salamanca", "España", "organization"),
        ("Cámara de Comercio de Lima", "Perú", "organization"),
    ],
)
def test_a_government_around_or_beside_a_city_is_never_the_city(
    ask: Ask, name: str, country: str, level: str
) -> None:
    match = ask(name, country)
    assert match.outcome == "unknown"
    assert match.place is not None
    assert match.place.level == level
    assert match.place.id.startswith("slug-")


@pytest.mark.parametrize(
    ("name", "country", "city"),
    [
        ("Seocho (Seoul)", "South Korea", "gn-1835848"),
        ("Seoul – Seocho", "South Korea", "gn-1835848"),
        ("Wuxi – Huishan", "China", "gn-1790923"),
        ("Putuo (Shanghai)", "China", "gn-1796236"),
        ("Havana – Cerro", "Cuba", "gn-3553478"),
        ("Old Havana (Havana)", "Cuba", "gn-3553478"),
        ("Berlin – Neukölln", "Germany", "gn-2950159"),
    ],
)
def test_a_part_of_a_city_is_never_the_city(ask: Ask, name: str, country: str, city: str) -> None:
    match = ask(name, country)
    assert match.place is None or match.place.id != city


@pytest.mark.parametrize(
    ("name", "country", "identity"),
    [
        ("City of London", "GB", "gn-2643741"),
        ("Ciudad Real", "España", "gn-2519402"),
        ("Panama City", "Panama", "gn-3703443"),
        ("Quezon City", "Philippines", "gn-1692192"),
        ("Villa Alemana", "Chile", "gn-3868192"),
    ],
)
def test_words_that_belong_to_a_name_stay_in_it(
    ask: Ask, name: str, country: str, identity: str
) -> None:
    assert answer(ask(name, country)) == identity


def test_a_town_that_the_gazetteer_lacks_is_not_a_look_alike(ask: Ask) -> None:
    # One letter from Waldbrunn and Rosario: all other places.
    for name, country in [
        ("Waldbronn", "Germany"),
        ("Rosarito", "Argentina"),
    ]:
        assert ask(name, country).outcome != "matched", name


@pytest.mark.parametrize(
    ("name", "country", "identity"),
    [
        ("Guadalajra", "México", "mx-14039"),
        ("Pitsburgh", "US", "gn-5206379"),
        ("Filadelfia", "US", "gn-4560349"),
        ("Maanshan", "China", "gn-1801620"),
        ("Hitachinaka", "Japan", "gn-6822096"),
    ],
)
def test_a_slip_of_the_pen_in_a_long_name_is_seen_through(
    ask: Ask, name: str, country: str, identity: str
) -> None:
    assert answer(ask(name, country)) == identity


@pytest.mark.parametrize("name", ["Giżycko (rural gmina)", "Arras (communauté)", "Dallas (Xyzzy)"])
def test_a_qualifier_that_is_not_understood_forbids_a_match(ask: Ask, name: str) -> None:
    country = {"G": "Poland", "A": "France", "D": "US"}[name[0]]
    match = ask(name, country)
    assert match.outcome == "ambiguous"
    assert any(code.startswith("parent:unrecognised:") for code in match.against)


def test_a_country_that_is_not_understood_forbids_a_match(ask: Ask) -> None:
    match = ask("Paris", "Wakanda")
    assert match.outcome == "ambiguous"
    assert "country:unrecognised:Wakanda" in match.against


def test_territories_are_searched_with_their_state(ask: Ask) -> None:
    match = ask("Saint-Denis, Réunion", "Francia")
    assert match.outcome != "unknown"
    assert answer(ask("Fort-de-France", "Francia")) == "gn-3570675"
    assert answer(ask("Mariehamn", "Åland Islands, Finland")) == "gn-3041732"


def test_a_division_in_the_country_column_narrows_the_search(ask: Ask) -> None:
    assert answer(ask("Columbus", "Ohio, United States")) == "gn-4509177"
    assert answer(ask("Leeds", "England, United Kingdom")) == "gn-2644688"
    assert ask("Cardiff", "England, United Kingdom").outcome != "matched"


def test_two_names_of_one_place_are_one_place(ask: Ask) -> None:
    assert answer(ask("Bolzano/Bozen", "Italy")) == "gn-3181913"
    assert ask("Roma/Milano", "Italy").outcome == "ambiguous"


@pytest.mark.parametrize("name", ["Belice", "Puerto Rico"])
def test_a_country_is_not_its_capital(ask: Ask, name: str) -> None:
    match = ask(name, name)
    assert match.outcome == "ambiguous"
    assert "name:of-the-country" in match.against
