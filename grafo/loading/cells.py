"""Cells to values, as a column's specification says; what cannot be read is a `Problem`."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any, Literal

from grafo.language import say
from grafo.loading.columns import KEEP, REST
from grafo.loading.date_formats import understand
from grafo.loading.date_marks import is_no_day, says_no_date, without_time
from grafo.loading.date_parts import NotADate
from grafo.loading.headings import BoundColumn
from grafo.loading.mapped import look_up
from grafo.loading.separators import split, split_cell
from grafo.model import Property
from grafo.readers import Cell, CellError, PartialDate, Row
from grafo.text import fold

# How registers write "nothing here". Compared as written, so that Namibia's NA stays a code.
_BLANK = frozenset({"", "-", "--", "---", "–", "—"})
_NOTHING = _BLANK | {"n/a", "n/d", "s/d", "n.d.", "s.d."}
# An error of a spreadsheet that a text format keeps as text, whatever the spreadsheet's language.
_ERROR_TEXT = re.compile(
    r"#(?:N/A|N/D|N/V|NV|REF!|¡REF!|VALUE!|¡VALOR!|VALOR!|WERT!|VALEUR!|DIV/0!|¡DIV/0!|NAME\?"
    r"|¿NOMBRE\?|NOMBRE\?|NOM\?|NUM!|¡NUM!|ZAHL!|NOMBRE!|NULL!|¡NULO!|BEZUG!|SPILL!|CALC!)"
)

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
    if isinstance(cell, PartialDate | CellError):
        cell = cell.text
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        cell = cell.date()
    if isinstance(cell, dt.date | dt.time):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, PartialDate | CellError):
        return cell.text
    text = " ".join(str(cell).split())
    return "" if text.casefold() in _NOTHING else text


def raw(row: Row, column: BoundColumn) -> Cell:
    """Return the cell of a column, or the first of its fallbacks that is not empty.

    None where the row is shorter than the header, and where the cell holds what the loader
    lists as empty.

    Raises:
        Problem: the cell shows an error, or a formula whose value the file does not keep.
    """
    if column.spec.constant is not None:
        return column.spec.constant
    cell: Cell = None
    for index in (column.index, *column.fallbacks):
        if index is None or index >= len(row.cells):
            continue
        cell = row.cells[index]
        if isinstance(cell, CellError):
            raise Problem(column.heading, cell.reason)
        text = text_of(cell)
        if isinstance(cell, str) and _ERROR_TEXT.fullmatch(text.upper()):
            reason = say(
                f"la celda muestra un error de hoja de cálculo: {text}",
                f"the cell shows an error of a spreadsheet: {text}",
            )
            raise Problem(column.heading, reason)
        if text.casefold() in column.empty:
            cell = None
        elif text:
            return cell
    return cell


def value_of(row: Row, column: BoundColumn) -> str | None:
    """Return the single value of a column as text, mapped, or None when the cell is empty.

    Raises:
        Problem: the cell is an error, is empty and required, or its value is not in the map.
    """
    return _mapped(column, text_of(_heard(row, column)), row.number)


def values_of(row: Row, column: BoundColumn) -> list[str]:
    """Return the values of a column whose cells may hold several, without repeats.

    Raises:
        Problem: as for `value_of`.
    """
    cell = _heard(row, column)
    parts = split_cell(cell, text_of(cell), column.spec.split)
    if not parts:
        parts = [""]
    values = (_mapped(column, part, row.number) for part in parts)
    return list(dict.fromkeys(value for value in values if value is not None))


def _heard(row: Row, column: BoundColumn) -> Cell:
    """Return the cell of a column; what the loader lists as empty is counted."""
    cell = raw(row, column)
    if column.empty and column.index is not None and not text_of(cell):
        stands = text_of(row.cells[column.index]) if column.index < len(row.cells) else ""
        if stands:
            column.remarks.emptied(column.heading, stands, row.number)
    return cell


def _mapped(column: BoundColumn, text: str, row: int) -> str | None:
    spec = column.spec
    if spec.map:
        if (known := look_up(spec.map, text)) is not None:
            if fold(known[0]) != fold(text):
                column.remarks.read_as(column.heading, text, known[0], row)
            return known[1]
        if text:
            if (rest := spec.map.get(REST)) == KEEP:
                return text
            if rest is not None:
                column.remarks.not_understood(column.heading, text)
                return rest
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
        Problem: the cell is an error, no accepted format reads it, or the day does not exist.
    """
    cell = _heard(row, column)
    if _says_no_date(cell, column, row.number):
        if column.spec.required:
            raise Problem(column.heading, say("está vacía", "is empty"))
        return None
    dated = cell if isinstance(cell, dt.date) else text_of(cell)
    partial = isinstance(cell, PartialDate)
    formats = ["yyyy-mm", "yyyy"] if partial else column.spec.date or ["auto"]
    try:
        read = understand(dated, formats, column.habit)
    except NotADate as error:
        raise Problem(column.heading, error.reason) from None
    if read.remark:
        column.remarks.about_date(column.heading, read.remark, row.number)
    return read.iso


def _says_no_date(cell: Cell, column: BoundColumn, row: int) -> bool:
    """Whether a cell says that there is no date; what is not plainly blank is counted."""
    plain = str(cell).strip() if isinstance(cell, str) else text_of(cell)
    if plain.casefold() in _BLANK:
        return True
    if isinstance(cell, dt.date):
        nothing = is_no_day(cell)
    else:
        nothing = not text_of(cell) or says_no_date(without_time(plain)[0])
    if nothing:
        column.remarks.no_date(column.heading, plain, row)
    return nothing


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
