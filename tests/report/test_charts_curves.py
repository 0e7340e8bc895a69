"""Curves and strips: points lie where their values are, labels do not cover each other."""

from __future__ import annotations

from itertools import pairwise

import pytest
from lxml import etree

from grafo.report.charts import (
    Caption,
    Lorenz,
    Strip,
    Survivors,
    lorenz_curves,
    strips,
    survival_curves,
)
from tests.report.parsed import SVG, parsed, words

CAPTION = Caption("curves", "Curvas")


def points(element: etree._Element) -> list[tuple[float, float]]:
    pairs = (pair.split(",") for pair in (element.get("points") or "").split())
    return [(float(x), float(y)) for x, y in pairs]


def test_a_lorenz_curve_runs_from_corner_to_corner_through_its_points() -> None:
    curve = Lorenz("Entidades", [(0, 0), (0.5, 0.1), (1, 1)], "Gini 0.40")
    root = parsed(lorenz_curves(CAPTION, [curve], "es", x_label="x", y_label="y"))
    (line,) = root.iterfind(f"{SVG}polyline")
    (x0, y0), (x1, y1), (x2, y2) = points(line)
    assert (x1 - x0) / (x2 - x0) == pytest.approx(0.5, abs=0.001)
    assert (y0 - y1) / (y0 - y2) == pytest.approx(0.1, abs=0.001)
    diagonal = next(e for e in root.iterfind(f"{SVG}line") if e.get("stroke-dasharray"))
    assert [float(diagonal.get(n) or 0) for n in ("x1", "y1", "x2", "y2")] == [x0, y0, x2, y2]
    assert {"Entidades", "Gini 0.40", "reparto igual"} <= set(words(root))


def test_curves_differ_in_dash_as_well_as_in_colour() -> None:
    curves = [Lorenz(f"c{n}", [(0, 0), (0.5, n / 20), (1, 1)]) for n in range(6)]
    root = parsed(lorenz_curves(CAPTION, curves, "en", x_label="x", y_label="y"))
    lines = list(root.iterfind(f"{SVG}polyline"))
    assert len({line.get("stroke-dasharray") for line in lines}) == len(lines) == 4
    assert len({line.get("stroke") for line in lines}) == 4


@pytest.mark.parametrize(
    "heights", [[0, 0, 0, 0], [1, 1, 1, 1], [0.5, 0.5, 0.5, 0.5], [0, 1, 0, 1]]
)
def test_labels_of_curves_that_lie_together_do_not_cover_each_other(heights: list[float]) -> None:
    lorenz = [Lorenz(f"c{n}", [(0, 0), (0.9, h), (1, 1)], "g") for n, h in enumerate(heights)]
    survivors = [Survivors(f"c{n}", [(9, h)]) for n, h in enumerate(heights)]
    for root in (
        parsed(lorenz_curves(CAPTION, lorenz, "es", x_label="x", y_label="y")),
        parsed(survival_curves(CAPTION, survivors, "es", x_label="x")),
    ):
        ys = sorted(
            float(text.get("y") or 0)
            for text in root.iterfind(f"{SVG}text")
            if "".join(text.xpath("text()")).startswith("c")
        )
        assert len(ys) == 4
        assert all(below - above >= 28 for above, below in pairwise(ys))


def test_survival_goes_down_in_steps_from_all() -> None:
    root = parsed(
        survival_curves(CAPTION, [Survivors("x", [(2, 0.5), (10, 0.25)])], "es", x_label="años")
    )
    (line,) = root.iterfind(f"{SVG}polyline")
    found = points(line)
    assert found[0][1] == found[1][1] and found[1][0] == found[2][0]
    top, bottom = found[0][1], found[-1][1]
    assert (found[2][1] - top) / (bottom - top) == pytest.approx(2 / 3, abs=0.001)
    assert (found[1][0] - found[0][0]) / (found[-1][0] - found[0][0]) == pytest.approx(
        0.2, abs=0.001
    )
    assert root[1].text == "x: 2: 50 %, 10: 25 %."


def test_dots_lie_at_their_values_and_the_median_is_marked() -> None:
    group = Strip("Europa", [("París", 100.0), ("Lyon", 200.0), ("Niza", 600.0)])
    root = parsed(strips(CAPTION, [group, Strip("Oceanía", [])], "es", unit="km"))
    a, b, c = (float(dot.get("cx") or 0) for dot in root.iterfind(f"{SVG}circle"))
    assert (c - a) == pytest.approx(5 * (b - a), abs=0.05)
    median = next(e for e in root.iterfind(f"{SVG}line") if e.get("stroke-width") == "3")
    assert float(median.get("x1") or 0) == b
    assert {"mediana 200", "Oceanía"} <= set(words(root))
    assert root[1].text == "Europa: mediana 200 km; Oceanía: 0."


def test_a_curve_keeps_the_colour_it_asks_for() -> None:
    curves = [Survivors("a", [(1, 1)], colour="two"), Survivors("b", [(1, 0.5)], colour="one")]
    root = parsed(survival_curves(CAPTION, curves, "en", x_label="years"))
    classes = [line.get("class") for line in root.iterfind(f"{SVG}polyline")]
    assert classes == ["line-two", "line-one"]
