"""Delimited text is read cell by cell as it was written, or refused with its row."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grafo.errors import InputError, UsageError
from grafo.readers import Limits, Reading, read_rows
from tests.readers.made import written
from tests.readers.outcomes import cells, refused

_SETTINGS = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
# What Windows-1252 can write, without the controls that no file has.
_WESTERN = st.characters(codec="cp1252", exclude_categories=["Cc"])
_ANY = st.characters(exclude_categories=["Cs", "Cc", "Cn"])


def tables(letters: st.SearchStrategy[str]) -> st.SearchStrategy[list[list[str]]]:
    cell = st.text(st.one_of(letters, st.sampled_from(',;\t|" \n\r')), max_size=8)
    return st.integers(1, 5).flatmap(
        lambda width: st.lists(
            st.lists(cell, min_size=width, max_size=width), min_size=1, max_size=6
        )
    )


def not_blank(table: list[list[str]]) -> list[tuple[str, ...]]:
    return [tuple(row) for row in table if any(cell.strip() for cell in row)]


@_SETTINGS
@given(
    table=tables(_ANY),
    delimiter=st.sampled_from(",;\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_what_the_csv_module_writes_comes_back_unchanged(
    tmp_path: Path, table: list[list[str]], delimiter: str, encoding: str, line_end: str
) -> None:
    expected = not_blank(table)
    out = io.StringIO(newline="")
    # The module's writer quotes only the line end that it uses itself.
    if line_end == "\r\n":
        writer = csv.writer(out, delimiter=delimiter)
    else:
        writer = csv.writer(
            out, delimiter=delimiter, lineterminator=line_end, quoting=csv.QUOTE_ALL
        )
    writer.writerows(table)
    path = written(tmp_path / "t.csv", out.getvalue(), encoding)
    reading = Reading(format="csv", delimiter=delimiter, encoding=encoding)
    if expected and not out.getvalue().startswith("sep="):
        assert cells(path, reading) == expected


@_SETTINGS
@given(
    rows=st.lists(
        st.tuples(*[st.text(_WESTERN, max_size=12)] * 3).filter(lambda row: "".join(row).strip()),
        min_size=3,
        max_size=8,
    ),
    delimiter=st.sampled_from(",;\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_delimiter_and_encoding_are_found_under_a_header(
    tmp_path: Path, rows: list[tuple[str, ...]], delimiter: str, encoding: str
) -> None:
    table = [("Gobierno", "Contraparte", "País"), *rows]
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(table)
    path = written(tmp_path / "t.csv", out.getvalue(), encoding)
    assert cells(path) == table


@pytest.mark.parametrize("reading", [Reading(encoding="klingon"), Reading(encoding="base64"),
                                     Reading(delimiter=";;"), Reading(delimiter='"')])  # fmt: skip
def test_an_impossible_reading_is_a_usage_error(tmp_path: Path, reading: Reading) -> None:
    with pytest.raises(UsageError):
        read_rows(written(tmp_path / "a.csv", "a,b\n"), reading)


def test_nul_is_refused_with_its_row(tmp_path: Path) -> None:
    found = refused(written(tmp_path / "nul.csv", b"a,b\r\nc,d\r\ne\0,f\r\n"))
    assert found.at is not None
    assert found.at.row == 3
    assert "NUL" in found.message


def test_rows_are_numbered_by_the_line_they_start_on(tmp_path: Path) -> None:
    path = written(tmp_path / "n.csv", 'a,b\r\n\r\n"two\r\nlines",c\r\n , \r\nd,e')
    assert [(row.number, row.cells) for row in read_rows(path)] == [
        (1, ("a", "b")),
        (3, ("two\r\nlines", "c")),
        (6, ("d", "e")),
    ]


def test_rows_shorter_and_longer_than_the_header_are_yielded_as_they_are(tmp_path: Path) -> None:
    path = written(tmp_path / "w.csv", "a,b,c\n1\n1,2,3,4\n1,2,3\n")
    assert [len(row) for row in cells(path)] == [3, 1, 4, 3]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ('a,b\nc,d\n"e,f\ng,h\n', 3),
        ('a,b\n"c\nd",e\nf,"g\n' + "h,i\n" * 500, 4),
        ('a,b\n"Calle "Hidalgo", 5",x\nc,d\n', 2),
        ('a,b\n"c"d,e\n', 2),
        # A stray quote, and much later another one that closes it.
        ('a,b,c\n1,2,3\n4,"5,6\n' + "x,y,z\n" * 5 + '7,8",9\n', 3),
    ],
)
def test_a_quote_out_of_place_names_its_row_and_swallows_nothing(
    tmp_path: Path, text: str, row: int
) -> None:
    found = refused(written(tmp_path / "q.csv", text), Reading(delimiter=","))
    assert found.at is not None
    assert found.at.row == row
    assert found.hint


QUOTED = "No.,Ciudad,País\n" + '1,"Mérida, Yuc.",México\n2,León,"Perú"\n3,"",x\n' * 4
ONE_MORE = [QUOTED[:at] + '"' + QUOTED[at:] for at in range(len(QUOTED) + 1)]
ONE_LESS = [QUOTED[:at] + QUOTED[at + 1 :] for at, sign in enumerate(QUOTED) if sign == '"']


def test_no_stray_or_missing_quote_makes_a_row_vanish(tmp_path: Path) -> None:
    rows = len(cells(written(tmp_path / "q.csv", QUOTED)))
    outcomes = set()
    for text in (*ONE_MORE, *ONE_LESS):
        path = written(tmp_path / "q.csv", text)
        try:
            outcomes.add(len(cells(path, Reading(delimiter=","))))
        except InputError:
            outcomes.add(rows)
    assert outcomes == {rows}


def test_an_unclosed_quote_in_a_huge_file_ends_at_our_limit(tmp_path: Path) -> None:
    path = written(tmp_path / "big.csv", 'a,b\n"c,d\n' + "e,f\n" * 200_000)
    found = refused(path)
    assert found.at is not None
    assert found.at.row == 2


def test_quotes_inside_an_unquoted_cell_are_text(tmp_path: Path) -> None:
    path = written(tmp_path / "i.csv", 'a,b\nRío "Bravo" 5,x\n')
    assert cells(path)[1] == ('Río "Bravo" 5', "x")


def test_the_limit_of_a_cell_is_ours_and_the_csv_module_is_left_as_it_was(tmp_path: Path) -> None:
    before = csv.field_size_limit()
    long = "x" * 150_000
    path = written(tmp_path / "long.csv", f"a,b\nc,{long}\n")
    found = refused(path)
    assert found.at is not None
    assert found.at.row == 2
    assert "100,000" in found.message
    rows = list(read_rows(path, limits=Limits(max_cell_chars=200_000)))
    assert rows[1].cells == ("c", long)
    assert csv.field_size_limit() == before


@pytest.mark.parametrize(
    "text",
    [
        "Ciudad\nGuadalajara\nWashington, D.C.\nParís, Francia\n",
        "Ciudad\nGuadalajara\nLeón\n",
        "Nota\nPrimera; segunda\nTercera | cuarta\n",
        'Ciudad\n"Washington, D.C."\n',
    ],
)
def test_a_file_of_one_column_stays_one_column(tmp_path: Path, text: str) -> None:
    assert {len(row) for row in cells(written(tmp_path / "one.csv", text))} == {1}


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("Ciudad;Contraparte;Año\nGuadalajara, Jalisco;Portland, Oregon;1983\n", 3),
        ("a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5\n", 3),
        ("Registro de acuerdos\nal 5 de mayo\n\nNo.,Ciudad,País\n1,León,Perú\n2,Tula,Chile\n", 3),
        ("a|b|c\n1, 2|3, 4|5, 6\n", 3),
        ("No.\tTemas\n1\tsalud, agua; turismo\n2\tsalud\n", 2),
        ('a,b,c\n1,2,"x; y; z"\n1,2,"x; y"\n', 3),
        ("a,b,c\n", 3),
    ],
)
def test_the_delimiter_is_the_one_that_makes_columns(tmp_path: Path, text: str, width: int) -> None:
    assert len(cells(written(tmp_path / "d.csv", text))[-1]) == width


def test_spaces_before_quotes_do_not_hide_them(tmp_path: Path) -> None:
    path = written(tmp_path / "s.csv", 'a, b, c\n1, "x, y", z\n2, "u, v", w\n')
    assert cells(path)[1] == ("1", "x, y", "z")


@pytest.mark.parametrize("line", ["sep=;\r\n", '"sep=;"\n', "\ufeffSEP=;\n"])
def test_excels_sep_line_is_honoured_and_no_row(tmp_path: Path, line: str) -> None:
    path = written(tmp_path / "sep.csv", line + "a,1;b,2\nc,3;d,4\n")
    assert [(row.number, row.cells) for row in read_rows(path)] == [
        (2, ("a,1", "b,2")),
        (3, ("c,3", "d,4")),
    ]


def test_tsv_and_spelled_out_tabs_are_tabs(tmp_path: Path) -> None:
    path = written(tmp_path / "x.txt", "a,b\tc\n1\t2\n")
    assert cells(path, Reading(format="tsv"))[0] == ("a,b", "c")
    assert cells(path, Reading(delimiter="tab"))[0] == ("a,b", "c")


def test_too_many_columns_name_file_and_row(tmp_path: Path) -> None:
    wide = ",".join(["x"] * 2_000)
    found = refused(written(tmp_path / "wide.csv", f"a,b\n{wide}\n"), Reading(delimiter=","))
    assert found.at is not None
    assert (found.at.file, found.at.row) == ("wide.csv", 2)


def test_thousands_of_trailing_separators_are_no_columns(tmp_path: Path) -> None:
    path = written(tmp_path / "t.csv", "a,b" + "," * 16_000 + "\n1,2\n")
    assert len(cells(path)[0]) == Limits().max_columns


def test_too_many_rows_are_refused(tmp_path: Path) -> None:
    found = refused(written(tmp_path / "r.csv", "a,b\n" * 6), limits=Limits(max_rows=5))
    assert found.at is not None
    assert found.at.row == 6
