"""Tables of analyses as they are read in a report: chosen columns, values in words."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from grafo.analysis.result import Table
from grafo.analysis.wording import Lang, number, percent
from grafo.model import Bilingual, load_model
from grafo.report.charts.lettering import one_line
from grafo.report.content import Grid, Heading

NONE = "—"
_YEARS = frozenset({"year", "first_year", "last_year"})
_TRUTH = {True: Bilingual(es="sí", en="yes"), False: Bilingual(es="no", en="no")}


def grid(
    table: Table,
    lang: Lang,
    columns: Sequence[str] = (),
    *,
    rows: int | None = None,
    folded: bool = False,
) -> Grid:
    """Return a table of an analysis in one language.

    `columns` are those shown, by name, a pair `x_es`, `x_en` as `x`; none given, all but keys.
    `rows` is how many are shown at most; the caption says when that leaves some out.
    """
    places = _places(table, lang, columns)
    shown = list(table.rows if rows is None else table.rows[:rows])
    caption = table.title[lang]
    if len(shown) < len(table.rows) and "(" not in caption:
        of = "de" if lang == "es" else "of"
        caption += f" ({number(len(shown))} {of} {number(len(table.rows))})"
    values = [[row[place] for row in shown] for _, place in places]
    cells = [_column(name, column, lang) for (name, _), column in zip(places, values, strict=True)]
    headings = list(table.columns.values())
    return Grid(
        caption,
        [
            Heading(headings[place][lang], numeric=_numeric(column))
            for (_, place), column in zip(places, values, strict=True)
        ],
        [tuple(row) for row in zip(*cells, strict=True)],
        named=_named([name for name, _ in places]),
        note=table.denominator[lang] if table.denominator else "",
        folded=folded,
    )


def shown(name: str, value: Any, lang: Lang, digits: int = 2) -> str:
    """Return a value of a column as a person reads it.

    >>> shown("share", 0.425, "es"), shown("agreements", 1612, "es"), shown("year", 1992, "en")
    ('42.5 %', '1,612', '1992')
    >>> shown("level", "state", "es"), shown("km", None, "es")
    ('estado', '—')
    """
    match value:
        case bool():
            told = _TRUTH[value][lang]
        case int() | float():
            told = _number(name, value, digits)
        case list() | tuple():
            told = "; ".join(shown(name, item, lang) for item in value)
        case None:
            told = NONE
        case _:
            text = one_line(value)
            label = _words().get((name, text))
            told = label[lang] if label else text
    return told


def _number(name: str, value: float, digits: int) -> str:
    if not math.isfinite(value):
        return NONE
    if name.startswith("share"):
        return percent(value)
    if isinstance(value, int):
        return str(value) if name in _YEARS else number(value)
    return number(value, digits)


def _column(name: str, values: Sequence[Any], lang: Lang) -> list[str]:
    digits = _digits([value for value in values if isinstance(value, float)])
    return [shown(name, value, lang, digits) for value in values]


def _digits(values: Sequence[float]) -> int:
    """Return how many decimals the numbers of a column need to be told apart."""
    largest = max((abs(value) for value in values if math.isfinite(value)), default=0.0)
    return 0 if largest >= 1000 else 1 if largest >= 10 else 2


def _numeric(values: Sequence[Any]) -> bool:
    known = [value for value in values if value is not None]
    return bool(known) and all(
        isinstance(value, int | float) and not isinstance(value, bool) for value in known
    )


def _places(table: Table, lang: Lang, columns: Sequence[str]) -> list[tuple[str, int]]:
    """Return the columns shown, by the name without its language, and where each is."""
    place = {name: index for index, name in enumerate(table.columns)}
    if not columns:
        other = "_en" if lang == "es" else "_es"
        mine = "_es" if lang == "es" else "_en"
        columns = [
            name.removesuffix(mine)
            for name in table.columns
            if name != "id" and not name.endswith(other)
        ]
    return [(name, place.get(f"{name}_{lang}", place.get(name, -1))) for name in columns]


def _named(columns: Sequence[str]) -> int | None:
    """Return the place of the column that says what a row is about."""
    for name in ("name", "period", "year", "level", "type", "size", "years", "members"):
        if name in columns:
            return columns.index(name)
    return 0 if columns else None


@cache
def _words() -> dict[tuple[str, str], Bilingual]:
    """The model's names for its values, by property and value: (level, state) is “estado”."""

    def named() -> Iterator[tuple[tuple[str, str], Bilingual]]:
        model = load_model()
        for node in model.nodes.values():
            for name, prop in node.properties.items():
                for value, label in (prop.values or {}).items():
                    yield (name, value), label

    return dict(named())
