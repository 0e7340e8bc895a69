"""The folder of a publication: built aside, then put in place at once.

What did not change keeps its bytes and its time, so that a web server and its caches need not send
it again. A list of all files with their fingerprints lies in the folder: by it grafo knows the
folder as its own, and what there was before.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from grafo.errors import UsageError
from grafo.files import sha256_of
from grafo.language import say

LIST = ".grafo-publication.json"


class PublicationFolder:
    """A context: files are written in it, and `commit` puts them in place of what there was.

    Raises:
        UsageError: the folder has files that grafo did not publish there, or cannot be written;
            in both cases it is as it was.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.before: Mapping[str, Any] = _listed(folder)
        self._old: Mapping[str, str] = self.before.get("files", {})
        self.files: dict[str, str] = {}
        self.kept = 0
        self._stage: Path | None = None

    def __enter__(self) -> Self:
        try:
            self.folder.parent.mkdir(parents=True, exist_ok=True)
            made = tempfile.mkdtemp(dir=self.folder.parent, prefix=f".{self.folder.name}.")
        except OSError as error:
            raise _not_written(self.folder, error) from error
        self._stage = Path(made)
        self._stage.chmod(0o755)  # mkdtemp's own is private; a publication is not
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._stage is not None:
            shutil.rmtree(self._stage, ignore_errors=True)
        if isinstance(error, OSError):
            raise _not_written(self.folder, error) from error

    @property
    def stage(self) -> Path:
        """Where the new publication is built."""
        if self._stage is None:
            raise RuntimeError("the folder is not open")
        return self._stage

    def write(self, path: str, content: str | bytes) -> None:
        """Write a file; `path` is relative, with `/`. One that is as it was is taken over."""
        data = content.encode() if isinstance(content, str) else content
        digest = hashlib.sha256(data).hexdigest()
        target = self.stage / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if not self._taken_over(path, digest, target):
            target.write_bytes(data)
        self.files[path] = digest

    def adopt(self, path: str) -> None:
        """Count in a file, or all files of a folder, that something else wrote in the stage."""
        written = self.stage / path
        for file in sorted(written.rglob("*")) if written.is_dir() else [written]:
            if file.is_file():
                name = file.relative_to(self.stage).as_posix()
                digest = sha256_of(file)
                if self._old.get(name) == digest and (self.folder / name).is_file():
                    file.unlink()
                    self._taken_over(name, digest, file)
                self.files[name] = digest

    def commit(self, more: Mapping[str, Any]) -> None:
        """Put the new publication in place; `more` is kept in its list beside the files."""
        listed = {**more, "files": dict(sorted(self.files.items()))}
        text = json.dumps(listed, ensure_ascii=False, indent=1) + "\n"
        (self.stage / LIST).write_text(text, encoding="utf-8")
        if not self.folder.exists():
            self.stage.rename(self.folder)
            return
        # Two renames; should the second fail, the first is taken back. What was there is deleted
        # only once the new one is in its place.
        aside = Path(tempfile.mkdtemp(dir=self.folder.parent, prefix=f".{self.folder.name}."))
        try:
            self.folder.replace(aside / "before")
            try:
                self.stage.rename(self.folder)
            except OSError:
                (aside / "before").replace(self.folder)
                raise
        except OSError:
            with suppress(OSError):  # not empty where even taking it back failed: then it stays
                aside.rmdir()
            raise
        shutil.rmtree(aside, ignore_errors=True)

    def _taken_over(self, path: str, digest: str, target: Path) -> bool:
        """Take a file over from the old publication, if it is there with these bytes."""
        there = self.folder / path
        if self._old.get(path) != digest or not there.is_file() or sha256_of(there) != digest:
            return False
        try:
            os.link(there, target)
        except OSError:  # no hard links here: a copy with the same time
            shutil.copy2(there, target)
        self.kept += 1
        return True


def _listed(folder: Path) -> Mapping[str, Any]:
    """Return the list of a publication that is there; empty for a new or an empty folder."""
    if folder.exists() and not folder.is_dir():
        raise _taken(folder)
    if not folder.exists() or not any(folder.iterdir()):
        return {}
    try:
        found = json.loads((folder / LIST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise _taken(folder) from None
    if not isinstance(found, dict) or not isinstance(found.get("files"), dict):
        raise _taken(folder)
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    strangers = files - found["files"].keys() - {LIST}
    if strangers:
        raise UsageError(
            say(
                f"{folder} tiene archivos que grafo no publicó, como {min(strangers)}",
                f"{folder} has files that grafo did not publish, such as {min(strangers)}",
            ),
            hint=say("Muévalos, o publique en otra carpeta.", "Move them, or publish elsewhere."),
        )
    return found


def _taken(folder: Path) -> UsageError:
    return UsageError(
        say(
            f"{folder} ya existe y no es una publicación de grafo",
            f"{folder} exists and is no publication of grafo",
        ),
        hint=say("Diga una carpeta nueva o vacía.", "Name a new or an empty folder."),
    )


def _not_written(folder: Path, error: OSError) -> UsageError:
    reason = error.strerror or type(error).__name__
    return UsageError(
        say(
            f"no se pudo publicar en {folder}: {reason}; lo que había sigue igual",
            f"could not publish to {folder}: {reason}; what was there is as it was",
        )
    )
