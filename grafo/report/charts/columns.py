"""Stacked columns by year, with a band behind years that stand apart, such as the pandemic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import cycle

from grafo.analysis.wording import Lang
from grafo.report.charts.drawing import SMALL, WIDTH, Anchor, Caption, Drawing
from grafo.report.charts.palette import SERIES
from grafo.report.charts.scale import Scale, every, sound, ticks
from grafo.report.charts.words import MOST, NO_DATA, amount, in_words

_HEIGHT, _LEFT, _FOOT = 270.0, 44.0, 24.0


@dataclass(frozen=True, slots=True)
class Series:
    """One part of every column: its name and a value for each column.

    `fill` names a colour of the palette, empty for the next in turn; hatching suits what is
    unknown or left over.
    """

    label: str
    values: Sequence[float]
    fill: str = ""
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """Years to be set apart, both included, and what happened in them."""

    first: int
    last: int
    label: str


def columns_by_year(
    caption: Caption,
    years: Sequence[int],
    series: Sequence[Series],
    lang: Lang,
    *,
    band: Band | None = None,
) -> str:
    """Return the chart as SVG; the first series is at the bottom, those without any are left out.

    Raises:
        ValueError: a value is negative, infinite or not a number; or a series has not one value
            a year.
    """
    kept = stacked(series, len(years))
    drawing = Drawing(caption)
    if not kept:
        return drawing.nothing(NO_DATA[lang])
    drawing.legend([(part.label, part.fill, part.hatched) for part in kept])
    totals = [sum(values) for values in zip(*(part.values for part in kept), strict=True)]
    marks = ticks(max(totals))
    top = drawing.top + 20
    y = Scale(marks[-1], top + _HEIGHT, top)
    if band:
        _band(drawing, band, years, top)
    _axis(drawing, marks, y)
    each = (WIDTH - _LEFT) / len(years)
    for place, year in enumerate(years):
        words = [f"{part.label}: {amount(part.values[place])}" for part in kept]
        _column(
            drawing,
            (_LEFT + place * each, each),
            [(part, part.values[place]) for part in kept],
            y,
            f"{year}: {amount(totals[place])} ({'; '.join(words)})",
        )
    _years(drawing, years, y)
    _peak(drawing, years, totals, y, lang)
    told = [f"{year}: {amount(total)}" for year, total in zip(years, totals, strict=True)]
    return drawing.finished(y.at(0) + _FOOT, in_words(told, 60))


def stacked(series: Sequence[Series], columns: int) -> list[Series]:
    """Return the series that have something, each with a fill.

    Raises:
        ValueError: a value cannot be drawn, or a series has not one value a column.
    """
    sound(value for part in series for value in part.values)
    if any(len(part.values) != columns for part in series):
        raise ValueError("a series needs one value a column")
    taken = {part.fill for part in series}
    free = cycle([fill for fill in (*SERIES, "pale") if fill not in taken] or [SERIES[0]])
    kept = [part for part in series if any(part.values)]
    return [part if part.fill else replace(part, fill=next(free)) for part in kept]


def _column(
    drawing: Drawing,
    across: tuple[float, float],
    parts: Sequence[tuple[Series, float]],
    y: Scale,
    tip: str,
) -> None:
    x, each = across
    # A hair of paper between columns and parts tells them apart in grey.
    gap = min(3.0, each * 0.18)
    base = y.at(0)
    for part, value in parts:
        if not value:
            continue
        high = -y.length(value)
        drawing.rect(
            x + gap / 2, base - high, each - gap, high, part.fill, hatched=part.hatched, tip=tip
        )
        if base < y.at(0):
            drawing.line((x + gap / 2, base), (x + each - gap / 2, base), "paper", width=1)
        base -= high


def _band(drawing: Drawing, band: Band, years: Sequence[int], top: float) -> None:
    within = [place for place, year in enumerate(years) if band.first <= year <= band.last]
    if not within:
        return
    each = (WIDTH - _LEFT) / len(years)
    x, wide = _LEFT + within[0] * each, (within[-1] - within[0] + 1) * each
    drawing.rect(x, top - 16, wide, _HEIGHT + 16, "band", tip=band.label)
    at_end = x + wide / 2 > WIDTH * 0.8
    drawing.write(
        x + wide if at_end else x,
        top - 20,
        band.label,
        fill="muted",
        size=SMALL,
        anchor="end" if at_end else "start",
        room=220,
    )


def _axis(drawing: Drawing, marks: Sequence[float], y: Scale) -> None:
    for mark in marks:
        drawing.line((_LEFT, y.at(mark)), (WIDTH, y.at(mark)), "grid" if mark else "muted")
        drawing.write(
            _LEFT - 8, y.at(mark) + 4, amount(mark), fill="muted", size=SMALL, anchor="end"
        )


def _years(drawing: Drawing, years: Sequence[int], y: Scale) -> None:
    each = (WIDTH - _LEFT) / len(years)
    for place in every(years, WIDTH - _LEFT, 42):
        x = _LEFT + (place + 0.5) * each
        drawing.write(x, y.at(0) + 17, str(years[place]), fill="muted", size=SMALL, anchor="middle")


def _peak(
    drawing: Drawing, years: Sequence[int], totals: Sequence[float], y: Scale, lang: Lang
) -> None:
    """Write the value of the highest column above it."""
    place = max(range(len(totals)), key=lambda at: (totals[at], -at))
    x = _LEFT + (place + 0.5) * (WIDTH - _LEFT) / len(years)
    words = f"{MOST[lang]}: {amount(totals[place])} ({years[place]})"
    side: Anchor = "start" if x < 120 else "end" if x > WIDTH - 90 else "middle"
    drawing.write(x, y.at(totals[place]) - 6, words, size=SMALL, bold=True, anchor=side)
