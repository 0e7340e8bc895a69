"""Reads a register as a load does, up to where it would write."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from grafo.loading.catalogue import find_loader
from grafo.loading.expectations import check_expectations
from grafo.loading.prepare import Prepared, prepare
from grafo.loading.report import RunReport
from grafo.loading.spool import Spool
from grafo.places import Matcher
from grafo.readers import Limits
from grafo.statements import Claim

LOADER = """\
name: list
title: {es: Lista, en: List}
publisher: nobody
licence: CC0-1.0
makes: agreement
%s
columns:
  home: {heading: [Municipio, Ciudad], required: true, country: MX}
  counterpart:
    heading: [Contraparte, Ciudad hermana]
    required: true
    country: {heading: [País, Country]}
  kind: {heading: Tipo, map: {"*": twinning, "": twinning}}
  title: {heading: Título}
  signed: {heading: Fecha}
  status: {heading: Estatus, map: {Vigente: in-force, Cancelado: withdrawn, "*": unknown}}
expect: {quarantined: {max: 1.0}}
"""


@dataclass
class Read:
    """What a register came to."""

    prepared: Prepared
    claims: list[Claim]
    quarantine: list[dict[str, str]]

    @property
    def notes(self) -> list[str]:
        """The notes, with their counts."""
        return [str(note) for note in self.prepared.report.notes]

    @property
    def reasons(self) -> list[tuple[str, str]]:
        """Row and reason of what went to quarantine."""
        return [(row["grafo_row"], row["grafo_reason"]) for row in self.quarantine]

    @property
    def signed(self) -> dict[str, object]:
        """The dates by the titles of the agreements."""
        return {c.properties.get("title", ""): c.properties.get("signed") for c in self.claims}


def read(matcher: Matcher, path: Path, reads: str = "", *, check: bool = False) -> Read:
    """Read a register with a small loader; `reads` is a line for its `reads:` block."""
    spec = path.parent / "list.yml"
    spec.write_text(LOADER % reads, encoding="utf-8")
    return read_with(matcher, spec, path, check=check)


def read_with(matcher: Matcher, spec: Path, path: Path, *, check: bool = False) -> Read:
    """Read a register with a loader file."""
    loader = find_loader(str(spec))
    quarantine = path.parent / "quarantine.csv"
    quarantine.unlink(missing_ok=True)
    with Spool() as spool:
        prepared = prepare(
            loader,
            path,
            RunReport("list", path.name, "0" * 64),
            spool,
            resolve=matcher.match,
            quarantine=quarantine,
            limits=Limits(),
            progress=lambda *_: None,
        )
        if check:
            check_expectations(loader, prepared)
        claims = [claim for batch in spool.batches(1000) for claim in batch]
    rows: list[dict[str, str]] = []
    if quarantine.exists():
        with quarantine.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    return Read(prepared, claims, rows)
