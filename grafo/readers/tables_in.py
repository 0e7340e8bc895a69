"""Which tables a file holds besides the one that is read, and how many rows each has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from grafo.errors import InputError
from grafo.readers.biff import Biff
from grafo.readers.compound_file import BrokenCompoundFile, CompoundFile
from grafo.readers.detect import Kind
from grafo.readers.html import measured_tables
from grafo.readers.json import record_lists
from grafo.readers.limits import Limits
from grafo.readers.ods_cells import TABLE, count_of
from grafo.readers.ods_styles import OdsStyles
from grafo.readers.reading import Reading
from grafo.readers.xls import WORKBOOK_STREAMS
from grafo.readers.xlsx_parts import xlsx_parts
from grafo.readers.xml_events import LocalNames, XmlWatch
from grafo.readers.zip_bounds import bounded_zip, part_chunks

# A sheet is counted to here and no further: its rows are only told, not read.
_MOST_BYTES = 16 << 20
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_SMALLEST_PAGE_TABLE = 2  # rows and columns; pages are laid out with smaller ones


@dataclass(frozen=True, slots=True)
class TableInFile:
    """A sheet of a workbook, a table of a page, or a list of a JSON file.

    Attributes:
        title: as `Reading.sheet` takes it.
        number: its place in the file, from 1.
        rows: rows that hold something, headings included.
        visible: whether the file shows it.
    """

    title: str
    number: int
    rows: int
    visible: bool = True


def tables_in(
    path: Path, kind: Kind, reading: Reading, limits: Limits, name: str
) -> list[TableInFile]:
    """Return the tables of a file that can have several, and hold something; [] for other files.

    Raises:
        InputError: the file is damaged, or beyond `limits`.
    """
    if kind == "xlsx":
        found = list(_of_xlsx(path, limits, name))
    elif kind == "xls":
        found = list(_of_xls(path, limits, name))
    elif kind == "ods":
        found = _of_ods(path, limits, name)
    elif kind == "html":
        found = [
            TableInFile(str(number), number, rows)
            for number, rows, columns in measured_tables(path, reading, limits, name)
            if min(rows, columns) >= _SMALLEST_PAGE_TABLE
        ]
    elif kind == "json":
        lists = record_lists(path, reading, limits, name)
        found = [TableInFile(at, number, rows) for number, (at, rows) in enumerate(lists, 1)]
    else:
        return []
    return [table for table in found if table.rows]


def _of_xlsx(path: Path, limits: Limits, name: str) -> Iterator[TableInFile]:
    with bounded_zip(path, limits, name) as archive:
        for number, sheet in enumerate(xlsx_parts(archive, limits, name).sheets, 1):
            if not sheet.has_cells:
                continue
            count = _XlsxRows(limits, name)
            try:
                with part_chunks(archive, sheet.part, name) as chunks:
                    count.read(_beginning(chunks))
            except InputError:
                pass  # what is wrong with a sheet is told when it is read
            yield TableInFile(sheet.title, number, count.rows, sheet.visible)


def _beginning(chunks: Iterable[bytes]) -> Iterator[bytes]:
    taken = 0
    for chunk in chunks:
        yield chunk
        taken += len(chunk)
        if taken > _MOST_BYTES:
            return


class _XlsxRows(XmlWatch):
    """Counts the rows of a sheet that hold a value."""

    def __init__(self, limits: Limits, name: str) -> None:
        super().__init__(limits, name)
        self._local = LocalNames()
        self._counted = True
        self.rows = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        del attributes
        local = self._local[tag]
        if local == "row":
            self._counted = False
        elif not self._counted and local in {"v", "is", "f"}:
            self._counted = True
            self.rows += 1


def _of_xls(path: Path, limits: Limits, name: str) -> Iterator[TableInFile]:
    try:
        compound = CompoundFile(path.read_bytes())
        stream = next((s for s in WORKBOOK_STREAMS if s in compound.streams), None)
        biff = Biff(compound.stream(stream), limits, name) if stream else None
    except BrokenCompoundFile:
        biff = None  # told when it is read
    for index, announced in enumerate(biff.sheets if biff else []):
        if announced.sheet.has_cells and biff:
            sheet = announced.sheet
            yield TableInFile(sheet.title, index + 1, biff.filled_rows(index), sheet.visible)


def _of_ods(path: Path, limits: Limits, name: str) -> list[TableInFile]:
    count = _OdsRows(limits, name)
    try:
        with (
            bounded_zip(path, limits, name) as archive,
            part_chunks(archive, "content.xml", name) as chunks,
        ):
            count.read(_beginning(chunks))
    except InputError:
        pass  # told when it is read, and what is cut off is no XML
    return count.tables()


class _OdsRows(OdsStyles):
    """Counts the rows of every sheet that hold a value."""

    def __init__(self, limits: Limits, name: str) -> None:
        super().__init__(limits, name)
        self._depth = 0
        self._repeated = 0
        self._found: list[tuple[str, bool, int]] = []

    def tables(self) -> list[TableInFile]:
        """Return the sheets."""
        return [
            TableInFile(title, number, rows, visible)
            for number, (title, visible, rows) in enumerate(self._found, 1)
        ]

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == f"{TABLE} table":
            self._depth += 1
            if self._depth == 1:
                style = attributes.get(f"{TABLE} style-name")
                title = attributes.get(f"{TABLE} name", "")
                self._found.append((title, style not in self.hidden_tables, 0))
        elif not self._depth:
            super().start(tag, attributes)
        elif tag == f"{TABLE} table-row" and self._depth == 1:
            self._repeated = count_of(attributes, "number-rows-repeated")
        elif self._repeated and self._depth == 1 and f"{_OFFICE} value-type" in attributes:
            title, visible, rows = self._found[-1]
            self._found[-1] = (title, visible, rows + self._repeated)
            self._repeated = 0

    def end(self, tag: str) -> None:
        if tag == f"{TABLE} table":
            self._depth -= 1
        elif not self._depth:
            super().end(tag)
