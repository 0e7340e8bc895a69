"""Countries whose list of governments is closed: what is not on it is misspelt or no government.

The law says which states and municipalities a country has. Where the gazetteer holds that list
whole (data/closed_lists.csv), a name that is not on it never becomes a government of its own.
"""

from __future__ import annotations

from functools import cache

from grafo.places.entries import listed, table

CLOSED_LISTS = "closed_lists.csv"


def is_closed(country: str | None, level: str) -> bool:
    """Tell whether every government of that level and country is in the gazetteer."""
    return level in _closed().get(country or "", frozenset())


@cache
def _closed() -> dict[str, frozenset[str]]:
    return {row["country"]: frozenset(listed(row["levels"])) for _, row in table(CLOSED_LISTS)}
