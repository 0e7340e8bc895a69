"""The scripts build what is committed, byte for byte, and say so when they would not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.data.shipped import DATA, ROOT, SCRIPTS


def run(script: Path, *arguments: str, seed: str = "0") -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed}
    return subprocess.run(  # noqa: S603 - our own script, no shell
        [sys.executable, str(script), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the tables and their scripts that a test may spoil."""
    shutil.copytree(DATA, tmp_path / "data")
    shutil.copytree(SCRIPTS, tmp_path / "scripts")
    return tmp_path


@pytest.fixture
def source() -> str:
    folder = os.environ.get("GRAFO_BENCH_DATA")
    if not folder:
        pytest.skip("GRAFO_BENCH_DATA does not name the folder of the source material")
    return folder


@pytest.mark.parametrize("seed", ["1", "random"])
def test_the_synthetic_register_is_what_its_script_makes(seed: str) -> None:
    done = run(SCRIPTS / "make_synthetic_register.py", "--check", seed=seed)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_committed_tables_are_what_the_scripts_build(source: str) -> None:
    done = run(SCRIPTS / "build_data.py", source, "--check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_spoilt_table_is_noticed_and_built_again(checkout: Path) -> None:
    table = checkout / "data" / "register_synthetic.csv"
    whole = table.read_bytes()
    table.write_bytes(whole.replace(b"SINT\xc3\x89TICO", b"REAL", 1))
    script = checkout / "scripts" / "make_synthetic_register.py"
    assert run(script, "--check").returncode == 1
    assert table.read_bytes() != whole
    assert run(script).returncode == 0
    assert table.read_bytes() == whole
    assert run(script, "--check").returncode == 0


def test_a_missing_source_folder_is_a_usage_error(tmp_path: Path) -> None:
    done = run(SCRIPTS / "build_countries.py", str(tmp_path / "nowhere"), "--check")
    assert done.returncode == 2
    assert "nowhere" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_alias_for_two_countries_stops_the_build(checkout: Path, source: str) -> None:
    kept = checkout / "scripts" / "kept" / "countries.csv"
    with kept.open("a", encoding="utf-8") as stream:
        stream.write("BE,,,Países Bajos\n")
    done = run(checkout / "scripts" / "build_countries.py", source)
    assert done.returncode == 1
    assert "Países Bajos" in done.stderr


def test_tables_are_utf8_with_unix_line_ends_and_no_byte_order_mark() -> None:
    for table in sorted(DATA.glob("*.csv")):
        content = table.read_bytes()
        assert b"\r" not in content, table.name
        assert not content.startswith(b"\xef\xbb\xbf"), table.name
        assert content.endswith(b"\n"), table.name
        content.decode("utf-8")
