"""Excel workbooks (.xlsx, .xlsm): bounded first, then read by calamine.

calamine is handed a new archive that holds only what was measured: the chosen sheet, the
shared strings and the styles. What the original says elsewhere cannot reach it.
"""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO
from xml.sax.saxutils import quoteattr

from grafo.language import say
from grafo.notes import Notes
from grafo.readers.calamine_sheet import sheet_rows
from grafo.readers.hidden import without_hidden_columns
from grafo.readers.limits import Limits
from grafo.readers.looks import Looks
from grafo.readers.reading import Reading
from grafo.readers.rows import Row
from grafo.readers.sheets import chosen_sheet, listed
from grafo.readers.xlsx_bounds import SheetExtent, StringLengths
from grafo.readers.xlsx_parts import XlsxParts, xlsx_parts
from grafo.readers.xlsx_styles import Styles
from grafo.readers.xlsx_texts import CellErrors, SharedText
from grafo.readers.xml_events import XmlWatch
from grafo.readers.zip_bounds import bounded_zip, damaged, part_chunks

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_SHEET, _STRINGS, _STYLES = "worksheets/sheet1.xml", "sharedStrings.xml", "styles.xml"


def read_xlsx(
    path: Path, reading: Reading, limits: Limits, name: str, notes: Notes
) -> Iterator[Row]:
    """Yield the rows of one sheet; formulas give the value that the file keeps for them.

    Raises:
        InputError: no such sheet, a damaged file, or one that exceeds `limits`.
    """
    with tempfile.TemporaryDirectory(prefix="grafo-") as folder:
        measured = Path(folder) / "measured.xlsx"
        with bounded_zip(path, limits, name) as archive:
            parts = xlsx_parts(archive, limits, name)
            index = chosen_sheet(parts.sheets, reading.sheet, name)
            with zipfile.ZipFile(measured, "w") as copy:
                looks = _copy_measured(archive, copy, parts, index, limits, name)
        sheet = parts.sheets[index]
        rows = sheet_rows(measured, 0, name, sheet.title, looks, empty_hint=listed(parts.sheets))
    yield from without_hidden_columns(rows, looks.hidden_columns, reading, notes)


def _copy_measured(
    archive: zipfile.ZipFile,
    copy: zipfile.ZipFile,
    parts: XlsxParts,
    index: int,
    limits: Limits,
    name: str,
) -> Looks:
    """Write the chosen sheet and what it needs into `copy`, measuring on the way."""

    def through(part: str, target: str, watch: XmlWatch) -> None:
        with part_chunks(archive, part, name) as chunks, copy.open(f"xl/{target}", "w") as out:
            watch.read(_teed(chunks, out))

    strings = StringLengths(limits, name)
    if parts.strings:
        through(parts.strings, _STRINGS, strings)
    styles = Styles(limits, name)
    if parts.styles:
        through(parts.styles, _STYLES, styles)
    sheet = parts.sheets[index]
    extent = SheetExtent(limits, name, styles.of_cells())
    through(sheet.part, _SHEET, extent)
    if extent.shared and not strings.lengths:
        raise damaged(
            name,
            say(
                "el libro perdió los textos de sus celdas",
                "the workbook has lost the strings of its cells",
            ),
        )
    longest = max(strings.lengths, default=0)
    too_much = longest * extent.shared > limits.max_workbook_chars
    if too_much or longest > limits.max_cell_chars:
        with part_chunks(archive, sheet.part, name) as chunks:
            SharedText(strings.lengths, limits, name).read(chunks)
    for target, text in _frame(sheet.title, parts).items():
        copy.writestr(target, text)
    if extent.has_errors:
        extent = CellErrors(
            limits, name, styles.of_cells(), calculated_on_load=parts.calculated_on_load
        )
        with part_chunks(archive, sheet.part, name) as chunks:
            extent.read(chunks)
    return extent.finish()


def _teed(chunks: Iterable[bytes], out: IO[bytes]) -> Iterator[bytes]:
    for chunk in chunks:
        out.write(chunk)
        yield chunk


def _frame(title: str, parts: XlsxParts) -> dict[str, str]:
    """Return the parts that tie one sheet, its strings and its styles into a workbook."""
    present = {"worksheet": _SHEET}
    if parts.strings:
        present["sharedStrings"] = _STRINGS
    if parts.styles:
        present["styles"] = _STYLES
    kinds = "".join(
        f'<Override PartName="/xl/{part}" ContentType="{_MEDIA}.{kind}+xml"/>'
        for kind, part in {"sheet.main": "workbook.xml", **present}.items()
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATION}/{kind}" Target="{part}"/>'
        for number, (kind, part) in enumerate(present.items(), 1)
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{kinds}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{relations}</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATION}">'
        f'<workbookPr date1904="{int(parts.dates_from_1904)}"/><sheets><sheet '
        f'name={quoteattr(title)} sheetId="1" r:id="rId1"/></sheets></workbook>',
    }
