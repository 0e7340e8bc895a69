"""Where each thing is reported: its source, and the file and row that say it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grafo.exports.rdf.description import Description, Statement, types
from grafo.exports.rdf.links import Links, Report
from grafo.exports.rdf.literals import integer, text
from grafo.exports.rdf.mentions import Mentions
from grafo.exports.rdf.terms import Terms

_SHA256 = re.compile("[0-9a-f]{64}")  # its first quarter tells files apart, and reads better


class Provenance:
    """Tells where things are reported, and gathers the rows that were named."""

    def __init__(self, terms: Terms, links: Links, mentions: Mentions) -> None:
        self._terms = terms
        self._links = links
        self._mentions = mentions
        self._rows: dict[str, set[int]] = {}
        self._files: set[tuple[str, str, str]] = set()

    def statements(self, type_: str, id_: str) -> Iterator[Statement]:
        """Yield the sources and rows that a node is reported in."""
        terms = self._terms
        for report in self._links.reports(type_, id_):
            yield terms["prov:hadPrimarySource"], terms.mint("source", report.source)
            if report.sha256 is None:
                continue
            key = self._mention_file(report, report.sha256)
            self._rows.setdefault(key, set()).update(report.rows)
            for row in report.rows:
                yield terms["prov:wasDerivedFrom"], terms.mint("report", f"{key}-{row}")

    def rows(self) -> Iterator[Description]:
        """Yield the rows that were named, by file and number."""
        terms = self._terms
        entity, part_of, number = terms["prov:Entity"], terms["dct:isPartOf"], terms["grafo:row"]
        for key in sorted(self._rows):
            file = terms.mint("file", key)
            for row in sorted(self._rows[key]):
                yield Description(
                    terms.mint("report", f"{key}-{row}"),
                    {terms["rdf:type"]: [entity], part_of: [file], number: [integer(row)]},
                )

    def _mention_file(self, report: Report, sha256: str) -> str:
        terms = self._terms
        key = sha256[:16] if _SHA256.fullmatch(sha256) else sha256
        if (said := (report.source, report.file, sha256)) in self._files:
            return key
        self._files.add(said)
        self._mentions.add(
            terms.mint("file", key),
            [
                *types(terms, "prov:Entity"),
                (terms["dct:title"], text(report.file)),
                (terms["grafo:sha256"], text(sha256)),
                (terms["dct:isPartOf"], terms.mint("source", report.source)),
            ],
        )
        return key
