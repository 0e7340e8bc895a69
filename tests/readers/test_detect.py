"""A file is read as what it is, whatever it is called, or refused with what it is."""

from __future__ import annotations

import gzip
import hashlib
import struct
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlwt

from grafo.errors import InputError
from grafo.language import set_language
from grafo.readers import Reading, read_rows, sha256_of
from grafo.readers.compound_file import wrapped
from tests.readers.made import ods, ods_row, ods_table, xlsx, zipped
from tests.readers.made import written as given
from tests.readers.outcomes import AUTO
from tests.readers.outcomes import refused as refusal

ONE_CELL = "<sheetData><row><c><v>1</v></c></row></sheetData>"


def refused(path: Path, reading: Reading = AUTO) -> str:
    found = refusal(path, reading)
    assert found.hint, "a refusal says what to do"
    return str(found)


@pytest.mark.parametrize("ending", ["xlsx", "csv", "xls", "ods", "json", "html", ""])
def test_every_kind_is_read_under_every_name(tmp_path: Path, ending: str) -> None:
    name = f"registro.{ending}" if ending else "registro"
    book = openpyxl.Workbook()
    book.worksheets[0].append(["a"])
    book.save(tmp_path / "made")
    old = xlwt.Workbook()
    old.add_sheet("A").write(0, 0, "a")
    old.save(str(tmp_path / "old"))
    ods(tmp_path / "open", ods_table(ods_row("a")))
    (tmp_path / "text").write_text("a\n")
    (tmp_path / "page").write_text("<html><table><tr><td>a</table>")
    for kind in ("made", "old", "open", "text", "page"):
        (tmp_path / kind).rename(tmp_path / name)
        assert [row.cells for row in read_rows(tmp_path / name)] == [("a",)]
    (tmp_path / name).write_text('[{"k": "a"}]')
    assert [row.cells for row in read_rows(tmp_path / name)] == [("k",), ("a",)]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "0 bytes"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\xff\xfe", "empty"),
        (b" \r\n\t\n", "empty"),
        (b",,,\n , ,\n", "no rows"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
        (gzip.compress(b"a,b\n"), "gzip"),
        (b"\x89PNG\r\n\x1a\n" + bytes(60), "PNG"),
        (b"\xff\xd8\xff\xe0" + bytes(60), "JPEG"),
        (b"SQLite format 3\0" + bytes(60), "SQLite"),
        (b"PAR1" + bytes(60), "Parquet"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(60), "7-Zip"),
        (b"Rar!\x1a\x07\x01\x00" + bytes(60), "RAR"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "web archive"),
        (bytes(range(32)) * 20, "neither text nor a workbook"),
        (b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook '
         b'xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "Excel 2003 XML"),
        (b'<?xml version="1.0"?><rss version="2.0"/>', "XML file (<rss>)"),
        (b"\x09\x04\x06\x00\x00\x00\x10\x00", "Excel 4"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_named(tmp_path: Path, data: bytes, what: str) -> None:
    assert what in refused(given(tmp_path / "registro.xlsx", data))


def test_a_protected_xlsx_says_so(tmp_path: Path) -> None:
    assert "password" in refused(given(tmp_path / "p.xlsx", wrapped(b"x", "EncryptedPackage")))


def test_a_protected_xls_says_so(tmp_path: Path) -> None:
    for kind in (b"\x00\x00", b"\x01\x00"):
        stream = struct.pack("<HHHHIII", 0x809, 16, 0x600, 5, 0, 0, 0)
        stream += struct.pack("<HH", 0x2F, 4) + kind + b"\0\0" + struct.pack("<HH", 0x0A, 0)
        assert "password" in refused(given(tmp_path / "p.xls", wrapped(stream, "Workbook")))


def test_a_protected_ods_says_so(tmp_path: Path) -> None:
    path = ods(tmp_path / "p.ods", "", manifest="<m:encryption-data/>")
    assert "password" in refused(path)


def test_a_protected_zip_says_so(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "z.xlsx", ONE_CELL)
    data = bytearray(path.read_bytes())
    place = data.rfind(b"PK\x01\x02")
    data[place + 8] |= 1
    assert "password" in refused(given(path, bytes(data)))


@pytest.mark.parametrize(
    ("parts", "what"),
    [
        ({"xl/workbook.bin": "x", "[Content_Types].xml": "x"}, ".xlsb"),
        ({"word/document.xml": "x", "[Content_Types].xml": "x"}, "Word"),
        ({"ppt/presentation.xml": "x"}, "PowerPoint"),
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, "OpenDocument text"),
        ({"registro.csv": "a,b\n", "LEEME.txt": "x"}, "'registro.csv'"),
        ({"[Content_Types].xml": "x"}, "without a workbook"),
        ({}, "holds nothing"),
    ],
)
def test_zip_archives_that_are_no_workbook_are_named(
    tmp_path: Path, parts: dict[str, str | bytes], what: str
) -> None:
    assert what in refused(zipped(tmp_path / "z.xlsx", parts))


@pytest.mark.parametrize(("stream", "what"), [("WordDocument", "Word"), ("Contents", "old Office")])
def test_old_office_files_that_are_no_workbook_are_named(
    tmp_path: Path, stream: str, what: str
) -> None:
    assert what in refused(given(tmp_path / "o.xls", wrapped(b"x" * 5_000, stream)))


def test_a_workbook_that_was_cut_short_is_said_to_be_damaged(tmp_path: Path) -> None:
    whole = xlsx(tmp_path / "w.xlsx", ONE_CELL).read_bytes()
    old = xlwt.Workbook()
    old.add_sheet("A").write(0, 0, "a" * 9_000)
    old.save(str(tmp_path / "o.xls"))
    for cut in (whole[:-30], whole[: len(whole) // 2], (tmp_path / "o.xls").read_bytes()[:2_000]):
        assert "damaged" in refused(given(tmp_path / "cut.xlsx", cut))


@pytest.mark.parametrize(
    ("declared", "really"), [("csv", "xlsx"), ("json", "xlsx"), ("html", "xlsx"), ("jsonl", "xlsx")]
)
def test_a_workbook_declared_as_text_is_refused(tmp_path: Path, declared: str, really: str) -> None:
    path = xlsx(tmp_path / "r.csv", ONE_CELL)
    said = refused(path, Reading(format=declared))  # type: ignore[arg-type]  # parametrized
    assert f"this is {really}, not {declared}" in said


def test_a_page_declared_as_csv_is_refused(tmp_path: Path) -> None:
    path = given(tmp_path / "r.csv", b"<!DOCTYPE html><html><body>Error 500</body></html>")
    assert "this is html, not csv" in refused(path, Reading(format="csv"))


def test_a_csv_declared_as_xlsx_is_refused_and_as_xls_is_read(tmp_path: Path) -> None:
    path = given(tmp_path / "r.xls", b"a,b\nc,d\n")
    assert "delimited text" in refused(path, Reading(format="xlsx"))
    assert len(list(read_rows(path, Reading(format="xls")))) == 2


def test_a_csv_is_not_taken_for_json_or_a_page(tmp_path: Path) -> None:
    for text in (b"[id],[name]\n1,2\n", b"<a>,b\n1,2\n", b"{id},x\n1,2\n"):
        path = given(tmp_path / "r.csv", text)
        assert len(list(read_rows(path, Reading(format="csv", delimiter=",")))) == 2


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.csv"
    with path.open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    assert "300 MiB" in refused(path)


def test_what_cannot_be_opened_is_an_input_error(tmp_path: Path) -> None:
    assert "no such file" in refused(tmp_path / "none.csv")
    assert "folder" in refused(tmp_path)


def test_an_error_calls_the_file_by_the_name_it_was_given(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_rows(given(tmp_path / "tmp1234", b""), name="registro.csv")
    assert caught.value.at is not None
    assert caught.value.at.file == "registro.csv"


def test_parts_that_are_twice_in_the_archive_are_refused(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "t.xlsx", ONE_CELL)
    with (
        zipfile.ZipFile(path, "a") as archive,
        pytest.warns(UserWarning, match="Duplicate"),
    ):
        archive.writestr("xl/workbook.xml", "other")
    assert "twice" in refused(path)


def test_a_refusal_speaks_the_language_in_use(tmp_path: Path) -> None:
    path = given(tmp_path / "p.xlsx", wrapped(b"x", "EncryptedPackage"))
    set_language("es")
    assert "protegido con contraseña" in refused(path)
    assert "documento PDF" in refused(given(path, b"%PDF-1.7"))


def test_the_sha256_is_that_of_the_bytes(tmp_path: Path) -> None:
    data = b"a,b\r\n" * 100_000
    assert sha256_of(given(tmp_path / "a.csv", data)) == hashlib.sha256(data).hexdigest()
