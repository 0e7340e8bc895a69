"""The sheet that is meant is read, and one that is not there is answered with those that are."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlwt

from grafo.readers import Reading
from tests.readers.made import ods, ods_row, ods_table, workbook, zipped
from tests.readers.outcomes import refused, rows


def test_sheets_are_found_by_number_by_name_and_nearly_by_name(tmp_path: Path) -> None:
    book, _ = workbook("Portada", "Hermanamientos México")
    book.worksheets[0].append(["portada"])
    book.worksheets[1].append(["registro"])
    book.save(tmp_path / "s.xlsx")
    path = tmp_path / "s.xlsx"
    for wanted in (2, "Hermanamientos México", "hermanamientos  mexico"):
        assert rows(path, Reading(sheet=wanted)) == [(1, ("registro",))]
    assert rows(path) == [(1, ("portada",))]


def test_the_first_visible_sheet_is_the_default(tmp_path: Path) -> None:
    book, _ = workbook("Oculta", "Registro")
    for sheet in book.worksheets:
        sheet.append([sheet.title])
    book.worksheets[0].sheet_state = "hidden"
    book.save(tmp_path / "h.xlsx")
    assert rows(tmp_path / "h.xlsx") == [(1, ("Registro",))]
    assert rows(tmp_path / "h.xlsx", Reading(sheet=1)) == [(1, ("Oculta",))]


def test_the_sheets_of_xls_and_ods_are_chosen_alike(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    for title in ("Uno", "Dos", "Tres"):
        book.add_sheet(title).write(0, 0, title)
    book.save(str(tmp_path / "s.xls"))
    tables = (ods_table(ods_row(title), name=title) for title in ("Uno", "Dos", "Tres"))
    ods(tmp_path / "s.ods", "".join(tables))
    for name in ("s.xls", "s.ods"):
        for wanted, title in ((None, "Uno"), (2, "Dos"), ("Tres", "Tres"), ("tres", "Tres")):
            assert rows(tmp_path / name, Reading(sheet=wanted)) == [(1, (title,))]


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
@pytest.mark.parametrize("wanted", [0, 3, -1, "Hoja9"])
def test_a_sheet_that_is_not_there_lists_those_that_are(
    tmp_path: Path, ending: str, wanted: int | str
) -> None:
    path = tmp_path / f"s.{ending}"
    if ending == "xlsx":
        book, _ = workbook("Uno", "Dos")
        book.save(path)
    elif ending == "xls":
        old = xlwt.Workbook()
        old.add_sheet("Uno").write(0, 0, 1)
        old.add_sheet("Dos")
        old.save(str(path))
    else:
        ods(path, ods_table(ods_row("x"), name="Uno") + ods_table(name="Dos"))
    found = refused(path, Reading(sheet=wanted))
    assert repr(wanted) in found.message
    assert found.hint is not None
    assert "'Uno'" in found.hint
    assert "'Dos'" in found.hint


def test_a_chart_is_no_sheet_and_an_empty_sheet_is_said_to_be_empty(tmp_path: Path) -> None:
    book, _ = workbook("Vacía", "Datos")
    book.worksheets[1].append(["x"])
    book.create_chartsheet("Gráfica")
    book.save(tmp_path / "c.xlsx")
    assert "chart" in refused(tmp_path / "c.xlsx", Reading(sheet="Gráfica")).message
    empty = refused(tmp_path / "c.xlsx")
    assert "empty" in empty.message
    assert "'Datos'" in str(empty.hint)


def test_a_workbook_elsewhere_in_the_package_is_found(tmp_path: Path) -> None:
    """Its relationships say where; the names of the parts are only a habit."""
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    path = zipped(
        tmp_path / "odd.xlsx",
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="r" '
            f'Type="{relation}/officeDocument" Target="/xl/workbook7.xml"/></Relationships>',
            "xl/_rels/workbook7.xml.rels": f'<Relationships xmlns="{package}"><Relationship '
            f'Id="s" Type="{relation}/worksheet" Target="/xl/sheets/a.xml"/></Relationships>',
            "xl/workbook7.xml": f'<workbook xmlns="{main}" xmlns:q="{relation}"><sheets>'
            '<sheet name="A &amp; B" sheetId="9" q:id="s"/></sheets></workbook>',
            "xl/sheets/a.xml": f'<worksheet xmlns="{main}"><sheetData><row><c><v>1</v></c></row>'
            "</sheetData></worksheet>",
        },
    )
    assert rows(path, Reading(sheet="A & B")) == [(1, (1,))]
