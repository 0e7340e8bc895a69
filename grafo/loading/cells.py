"""Cells to values, as a column's specification says; what cannot be read is a `Problem`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

from grafo.language import say
from grafo.loading.date_formats import NotADate, read_date
from grafo.loading.headings import BoundColumn
from grafo.model import Property
from grafo.readers import Cell, Row
from grafo.text import fold

# How registers write "nothing here". Compared as written, so that Namibia's NA stays a code.
_NOTHING = frozenset({"", "-", "--", "–", "—", "n/a", "n/d", "s/d", "n.d.", "s.d.", "#n/a"})

ProblemKind = Literal["broken", "ambiguous", "left-out"]


@dataclass(frozen=True, slots=True)
class Problem(Exception):
    """Why a row goes to quarantine. `broken` means that it does not keep the contract."""

    column: str
    reason: str
    kind: ProblemKind = "broken"


class RowRejected(Exception):
    """A row that cannot be loaded, with everything that is wrong with it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(problem.reason for problem in problems))
        self.problems = problems


def text_of(cell: Cell) -> str:
    """Return a cell as one line of text, "" when it says nothing."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        cell = cell.date()
    if isinstance(cell, dt.date | dt.time):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = " ".join(str(cell).split())
    return "" if text.casefold() in _NOTHING else text


def raw(row: Row, column: BoundColumn) -> Cell:
    """Return the cell of a column; None where the row is shorter than the header."""
    if column.spec.constant is not None:
        return column.spec.constant
    if column.index is None or column.index >= len(row.cells):
        return None
    return row.cells[column.index]


def value_of(row: Row, column: BoundColumn) -> str | None:
    """Return the single value of a column as text, mapped, or None when the cell is empty.

    Raises:
        Problem: the cell is empty and required, or its value is not in the map.
    """
    return _mapped(column, text_of(raw(row, column)))


def values_of(row: Row, column: BoundColumn) -> list[str]:
    """Return the values of a column whose cells may hold several, without repeats.

    Raises:
        Problem: as for `value_of`.
    """
    parts = split(text_of(raw(row, column)), column.spec.split)
    if not parts:
        parts = [""]
    values = (_mapped(column, part) for part in parts)
    return list(dict.fromkeys(value for value in values if value is not None))


def split(text: str, separators: list[str]) -> list[str]:
    """Cut text at every separator and drop empty parts.

    >>> split("Agua; Salud ,Cultura", [";", ","])
    ['Agua', 'Salud', 'Cultura']
    """
    parts = [text]
    for separator in separators:
        parts = [piece for part in parts for piece in part.split(separator)]
    return [part.strip() for part in parts if part.strip()]


def _mapped(column: BoundColumn, text: str) -> str | None:
    spec = column.spec
    if spec.map:
        folded = {fold(key): value for key, value in spec.map.items() if key != "*"}
        if (known := folded.get(fold(text))) is not None:
            return known
        if text:
            if "*" in spec.map:
                return spec.map["*"]
            accepted = ", ".join(repr(key) for key in spec.map)
            raise Problem(
                column.heading,
                say(
                    f"{text!r} no está entre los valores aceptados: {accepted}",
                    f"{text!r} is not among the accepted values: {accepted}",
                ),
            )
    if not text:
        if spec.required:
            raise Problem(column.heading, say("está vacía", "is empty"))
        return None
    return text


def date_of(row: Row, column: BoundColumn) -> str | None:
    """Return a date cell as ISO text that may stop at the year or month; None when empty.

    Raises:
        Problem: no accepted format reads it, or the day does not exist.
    """
    cell = raw(row, column)
    if not text_of(cell):
        if column.spec.required:
            raise Problem(column.heading, say("está vacía", "is empty"))
        return None
    dated = cell if isinstance(cell, dt.date) else text_of(cell)
    try:
        return read_date(dated, column.spec.date or ["auto"])
    except NotADate as error:
        raise Problem(column.heading, error.reason) from None


def typed(text: str, prop: Property, heading: str) -> Any:
    """Return text as the model's type of a property.

    Raises:
        Problem: it does not read as that type.
    """
    value: Any = text
    try:
        if prop.type == "integer":
            value = int(text)
        elif prop.type == "float":
            value = float(text)
        elif prop.type == "boolean":
            value = {"true": True, "false": False}[text.casefold()]
        elif prop.type == "integers":
            value = [int(part) for part in split(text, ["|", ";", ","])]
        elif prop.type == "texts":
            value = split(text, ["|", ";"])
    except (ValueError, KeyError):
        raise Problem(
            heading, say(f"{text!r} no es de tipo {prop.type}", f"{text!r} is not {prop.type}")
        ) from None
    if fault := prop.fault(value):
        raise Problem(heading, fault)
    return value
