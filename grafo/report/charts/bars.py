"""Horizontal bars: a ranking with its values and, if wanted, a second value as a diamond."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from grafo.analysis.wording import Lang, percent
from grafo.report.charts.drawing import SIZE, WIDTH, Caption, Drawing
from grafo.report.charts.lettering import one_line, width_of
from grafo.report.charts.scale import Scale, sound
from grafo.report.charts.words import NO_DATA, amount, in_words

_ROW, _BAR, _GAP = 26.0, 16.0, 8.0
_WIDEST_LABEL, _WIDEST_VALUE = 250.0, 150.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: a name, a value, and a second value on the same scale (None: there is none).

    `said` is the value in words where the plain number would not do; `strong` bars stand out
    from those that are not.
    """

    label: str
    value: float
    mark: float | None = None
    said: str = ""
    strong: bool = True


def bars(
    caption: Caption,
    rows: Sequence[Bar],
    lang: Lang,
    *,
    value_label: str = "",
    mark_label: str = "",
    shares: bool = False,
) -> str:
    """Return the chart as SVG, in the order given; `shares` says that values are fractions.

    Raises:
        ValueError: a value is negative, infinite or not a number.
    """
    marks = [row.mark for row in rows if row.mark is not None]
    sound([*(row.value for row in rows), *marks])
    drawing = Drawing(caption)
    if not rows:
        return drawing.nothing(NO_DATA[lang])
    shown: Callable[[float], str] = percent if shares else amount
    said = [row.said or shown(row.value) for row in rows]
    if marks and mark_label:
        _legend(drawing, value_label, mark_label)
    label_room = min(_WIDEST_LABEL, max(width_of(one_line(row.label), SIZE) for row in rows) + 1)
    left = label_room + _GAP
    scale = Scale(max([*(row.value for row in rows), *marks]), left, WIDTH - max(map(_room, said)))
    drawing.line((left, drawing.top), (left, drawing.top + _ROW * len(rows)), "grid")
    for place, (row, words) in enumerate(zip(rows, said, strict=True)):
        y = drawing.top + place * _ROW
        mark = None if row.mark is None else f"{row.label}, {mark_label}: {shown(row.mark)}"
        _row(drawing, row, words, mark, y, scale, label_room)
    told = [
        f"{one_line(row.label)}: {words}"
        + (f" ({shown(row.mark)})" if row.mark is not None else "")
        for row, words in zip(rows, said, strict=True)
    ]
    return drawing.finished(drawing.top + _ROW * len(rows) + 6, in_words(told))


def _row(
    drawing: Drawing,
    row: Bar,
    words: str,
    mark: str | None,
    y: float,
    scale: Scale,
    label_room: float,
) -> None:
    middle = y + _ROW / 2
    drawing.write(label_room, middle + 4.5, row.label, anchor="end", room=label_room)
    length = scale.length(row.value)
    fill = "one" if row.strong else "pale"
    drawing.rect(scale.start, middle - _BAR / 2, length, _BAR, fill, tip=f"{row.label}: {words}")
    end = scale.start + length
    if row.mark is not None:
        at = scale.at(row.mark)
        drawing.diamond(at, middle, 6, "two", tip=mark or "")
        # The value is written beyond the diamond where the two would meet.
        if end - 6 < at < end + _room(words):
            end = at + 5
    drawing.write(end + 7, middle + 4.5, words, bold=row.strong, room=_WIDEST_VALUE)


def _room(words: str) -> float:
    """Return the room that a value takes beside its bar."""
    return min(_WIDEST_VALUE, width_of(one_line(words), SIZE, bold=True)) + 16


def _legend(drawing: Drawing, value_label: str, mark_label: str) -> None:
    y = drawing.top + 7
    drawing.rect(0, y - 6, 12, 12, "one")
    drawing.write(18, y + 4.5, value_label, room=280)
    x = 18 + min(280.0, width_of(one_line(value_label), SIZE)) + 24
    drawing.diamond(x + 6, y, 6, "two")
    drawing.write(x + 18, y + 4.5, mark_label, room=WIDTH - x - 18)
    drawing.top += 26
