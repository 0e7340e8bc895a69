"""A parameter that is not right is answered with what would be."""

from __future__ import annotations

import pytest

from grafo.errors import UsageError
from grafo.questions import bind_parameters, find_question, questions
from grafo.store import Store


def test_every_question_says_what_it_is_in_both_languages() -> None:
    found = questions()
    assert len(found) >= 7
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
        ({"limit": "many"}, "not integer"),
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
