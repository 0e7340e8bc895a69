"""Scales: where a value lies on an axis, and which values are worth a tick."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_NICE = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear scale from the values 0 to `top` onto the coordinates `start` to `end`."""

    top: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return the coordinate of a value; a scale without extent puts all at its start."""
        return self.start + self.length(value)

    def length(self, value: float) -> float:
        """Return the signed length that stands for a value."""
        return (self.end - self.start) * value / self.top if self.top else 0.0


def ticks(most: float, wanted: int = 5) -> list[float]:
    """Return round values from 0 up to the first that is at least `most`.

    >>> ticks(87), ticks(3), ticks(0)
    ([0, 20, 40, 60, 80, 100], [0, 1, 2, 3], [0])
    """
    if most <= 0:
        return [0]
    rough = most / wanted
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(nice * power for nice in _NICE if nice * power >= rough * 0.999)
    if most >= 1 and step < 1:
        step = 1
    count = math.ceil(most / step - 1e-9)
    return [_plain(step * place) for place in range(count + 1)]


def sound(values: Iterable[float]) -> None:
    """Refuse what cannot be drawn as a length.

    Raises:
        ValueError: a value is negative, infinite or not a number.
    """
    for value in values:
        if not (math.isfinite(value) and value >= 0):
            raise ValueError(f"{value} cannot be drawn as a length")


def every(years: Sequence[int], room: float, wide: float) -> list[int]:
    """Return the places of the years to be labelled: as many as fit, in round steps.

    >>> years = list(range(1992, 2022))
    >>> [years[place] for place in every(years, 300, 40)]
    [1995, 2000, 2005, 2010, 2015, 2020]
    """
    if not years:
        return []
    each = room / len(years)
    step = next((s for s in (1, 2, 5, 10, 20, 50, 100, 200, 500) if s * each >= wide), 1000)
    marked = [place for place, year in enumerate(years) if year % step == 0]
    return marked or [0]


def spread(wanted: Sequence[float], apart: float, top: float, bottom: float) -> list[float]:
    """Return heights for labels near those wanted, in their order, `apart` from each other.

    They lie from `top` to `bottom`, as far as there is room for all.

    >>> spread([5, 6, 90], 10, 0, 100), spread([99, 99], 10, 0, 100)
    ([5, 15, 90], [90, 100])
    """
    order = sorted(range(len(wanted)), key=lambda place: (wanted[place], place))
    found = [0.0] * len(wanted)
    reached = top - apart
    for place in order:
        reached = found[place] = max(wanted[place], reached + apart)
    for place in reversed(order):
        found[place] = min(found[place], bottom)
        bottom = found[place] - apart
    return found


def _plain(value: float) -> float:
    rounded = round(value, 10)
    return int(rounded) if rounded == int(rounded) else rounded
