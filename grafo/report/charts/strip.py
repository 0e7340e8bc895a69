"""Strips of dots: how values such as distances are spread, one strip a group, with its median."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from grafo.analysis.wording import Lang
from grafo.report.charts.drawing import SIZE, SMALL, WIDTH, Anchor, Caption, Drawing
from grafo.report.charts.lettering import one_line, width_of
from grafo.report.charts.scale import Scale, sound, ticks
from grafo.report.charts.words import MEDIAN, NO_DATA, amount, in_words

_ROW, _WIDEST_LABEL = 40.0, 200.0


@dataclass(frozen=True, slots=True)
class Strip:
    """A group: its name, and values with the name of what has them."""

    label: str
    dots: Sequence[tuple[str, float]]


def strips(caption: Caption, groups: Sequence[Strip], lang: Lang, *, unit: str = "") -> str:
    """Return the chart as SVG; a group without values keeps its place, empty.

    Raises:
        ValueError: a value is negative, infinite or not a number.
    """
    values = [value for group in groups for _, value in group.dots]
    sound(values)
    drawing = Drawing(caption)
    if not values:
        return drawing.nothing(NO_DATA[lang])
    room = min(_WIDEST_LABEL, max(width_of(one_line(group.label), SIZE) for group in groups) + 1)
    marks = ticks(max(values))
    x = Scale(marks[-1], room + 16, WIDTH - 24)
    top = drawing.top + 18
    bottom = top + _ROW * len(groups)
    for mark in marks:
        drawing.line((x.at(mark), top - 4), (x.at(mark), bottom), "grid")
        drawing.write(
            x.at(mark), bottom + 16, amount(mark), fill="muted", size=SMALL, anchor="middle"
        )
    if unit:
        drawing.write(x.end, bottom + 33, unit, fill="muted", size=SMALL, anchor="end", room=300)
    told = []
    for place, group in enumerate(groups):
        middle = top + (place + 0.5) * _ROW
        drawing.write(room, middle + 4.5, group.label, anchor="end", room=room)
        told.append(f"{one_line(group.label)}: {_strip(drawing, group, middle, x, unit, lang)}")
    return drawing.finished(bottom + (38 if unit else 22), in_words(told))


def _strip(drawing: Drawing, group: Strip, middle: float, x: Scale, unit: str, lang: Lang) -> str:
    """Draw a group and return its median in words."""
    drawing.line((x.start, middle), (x.end, middle), "grid")
    if not group.dots:
        return amount(0)
    for name, value in group.dots:
        tip = f"{name}: {amount(value)} {unit}"
        drawing.dot(x.at(value), middle, 4.5, "one", opacity=0.55, tip=tip)
    half = median(value for _, value in group.dots)
    at = x.at(half)
    drawing.line((at, middle - 11), (at, middle + 11), "two", width=3)
    words = f"{MEDIAN[lang]} {amount(half)}"
    side: Anchor = "end" if at > WIDTH - 110 else "start"
    shift = -5 if side == "end" else 5
    drawing.write(at + shift, middle - 9, words, size=SMALL, anchor=side)
    return f"{words} {unit}".strip()
