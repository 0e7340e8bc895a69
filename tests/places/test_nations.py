"""A country as a party is its national government, never a town that bears its name."""

from __future__ import annotations

from typing import Any

import pytest

from grafo.places import Decisions, Matcher, PlaceQuery, explain
from tests.places.conftest import Ask, answer


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("ITALIA", None, "nat-it"),
        ("Suecia", None, "nat-se"),
        ("Australia", None, "nat-au"),
        ("NICARAGUA", None, "nat-ni"),
        ("Deutschland", None, "nat-de"),
        ("Países Bajos", None, "nat-nl"),
        ("CHILE", "CL", "nat-cl"),
        ("Colombia", "Colombia", "nat-co"),
        ("Korea, Republic of", None, "nat-kr"),
        ("Iran (Islamic Republic of)", None, "nat-ir"),
        ("Georgia (country)", None, "nat-ge"),
        ("Gobierno de Chile", None, "nat-cl"),
        ("Gobierno de la República Argentina", "AR", "nat-ar"),
        ("the Government of the United Kingdom", None, "nat-gb"),
        ("Gouvernement de la République française", None, "nat-fr"),
        ("Regierung der Bundesrepublik Deutschland", None, "nat-de"),
        ("Governo do Brasil", None, "nat-br"),
        ("Kingdom of the Netherlands", None, "nat-nl"),
        ("Reino de Bélgica", None, "nat-be"),
        ("Republik Österreich", None, "nat-at"),
        ("Repubblica Italiana", None, "nat-it"),
        ("Republic of Singapore", None, "nat-sg"),
        ("Gobierno Federal", "MX", "nat-mx"),
        ("Bundesregierung", "DE", "nat-de"),
        ("Estados Unidos Mexicanos", "MX", "nat-mx"),
        ("Ceylon", None, "nat-lk"),
    ],
)
def test_a_country_is_its_national_government(
    ask: Ask, name: str, country: str | None, expected: str
) -> None:
    match = ask(name, country)
    assert answer(match) == expected
    assert match.place is not None
    assert match.place.level == "national"


@pytest.mark.parametrize(
    ("name", "country", "candidates"),
    [
        ("Georgia", None, {"nat-ge", "a1-us-ga"}),
        ("Government of Georgia", None, {"nat-ge", "a1-us-ga"}),
        ("Niger", None, {"nat-ne", "a1-ng-31"}),
        ("Luxembourg", None, {"nat-lu", "gn-2960316"}),
        ("Singapur", None, {"nat-sg", "gn-1880252"}),
        ("San Marino", None, {"nat-sm", "gn-3168070"}),
        ("Panamá", None, {"nat-pa", "gn-3703443"}),
        ("Armenia", None, {"nat-am", "gn-3689560"}),
        ("Granada", None, {"nat-gd", "gn-2517117"}),
        ("Antigua", None, {"nat-ag", "gn-3599699"}),
        ("Gobierno de México", "MX", {"nat-mx", "mx-15"}),
        ("Congo", None, {"nat-cd", "nat-cg"}),
        ("Francia", "CO", {"nat-fr"}),
        ("Francia y España", None, {"nat-fr", "nat-es"}),
        ("France/Germany", None, {"nat-fr", "nat-de"}),
    ],
)
def test_what_may_be_a_country_or_a_place_is_asked(
    ask: Ask, name: str, country: str | None, candidates: set[str]
) -> None:
    match = ask(name, country)
    assert match.outcome == "ambiguous"
    assert candidates <= {candidate.place.id for candidate in match.candidates}
    for lang in ("es", "en"):
        assert ":" not in explain(match, lang).split(": ", 1)[1].replace(": ", "")


@pytest.mark.parametrize(
    ("name", "details", "expected"),
    [
        ("Lebanon", {"country": "US", "parent": "Ohio"}, "gn-4516412"),
        ("Peru, Indiana", {}, "gn-4924733"),
        ("Colombia", {"country": "CO", "parent": "Huila"}, "gn-3686120"),
        ("Armenia, Colombia", {}, "gn-3689560"),
        ("Armenia", {"country": "CO"}, "gn-3689560"),
        ("Granada", {"country": "ES"}, "gn-2517117"),
        ("Georgia", {"country": "US"}, "a1-us-ga"),
        ("Estado de México", {"country": "MX"}, "mx-15"),
        ("Luxembourg", {"country": "LU"}, "gn-2960316"),
        ("Singapore", {"country": "SG"}, "gn-1880252"),
        ("Djibouti", {"country": "DJ"}, "gn-223817"),
        ("Brasília", {"country": "BR"}, "gn-3469058"),
        ("Hong Kong", {}, "gn-1819729"),
        ("England", {}, "a1-gb-eng"),
    ],
)
def test_a_town_that_the_register_states_stays_the_town(
    ask: Ask, name: str, details: dict[str, Any], expected: str
) -> None:
    assert answer(ask(name, **details)) == expected


@pytest.mark.parametrize("level", ["organization", "agency", "national"])
def test_a_column_of_bodies_has_no_towns(ask: Ask, level: str) -> None:
    for name, expected in (
        ("FRANCE", "nat-fr"), ("Malta", "nat-mt"), ("GEORGIA", "nat-ge"), ("MONACO", "nat-mc"),
        ("SINGAPORE", "nat-sg"), ("DEU", "nat-de"),
    ):  # fmt: skip
        assert answer(ask(name, level=level)) == expected


def test_a_town_asked_for_is_no_country_and_no_hamlet_either(ask: Ask) -> None:
    assert ask("Francia", level="city").outcome == "ambiguous"
    assert answer(ask("Armenia", level="city")) == "gn-3689560"


def test_a_ministry_is_an_agency_even_of_the_national_order(ask: Ask) -> None:
    for country, level in (("FR", None), ("FR", "national")):
        place = ask("Ministerio de Cultura de Francia", country, level=level).place
        assert place is not None
        assert place.level == "agency"


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("URSS", None, "nat-suhh"),
        ("Yougoslavie", None, "nat-yucs"),
        ("Deutsche Demokratische Republik", None, "nat-ddde"),
        ("Imperio otomano", None, "nat-hist-ottoman-empire"),
        ("Leningrad", "USSR", "gn-498817"),
        ("Belgrado, Yugoslavia", None, "gn-792680"),
        ("Zagreb", "Jugoslavija", "gn-3186886"),
        ("Dresden", "GDR", "gn-2935022"),
        ("Bratislava", "Czechoslovakia", "gn-3060972"),
    ],
)
def test_states_of_the_past_are_known_and_their_towns_found_where_they_were(
    ask: Ask, name: str, country: str | None, expected: str
) -> None:
    assert answer(ask(name, country)) == expected


def test_the_evidence_says_that_a_town_was_in_a_state_of_the_past(ask: Ask) -> None:
    assert "lo que fue «USSR»" in explain(ask("Leningrad", "USSR"), "es")
    assert "what was “USSR”" in explain(ask("Leningrad", "USSR"), "en")


@pytest.mark.parametrize(
    "name",
    [
        "Prefectura de Nagoya, Japón",
        "Prefectura de Nagoya (Japan)",
        "Prefectura de Nagoya – Japon",
        "Japón: Prefectura de Nagoya",
        "Prefectura de Nagoya, Giappone",
    ],
)
def test_the_country_that_a_name_says_is_its_country(ask: Ask, name: str) -> None:
    plain = ask("Prefectura de Nagoya", "JP").place
    assert plain is not None
    for country in (None, "Japón"):
        place = ask(name, country).place
        assert place is not None
        assert (place.country, place.id) == ("JP", plain.id)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ONU", "org-un"),
        ("Naciones Unidas", "org-un"),
        ("O.E.A.", "org-oas"),
        ("UNESCO", "org-unesco"),
        ("Ciudades y Gobiernos Locales Unidos (CGLU)", "org-uclg"),
        ("UCLG", "org-uclg"),
        ("ICLEI", "org-iclei"),
        ("Mercociudades", "org-mercociudades"),
        ("European Union", "org-eu"),
        ("Europäische Union", "org-eu"),
        ("the Council of Europe", "org-coe"),
    ],
)
def test_organizations_are_known_wherever_they_sign(ask: Ask, name: str, expected: str) -> None:
    for country in (None, "FR"):
        match = ask(name, country)
        assert answer(match) == expected
        assert match.place is not None
        assert match.place.level == "organization"


def test_letters_of_an_organization_and_a_country_are_asked(ask: Ask) -> None:
    for name, candidates in (("EC", {"org-ec", "nat-ec"}), ("EU", {"org-eu", "nat-us"})):
        match = ask(name)
        assert match.outcome == "ambiguous"
        assert {candidate.place.id for candidate in match.candidates} == candidates


def test_a_branch_of_an_organization_is_no_town(ask: Ask) -> None:
    place = ask("ICLEI Sudamérica", "BR").place
    assert place is not None
    assert place.level == "organization"


def test_a_person_may_decide_for_a_country(matcher: Matcher, tmp_path: Any) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text("name,country,decision\nGeorgia,,nat-ge\nEC,,org-ec\n", encoding="utf-8")
    decided = Matcher(matcher.gazetteer, Decisions.load(path))
    assert answer(decided.match(PlaceQuery("Georgia"))) == "nat-ge"
    assert answer(decided.match(PlaceQuery("EC"))) == "org-ec"
