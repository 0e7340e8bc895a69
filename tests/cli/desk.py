"""Running `grafo` as a person does: a process of its own, in a folder of its own."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

ROOT = Path(__file__).parents[2]
Run = Callable[..., CompletedProcess[str]]


def environment(cache_dir: Path, home: str) -> dict[str, str]:
    """Return the environment of a process that has its graph in `home`."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("GRAFO_", "NEO4J_"))}
    return {
        **kept,
        "GRAFO_HOME": home,
        "GRAFO_CACHE": str(cache_dir),
        "PYTHONPATH": str(ROOT),
        "COLUMNS": "120",
    }
