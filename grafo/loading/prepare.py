"""Reading a whole file into claims before anything is written: the contract is checked here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from grafo.errors import InputError, Location
from grafo.language import say
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
# Past half of the rows it is not the rows that are wrong but the file or its loader.
_BROKEN_SHARE = 0.5


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
    dated = binding.date_columns()
    with QuarantineFile(quarantine, header, amendment) as rejected:
        for row in table.rows:
            origin = (row.place, report.file, report.sha256)
            whole = row
            if amendment:
                origin, whole = amendment.original(row), amendment.restore(row)
            if (why := kept.leaves_out(whole)) is not None:
                report.left_out += 1
                prepared.notes.add(why, row=row.number)
                continue
            report.read += 1
            progress("read", report.read)
            try:
                if unsure := checks.problems(whole):
                    raise RowRejected(unsure)
                said = read_row(whole)
            except RowRejected as rejection:
                rejected.add(settled(whole, dated), rejection.problems, origin)
                prepared.rejected.add(row.key)
                _note(prepared, whole, rejection.problems)
                continue
            if amendment:
                _amend(prepared, said.claim, origin)
            _keep(prepared, whole, said)
        if rejected.rows and quarantine:
            report.quarantine_file = str(quarantine)
    checks.finish()
    note_doubts((place for place, _ in prepared.mentions.places.values()), prepared.notes)
    spool.seal()
    report.notes = prepared.notes.listed()
    report.values_unmapped = binding.remarks.unmapped
    return prepared


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


def check_expectations(loader: LoaderFile, prepared: Prepared) -> None:
    """Compare what was read with what the loader expects of a sound file.

    Raises:
        InputError: an expectation is broken; nothing has been written.
    """
    report = prepared.report
    if report.read == 0:
        raise InputError(
            say("tiene encabezados y ningún renglón", "holds a header and no rows"),
            at=Location(report.file),
        )
    # An amendment holds only some rows, so their number says nothing about it.
    if not prepared.is_amendment:
        _check_rows(loader, report)
    _check_broken(report)
    _check_unmatched(loader, prepared)
    report.contract_kept = report.broken <= report.read * loader.expect.quarantined.max


def _check_rows(loader: LoaderFile, report: RunReport) -> None:
    low, high = loader.expect.rows.min, loader.expect.rows.max
    if (low is not None and report.read < low) or (high is not None and report.read > high):
        raise InputError(
            say(
                f"tiene {report.read} renglones; el cargador {loader.name!r} espera "
                f"de {low or 0} a {high if high is not None else 'cualquier número'}",
                f"has {report.read} rows; the loader {loader.name!r} expects "
                f"{low or 0} to {high if high is not None else 'any number'}",
            ),
            at=Location(report.file),
            hint=say(
                "Revise que el archivo esté completo, o cambie expect.rows en el cargador.",
                "Check that the file is whole, or change expect.rows in the loader file.",
            ),
        )


def _check_broken(report: RunReport) -> None:
    if report.broken > report.read * _BROKEN_SHARE:
        first = next(p for p in report.problems if p.kind == "broken")
        raise InputError(
            say(
                f"{report.broken} de {report.read} renglones no cumplen el contrato, el primero en "
                f"el renglón {first.where}, columna {first.column!r}: {first.reason}",
                f"{report.broken} of {report.read} rows break the contract, the first on row "
                f"{first.where}, column {first.column!r}: {first.reason}",
            ),
            at=Location(report.file),
            hint=say(
                "No se cargó nada: no es el archivo que el cargador espera. ",
                "Nothing was loaded: this is not the file that the loader expects. ",
            )
            + _saved_in(report),
        )


def _saved_in(report: RunReport) -> str:
    if not (saved := report.quarantine_file):
        return ""
    return say(f"Los renglones están en {saved}", f"The rows are in {saved}")


def _check_unmatched(loader: LoaderFile, prepared: Prepared) -> None:
    report, expect = prepared.report, loader.expect
    if expect.unmatched and report.unmatched > prepared.parties * expect.unmatched.max:
        raise InputError(
            say(
                f"{report.unmatched} de {prepared.parties} partes no están en ningún catálogo; el "
                f"cargador {loader.name!r} admite {expect.unmatched.max:.0%}",
                f"{report.unmatched} of {prepared.parties} parties are in no gazetteer; the loader "
                f"{loader.name!r} accepts {expect.unmatched.max:.0%}",
            ),
            at=Location(report.file),
            hint=say(
                "Revise las columnas de parte y de país, o suba expect.unmatched.max.",
                "Check the columns of party and country, or raise expect.unmatched.max.",
            ),
        )
