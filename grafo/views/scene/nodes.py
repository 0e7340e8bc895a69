"""The governments of a scene: who they are, where they stand, what makes them a hub."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grafo.analysis.abroad import serves_places
from grafo.analysis.prominence import Standing
from grafo.analysis.prominence.reasons import ground_of, why
from grafo.analysis.snapshot import Agreement, Government, Representation
from grafo.sphere import nearest
from grafo.views.layout import Layout
from grafo.views.scene.columns import column
from grafo.views.scene.drawn import Drawn

_RANKS = ("partners", "pagerank", "betweenness", "closeness", "core")


def node_columns(
    drawn: Drawn,
    layout: Layout,
    standing: Mapping[str, Standing],
    community: Mapping[str, int],
    levels: list[str],
    countries: Mapping[str, int],
) -> dict[str, Any]:
    """Return the columns of the nodes, in the order of `drawn.governments`.

    Args:
        standing: of those with counterparts, by id.
        community: the place of each government's community, by id.
    """
    governments = drawn.governments
    index = drawn.index
    signed = _agreements_of(drawn.snapshot.agreements)
    ground = ground_of(drawn.snapshot, "government", list(standing.values()))
    reasons = {id_: why(each, ground) for id_, each in standing.items()}
    x, y = layout.positions.T.tolist()
    closest, km = _nearest(drawn)
    columns: dict[str, Any] = {
        "id": [g.id for g in governments],
        "name": [g.name for g in governments],
        "name_es": column(_other_name(g, g.name_es) for g in governments),
        "name_en": column(_other_name(g, g.name_en) for g in governments),
        "level": [levels.index(g.level) for g in governments],
        "country": [countries.get(g.country, -1) for g in governments],
        "parent": [index.get(g.parent or "", -1) for g in governments],
        "population": column(g.population for g in governments),
        "lat": column(g.lat for g in governments),
        "lon": column(g.lon for g in governments),
        "x": x,
        "y": y,
        "band": layout.band.tolist(),
        "community": [community.get(g.id, -1) for g in governments],
        "component": drawn.component.tolist(),
        "partners": drawn.degree.tolist(),
        "agreements": [signed.get(g.id, 0) for g in governments],
        "rank": {name: [_rank(standing.get(g.id), name) for g in governments] for name in _RANKS},
        "size": _sizes(drawn.degree),
        "words_es": column(reasons[g.id].es if g.id in reasons else None for g in governments),
        "words_en": column(reasons[g.id].en if g.id in reasons else None for g in governments),
        "nearest": closest,
        "nearest_km": km,
    }
    return {name: values for name, values in columns.items() if values is not None}


def _other_name(government: Government, name: str | None) -> str | None:
    return name if name != government.name else None


def _rank(standing: Standing | None, name: str) -> int | None:
    return standing.ranks[name] if standing else None


def _agreements_of(agreements: tuple[Agreement, ...]) -> dict[str, int]:
    signed: dict[str, int] = {}
    for agreement in agreements:
        for party in {party for party, _ in agreement.parties}:
            signed[party] = signed.get(party, 0) + 1
    return signed


def _sizes(degree: NDArray[np.int64]) -> list[float]:
    """How large each node is drawn, 0 to 1: the area grows with its counterparts."""
    if not len(degree) or degree.max() == 0:
        return [0.0] * len(degree)
    sizes: list[float] = np.round(np.sqrt(degree / degree.max()), 3).tolist()
    return sizes


def active_posts(drawn: Drawn) -> list[tuple[int, Representation]]:
    """Return the home country's active representations that can be located, with their places."""
    return [
        (place, post)
        for place, post in enumerate(drawn.snapshot.representations)
        if post.status == "active"
        and post.sender == drawn.snapshot.home_country
        and serves_places(post)
        and post.lat is not None
        and post.lon is not None
    ]


def _nearest(drawn: Drawn) -> tuple[list[int] | None, list[float | None] | None]:
    """The home country's nearest representation of each government abroad, and its km."""
    posts = active_posts(drawn)
    abroad = [
        node
        for node, g in enumerate(drawn.governments)
        if g.country != drawn.snapshot.home_country and g.lat is not None and g.lon is not None
    ]
    if not posts or not abroad:
        return None, None
    places, distances = nearest(
        *(
            np.array([getattr(thing, axis) for thing in things], dtype=np.float64)
            for things in ([drawn.governments[n] for n in abroad], [post for _, post in posts])
            for axis in ("lat", "lon")
        )
    )
    closest = [-1] * len(drawn.governments)
    km: list[float | None] = [None] * len(drawn.governments)
    for node, place, distance in zip(abroad, places.tolist(), distances.tolist(), strict=True):
        closest[node] = posts[place][0]
        km[node] = round(distance, 1)
    return closest, km
