"""The report of one load: what was read, how each row ended, what a person should look at."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from grafo.notes import Note


@dataclass(slots=True)
class RowProblem:
    """A problem of one row, as the report lists it; `sheet` is "" where a single one is read."""

    row: int
    column: str
    reason: str
    kind: str
    sheet: str = ""

    @property
    def where(self) -> str:
        """Sheet and row, as a person writes them."""
        return f"{self.sheet}!{self.row}" if self.sheet else str(self.row)


@dataclass(slots=True)
class UnmatchedName:
    """A party that no gazetteer knows: its name and country as written, how often it stands in
    the file, and the known governments whose names are nearest, as "id · name, country"."""

    name: str
    country: str
    parties: int
    nearest: list[str]


@dataclass(slots=True)
class RunReport:
    """Counts of rows unless said otherwise; `read = loaded + merged + unchanged + quarantined`.

    loaded           rows that brought something new
    merged           rows that joined or changed what was there, or repeat another row
    unchanged        rows that say what the store already has from this source
    quarantined      rows not loaded: broken, ambiguous, or left out by a decision
    broken           of these, the ones that break the loader's contract
    ambiguous        of these, the ones that wait for a person's decision
    retired          claims that the source no longer makes, or that this file was misread as
    claims           things that the file states, a repeated row counted once
    whole            whether the file is all that its source says; a part or an amendment is not
    unmatched        parties that no gazetteer knows; each is a government of its own
    unmatched_names  the most frequent of them by name, with the known names nearest to each
    written          nodes and edges that the load wrote
    columns_unread   headings of the file that no column of the loader reads
    themes_unmatched words of the themes column that name no theme, with their number of rows
    values_unmapped  by heading, the words that were not understood, with their number of cells
    left_out         rows of the file that are none of the register: totals, sections, `only`,
                     `skip`; they are not among those read, and the notes name them
    notes            what was left out, repaired, or understood in one of several ways
    problems         the first problems, in order of row; the quarantine file has all
    """

    source: str
    file: str
    sha256: str
    read: int = 0
    loaded: int = 0
    merged: int = 0
    unchanged: int = 0
    quarantined: int = 0
    broken: int = 0
    ambiguous: int = 0
    retired: int = 0
    claims: int = 0
    whole: bool = True
    unmatched: int = 0
    written: int = 0
    seconds: float = 0.0
    dry_run: bool = False
    synthetic: bool = False
    limits_es: str = ""
    limits_en: str = ""
    columns_unread: list[str] = field(default_factory=list)
    unmatched_names: list[UnmatchedName] = field(default_factory=list)
    themes_unmatched: dict[str, int] = field(default_factory=dict)
    values_unmapped: dict[str, dict[str, int]] = field(default_factory=dict)
    left_out: int = 0
    notes: list[Note] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)
    quarantine_file: str | None = None
    review_file: str | None = None
    contract_kept: bool = True

    def as_dict(self) -> dict[str, Any]:
        """Return the report as plain values, ready for JSON."""
        return asdict(self)
