"""The encoding is decided over the whole file, and nothing is ever replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from grafo.readers import Reading, read_rows
from tests.readers.made import written
from tests.readers.outcomes import cells, refused


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "utf-8", "utf-8-sig", "utf-16",
                                      "utf-16-le", "utf-16-be", "utf-32"])  # fmt: skip
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_spanish_registers_are_read_in_every_common_encoding(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    table = [("Municipio", "País"), ("Cancún", "España"), ("Mérida", "Perú, «sí»")]
    text = "\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in table)
    assert cells(written(tmp_path / "r.csv", text, encoding)) == table


def test_a_file_that_is_utf8_but_for_one_late_byte_is_refused_with_its_line(tmp_path: Path) -> None:
    good = "Mérida,Perú\n" * 100_000
    path = written(tmp_path / "late.csv", good.encode() + "Cancún,x\n".encode("cp1252"))
    found = refused(path)
    assert found.at is not None
    assert found.at.row == 100_001
    assert "0xFA" in found.message


def test_ascii_with_one_late_windows_1252_byte_is_windows_1252(tmp_path: Path) -> None:
    path = written(tmp_path / "l.csv", b"a,b\n" * 400_000 + "Cancún,x\n".encode("cp1252"))
    assert list(read_rows(path))[-1].cells == ("Cancún", "x")


@pytest.mark.parametrize(("encoding", "said"), [("cp850", "cp850"), ("mac_roman", "mac_roman")])
def test_dos_and_macintosh_accents_are_refused_with_the_encoding_to_say(
    tmp_path: Path, encoding: str, said: str
) -> None:
    text = "Ciudad,País\nMérida,Perú\nCancún,España\nLeón,México\nQuerétaro,Panamá\n"
    path = written(tmp_path / "old.csv", text, encoding)
    assert said in str(refused(path))
    assert cells(path, Reading(encoding=encoding))[1] == ("Mérida", "Perú")


def test_greek_bytes_are_not_taken_for_western_letters(tmp_path: Path) -> None:
    text = "Σύμη,Λήψη\nΛήψη,Σύμη\n"
    path = written(tmp_path / "greek.csv", text, "cp1253")
    assert "another script" in refused(path).message
    assert cells(path, Reading(encoding="cp1253"))[1] == ("Λήψη", "Σύμη")


def test_a_declared_encoding_that_does_not_hold_is_refused_with_its_line(tmp_path: Path) -> None:
    path = written(tmp_path / "d.csv", "a,b\nc,d\r\nMérida,x\n", "cp1252")
    found = refused(path, Reading(encoding="utf-8"))
    assert found.at is not None
    assert found.at.row == 3
