"""Looking at the embedded engine's processes from outside, for tests of how it lives and ends."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from grafo.settings import Settings
from grafo.store import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def processes_in(home: Path) -> list[int]:
    """Return the engine's processes (its shell and its Java) that work in this home."""
    store = str(home / "store")
    found = []
    for entry in Path("/proc").iterdir():
        with contextlib.suppress(OSError):
            if entry.name.isdigit() and os.readlink(entry / "cwd") == store:  # noqa: PTH115
                found.append(int(entry.name))
    return found


def java_of(home: Path) -> int:
    for pid in processes_in(home):
        if Path(os.readlink(f"/proc/{pid}/exe")).name == "java":  # noqa: PTH115
            return pid
    raise AssertionError("no engine runs")


def wait_until(happened: Callable[[], bool], seconds: float = 20.0) -> None:
    deadline = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)


@contextlib.contextmanager
def python_with_a_store(script: str, home: Path, *more: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, "-c", script, str(home), *more],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n", process.communicate()[1]
        yield process
    finally:
        process.kill()
        process.communicate()


def kept(home: Path) -> int:
    with open_store(Settings(home=home)) as store:
        count: int = store.rows("MATCH (n:Kept) RETURN count(n) AS n")[0]["n"]
        return count


def home_of(store: Store) -> Path:
    return Path(store.where.removeprefix("the embedded engine in ")).parent
