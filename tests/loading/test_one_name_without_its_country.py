"""An unknown name with and without its country is asked about, and found once loaded."""

from __future__ import annotations

from grafo.questions import bind_parameters, find_question
from tests.loading.conftest import Office
from tests.loading.test_load import row

UNKNOWN = "Xlappkommun"


def test_without_its_country_an_unknown_name_is_asked_and_never_a_second_government(
    prepared: Office,
) -> None:
    rows = [
        row("Guadalajara", UNKNOWN, "Suecia"),
        row("Zapopan", UNKNOWN, ""),
        row("Monterrey", "Universidad de Xlapp", ""),
        row("Puebla", f"{UNKNOWN} Norra", "Suecia"),
    ]
    report = prepared.load(rows)
    assert (report.loaded, report.ambiguous) == (3, 1)
    prepared.decide(f"version,name,country,parent,level,decision\n1,{UNKNOWN},,,,nuevo\n")
    assert prepared.load(rows).loaded == 1

    question = find_question("duplicate_governments")
    bound = bind_parameters(question, {"country": "SE"}, prepared.store)
    answer = prepared.store.ask(question.cypher, bound, max_rows=100, seconds=60)
    first, other = answer.columns.index("id"), answer.columns.index("other_id")
    assert {(line[first], line[other]) for line in answer.rows} == {
        ("slug-se-xlappkommun", "slug-zz-xlappkommun"),
        ("slug-se-xlappkommun", "slug-se-xlappkommun-norra"),
        ("slug-se-xlappkommun-norra", "slug-zz-xlappkommun"),
    }
