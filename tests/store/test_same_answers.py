"""Both engines answer alike, or the embedded one refuses; what differs is listed and still does.

`probes.txt` holds the questions under three headings. This is how a trap of a new engine
version is noticed, and how one that was mended is.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from grafo.errors import QueryError
from grafo.store import Answer, Store
from tests.conftest import emptied

PARAMETERS: dict[str, Any] = {
    "id": "a",
    "ids": ["a", "c"],
    "l": [1, 2.5, "x", None, True],
    "m": {"a": {"b": 1}, "l": [{"z": 0}, {"z": 5}]},
    "n": 2,
    "nul": None,
    "rows": [{"id": "q", "v": [1, 2]}, {"id": "w", "v": None}],
    "s": 1,
}
GRAPH = [
    "CREATE (:Country {id: 'MX', name_es: 'México', name_en: 'Mexico'}),"
    " (:Country {id: 'US', name_es: 'Estados Unidos', name_en: 'United States'}),"
    " (:Country {id: 'FR', name_es: 'Francia', name_en: 'France'})",
    "CREATE (:Government {id: 'a', name: 'Ávila', level: 'city', country: 'MX', population: 100,"
    " lat: 19.5, lon: -99.1}), (:Government {id: 'b', name: 'bogotá', level: 'city',"
    " country: 'MX', population: 200, lat: 20.5, lon: -98.1}), (:Government {id: 'c',"
    " name: 'Ñuñoa', level: 'state', country: 'US', population: 300}), (:Government {id: 'd',"
    " name: 'Zürich', level: 'state', country: 'US'}), (:Government {id: 'e',"
    " name: 'São Paulo', level: 'city', country: 'FR', population: 500, tags: ['x', 'y']}),"
    " (:Government {id: 'f', name: 'lone', level: 'city', country: 'FR'})",
    "MATCH (g:Government), (c:Country {id: g.country}) CREATE (g)-[:IN_COUNTRY]->(c)",
    "UNWIND [['a','b',1],['b','c',2],['c','d',1],['a','c',3],['d','e',1]] AS r"
    " MATCH (g:Government {id: r[0]}), (h:Government {id: r[1]})"
    " CREATE (g)-[:TWINNED_WITH {agreements: r[2]}]->(h)",
    "UNWIND [['x1','2001-05-06',['a','b']],['x2','2012-01-01',['a','c']],"
    "['x3','2012-12-31',['a','b','c']],['x4',null,['d','e']]] AS r"
    " CREATE (x:Agreement {id: r[0], kind: 'twinning', signed: date(r[1])})"
    " WITH x, r UNWIND r[2] AS i MATCH (g:Government {id: i})"
    " CREATE (g)-[:SIGNED {role: 'party'}]->(x)",
]
# Lists gathered from matches have the order in which an engine happens to walk the graph.
GATHERS = ("collect(", "COLLECT {", "[(", "keys(")
SAME, REFUSED, DIFFERS = "same", "refused by the guard on embedded", "differs"


def probes(heading: str) -> list[str]:
    """Return the questions under a heading of probes.txt."""
    found: list[str] = []
    current = ""
    for line in Path(__file__).with_name("probes.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            current = line[3:]
        elif line.strip() and not line.startswith("#") and current == heading:
            found.append(line)
    assert found
    return found


@pytest.fixture(scope="module")
def both(_embedded_session: Store, _neo4j_session: Store) -> tuple[Store, Store]:
    """Both engines with the same small graph."""
    for store in (_embedded_session, _neo4j_session):
        emptied(store)
        for cypher in GRAPH:
            store.write(lambda tx, c=cypher: tx.run(c).consume())
    return _embedded_session, _neo4j_session


def answer(store: Store, cypher: str) -> Any:
    """Return what a store answers, comparable, or the kind of its refusal."""
    needed = {name: value for name, value in PARAMETERS.items() if f"${name}" in cypher}
    try:
        found: Answer = store.ask(cypher, needed, max_rows=1000, seconds=30)
    except QueryError:
        return QueryError
    in_any_order = any(sign in cypher for sign in GATHERS)
    rows = [repr([_sorted(v) for v in row] if in_any_order else row) for row in found.rows]
    return (found.columns, rows if "ORDER BY" in cypher else sorted(rows))


def _sorted(value: Any) -> Any:
    if isinstance(value, list):
        return sorted((_sorted(item) for item in value), key=repr)
    return value


@pytest.mark.parametrize("cypher", probes(SAME))
def test_both_engines_answer_the_same(cypher: str, both: tuple[Store, Store]) -> None:
    embedded, neo4j = (answer(store, cypher) for store in both)
    assert embedded == neo4j


@pytest.mark.parametrize("cypher", probes(REFUSED))
def test_a_trap_is_refused_not_answered_wrongly(cypher: str, both: tuple[Store, Store]) -> None:
    with pytest.raises(QueryError) as raised:
        both[0].ask(cypher, {}, max_rows=1000, seconds=30)
    assert raised.value.hint
    assert answer(both[1], cypher) is not QueryError


@pytest.mark.parametrize("cypher", probes(DIFFERS))
def test_a_listed_difference_is_still_one(cypher: str, both: tuple[Store, Store]) -> None:
    embedded, neo4j = (answer(store, cypher) for store in both)
    assert embedded != neo4j
