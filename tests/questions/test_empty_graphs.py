"""Every question has an answer where there is nothing, or next to nothing, to find."""

from __future__ import annotations

import math
from collections.abc import Iterator

from grafo.questions import Question, questions
from grafo.store import Answer, Store
from grafo.store.constraints import ensure_constraints

# A value for a parameter that must be given, by its type: what an empty graph cannot resolve.
NEEDED = {"government": "mx-14", "country": "FR", "theme": "water", "text": "ag-none"}
STATE = "CREATE (:Government {id: 'mx-14', name: 'Jalisco', level: 'state', country: 'MX'})"
# Only what the model requires is known, and the country of the counterpart is not.
BARE = """
CREATE (g:Government {id: 'mx-14', name: 'Jalisco', level: 'state', country: 'MX'}),
       (h:Government {id: 'slug-x', name: 'X', level: 'organization', country: 'ZZ'}),
       (a:Agreement {id: 'ag-none', kind: 'other', status: 'unknown', bond: '0'}),
       (g)-[:SIGNED {role: 'home'}]->(a), (h)-[:SIGNED {role: 'counterpart'}]->(a),
       (g)-[:COOPERATES_WITH {agreements: 1, kinds: ['other'], themes: []}]->(h)
"""


def _answers(store: Store, create: str = "") -> Iterator[tuple[Question, Answer]]:
    ensure_constraints(store)
    if create:
        store.write(lambda tx: tx.run(create).consume())
    for question in questions():
        given = {
            name: NEEDED[parameter.type] if parameter.required else parameter.default
            for name, parameter in question.params.items()
        }
        answer = store.ask(question.cypher, given, max_rows=1000, seconds=60)
        assert answer.columns == tuple(question.columns), question.name
        yield question, answer


def _is_nothing(value: object) -> bool:
    return isinstance(value, str) or value in (None, 0, False, [])


def test_an_empty_graph_gives_no_rows_or_rows_of_zeros(store: Store) -> None:
    for question, answer in _answers(store):
        assert all(_is_nothing(value) for row in answer.rows for value in row), question.name


def test_a_government_that_signed_nothing_gives_no_figures(store: Store) -> None:
    for question, answer in _answers(store, STATE):
        for row in answer.rows:
            named = zip(answer.columns, row, strict=True)
            # The first of one state is given its rank, and nothing else.
            figures = [value for column, value in named if column != "rank"]
            assert all(_is_nothing(value) for value in figures), (question.name, row)


def test_what_nobody_knows_stays_empty_and_shares_stay_shares(store: Store) -> None:
    found = set()
    for question, answer in _answers(store, BARE):
        if answer.rows:
            found.add(question.name)
        for row in answer.rows:
            for column, value in zip(answer.columns, row, strict=True):
                assert not (isinstance(value, float) and math.isnan(value)), question.name
                if column.startswith("share") and value is not None:
                    assert 0 <= value <= 1, (question.name, row)
    assert {"hubs", "agreements_by_year", "agreements_of_government"} <= found
    assert {"partners_of_government", "agreements_by_state"} <= found
    assert "multi_party_agreements" not in found
