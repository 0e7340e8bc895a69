"""A question ends: at its rows, its time, the engine's memory. The next one is answered."""

from __future__ import annotations

import math
import os
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from grafo.errors import QueryError, UsageError
from grafo.settings import Settings
from grafo.store import Store, open_store
from grafo.store.bolt import MAX_ROWS

ENDLESS = "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y RETURN count(*)"
# Nothing between rows to stop at: one expression that computes for minutes.
STUBBORN = (
    "RETURN reduce(s = 0, i IN range(1, 9000000) | s + reduce(t = 0, j IN range(1, 1000) | t + j))"
)


@pytest.mark.parametrize(("existing", "cut"), [(9, False), (10, False), (11, True), (5000, True)])
def test_an_answer_says_when_it_was_cut(existing: int, cut: bool, store: Store) -> None:
    cypher = "UNWIND range(1, $n) AS x RETURN x ORDER BY x"
    answer = store.ask(cypher, {"n": existing}, max_rows=10, seconds=20)
    assert answer.rows == [(x,) for x in range(1, min(existing, 10) + 1)]
    assert answer.cut is cut
    assert answer.columns == ("x",)
    assert 0 < answer.seconds < 20


def test_no_limit_of_an_engine_cuts_a_longer_answer_silently(store: Store) -> None:
    cypher = "UNWIND range(1, 30000) AS x RETURN x"
    answer = store.ask(cypher, {}, max_rows=30_000, seconds=60)
    assert len(answer.rows) == 30_000
    assert not answer.cut


@pytest.mark.parametrize("max_rows", [0, -1, MAX_ROWS + 1])
def test_rows_outside_the_limit_are_a_usage_error(max_rows: int, store: Store) -> None:
    with pytest.raises(UsageError, match="max_rows"):
        store.ask("RETURN 1", {}, max_rows=max_rows, seconds=1)


@pytest.mark.parametrize("seconds", [0.0, -1.0, math.inf, math.nan])
def test_a_time_that_cannot_be_is_a_usage_error(seconds: float, store: Store) -> None:
    with pytest.raises(UsageError, match="seconds"):
        store.ask("RETURN 1", {}, max_rows=1, seconds=seconds)


@pytest.mark.parametrize("cypher", [ENDLESS, STUBBORN], ids=["endless", "stubborn"])
def test_a_question_is_stopped_at_its_time_and_the_store_goes_on(cypher: str, store: Store) -> None:
    start = time.monotonic()
    with pytest.raises(QueryError, match="took longer than 1 s"):
        store.ask(cypher, {}, max_rows=10, seconds=1)
    assert time.monotonic() - start < 15
    assert store.ask("RETURN 1", {}, max_rows=1, seconds=20).rows == [(1,)]
    assert store.rows("RETURN 2 AS x") == [{"x": 2}]


def test_a_stopped_question_does_not_keep_the_engine_busy(embedded_store: Store) -> None:
    with pytest.raises(QueryError):
        embedded_store.ask(ENDLESS, {}, max_rows=1, seconds=1)
    assert embedded_store._questions_running() == []  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "cypher",
    [
        "UNWIND range(1, 1000000000) AS x RETURN collect(x)",
        "UNWIND range(1, 100000) AS a UNWIND range(1, 1000) AS b RETURN collect(a * b + 0.5)",
        "RETURN reduce(s = 'xxxxxxxxxxxxxxxx', i IN range(1, 40) | s + s) AS s",
        "RETURN [i IN range(1, 9000000) | toString(i) + $long] AS s",
    ],
    ids=["range", "collect", "string", "list"],
)
def test_a_question_that_wants_too_much_memory_fails_alone(
    cypher: str, embedded_store: Store
) -> None:
    embedded_store.write(lambda tx: tx.run("CREATE (:Kept {id: 1})").consume())
    with pytest.raises(QueryError) as raised:
        embedded_store.ask(cypher, {"long": "x" * 100}, max_rows=10, seconds=40)
    assert "memory" in str(raised.value) or "took longer" in str(raised.value)
    assert embedded_store.ask("MATCH (n:Kept) RETURN n.id", {}, max_rows=1, seconds=20).rows == [
        (1,)
    ]


def test_parameters_that_no_database_takes_are_told(store: Store) -> None:
    for value in (object(), {1, 2}, 2**70, {1: "x"}):
        with pytest.raises(QueryError):
            store.ask("RETURN $x AS x", {"x": value}, max_rows=1, seconds=5)
    assert store.ask("RETURN $x AS x", {"x": "y"}, max_rows=1, seconds=5).rows == [("y",)]


@pytest.mark.parametrize(
    ("cypher", "says"),
    [
        ("RETURN nope", "nope"),
        ("RETURN 1 +", ""),
        ("RETURN $missing", "missing"),
        ("RETURN 1 / 0", "zero"),
        ("RETURN date('2020-13-01')", ""),
        ("RETURN unheard(1)", "unheard"),
    ],
)
def test_a_mistake_in_a_question_is_a_query_error_that_says_which(
    cypher: str, says: str, store: Store
) -> None:
    with pytest.raises(QueryError) as raised:
        store.ask(cypher, {}, max_rows=1, seconds=5)
    assert raised.value.message
    assert says in raised.value.message


def test_ctrl_c_stops_the_question_and_the_store_goes_on(embedded_store: Store) -> None:
    timer = threading.Timer(1.0, os.kill, [os.getpid(), signal.SIGINT])
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        embedded_store.ask(ENDLESS, {}, max_rows=1, seconds=60)
    timer.join()
    assert embedded_store._questions_running() == []  # type: ignore[attr-defined]
    assert embedded_store.ask("RETURN 1", {}, max_rows=1, seconds=20).rows == [(1,)]


def test_two_threads_can_ask_at_once(store: Store) -> None:
    with ThreadPoolExecutor(4) as pool:
        asked = [
            pool.submit(store.ask, "RETURN $x AS x", {"x": x}, max_rows=1, seconds=30)
            for x in range(20)
        ]
        assert [a.result().rows for a in asked] == [[(x,)] for x in range(20)]


def test_the_heap_of_the_settings_holds(tmp_path_factory: pytest.TempPathFactory) -> None:
    home = tmp_path_factory.mktemp("small")
    with open_store(Settings(home=home, heap="128m")) as store:
        with pytest.raises(QueryError, match="memory"):
            store.ask(
                "RETURN [i IN range(1, 3000000) | toString(i) + $long] AS s",
                {"long": "x" * 100},
                max_rows=1,
                seconds=60,
            )
        assert store.rows("RETURN 1 AS x") == [{"x": 1}]
