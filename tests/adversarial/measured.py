"""Reads one file in a process of its own, and tells how it ended and what it cost."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

# The peak of this process alone: `getrusage` would begin at the peak of the one that started it.
_PROGRAM = """
import json, re, resource, sys, time
from pathlib import Path
from grafo.errors import GrafoError
from grafo.readers import read_rows

def peak():
    status = Path("/proc/self/status")
    if status.exists():
        return int(re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024 // 1024

started, rows, ended = time.process_time(), 0, ""
try:
    for _ in read_rows(Path(sys.argv[1])):
        rows += 1
except GrafoError as error:
    ended = f"{type(error).__name__}: {error}"
seconds = time.process_time() - started
print(json.dumps({"rows": rows, "ended": ended, "seconds": seconds, "mebibytes": peak()}))
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How reading a file ended.

    Attributes:
        rows: rows that were yielded.
        ended: the error with its class, "" where the file was read to its end.
        seconds: processor time of the reading alone, whatever else the machine is doing.
        mebibytes: the most memory that the process held.
    """

    rows: int
    ended: str
    seconds: float
    mebibytes: int


def read_apart(path: Path, *, timeout: float = 60) -> Outcome:
    """Read `path` in a child process; raises AssertionError where that ends in a traceback."""
    done = subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", _PROGRAM, str(path)],
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, f"exit {done.returncode}: {done.stderr[-2000:]}"
    return Outcome(**json.loads(done.stdout))
