"""OpenDocument spreadsheets (.ods), streamed.

calamine reads these too, but it gives no merged cells and unfolds every repeated row; both are
read off the XML, so the rows are taken from there as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from grafo.errors import InputError, Location
from grafo.language import say
from grafo.notes import Notes
from grafo.readers.hidden import without_hidden_columns
from grafo.readers.limits import Limits
from grafo.readers.merged import Merge, MergedCells
from grafo.readers.ods_cells import TABLE, CellWatch, count_of
from grafo.readers.ods_styles import OdsStyles
from grafo.readers.reading import Reading
from grafo.readers.rows import Cell, Row, column_letters, is_blank, is_blank_row, too_wide
from grafo.readers.sheets import Sheet, chosen_sheet, listed
from grafo.readers.zip_bounds import bounded_zip, part_chunks, password, read_part
from grafo.text import fold

_MANIFEST = "META-INF/manifest.xml"
_CONTENT, _STYLES = "content.xml", "styles.xml"
_HIDDEN = {"collapse", "filter"}


def read_ods(
    path: Path, reading: Reading, limits: Limits, name: str, notes: Notes
) -> Iterator[Row]:
    """Yield the rows of one sheet; formulas give the value that the file keeps for them.

    Raises:
        InputError: no such sheet, a password, a damaged file, or one that exceeds `limits`.
    """
    with bounded_zip(path, limits, name) as archive:
        listed_parts = _MANIFEST in archive.namelist()
        if listed_parts and b"encryption-data" in read_part(archive, _MANIFEST, name):
            raise password(name)
        table = _Table(reading.sheet, limits, name)
        if _STYLES in archive.namelist():
            named = OdsStyles(limits, name)
            with part_chunks(archive, _STYLES, name) as chunks:
                named.read(chunks)
            table.include(named)
        with part_chunks(archive, _CONTENT, name) as chunks:
            rows = (row for _ in table.follow(chunks) for row in table.take_rows())
            yield from without_hidden_columns(rows, table.hidden_columns, reading, notes)
        if not table.found:
            chosen_sheet(table.sheets, reading.sheet, name)
        if not table.filled:
            message = say("la hoja está vacía", "the sheet is empty")
            raise InputError(message, at=Location(name), hint=listed(table.sheets))


@dataclass(frozen=True, slots=True)
class _Ended:
    """A row that is complete, with how often it repeats and which merged ranges it starts."""

    first: int
    repeated: int
    cells: list[Cell]
    starting: list[Merge]
    hidden: bool
    struck: bool
    some_struck: bool


class _Table(CellWatch):
    """Collects the rows of the wanted table."""

    def __init__(self, wanted: int | str | None, limits: Limits, name: str) -> None:
        super().__init__(limits, name)
        self._wanted = wanted
        self._merged = MergedCells()
        self._depth = 0
        self._reading = False
        self._row = 0  # rows before the current one
        self._repeated = 1
        self._column = 0
        self._width = 0
        self._cells: list[Cell] = []
        self._starting: list[Merge] = []
        self._row_style = ""
        self._row_hidden = False
        self._filled_cells = self._struck_cells = 0  # cells of the current row
        self._column_styles: list[str] = []
        self.hidden_columns: list[tuple[int, int]] = []
        self._title = ""
        self.sheets: list[Sheet] = []
        self._ended: list[_Ended] = []
        self._unfolded = 0
        self.found = self.filled = False

    def where(self) -> Location:
        return Location(self.name, self._row + 1, column_letters(self._column))

    def begin_table(self, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > 1:
            return
        visible = attributes.get(f"{TABLE} style-name") not in self.hidden_tables
        self.sheets.append(Sheet(attributes.get(f"{TABLE} name", ""), "", visible))
        self._reading = not self.found and self._is_wanted(self.sheets[-1])
        if self._reading:
            self._title = self.sheets[-1].title
        self.found = self.found or self._reading

    def _is_wanted(self, sheet: Sheet) -> bool:
        if isinstance(self._wanted, str):
            return fold(sheet.title) == fold(self._wanted)
        return sheet.visible if self._wanted is None else len(self.sheets) == self._wanted

    def end_table(self) -> None:
        self._depth -= 1
        self._reading = self._reading and self._depth > 0

    @property
    def in_sheet(self) -> bool:
        """Whether the events belong to the wanted sheet, and not to a table inside a cell."""
        return self._reading and self._depth == 1

    def begin_row(self, attributes: dict[str, str]) -> None:
        self._repeated = count_of(attributes, "number-rows-repeated")
        self._column = 0
        self._cells = []
        self._starting = []
        self._row_style = attributes.get(f"{TABLE} default-cell-style-name", "")
        self._row_hidden = attributes.get(f"{TABLE} visibility") in _HIDDEN
        self._filled_cells = self._struck_cells = 0

    def column(self, attributes: dict[str, str]) -> None:
        """Note the style and the hiding of columns side by side."""
        first = len(self._column_styles)
        many = count_of(attributes, "number-columns-repeated")
        many = min(many, self.limits.max_columns - first)
        style = attributes.get(f"{TABLE} default-cell-style-name", "")
        self._column_styles += [style] * many
        if attributes.get(f"{TABLE} visibility") in _HIDDEN:
            self.hidden_columns.append((first, first + many - 1))

    def default_style(self) -> str:
        """Return the style of the row, else of the column."""
        if self._row_style or self._column >= len(self._column_styles):
            return self._row_style
        return self._column_styles[self._column]

    def end_row(self) -> None:
        """Keep the row to be handed on; blank ones only count."""
        # Rows end after their last filled cell: fill them up to the widest, as a sheet does.
        self._width = max(self._width, len(self._cells))
        self._cells += [None] * (self._width - len(self._cells))
        if not is_blank_row(self._cells):
            self._unfolded += (self._repeated - 1) * len(self._cells)
            if self._unfolded > self.limits.max_cells:
                most = f"{self.limits.max_cells:,}"
                raise InputError(
                    say(
                        f"los renglones repetidos suman más de {most} celdas",
                        f"repeated rows unfold to more than {most} cells",
                    ),
                    at=self.where(),
                    hint=say(
                        "borre lo que se rellenó bajo la tabla, o guarde la hoja como csv",
                        "delete what was filled in below the table, or save the sheet as csv",
                    ),
                )
            struck = 0 < self._struck_cells == self._filled_cells
            self._ended.append(
                _Ended(
                    self._row,
                    self._repeated,
                    self._cells,
                    self._starting,
                    self._row_hidden,
                    struck,
                    self._struck_cells > 0,
                )
            )
        self._row += self._repeated

    def take_rows(self) -> Iterator[Row]:
        """Yield the rows that have ended since the last call, each as often as it repeats."""
        for ended in self._ended:
            for index in range(ended.first, ended.first + ended.repeated):
                cells = list(ended.cells)
                self._merged.fill(index, cells, ended.starting if index == ended.first else ())
                self.filled = True
                yield Row(
                    index + 1,
                    tuple(cells),
                    self._title,
                    grid=True,
                    hidden=ended.hidden,
                    struck=ended.struck,
                    some_struck=ended.some_struck,
                )
        self._ended.clear()

    def cell(self, value: Cell, repeated: int, columns: int, rows: int, *, struck: bool) -> None:
        """Take a cell; blank ones are only counted, for sheets end in thousands of them."""
        if not is_blank(value):
            self._filled_cells += repeated
            self._struck_cells += repeated * struck
            if self._column + repeated > self.limits.max_columns:
                at = Location(self.name, self._row + 1)
                raise too_wide(self._column + repeated, self.limits, at)
            self._cells += [None] * (self._column - len(self._cells))
            self._cells += [value] * repeated
            if columns > 1 or rows > 1:
                last = (self._row + rows - 1, self._column + columns - 1)
                self._starting.append(Merge(self._row, self._column, *last))
                # The covered cells are blank; they belong to the row all the same.
                end = min(self._column + columns, self.limits.max_columns)
                self._cells += [None] * (end - len(self._cells))
        self._column += repeated
