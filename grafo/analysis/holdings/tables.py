"""Dimensions as tables: the measures of each, its first holders, its Lorenz curve."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from grafo.analysis.holdings.dimension import Dimension
from grafo.analysis.result import Table
from grafo.model import Bilingual
from grafo.network.inequality import gini, hhi, lorenz

Value = Callable[[Dimension, int], Any]

_SUMMARY: Mapping[str, Bilingual] = {
    "id": Bilingual(es="dimensión", en="dimension"),
    "name_es": Bilingual(es="nombre", en="name in Spanish"),
    "name_en": Bilingual(es="nombre en inglés", en="name"),
    "units": Bilingual(es="cuántos hay", en="how many"),
    "units_with_agreements": Bilingual(es="con alguno", en="with any"),
    "agreements": Bilingual(es="acuerdos", en="agreements"),
    "gini_all": Bilingual(es="Gini, todos", en="Gini, all"),
    "gini_some": Bilingual(es="Gini, con alguno", en="Gini, with any"),
    "hhi": Bilingual(es="Herfindahl", en="Herfindahl"),
    "equivalents": Bilingual(es="como si fueran", en="as if"),
    "units_for_half": Bilingual(es="reúnen la mitad", en="hold half"),
    "top": Bilingual(es="los primeros", en="the first"),
    "share_top": Bilingual(es="reúnen", en="hold"),
}
_HEADINGS: Mapping[str, Bilingual] = {
    "rank": Bilingual(es="lugar", en="rank"),
    "id": Bilingual(es="clave", en="id"),
    "within_es": Bilingual(es="en", en="in"),
    "within_en": Bilingual(es="en", en="in"),
    "agreements": Bilingual(es="acuerdos", en="agreements"),
    "share": Bilingual(es="del total", en="of all"),
    "share_cumulative": Bilingual(es="acumulado", en="cumulative"),
    "share_territory": Bilingual(es="territorio", en="territory"),
    "share_territory_cumulative": Bilingual(es="acumulado", en="cumulative"),
    "share_population": Bilingual(es="población", en="population"),
    "share_population_cumulative": Bilingual(es="acumulado", en="cumulative"),
}
_VALUES: Mapping[str, Value] = {
    "rank": lambda _, place: place,
    "id": lambda d, place: d.holders[place - 1].id,
    "name_es": lambda d, place: d.holders[place - 1].name.es,
    "name_en": lambda d, place: d.holders[place - 1].name.en,
    "within_es": lambda d, place: within.es if (within := d.holders[place - 1].within) else None,
    "within_en": lambda d, place: within.en if (within := d.holders[place - 1].within) else None,
    "agreements": lambda d, place: d.counts[place - 1],
    "share": lambda d, place: _part(d.counts[place - 1], len(d.of)),
    "share_cumulative": lambda d, place: rounded(d.share_of_top(place)),
    "share_territory": lambda d, place: _part(d.holders[place - 1].area_km2, d.territory),
    "share_territory_cumulative": lambda d, place: rounded(d.share_of_territory(place)),
    "share_population": lambda d, place: _part(d.holders[place - 1].population, d.population),
    "share_population_cumulative": lambda d, place: rounded(d.share_of_population(place)),
}
_NAMES = ("rank", "id", "name_es", "name_en")
_WITHIN = ("within_es", "within_en")
_HELD = ("agreements", "share", "share_cumulative")
_TERRITORY = ("share_territory", "share_territory_cumulative")
_POPULATION = ("share_population", "share_population_cumulative")
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "states": (*_NAMES, *_HELD, *_TERRITORY, *_POPULATION),
    "municipalities": (*_NAMES, *_WITHIN, *_HELD, *_POPULATION),
    "governments": (*_NAMES, *_WITHIN, *_HELD),
    "countries": (*_NAMES, *_HELD),
    "themes": (*_NAMES, *_HELD),
}


def summary(found: Sequence[Dimension], top: int) -> Table:
    """Return the measures of every dimension, the first `top` holders' shares among them."""
    return Table(
        "summary",
        Bilingual(es="Resumen", en="Summary"),
        _SUMMARY,
        [_measures(dimension, top) for dimension in found],
    )


def ranking(dimension: Dimension, top: int) -> Table:
    """Return the first `top` holders of those that have something."""
    columns = _COLUMNS[dimension.id]
    places = range(1, min(top, len(dimension.with_some)) + 1)
    return Table(
        dimension.id,
        Bilingual(
            es=f"{_sentence(dimension.many.es)} con más acuerdos",
            en=f"{_sentence(dimension.many.en)} with most agreements",
        ),
        {name: _HEADINGS.get(name, dimension.one) for name in columns},
        [tuple(_VALUES[name](dimension, place) for name in columns) for place in places],
        dimension.denominator,
    )


def curves(found: Sequence[Dimension]) -> Table:
    """Return the points of each Lorenz curve, over all holders, those without any included."""
    return Table(
        "lorenz",
        Bilingual(es="Curvas de Lorenz", en="Lorenz curves"),
        {
            "id": Bilingual(es="dimensión", en="dimension"),
            "share_units": Bilingual(es="parte de ellos, de menos a más", en="share of them"),
            "share_agreements": Bilingual(es="lo que tienen", en="share they hold"),
        },
        [
            (dimension.id, round(x, 6), round(y, 6))
            for dimension in found
            for x, y in _corners(dimension)
        ],
    )


def _corners(dimension: Dimension) -> list[tuple[float, float]]:
    """Return the points where the curve bends: it is straight over all who have as many."""
    points, counts = lorenz(dimension.counts), sorted(dimension.counts)
    bends = (place for place in range(1, len(counts)) if counts[place] != counts[place - 1])
    return [points[0], *(points[place] for place in bends), points[-1]] if points else []


def _measures(dimension: Dimension, top: int) -> tuple[Any, ...]:
    some = [count for count in dimension.counts if count]
    index = hhi(some)
    first = min(top, len(some))
    return (
        dimension.id,
        dimension.many.es,
        dimension.many.en,
        len(dimension.counts),
        len(some),
        len(dimension.of),
        rounded(gini(dimension.counts)),
        rounded(gini(some)),
        rounded(index),
        rounded(1 / index, 1) if index else None,
        dimension.half,
        first,
        rounded(dimension.share_of_top(first)),
    )


def rounded(value: float | None, digits: int = 6) -> float | None:
    """Return a share as tables give it; None stays None."""
    return None if value is None else round(value, digits)


def _part(amount: float | None, whole: float | None) -> float | None:
    return round(amount / whole, 6) if amount is not None and whole else None


def _sentence(words: str) -> str:
    """Return words as they stand at the start of a sentence."""
    return words[:1].upper() + words[1:]
