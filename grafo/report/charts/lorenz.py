"""Lorenz curves: how unevenly something is shared out, against the line of equal parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from grafo.analysis.wording import Lang
from grafo.report.charts.drawing import SMALL, WIDTH, Caption, Drawing
from grafo.report.charts.palette import SERIES
from grafo.report.charts.scale import Scale, sound, spread
from grafo.report.charts.words import EQUALITY, NO_DATA, in_words

_SIDE, _LEFT = 430.0, 64.0
_DASHES = ("", "9 4", "3 3", "12 3 3 3")
# Where a curve is read for its label: near its end, where curves lie far apart.
_READ_AT = 0.93
_APART = 36.0


@dataclass(frozen=True, slots=True)
class Lorenz:
    """A curve: its points from (0, 0) to (1, 1), and its name with what to say of it."""

    label: str
    points: Sequence[tuple[float, float]]
    said: str = ""


def lorenz_curves(
    caption: Caption, curves: Sequence[Lorenz], lang: Lang, *, x_label: str, y_label: str
) -> str:
    """Return the chart as SVG; up to four curves can be told apart, further ones are left out.

    Raises:
        ValueError: a coordinate is negative, infinite or not a number.
    """
    kept = [curve for curve in curves[: len(SERIES)] if len(curve.points) > 1]
    sound(value for curve in kept for point in curve.points for value in point)
    drawing = Drawing(caption)
    if not kept:
        return drawing.nothing(NO_DATA[lang])
    top = drawing.top + 8
    x, y = Scale(1, _LEFT, _LEFT + _SIDE), Scale(1, top + _SIDE, top)
    _frame(drawing, x, y, x_label, y_label)
    drawing.line((x.at(0), y.at(0)), (x.at(1), y.at(1)), "muted", dash="5 4")
    drawing.write(
        x.at(0.5) - 6, y.at(0.5) - 6, EQUALITY[lang], fill="muted", size=SMALL,
        anchor="middle", turned=-45,
    )  # fmt: skip
    for place, curve in reversed(list(enumerate(kept))):
        points = [(x.at(a), y.at(b)) for a, b in curve.points]
        if place == 0:
            drawing.area(points, "one", 0.07)
        drawing.path(
            points, SERIES[place], width=2.4, dash=_DASHES[place], tip=f"{curve.label} {curve.said}"
        )
    _labels(drawing, kept, x, y)
    told = [" ".join(filter(None, (curve.label, curve.said))) for curve in kept]
    return drawing.finished(top + _SIDE + 46, in_words(told))


def _frame(drawing: Drawing, x: Scale, y: Scale, x_label: str, y_label: str) -> None:
    for part in (0.0, 0.25, 0.5, 0.75, 1.0):
        drawing.line((x.at(0), y.at(part)), (x.at(1), y.at(part)), "grid")
        drawing.line((x.at(part), y.at(0)), (x.at(part), y.at(1)), "grid")
        words = f"{part:.0%}".replace("%", " %")
        drawing.write(x.at(0) - 8, y.at(part) + 4, words, fill="muted", size=SMALL, anchor="end")
        drawing.write(x.at(part), y.at(0) + 17, words, fill="muted", size=SMALL, anchor="middle")
    middle = (x.at(0.5), y.at(0.5))
    drawing.write(middle[0], y.at(0) + 38, x_label, fill="muted", anchor="middle", room=_SIDE)
    drawing.write(12, middle[1], y_label, fill="muted", anchor="middle", room=_SIDE, turned=-90)


def _labels(drawing: Drawing, curves: Sequence[Lorenz], x: Scale, y: Scale) -> None:
    """Write each curve's name beside it, at the height where it is read, none over another."""
    read = [y.at(_height(curve.points, _READ_AT)) for curve in curves]
    heights = spread(read, _APART, y.at(1) + 14, y.at(0) - 14)
    start = x.at(1) + 34
    for place, curve in enumerate(curves):
        colour, height = SERIES[place], heights[place]
        drawing.dot(x.at(_READ_AT), read[place], 3.5, colour)
        drawing.line((x.at(_READ_AT) + 3, read[place]), (start - 6, height), colour, width=0.9)
        drawing.write(start, height + 1, curve.label, bold=True, room=WIDTH - start)
        drawing.write(start, height + 16, curve.said, fill="muted", room=WIDTH - start)


def _height(points: Sequence[tuple[float, float]], at: float) -> float:
    """Return how high a curve is at a place, between two of its points on the line."""
    for (x1, y1), (x2, y2) in pairwise(points):
        if x1 <= at <= x2 and x2 > x1:
            return y1 + (y2 - y1) * (at - x1) / (x2 - x1)
    return points[-1][1]
