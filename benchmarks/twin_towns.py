"""Where the lists of the world's twin towns are that several benchmarks measure on."""

from __future__ import annotations

import os
import sys
from pathlib import Path

FILE = Path("twin-towns-wikipedia") / "twin_cities_raw.csv"


def twin_towns_file() -> Path:
    """Return the file in the folder that GRAFO_BENCH_DATA names; end the program without it."""
    folder = os.environ.get("GRAFO_BENCH_DATA")
    if not folder or not (Path(folder) / FILE).is_file():
        sys.exit(f"GRAFO_BENCH_DATA must name a folder that has {FILE}")
    return Path(folder) / FILE
