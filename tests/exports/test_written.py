"""An export takes the place of what was there only when all of it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from grafo.errors import UsageError
from grafo.exports import Export, ExportOptions, ExportSource, write_export
from grafo.model import Bilingual
from tests.exports.given import Given

TITLE = Bilingual(es="de prueba", en="for tests")


def _file(_: ExportSource, output: Path, __: ExportOptions) -> None:
    output.write_text("new")


def _folder(_: ExportSource, output: Path, __: ExportOptions) -> None:
    (output / "one.csv").write_text("new")


def _failing(_: ExportSource, output: Path, __: ExportOptions) -> None:
    output.write_text("half")
    raise UsageError("no more")


FILE = Export("file", TITLE, ".txt", False, _file)
FOLDER = Export("folder", TITLE, "", True, _folder)
FAILING = Export("failing", TITLE, ".txt", False, _failing)


def _write(form: Export, output: Path) -> None:
    write_export(form, Given([]), output, ExportOptions())


def test_a_file_replaces_the_one_that_was_there(tmp_path: Path) -> None:
    output = tmp_path / "graph.txt"
    output.write_text("old")
    _write(FILE, output)
    assert output.read_text() == "new"
    assert list(tmp_path.iterdir()) == [output]


def test_a_folder_on_the_way_is_made(tmp_path: Path) -> None:
    _write(FILE, tmp_path / "a" / "b" / "graph.txt")
    assert (tmp_path / "a" / "b" / "graph.txt").read_text() == "new"


def test_when_writing_fails_the_file_that_was_there_stays(tmp_path: Path) -> None:
    output = tmp_path / "graph.txt"
    output.write_text("old")
    with pytest.raises(UsageError, match="no more"):
        _write(FAILING, output)
    assert output.read_text() == "old"
    assert list(tmp_path.iterdir()) == [output]


@pytest.mark.parametrize("exists", [False, True])
def test_a_folder_is_new_or_empty(tmp_path: Path, exists: bool) -> None:
    output = tmp_path / "tables"
    if exists:
        output.mkdir()
    _write(FOLDER, output)
    assert [path.name for path in output.iterdir()] == ["one.csv"]


def test_a_folder_with_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(UsageError, match="not empty"):
        _write(FOLDER, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_folder_is_no_place_for_a_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"is a folder, not a file"):
        _write(FILE, tmp_path)


@pytest.mark.parametrize("form", [FILE, FOLDER])
def test_a_path_that_cannot_be_is_a_message(tmp_path: Path, form: Export) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="could not write"):
        _write(form, tmp_path / "file" / "graph")


def test_a_file_where_a_folder_should_be_is_a_message(tmp_path: Path) -> None:
    (tmp_path / "tables").write_text("mine")
    with pytest.raises(UsageError):
        _write(FOLDER, tmp_path / "tables")
    assert (tmp_path / "tables").read_text() == "mine"
