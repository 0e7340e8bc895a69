"""An answer holds plain values, the same from both engines."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from grafo.errors import QueryError
from grafo.store import Store
from grafo.store.answers import plain

SIX = dt.timezone(dt.timedelta(hours=-6))

VALUES: list[tuple[str, Any]] = [
    ("null", None),
    ("true", True),
    ("42", 42),
    ("1.5", 1.5),
    ("'São Paulo'", "São Paulo"),
    ("[1, [2, null]]", [1, [2, None]]),
    ("{b: 1, a: {c: [date('2020-02-29')]}}", {"b": 1, "a": {"c": [dt.date(2020, 2, 29)]}}),
    ("date('2020-02-29')", dt.date(2020, 2, 29)),
    ("localtime('10:11:12.5')", dt.time(10, 11, 12, 500_000)),
    ("localdatetime('2020-01-02T03:04:05')", dt.datetime(2020, 1, 2, 3, 4, 5)),
    (
        "datetime('2020-01-02T03:04:05Z')",
        dt.datetime(2020, 1, 2, 3, 4, 5, tzinfo=dt.UTC),
    ),
    ("datetime('2020-01-02T03:04:05-06:00')", dt.datetime(2020, 1, 2, 3, 4, 5, tzinfo=SIX)),
    ("duration('P1Y2M3DT4H')", "P1Y2M3DT4H"),
    ("duration('P10D')", "P10D"),
    (
        "point({longitude: -99.1, latitude: 19.4})",
        {"srid": 4326, "longitude": -99.1, "latitude": 19.4},
    ),
    ("point({x: 1, y: 2})", {"srid": 7203, "x": 1.0, "y": 2.0}),
]


@pytest.mark.parametrize(("expression", "value"), VALUES, ids=[e for e, _ in VALUES])
def test_a_value_comes_back_plain(expression: str, value: Any, store: Store) -> None:
    assert store.ask(f"RETURN {expression} AS x", {}, max_rows=1, seconds=10).rows == [(value,)]
    assert store.rows(f"RETURN {expression} AS x") == [{"x": value}]


@pytest.mark.parametrize(("expression", "value"), VALUES[:7], ids=[e for e, _ in VALUES[:7]])
def test_a_plain_value_goes_in_as_it_comes_out(expression: str, value: Any, store: Store) -> None:
    asked = store.ask(f"RETURN $x AS x, {expression} AS y", {"x": value}, max_rows=1, seconds=10)
    assert asked.rows == [(value, value)]


def test_nodes_relationships_and_paths_come_without_internal_ids(store: Store) -> None:
    store.write(
        lambda tx: tx.run(
            "CREATE (:City {name: 'A', id: 'a'})-[:TWIN {since: 1990, n: 1}]->(:City {id: 'b'})"
        ).consume()
    )
    cypher = "MATCH p = (a {id: 'a'})-[r]->(b) RETURN a, r, p"
    a = {"labels": ["City"], "properties": {"id": "a", "name": "A"}}
    b = {"labels": ["City"], "properties": {"id": "b"}}
    r = {"type": "TWIN", "properties": {"n": 1, "since": 1990}}
    path = {"nodes": [a, b], "relationships": [{**r, "start": "a", "end": "b"}]}
    answer = store.ask(cypher, {}, max_rows=1, seconds=10)
    assert answer.columns == ("a", "r", "p")
    assert answer.rows == [(a, r, path)]
    assert json.dumps(answer.rows[0]) == json.dumps((a, r, path))
    assert store.rows(cypher) == [{"a": a, "r": r, "p": path}]
    assert list(store.stream(cypher)) == [{"a": a, "r": r, "p": path}]


def test_a_path_walked_against_its_relationships_keeps_their_direction(store: Store) -> None:
    store.write(lambda tx: tx.run("CREATE ({id: 'a'})-[:T]->({id: 'b'})").consume())
    row = store.rows("MATCH p = ({id: 'b'})<-[:T]-() RETURN p")[0]["p"]
    assert [node["properties"]["id"] for node in row["nodes"]] == ["b", "a"]
    assert row["relationships"] == [{"type": "T", "properties": {}, "start": "a", "end": "b"}]


def test_an_answer_without_rows_still_names_its_columns(store: Store) -> None:
    cypher = "MATCH (n:City {id: 'nobody'}) RETURN n.id AS id, n.name, count(*) AS `how many`"
    answer = store.ask(cypher, {}, max_rows=5, seconds=10)
    assert answer.columns == ("id", "n.name", "how many")
    assert answer.rows == []
    assert not answer.cut


def test_rows_can_be_read_one_by_one_and_left(store: Store) -> None:
    rows = store.stream("UNWIND range(1, 50000) AS x RETURN x")
    assert [next(rows), next(rows)] == [{"x": 1}, {"x": 2}]
    rows.close()  # type: ignore[attr-defined]
    assert sum(1 for _ in store.stream("UNWIND range(1, 5000) AS x RETURN x")) == 5000


def test_bytes_come_as_their_hexadecimal_text() -> None:
    assert plain(b"\x00\xff") == "00ff"


def test_dates_that_python_lacks_are_an_error_that_says_so(store: Store) -> None:
    with pytest.raises(QueryError, match="year"):
        store.ask("RETURN date('+10000-01-01') AS x", {}, max_rows=1, seconds=10)
    asked = "RETURN toString(date('+10000-01-01')) AS x"
    assert store.ask(asked, {}, max_rows=1, seconds=10).rows == [("+10000-01-01",)]
