"""Loads against a real engine, with files that a test writes itself."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from grafo.loading.catalogue import find_loader
from grafo.loading.report import RunReport
from grafo.loading.run import LoadOptions, run_load
from grafo.places import Decisions, Matcher
from grafo.store import Store
from grafo.store.constraints import ensure_constraints

LIST = """\
name: {name}
title: {{es: Lista, en: List}}
publisher: nobody
licence: CC0-1.0
precedence: {precedence}
makes: agreement
columns:
  home:
    heading: Gobierno
    required: true
    country: MX
    parent: {{heading: Estado}}
    id: {{heading: Clave}}
  counterpart:
    heading: Contraparte
    required: true
    split: ";"
    country: {{heading: País, split: ";"}}
  kind:
    heading: Tipo
    required: true
    map: {{Hermanamiento: twinning, Cooperación: specific-cooperation, "": twinning}}
  register_number: {{heading: Número}}
  title: {{heading: Título}}
  themes: {{heading: Áreas, split: ";"}}
  signed: {{heading: Firma, date: auto}}
  validity: {{heading: Vigencia}}
  status: {{heading: Estatus, map: {{Vigente: in-force, Concluido: expired, "": unknown}}}}
themes: {{keywords_from: title}}
expect: {{quarantined: {{max: {tolerance}}}}}
"""

Rows = Sequence[dict[str, str]]


@dataclass
class Office:
    """Someone who loads registers: writes a file, loads it, looks at the graph."""

    store: Store
    matcher: Matcher
    folder: Path
    _files: int = field(default=0)

    def reference(self, *names: str) -> None:
        """Load shipped reference data."""
        for name in names or ("countries", "themes", "governments_mx"):
            loader = find_loader(name)
            assert loader.file
            self._run(loader, Path(__file__).parents[2] / "data" / loader.file)

    def write(self, rows: Rows, name: str = "registro.csv") -> Path:
        """Write rows as a register."""
        self._files += 1
        path = self.folder / str(self._files) / name
        path.parent.mkdir()
        headings = list(dict.fromkeys(key for row in rows for key in row))
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, headings)
            writer.writeheader()
            writer.writerows(rows)
        return path

    def load(
        self,
        rows: Rows | Path,
        source: str = "list",
        precedence: int = 50,
        tolerance: float = 0.0,
        **options: Any,
    ) -> RunReport:
        """Load rows, or a file that is there, as one source."""
        text = LIST.format(name=source, precedence=precedence, tolerance=tolerance)
        spec = self.folder / f"{source}.yml"
        spec.write_text(text, encoding="utf-8")
        path = rows if isinstance(rows, Path) else self.write(rows)
        return self._run(find_loader(str(spec)), path, **options)

    def _run(self, loader: Any, path: Path, **options: Any) -> RunReport:
        report, _ = run_load(
            self.store,
            loader,
            path,
            name=path.name,
            resolve=self.matcher.match,
            place=self.matcher.gazetteer.place,
            quarantine_dir=self.folder / "quarantine",
            options=LoadOptions(**options),
        )
        assert report.read == report.loaded + report.merged + report.unchanged + report.quarantined
        return report

    def decide(self, text: str) -> None:
        """Take decisions, as the review file holds them."""
        path = self.folder / "decisions.csv"
        path.write_text(text, encoding="utf-8")
        self.matcher = Matcher(self.matcher.gazetteer, Decisions.load(path))

    def count(self, cypher: str, **parameters: Any) -> int:
        """Return the single number that a query gives."""
        (row,) = self.store.rows(cypher, parameters)
        (value,) = row.values()
        assert isinstance(value, int)
        return value


@pytest.fixture
def office(store: Store, matcher: Matcher, tmp_path: Path) -> Office:
    """An office with an empty graph on each engine."""
    ensure_constraints(store)
    return Office(store, matcher, tmp_path)


@pytest.fixture
def prepared(office: Office) -> Office:
    """An office whose graph has countries and themes."""
    office.reference("countries", "themes")
    return office
