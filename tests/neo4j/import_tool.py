"""The real `neo4j-admin` of the prepared server, as a program on the PATH."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

from tests.neo4j.prepare import find_prepared


def run_import(folder: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the `import.sh` of an export, so that a Neo4j in `home` has what it imports.

    Raises:
        NotPreparedError: this machine has no prepared Neo4j.
    """
    layout = find_prepared()
    home.mkdir(parents=True, exist_ok=True)
    programs = home / "bin"
    programs.mkdir(exist_ok=True)
    admin = programs / "neo4j-admin"
    java = [str(layout.java), "-Xmx1g", "-cp", f"{layout.lib}/*", "org.neo4j.cli.AdminTool"]
    admin.write_text(f'#!/bin/sh\nexec {shlex.join(java)} "$@"\n')
    admin.chmod(0o755)
    return subprocess.run(  # noqa: S603 - the script under test
        ["/bin/sh", str(folder / "import.sh"), *arguments],
        env={
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "NEO4J_HOME": str(home),
            "NEO4J_CONF": str(home),
        },
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
