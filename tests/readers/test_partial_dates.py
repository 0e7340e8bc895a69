"""A date cell that shows a year, or a month, is read as that and not as the day behind it."""

from __future__ import annotations

import datetime
import zipfile
from pathlib import Path

import pytest
import xlwt

from grafo.readers import Cell, PartialDate
from grafo.readers.number_formats import shown_by
from grafo.readers.shown_dates import shown_in
from tests.readers.made import ods, ods_row, ods_table, workbook, zipped
from tests.readers.outcomes import cells

DAY = datetime.date(2005, 3, 1)
PARTS: dict[str, Cell] = {
    "yyyy": PartialDate("2005"),
    '"Año "yyyy': PartialDate("2005"),
    "mmm-yy": PartialDate("2005-03"),
    "mm/yyyy": PartialDate("2005-03"),
    "yyyy-mm": PartialDate("2005-03"),
    'mmmm" de "yyyy': PartialDate("2005-03"),
    "[$-416]mmmm\\ yyyy;@": PartialDate("2005-03"),
    'yyyy"年"m"月"': PartialDate("2005-03"),
    "dd/mm/yyyy": DAY,
    "d-mmm": DAY,
    "mmmm": DAY,
    "yyyy-mm-dd hh:mm": DAY,
}


@pytest.mark.parametrize("ending", ["xlsx", "xls"])
def test_what_the_number_format_shows_is_what_the_cell_says(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"f.{ending}"
    if ending == "xlsx":
        book, sheet = workbook()
        for row, code in enumerate(PARTS, 1):
            sheet.cell(row, 2, DAY).number_format = code
        book.save(path)
    else:
        old = xlwt.Workbook()
        page = old.add_sheet("Registro")
        for row, code in enumerate(PARTS):
            page.write(row, 1, DAY, xlwt.easyxf(num_format_str=code))
        old.save(str(path))
    assert [row[1] for row in cells(path)] == list(PARTS.values())


def test_a_number_that_looks_like_a_year_stays_a_number(tmp_path: Path) -> None:
    book, sheet = workbook()
    sheet.append([1998, 2005])
    sheet["B1"].number_format = "0000"
    book.save(tmp_path / "n.xlsx")
    assert cells(tmp_path / "n.xlsx") == [(1998, 2005)]


def test_a_year_typed_into_a_date_cell_is_not_taken_for_1905(tmp_path: Path) -> None:
    """The day behind it, 20 June 1905, tells whoever reads the cell that nobody wrote 1905."""
    book, sheet = workbook()
    sheet["A1"], sheet["A1"].number_format = 1998, "yyyy"
    book.save(tmp_path / "y.xlsx")
    assert cells(tmp_path / "y.xlsx") == [(datetime.date(1905, 6, 20),)]


@pytest.mark.parametrize("code", ["General", "0.00E+00", "#,##0", "@", "[h]:mm", "$ #,##0.00", ""])
def test_formats_of_numbers_show_no_date(code: str) -> None:
    assert shown_by(code) is None


def _date(style: str, text: str) -> str:
    return (
        f'<table:table-cell {style} office:value-type="date" office:date-value="2005-03-01">'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


def test_an_ods_date_is_shown_by_its_style_its_columns_style_or_its_text(tmp_path: Path) -> None:
    number = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
    styles = (
        '<office:automatic-styles xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
        f'xmlns:number="{number}">'
        '<number:date-style style:name="N1"><number:year number:style="long"/></number:date-style>'
        '<number:date-style style:name="N2"><number:month number:textual="true"/><number:text>-'
        "</number:text><number:year/></number:date-style>"
        '<number:date-style style:name="N3"><number:day/><number:month/><number:year/>'
        "</number:date-style>"
        '<style:style style:name="a" style:family="table-cell" style:data-style-name="N1"/>'
        '<style:style style:name="b" style:family="table-cell" style:parent-style-name="m"/>'
        '<style:style style:name="m" style:family="table-cell" style:data-style-name="N2"/>'
        '<style:style style:name="c" style:family="table-cell" style:data-style-name="N3"/>'
        "</office:automatic-styles>"
    )
    table = (
        '<table:table table:name="R"><table:table-column/>'
        '<table:table-column table:default-cell-style-name="b"/>'
        + ods_row(
            _date('table:style-name="a"', "2005"),
            _date("", "mar-05"),
            _date('table:style-name="c"', "05"),
            _date("", "marzec 2005"),
            _date("", "01/03/2005"),
        )
        + "</table:table>"
    )
    path = ods(tmp_path / "s.ods", table)
    with zipfile.ZipFile(path) as archive:
        parts: dict[str, str | bytes] = {n: archive.read(n) for n in archive.namelist()}
    content = (
        bytes(parts["content.xml"]).decode() if isinstance(parts["content.xml"], bytes) else ""
    )
    parts["content.xml"] = content.replace("<office:body>", styles + "<office:body>")
    assert cells(zipped(path, parts)) == [
        (PartialDate("2005"), PartialDate("2005-03"), DAY, PartialDate("2005-03"), DAY)
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2005", "year"),
        ("mar-05", "month"),
        ("März 2005", "month"),
        ("março de 2005", "month"),
        ("март 2005", "month"),
        ("2005-03", "month"),
        ("05/03", None),
        ("1 mar 2005", None),
        ("Ejercicio 2005", None),
        ("", None),
    ],
)
def test_the_text_of_a_date_is_believed_only_where_it_is_clear(
    text: str, shown: str | None
) -> None:
    assert shown_in(text, DAY) == shown


def test_a_day_and_a_month_in_text_are_no_month_and_year() -> None:
    assert shown_in("05 mar", datetime.date(2005, 3, 5)) is None


def test_ods_tables_without_styles_still_read(tmp_path: Path) -> None:
    path = ods(tmp_path / "p.ods", ods_table(ods_row("Firma"), ods_row(_date("", "2005"))))
    assert cells(path) == [("Firma",), (PartialDate("2005"),)]
