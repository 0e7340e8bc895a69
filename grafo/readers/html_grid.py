"""The grid that the tables of an HTML page make, event by event and without a tree.

A cell stands in the first column that no cell above reaches down to. A heading that claims more
columns than the table has ("colspan=100" for "all of them" is common) is cut to the columns in
which some cell begins.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from grafo.errors import InputError, Location
from grafo.language import say
from grafo.readers.html_hidden import REGION_TAGS, Regions, Styles
from grafo.readers.html_pieces import Pieces
from grafo.readers.limits import Limits
from grafo.readers.merged import Merge
from grafo.readers.rows import column_number, too_long, too_wide

# Browsers let no cell reach further down than this.
_LONGEST_SPAN = 65_534
# Pages of the nineties put tables into tables, but not so many.
_DEEPEST = 64
_CELLS = {"td", "th"}
_BREAKS = {"br", "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "dt", "dd", "hr"}
_BREAKS |= {"tr", "td", "th"}  # of a table inside the cell
_UNSEEN = {"script", "style", "template", "noscript"}


@dataclass(slots=True)
class Table:
    """One table while the page is read.

    Attributes:
        filled: how many of its cells hold text of their own.
        width: columns in which some cell begins.
        merges: the spans that begin in the current row.
        hidden: whether the current row is hidden.
        unseen: whether hidden text stands in the current row.
        shown, struck: how many texts of the current row are seen, and struck through.
        struck_cells: cells of the current row that are struck through as a whole.
        replaced: cells of the current row of which a part was struck through, and left out.
        marks: cells of the current row of which marks of footnotes were left out.
        invisible: whether the page hides the whole table.
    """

    number: int
    invisible: bool = False
    filled: int = 0
    width: int = 0
    row: int = -1
    area: int = 0
    in_row: bool = False
    cells: list[str] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    column: int = -1  # of the open cell, -1 outside of cells
    text: Pieces = field(default_factory=Pieces)
    length: int = 0
    has_text: bool = False
    hidden: bool = False
    unseen: bool = False
    shown: int = 0
    struck: int = 0
    struck_cells: int = 0
    replaced: int = 0
    marks: int = 0
    reaching: dict[int, int] = field(default_factory=dict)  # column → rows still covered


class TableEvents:
    """Receives lxml's parser events; hands each finished row of every table to `on_row`."""

    def __init__(
        self,
        limits: Limits,
        name: str,
        *,
        keep: int | None,
        on_row: Callable[[Table], None] | None = None,
    ) -> None:
        self._limits = limits
        self._name = name
        self._keep = keep  # the table whose text is wanted; None only measures
        self._on_row = on_row
        self._open: list[Table] = []
        self._kept: Table | None = None
        self._unseen = 0
        self._styles = Styles()
        self._in_style = False
        self._regions = Regions(self._styles)
        self._in_title = False
        self.title = ""
        self.tables: list[Table] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Handle an opening tag. Pages have millions of them, and few with an attribute."""
        if attributes or self._regions.inside or tag in REGION_TAGS:
            began = self._regions.start(tag, attributes)
            if began and self._kept is not None:
                self._kept.text.begin_raised(lowered=began == "sub")
        if tag == "table":
            self._begin_table()
        elif tag == "title":
            self._in_title = True
        elif tag in _UNSEEN:
            self._unseen += 1
            self._in_style = tag == "style"
        elif self._open:
            if self._kept is not None and tag in _BREAKS:
                self._add("\n")
            if tag in _CELLS:
                self._start_cell(self._open[-1], attributes)
            elif tag == "tr":
                self._end_row(self._open[-1])
                self._begin_row(self._open[-1])

    def _start_cell(self, table: Table, attributes: dict[str, str]) -> None:
        if attributes and not table.hidden and self._styles.hides(attributes):
            # A cell that is not seen takes no column, as in a browser.
            self._end_cell(table)
        else:
            self._begin_cell(table, attributes)

    def end(self, tag: str) -> None:
        """Handle a closing tag; libxml2 sends those that the page leaves out."""
        if self._regions.inside and self._regions.end() and self._kept is not None:
            self._kept.text.end_raised()
        if tag == "title":
            self._in_title = False
        elif tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
            if self._in_style:
                self._in_style = False
                self._styles.end()
        elif not self._open:
            return
        elif tag == "table":
            table = self._open.pop()
            self._end_row(table)
            if table is self._kept:
                self._kept = None
            self._add("\n")
        elif tag == "tr":
            self._end_row(self._open[-1])
        elif tag in _CELLS:
            self._end_cell(self._open[-1])

    def data(self, text: str) -> None:
        """Handle text."""
        if self._in_title and len(self.title) < 80:
            self.title += text
        if not self._open or self._unseen:
            if self._in_style:
                self._styles.text(text)
            return
        table = self._open[-1]
        if self._regions.hidden:
            table.unseen = table.unseen or not text.isspace()
            return
        if not text.isspace():
            table.has_text = True
            table.shown += 1
            table.struck += bool(self._regions.struck)
        self._add(text.replace("\n", " "))

    def close(self) -> None:
        """Finish; pages may end inside a table."""
        while self._open:
            self.end("table")

    def _begin_table(self) -> None:
        if len(self._open) >= _DEEPEST:
            message = say(
                f"tablas dentro de tablas, a más de {_DEEPEST} niveles",
                f"tables inside tables, more than {_DEEPEST} deep",
            )
            raise InputError(message, at=Location(self._name))
        self._add("\n")
        table = Table(len(self.tables) + 1, bool(self._regions.hidden or self._unseen))
        self.tables.append(table)
        self._open.append(table)
        if table.number == self._keep:
            self._kept = table

    def _begin_row(self, table: Table) -> None:
        table.row += 1
        table.in_row = True
        table.cells, table.merges = [], []
        table.hidden, table.unseen = bool(self._regions.hidden), False
        table.shown = table.struck = table.struck_cells = table.replaced = table.marks = 0

    def _begin_cell(self, table: Table, attributes: dict[str, str]) -> None:
        self._end_cell(table)
        if not table.in_row:
            self._begin_row(table)
        column = len(table.cells)
        while column in table.reaching:
            column += 1
        columns, rows = _spans(attributes) if attributes else (1, 1)
        if column + columns > self._limits.max_columns:
            at = Location(self._name, table.row + 1)
            raise too_wide(column + columns, self._limits, at)
        table.width = max(table.width, column + 1)
        table.cells += [""] * (column + columns - len(table.cells))
        if columns > 1 or rows > 1:
            last = (table.row + rows - 1, column + columns - 1)
            table.merges.append(Merge(table.row, column, *last))
        if rows > 1:
            # Counted down when this row ends, too.
            table.reaching.update(dict.fromkeys(range(column, column + columns), rows))
        table.column, table.text, table.length, table.has_text = column, Pieces(), 0, False
        self._regions.raised = 0  # a mark that is not closed ends with its cell

    def _end_cell(self, table: Table) -> None:
        if table.column < 0:
            return
        table.filled += table.has_text
        if table is self._kept:
            found = table.text.joined()
            table.cells[table.column] = found.text
            table.struck_cells += found.struck
            table.replaced += found.replaced
            table.marks += bool(found.marks)
        table.column = -1

    def _end_row(self, table: Table) -> None:
        self._end_cell(table)
        if not table.in_row:
            return
        table.in_row = False
        if table.reaching:
            table.cells += [""] * (max(table.reaching) + 1 - len(table.cells))
        # An empty row costs something too: there may be millions of them.
        table.area += max(len(table.cells), 1)
        if table.area > self._limits.max_html_cells:
            most = f"{self._limits.max_html_cells:,}"
            raise InputError(
                say(
                    f"la tabla abarca más de {most} celdas",
                    f"the table spans more than {most} cells",
                ),
                at=Location(self._name, table.row + 1),
                hint=as_csv(),
            )
        if self._on_row is not None and table is self._kept:
            self._on_row(table)
        if table.reaching:
            table.reaching = {at: left - 1 for at, left in table.reaching.items() if left > 1}

    def _add(self, text: str) -> None:
        """Add text to the open cell of the wanted table, also from tables inside it."""
        table = self._kept
        if table is None or table.column < 0:
            return
        table.length += len(text)
        if table.length > self._limits.max_cell_chars:
            at = Location(self._name, table.row + 1, column_number(table.column))
            raise too_long(self._limits, at)
        table.text.add(text, struck=bool(self._regions.struck))


def as_csv() -> str:
    """Return the hint for a page that is too large."""
    return say(
        "pida a quien la publica la misma tabla en csv",
        "ask the publisher for the same table as csv",
    )


def _spans(attributes: dict[str, str]) -> tuple[int, int]:
    """Return the columns and rows of a cell."""
    return _span(attributes, "colspan"), min(_span(attributes, "rowspan"), _LONGEST_SPAN)


def _span(attributes: dict[str, str], which: str) -> int:
    text = attributes.get(which, "1").strip()
    # Larger than any limit, and still quick to read.
    return max(int(text[:12]), 1) if text.isascii() and text.isdigit() else 1
