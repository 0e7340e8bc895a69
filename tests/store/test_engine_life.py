"""The embedded engine belongs to one process at a time, and always ends with it."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import signal
from pathlib import Path

import pytest

from grafo.errors import StoreError
from grafo.settings import Settings
from grafo.store import Store, open_store
from tests.store.engines_at_work import (
    home_of,
    java_of,
    kept,
    processes_in,
    python_with_a_store,
    wait_until,
)

pytestmark = pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks at /proc")

HOLDS = """
import sys, time
from pathlib import Path
from grafo.settings import Settings
from grafo.store import open_store
with open_store(Settings(home=Path(sys.argv[1]))) as store:
    store.write(lambda tx: tx.run("MERGE (n:Kept {id: 1})").consume())
    print("open", flush=True)
    time.sleep(600)
"""
FORKS = """
import os, sys, time
from pathlib import Path
from grafo.settings import Settings
from grafo.store import open_store
store = open_store(Settings(home=Path(sys.argv[1])))
if os.fork() == 0:
    time.sleep(600)
print("open", flush=True)
time.sleep(600)
"""
BREAKS = """
import sys
from pathlib import Path
from grafo.settings import Settings
from grafo.store import open_store
store = open_store(Settings(home=Path(sys.argv[1])))
print("open", flush=True)
if sys.argv[2] == "raise":
    raise RuntimeError("in the middle")
"""


@pytest.mark.parametrize(
    "sent", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL], ids=lambda s: s.name
)
def test_no_engine_outlives_its_python(sent: signal.Signals, tmp_path: Path) -> None:
    with python_with_a_store(HOLDS, tmp_path) as python:
        assert len(processes_in(tmp_path)) >= 2
        python.send_signal(sent)
        python.wait(30)
    wait_until(lambda: not processes_in(tmp_path))
    assert kept(tmp_path) == 1


@pytest.mark.parametrize("how", ["end", "raise"])
def test_a_store_never_closed_ends_with_its_python(how: str, tmp_path: Path) -> None:
    with python_with_a_store(BREAKS, tmp_path, how) as python:
        python.wait(30)
    wait_until(lambda: not processes_in(tmp_path))


def test_a_forked_child_keeps_no_engine_alive(tmp_path: Path) -> None:
    with python_with_a_store(FORKS, tmp_path) as python:
        children = Path(f"/proc/{python.pid}/task/{python.pid}/children").read_text().split()
        python.kill()
        python.wait()
        try:
            wait_until(lambda: not processes_in(tmp_path))
            with open_store(Settings(home=tmp_path)):
                pass
        finally:
            for child in map(int, children):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(child, signal.SIGKILL)


def test_ctrl_c_in_a_terminal_reaches_python_only(embedded_store: Store) -> None:
    engine = java_of(home_of(embedded_store))
    assert os.getsid(engine) != os.getsid(0)
    assert os.getpgid(engine) != os.getpgid(0)


def test_an_engine_killed_between_two_uses_is_started_again(tmp_path: Path) -> None:
    with open_store(Settings(home=tmp_path)) as store:
        store.write(lambda tx: tx.run("CREATE (:Kept {id: 1})").consume())
        os.kill(java_of(tmp_path), signal.SIGKILL)
        wait_until(lambda: len(processes_in(tmp_path)) == 0)
        assert store.rows("MATCH (n:Kept) RETURN count(n) AS n") == [{"n": 1}]
        assert store.ask("RETURN 1", {}, max_rows=1, seconds=5).rows == [(1,)]


def test_an_engine_killed_in_the_middle_of_work_is_a_store_error(tmp_path: Path) -> None:
    with open_store(Settings(home=tmp_path)) as store:
        engine = java_of(tmp_path)

        def work(tx: object) -> None:
            tx.run("CREATE (:Kept {id: 1})").consume()  # type: ignore[attr-defined]
            with contextlib.suppress(ProcessLookupError):
                os.kill(engine, signal.SIGKILL)

        with pytest.raises(StoreError) as raised:
            store.write(work)
        assert raised.value.exit_code == 4
        assert "run the same command again" in str(raised.value)
        assert store.rows("MATCH (n:Kept) RETURN count(n) AS n") == [{"n": 0}]


def test_a_second_process_is_told_who_holds_the_store(tmp_path: Path) -> None:
    with python_with_a_store(HOLDS, tmp_path) as python:
        with pytest.raises(StoreError) as raised, open_store(Settings(home=tmp_path)):
            pass
        assert raised.value.exit_code == 4
        assert f"process {python.pid} (" in str(raised.value)
        assert "since 20" in str(raised.value)
        assert "NEO4J_URI" in str(raised.value)


def test_the_same_process_is_told_that_it_has_it_open(tmp_path: Path) -> None:
    with open_store(Settings(home=tmp_path)):
        with pytest.raises(StoreError, match="already open in this process"):
            open_store(Settings(home=tmp_path))
        assert processes_in(tmp_path)


def test_the_lock_of_a_dead_process_is_no_lock(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    note = {"pid": 2**22 + 1, "command": "grafo load", "since": "2020-01-01T00:00:00+00:00"}
    (tmp_path / "store" / "lock").write_text(json.dumps(note), encoding="utf-8")
    assert kept(tmp_path) == 0


def test_a_store_still_ending_is_waited_for(tmp_path: Path) -> None:
    with python_with_a_store(HOLDS, tmp_path) as python:
        python.kill()
        python.wait()
        assert kept(tmp_path) == 1  # opened at once, while the engine still stops


def test_a_lock_that_cannot_be_had_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(StoreError, match="No locks available"):
        open_store(Settings(home=tmp_path))
