"""Which column of a file each field of a loader is, and which columns nobody read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from grafo.errors import InputError, Location
from grafo.language import say
from grafo.loading.columns import Column, PartyColumn
from grafo.loading.loader_file import LoaderFile
from grafo.readers.header import Header
from grafo.text import fold


@dataclass(frozen=True, slots=True)
class BoundColumn:
    """A loader's column at its place in a file. `index` is None for constants and absent ones."""

    spec: Column
    index: int | None
    heading: str
    details: Mapping[str, BoundColumn] = field(default_factory=dict)

    def all(self) -> Iterator[BoundColumn]:
        """Yield this column and the ones that say more of it."""
        yield self
        yield from self.details.values()


@dataclass(frozen=True, slots=True)
class Binding:
    """All columns of a loader bound to one file's header."""

    columns: dict[str, BoundColumn]
    unread: list[str]


def known_headings(loader: LoaderFile) -> set[str]:
    """Return every heading that the loader accepts, folded."""
    return {fold(heading) for spec in _specs(loader) for heading in spec.heading}


def _specs(loader: LoaderFile) -> Iterator[Column]:
    for column in loader.columns.values():
        yield column
        if isinstance(column, PartyColumn):
            yield from column.details.values()


def bind(loader: LoaderFile, header: Header, file: str) -> Binding:
    """Find each column of the loader in a header.

    Raises:
        InputError: required headings are missing; the message names them all, the headings
            that the file has, and the ones that come close.
    """
    places: dict[str, int] = {}
    for index, name in enumerate(header.names):
        places.setdefault(fold(name), index)
    columns = {name: _bind_one(name, spec, places) for name, spec in loader.columns.items()}
    missing = [
        bound
        for column in columns.values()
        for bound in column.all()
        if bound.spec.required and bound.spec.heading and bound.index is None
    ]
    if missing:
        wanted = "; ".join(
            say(" o ", " or ").join(repr(h) for h in bound.spec.heading) for bound in missing
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
    read = {bound.index for column in columns.values() for bound in column.all()}
    ignored = {fold(name) for name in loader.ignore}
    unread = [
        name
        for index, name in enumerate(header.names)
        if name and index not in read and fold(name) not in ignored
    ]
    return Binding(columns, unread)


def _bind_one(name: str, spec: Column, places: Mapping[str, int]) -> BoundColumn:
    index, heading = None, spec.heading[0] if spec.heading else name
    for accepted in spec.heading:
        if (place := places.get(fold(accepted))) is not None:
            index, heading = place, accepted
            break
    details = {}
    if isinstance(spec, PartyColumn):
        details = {n: _bind_one(f"{name}.{n}", part, places) for n, part in spec.details.items()}
    return BoundColumn(spec, index, heading, details)
