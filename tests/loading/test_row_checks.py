"""Cells that say nothing certain are never read in silence."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from grafo.errors import InputError
from grafo.places import Matcher
from tests.loading.reading_files import read
from tests.readers.made import workbook, written

HEAD = "Municipio,Contraparte,País,Tipo,Título,Fecha,Estatus\n"


def test_an_error_in_a_column_that_is_read_sends_its_row_to_quarantine(
    matcher: Matcher, tmp_path: Path
) -> None:
    book, sheet = workbook()
    for row in (
        ["Municipio", "Contraparte", "País", "Tipo", "Título", "Fecha", "Estatus", "Notas"],
        ["Mérida", "Sarasota", "Estados Unidos", "H", "a", "#N/A", "Vigente", None],
        ["León", "Laredo", "Estados Unidos", "H", "b", 2001, "=A1", "#REF!"],
        ["Tijuana", "San Diego", "Estados Unidos", "H", "c", 2002, "Vigente", "#REF!"],
    ):
        sheet.append(row)
    book.save(tmp_path / "e.xlsx")
    found = read(matcher, tmp_path / "e.xlsx")
    assert [row for row, _ in found.reasons] == ["2", "3"]
    assert "Fecha: shows the error #N/A" in found.reasons[0][1]
    assert "Estatus: is a formula without its value: open and save" in found.reasons[1][1]
    # The column that nobody reads may hold what it likes.
    assert list(found.signed) == ["c"]


def test_the_quarantine_file_shows_the_error_and_loads_once_it_is_mended(
    matcher: Matcher, tmp_path: Path
) -> None:
    path = written(
        tmp_path / "e.csv",
        HEAD
        + "Mérida,Sarasota,Estados Unidos,H,a,#N/D,Vigente\n"
        + 'León,Laredo,Estados Unidos,H,b,2001,"=IF(A1=1,""Cancelado"","""")"\n'
        + "Tijuana,San Diego,Estados Unidos,H,c,2002,Vigente\n",
    )
    first = read(matcher, path)
    assert [row["Fecha"] for row in first.quarantine] == ["#N/D", "2001"]
    kept = (tmp_path / "quarantine.csv").read_text(encoding="utf-8")
    again = read(matcher, written(tmp_path / "again.csv", kept))
    assert [reason for _, reason in again.reasons] == [reason for _, reason in first.reasons]
    formula = '\'=IF(A1=1,""Cancelado"","""")'
    mended = kept.replace("#N/D,", "1998,", 2).replace(f'"{formula}"', "Cancelado")
    done = read(matcher, written(tmp_path / "mended.csv", mended))
    assert not done.reasons
    assert done.signed == {"a": "1998", "b": "2001"}
    assert {claim.properties["status"] for claim in done.claims} == {"in-force", "withdrawn"}


def test_a_date_that_shows_its_month_alone_is_that_month(matcher: Matcher, tmp_path: Path) -> None:
    book, sheet = workbook()
    sheet.append(["Municipio", "Contraparte", "País", "Tipo", "Título", "Fecha"])
    sheet.append(["León", "Laredo", "Estados Unidos", "H", "b", datetime.date(2005, 3, 1)])
    sheet["F2"].number_format = "mmm-yy"
    book.save(tmp_path / "m.xlsx")
    assert read(matcher, tmp_path / "m.xlsx").signed == {"b": "2005-03"}


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_rows_longer_than_the_headings_are_not_read_with_their_cells_shifted(
    matcher: Matcher, tmp_path: Path, sign: str
) -> None:
    lines = (
        HEAD
        + "Mérida,Sarasota,Estados Unidos,H,Acuerdo de amistad, comercio,2001,Cancelado\n"
        + "León,Laredo,Estados Unidos,H,a,2002,Cancelado,,\n"
        + "Tijuana,San Diego,Estados Unidos,H,b,2003\n"
    )
    found = read(matcher, written(tmp_path / "long.csv", lines.replace(",", sign)))
    (reason,) = found.reasons
    assert reason[0] == "2"
    assert "more cells (8) than headings (7); left over is 'Cancelado'" in reason[1]
    assert found.signed == {"a": "2002", "b": "2003"}


def test_a_file_whose_rows_are_all_longer_is_refused(matcher: Matcher, tmp_path: Path) -> None:
    """Some programs write the names of rows and no heading over them."""
    rows = "".join(f"{n},León,Laredo,Estados Unidos,H,t{n},2001,Vigente\n" for n in range(1, 5))
    with pytest.raises(InputError, match=r"4 of 4 rows .* more cells"):
        read(matcher, written(tmp_path / "r.csv", HEAD + rows), check=True)


def test_a_trailing_sign_or_a_column_without_heading_shifts_nothing(
    matcher: Matcher, tmp_path: Path
) -> None:
    lines = ["1,León,Laredo,Estados Unidos,H,a,2001,Vigente,", "2,Mérida,Sarasota,EUA,H,b,2002,,"]
    path = written(tmp_path / "p.csv", f",{HEAD.strip()},\n" + "\n".join(lines))
    found = read(matcher, path)
    assert found.signed == {"a": "2001", "b": "2002"}
    assert found.notes == ["column 1 has no heading and was not read; filled cells: 2"]


def test_what_stands_beside_a_table_of_a_sheet_is_told_not_refused(
    matcher: Matcher, tmp_path: Path
) -> None:
    book, sheet = workbook()
    sheet.append(["Municipio", "Contraparte", "País", "Tipo", "Título", "Fecha", "Estatus"])
    sheet.append(["León", "Laredo", "Estados Unidos", "H", "a", 2001, "Vigente", "ojo", "sí"])
    book.save(tmp_path / "s.xlsx")
    found = read(matcher, tmp_path / "s.xlsx")
    assert found.signed == {"a": "2001"}
    assert [note[:8] for note in found.notes] == ["column H", "column I"]


TWICE = "Municipio,Contraparte,País,{},Tipo,Título,Fecha\nLeón,Laredo,{},{},H,a,2001\n"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (TWICE.format("País", "México", "Estados Unidos"), "'País (2)'"),
        (TWICE.format("PAIS", "México", "Estados Unidos"), "'PAIS'"),
        (TWICE.format("País", "", "Estados Unidos"), "'País (2)'"),
    ],
)
def test_a_needed_heading_that_stands_twice_is_refused(
    matcher: Matcher, tmp_path: Path, text: str, hint: str
) -> None:
    with pytest.raises(InputError, match=r"stands twice .columns 3 and 4.") as caught:
        read(matcher, written(tmp_path / "t.csv", text))
    assert hint in str(caught.value.hint)


@pytest.mark.parametrize(
    ("heading", "cell", "reads"),
    [
        ("País", "Estados Unidos", ""),
        ("País", "", ""),
        ("País", "México", "ignore: [País (2)]"),
    ],
)
def test_a_heading_that_stands_twice_and_says_the_same_is_read(
    matcher: Matcher, tmp_path: Path, heading: str, cell: str, reads: str
) -> None:
    path = written(tmp_path / "t.csv", TWICE.format(heading, "Estados Unidos", cell))
    assert read(matcher, path, reads).signed == {"a": "2001"}


@pytest.mark.parametrize("name", ["Lar\ufffdo", "Mulhouse\ufffd"])
def test_a_party_that_lost_letters_is_no_new_government(
    matcher: Matcher, tmp_path: Path, name: str
) -> None:
    rows = f"León,{name},Estados Unidos,H,a,2001,\nLeón,Laredo,Estados Unidos,H,t\ufffdtulo,2002,\n"
    found = read(matcher, written(tmp_path / "f.csv", HEAD + rows))
    (reason,) = found.reasons
    assert "has lost letters" in reason[1]
    # A title is read as it is, and told.
    assert found.signed == {"t\ufffdtulo": "2002"}
    assert any("�" in note and "(2, 3)" in note for note in found.notes)
