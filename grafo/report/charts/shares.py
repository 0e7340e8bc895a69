"""Columns of shares: how each whole is made up, all columns of the same height."""

from __future__ import annotations

from collections.abc import Sequence

from grafo.analysis.wording import Lang
from grafo.report.charts.columns import Series, stacked
from grafo.report.charts.drawing import SIZE, SMALL, WIDTH, Caption, Drawing
from grafo.report.charts.lettering import width_of
from grafo.report.charts.scale import Scale
from grafo.report.charts.words import NO_DATA, amount, in_words, share

_HEIGHT, _LEFT = 240.0, 50.0
_WIDEST = 96.0


def share_columns(
    caption: Caption, names: Sequence[str], series: Sequence[Series], lang: Lang
) -> str:
    """Return the chart as SVG: counts go in, each column shows their shares and how many.

    The first series is at the bottom; those without any are left out.

    Raises:
        ValueError: a count is negative, infinite or not a number; or a series has not one a
            column.
    """
    kept = stacked(series, len(names))
    drawing = Drawing(caption)
    if not kept:
        return drawing.nothing(NO_DATA[lang])
    drawing.legend([(part.label, part.fill, part.hatched) for part in kept])
    top = drawing.top + 4
    y = Scale(1, top + _HEIGHT, top)
    for mark in (0.0, 0.25, 0.5, 0.75, 1.0):
        drawing.line((_LEFT, y.at(mark)), (WIDTH, y.at(mark)), "grid")
        drawing.write(
            _LEFT - 8, y.at(mark) + 4, share(mark), fill="muted", size=SMALL, anchor="end"
        )
    each = (WIDTH - _LEFT) / len(names)
    told = []
    for place, name in enumerate(names):
        counts = [(part, part.values[place]) for part in kept]
        total = sum(count for _, count in counts)
        middle = _LEFT + (place + 0.5) * each
        _column(drawing, middle, min(_WIDEST, each * 0.78), counts, y, name)
        drawing.write(middle, y.at(0) + 18, name, anchor="middle", size=SMALL, room=each - 4)
        drawing.write(
            middle, y.at(0) + 33, f"n = {amount(total)}", fill="muted", size=SMALL,
            anchor="middle", room=each - 4,
        )  # fmt: skip
        parts = [f"{part.label} {share(count / total)}" for part, count in counts if total]
        told.append(f"{name}: {', '.join(parts) or amount(0)}")
    return drawing.finished(y.at(0) + 40, in_words(told))


def _column(
    drawing: Drawing,
    middle: float,
    wide: float,
    counts: Sequence[tuple[Series, float]],
    y: Scale,
    name: str,
) -> None:
    total = sum(count for _, count in counts)
    base = y.at(0)
    for part, count in counts:
        if not count:
            continue
        high = -y.length(count / total)
        words = share(count / total)
        tip = f"{name}, {part.label}: {words} ({amount(count)})"
        drawing.rect(
            middle - wide / 2, base - high, wide, high, part.fill, hatched=part.hatched, tip=tip
        )
        if base < y.at(0):
            drawing.line((middle - wide / 2, base), (middle + wide / 2, base), "paper", width=1.5)
        if high >= 18 and wide >= width_of(words, SIZE) + 6:
            _inside(drawing, middle, base - high / 2 + 4.5, words, part)
        base -= high


def _inside(drawing: Drawing, x: float, y: float, words: str, part: Series) -> None:
    """Write a share upon its part; on hatching it gets paper below it."""
    if part.hatched:
        room = width_of(words, SIZE) + 8
        drawing.rect(x - room / 2, y - 13, room, 17, "paper")
    fill = "ink" if part.hatched else f"on-{part.fill}"
    drawing.write(x, y, words, fill=fill, anchor="middle")
