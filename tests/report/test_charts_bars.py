"""Bars: lengths are the values, the diamond is on the same scale, nothing meets the label."""

from __future__ import annotations

import pytest

from grafo.report.charts import Bar, Caption, bars
from tests.report.parsed import SVG, boxes, parsed, words

CAPTION = Caption("states", "Acuerdos", about="Los primeros.")


def test_lengths_are_proportional_to_values() -> None:
    root = parsed(bars(CAPTION, [Bar("a", 268), Bar("b", 134), Bar("c", 0)], "es"))
    first, second, third = boxes(root, "one")
    assert first["width"] == pytest.approx(2 * second["width"], abs=0.02)
    assert third["width"] == 0
    assert first["x"] == second["x"] == third["x"]


def test_values_are_written_in_numbers_or_as_shares_and_said_in_the_description() -> None:
    counts = parsed(bars(CAPTION, [Bar("Jalisco", 1612)], "es"))
    assert words(counts)[-2:] == ["Jalisco", "1,612"]
    assert counts[1].text == "Los primeros. Jalisco: 1,612."
    shares = parsed(bars(CAPTION, [Bar("Jalisco", 0.166, mark=0.066)], "es", shares=True))
    assert "16.6 %" in words(shares)
    assert shares[1].text == "Los primeros. Jalisco: 16.6 % (6.6 %)."


def test_the_diamond_lies_where_its_value_would_end_a_bar() -> None:
    rows = [Bar("a", 10, mark=5), Bar("b", 5, mark=10)]
    root = parsed(bars(CAPTION, rows, "es", value_label="acuerdos", mark_label="población"))
    first, second = boxes(root, "one")
    tops = [
        float((polygon.get("points") or "").split(",")[0])
        for polygon in root.iterfind(f"{SVG}polygon")
        if polygon.find(f"{SVG}title") is not None
    ]
    assert tops[0] == pytest.approx(second["x"] + second["width"], abs=0.02)
    assert tops[1] == pytest.approx(first["x"] + first["width"], abs=0.02)


@pytest.mark.parametrize("mark", [0.0, 9.9, 10.0, 10.5, 11.0, 40.0])
def test_the_value_is_never_written_on_a_diamond(mark: float) -> None:
    root = parsed(bars(CAPTION, [Bar("a", 10, mark=mark), Bar("b", 40)], "es"))
    (polygon,) = root.iterfind(f"{SVG}polygon")
    place = float((polygon.get("points") or "").split(",")[0])
    (value,) = [e for e in root.iterfind(f"{SVG}text") if "".join(e.xpath("text()")) == "10"]
    start = float(value.get("x") or 0)
    assert place + 6 < start or place - 6 > start + 16


def test_bars_that_are_not_strong_are_pale() -> None:
    root = parsed(bars(CAPTION, [Bar("a", 2), Bar("b", 1, strong=False)], "es"))
    assert (len(boxes(root, "one")), len(boxes(root, "pale"))) == (1, 1)


def test_all_nothing_has_bars_without_length() -> None:
    root = parsed(bars(CAPTION, [Bar("a", 0, mark=0), Bar("b", 0)], "es"))
    assert [box["width"] for box in boxes(root, "one")] == [0, 0]


def test_a_thousand_bars_are_drawn() -> None:
    root = parsed(bars(CAPTION, [Bar(f"m{n}", n) for n in range(1000)], "es"))
    assert len(boxes(root, "one")) == 1000
    assert (root[1].text or "").endswith("…")
