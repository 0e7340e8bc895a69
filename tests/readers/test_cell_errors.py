"""A cell with an error, or a formula without its value, is never an empty cell."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest
import xlwt

from grafo.notes import Notes
from grafo.readers import Cell, CellError, read_rows
from grafo.readers.cell_errors import error_in
from grafo.readers.compound_file import CompoundFile, wrapped
from tests.readers.made import ods, ods_row, ods_table, workbook, written, xlsx
from tests.readers.outcomes import cells, refused


def shown(row: tuple[Cell, ...]) -> list[object]:
    """Return what the errors of a row show, and its other cells as they are."""
    return [f"!{cell.text}" if isinstance(cell, CellError) else cell for cell in row]


def test_errors_and_formulas_without_value_are_named_in_xlsx(tmp_path: Path) -> None:
    book, sheet = workbook()
    sheet.append(["a", "#REF!", "#N/A", "=DATE(2005,5,3)", '=IF(1=1,"x","")', "z", "=A1"])
    book.save(tmp_path / "e.xlsx")
    (row,) = cells(tmp_path / "e.xlsx")
    assert shown(row) == [
        "a",
        "!#REF!",
        "!#N/A",
        "!=DATE(2005,5,3)",
        '!=IF(1=1,"x","")',
        "z",
        "!=A1",
    ]
    assert isinstance(row[3], CellError)
    assert "LibreOffice" in row[3].reason


def test_a_formula_that_ends_in_no_text_is_an_empty_cell(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path / "f.xlsx",
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><f>""</f><v></v></c>'
        '<c r="C1"><f>0</f><v>0</v></c><c r="D1"><v>2</v></c></row></sheetData>',
    )
    assert cells(path) == [(1, None, 0, 2)]


def test_a_zero_that_waits_to_be_calculated_is_no_value(tmp_path: Path) -> None:
    """Programs that write workbooks without calculating put it there."""
    path = xlsx(
        tmp_path / "z.xlsx",
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>TODAY()</f><v>0</v></c></row>'
        "</sheetData>",
    )
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    book = parts["xl/workbook.xml"].replace(b"</sheets>", b'</sheets><calcPr fullCalcOnLoad="1"/>')
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in (parts | {"xl/workbook.xml": book}).items():
            archive.writestr(name, data)
    assert shown(cells(path)[0]) == [1, "!=TODAY()"]


def test_rows_of_nothing_but_formulas_are_rows(tmp_path: Path) -> None:
    book, sheet = workbook()
    for row in (["a", "b"], ["=Otra!A1", "=Otra!B1"]):
        sheet.append(row)
    book.save(tmp_path / "o.xlsx")
    assert [shown(row) for row in cells(tmp_path / "o.xlsx")] == [
        ["a", "b"],
        ["!=Otra!A1", "!=Otra!B1"],
    ]


def test_errors_and_formulas_without_value_are_named_in_xls(tmp_path: Path) -> None:
    path = tmp_path / "e.xls"
    old = xlwt.Workbook()
    sheet = old.add_sheet("Registro")
    sheet.write(0, 0, "a")
    sheet.write(0, 1, xlwt.Formula("DATE(2005,5,3)"))
    sheet.write(0, 2, True)
    old.save(str(path))
    stream = bytearray(CompoundFile(path.read_bytes()).stream("Workbook"))
    # xlwt writes no errors: its TRUE becomes error 0x17.
    head = struct.pack("<HH", 0x205, 8)
    at = stream.index(head) + 4
    stream[at + 6 : at + 8] = b"\x17\x01"
    path.write_bytes(wrapped(bytes(stream), "Workbook"))
    assert shown(cells(path)[0]) == ["a", "!=?", "!#REF!"]


def test_errors_and_formulas_without_value_are_named_in_ods(tmp_path: Path) -> None:
    calcext = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
    error = (
        f'<table:table-cell xmlns:c="{calcext}" c:value-type="error" office:value-type="string" '
        'table:formula="of:=NA()" office:string-value=""><text:p>#N/D</text:p></table:table-cell>'
    )
    bare = '<table:table-cell table:formula="of:=DATE(2005;5;3)"/>'
    empty = (
        '<table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string" '
        'office:string-value=""/>'
    )
    path = ods(tmp_path / "e.ods", ods_table(ods_row("a", error, bare, empty, "z")))
    assert shown(cells(path)[0]) == ["a", "!#N/D", "!=DATE(2005;5;3)", None, "z"]


@pytest.mark.parametrize(
    "text",
    [
        "#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!",
        "#¡REF!", "#¡VALOR!", "#¿NOMBRE?", "#N/D", "#¡DIV/0!",
        "#WERT!", "#BEZUG!", "#NV", "#ÜBERLAUF!",
        "#VALEUR!", "#NOM?", "#NOMBRE!", "#RIF!", "#VALORE!", "#NOME?", "#NÚM!",
        "#ARG!", "#ADR!", "#DZIEL/0!", "#ЗНАЧ!", "#Н/Д", "#ССЫЛКА!",  # noqa: RUF001
        "#SAKNAS!", "#I/T", "#N/B", "#DEĞER!", "#YOK", "Err:502", "########", "=VLOOKUP(A2;B:C;2)",
    ],
)  # fmt: skip
def test_errors_typed_as_text_are_errors_in_every_language(tmp_path: Path, text: str) -> None:
    path = written(tmp_path / "t.csv", f"Ciudad|Fecha\nLeón|{text}\n")
    (_, row) = read_rows(path, notes=Notes())
    assert shown(row.cells) == ["León", f"!{text}"]


@pytest.mark.parametrize(
    "text",
    ["#1", "#", "No. #12", "#MeToo", "#hermanas!", "=== Sección ===", "= 5", "=> véase", "-5",
     "###", "N/A", "¡Viva!", "C#", "#A", "Err"],
)  # fmt: skip
def test_other_signs_are_no_errors(text: str) -> None:
    assert error_in(text) is None


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>',
        '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>'
        '<row r="2"><c r="A2"><v>3</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r="A2"><v>2</v></c></row>'
        '<row r="2"><c r="A2"><v>3</v></c></row>',
    ],
)
def test_a_row_or_cell_that_stands_twice_refuses_the_file(tmp_path: Path, rows: str) -> None:
    """One of the two would be lost without a word."""
    path = xlsx(tmp_path / "d.xlsx", f"<sheetData>{rows}</sheetData>")
    assert "twice" in refused(path).message
