"""The pandemic: what was signed in 2020–2022 against 2017–2019, in all, by kind and by theme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from grafo.analysis.chronology.dated import Dated, Period, by_kind, by_theme
from grafo.analysis.chronology.growth import change
from grafo.analysis.scope import agreements_noun
from grafo.analysis.snapshot import Snapshot
from grafo.model import Bilingual, load_model

BEFORE, DURING = (2017, 2019), (2020, 2022)
_ALL = Bilingual(es="total", en="all")
_KIND = Bilingual(es="tipo", en="kind")
_THEME = Bilingual(es="tema", en="theme")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was signed before and during the pandemic: in all, of one kind, or on one theme.

    `before` and `during` are agreements; the yearly figures are averages over the months that
    the data covers; `change` is a fraction of the yearly figure before, None where that was 0.
    """

    id: str
    group: Bilingual
    name: Bilingual
    before: int
    during: int
    before_per_year: float
    during_per_year: float

    @property
    def change(self) -> float | None:
        """The change of the yearly figure, as a fraction of the one before."""
        return change(self.before_per_year, self.during_per_year)


@dataclass(frozen=True, slots=True)
class Pandemic:
    """The two periods and the comparisons between them, the total first."""

    before: Period
    during: Period
    comparisons: tuple[Comparison, ...]


def pandemic(found: Dated, snapshot: Snapshot) -> Pandemic | None:
    """Return the comparison; None when the data does not reach both periods, or has neither."""
    before, during = found.between(*BEFORE), found.between(*DURING)
    if not (before.months and during.months and (before.agreements or during.agreements)):
        return None
    return Pandemic(before, during, tuple(_comparisons(before, during, snapshot)))


def _comparisons(before: Period, during: Period, snapshot: Snapshot) -> Iterator[Comparison]:
    def compared(
        key: str, group: Bilingual, name: Bilingual, one: int, other: int
    ) -> Iterator[Comparison]:
        if one or other:
            yearly = one * 12 / before.months, other * 12 / during.months
            yield Comparison(key, group, name, one, other, *yearly)

    yield from compared(
        "all", _ALL, agreements_noun(""), len(before.agreements), len(during.agreements)
    )
    kinds = by_kind(before.agreements), by_kind(during.agreements)
    for kind in load_model().nodes["Agreement"].properties["kind"].values or ():
        yield from compared(kind, _KIND, agreements_noun(kind), kinds[0][kind], kinds[1][kind])
    themes = by_theme(before.agreements), by_theme(during.agreements)
    for theme in snapshot.themes:
        name = Bilingual(es=theme.name_es, en=theme.name_en)
        yield from compared(theme.id, _THEME, name, themes[0][theme.id], themes[1][theme.id])
