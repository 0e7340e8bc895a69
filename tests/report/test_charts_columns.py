"""Columns: heights are the values, stacked without gaps; the band covers its years."""

from __future__ import annotations

import pytest

from grafo.report.charts import Band, Caption, Series, columns_by_year, share_columns
from tests.report.parsed import boxes, parsed, words

CAPTION = Caption("years", "Por año")
YEARS = list(range(1992, 2022))


def test_heights_are_proportional_and_parts_stand_upon_each_other() -> None:
    series = [Series("hermanamiento", [10, 20]), Series("específica", [30, 0])]
    root = parsed(columns_by_year(CAPTION, [2001, 2002], series, "es"))
    low, other = boxes(root, "one")
    (high,) = boxes(root, "two")
    assert other["height"] == pytest.approx(2 * low["height"], abs=0.02)
    assert high["height"] == pytest.approx(3 * low["height"], abs=0.03)
    assert high["y"] + high["height"] == pytest.approx(low["y"], abs=0.02)
    assert high["x"] == low["x"] and other["x"] > low["x"]


def test_the_highest_column_is_named_with_its_year_and_value() -> None:
    root = parsed(columns_by_year(CAPTION, YEARS, [Series("x", list(range(30)))], "es"))
    assert "máximo: 29 (2021)" in words(root)
    english = parsed(columns_by_year(CAPTION, [2001], [Series("x", [1])], "en"))
    assert "peak: 1 (2001)" in words(english)


def test_the_band_covers_its_years_as_far_as_there_are_columns() -> None:
    band = Band(2020, 2022, "Pandemia")
    root = parsed(columns_by_year(CAPTION, YEARS, [Series("x", [5] * 30)], "es", band=band))
    (shade,) = boxes(root, "band")
    columns = boxes(root, "one")
    assert shade["x"] <= columns[28]["x"] and shade["x"] > columns[27]["x"]
    assert shade["x"] + shade["width"] >= columns[29]["x"] + columns[29]["width"]
    assert "Pandemia" in words(root)
    early = parsed(columns_by_year(CAPTION, [1992], [Series("x", [5])], "es", band=band))
    assert boxes(early, "band") == [] and "Pandemia" not in words(early)


def test_years_are_labelled_in_round_steps_that_do_not_meet() -> None:
    years = list(range(1821, 2022))
    root = parsed(columns_by_year(CAPTION, years, [Series("x", [1] * len(years))], "es"))
    labelled = [word for word in words(root) if word.isdigit() and len(word) == 4]
    assert labelled == [
        "1840",
        "1860",
        "1880",
        "1900",
        "1920",
        "1940",
        "1960",
        "1980",
        "2000",
        "2020",
    ]


def test_a_series_without_anything_has_no_place_in_the_legend() -> None:
    series = [Series("hermanamiento", [1]), Series("otro", [0])]
    assert "otro" not in words(parsed(columns_by_year(CAPTION, [2001], series, "es")))


def test_a_series_keeps_the_fill_it_asks_for_and_the_next_takes_another() -> None:
    series = [Series("a", [1], fill="two"), Series("b", [2]), Series("c", [3], "pale", True)]
    root = parsed(columns_by_year(CAPTION, [2001], series, "es"))
    assert len(boxes(root, "two")) == len(boxes(root, "one")) == 1
    assert root.xpath("count(//*[local-name() = 'pattern'])") == 1


def test_a_series_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="one value a column"):
        columns_by_year(CAPTION, [2001, 2002], [Series("x", [1])], "es")
    with pytest.raises(ValueError, match="one value a column"):
        share_columns(CAPTION, ["a"], [Series("x", [1, 2])], "es")


def test_share_columns_are_all_of_one_height_and_their_parts_are_the_shares() -> None:
    series = [Series("vigentes", [1, 60]), Series("concluidos", [3, 40])]
    root = parsed(share_columns(CAPTION, ["1990–1994", "1995–1999"], series, "es"))
    lower, upper = boxes(root, "one"), boxes(root, "two")
    whole = [low["height"] + up["height"] for low, up in zip(lower, upper, strict=True)]
    assert whole[0] == pytest.approx(whole[1], abs=0.02)
    assert lower[0]["height"] / whole[0] == pytest.approx(0.25, abs=0.001)
    assert lower[1]["height"] / whole[1] == pytest.approx(0.6, abs=0.001)
    assert {"25 %", "75 %", "60 %", "40 %", "n = 4", "n = 100"} <= set(words(root))
    assert root[1].text == (
        "1990–1994: vigentes 25 %, concluidos 75 %; 1995–1999: vigentes 60 %, concluidos 40 %."
    )


def test_a_column_of_nothing_stays_empty_and_says_so() -> None:
    root = parsed(share_columns(CAPTION, ["a", "b"], [Series("x", [0, 2])], "es"))
    assert len(boxes(root, "one")) == 1
    assert "n = 0" in words(root)
