"""A loader that is killed leaves nothing that running it again does not put right."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from grafo.session import Grafo
from grafo.settings import Settings

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
KILLS = 2
ATTEMPTS = 7


def _command(folder: Path, cache: Path, *arguments: str) -> subprocess.Popen[str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("GRAFO_", "NEO4J_"))}
    return subprocess.Popen(  # noqa: S603  # the interpreter that runs the tests
        [sys.executable, "-m", "grafo", "--lang", "en", *arguments],
        cwd=folder,
        env={**kept, "GRAFO_HOME": "g", "GRAFO_CACHE": str(cache), "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _finish(folder: Path, cache: Path, *arguments: str) -> str:
    process = _command(folder, cache, *arguments)
    out, err = process.communicate(timeout=240)
    assert process.returncode == 0, err
    return out


def _hash(folder: Path) -> str:
    with Grafo(Settings(home=folder / "g")) as graph:
        return graph.canonical_hash()


def test_a_load_killed_on_the_way_is_completed_by_the_next(tmp_path: Path, cache_dir: Path) -> None:
    clean = tmp_path / "clean"
    clean.mkdir()
    _finish(clean, cache_dir, "load", "governments_mx")
    began = time.monotonic()
    _finish(clean, cache_dir, "load", "register_synthetic")
    window = time.monotonic() - began
    expected = _hash(clean)
    landed, early, late = 0, 0.0, window
    for attempt in range(ATTEMPTS):
        folder = tmp_path / str(attempt)
        folder.mkdir()
        _finish(folder, cache_dir, "load", "governments_mx")
        process = _command(folder, cache_dir, "load", "register_synthetic")
        # How long a start takes varies: each miss narrows the window for the next kill.
        delay = (early + late) / 2
        time.sleep(delay)
        os.kill(process.pid, signal.SIGKILL)
        process.communicate(timeout=60)
        status = json.loads(_finish(folder, cache_dir, "status", "--format", "json"))
        if status["unfinished"]:
            landed += 1
        elif any(source["id"] == "register_synthetic" for source in status["sources"]):
            late = delay
        else:
            early = delay
        _finish(folder, cache_dir, "load", "register_synthetic")
        assert _hash(folder) == expected
        if landed == KILLS:
            return
    assert landed, f"none of {ATTEMPTS} kills landed within a load"
