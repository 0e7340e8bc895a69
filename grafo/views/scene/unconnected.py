"""Who has no agreement: how many, and the names of those that are too many to draw."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from grafo.views.scene.columns import table
from grafo.views.scene.drawn import Drawn


def unconnected(drawn: Drawn, levels: list[str], countries: Mapping[str, int]) -> dict[str, Any]:
    """Return the counts, and the columns of those left out of the drawing.

    `parent` is the node of the government above, -1 for none.
    """
    included = int((drawn.degree == 0).sum())
    index = drawn.index
    return {
        "included": included,
        "total": included + len(drawn.left_out),
        "min_population": drawn.min_population,
        "others": table(
            drawn.left_out,
            {
                "id": lambda g: g.id,
                "name": lambda g: g.name,
                "level": lambda g: levels.index(g.level),
                "country": lambda g: countries.get(g.country, -1),
                "parent": lambda g: index.get(g.parent or "", -1),
                "population": lambda g: g.population,
            },
        )
        if drawn.left_out
        else None,
    }
