"""A parameter that is not right is answered with what would be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from grafo.errors import InputError, UsageError
from grafo.model import Bilingual
from grafo.questions import Parameter, Question, bind_parameters, find_question, questions
from grafo.questions.header import parse_question
from grafo.store import Store


def test_every_question_says_what_it_is_in_both_languages() -> None:
    found = questions()
    assert len(found) >= 36
    for question in found:
        assert question.title.es.endswith("?")
        assert question.title.en.endswith("?")
        assert question.title.es != question.title.en
        share = [name for name in question.columns if name.startswith("share")]
        assert not share or question.denominator, f"{question.name} claims a share of nothing"


def test_an_unknown_question_suggests_the_nearest() -> None:
    with pytest.raises(UsageError, match="hubs"):
        find_question("hub")
    with pytest.raises(UsageError):
        find_question("../../README")


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"limit": "many"}, "not an integer"),
        ({"limit": "0"}, "allowed: 1"),
        ({"limit": "1001"}, "allowed"),
        ({"limits": "5"}, "limit"),
    ],
)
def test_a_wrong_value_is_refused_with_what_is_allowed(
    embedded_store: Store, given: dict[str, str], why: str
) -> None:
    with pytest.raises(UsageError) as refused:
        bind_parameters(find_question("hubs"), given, embedded_store)
    assert why in refused.value.message


def test_a_value_outside_the_list_is_refused(embedded_store: Store) -> None:
    with pytest.raises(UsageError, match="territory, government"):
        bind_parameters(
            find_question("states_without_agreements"), {"scope": "both"}, embedded_store
        )


def test_a_government_is_found_by_name_and_homonyms_are_listed(embedded_store: Store) -> None:
    rows = [
        {"id": "mx-14039", "name": "Guadalajara"},
        {"id": "mx-23005", "name": "Benito Juárez"},
        {"id": "mx-09014", "name": "Benito Juárez"},
    ]
    embedded_store.write(
        lambda tx: tx.run(
            "UNWIND $rows AS row CREATE (g:Government) SET g = row, "
            "g.level = 'municipality', g.country = 'MX'",
            rows=rows,
        ).consume()
    )
    question = find_question("agreements_of_government")

    def bound(name: str) -> object:
        return bind_parameters(question, {"government": name}, embedded_store)["government"]

    assert bound("guadalajara") == bound("mx-14039") == "mx-14039"
    with pytest.raises(UsageError) as several:
        bound("benito juarez")
    assert "mx-09014" in (several.value.hint or "")
    with pytest.raises(UsageError) as unknown:
        bound("Guadalahara")
    assert "Guadalajara" in (unknown.value.hint or "")
    with pytest.raises(UsageError, match="needs the parameter"):
        bind_parameters(question, {}, embedded_store)


PLACES = [
    "CREATE (:Country {id: 'DE', name_es: 'Alemania', name_en: 'Germany'}), "
    "(:Country {id: 'GB', name_es: 'Reino Unido', name_en: 'United Kingdom'})",
    "CREATE (:Theme {id: 'water', name_es: 'Agua y saneamiento', name_en: 'Water'}), "
    "(:Theme {id: 'youth', name_es: 'Juventud', name_en: 'Youth'})",
    "CREATE (:Government {id: 'mx-21', name: 'Puebla', level: 'state', country: 'MX'}), "
    "(:Government {id: 'mx-21114', name: 'Puebla', level: 'municipality', country: 'MX'})",
]


@pytest.fixture
def placed(embedded_store: Store) -> Store:
    """A store with two countries, two themes and two governments of one name."""
    for cypher in PLACES:
        embedded_store.command(cypher)
    return embedded_store


def bound_to(store: Store, value: object, **parameter: Any) -> object:
    """Return what a value becomes for a parameter of this kind."""
    words = Bilingual(es="qué", en="what")
    one = Parameter.model_validate({"about": words, **parameter})
    question = Question(name="q", title=words, params={"p": one}, columns={}, cypher="RETURN 1")
    return bind_parameters(question, {"p": value}, store)["p"]


@pytest.mark.parametrize("written", ["DE", "de", "Alemania", "GERMANY", "rfa"])
def test_a_country_is_given_by_code_or_by_name(placed: Store, written: str) -> None:
    assert bound_to(placed, written, type="country", default="MX") == "DE"


def test_a_country_is_not_guessed(placed: Store) -> None:
    for written, meant in (("Alemnia", "DE (Germany)"), ("Inglaterra", "GB (United Kingdom)")):
        with pytest.raises(UsageError, match="is not a country") as refused:
            bound_to(placed, written, type="country", default="MX")
        assert meant in (refused.value.hint or "")
    with pytest.raises(UsageError, match="'XX' is not a country"):
        bound_to(placed, "XX", type="country", default="MX")
    # Where the data do not tell the country, the model writes ZZ.
    assert bound_to(placed, "zz", type="country", default="MX") == "ZZ"


def test_an_empty_value_asks_for_all_only_where_that_is_said(placed: Store) -> None:
    assert bound_to(placed, "", type="country", default="") == ""
    assert bound_to(placed, " ", type="country", default="MX", optional=True) == ""
    assert bound_to(placed, "", type="government", default="", level="state") == ""
    with pytest.raises(UsageError, match="not a country"):
        bound_to(placed, "", type="country", default="MX")
    with pytest.raises(UsageError, match="needs the parameter"):
        bound_to(placed, "", type="theme", required=True)


def test_a_theme_is_given_by_key_or_by_name(placed: Store) -> None:
    for written in ("water", "agua y saneamiento", "WATER"):
        assert bound_to(placed, written, type="theme", required=True) == "water"
    for written, hint in (("agua", "water"), ("juventut", "youth"), ("zzz", "Nothing resembles")):
        with pytest.raises(UsageError, match="no theme") as refused:
            bound_to(placed, written, type="theme", required=True)
        assert hint in (refused.value.hint or "")


def test_a_level_tells_homonyms_apart(placed: Store) -> None:
    assert bound_to(placed, "puebla", type="government", level="state", default="") == "mx-21"
    with pytest.raises(UsageError, match="names 2 governments"):
        bound_to(placed, "puebla", type="government", default="")
    with pytest.raises(UsageError, match=r"no government \(county\) named"):
        bound_to(placed, "puebla", type="government", level="county", default="")


def test_a_name_stands_for_the_whole_that_the_others_are_part_of(placed: Store) -> None:
    asked: dict[str, Any] = {"type": "government", "default": "", "whole": True}
    with pytest.raises(UsageError, match="names 2 governments"):
        bound_to(placed, "puebla", **asked)
    placed.command(
        "MATCH (t:Government {id: 'mx-21114'}), (s:Government {id: 'mx-21'}) "
        "CREATE (t)-[:PART_OF]->(s)"
    )
    assert bound_to(placed, "puebla", **asked) == "mx-21"
    with pytest.raises(UsageError, match="names 2 governments"):
        bound_to(placed, "puebla", type="government", default="")


def test_a_date_may_stop_at_the_year_or_the_month(placed: Store) -> None:
    for written in ("1995", "1995-05", "1995-05-03", ""):
        assert bound_to(placed, written, type="date", default="") == written
    for written in ("95", "1995-13", "1995-02-30", "03/05/1995", "hoy"):
        with pytest.raises(UsageError, match="not a date"):
            bound_to(placed, written, type="date", default="")


HEADER = {
    "name": "made",
    "title": {"es": "¿Qué?", "en": "What?"},
    "columns": {"id": {"es": "clave", "en": "key"}},
    "params": {},
}


@pytest.mark.parametrize(
    ("parameter", "why"),
    [
        ({"type": "country", "default": False}, "the default is not country"),  # NO, for Norway
        ({"type": "integer", "default": "7"}, "the default is not integer"),
        ({"type": "integer", "default": 0, "min": 1}, "not from min to max"),
        ({"type": "text", "default": "c", "values": ["a", "b"]}, "not one of the values"),
        ({"type": "text", "default": "", "values": ["a"]}, "not one of the values"),
        ({"type": "date", "default": "1995", "required": True}, "is not required"),
        ({"type": "day", "default": ""}, "type"),
    ],
)
def test_a_header_whose_default_cannot_be_is_refused(
    tmp_path: Path, parameter: dict[str, Any], why: str
) -> None:
    about = {"about": {"es": "qué", "en": "what"}}
    header = yaml.safe_dump({**HEADER, "params": {"p": {**parameter, **about}}})
    lines = [f"// {line}" for line in header.splitlines()]
    path = tmp_path / "made.cypher"
    path.write_text("\n".join([*lines, "RETURN 1 AS id"]), encoding="utf-8")
    with pytest.raises(InputError, match=why):
        parse_question(path)


def test_every_default_is_one_that_may_be_given(embedded_store: Store) -> None:
    for question in questions():
        given = {
            name: parameter.default
            for name, parameter in question.params.items()
            if parameter.default is not None
        }
        needed = {
            name: Parameter(type="text", about=parameter.about, default="x")
            for name, parameter in question.params.items()
            if parameter.required
        }
        relaxed = question.model_copy(update={"params": {**question.params, **needed}})
        bound = bind_parameters(relaxed, given, embedded_store)
        assert given.items() <= bound.items(), question.name
