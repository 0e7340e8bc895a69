"""Fetch and lay out a Neo4j server with Graph Data Science, through Maven, once.

`python -m tests.neo4j.prepare` needs a JDK (17 or 21) and Maven. The folder is
`GRAFO_NEO4J_HOME`, or `~/.cache/grafo-neo4j`; about 160 MB. Later runs find it there.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

NEO4J_VERSION = "5.26.30"
GDS_VERSION = "2.13.9"
_HERE = Path(__file__).resolve().parent
# Of whoever runs the tests: taken now, before a test changes HOME.
_HOME = Path.home()


class NotPreparedError(Exception):
    """The server's jars, or the tools to get them, are not on this machine."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the prepared server's parts are."""

    java: Path
    lib: Path
    plugins: Path
    classes: Path


def cache_folder() -> Path:
    """Return the folder the server is prepared in; it may not exist yet."""
    chosen = os.environ.get("GRAFO_NEO4J_HOME")
    base = Path(chosen) if chosen else _HOME / ".cache" / "grafo-neo4j"
    return base / f"neo4j-{NEO4J_VERSION}-gds-{GDS_VERSION}"


def find_prepared() -> Layout:
    """Return the prepared server.

    Raises:
        NotPreparedError: saying what is missing and how to get it.
    """
    java = shutil.which("java")
    if java is None:
        raise NotPreparedError("no java on the PATH; Neo4j needs Java 17 or 21")
    folder = cache_folder()
    if not folder.is_dir():
        raise NotPreparedError(f"no Neo4j in {folder}; run: python -m tests.neo4j.prepare")
    return Layout(Path(java), folder / "lib", folder / "plugins", _compiled_launcher(folder))


def prepare() -> Layout:
    """Fetch the jars with Maven and compile the launcher, unless that was done before.

    Raises:
        NotPreparedError: java, javac or mvn is missing, or Maven failed.
    """
    folder = cache_folder()
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".preparing-") as name:
            building = Path(name) / "neo4j"
            _build(building)
            building.rename(folder)
    return find_prepared()


def _build(folder: Path) -> None:
    lib, plugins = folder / "lib", folder / "plugins"
    folder.mkdir()
    _copy_dependencies(_HERE / "server.pom.xml", lib)
    _copy_dependencies(_HERE / "gds.pom.xml", plugins)
    of_the_server = {_artifact(jar) for jar in lib.glob("*.jar")}
    for jar in plugins.glob("*.jar"):
        if _artifact(jar) in of_the_server:
            jar.unlink()


def _compiled_launcher(folder: Path) -> Path:
    """Return the folder of the compiled launcher, compiling it when its source is new."""
    source = _HERE / "Launcher.java"
    version = hashlib.sha256(source.read_bytes()).hexdigest()[:12]
    classes = folder / f"launcher-{version}"
    if not classes.is_dir():
        with tempfile.TemporaryDirectory(dir=folder) as name:
            _run(["javac", "-cp", f"{folder / 'lib'}/*", "-d", name, str(source)])
            shutil.copytree(name, classes, dirs_exist_ok=True)
    return classes


def _copy_dependencies(pom: Path, target: Path) -> None:
    # Group ids in the file names: plain names clash between the two sets (annotations-*.jar).
    _run(
        [
            *("mvn", "-q", "-B", "-f", str(pom), "dependency:copy-dependencies"),
            *("-Dmdep.prependGroupId=true", f"-DoutputDirectory={target}"),
        ]
    )


def _artifact(jar: Path) -> str:
    """Return a jar's group and artifact: its file name up to the version."""
    name, _, _ = jar.stem.partition("-SNAPSHOT")
    words = name.split("-")
    return "-".join(words[: next((i for i, w in enumerate(words) if i and w[:1].isdigit()), None)])


def _run(command: list[str]) -> None:
    program = shutil.which(command[0])
    if program is None:
        raise NotPreparedError(f"no {command[0]} on the PATH; a JDK 17 or 21 and Maven are needed")
    done = subprocess.run(  # noqa: S603 - a fixed command line, no shell
        [program, *command[1:]], capture_output=True, text=True, timeout=1500, check=False
    )
    if done.returncode != 0:
        said = (done.stdout + done.stderr)[-2000:]
        raise NotPreparedError(f"{command[0]} failed with {done.returncode}:\n{said}")


if __name__ == "__main__":
    try:
        print(prepare().lib.parent)
    except NotPreparedError as missing:
        sys.exit(str(missing))
