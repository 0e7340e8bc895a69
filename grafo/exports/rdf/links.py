"""The graph's edges by the things they are told of, so that each thing is described at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from sys import intern
from typing import Any

from grafo.exports.source import ExportSource

Ends = Mapping[str, list[str]]
Qualified = Mapping[str, list[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Report:
    """That a source says something: in which file, and in which of its rows."""

    source: str
    file: str
    sha256: str | None
    rows: tuple[int, ...]
    retired: bool = False


class Links:
    """What is linked to each node, by id: memory for the edges, and for each id once."""

    def __init__(self, source: ExportSource) -> None:
        self._source = source
        self.part_of: Ends = self._ends("PART_OF")
        self.broader: Ends = self._ends("BROADER")
        self.represents: Ends = self._ends("REPRESENTS")
        self.accredited_to: Ends = self._ends("ACCREDITED_TO")
        self.nearest: Ends = self._ends("NEAREST")
        self.twinned: Ends = self._both_ways("TWINNED_WITH")
        self.cooperating: Ends = self._both_ways("COOPERATES_WITH")
        self.parties: Qualified = self._qualified("SIGNED", "role", backwards=True)
        self.themes: Qualified = self._qualified("ABOUT", "basis")
        self._countries: dict[tuple[str, str], list[str]] = defaultdict(list)
        for edge in source.edges("IN_COUNTRY"):
            self._countries[edge.one_type, intern(edge.one)].append(intern(edge.other))
        self._reports: dict[tuple[str, str], list[Report]] = {}
        for edge in source.edges("REPORTED_IN"):
            report = _report(edge.other, edge.properties)
            self._reports.setdefault((edge.one_type, intern(edge.one)), []).append(report)

    def countries(self, type_: str, id_: str) -> list[str]:
        """Return the countries where a government or representation is."""
        return self._countries.get((type_, id_), [])

    def reports(self, type_: str, id_: str) -> list[Report]:
        """Return where a node is reported; where nothing reports it any more, where it was."""
        found = self._reports.get((type_, id_), [])
        return [report for report in found if not report.retired] or found

    def _ends(self, edge: str) -> Ends:
        ends: dict[str, list[str]] = defaultdict(list)
        for found in self._source.edges(edge):
            ends[intern(found.one)].append(intern(found.other))
        return {one: sorted(others) for one, others in ends.items()}

    def _both_ways(self, edge: str) -> Ends:
        ends: dict[str, list[str]] = defaultdict(list)
        for found in self._source.edges(edge):
            ends[intern(found.one)].append(intern(found.other))
            ends[intern(found.other)].append(intern(found.one))
        return {one: sorted(others) for one, others in ends.items()}

    def _qualified(self, edge: str, by: str, *, backwards: bool = False) -> Qualified:
        ends: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for found in self._source.edges(edge):
            start, end = (found.other, found.one) if backwards else (found.one, found.other)
            ends[intern(start)].append((intern(end), found.properties.get(by, "")))
        return {one: sorted(others) for one, others in ends.items()}


def _report(source: str, properties: Mapping[str, Any]) -> Report:
    sha256 = intern(properties["sha256"]) if "sha256" in properties else None
    rows = properties.get("rows") or ([properties["row"]] if "row" in properties else [])
    file = intern(properties.get("file", ""))
    retired = "retired_at" in properties
    return Report(intern(source), file, sha256, tuple(sorted(set(rows))), retired)
