"""The folder of the embedded engine's data: who holds it, and which version wrote it.

One process at a time. The lock is the kernel's (flock) and is shared with the engine's own
process, so it ends exactly when the last of both has ended, however that happens; the file's
text only says who to look for.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import importlib.metadata
import json
import os
import re
import shlex
import shutil
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from grafo.errors import StoreError
from grafo.language import say

# An engine whose process was killed needs this long to stop; its lock ends with it.
_ENDING_SECONDS = 20.0
# File descriptors below this are left to the shell that watches over the engine.
_LOWEST_LOCK_FD = 20
# The folders that this process holds.
_ours: set[Path] = set()
_BUSY = (errno.EAGAIN, errno.EACCES, errno.EWOULDBLOCK)


@dataclass(slots=True)
class EngineFolder:
    """A claimed folder. `lock` is the file descriptor that holds the claim."""

    path: Path
    lock: int

    @property
    def log(self) -> Path:
        """The folder of the engine's logs of this start."""
        return self.path / "log"

    def note_version(self) -> None:
        """Write down which engine version the data belongs to, once the engine runs."""
        note = {"engine": "arcadedb-embedded", "version": engine_version()}
        replacement = self.path / "engine.json.new"
        replacement.write_text(json.dumps(note) + "\n", encoding="utf-8")
        replacement.replace(self.path / "engine.json")

    def release(self) -> None:
        """Give the claim up. Releasing twice does nothing."""
        if self.lock >= 0:
            os.close(self.lock)
            self.lock = -1
            _ours.discard(self.path)


def engine_version() -> str:
    """Return the version of the installed engine.

    Raises:
        StoreError: it is not installed.
    """
    try:
        return importlib.metadata.version("arcadedb-embedded")
    except importlib.metadata.PackageNotFoundError as error:
        raise not_installed() from error


def not_installed() -> StoreError:
    """Return the error for an engine that is not there."""
    return StoreError(
        say("El motor embebido no está instalado", "The embedded engine is not installed"),
        hint=say(
            "Instálelo con: pip install arcadedb-embedded\n"
            "O defina NEO4J_URI y NEO4J_PASSWORD para usar un servidor Neo4j.",
            "Install it with: pip install arcadedb-embedded\n"
            "Or set NEO4J_URI and NEO4J_PASSWORD to use a Neo4j server.",
        ),
    )


def claim_folder(home: Path) -> EngineFolder:
    """Claim `<home>/store` for this process, making it if need be (readable by its owner only).

    Raises:
        StoreError: another process, or another store of this one, holds it (it says which);
            it cannot be written; or a newer engine wrote it.
    """
    path = (home / "store").absolute()
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder = EngineFolder(path, _lock(path / "lock"))
    except OSError as error:
        raise unusable(path, error) from error
    try:
        _check_version(path)
        _rotate(folder)
    except OSError as error:
        folder.release()
        raise unusable(path, error) from error
    except BaseException:
        folder.release()
        raise
    return folder


def unusable(path: Path, error: OSError) -> StoreError:
    """Return the error for a folder that the system does not let us use."""
    return StoreError(
        say(
            f"No se puede usar el almacén en {path}: {error.strerror or error}",
            f"The store in {path} cannot be used: {error.strerror or error}",
        ),
        hint=say(
            "Indique en GRAFO_HOME una carpeta en la que usted pueda escribir y que tenga espacio.",
            "Set GRAFO_HOME to a folder that you can write and that has room.",
        ),
    )


def _lock(file: Path) -> int:
    opened = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        lock = fcntl.fcntl(opened, fcntl.F_DUPFD_CLOEXEC, _LOWEST_LOCK_FD)
    finally:
        os.close(opened)
    deadline = time.monotonic() + _ENDING_SECONDS
    try:
        while not _try(lock):
            holder = _holder(file)
            # Our own number without our holding it: the engine of a store just closed here.
            others = holder.get("pid") != os.getpid() and _is_alive(holder)
            if others or file.parent in _ours or time.monotonic() > deadline:
                raise _held(file, holder)
            time.sleep(0.1)
        _sign(lock)
    except BaseException:
        os.close(lock)
        raise
    _ours.add(file.parent)
    return lock


def _try(lock: int) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _BUSY:
            return False
        raise
    return True


def _sign(lock: int) -> None:
    note = {
        "pid": os.getpid(),
        "command": shlex.join(sys.orig_argv)[:300],
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    os.truncate(lock, 0)
    os.pwrite(lock, json.dumps(note).encode(), 0)


def _holder(file: Path) -> dict[str, Any]:
    try:
        note = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return note if isinstance(note, dict) else {}


def _is_alive(holder: dict[str, Any]) -> bool:
    pid = holder.get("pid")
    if not isinstance(pid, int) or pid <= 0:
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _held(file: Path, holder: dict[str, Any]) -> StoreError:
    if file.parent in _ours:
        return StoreError(
            say(
                f"El almacén en {file.parent} ya está abierto en este proceso",
                f"The store in {file.parent} is already open in this process",
            ),
            hint=say("Cierre el primero, o úselo.", "Close the first one, or use it."),
        )
    unknown = say("desconocido", "unknown")
    who = say("el proceso ", "process ") + str(holder.get("pid", unknown))
    if holder.get("command"):
        since = holder.get("since", unknown)
        who += f" ({holder['command']}), " + say(f"desde {since}", f"since {since}")
    return StoreError(
        say(
            f"El almacén en {file.parent} lo está usando {who}",
            f"The store in {file.parent} is in use by {who}",
        ),
        hint=say(
            "Espere a que termine o deténgalo; o indique otra carpeta en GRAFO_HOME. Un"
            " servidor Neo4j (NEO4J_URI) atiende a varios procesos a la vez.",
            "Wait until it ends or stop it; or set GRAFO_HOME to another folder. A Neo4j"
            " server (NEO4J_URI) serves several processes at once.",
        ),
    )


def _check_version(path: Path) -> None:
    note = path / "engine.json"
    if not note.exists():
        if any((path / "databases").glob("grafo/*.bucket")):
            raise StoreError(
                say(
                    f"Los datos en {path} no dicen qué motor los escribió (falta engine.json)",
                    f"The data in {path} does not say which engine wrote it (no engine.json)",
                ),
                hint=_move_away(),
            )
        return
    try:
        written = str(json.loads(note.read_text(encoding="utf-8"))["version"])
        newer = _order(written) > _order(engine_version())
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(
            say(f"{note} está dañado", f"{note} is damaged"), hint=_move_away()
        ) from error
    if newer:
        raise _newer(path, written)


def _move_away() -> str:
    return say(
        "Mueva la carpeta a otro lugar y vuelva a cargar sus archivos.",
        "Move the folder away, then load your files again.",
    )


def _newer(path: Path, written: str) -> StoreError:
    return StoreError(
        say(
            f"Los datos en {path} los escribió el motor {written}, más nuevo que el instalado,"
            f" {engine_version()}",
            f"The data in {path} was written by engine {written}, newer than the installed"
            f" {engine_version()}",
        ),
        hint=say(
            f"Instálelo con: pip install 'arcadedb-embedded>={written}'\n"
            "O indique otra carpeta en GRAFO_HOME y vuelva a cargar sus archivos.",
            f"Install it with: pip install 'arcadedb-embedded>={written}'\n"
            "Or set GRAFO_HOME to another folder and load your files again.",
        ),
    )


def _order(version: str) -> tuple[int, ...]:
    """Return the numbers of a version that tell engines apart: 26.10.2 of 26.10.2.post1."""
    if not re.fullmatch(r"\d+(\.\d+)*(\.?[a-z]+\d*)*", version):
        raise ValueError(version)
    return tuple(int(part) for part in re.findall(r"\d+", version.partition(".post")[0]))


def _rotate(folder: EngineFolder) -> None:
    """Keep the logs of the last start, and no more."""
    previous = folder.path / "log.previous"
    shutil.rmtree(previous, ignore_errors=True)
    with contextlib.suppress(FileNotFoundError):
        folder.log.rename(previous)
    folder.log.mkdir(mode=0o700)
