"""Sheets of xlsx, xls and ods give the values a person sees, on the rows a person sees."""

from __future__ import annotations

import datetime
import struct
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlwt

from grafo.readers import Limits, Reading, Row, read_rows
from grafo.readers.cell_errors import no_value, shown_error
from grafo.readers.compound_file import wrapped
from tests.readers.made import ods, ods_row, ods_table, workbook, xlsx, zipped
from tests.readers.outcomes import refused, rows


def test_cells_keep_their_types(tmp_path: Path) -> None:
    book, sheet = workbook()
    sheet.append(["text", "date", "moment", "time", "whole", "part", "yes", "error", "long"])
    sheet.append(
        [
            "Mérida",
            datetime.date(1983, 5, 4),
            datetime.datetime(1983, 5, 4, 10, 30),
            datetime.time(10, 30),
            1234.0,
            12.5,
            True,
            "#N/A",
            datetime.timedelta(hours=30),
        ]
    )
    sheet["B3"], sheet["B3"].number_format = 30440, "dd/mm/yyyy"
    book.save(tmp_path / "t.xlsx")
    read = rows(tmp_path / "t.xlsx")
    assert read[1] == (
        2,
        (
            "Mérida",
            datetime.date(1983, 5, 4),
            datetime.datetime(1983, 5, 4, 10, 30),
            datetime.time(10, 30),
            1234,
            12.5,
            True,
            shown_error("#N/A"),
            "30:00:00",
        ),
    )
    assert type(read[1][1][4]) is int
    assert read[2][1][1] == datetime.date(1983, 5, 4)


def test_dates_counted_from_1904_are_the_same_dates(tmp_path: Path) -> None:
    book, sheet = workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet.append(["signed", datetime.date(1983, 5, 4)])
    book.save(tmp_path / "mac.xlsx")
    assert rows(tmp_path / "mac.xlsx") == [(1, ("signed", datetime.date(1983, 5, 4)))]


def test_rows_and_columns_keep_their_places_and_hidden_rows_are_read(tmp_path: Path) -> None:
    book, sheet = workbook()
    sheet["B3"], sheet["C5"] = "a", "b"
    sheet.row_dimensions[5].hidden = True
    book.save(tmp_path / "p.xlsx")
    assert rows(tmp_path / "p.xlsx") == [(3, (None, "a", None)), (5, (None, None, "b"))]


def test_formulas_give_the_value_that_the_file_keeps(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path / "f.xlsx",
        '<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c>'
        '<c r="B1" t="str"><f>"a"</f><v>León</v></c><c r="C1"><f>A1</f></c></row></sheetData>',
    )
    assert rows(path) == [(1, (2, "León", no_value("=A1")))]


def test_cells_without_references_stand_one_after_the_other(tmp_path: Path) -> None:
    sheet = (
        "<sheetData><row><c><v>1</v></c><c/><c><v>2</v></c></row>"
        '<row/><row><c t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    )
    path = xlsx(tmp_path / "n.xlsx", sheet)
    assert rows(path) == [(1, (1, None, 2)), (3, ("x", None, None))]


def test_prefixed_elements_are_read_like_others(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path / "x.xlsx",
        '<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/'
        'spreadsheetml/2006/main"><x:sheetData><x:row r="2"><x:c r="A2"><x:v>7</x:v></x:c>'
        "</x:row></x:sheetData></x:worksheet>",
    )
    assert rows(path) == [(2, (7,))]


def test_xls_cells_keep_their_types(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Registro")
    date = xlwt.easyxf(num_format_str="YYYY-MM-DD")
    for column, value in enumerate(("Mérida 日本", 5.0, 2.5, True)):
        sheet.write(1, column + 1, value)
    sheet.write(1, 5, datetime.date(1983, 5, 4), date)
    book.save(str(tmp_path / "t.xls"))
    assert rows(tmp_path / "t.xls") == [
        (2, (None, "Mérida 日本", 5, 2.5, True, datetime.date(1983, 5, 4)))
    ]


def test_an_xls_of_excel_95_is_read(tmp_path: Path) -> None:
    def record(kind: int, data: bytes) -> bytes:
        return struct.pack("<HH", kind, len(data)) + data

    def stream(sheet_at: int) -> bytes:
        return (
            record(0x809, struct.pack("<HHHH", 0x500, 5, 0, 0))
            + record(0x42, struct.pack("<H", 1252))
            + record(0x85, struct.pack("<IHB", sheet_at, 0, 8) + b"Registro")
            + record(0x0A, b"")
        )

    path = tmp_path / "95.xls"
    label = struct.pack("<HHHH", 2, 1, 0, 6) + "Mérida".encode("cp1252")
    number = struct.pack("<HHHd", 2, 2, 0, 7.0)
    sheet = record(0x809, struct.pack("<HHHH", 0x500, 0x10, 0, 0))
    sheet += record(0x204, label) + record(0x203, number) + record(0x0A, b"")
    path.write_bytes(wrapped(stream(len(stream(0))) + sheet, "Book"))
    assert rows(path, Reading(sheet="Registro")) == [(3, (None, "Mérida", 7))]


def test_an_xlsx_of_the_strict_standard_is_read(tmp_path: Path) -> None:
    book, sheet = workbook()
    sheet.append(["Mérida", datetime.date(1983, 5, 4)])
    book.save(tmp_path / "t.xlsx")
    with zipfile.ZipFile(tmp_path / "t.xlsx") as archive:
        parts: dict[str, str | bytes] = {
            name: archive.read(name)
            .replace(
                b"http://schemas.openxmlformats.org/spreadsheetml/2006/",
                b"http://purl.oclc.org/ooxml/spreadsheetml/",
            )
            .replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/",
                b"http://purl.oclc.org/ooxml/officeDocument/",
            )
            for name in archive.namelist()
        }
    assert rows(zipped(tmp_path / "s.xlsx", parts)) == [(1, ("Mérida", datetime.date(1983, 5, 4)))]


def test_what_is_no_number_is_text(tmp_path: Path) -> None:
    sheet = "<sheetData><row><c><v>1e400</v></c><c><v>1e300</v></c></row></sheetData>"
    assert rows(xlsx(tmp_path / "i.xlsx", sheet)) == [(1, ("inf", 1e300))]


def test_lost_strings_are_not_read_as_blanks(tmp_path: Path) -> None:
    sheet = '<sheetData><row><c t="s"><v>0</v></c><c><v>1</v></c></row></sheetData>'
    assert "lost the strings" in refused(xlsx(tmp_path / "l.xlsx", sheet)).message


def test_an_xls_with_many_long_strings_is_read_whole(tmp_path: Path) -> None:
    """Its strings run over from record to record, in narrow and wide characters."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Registro")
    texts = [("ñ" if number % 3 else "ж") * (number % 700) + str(number) for number in range(2_000)]
    for number, text in enumerate(texts):
        sheet.write(number, 0, text)
    book.save(str(tmp_path / "s.xls"))
    assert [cells[0] for _, cells in rows(tmp_path / "s.xls")] == texts


def test_ods_cells_keep_their_types(tmp_path: Path) -> None:
    def cell(kind: str, value: str, text: str) -> str:
        name = {"date": "date-", "time": "time-", "boolean": "boolean-"}.get(kind, "")
        return (
            f'<table:table-cell office:value-type="{kind}" office:{name}value="{value}">'
            f"<text:p>{text}</text:p></table:table-cell>"
        )

    path = ods(
        tmp_path / "t.ods",
        ods_table(
            ods_row(
                cell("float", "1234", "1 234,00"),
                cell("percentage", "0.5", "50%"),
                cell("date", "1983-05-04", "4 de mayo"),
                cell("date", "1983-05-04T10:30:00", "…"),
                cell("date", "1983-05-04T00:00:00", "…"),
                cell("time", "PT10H30M00S", "10:30"),
                cell("time", "PT30H00M00S", "30:00"),
                cell("boolean", "true", "VERDADERO"),
                cell("date", "0000-99-99", "sin fecha"),
            )
        ),
    )
    assert rows(path) == [
        (
            1,
            (
                1234,
                0.5,
                datetime.date(1983, 5, 4),
                datetime.datetime(1983, 5, 4, 10, 30),
                datetime.date(1983, 5, 4),
                datetime.time(10, 30),
                "30:00:00",
                True,
                "sin fecha",
            ),
        )
    ]


def test_ods_text_keeps_lines_and_spaces_and_leaves_notes_out(tmp_path: Path) -> None:
    cell = (
        '<table:table-cell office:value-type="string"><office:annotation><text:p>nota</text:p>'
        "</office:annotation><text:p>dos<text:s text:c='3'/><text:span>palabras</text:span>"
        "</text:p>"
        "<text:p>y<text:line-break/>líneas</text:p></table:table-cell>"
    )
    path = ods(tmp_path / "x.ods", ods_table(ods_row(cell)))
    assert rows(path) == [(1, ("dos   palabras\ny\nlíneas",))]


def test_ods_repetitions_count_and_trailing_blanks_cost_nothing(tmp_path: Path) -> None:
    blank = '<table:table-cell table:number-columns-repeated="16384"/>'
    twice = (
        '<table:table-cell table:number-columns-repeated="2" office:value-type="string">'
        "<text:p>x</text:p></table:table-cell>"
    )
    path = ods(
        tmp_path / "r.ods",
        ods_table(
            ods_row("a", "b", "c", blank),
            ods_row(blank, attributes='table:number-rows-repeated="3"'),
            ods_row("d", twice, attributes='table:number-rows-repeated="2"'),
            ods_row(blank, attributes='table:number-rows-repeated="1048570"'),
        ),
    )
    assert rows(path) == [
        (1, ("a", "b", "c")),
        (5, ("d", "x", "x")),
        (6, ("d", "x", "x")),
    ]


def test_formatted_but_empty_cells_at_the_far_corner_are_no_cells(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path / "far.xlsx",
        '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>',
    )
    assert rows(path) == [(1, (1,))]


def test_too_many_columns_and_too_long_cells_name_their_place(tmp_path: Path) -> None:
    book, sheet = workbook()
    sheet["A1"], sheet["CV7"] = "a", "x" * 50
    book.save(tmp_path / "w.xlsx")
    wide = refused(tmp_path / "w.xlsx", limits=Limits(max_columns=99))
    assert wide.at is not None
    assert wide.at.row == 7
    long = refused(tmp_path / "w.xlsx", limits=Limits(max_cell_chars=40))
    assert long.at is not None
    assert (long.at.file, long.at.row, long.at.column) == ("w.xlsx", 7, "CV")


def test_no_temporary_file_stays_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    book, sheet = workbook()
    sheet.append(["a"])
    sheet.append(["b"])
    book.save(tmp_path / "t.xlsx")
    first: Row = next(read_rows(tmp_path / "t.xlsx"))
    assert first.cells == ("a",)
    refused(tmp_path / "t.xlsx", Reading(sheet="none"))
    assert list(scratch.iterdir()) == []
