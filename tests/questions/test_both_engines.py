"""One file, two engines: the same graph and the same answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from grafo.bundled import bundled
from grafo.loading.catalogue import find_loader
from grafo.loading.run import LoadOptions, run_load
from grafo.places import Matcher
from grafo.questions import Question, bind_parameters, questions
from grafo.store import Store
from grafo.store.canonical import canonical_hash
from grafo.store.constraints import ensure_constraints, missing_constraints
from tests.conftest import emptied

SOURCES = (
    "countries", "themes", "governments_mx", "representations_mx", "twinnings_mx",
    "register_synthetic",
)  # fmt: skip


def _fill(store: Store, matcher: Matcher, folder: Path) -> None:
    ensure_constraints(store)
    for name in SOURCES:
        loader = find_loader(name)
        path = bundled("data") / (loader.file or "")
        run_load(
            store,
            loader,
            path,
            name=path.name,
            resolve=matcher.match,
            place=matcher.gazetteer.place,
            quarantine_dir=folder,
            options=LoadOptions(),
        )


@pytest.fixture(scope="module")
def filled(
    _embedded_session: Store,
    _neo4j_session: Store,
    matcher: Matcher,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Store, Store]]:
    """Both engines with the shipped sources, real and synthetic."""
    for store in (_embedded_session, _neo4j_session):
        emptied(store)
        _fill(store, matcher, tmp_path_factory.mktemp("quarantine"))
    yield _embedded_session, _neo4j_session


def test_the_same_files_make_the_same_graph(filled: tuple[Store, Store]) -> None:
    embedded, neo4j = filled
    assert embedded.engine != neo4j.engine
    assert canonical_hash(embedded) == canonical_hash(neo4j)


def test_no_key_is_without_its_constraint(filled: tuple[Store, Store]) -> None:
    assert [missing_constraints(store) for store in filled] == [[], []]


@pytest.mark.parametrize("question", questions(), ids=lambda q: q.name)
def test_a_question_has_the_same_answer_on_both(
    filled: tuple[Store, Store], question: Question
) -> None:
    given = {}
    for name, parameter in question.params.items():
        if parameter.type == "government":
            given[name] = "Guadalajara, MX"
        elif parameter.required:
            given[name] = _some_agreement(filled[0])
    answers = []
    for store in filled:
        bound = bind_parameters(question, given, store)
        answers.append(store.ask(question.cypher, bound, max_rows=5000, seconds=60))
    embedded, neo4j = answers
    assert embedded.columns == neo4j.columns == tuple(question.columns)
    assert embedded.rows == neo4j.rows
    assert embedded.rows or question.name.endswith("without_agreements")
    assert not embedded.cut


def _some_agreement(store: Store) -> str:
    (row,) = store.rows(
        "MATCH (a:Agreement)-[r:REPORTED_IN]->(:Source) WITH a, count(r) AS n WHERE n > 1 "
        "RETURN a.id AS id ORDER BY id LIMIT 1"
    )
    found = row["id"]
    assert isinstance(found, str)
    return found
