"""Which column of a file each field of a loader is, and which columns nobody read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from dataclasses import replace as changed

from grafo.errors import InputError, Location
from grafo.language import say
from grafo.loading.columns import Column, PartyColumn
from grafo.loading.date_parts import DAY_FIRST, Habit
from grafo.loading.loader_file import LoaderFile
from grafo.loading.remarks import Remarks
from grafo.model import load_model
from grafo.readers.header import Header
from grafo.text import fold


@dataclass(frozen=True, slots=True)
class BoundColumn:
    """A loader's column at its place in a file. `index` is None for constants and absent ones.

    Attributes:
        fallbacks: the columns to read, in order, where this one's cell is empty.
        empty: what counts as an empty cell besides the usual, folded by `str.casefold`.
        habit: how the column writes its dates.
        remarks: takes what reading its cells leaves to say.
    """

    spec: Column
    index: int | None
    heading: str
    details: Mapping[str, BoundColumn] = field(default_factory=dict)
    fallbacks: tuple[int, ...] = ()
    empty: frozenset[str] = frozenset()
    habit: Habit = DAY_FIRST
    remarks: Remarks = field(default_factory=Remarks, compare=False)

    def all(self) -> Iterator[BoundColumn]:
        """Yield this column and the ones that say more of it."""
        yield self
        yield from self.details.values()


@dataclass(frozen=True, slots=True)
class Binding:
    """All columns of a loader bound to one file's header."""

    columns: dict[str, BoundColumn]
    unread: list[str]
    remarks: Remarks = field(default_factory=Remarks)

    def date_columns(self) -> dict[int, BoundColumn]:
        """Return the columns with dates in whatever form is beyond doubt, by index."""
        types = {
            n: p.type for node in load_model().nodes.values() for n, p in node.properties.items()
        }
        return {
            index: column
            for name, column in self.columns.items()
            if types.get(name) == "date" and "auto" in (column.spec.date or ["auto"])
            for index in (column.index, *column.fallbacks)
            if index is not None
        }

    def habit(self) -> Habit:
        """Return how the file as a whole writes dates, for those inside other texts."""
        habits = {column.habit.order for column in self.date_columns().values()}
        if not habits - {"day"}:
            return DAY_FIRST
        order = habits.pop() if len(habits) == 1 else "open"
        return Habit(order=order)

    def with_habits(self, habits: Mapping[int, Habit]) -> Binding:
        """Return the binding with the habits of its date columns."""
        columns = {
            name: changed(
                column, habit=habits.get(-1 if column.index is None else column.index, column.habit)
            )
            for name, column in self.columns.items()
        }
        return changed(self, columns=columns)


def known_headings(loader: LoaderFile) -> set[str]:
    """Return every heading that the loader accepts, folded."""
    headings = {fold(heading) for spec in _specs(loader) for heading in _accepted(spec)}
    return (
        headings
        | {fold(heading) for heading in loader.only}
        | {fold(r.column) for r in loader.skip}
    )


def _accepted(spec: Column) -> list[str]:
    return [*spec.heading, *(spec.fallback.heading if spec.fallback else [])]


def _specs(loader: LoaderFile) -> Iterator[Column]:
    for column in loader.columns.values():
        yield column
        if isinstance(column, PartyColumn):
            yield from column.details.values()


def bind(loader: LoaderFile, header: Header, file: str, remarks: Remarks | None = None) -> Binding:
    """Find each column of the loader in a header; `remarks` takes what its cells leave to say.

    Raises:
        InputError: required headings are missing; the message names them all, the headings
            that the file has, and the ones that come close.
    """
    places: dict[str, int] = {}
    for index, name in enumerate(header.names):
        places.setdefault(fold(name), index)
    remarks = remarks or Remarks()
    bound = _Binder(places, frozenset(map(str.casefold, loader.empty)), remarks)
    columns = {name: bound.column(name, spec) for name, spec in loader.columns.items()}
    missing = [
        part
        for column in columns.values()
        for part in column.all()
        if part.spec.required and part.spec.heading and part.index is None
    ]
    if missing:
        wanted = "; ".join(
            say(" o ", " or ").join(repr(h) for h in _accepted(part.spec)) for part in missing
        )
        there = ", ".join(repr(name) for name in header.names if name)
        raise InputError(
            say(
                f"falta un encabezado obligatorio: {wanted}", f"required heading missing: {wanted}"
            ),
            at=Location(file, header.row),
            hint=say(
                f"El archivo tiene: {there}. Agregue al cargador el encabezado que usa, o redacte "
                "uno con `grafo loaders draft ARCHIVO`.",
                f"The file has: {there}. Add the heading it uses to the loader file, or draft one "
                "with `grafo loaders draft FILE`.",
            ),
        )
    read = {
        index
        for column in columns.values()
        for part in column.all()
        for index in (part.index, *part.fallbacks)
    }
    ignored = {fold(name) for name in (*loader.ignore, *loader.only)}
    ignored |= {fold(rule.column) for rule in loader.skip}
    unread = [
        name
        for index, name in enumerate(header.names)
        if name and index not in read and fold(name) not in ignored
    ]
    return Binding(columns, unread, remarks)


@dataclass(frozen=True, slots=True)
class _Binder:
    """Binds columns to the places of the headings in one file."""

    places: Mapping[str, int]
    empty: frozenset[str]
    remarks: Remarks

    def column(self, name: str, spec: Column) -> BoundColumn:
        """Return a column at its place, with the ones that say more of it."""
        there = [h for h in spec.heading if fold(h) in self.places][:1]
        there += [h for h in _accepted(spec)[len(spec.heading) :] if fold(h) in self.places]
        heading = there[0] if there else (spec.heading[0] if spec.heading else name)
        indices = list(dict.fromkeys(self.places[fold(h)] for h in there))
        details = {}
        if isinstance(spec, PartyColumn):
            details = {n: self.column(f"{name}.{n}", part) for n, part in spec.details.items()}
        return BoundColumn(
            spec,
            indices[0] if indices else None,
            heading,
            details,
            tuple(indices[1:]),
            self.empty | frozenset(map(str.casefold, spec.empty)),
            remarks=self.remarks,
        )
