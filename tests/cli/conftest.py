"""What the tests of the commands share."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.desk import Run, environment


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder where someone works with grafo."""
    return tmp_path_factory.mktemp("desk")


@pytest.fixture(scope="module")
def run(desk: Path, cache_dir: Path) -> Run:
    """Run `grafo` in that folder and return how it ended."""

    def _run(
        *arguments: str, lang: str = "en", stdin: str | None = None, home: str = ".grafo"
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603  # the interpreter that runs the tests
            [sys.executable, "-m", "grafo", "--lang", lang, *arguments],
            cwd=desk,
            env=environment(cache_dir, home),
            input=stdin,
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
        )

    return _run
