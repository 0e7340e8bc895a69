"""How the scripts read their sources and write the tables of `data/`.

Every table is UTF-8 without a byte-order mark, LF line ends, minimal quoting, and is written
to a temporary name, synced and renamed, so that a broken run leaves the old file whole.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from grafo.files import atomic_write

Row = dict[str, str]

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
KEPT = Path(__file__).resolve().parent / "kept"


def read_table(path: Path, *, skip: int = 0) -> list[Row]:
    """Return the rows of a comma-separated file, every cell as text. `skip` lines come first."""
    with path.open(encoding="utf-8", newline="") as handle:
        for _ in range(skip):
            handle.readline()
        return [dict(row) for row in csv.DictReader(handle)]


def read_json(path: Path) -> Any:
    """Return the parsed content of a JSON file."""
    return json.loads(path.read_text(encoding="utf-8"))


def several(cell: str) -> list[str]:
    """Return the values of a cell in which `|` stands between several."""
    return [value for value in cell.split("|") if value]


def as_text(columns: Sequence[str], rows: Iterable[Mapping[str, str]], *, notice: str = "") -> str:
    """Return the table as text. A `notice` becomes a line of its own above the header."""
    out = io.StringIO()
    if notice:
        csv.writer(out, lineterminator="\n").writerow([notice])
    writer = csv.DictWriter(out, fieldnames=list(columns), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def keep(path: Path, text: str, *, check: bool) -> bool:
    """Write the table, or with `check` only compare; return whether the file is as it should be."""
    if not check:
        with atomic_write(path) as handle:
            handle.write(text)
        print(f"wrote {path.name}: {text.count(chr(10))} lines")
        return True
    same = path.is_file() and path.read_bytes() == text.encode("utf-8")
    print(f"{path.name}: {'as built' if same else 'differs from what the script builds'}")
    return same


def build_one(name: str, build: Callable[[Path], str], *, needs_source: bool = True) -> None:
    """Run one script: build `data/<name>` from the source folder given on the command line."""
    parser = argparse.ArgumentParser(description=f"Build data/{name}.")
    if needs_source:
        parser.add_argument("source", type=Path, metavar="SOURCE_DIR", help="source material")
    parser.add_argument("--check", action="store_true", help="exit 1 when the file differs")
    asked = parser.parse_args()
    source = asked.source if needs_source else DATA
    if not source.is_dir():
        parser.error(f"{source} is not a folder")
    sys.exit(0 if keep(DATA / name, build(source), check=asked.check) else 1)
