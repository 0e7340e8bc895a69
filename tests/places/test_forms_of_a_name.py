"""One place, many forms: generic words by language, divisions in their own, slugs without them."""

from __future__ import annotations

import pytest

from tests.places.conftest import Ask, answer


@pytest.mark.parametrize(
    ("country", "identity", "names"),
    [
        ("PL", "a1-pl-77", ["Małopolskie", "Lesser Poland Voivodeship", "Województwo małopolskie"]),
        ("RU", "a1-ru-30", ["Khabarovsk Krai", "Хабаровский край", "Khabarovskiy Kray"]),
        ("RU", "a1-ru-30", ["Khabarovsk Territory", "Krai de Jabárovsk"]),
        ("UA", "a1-ua-07", ["Kharkiv Oblast", "Харківська область", "Óblast de Járkov"]),
        ("SE", "a1-se-28", ["Västra Götalands län", "Region Västra Götaland"]),
        ("CZ", "a1-cz-78", ["Jihomoravský kraj", "South Moravian Region"]),
        ("HR", "a1-hr-04", ["Istarska županija", "Istria County", "Condado de Istria"]),
        ("HU", "a1-hu-16", ["Pest megye", "Pest County", "Condado de Pest"]),
        ("RO", "a1-ro-13", ["Județul Cluj", "Cluj County"]),
        ("LT", "a1-lt-65", ["Vilniaus apskritis", "Vilnius County"]),
        ("EE", "a1-ee-01", ["Harju maakond", "Harjumaa", "Harju County"]),
        ("AT", "a1-at-06", ["Land Steiermark", "Steiermark", "Estiria"]),
        ("CN", "a1-cn-30", ["Guangdong Sheng", "广东省", "Provincia de Guangdong"]),
        ("TR", "a1-tr-07", ["Antalya ili", "Antalya Province"]),
        ("CH", "a1-ch-ti", ["Cantone Ticino", "Canton du Tessin", "Tesino"]),
        ("NL", "a1-nl-03", ["Provincie Gelderland", "Gelderland"]),
        ("BR", "a1-br-27", ["Governo do Estado de São Paulo", "Estado de São Paulo"]),
        ("SE", "gn-2711537", ["Göteborgs Stad", "Göteborgs kommun", "Gotemburgo"]),
        ("RO", "gn-681290", ["Municipiul Cluj-Napoca", "Cluj-Napoca"]),
    ],
)
def test_the_forms_of_a_known_place_are_one(
    ask: Ask, country: str, identity: str, names: list[str]
) -> None:
    assert {name: answer(ask(name, country)) for name in names} == dict.fromkeys(names, identity)


@pytest.mark.parametrize(
    ("country", "level", "names"),
    [
        ("GB", "city", ["Xlewis", "London Borough of Xlewis", "Xlewis (London borough)"]),
        ("DE", "county", ["Landkreis Xeder", "Xeder District", "Xeder-Kreis", "Xeder (district)"]),
        ("ES", "province", ["Provincia de Xaguer", "Xaguer Province", "Prov. de Xaguer"]),
        ("VN", "province", ["Tỉnh Xuảng", "Xuang Province"]),
        ("CZ", "county", ["Okres Xvenkov", "Xvenkov District"]),
        ("SE", "city", ["Xlapp", "Xlapp kommun"]),
        ("FR", "metropolis", ["Métropole de Xlyon", "Xlyon Métropole"]),
    ],
)
def test_the_forms_of_an_unknown_place_are_one_government(
    ask: Ask, country: str, level: str, names: list[str]
) -> None:
    places = [ask(name, country).place for name in names]
    assert {place and (place.id, place.level) for place in places} == {
        (places[0] and places[0].id, level)
    }


def test_an_unknown_county_is_not_the_town_of_its_name(ask: Ask) -> None:
    town, county = ask("Xeder", "DE").place, ask("Landkreis Xeder", "DE").place
    assert town and county and town.id != county.id


def test_a_generic_word_means_what_it_means_in_the_country(ask: Ask) -> None:
    levels = {
        country: (ask("Distrito de Xanto", country).place or pytest.fail()).level
        for country in ("PE", "DE", "PT")
    }
    assert levels == {"PE": "city", "DE": "county", "PT": "region"}
