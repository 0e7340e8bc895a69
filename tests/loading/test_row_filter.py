"""Rows that are none of the register are left out, counted and named; none vanishes in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from grafo.errors import InputError
from tests.loading.reading import HEADINGS, TWO_SIDES, read

ROW = ["1", "Puebla", "Lyon", "Francia"]


@pytest.mark.parametrize(
    ("furniture", "note"),
    [
        (["ÁFRICA", "", "", ""], "sections"),
        (["II. MUNICIPIOS"] * 4, "sections"),
        (["", "TOTAL", "", "12"], "totals"),
        (["Total de acuerdos: 12", "", "", ""], "totals"),
        (["Gesamt", "12", "8", "3"], "totals"),
        (["Итого", "", "12", ""], "totals"),
        (["Fuente: Secretaría de Turismo", "", "", ""], "sources"),
        (["", "Source: own work", "", ""], "sources"),
        (["Quelle: Rathaus"] * 4, "sources"),
        (["* datos preliminares", "", "", ""], "sources"),
        (HEADINGS, "repeat the headings"),
    ],
)
def test_the_furniture_of_a_table_is_left_out_and_counted(
    tmp_path: Path, furniture: list[str], note: str
) -> None:
    found = read(tmp_path, [HEADINGS, ROW, furniture, ["2", "Mérida", "Turín", "Italia"]])
    assert (found.report.read, found.report.quarantined, found.report.left_out) == (2, 0, 1)
    (said,) = found.notes
    assert note in said
    assert said.endswith(": 1 (3)")


def test_a_table_may_begin_in_its_second_column(tmp_path: Path) -> None:
    rows = [["", *HEADINGS], ["", *ROW], ["", "ÁFRICA", "", "", ""]]
    assert read(tmp_path, rows).report.left_out == 1


@pytest.mark.parametrize(
    "data",
    [
        ["Total", "Totalán", "Lyon", "Francia"],
        ["", "Fuente Álamo", "Lyon", "Francia"],
        ["", "", "Lyon", ""],
        ["", "Puebla", "", "Francia"],
        ["3", "Puebla", "Puebla", "Puebla"],
    ],
)
def test_a_row_of_data_is_read_or_put_in_quarantine(tmp_path: Path, data: list[str]) -> None:
    found = read(tmp_path, [HEADINGS, ROW, data])
    assert (found.report.read, found.report.left_out) == (2, 0)


def test_where_one_column_makes_a_row_a_single_cell_is_a_row(tmp_path: Path) -> None:
    loader = 'columns:\n  parties: {heading: Partes, required: true, split: ";"}\n  kind: other\n'
    rows = [["Partes", "Firma"], ["Lyon; Turín", ""], ["Lyon", ""], ["Fuente: el archivo", ""]]
    found = read(tmp_path, rows, loader)
    assert (found.report.read, found.report.quarantined, found.report.left_out) == (2, 1, 1)


def test_only_and_skip_choose_rows(tmp_path: Path) -> None:
    rows = [
        [*HEADINGS, "Clase"],
        [*ROW, "Hermanamiento"],
        ["2", "Mérida", "Turín", "Italia", "HERMANAMIENTO"],
        ["3", "Mérida", "Quito", "Ecuador", "Carta"],
        ["4", "Zona Norte", "Quito", "Ecuador", "Hermanamiento"],
    ]
    chosen = 'only: {Clase: Hermanamiento}\nskip: {column: Gobierno, matches: "^zona "}\n'
    found = read(tmp_path, rows, TWO_SIDES + chosen)
    assert found.values("register_number") == ["1", "2"]
    assert (found.report.read, found.report.left_out) == (2, 2)
    assert [note.rpartition(": ")[2] for note in found.notes] == ["1 (4)", "1 (5)"]
    assert found.report.columns_unread == []
    several = read(tmp_path, rows, TWO_SIDES + "only: {Clase: [carta, Hermanamiento]}\n")
    assert several.report.read == 4


@pytest.mark.parametrize(
    ("chosen", "why"),
    [
        ("only: {Clas: x}\n", "'Clas' is missing"),
        ('skip: {column: Número, matches: "["}\n', "'skip.*no regular expression"),
        ("skip: {column: Número}\n", "skip.*matches"),
        ("only: Hermanamiento\n", "key 'only'"),
    ],
)
def test_a_choice_that_cannot_be_made_is_refused(tmp_path: Path, chosen: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        read(tmp_path, [HEADINGS, ROW], TWO_SIDES + chosen)


def test_a_mended_quarantine_file_has_no_furniture(tmp_path: Path) -> None:
    found = read(tmp_path, [HEADINGS, ROW, ["", "Puebla", "", "Francia"]])
    mended = tmp_path / "mended.csv"
    text = found.quarantine.read_text(encoding="utf-8-sig")
    mended.write_text(text.replace("Puebla,,Francia", "Total,,"), encoding="utf-8")
    again = read(tmp_path, mended)
    assert (again.report.read, again.report.quarantined) == (1, 1)
