"""Survival curves: which share is still there after so many years, as steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from grafo.analysis.wording import Lang
from grafo.report.charts.drawing import SMALL, WIDTH, Caption, Drawing
from grafo.report.charts.palette import SERIES
from grafo.report.charts.scale import Scale, sound, spread, ticks
from grafo.report.charts.words import NO_DATA, in_words, share

_HEIGHT, _LEFT, _RIGHT = 260.0, 64.0, 150.0
_DASHES = ("", "9 4", "3 3", "12 3 3 3")
_APART = 30.0


@dataclass(frozen=True, slots=True)
class Survivors:
    """A curve: its name, and the share left after each time, in years, in order.

    `colour` names one of the palette, empty for the next in turn.
    """

    label: str
    points: Sequence[tuple[float, float]]
    colour: str = ""


def survival_curves(
    caption: Caption, curves: Sequence[Survivors], lang: Lang, *, x_label: str
) -> str:
    """Return the chart as SVG; up to four curves can be told apart, further ones are left out.

    Raises:
        ValueError: a value is negative, infinite or not a number.
    """
    kept = [curve for curve in curves[: len(SERIES)] if curve.points]
    sound(value for curve in kept for point in curve.points for value in point)
    drawing = Drawing(caption)
    if not kept:
        return drawing.nothing(NO_DATA[lang])
    top = drawing.top + 8
    marks = ticks(max(curve.points[-1][0] for curve in kept), 6)
    x, y = Scale(marks[-1], _LEFT, WIDTH - _RIGHT), Scale(1, top + _HEIGHT, top)
    for part in (0.0, 0.25, 0.5, 0.75, 1.0):
        drawing.line((x.start, y.at(part)), (x.end, y.at(part)), "grid" if part else "muted")
        drawing.write(
            x.start - 8, y.at(part) + 4, share(part), fill="muted", size=SMALL, anchor="end"
        )
    for mark in marks:
        drawing.write(
            x.at(mark), y.at(0) + 17, f"{mark:g}", fill="muted", size=SMALL, anchor="middle"
        )
    drawing.write(
        (x.start + x.end) / 2, y.at(0) + 38, x_label, fill="muted", anchor="middle", room=400
    )
    for place, curve in enumerate(kept):
        drawing.path(
            _steps(curve.points, x, y),
            curve.colour or SERIES[place],
            width=2.4,
            dash=_DASHES[place],
            tip=curve.label,
        )
    _labels(drawing, kept, x, y)
    told = [f"{curve.label}: {_read(curve.points)}" for curve in kept]
    return drawing.finished(y.at(0) + 46, in_words(told))


def _steps(points: Sequence[tuple[float, float]], x: Scale, y: Scale) -> list[tuple[float, float]]:
    """Return the corners of the steps; all are there at the start."""
    corners = [(x.at(0), y.at(1))]
    for time, left in points:
        corners += [(x.at(time), corners[-1][1]), (x.at(time), y.at(left))]
    return corners


def _labels(drawing: Drawing, curves: Sequence[Survivors], x: Scale, y: Scale) -> None:
    """Write each name at the end of its curve, none over another."""
    ends = [y.at(curve.points[-1][1]) for curve in curves]
    heights = spread(ends, _APART, y.at(1), y.at(0))
    for place, curve in enumerate(curves):
        time, left = curve.points[-1]
        height, colour = heights[place], curve.colour or SERIES[place]
        drawing.dot(x.at(time), ends[place], 3.5, colour)
        drawing.line((x.at(time) + 3, ends[place]), (x.end + 10, height), colour, width=0.9)
        drawing.write(x.end + 14, height + 1, curve.label, bold=True, size=SMALL, room=_RIGHT - 14)
        drawing.write(x.end + 14, height + 15, share(left), fill="muted", size=SMALL)


def _read(points: Sequence[tuple[float, float]]) -> str:
    return ", ".join(f"{time:g}: {share(left)}" for time, left in points)
