"""A value of the graph or of an answer as a person reads it, in a table on screen or on paper."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from grafo.language import Lang
from grafo.model import Bilingual, load_model

NONE = "—"
_TRUTH = {True: Bilingual(es="sí", en="yes"), False: Bilingual(es="no", en="no")}


def shown(column: str, value: Any, lang: Lang, digits: int = 2) -> str:
    """Return a value of a column in words.

    Shares are percentages, years have no separator, and the model's values have their names:
    (level, state) is “estado”. Signs that would drive a terminal or break a line become spaces.

    >>> shown("share", 0.425, "es"), shown("agreements", 1612, "es"), shown("year", 1992, "en")
    ('42.5 %', '1,612', '1992')
    >>> shown("level", "state", "es"), shown("km", None, "es"), shown("synthetic", True, "es")
    ('estado', '—', 'sí')
    """
    match value:
        case bool():
            return _TRUTH[value][lang]
        case int() | float():
            return _number(column, value, digits)
        case list() | tuple():
            return "; ".join(shown(column, item, lang) for item in value)
    if value is None:
        return NONE
    if label := _words().get((column, str(value))):
        return label[lang]
    return "".join(sign if sign.isprintable() else " " for sign in str(value))


def decimals(values: Sequence[float]) -> int:
    """Return how many decimals the numbers of a column need to be told apart.

    >>> decimals([4005.0, 28148.25]), decimals([12.3]), decimals([0.5]), decimals([0.0213])
    (0, 1, 2, 3)
    """
    largest = max((abs(value) for value in values if math.isfinite(value)), default=0.0)
    if largest >= 1000:
        return 0
    if largest >= 10:
        return 1
    return 2 if largest >= 0.1 or largest == 0 else 1 - math.floor(math.log10(largest))


def _number(column: str, value: float, digits: int) -> str:
    if not math.isfinite(value):
        return NONE
    if isinstance(value, int):
        return str(value) if column == "year" or column.endswith("_year") else f"{value:,}"
    return f"{value * 100:.1f} %" if column.startswith("share") else f"{value:,.{digits}f}"


@cache
def _words() -> dict[tuple[str, str], Bilingual]:
    """The model's names for its values, by property and value."""

    def named() -> Iterator[tuple[tuple[str, str], Bilingual]]:
        model = load_model()
        for properties in (
            *(node.properties for node in model.nodes.values()),
            *(edge.properties for edge in model.edges.values()),
        ):
            for name, prop in properties.items():
                for value, label in (prop.values or {}).items():
                    yield (name, value), label

    return dict(named())
