"""Fetch Apache Jena's SHACL engine through Maven, once, and ask it.

`python -m tests.jena.prepare` needs a JDK 17 or newer and Maven. The folder is `GRAFO_JENA_HOME`,
or `~/.cache/grafo-jena`; about 15 MB. Later runs find it there.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

_HERE = Path(__file__).resolve().parent
# Of whoever runs the tests: taken now, before a test changes HOME or the environment.
_CHOSEN = os.environ.get("GRAFO_JENA_HOME")
_BASE = Path(_CHOSEN) if _CHOSEN else Path.home() / ".cache" / "grafo-jena"


class NotPreparedError(Exception):
    """Jena, or the tools to get it, are not on this machine."""


def find_prepared() -> Path:
    """Return the folder with Jena and the compiled program.

    Raises:
        NotPreparedError: saying how to get it.
    """
    folder = _BASE / _version()
    if shutil.which("java") is None:
        raise NotPreparedError("no java on the PATH; Jena needs Java 17 or newer")
    if not folder.is_dir():
        raise NotPreparedError(f"no Jena in {folder}; run: python -m tests.jena.prepare")
    return folder


def prepare() -> Path:
    """Fetch Jena and compile the program that asks it, unless that was done before.

    Raises:
        NotPreparedError: java, javac or mvn is missing, or Maven failed.
    """
    folder = _BASE / _version()
    if not folder.is_dir():
        _BASE.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=_BASE, prefix=".preparing-") as name:
            building = Path(name) / "jena"
            pom, lib = str(_HERE / "pom.xml"), str(building / "lib")
            _run(
                "mvn",
                "-q",
                "-B",
                "-f",
                pom,
                "dependency:copy-dependencies",
                f"-DoutputDirectory={lib}",
            )
            _run("javac", "-cp", f"{lib}/*", "-d", str(building), str(_HERE / "Validate.java"))
            building.rename(folder)
    return find_prepared()


def breaches(shapes: Path, data: Path) -> tuple[int, list[str]]:
    """Return how many triples Jena read, and what they break of the shapes, each as one line.

    Raises:
        NotPreparedError: Jena is not there, or it failed; the message has its words.
    """
    folder = find_prepared()
    classes = os.pathsep.join((str(folder), f"{folder}/lib/*"))
    told = _run("java", "-Xmx1g", "-cp", classes, "Validate", str(shapes), str(data)).splitlines()
    return int(told[0]), told[1:]


def _version() -> str:
    parts = [(_HERE / name).read_bytes() for name in ("pom.xml", "Validate.java")]
    return hashlib.sha256(b"".join(parts)).hexdigest()[:12]


def _run(*command: str) -> str:
    program = shutil.which(command[0])
    if program is None:
        raise NotPreparedError(
            f"no {command[0]} on the PATH; a JDK 17 or newer and Maven are needed"
        )
    done = subprocess.run(  # noqa: S603 - a fixed command line, no shell
        [program, *command[1:]], capture_output=True, text=True, timeout=1500, check=False
    )
    if done.returncode != 0:
        raise NotPreparedError(f"{command[0]} failed:\n{(done.stdout + done.stderr)[-2000:]}")
    return done.stdout


if __name__ == "__main__":
    try:
        print(prepare())
    except NotPreparedError as missing:
        sys.exit(str(missing))
