"""Small files that the tests of the readers make for themselves."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
ODF = "urn:oasis:names:tc:opendocument:xmlns:"


def xlsx(
    path: Path,
    sheet: str | bytes,
    *,
    strings: str | bytes = "",
    workbook_prefix: str = "",
    extra: dict[str, str | bytes] | None = None,
) -> Path:
    """Write a workbook around the XML of one sheet; `sheet` is what stands in <worksheet>."""
    parts: dict[str, str | bytes] = {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="a" '
        f'Type="{RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="b" '
        f'Type="{RELATION}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="c" '
        f'Type="{RELATION}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/workbook.xml": f'{workbook_prefix}<workbook xmlns="{MAIN}" xmlns:r="{RELATION}">'
        '<sheets><sheet name="Registro" sheetId="1" r:id="b"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": _wrapped("worksheet", sheet),
    }
    if strings:
        parts["xl/sharedStrings.xml"] = _wrapped("sst", strings)
    return zipped(path, {**parts, **(extra or {})})


def _wrapped(root: str, inner: str | bytes) -> str | bytes:
    start, end = f'<{root} xmlns="{MAIN}">', f"</{root}>"
    if isinstance(inner, bytes):
        return start.encode() + inner + end.encode()
    return inner if inner.startswith("<?xml") else start + inner + end


def ods(path: Path, tables: str, *, manifest: str = "", prolog: str = "") -> Path:
    """Write a spreadsheet around the XML of its tables."""
    namespaces = " ".join(
        f'xmlns:{prefix}="{ODF}{name}:1.0"'
        for prefix, name in (
            ("office", "office"), ("table", "table"), ("text", "text"), ("draw", "drawing"),
        )
    )  # fmt: skip
    content = (
        f"{prolog}<office:document-content {namespaces}><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped(
        path,
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content,
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
        },
    )


def ods_row(*cells: str, attributes: str = "") -> str:
    """Return the XML of a row of text cells; a cell that begins with "<" is XML already."""
    inner = "".join(
        cell
        if cell.startswith("<")
        else f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p>'
        "</table:table-cell>"
        for cell in cells
    )
    return f"<table:table-row {attributes}>{inner}</table:table-row>"


def ods_table(*rows: str, name: str = "Registro") -> str:
    """Return the XML of a table."""
    return f'<table:table table:name="{name}">{"".join(rows)}</table:table>'


def zipped(path: Path, parts: dict[str, str | bytes]) -> Path:
    """Write a zip archive."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def workbook(*titles: str) -> tuple[openpyxl.Workbook, Worksheet]:
    """Return a new workbook with sheets of these titles, and the first of them."""
    book = openpyxl.Workbook()
    book.worksheets[0].title = titles[0] if titles else "Registro"
    for title in titles[1:]:
        book.create_sheet(title)
    return book, book.worksheets[0]


def written(path: Path, data: bytes | str, encoding: str = "utf-8") -> Path:
    """Write a file of bytes or text."""
    path.write_bytes(data if isinstance(data, bytes) else data.encode(encoding))
    return path
