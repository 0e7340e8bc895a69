"""Reading a whole file into claims before anything is written: the contract is checked here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from grafo.loading.agreements import AgreementReader, RowClaims
from grafo.loading.cells import Problem, RowRejected
from grafo.loading.date_order import learn_habits, settled
from grafo.loading.doubts import note_doubts
from grafo.loading.headings import Binding, bind
from grafo.loading.loader_file import LoaderFile
from grafo.loading.nodes import NodeReader
from grafo.loading.parties import Ambiguous, Resolve
from grafo.loading.quarantine import COLUMNS, Amendment, QuarantineFile
from grafo.loading.remarks import Remarks
from grafo.loading.report import RowProblem, RunReport
from grafo.loading.row_checks import RowChecks
from grafo.loading.row_filter import RowFilter
from grafo.loading.sheets import open_table
from grafo.loading.spool import Spool
from grafo.loading.themes import theme_index
from grafo.notes import Notes
from grafo.places import Match, Place, PlaceQuery
from grafo.readers import Limits, Row
from grafo.statements import Claim
from grafo.text import fold, shouting_last

Progress = Callable[[str, int], None]


def silent(_stage: str, _count: int) -> None:
    """Take note of no progress."""


_PROBLEMS_IN_REPORT = 100


@dataclass(slots=True)
class Mentions:
    """Governments that a file mentions, each with the first row that does."""

    places: dict[str, tuple[Place, int]] = field(default_factory=dict)

    def add(self, places: list[Place], row: int) -> None:
        """Note governments met in a row; which row names them must not depend on its order."""
        for place in places:
            known, first = self.places.setdefault(place.id, (place, row))
            if place != known:
                best = min(known, place, key=lambda each: (*shouting_last(each.name), repr(each)))
                self.places[place.id] = (best, first)

    def add_parents(self, place_of: Callable[[str], Place | None]) -> None:
        """Note the Mexican states that mentioned municipalities are part of."""
        for place, row in list(self.places.values()):
            if place.parent and place.parent.startswith("mx-"):
                parent = place_of(place.parent)
                if parent is not None:
                    self.places.setdefault(parent.id, (parent, row))

    def countries(self) -> set[str]:
        """Return the countries that the governments are in; ZZ stands for an unknown one."""
        return {place.country for place, _ in self.places.values()} - {"ZZ"}


@dataclass(slots=True)
class Prepared:
    """A file read to the end. `parties` counts the parties of its rows, repeats included."""

    spool: Spool
    mentions: Mentions
    report: RunReport
    notes: Notes = field(default_factory=Notes)
    parties: int = 0
    ambiguous: dict[Match, int] = field(default_factory=dict)
    unknown: Counter[PlaceQuery] = field(default_factory=Counter)
    is_amendment: bool = False
    rejected: set[int] = field(default_factory=set)
    mended: dict[str, set[int]] = field(default_factory=dict)


def prepare(
    loader: LoaderFile,
    path: Path,
    report: RunReport,
    spool: Spool,
    *,
    resolve: Resolve,
    quarantine: Path | None,
    limits: Limits,
    progress: Progress,
) -> Prepared:
    """Read every row of a file into `spool` and `report`, bad ones into the quarantine file.

    Without a quarantine file, bad rows are counted and not kept.

    Raises:
        InputError: the file cannot be read, lacks a required heading, or is not what the
            loader expects.
    """
    prepared = Prepared(spool, Mentions(), report)
    table = open_table(loader, path, report.file, limits, prepared.notes)
    header = table.header
    amendment = Amendment.recognise(header)
    binding = bind(loader, header, report.file, Remarks(prepared.notes))
    kept = RowFilter(loader, header, binding, report.file, furniture=amendment is None)
    if amendment is None and binding.date_columns():
        again = open_table(loader, path, report.file, limits, Notes())
        binding = _with_habits(binding, again.rows, prepared.notes)
    checks = RowChecks(loader, table, binding, report.file, prepared.notes)
    report.columns_unread = [n for n in binding.unread if fold(n) not in map(fold, COLUMNS)]
    prepared.is_amendment = amendment is not None
    read_row = _row_reader(loader, binding, resolve)
    with QuarantineFile(quarantine, header, amendment) as rejected:
        reading = _Reading(prepared, binding, kept, checks, read_row, amendment, rejected)
        for row in table.rows:
            if reading.take(row):
                progress("read", report.read)
        if rejected.rows and quarantine:
            report.quarantine_file = str(quarantine)
    checks.finish()
    note_doubts((place for place, _ in prepared.mentions.places.values()), prepared.notes)
    spool.seal()
    report.notes = prepared.notes.listed()
    report.values_unmapped = binding.remarks.unmapped
    return prepared


@dataclass(frozen=True, slots=True)
class _Reading:
    """Takes the rows of one file: left out, put into quarantine, or kept as claims."""

    prepared: Prepared
    binding: Binding
    kept: RowFilter
    checks: RowChecks
    read: Callable[[Row], RowClaims]
    amendment: Amendment | None
    rejected: QuarantineFile

    def take(self, row: Row) -> bool:
        """Take one row; tell whether it is one of the register's."""
        prepared, report = self.prepared, self.prepared.report
        origin, whole = (row.place, report.file, report.sha256), row
        if self.amendment:
            origin, whole = self.amendment.original(row), self.amendment.restore(row)
        if (why := self.kept.leaves_out(whole)) is not None:
            report.left_out += 1
            prepared.notes.add(why, row=row.number)
            return False
        report.read += 1
        try:
            if unsure := self.checks.problems(whole):
                raise RowRejected(unsure)
            said = self.read(whole)
        except RowRejected as rejection:
            told = settled(whole, self.binding.date_columns())
            self.rejected.add(told, rejection.problems, origin)
            prepared.rejected.add(row.key)
            _note(prepared, whole, rejection.problems)
            return True
        if self.amendment:
            _amend(prepared, said.claim, origin)
        _keep(prepared, whole, said)
        return True


def _with_habits(binding: Binding, rows: Iterable[Row], notes: Notes) -> Binding:
    """Learn how each date column writes its dates, from the whole of it."""
    headings = {index: column.heading for index, column in binding.date_columns().items()}
    return binding.with_habits(learn_habits(rows, headings, notes))


def _row_reader(
    loader: LoaderFile, binding: Binding, resolve: Resolve
) -> Callable[[Row], RowClaims]:
    if loader.makes == "agreement":
        return AgreementReader(loader, binding, resolve, theme_index()).read
    nodes = NodeReader(loader, binding)
    return lambda row: RowClaims(nodes.read(row))


def _keep(prepared: Prepared, row: Row, said: RowClaims) -> None:
    prepared.spool.add(said.claim)
    prepared.mentions.add(said.mentioned, row.key)
    prepared.parties += len(said.mentioned)
    report = prepared.report
    report.unmatched += len(said.unmatched)
    prepared.unknown.update(said.unmatched)
    for words in said.unknown_themes:
        report.themes_unmatched[words] = report.themes_unmatched.get(words, 0) + 1


def _amend(prepared: Prepared, claim: Claim, origin: tuple[str, str, str]) -> None:
    """Note which row of which file a claim mends."""
    number, _, claim.amends = origin
    if number.isdecimal():
        claim.amended_rows = (int(number),)
        prepared.mended.setdefault(claim.amends, set()).add(int(number))


def _note(prepared: Prepared, row: Row, problems: list[Problem]) -> None:
    """Count a rejected row: broken if anything in it is, else ambiguous, else left out."""
    report = prepared.report
    report.quarantined += 1
    kinds = {problem.kind for problem in problems}
    if "broken" in kinds:
        report.broken += 1
    elif "ambiguous" in kinds:
        report.ambiguous += 1
    for problem in problems:
        if isinstance(problem, Ambiguous):
            known = prepared.ambiguous.get(problem.match, 0)
            prepared.ambiguous[problem.match] = known + 1
        # The first broken row is always told of, however many ambiguous ones came before it.
        first_broken = problem.kind == "broken" and report.broken == 1
        if first_broken or len(report.problems) < _PROBLEMS_IN_REPORT:
            report.problems.append(
                RowProblem(
                    row.number,
                    problem.column,
                    problem.reason,
                    problem.kind,
                    row.sheet if row.sheet_number else "",
                )
            )
