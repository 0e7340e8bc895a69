"""The embedded engine starts from nothing, keeps what was committed, and keeps to itself."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from grafo.errors import StoreError
from grafo.settings import Settings
from grafo.store import Store, engine_process, open_store
from grafo.store.engine_folder import engine_version
from tests.store.engines_at_work import home_of, java_of, kept, processes_in, wait_until

pytestmark = pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks at /proc")


def test_it_opens_an_empty_home_and_says_what_it_is(embedded_store: Store) -> None:
    assert embedded_store.engine == "embedded"
    assert embedded_store.version == engine_version()
    assert embedded_store.where.startswith("the embedded engine in /")
    assert embedded_store.rows("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]


def test_what_was_committed_is_there_at_the_next_opening(tmp_path: Path) -> None:
    with open_store(Settings(home=tmp_path)) as store:
        store.write(lambda tx: tx.run("CREATE (:Kept {id: 1})").consume())
    wait_until(lambda: not processes_in(tmp_path), 2)
    assert kept(tmp_path) == 1


def test_the_passwords_are_on_no_command_line_and_in_no_file(embedded_store: Store) -> None:
    home = home_of(embedded_store)
    passwords = [p.encode() for p in embedded_store._passwords.values()]  # type: ignore[attr-defined]
    for pid in processes_in(home):
        for name in ("cmdline", "environ"):
            said = Path(f"/proc/{pid}/{name}").read_bytes()
            assert not any(password in said for password in passwords)
    for file in home.rglob("*"):
        if file.is_file():
            assert not any(password in file.read_bytes() for password in passwords), file
    assert (home / "store").stat().st_mode & 0o077 == 0


def test_the_engine_is_given_no_secret_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "canary-9b")
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-Xmx1m")
    with open_store(Settings(home=tmp_path)):
        said = Path(f"/proc/{java_of(tmp_path)}/environ").read_bytes()
    assert b"canary-9b" not in said
    assert b"JAVA_TOOL_OPTIONS" not in said


def test_it_listens_on_loopback_only(embedded_store: Store) -> None:
    ours = {
        embedded_store._process.bolt_port,  # type: ignore[attr-defined]
        embedded_store._process.http_port,  # type: ignore[attr-defined]
    }
    inodes = set()
    for link in Path(f"/proc/{java_of(home_of(embedded_store))}/fd").iterdir():
        with contextlib.suppress(OSError):
            inodes.add(os.readlink(link).removeprefix("socket:[").removesuffix("]"))  # noqa: PTH115
    listening = {}
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/net/{table}").read_text(encoding="ascii").splitlines()[1:]:
            local, state, inode = (line.split()[i] for i in (1, 3, 9))
            if state == "0A" and inode in inodes:
                listening[int(local.rpartition(":")[2], 16)] = local.rpartition(":")[0]
    assert set(listening) == ours
    loopback = {"0100007F", "0000000000000000FFFF00000100007F"}
    assert set(listening.values()) <= loopback


def test_the_logs_of_the_last_two_starts_are_kept_and_no_more(tmp_path: Path) -> None:
    for _ in range(3):
        with open_store(Settings(home=tmp_path)):
            pass
    names = sorted(p.name for p in (tmp_path / "store").iterdir() if "log" in p.name)
    assert names == ["log", "log.previous"]
    assert len(list((tmp_path / "store" / "log").glob("*"))) < 10


def test_a_home_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    home = tmp_path / "file"
    home.write_text("in the way", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be used") as raised:
        open_store(Settings(home=home))
    assert "GRAFO_HOME" in str(raised.value)


def test_a_full_disk_at_the_start_is_told(tmp_path: Path) -> None:
    home = tmp_path / "small"
    home.mkdir()
    mounted = subprocess.run(  # noqa: S603
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(home)],  # noqa: S607
        capture_output=True,
        check=False,
    )
    if mounted.returncode != 0:
        pytest.skip("mounting a small disk takes root")
    try:
        with pytest.raises(StoreError) as raised:
            open_store(Settings(home=home))
        assert raised.value.hint
        assert "full" in str(raised.value) or "room" in str(raised.value)
        wait_until(lambda: not processes_in(home))
    finally:
        subprocess.run(["umount", str(home)], check=True)  # noqa: S603, S607


def test_data_of_a_newer_engine_is_refused(tmp_path: Path) -> None:
    with open_store(Settings(home=tmp_path)) as store:
        store.write(lambda tx: tx.run("CREATE (:Kept {id: 1})").consume())
    note = tmp_path / "store" / "engine.json"
    written = json.loads(note.read_text(encoding="utf-8"))
    assert written == {"engine": "arcadedb-embedded", "version": engine_version()}
    note.write_text(json.dumps({**written, "version": "99.1.0"}), encoding="utf-8")
    with pytest.raises(StoreError, match=r"written by engine 99\.1\.0, newer"):
        open_store(Settings(home=tmp_path))
    note.write_text(json.dumps({**written, "version": "25.1.0"}), encoding="utf-8")
    assert kept(tmp_path) == 1
    assert json.loads(note.read_text(encoding="utf-8")) == written


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"version": null}'])
def test_data_that_does_not_say_its_engine_is_refused(damage: str, tmp_path: Path) -> None:
    databases = tmp_path / "store" / "databases" / "grafo"
    databases.mkdir(parents=True)
    (databases / "Kept_0.1.65536.v0.bucket").touch()
    if damage:
        (tmp_path / "store" / "engine.json").write_text(damage, encoding="utf-8")
    with pytest.raises(StoreError) as raised:
        open_store(Settings(home=tmp_path))
    assert "Move the folder away" in str(raised.value)


def test_a_missing_engine_is_told_with_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(StoreError, match="not installed") as raised:
        open_store(Settings(home=tmp_path))
    assert "pip install arcadedb-embedded" in str(raised.value)
    assert "NEO4J_URI" in str(raised.value)


@pytest.mark.parametrize(
    "java", ["#!/no/such/loader\n", "\x7fELF not for this machine", None], ids=str
)
def test_a_java_that_cannot_run_here_is_told(
    java: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "arcadedb_embedded"
    program = package / "jre" / "bin" / "java"
    program.parent.mkdir(parents=True)
    if java is not None:
        program.write_text(java, encoding="latin-1")
        program.chmod(0o755)
    monkeypatch.setattr("grafo.store.engine_process._package", lambda: package)
    with pytest.raises(StoreError, match="does not run on this machine") as raised:
        open_store(Settings(home=tmp_path / "home"))
    assert "NEO4J_URI" in str(raised.value)


def test_a_heap_that_the_machine_does_not_have_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="did not start") as raised:
        open_store(Settings(home=tmp_path, heap="900000g"))
    assert "GRAFO_HEAP" in str(raised.value)
    wait_until(lambda: not processes_in(tmp_path), 2)


def test_taken_ports_are_changed_for_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, embedded_store: Store
) -> None:
    free = engine_process._free_ports
    taken = embedded_store._process.bolt_port  # type: ignore[attr-defined]
    first = iter([(taken, free()[1]), (free()[0], taken)])
    monkeypatch.setattr(engine_process, "_free_ports", lambda: next(first, None) or free())
    assert kept(tmp_path) == 0


def test_no_free_port_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, embedded_store: Store
) -> None:
    taken = embedded_store._process.bolt_port  # type: ignore[attr-defined]
    monkeypatch.setattr("grafo.store.engine_process._free_ports", lambda: (taken, taken))
    with pytest.raises(StoreError, match="no free port"):
        open_store(Settings(home=tmp_path))
    wait_until(lambda: not processes_in(tmp_path), 2)


def test_a_copied_home_opens(tmp_path: Path) -> None:
    with open_store(Settings(home=tmp_path / "one")) as store:
        store.write(lambda tx: tx.run("CREATE (:Kept {id: 1})").consume())
    shutil.copytree(tmp_path / "one", tmp_path / "two ñ 'x'")
    assert kept(tmp_path / "two ñ 'x'") == 1
