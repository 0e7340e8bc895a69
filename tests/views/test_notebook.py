"""The notebook of the documentation runs from first to last and holds nothing of a machine."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from build_notebook import CLOSING, NOTE, NOTEBOOK, OPENING, PARTNERS, build  # noqa: E402

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built() -> str:
    """The notebook, executed in a kernel of its own."""
    return build()


def test_every_cell_answers(built: str) -> None:
    notebook = nbformat.reads(built, as_version=4)
    nbformat.validate(notebook)
    assert len(notebook.cells) == len((*OPENING, *PARTNERS, *CLOSING))
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    assert not [output for output in outputs if output.output_type == "error"]
    said = "".join(output.get("text", "") for output in outputs)
    assert "Guadalajara" in said
    assert "Baja California Sur" in said
    assert "A quién acercarse primero" in said
    assert NOTE in json.dumps(outputs, ensure_ascii=False)


def test_it_stays_small_and_names_no_folder(built: str) -> None:
    assert len(built) < 100_000
    assert "/tmp" not in built  # noqa: S108 - what must not be there
    assert str(ROOT) not in built
    assert "<script" not in built


def test_the_committed_notebook_is_what_its_cells_give(built: str) -> None:
    assert NOTEBOOK.read_text(encoding="utf-8") == built
