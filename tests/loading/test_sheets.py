"""Sheets that are not read are told of; those that a loader names are read as one register."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import openpyxl
import pytest
import xlwt

from grafo.errors import InputError
from grafo.loading.catalogue import find_loader
from grafo.places import Matcher
from grafo.readers import tables_of
from tests.loading.reading_files import LOADER, read
from tests.readers.made import ods, ods_row, ods_table, workbook, written

Sheets = dict[str, list[list[str]]]
HEAD = ["Municipio", "Contraparte", "País", "Tipo", "Título", "Fecha"]
OTHER = ["Fecha", "Título", "Country", "Ciudad hermana", "Ciudad", "Tipo", "Observaciones"]
SHEETS: Sheets = {
    "2019": [HEAD, ["León", "Laredo", "Estados Unidos", "H", "a", "2001"]],
    "2020": [
        ["Relación de acuerdos"],
        OTHER,
        ["1998", "b", "EUA", "Sarasota", "Mérida", "H", "x"],
        ["2002", "c", "Narnia", "Otra", "Tijuana", "H", "y"],
    ],
    "Notas": [["Elaboró la dirección"], ["Sin más"]],
}


def _write(path: Path, sheets: Sheets) -> Path:
    if path.suffix == ".xlsx":
        book, _ = workbook(*sheets)
        for title, rows in sheets.items():
            for row in rows:
                book[title].append(row)
        book.save(path)
    elif path.suffix == ".xls":
        old = xlwt.Workbook()
        for title, rows in sheets.items():
            sheet = old.add_sheet(title)
            for index, row in enumerate(rows):
                for column, text in enumerate(row):
                    sheet.write(index, column, text)
        old.save(str(path))
    elif path.suffix == ".ods":
        tables = (ods_table(*(ods_row(*r) for r in rows), name=t) for t, rows in sheets.items())
        ods(path, "".join(tables))
    else:
        html = "".join(
            "<table>"
            + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
            + "</table>"
            for rows in sheets.values()
        )
        written(path, f"<html><body>{html}</body></html>")
    return path


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_sheets_that_are_not_read_are_named_with_their_rows(
    matcher: Matcher, tmp_path: Path, ending: str
) -> None:
    found = read(matcher, _write(tmp_path / f"s.{ending}", SHEETS))
    assert found.signed == {"a": "2001"}
    assert [("'2020'" in n, n.rpartition(": ")[2]) for n in found.notes] == [
        (True, "4"),
        (False, "2"),
    ]
    chosen = read(matcher, tmp_path / f"s.{ending}", 'reads: {sheet: "2020"}')
    assert chosen.signed == {"b": "1998"}
    assert ["'2019'" in note for note in chosen.notes] == [True, False]


def test_hidden_sheets_are_said_to_be_hidden_and_a_single_sheet_says_nothing(
    matcher: Matcher, tmp_path: Path
) -> None:
    path = _write(tmp_path / "h.xlsx", SHEETS)
    book = openpyxl.load_workbook(path)
    book["Notas"].sheet_state = "hidden"
    book.create_sheet("Vacía")
    book.save(path)
    notes = read(matcher, path).notes
    assert ["(hidden)" in note for note in notes] == [False, True]
    one = _write(tmp_path / "one.xlsx", {"2019": SHEETS["2019"]})
    assert not read(matcher, one).notes


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods", "html"])
@pytest.mark.parametrize("wanted", ["all", "[1, 2]"])
def test_several_sheets_are_one_register_whatever_their_columns(
    matcher: Matcher, tmp_path: Path, ending: str, wanted: str
) -> None:
    found = read(matcher, _write(tmp_path / f"s.{ending}", SHEETS), f"reads: {{sheets: {wanted}}}")
    assert found.signed == {"a": "2001", "b": "1998"}
    sheet = "2" if ending == "html" else "2020"
    assert [row for row, _ in found.reasons] == [f"{sheet}!4"]
    assert sorted(row for claim in found.claims for row in claim.rows) == [10_000_002, 20_000_003]
    assert found.prepared.report.columns_unread == ["Observaciones"]
    # Its row is kept under the headings of the first sheet, with what only the second has.
    (kept,) = found.quarantine
    found_in = [kept[heading] for heading in ("Contraparte", "Municipio", "Observaciones")]
    assert found_in == ["Otra", "Tijuana", "y"]


def test_a_mended_quarantine_file_of_several_sheets_loads(matcher: Matcher, tmp_path: Path) -> None:
    several = 'reads: {sheets: ["2019", "2020"]}'
    read(matcher, _write(tmp_path / "s.xlsx", SHEETS), several)
    kept = (tmp_path / "quarantine.csv").read_text(encoding="utf-8")
    mended = kept.replace("Otra,Narnia", "Lyon,Francia")
    assert mended != kept
    found = read(matcher, written(tmp_path / "mended.csv", mended), several)
    assert not found.reasons
    assert found.signed == {"c": "2002"}
    assert found.prepared.is_amendment


def test_the_order_of_the_sheets_changes_nothing_but_their_numbers(
    matcher: Matcher, tmp_path: Path
) -> None:
    seen = set()
    for number, order in enumerate(itertools.permutations(SHEETS)):
        path = _write(tmp_path / f"{number}.xlsx", {title: SHEETS[title] for title in order})
        found = read(matcher, path, "reads: {sheets: all}")
        claims = sorted(repr((c.group, c.properties, c.links)) for c in found.claims)
        seen.add(repr((claims, found.reasons, sorted(found.notes))))
    assert len(seen) == 1


def test_one_agreement_in_the_same_row_of_two_sheets_is_two_rows(
    matcher: Matcher, tmp_path: Path
) -> None:
    twice = {"A": SHEETS["2019"], "B": SHEETS["2019"]}
    found = read(matcher, _write(tmp_path / "t.xlsx", twice), "reads: {sheets: all}")
    (claim,) = found.claims
    assert claim.rows == [10_000_002, 20_000_002]
    assert found.prepared.report.read == 2


def test_a_named_sheet_must_be_there_and_have_the_headings(
    matcher: Matcher, tmp_path: Path
) -> None:
    path = _write(tmp_path / "s.xlsx", SHEETS)
    with pytest.raises(InputError, match="no sheet '2021' with data") as caught:
        read(matcher, path, 'reads: {sheets: ["2021"]}')
    assert "3 'Notas'" in str(caught.value.hint)
    with pytest.raises(InputError, match=r"s.xlsx \[Notas\]"):
        read(matcher, path, "reads: {sheets: [1, Notas]}")


def test_lists_of_a_json_file_are_read_alike(matcher: Matcher, tmp_path: Path) -> None:
    records = [dict(zip(HEAD, row, strict=True)) for row in SHEETS["2019"][1:]]
    path = written(tmp_path / "l.json", json.dumps({"uno": records, "dos": {"tres": records}}))
    assert [(table.title, table.rows) for table in tables_of(path)] == [("uno", 1), ("dos.tres", 1)]
    assert read(matcher, path, "reads: {sheets: all}").prepared.report.read == 2
    assert len(read(matcher, path, "reads: {sheet: uno}").notes) == 1


def test_a_loader_says_sheet_or_sheets(tmp_path: Path) -> None:
    spec = tmp_path / "list.yml"
    spec.write_text(LOADER % "reads: {sheet: 1, sheets: all}", encoding="utf-8")
    with pytest.raises(InputError, match=r"line 6, key 'reads'.*sheet or sheets"):
        find_loader(str(spec))
    spec.write_text(LOADER % "reads: {sheets: [], skip_hidden: quizá}", encoding="utf-8")
    with pytest.raises(InputError, match=r"reads.skip_hidden"):
        find_loader(str(spec))
