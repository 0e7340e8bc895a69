"""What a file hides, or strikes through, is read with a note or left out with a note."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlwt
from openpyxl.styles import Font

from grafo.notes import Notes
from grafo.readers import Cell, Reading, read_rows, tables_of
from tests.readers.made import ods, ods_row, workbook, written
from tests.readers.outcomes import refused


def _read(path: Path, reading: Reading) -> tuple[list[Cell], list[str]]:
    notes = Notes()
    rows = [row.cells[0] for row in read_rows(path, reading, notes=notes)]
    return rows, [str(note) for note in notes.listed()]


def _xlsx(path: Path) -> None:
    book, sheet = workbook()
    for row in (["a", "x"], ["hidden", "y"], ["struck", "z"], ["half", "w"]):
        sheet.append(row)
    sheet.row_dimensions[2].hidden = True
    for cell in ("A3", "B3", "A4"):
        sheet[cell].font = Font(strike=True)
    sheet.column_dimensions["B"].hidden = True
    book.save(path)


def _xls(path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Registro")
    through = xlwt.easyxf("font: struck_out on")
    for row, texts in enumerate((["a", "x"], ["hidden", "y"], ["struck", "z"], ["half", "w"])):
        for column, text in enumerate(texts):
            struck = text in {"struck", "z", "half"}
            sheet.write(row, column, text, through) if struck else sheet.write(row, column, text)
    sheet.row(1).hidden = True
    sheet.col(1).hidden = True
    book.save(str(path))


def _ods(path: Path) -> None:
    style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
    styles = (
        f'<office:automatic-styles xmlns:style="{style}"><style:style style:name="s" '
        'style:family="table-cell"><style:text-properties '
        'style:text-line-through-style="solid"/></style:style></office:automatic-styles>'
    )

    def struck(text: str) -> str:
        return (
            '<table:table-cell table:style-name="s" office:value-type="string">'
            f"<text:p>{text}</text:p></table:table-cell>"
        )

    rows = (
        ods_row("a", "x"),
        ods_row("hidden", "y", attributes='table:visibility="filter"'),
        ods_row(struck("struck"), struck("z")),
        ods_row(struck("half"), "w"),
    )
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    # Styles stand before the sheets; where exactly does not matter to a reader of events.
    ods(path, f'{styles}<table:table table:name="R">{columns}{"".join(rows)}</table:table>')


MADE = {"xlsx": _xlsx, "xls": _xls, "ods": _ods}


@pytest.mark.parametrize("ending", MADE)
def test_hidden_and_struck_rows_are_read_and_told(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"h.{ending}"
    MADE[ending](path)
    rows, notes = _read(path, Reading())
    assert rows == ["a", "hidden", "struck", "half"]
    assert [note.rpartition(": ")[2] for note in notes] == ["1 (2)", "1 (3)", "1 (4)", "4"]
    assert "column B" in notes[3]


@pytest.mark.parametrize("ending", MADE)
def test_hidden_and_struck_rows_can_be_left_out(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"h.{ending}"
    MADE[ending](path)
    notes = Notes()
    read = list(read_rows(path, Reading(skip_hidden=True), notes=notes))
    assert [row.cells for row in read] == [("a", None), ("half", None)]
    told = [note for note in notes.listed() if "left out" in str(note)]
    assert [note.count for note in told] == [1, 1, 4]
    assert [note.rows for note in notes.listed() if note not in told] == [[4]]  # half struck


PAGE = """<html><head><style>.key, span.gone {{ display: none }} @media print {{ .noprint {{
display:none }} }}</style></head><body><table>
<tr><th>Ciudad</th><th>País</th></tr>
{rows}
</table></body></html>"""


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("<tr><td><span style='display:none'>Sarasota !</span>Sarasota</td></tr>", ["Sarasota"]),
        ("<tr><td><span style='DISPLAY : NONE !important'>0045</span>Lyon</td></tr>", ["Lyon"]),
        ("<tr><td><span hidden>0045</span>Laredo</td></tr>", ["Laredo"]),
        ("<tr><td>Roma<span style='color:red;visibility:hidden'>9</span></td></tr>", ["Roma"]),
        ("<tr><td><span class='sr-only'>Stadt: </span>Köln</td></tr>", ["Köln"]),
        ("<tr><td><b class='key'>1</b>Gdańsk<span class='a gone'>2</span></td></tr>", ["Gdańsk"]),
        ("<tr><td><span class='noprint'>Ciudad </span>Real</td></tr>", ["Ciudad Real"]),
        ("<tr style='display:none'><td>Puebla</td></tr><tr><td>Tula</td></tr>", ["Tula"]),
        ("<tr hidden><td>Puebla</td></tr><tr><td>Tula</td></tr>", ["Tula"]),
        ("<tbody hidden><tr><td>X</td></tr></tbody><tr><td>Tula</td></tr>", ["Tula"]),
        ("<tr><td style='display:none'>7</td><td>Tula</td><td>México</td></tr>", ["Tula"]),
        ("<tr><td>A<br><img src='x' hidden><input hidden>B</td></tr>", ["A\nB"]),
        ("<tr><td><span hidden><i>x<br>y</i></span>Tula <b>de</b> Allende</td></tr>",
         ["Tula de Allende"]),
    ],
)  # fmt: skip
def test_what_a_page_hides_is_not_read(tmp_path: Path, rows: str, expected: list[str]) -> None:
    path = written(tmp_path / "p.html", PAGE.format(rows=rows))
    assert _read(path, Reading())[0][1:] == expected


def test_what_a_page_hides_is_told(tmp_path: Path) -> None:
    rows = (
        "<tr><td><i hidden>1</i>Tula</td></tr><tr hidden><td>X</td></tr>"
        "<tr><td><i hidden>2</i>Lyon</td></tr><tr hidden><td> </td></tr>"
    )
    notes = _read(written(tmp_path / "p.html", PAGE.format(rows=rows)), Reading())[1]
    assert [note.rpartition(": ")[2] for note in notes] == ["2 (2, 4)", "1 (3)"]


def test_a_row_of_a_page_that_is_struck_through_is_told(tmp_path: Path) -> None:
    rows = (
        "<tr><td><s>Tula</s></td><td><del>México</del></td></tr>"
        "<tr style='text-decoration: line-through'><td>Lyon</td><td>Francia</td></tr>"
        "<tr><td><s>Roma</s></td><td>Italia</td></tr>"
    )
    read, notes = _read(written(tmp_path / "p.html", PAGE.format(rows=rows)), Reading())
    assert read == ["Ciudad", "Tula", "Lyon", "Roma"]
    assert [note.rpartition(": ")[2] for note in notes] == ["2 (2, 3)", "1 (4)"]


REAL = "<table><tr><th>Ciudad<th>País<tr><td>Tula<td>México</table>"
LARGER = "<tr><td>Lyon<td>Francia" * 5


@pytest.mark.parametrize(
    "hidden",
    [
        f"<table hidden>{LARGER}</table>",
        f"<table style='display: none'>{LARGER}</table>",
        f"<div hidden><p>x</p><table>{LARGER}</table></div>",
        f"<section style='visibility:hidden'><div><table>{LARGER}</table></div></section>",
        f"<style>#old {{display:none}}</style><div id=old><table>{LARGER}</table></div>",
        f"<template><table>{LARGER}</table></template>",
    ],
)
def test_a_hidden_table_is_never_chosen_before_a_visible_one(tmp_path: Path, hidden: str) -> None:
    for text in (hidden + REAL, REAL + hidden):
        path = written(tmp_path / "p.html", f"<html><body>{text}</body></html>")
        assert _read(path, Reading())[0] == ["Ciudad", "Tula"]
        assert len(tables_of(path)) == 1
    alone = written(tmp_path / "a.html", f"<html><body>{hidden}</body></html>")
    assert "hides this table" in refused(alone).message


def test_a_page_that_its_script_shows_is_read(tmp_path: Path) -> None:
    path = written(tmp_path / "p.html", f"<html><body style='display:none'>{REAL}</body></html>")
    assert _read(path, Reading())[0] == ["Ciudad", "Tula"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("<del>Mainz</del> Worms", "Worms"),
        ("<s>Maguncia</s><ins>Worms</ins>", "Worms"),
        ("Worms <span style='text-decoration:line-through'>(Alemania)</span>", "Worms"),
        ("Wor<strike>x</strike> ms", "Wor ms"),
    ],
)
def test_a_struck_part_of_a_cell_is_left_out_and_told(
    tmp_path: Path, cell: str, expected: str
) -> None:
    rows = f"<tr><td>{cell}</td><td>Alemania</td></tr>"
    read, notes = _read(written(tmp_path / "p.html", PAGE.format(rows=rows)), Reading())
    assert read[1:] == [expected]
    assert [note.rpartition(": ")[2] for note in notes] == ["1 (2)"]
