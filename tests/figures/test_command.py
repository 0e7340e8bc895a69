"""`grafo figures` as a person and as a program read it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from grafo.cli.command_figures import figures
from grafo.settings import Settings
from grafo.store import open_store
from tests.figures.graphs import STATES, Signed, write

# Of all Mexico: twelve states, four with a municipality, two thirds of it twinnings.
REGISTER = [
    Signed((f"{state}001" if number < 4 else state, "us-austin"), kind, "2001-05")
    for number, state in enumerate(STATES[:12])
    for kind in ("twinning", "twinning", "specific-cooperation")
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a graph of made-up agreements."""
    folder = tmp_path_factory.mktemp("desk")
    with open_store(Settings(home=folder)) as store:
        write(store, REGISTER, synthetic=True)
    return folder


@pytest.fixture(params=["es", "en"])
def lang(request: pytest.FixtureRequest, home: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The language of who asks, with that graph at hand."""
    chosen: str = request.param
    monkeypatch.setenv("GRAFO_HOME", str(home))
    monkeypatch.setenv("GRAFO_LANG", chosen)
    return chosen


@pytest.mark.parametrize("lang", ["es"], indirect=True)
def test_a_program_reads_every_figure_with_what_it_was_counted_from(
    lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    figures("json")
    found = {record["id"]: record for record in json.loads(capsys.readouterr().out)}
    assert len(found) == 12
    for record in found.values():
        assert {"claim", "article", "value", "numerator", "denominator", "query", "holds"} <= set(
            record
        )
        assert record["holds"] in (True, False, None)
        assert (record["value"] is None) is (record["holds"] is None)
    state = found["state-level"]
    assert (state["article"], state["numerator"], state["denominator"]) == (63, 24, 36)
    assert state["value"] == pytest.approx(200 / 3)
    assert state["holds"] is False
    assert state["synthetic"] is True
    assert (state["query"], state["parameters"]) == ("share_by_level", {})
    assert found["twinnings-united-states"]["parameters"] == {"country": "US", "kind": "twinning"}
    assert found["legal-basis"]["holds"] is True
    assert found["top-six-municipalities"]["holds"] is None
    assert state["claim"] == "Parte de los acuerdos que firmó un gobierno estatal"
    assert lang == "es"


@pytest.mark.parametrize("lang", ["en"], indirect=True)
def test_a_spreadsheet_gets_one_row_a_figure(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    figures("csv")
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    holds = {row["id"]: row["holds"] for row in rows}
    assert len(rows) == 12
    assert (holds["legal-basis"], holds["state-level"], holds["representations"]) == (
        "true",
        "false",
        "",
    )
    assert {row["synthetic"] for row in rows if row["id"] != "representations"} == {"true"}
    us = next(row for row in rows if row["id"] == "twinnings-united-states")
    assert us["parameters"] == "country=US; kind=twinning"
    assert (us["counted"], lang) == ("twinnings", "en")


def test_a_person_reads_what_holds_what_does_not_and_why(
    lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    figures("table")
    shown = capsys.readouterr().out
    lines = shown.splitlines()
    assert max(map(len, lines)) <= 80  # the width where there is no terminal
    words = {
        "es": (
            "DATOS SINTÉTICOS",
            "24 de 36 acuerdos",
            "más de 1,600",
            "no se puede",
            "Da 66.67 %",
        ),
        "en": ("SYNTHETIC DATA", "24 of 36 agreements", "more than 1,600", "cannot be", "66.67 %"),
    }
    for text in words[lang]:
        assert text in shown
    assert "1,992" not in shown
    # Every reason stands once below the table, under the number that the rows give it.
    below = shown[shown.index("└") :]
    marks = [f"[{number}]" for number in range(1, 6)]
    assert [mark for mark in marks if f"\n{mark} " in below] == marks[: below.count("\n[")]
    assert below.count("\n[") >= 3
    assert "grafo query run" in below
