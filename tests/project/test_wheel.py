"""What people install has everything in it, and nothing of ours that they have no use for."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from email.parser import HeaderParser
from pathlib import Path

import pytest

import grafo
from tests.project.tree import ROOT, files

pytestmark = pytest.mark.slow

_NAME = f"grafo_ciudades-{grafo.__version__}"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sdist from the tree, and the wheel from that sdist, as an index would get them."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(  # noqa: S603 - a fixed command line, no shell
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
    )
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    return built / f"{_NAME}-py3-none-any.whl"


def _carried(kind: str) -> set[str]:
    return {name for name in files() if name.startswith(f"{kind}/")}


def test_the_wheel_carries_the_package_and_its_data(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert _carried("grafo") <= names
    assert "grafo/py.typed" in names
    for kind in ("loaders", "queries", "data"):
        assert _carried(kind)
        assert {f"grafo/_bundled/{name}" for name in _carried(kind)} <= names


def test_the_wheel_carries_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
        assert not [name for name in archive.namelist() if "__pycache__" in name]
    assert tops == {"grafo", f"{_NAME}.dist-info"}


def test_the_metadata_says_who_what_and_under_which_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        info = f"{_NAME}.dist-info"
        metadata = HeaderParser().parsestr(archive.read(f"{info}/METADATA").decode("utf-8"))
        names = archive.namelist()
        scripts = archive.read(f"{info}/entry_points.txt").decode("utf-8")
    assert metadata["Name"] == "grafo-ciudades"
    assert metadata["Version"] == grafo.__version__
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["License-Expression"] == "Apache-2.0"
    assert {f"{info}/licenses/LICENSE", f"{info}/licenses/NOTICE"} <= set(names)
    assert "grafo = grafo.cli:main" in scripts


def test_the_sdist_carries_what_the_wheel_is_built_from(built: Path) -> None:
    with tarfile.open(built / f"{_NAME}.tar.gz") as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    for kind in ("grafo", "loaders", "queries", "data"):
        assert _carried(kind) <= names
    assert {"LICENSE", "NOTICE", "README.md", "pyproject.toml", "docker-compose.yml"} <= names
    assert not [name for name in names if name.startswith((".git/", ".venv", "requirements"))]


def test_an_installed_wheel_finds_its_data(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)  # noqa: S202 - built a moment ago, by this test
    program = (
        "import pathlib, sys; sys.path.insert(0, sys.argv[1]); import grafo.bundled as b;"
        "[print(b.bundled(kind)) for kind in ('loaders', 'queries', 'data')]"
    )
    said = subprocess.run(  # noqa: S603 - a fixed command line, no shell
        [sys.executable, "-P", "-c", program, str(tmp_path)],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )
    folders = [Path(line) for line in said.stdout.splitlines()]
    expected = tmp_path.resolve() / "grafo" / "_bundled"
    assert folders == [expected / "loaders", expected / "queries", expected / "data"]
    for folder, kind in zip(folders, ("loaders", "queries", "data"), strict=True):
        shipped = {f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file()}
        assert shipped == {name.partition("/")[2] for name in _carried(kind)}
