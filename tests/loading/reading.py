"""Registers read into claims without a store or a gazetteer: every name is a town of its own."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grafo.loading.catalogue import find_loader
from grafo.loading.prepare import prepare, silent
from grafo.loading.report import RunReport
from grafo.loading.spool import Spool
from grafo.places import Match, Place, PlaceQuery, country_of
from grafo.readers import Limits
from grafo.statements import Claim
from grafo.text import slug

HEAD = """\
name: list
title: {es: Lista, en: List}
publisher: nobody
licence: CC0-1.0
makes: agreement
"""
TWO_SIDES = """\
columns:
  home: {heading: Gobierno, required: true, country: MX, split: ";"}
  counterpart: {heading: Contraparte, required: true, country: {heading: País}}
  kind: twinning
  register_number: {heading: Número}
  title: {heading: Título}
  signed: {heading: Firma, date: auto}
  starts: {heading: Inicio, date: auto}
  ends: {heading: Término, date: auto}
  validity: {heading: Vigencia}
  status: {heading: Estatus, map: {Vigente: in-force, Cancelado: withdrawn, "*": unknown}}
"""
HEADINGS = ["Número", "Gobierno", "Contraparte", "País"]


def town(query: PlaceQuery) -> Match:
    """Take every name for a town of the stated country, or of the one before a colon."""
    country, _, name = query.name.rpartition(": ")
    iso2 = country_of(query.country or country or "").iso2 or "ZZ"
    place = Place(f"{iso2.lower()}-{slug(name)}", name, None, None, "city", iso2)
    return Match(query, "matched", place, 1.0, (), (), ())


@dataclass
class Read:
    """What reading a register gave."""

    report: RunReport
    claims: list[Claim]
    quarantine: Path

    @property
    def notes(self) -> list[str]:
        """The notes as a person sees them."""
        return [str(note) for note in self.report.notes]

    @property
    def reasons(self) -> list[str]:
        """Why rows were put in quarantine."""
        return [problem.reason for problem in self.report.problems]

    def values(self, name: str) -> list[Any]:
        """Return a property of the claims, in the order of their rows."""
        return [claim.properties.get(name) for claim in self.claims]

    def parties(self) -> list[dict[str, str]]:
        """Return who signs what as what, in the order of the rows."""
        return [
            {link.other_id: link.property for link in claim.links if link.type == "SIGNED"}
            for claim in self.claims
        ]


def read(folder: Path, rows: Sequence[Sequence[str]] | Path, loader: str = TWO_SIDES) -> Read:
    """Read rows, the headings first, with a loader; a path is a file that is there."""
    spec = folder / "list.yml"
    spec.write_text(HEAD + loader, encoding="utf-8")
    path = rows if isinstance(rows, Path) else folder / "register.csv"
    if not isinstance(rows, Path):
        with path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows(rows)
    report = RunReport("list", path.name, "0" * 64)
    quarantine = folder / "quarantine.csv"
    quarantine.unlink(missing_ok=True)
    with Spool() as spool:
        prepare(
            find_loader(str(spec)),
            path,
            report,
            spool,
            resolve=town,
            quarantine=quarantine,
            limits=Limits(),
            progress=silent,
        )
        claims = [claim for batch in spool.batches(1000) for claim in batch]
    return Read(report, sorted(claims, key=lambda claim: claim.rows[0]), quarantine)


def column(name: str, *cells: str) -> list[list[str]]:
    """Return a register of otherwise plain rows with one column that matters."""
    rows = [[str(n), f"Puebla {n}", f"Lyon {n}", "Francia", c] for n, c in enumerate(cells, 1)]
    return [[*HEADINGS, name], *rows]
