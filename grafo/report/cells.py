"""Tables of analyses as they are read in a report: chosen columns, values in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from grafo.analysis.result import Table
from grafo.analysis.wording import Lang, number
from grafo.report.content import Grid, Heading
from grafo.shown import decimals, shown


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
    kept = list(table.rows if rows is None else table.rows[:rows])
    caption = table.title[lang]
    if len(kept) < len(table.rows) and "(" not in caption:
        of = "de" if lang == "es" else "of"
        caption += f" ({number(len(kept))} {of} {number(len(table.rows))})"
    values = [[row[place] for row in kept] for _, place in places]
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


def _column(name: str, values: Sequence[Any], lang: Lang) -> list[str]:
    digits = decimals([value for value in values if isinstance(value, float)])
    return [shown(name, value, lang, digits) for value in values]


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
