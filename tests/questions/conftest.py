"""Questions put to the graph made by hand, on each engine."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from grafo.questions import bind_parameters, find_question
from grafo.store import Store
from tests.conftest import emptied
from tests.questions.hand_made import build

Row = tuple[Any, ...]
Asked = Callable[..., list[Row]]


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def by_hand(request: pytest.FixtureRequest) -> Store:
    """The graph of hand_made.py, once on each engine."""
    store: Store = emptied(request.getfixturevalue(f"_{request.param}_session"))
    build(store)
    return store


@pytest.fixture
def asked(by_hand: Store) -> Asked:
    """Ask a question of the library and return the columns named, row by row."""

    def ask(name: str, columns: str, **given: object) -> list[Row]:
        question = find_question(name)
        bound = bind_parameters(question, given, by_hand)
        answer = by_hand.ask(question.cypher, bound, max_rows=1000, seconds=60)
        assert answer.columns == tuple(question.columns)
        at = [answer.columns.index(column) for column in columns.split()]
        return [tuple(row[i] for i in at) for row in answer.rows]

    return ask
