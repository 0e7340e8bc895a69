"""Merged cells mean what a reader takes them to mean, in xlsx, xls and ods alike."""

from __future__ import annotations

from pathlib import Path

import xlwt

from tests.readers.made import ods, ods_row, ods_table, workbook
from tests.readers.outcomes import rows


def test_a_heading_merged_across_is_repeated_and_a_merged_cell_of_data_is_not(
    tmp_path: Path,
) -> None:
    book, sheet = workbook()
    sheet.append(["No.", "Parte mexicana", None, "Contraparte", None])
    sheet.append([None, "Gobierno", "Entidad", "Ciudad", "País"])
    sheet.append([1, "Guadalajara", "Jalisco", "Portland", "EUA"])
    sheet.append([2, "Sin dato", None, "Lyon", "Francia"])
    for cells in ("A1:A2", "B1:C1", "D1:E1", "B4:C4"):
        sheet.merge_cells(cells)
    book.save(tmp_path / "m.xlsx")
    assert rows(tmp_path / "m.xlsx") == [
        (1, ("No.", "Parte mexicana", "Parte mexicana", "Contraparte", "Contraparte")),
        (2, ("No.", "Gobierno", "Entidad", "Ciudad", "País")),
        (3, (1, "Guadalajara", "Jalisco", "Portland", "EUA")),
        (4, (2, "Sin dato", None, "Lyon", "Francia")),
    ]


MERGED_DOWN = [
    (1, ("Estado", "Ciudad")),
    (2, ("Jalisco", "Guadalajara")),
    (3, ("Jalisco", "Zapopan")),
    # Row 4 holds nothing of its own: the merged cell does not make it a row.
    (5, ("Jalisco", "Tequila")),
    (6, ("Oaxaca", "Tule")),
]


def test_a_cell_merged_down_is_repeated_in_xlsx(tmp_path: Path) -> None:
    book, sheet = workbook()
    for number, cells in MERGED_DOWN:
        for column, value in enumerate(cells, 1):
            if number in {3, 5} and column == 1:
                continue
            sheet.cell(number, column, value)
    sheet.merge_cells("A2:A5")
    book.save(tmp_path / "d.xlsx")
    assert rows(tmp_path / "d.xlsx") == MERGED_DOWN


def test_a_cell_merged_down_is_repeated_in_xls(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Registro")
    sheet.write_merge(1, 4, 0, 0, "Jalisco")
    for number, cells in MERGED_DOWN:
        sheet.write(number - 1, 1, cells[1])
        if number in {1, 6}:
            sheet.write(number - 1, 0, cells[0])
    book.save(str(tmp_path / "d.xls"))
    assert rows(tmp_path / "d.xls") == MERGED_DOWN


def test_a_cell_merged_down_is_repeated_in_ods(tmp_path: Path) -> None:
    covered = "<table:covered-table-cell/>"
    jalisco = (
        '<table:table-cell table:number-rows-spanned="4" office:value-type="string">'
        "<text:p>Jalisco</text:p></table:table-cell>"
    )
    path = ods(
        tmp_path / "d.ods",
        ods_table(
            ods_row("Estado", "Ciudad"),
            ods_row(jalisco, "Guadalajara"),
            ods_row(covered, "Zapopan"),
            ods_row(covered),
            ods_row(covered, "Tequila"),
            ods_row("Oaxaca", "Tule"),
        ),
    )
    assert rows(path) == MERGED_DOWN


def test_a_heading_merged_across_is_repeated_in_ods(tmp_path: Path) -> None:
    group = (
        '<table:table-cell table:number-columns-spanned="2" office:value-type="string">'
        "<text:p>Parte mexicana</text:p></table:table-cell><table:covered-table-cell/>"
    )
    path = ods(tmp_path / "g.ods", ods_table(ods_row(group, "Contraparte"), ods_row("a", "b", "c")))
    assert rows(path)[0] == (1, ("Parte mexicana", "Parte mexicana", "Contraparte"))
