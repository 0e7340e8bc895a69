"""A file that was damaged on its way gives rows or an error, and never a traceback."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlwt

from grafo.errors import GrafoError
from grafo.readers import read_rows
from tests.adversarial.hostile import noise_of
from tests.readers.made import ods, ods_row, ods_table


def _whole_files(folder: Path) -> dict[str, bytes]:
    """Return a small good file of every kind."""
    book = openpyxl.Workbook()
    old = xlwt.Workbook()
    sheet = old.add_sheet("Registro")
    for number in range(20):
        book.worksheets[0].append([number, f"Ciudad {number}", "Perú"])
        for column, value in enumerate((number, f"Ciudad {number}", "Perú")):
            sheet.write(number, column, value)
    book.worksheets[0].merge_cells("C3:C9")
    book.save(folder / "a.xlsx")
    old.save(str(folder / "a.xls"))
    ods(folder / "a.ods", ods_table(*[ods_row("Mérida", "Perú")] * 20))
    (folder / "a.csv").write_text('No.,Ciudad\n1,"Mérida, Yuc."\n' * 20, encoding="utf-8")
    (folder / "a.json").write_text('[{"a": {"b": "Mérida"}, "c": [1, 2]}, {"d": null}]')
    (folder / "a.html").write_text("<html><table><tr><td rowspan=2>á<td>b<tr><td>c</table>" * 9)
    (folder / "a.utf16.csv").write_text("Ciudad;País\nMérida;Perú\n" * 9, encoding="utf-16")
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def _mutated(data: bytes, noise: random.Random) -> bytes:
    changed = bytearray(data)
    kind = noise.randrange(4)
    if kind == 0:
        for _ in range(noise.randrange(1, 6)):
            changed[noise.randrange(len(changed))] ^= 1 << noise.randrange(8)
    elif kind == 1:
        del changed[noise.randrange(len(changed)) :]
    elif kind == 2:
        place = noise.randrange(len(changed))
        changed[place:place] = noise.choice([b'"', b"\0", b"\xff\xff", b"<", b"PK\x05\x06", b"\r"])
    else:
        start = noise.randrange(len(changed))
        del changed[start : start + noise.randrange(1, 64)]
    return bytes(changed)


def _repacked(data: bytes, noise: random.Random) -> bytes:
    """Change one part inside a zipped workbook, and leave the archive itself whole."""
    source, target = Path("source.zip"), Path("target.zip")
    source.write_bytes(data)
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        names = old.namelist()
        chosen = noise.choice(names)
        for name in names:
            part = old.read(name)
            new.writestr(name, _mutated(part, noise) if name == chosen and part else part)
    return target.read_bytes()


@pytest.mark.parametrize("seed", range(6))
def test_a_damaged_file_gives_rows_or_an_error_and_never_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    noise = noise_of(seed)
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "whole"
    folder.mkdir()
    for name, data in _whole_files(folder).items():
        for turn in range(30):
            inside = name.endswith((".xlsx", ".ods")) and turn % 2
            changed = _repacked(data, noise) if inside else _mutated(data, noise)
            path = tmp_path / name
            path.write_bytes(changed)
            try:
                for row in read_rows(path):
                    assert row.number >= 0
            except GrafoError as error:
                assert name in str(error)
