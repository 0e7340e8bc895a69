"""The cells of an OpenDocument sheet: their types, their text, and how often they repeat."""

from __future__ import annotations

import datetime
import re
from abc import abstractmethod

from grafo.readers.cell_errors import no_value, shown_error
from grafo.readers.limits import Limits
from grafo.readers.number_formats import as_shown
from grafo.readers.ods_styles import OdsStyles
from grafo.readers.rows import Cell, is_blank, number, too_long
from grafo.readers.shown_dates import shown_in

_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
TABLE = f"{_NAMESPACE}table:1.0"
_OFFICE = f"{_NAMESPACE}office:1.0"
_TEXT = f"{_NAMESPACE}text:1.0"
_ERROR = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 value-type"
_CELLS = {f"{TABLE} table-cell", f"{TABLE} covered-table-cell"}
_ROW, _COLUMN = f"{TABLE} table-row", f"{TABLE} table-column"
_SHEET = f"{TABLE} table"
_PARAGRAPH = f"{_TEXT} p"
# Notes and drawings stand inside a cell, and their paragraphs are not its text.
_ASIDE = (f"{_OFFICE} annotation", f"{_NAMESPACE}drawing:1.0 ")
_TIME = re.compile(r"PT(\d{1,6})H(\d{1,2})M(\d{1,2})(?:[.,]\d*)?S")
_DIGITS = 9


def count_of(attributes: dict[str, str], which: str) -> int:
    """Return a repetition or span; 1 where the attribute is missing or no number."""
    text = attributes.get(f"{TABLE} {which}", "1")
    return max(int(text), 1) if text.isdecimal() and len(text) <= _DIGITS else 1


class CellWatch(OdsStyles):
    """Turns the events of `content.xml` into tables, rows and cells."""

    wants_text = True

    def __init__(self, limits: Limits, name: str) -> None:
        super().__init__(limits, name)
        self._attributes: dict[str, str] | None = None
        self._covered = False
        self._paragraphs = 0
        self._in_paragraph = 0
        self._aside = 0
        self._pieces: list[str] = []
        self._length = 0

    @property
    @abstractmethod
    def in_sheet(self) -> bool:
        """Whether the events belong to the sheet that is read."""

    @abstractmethod
    def begin_table(self, attributes: dict[str, str]) -> None:
        """Begin a sheet, or a table inside a cell."""

    @abstractmethod
    def end_table(self) -> None:
        """End it."""

    @abstractmethod
    def begin_row(self, attributes: dict[str, str]) -> None:
        """Begin a row of the sheet."""

    @abstractmethod
    def end_row(self) -> None:
        """End it."""

    @abstractmethod
    def column(self, attributes: dict[str, str]) -> None:
        """Take what is said of one column, or of several side by side."""

    @abstractmethod
    def default_style(self) -> str:
        """Return the style of a cell that names none."""

    @abstractmethod
    def cell(self, value: Cell, repeated: int, columns: int, rows: int, *, struck: bool) -> None:
        """Take a cell of the row, with how often it repeats and what it spans."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == _SHEET:
            self.begin_table(attributes)
        elif not self.in_sheet:
            super().start(tag, attributes)
        elif tag in _CELLS:
            self._attributes, self._covered = attributes, tag.endswith("covered-table-cell")
            self._pieces, self._length, self._paragraphs = [], 0, 0
        elif tag == _ROW:
            self.begin_row(attributes)
        elif tag == _COLUMN:
            self.column(attributes)
        elif tag.startswith(_ASIDE):
            self._aside += 1
        elif tag == _PARAGRAPH and not self._aside:
            if self._paragraphs:
                self._add("\n")
            self._paragraphs += 1
            self._in_paragraph += 1
        elif tag == f"{_TEXT} s":
            spaces = attributes.get(f"{_TEXT} c", "1")
            many = int(spaces) if spaces.isdecimal() and len(spaces) <= _DIGITS else 1
            self._add(" " * min(many, self.limits.max_cell_chars + 1))
        elif tag == f"{_TEXT} line-break":
            self._add("\n")
        elif tag == f"{_TEXT} tab":
            self._add("\t")

    def end(self, tag: str) -> None:
        if tag == _SHEET:
            self.end_table()
        elif not self.in_sheet:
            super().end(tag)
        elif tag in _CELLS and self._attributes is not None:
            self._end_cell(self._attributes)
        elif tag == _ROW:
            self.end_row()
        elif tag.startswith(_ASIDE):
            self._aside -= 1
        elif tag == _PARAGRAPH and not self._aside:
            self._in_paragraph -= 1

    def text(self, text: str) -> None:
        if self._in_paragraph and not self._aside and self.in_sheet:
            self._add(text)

    def _add(self, text: str) -> None:
        if not self._in_paragraph and not self._paragraphs:
            return
        self._length += len(text)
        if self._length > self.limits.max_cell_chars:
            raise too_long(self.limits, self.where())
        self._pieces.append(text)

    def _end_cell(self, attributes: dict[str, str]) -> None:
        self._attributes = None
        # What a merged range covers is kept in the file, but nobody sees it.
        text = "".join(self._pieces)
        value = None if self._covered else typed(attributes, text)
        struck = False
        if not is_blank(value):
            name = attributes.get(f"{TABLE} style-name") or self.default_style()
            style = self.style(name)
            struck = style.struck
            shown = style.shown if self.knows(name) else shown_in(text, value)
            value = as_shown(value, shown) if shown else value
        self.cell(
            value,
            count_of(attributes, "number-columns-repeated"),
            count_of(attributes, "number-columns-spanned"),
            count_of(attributes, "number-rows-spanned"),
            struck=struck,
        )


def typed(attributes: dict[str, str], text: str) -> Cell:
    """Return the value of a cell by its attributes; its text where they say nothing else."""
    kind = attributes.get(f"{_OFFICE} value-type", "")
    if attributes.get(_ERROR) == "error":
        return shown_error(text or "#ERROR!")
    value = _typed(kind, attributes, text)
    formula = attributes.get(f"{TABLE} formula")
    # A formula may end in no text at all, and says so by its type.
    if value is None and formula and kind != "string":
        return no_value(formula.partition(":")[2] or formula)
    return value


def _typed(kind: str, attributes: dict[str, str], text: str) -> Cell:
    if kind in {"float", "percentage", "currency"}:
        return _number(attributes.get(f"{_OFFICE} value", ""), text)
    if kind == "boolean":
        return attributes.get(f"{_OFFICE} boolean-value") == "true"
    if kind == "date":
        return _date(attributes.get(f"{_OFFICE} date-value", ""), text)
    if kind == "time":
        return _time(attributes.get(f"{_OFFICE} time-value", ""), text)
    return attributes.get(f"{_OFFICE} string-value") or text or None


def _number(value: str, text: str) -> Cell:
    try:
        return number(float(value))
    except ValueError:
        return text or None


def _date(value: str, text: str) -> Cell:
    try:
        moment = datetime.datetime.fromisoformat(value)
    except ValueError:
        return text or value or None
    if moment.time() == datetime.time() and moment.tzinfo is None:
        return moment.date()
    return moment


def _time(value: str, text: str) -> Cell:
    found = _TIME.fullmatch(value)
    if not found:
        return text or value or None
    hours, minutes, seconds = (int(part) for part in found.groups())
    if hours > 23 or minutes > 59 or seconds > 59:
        return f"{hours}:{minutes:02}:{seconds:02}"
    return datetime.time(hours, minutes, seconds)
