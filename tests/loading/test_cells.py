"""Cells: what is empty, what is an error, and where a second heading helps out."""

from __future__ import annotations

from pathlib import Path

import pytest

from grafo.errors import InputError
from grafo.loading.cells import Problem, date_of, text_of, value_of
from grafo.loading.columns import Column
from grafo.loading.headings import BoundColumn
from grafo.readers import Cell, Row
from grafo.readers.rows import CellError, PartialDate
from tests.loading.reading import TWO_SIDES, column, read


def test_marks_of_nothing_in_a_date_column_are_counted_and_break_nothing(tmp_path: Path) -> None:
    found = read(tmp_path, column("Firma", "NA", "NA", "0", "-", "", "9999-12-31", "1999"))
    assert found.values("signed") == [None] * 6 + ["1999"]
    assert found.report.quarantined == 0
    assert found.notes == [
        "cells of 'Firma' that say “NA”, read as no date: 2 (2, 3)",
        "cells of 'Firma' that say “0”, read as no date: 1 (4)",
        "cells of 'Firma' that say “9999-12-31”, read as no date: 1 (7)",
    ]


def test_na_stays_namibia_in_a_column_of_countries(tmp_path: Path) -> None:
    rows = [["Gobierno", "Contraparte", "País", "Firma"], ["Puebla", "Windhoek", "NA", "NA"]]
    assert "na-windhoek" in read(tmp_path, rows).parties()[0]


def test_an_end_that_is_indefinite_is_a_validity(tmp_path: Path) -> None:
    found = read(tmp_path, column("Término", "Indefinida", "Permanente", "2010", "luego"))
    assert found.values("ends") == [None, None, "2010"]
    assert found.values("validity") == ["Indefinida", "Permanente", None]
    assert found.report.quarantined == 1


def test_what_a_loader_lists_as_empty_is_empty(tmp_path: Path) -> None:
    loader = TWO_SIDES.replace("{heading: Título}", "{heading: Título, empty: [Ninguno]}")
    rows = column("Título", "Ninguno", "por confirmar", "Pacto")
    found = read(tmp_path, rows, loader + "empty: [Por confirmar]\n")
    assert found.values("title") == [None, None, "Pacto"]
    assert "cells of 'Título' that say “Ninguno”, empty by the loader file: 1 (2)" in found.notes


def test_a_second_heading_stands_in_for_an_empty_cell(tmp_path: Path) -> None:
    loader = TWO_SIDES.replace(
        "heading: Contraparte,", "heading: City, fallback: {heading: [Municipality, Estado]},"
    )
    rows = [
        ["Gobierno", "City", "País", "Municipality"],
        ["Puebla", "Lyon", "Francia", "Ródano"],
        ["Mérida", "", "Francia", "Var"],
        ["León", "-", "Francia", "Gard"],
    ]
    found = read(tmp_path, rows, loader)
    assert [sorted(parties)[0] for parties in found.parties()] == ["fr-lyon", "fr-var", "fr-gard"]
    assert found.report.columns_unread == []
    # Without the first heading the second is read; without both the file is refused.
    without = [[row[0], row[2], row[3]] for row in rows[2:]]
    found = read(tmp_path, [["Gobierno", "País", "Municipality"], *without], loader)
    assert [sorted(parties)[0] for parties in found.parties()] == ["fr-var", "fr-gard"]
    with pytest.raises(InputError, match="'City' or 'Municipality' or 'Estado'"):
        read(tmp_path, [["Gobierno", "País"], ["Puebla", "Francia"]], loader)


def _bound(**spec: object) -> BoundColumn:
    return BoundColumn(Column(heading=["Fecha"], **spec), 0, "Fecha")  # type: ignore[arg-type]


@pytest.mark.parametrize("cell", ["#N/A", "#REF!", "#¡VALOR!", CellError("#N/A", "shows #N/A")])
def test_an_error_cell_is_no_empty_cell(cell: Cell) -> None:
    row = Row(7, (cell,))
    for read_cell in (value_of, date_of):
        with pytest.raises(Problem) as refused:
            read_cell(row, _bound())
        assert "#" in refused.value.reason
    assert text_of(CellError("#N/A", "")) == "#N/A"


def test_an_error_cell_that_nobody_reads_does_not_matter(tmp_path: Path) -> None:
    found = read(tmp_path, column("Observaciones", "#N/A", "#REF!"))
    assert found.report.quarantined == 0


def test_a_cell_that_shows_only_a_month_is_partial() -> None:
    assert date_of(Row(2, (PartialDate("2005-03"),)), _bound(date="dd/mm/yyyy")) == "2005-03"
    assert text_of(PartialDate("2005")) == "2005"
