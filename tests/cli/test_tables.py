"""Tables for a person: no broken word, no lost column without a word on it."""

from __future__ import annotations

import pytest

from grafo.cli.output import write_rows
from grafo.language import set_language

_HEADINGS = {"id": "key", "name": "name", "level": "level", "share": "share", "why": "why"}
_REASON = "it has more counterparts than anyone else in the whole network, 119 in 32 countries"


@pytest.fixture(autouse=True)
def _english() -> None:
    set_language("en")


def _printed(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    width: int,
    columns: list[str],
    *rows: tuple[object, ...],
) -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    write_rows(columns, rows, "table", headings=_HEADINGS)
    return capsys.readouterr().out


def test_every_line_fits_the_terminal_and_no_word_is_broken(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    columns = ["id", "name", *(f"measure_{i}" for i in range(20))]
    row = ("mx-14", "Guadalajara metropolitana", *(1234.5 * i for i in range(20)))
    text = _printed(capsys, monkeypatch, 80, columns, row)
    table, _, rest = text.partition("└")
    assert max(map(len, table.splitlines())) <= 80
    assert "metropolitana" in table
    assert "mx-14" not in table  # the key goes first
    left_out = [f"measure_{i}" for i in range(20) if f"measure_{i}" not in table]
    assert left_out
    assert all(name in rest for name in ["key", *left_out])
    assert "--format csv" in rest


def test_a_sentence_stands_below_under_the_name_of_its_row(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    row = ("mx-14", "Jalisco", "state", _REASON)
    text = _printed(capsys, monkeypatch, 100, ["id", "name", "level", "why"], row)
    assert f"  Jalisco: {_REASON}" in text
    assert "mx-14" in text


def test_a_pipe_gets_every_column_on_one_line_a_row(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    columns = [f"column_{i}" for i in range(60)]
    write_rows(columns, [tuple(range(60))], "table")
    text = capsys.readouterr().out
    assert all(column in text for column in columns)
    assert len(text.splitlines()) == 5


def test_a_person_reads_one_language_and_names_in_place_of_codes(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    columns = ["country", "country_name_es", "country_name_en", "level"]
    text = _printed(capsys, monkeypatch, 100, columns, ("DE", "Alemania", "Germany", "city"))
    assert "Germany" in text
    assert "Alemania" not in text
    assert "DE" not in text


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ((4005.0, 28148.25), ("4,005", "28,148")),
        ((0.04, 0.0213), ("0.040", "0.021")),
        ((12.3, 1.0), ("12.3", "1.0")),
        ((0.5, 0.0), ("0.50", "0.00")),
        ((float("inf"), 0.0), ("—", "0.00")),
    ],
)
def test_a_column_has_the_decimals_that_tell_its_numbers_apart(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    values: tuple[float, ...],
    shown: tuple[str, ...],
) -> None:
    text = _printed(capsys, monkeypatch, 100, ["name", "value"], *(("x", v) for v in values))
    assert all(f" {each} │" in text for each in shown)


def test_shares_are_percentages_and_years_have_no_separator(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = _printed(capsys, monkeypatch, 100, ["year", "share_us"], (1992, 0.4251))
    assert "1992" in text
    assert "42.5 %" in text


def test_control_signs_do_not_reach_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = _printed(capsys, monkeypatch, 100, ["name"], ("\x1b[31mred\x07",))
    assert "\x1b[31m" not in text
    assert "\x07" not in text
