"""Text comes as it was meant: what programs put into it is undone, counted, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from grafo.notes import Notes
from grafo.readers import Cell, read_rows
from grafo.readers.cell_text import LOST, is_lost, mended
from tests.readers.made import workbook, written

ACUTE = "\N{COMBINING ACUTE ACCENT}"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Ju&aacute;rez", "Juárez"),
        ("Johnson &amp; Johnson", "Johnson & Johnson"),
        ("&amp;Aacute;lamos", "Álamos"),
        ("S&#227;o Tom&#xE9;", "São Tomé"),
        ("MÃ©xico", "México"),
        ("MÃƒÂ©xico", "México"),
        ("CancÃºn y QuerÃ©taro", "Cancún y Querétaro"),
        ("GdaÅ„sk", "Gdańsk"),
        ("Ð\x9cÐ¾Ñ\x81ÐºÐ²Ð°", "Москва"),
        ("â€œCiudadâ€\x9d", "“Ciudad”"),
        ("Le\u200bón", "León"),
        ("\ufeffLeón", "León"),
        ("Guada\u00adlajara", "Guadalajara"),
        ("\u200eתל אביב\u200f", "תל אביב"),
        ("Ciudad\u00a0Juárez", "Ciudad Juárez"),
        ("Jos_x00E9_", "José"),
        ("uno_x000D_", "uno\n"),
        ("a_x005F_b", "a_b"),
    ],
)
def test_what_programs_put_in_is_undone(text: str, meant: str) -> None:
    found = mended(text)
    assert found.cell == meant
    assert found.done


@pytest.mark.parametrize(
    "text",
    [
        "São Paulo", "SÃO JOÃO", "IRMÃ", "IRMÃ DULCE", "GRÃ-BRETANHA", "AÇÃO À DISTÂNCIA",
        "Côte d’Ivoire", "“Ciudad”", "Nîmes – Orléans", "Ângela", "Â", "Ã",
        "Łódź", "Győr", "Hódmezővásárhely", "Plzeň", "Čačak", "Iași", "Şanlıurfa", "İzmir",
        "Århus", "Tromsø", "Reykjavík", "Þingeyri", "Õismäe", "Jēkabpils", "Šiauliai",
        "Đà Nẵng", "Thành phố Hồ Chí Minh", "Αθήνα", "Москва", "Київ", "Ереван", "თბილისი",
        "תל אביב", "القاهرة", "می‌خواهم", "दिल्ली", "क्‍ष", "กรุงเทพ", "北京市", "東京都", "서울",
        "Rufā‘a", "As Sibā‘īyah", "'s-Hertogenbosch", "Zürich—Genève", "€ 100", "AT&T; R&D",
        "C&A", "snake_x_case", f"Leo{ACUTE}n",
    ],
)  # fmt: skip
def test_text_that_is_right_is_left_alone(text: str) -> None:
    assert mended(text).cell == text
    assert not mended(text).done


@pytest.mark.parametrize("text", ["Lyo\ufffdn", "Ro\ud800me", "ï¿½vora", "ÐœÐ¾ÑÐºÐ²Ð°"])
def test_lost_letters_are_told_and_never_invented(text: str) -> None:
    found = mended(text)
    assert isinstance(found.cell, str)
    assert is_lost(found.cell)
    assert found.done
    found.cell.encode()


def _read(path: Path) -> tuple[list[tuple[Cell, ...]], list[str]]:
    notes = Notes()
    rows = [row.cells for row in read_rows(path, notes=notes)]
    return rows, [str(note) for note in notes.listed()]


def test_every_treatment_is_counted_with_its_rows(tmp_path: Path) -> None:
    text = "Ciudad|Pa\u00adís\nM&eacute;rida|MÃ©xico\nPanamÃ¡|Panam&aacute;\nLeón|México\n"
    rows, notes = _read(written(tmp_path / "t.csv", text))
    assert rows == [
        ("Ciudad", "País"), ("Mérida", "México"), ("Panamá", "Panamá"), ("León", "México"),
    ]  # fmt: skip
    assert sorted(note.rpartition(":")[2] for note in notes) == [" 1 (1)", " 2 (2, 3)", " 2 (2, 3)"]


def test_without_a_word_nothing_is_repaired(tmp_path: Path) -> None:
    path = written(tmp_path / "t.csv", "Ciudad\nMÃ©xico\n")
    assert [row.cells for row in read_rows(path)] == [("Ciudad",), ("MÃ©xico",)]


def test_workbooks_and_json_are_mended_too(tmp_path: Path) -> None:
    book, sheet = workbook()
    sheet.append(["Ju&aacute;rez", "MÃ©xico"])
    book.save(tmp_path / "t.xlsx")
    assert _read(tmp_path / "t.xlsx")[0] == [("Juárez", "México")]
    path = written(tmp_path / "t.json", json.dumps([{"a": "Ro\ud800me", "x\ud800": "MÃ©xico"}]))
    assert _read(path)[0] == [("a", f"x{LOST}"), (f"Ro{LOST}me", "México")]


def test_rows_encoded_otherwise_than_their_file_are_repaired(tmp_path: Path) -> None:
    """A few rows in UTF-8, pasted into a file that is Windows-1252."""
    rows = ["Ciudad,País".encode("cp1252"), *["León,España".encode("cp1252")] * 60]
    rows.append("Mérida,México".encode())
    found, notes = _read(written(tmp_path / "m.csv", b"\n".join(rows)))
    assert found[-1] == ("Mérida", "México")
    assert found[1] == ("León", "España")
    assert any("(62" in note for note in notes)


@pytest.mark.parametrize(
    "text", ['"a", "b"\n"c", "d"\n', 'a, "b"\nc, "d"\n', '"a", "b"\n"c", "d, e"\n']
)
def test_a_space_before_a_quote_does_not_keep_the_quotes(tmp_path: Path, text: str) -> None:
    rows, _ = _read(written(tmp_path / "q.csv", text))
    assert rows[0] == ("a", "b")
    assert rows[1][1] in {"d", "d, e"}


def test_quotes_inside_of_text_stay(tmp_path: Path) -> None:
    rows, _ = _read(written(tmp_path / "q.csv", 'a, b\nc, "d" e\nf, g\n'))
    assert rows[1] == ("c", ' "d" e')


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Trier<sup>2</sup>", "Trier"),
        ("1999<sup>2</sup>", "1999"),
        ("1999<sup>a</sup>", "1999"),
        ("Metz<sup><a href='#n'>[3]</a></sup>", "Metz"),
        ("Metz<sup>[nota 4]</sup>", "Metz"),
        ("Metz<sup>*</sup>, Lorraine", "Metz, Lorraine"),
        ("Metz <sup>1, 2</sup>", "Metz"),
        ("Brno<span style='vertical-align: super'>1)</span>", "Brno"),
        ("<sup>1</sup> Łódź", "Łódź"),
        ("Łódź<sub>2</sub>", "Łódź"),
    ],
)
def test_raised_marks_of_a_page_are_left_out_and_counted(
    tmp_path: Path, cell: str, expected: str
) -> None:
    path = written(tmp_path / "f.html", f"<table><tr><th>a<th>b<tr><td>{cell}<td>x</table>")
    rows, notes = _read(path)
    assert rows[1] == (expected, "x")
    assert [note.rpartition(":")[2] for note in notes] == [" 1 (2)"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("N<sup>o</sup> 5", "No 5"),
        ("1<sup>er</sup> mai", "1er mai"),
        ("XX<sup>e</sup> siècle", "XXe siècle"),
        ("3<sup>a</sup> Região", "3a Região"),
        ("10 km<sup>2</sup>", "10 km2"),
        ("CO<sub>2</sub>", "CO2"),
        ("<sup>2</sup>", "2"),
        ("Lyon<sup>Rhône</sup>", "LyonRhône"),
    ],
)
def test_raised_signs_that_belong_to_a_word_stay(tmp_path: Path, cell: str, expected: str) -> None:
    path = written(tmp_path / "f.html", f"<table><tr><th>a<th>b<tr><td>{cell}<td>x</table>")
    assert _read(path) == ([("a", "b"), (expected, "x")], [])


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Trier²", "Trier"), ("Łódź¹,³", "Łódź"), ("Αθήνα†", "Αθήνα"), ("León ‡", "León"),
        ("Lyon¹⁰", "Lyon"), ("Metz¹; Trier²", "Metz; Trier"),
    ],
)  # fmt: skip
def test_footnote_marks_behind_a_word_are_left_out(text: str, meant: str) -> None:
    found = mended(text)
    assert found.cell == meant
    assert found.done


@pytest.mark.parametrize("text", ["12 km²", "5 m³", "1999²", "x²y", "H²O", "† 1999"])
def test_raised_digits_that_are_no_footnote_stay(text: str) -> None:
    assert mended(text).cell == text


def test_a_row_with_a_cell_too_few_is_told(tmp_path: Path) -> None:
    text = "Registro de 2020\nCiudad,País,Año\nLyon,Francia,1999\nTula,2001\nRoma,Italia,2003\n"
    notes = _read(written(tmp_path / "s.csv", text + "Fuente\n"))[1]
    assert [note.rpartition(":")[2] for note in notes] == [" 1 (4)"]


@pytest.mark.parametrize(
    "text",
    [
        "Ciudad,País,Nota\nLyon,Francia\nRoma,Italia\nTula,México\n",
        "Ciudad,País,Nota\nLyon,Francia\nRoma,Italia,x\nTula,México\n",
        "Ciudad,País\nLyon,Francia\nRoma,Italia\n",
    ],
)
def test_a_file_without_its_blank_cells_at_the_end_is_not_told_of(
    tmp_path: Path, text: str
) -> None:
    assert _read(written(tmp_path / "s.csv", text))[1] == []
