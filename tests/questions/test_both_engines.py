"""One file, two engines: the same graph and the same answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from grafo.bundled import bundled
from grafo.loading.catalogue import find_loader
from grafo.loading.loader_file import LoaderFile
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
# What the shipped sources lack: a source that contradicts another, agreements withdrawn, without
# a date, of three parties, friends who are also friends of each other, and two of one name.
REGISTER = """\
No.,Parte mexicana,Entidad,Orden,Contraparte,País,Tipo,Áreas,Firma,Fin de vigencia,Estatus
1,Estado de Puebla,Puebla,Estatal,Departamento del Valle del Cauca,Colombia,Hermanamiento,,02/02/1992,,Concluido
2,Mérida,Yucatán,Municipal,Oslo,Noruega,Hermanamiento,,1999,,Cancelado
3,Mérida; Progreso,Yucatán,Municipal,Oslo,Noruega,Otro,Amistad,,2031,Vigente
"""  # noqa: E501 - rows as a register has them
TWIN_TOWNS = """\
city1,country1,state1,city2,country2,state2,year
Guadalajara,MX,Jalisco,San Antonio,US,Texas,
San Antonio,US,Texas,Monterrey,MX,Nuevo León,1953
Monterrey,MX,Nuevo León,Guadalajara,MX,Jalisco,
Portland,US,Oregon,Portland,US,Maine,
"""
# A value for a parameter that must be given, by its type; two governments are two different ones.
VALUES = {
    "government": ["Guadalajara, MX", "Monterrey, MX"],
    "state": ["Jalisco"],
    "country": ["Estados Unidos"],
    "theme": ["Agua y saneamiento"],
}
# Where the defaults would find nothing in these data.
CHOSEN = {
    "duplicate_governments": {"km": 20100},
    "municipalities_without_agreements": {"min_population": 0},
    "states_without_agreements": {"scope": "government"},
    "theme_gaps": {"state": "Tabasco"},
}


def _fill(store: Store, matcher: Matcher, folder: Path) -> None:
    ensure_constraints(store)
    for name in SOURCES:
        loader = find_loader(name)
        _load(store, matcher, loader, bundled("data") / (loader.file or ""), folder)
    for name, text in (("rai", REGISTER), ("twin_towns", TWIN_TOWNS)):
        path = folder / f"{name}.csv"
        path.write_text(text, encoding="utf-8")
        _load(store, matcher, find_loader(name), path, folder)


def _load(store: Store, matcher: Matcher, loader: LoaderFile, path: Path, folder: Path) -> None:
    report, _ = run_load(
        store,
        loader,
        path,
        name=path.name,
        resolve=matcher.match,
        place=matcher.gazetteer.place,
        quarantine_dir=folder,
        options=LoadOptions(),
    )
    assert report.contract_kept


@pytest.fixture(scope="module")
def filled(
    _embedded_session: Store,
    _neo4j_session: Store,
    matcher: Matcher,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Store, Store]]:
    """Both engines with the shipped sources, real and synthetic, and what they lack."""
    for store in (_embedded_session, _neo4j_session):
        emptied(store)
        _fill(store, matcher, tmp_path_factory.mktemp("loaded"))
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
    given = {**_needed(question, filled[0]), **CHOSEN.get(question.name, {})}
    answers = []
    for store in filled:
        bound = bind_parameters(question, given, store)
        answers.append(store.ask(question.cypher, bound, max_rows=5000, seconds=60))
    embedded, neo4j = answers
    assert embedded.columns == neo4j.columns == tuple(question.columns)
    assert embedded.rows == neo4j.rows
    assert embedded.rows, "a question that finds nothing here is not tested here"
    assert not embedded.cut


def _needed(question: Question, store: Store) -> dict[str, str]:
    """Return a value for every parameter that must be given."""
    given: dict[str, str] = {}
    for name, parameter in question.params.items():
        if not parameter.required:
            continue
        if parameter.type == "text":
            given[name] = _some_agreement(store)
            continue
        values = VALUES[parameter.level or parameter.type]
        given[name] = next(value for value in values if value not in given.values())
    return given


def _some_agreement(store: Store) -> str:
    (row,) = store.rows(
        "MATCH (a:Agreement)-[r:REPORTED_IN]->(:Source) WITH a, count(r) AS n WHERE n > 1 "
        "RETURN a.id AS id ORDER BY id LIMIT 1"
    )
    found = row["id"]
    assert isinstance(found, str)
    return found
