"""The library's answers that the figures are read from; each is asked once."""

from __future__ import annotations

from typing import Any

from grafo.errors import QueryError
from grafo.language import say
from grafo.questions import Question, bind_parameters, find_question
from grafo.store import Store

Row = dict[str, Any]
Rows = list[Row]

_MAX_ROWS = 10_000
_MAX_SECONDS = 120.0


class Answers:
    """Rows of the library's questions on one graph, which must not change meanwhile."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[tuple[str, tuple[tuple[str, Any], ...]], Rows] = {}

    def rows(self, question: str, **parameters: Any) -> Rows:
        """Return the rows of a question, each a dict by column.

        Raises:
            UsageError: the question or a parameter is not right.
            QueryError: the store failed to answer, or not with all its rows.
        """
        asked = find_question(question)
        bound = bind_parameters(asked, parameters, self._store)
        key = (question, tuple(sorted(bound.items())))
        if key not in self._known:
            self._known[key] = self._ask(asked, bound)
        return self._known[key]

    def _ask(self, question: Question, bound: dict[str, Any]) -> Rows:
        answer = self._store.ask(question.cypher, bound, max_rows=_MAX_ROWS, seconds=_MAX_SECONDS)
        if answer.cut:
            raise QueryError(
                say(
                    f"{question.name} da más de {_MAX_ROWS:,} renglones; la cuenta saldría corta",
                    f"{question.name} gives more than {_MAX_ROWS:,} rows; the count would be short",
                )
            )
        return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
