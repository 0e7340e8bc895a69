"""`make` and `.ci/run` set everything up by themselves, or say plainly what is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.project.tree import ROOT

_CI_RUN = ROOT / ".ci" / "run"
_USES = {"demo": ".venv/bin/grafo demo", "test": ".venv/bin/python -m pytest"}


def _make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    make = shutil.which("make")
    if make is None:
        pytest.fail("make is not on the PATH")
    # A make that runs these tests hands its own flags down; this one is another project's.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
    return subprocess.run(  # noqa: S603 - a fixed command line, no shell
        [make, "-C", str(folder), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder with a space in its name and only what `make` reads before it installs anything."""
    folder = tmp_path / "a clone"
    (folder / "requirements").mkdir(parents=True)
    for name in ("Makefile", "pyproject.toml", "requirements/lock.txt"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def _program(path: Path, text: str) -> str:
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_demo_and_test_first_install_what_is_locked(clone: Path) -> None:
    for target, use in _USES.items():
        planned = _make(clone, "--dry-run", f"PYTHON={sys.executable}", target)
        assert planned.returncode == 0, planned.stderr
        lines = planned.stdout.splitlines()
        locked = next(i for i, line in enumerate(lines) if "--require-hashes" in line)
        grafo = next(i for i, line in enumerate(lines) if "--editable ." in line)
        used = next(i for i, line in enumerate(lines) if line.startswith(use))
        assert locked < grafo < used
        assert "--no-deps" in lines[grafo]


def test_a_python_too_old_is_named_and_nothing_is_made(clone: Path, tmp_path: Path) -> None:
    old = _program(tmp_path / "old", '[ "$1" = --version ] && echo Python 3.9.2; exit 1')
    done = _make(clone, f"PYTHON={old}", "install")
    assert done.returncode != 0
    assert "needs Python 3.11 or newer" in done.stderr
    assert "Python 3.9.2" in done.stderr
    assert not (clone / ".venv").exists()


def test_a_missing_python_is_named(clone: Path) -> None:
    done = _make(clone, "PYTHON=python-that-is-not-there", "install")
    assert done.returncode != 0
    assert "No python-that-is-not-there found" in done.stderr


def test_a_python_without_venv_says_which_package_to_install(clone: Path, tmp_path: Path) -> None:
    bare = _program(tmp_path / "bare", 'case "$2" in *ensurepip*) exit 1;; esac')
    done = _make(clone, f"PYTHON={bare}", "install")
    assert done.returncode != 0
    assert "apt install python3-venv" in done.stderr
    assert not (clone / ".venv").exists()


def test_help_names_every_target_a_person_calls(clone: Path) -> None:
    said = _make(clone, "help")
    assert said.returncode == 0, said.stderr
    for target in ("install", "demo", "test", "lint", "docs", "build", "audit", "lock", "clean"):
        assert f"make {target}" in said.stdout


def test_ci_is_executable_and_valid_bash() -> None:
    bash = shutil.which("bash")
    assert bash is not None
    assert os.access(_CI_RUN, os.X_OK)
    subprocess.run([bash, "-n", str(_CI_RUN)], check=True)  # noqa: S603 - a fixed command line


def test_commit_hooks_fetch_nothing() -> None:
    text = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    repositories = yaml.safe_load(text)["repos"]
    assert [repository["repo"] for repository in repositories] == ["local"]
    for hook in repositories[0]["hooks"]:
        assert hook["language"] == "system"
        assert hook["entry"].startswith(".venv/bin/")
