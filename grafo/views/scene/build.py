"""A scene from a snapshot: whom it draws, where, in which colour, and all that is said of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from grafo.analysis.engine import Centralities, Local
from grafo.analysis.grouping import Grouping, group
from grafo.analysis.levels import Network, network_at
from grafo.analysis.prominence import Standing, standings
from grafo.analysis.snapshot import Snapshot
from grafo.views.layout import Layout, lay_out
from grafo.views.palette import DARK, LIGHT
from grafo.views.scene import around
from grafo.views.scene.agreements import agreement_columns
from grafo.views.scene.columns import places
from grafo.views.scene.drawn import Drawn, choose
from grafo.views.scene.nodes import node_columns
from grafo.views.scene.unconnected import unconnected

Scene = dict[str, Any]
TITLE = {
    "es": "Acuerdos de gobiernos locales con sus contrapartes en el exterior",
    "en": "Agreements of local governments with their counterparts abroad",
}
# Measures of paths from a sample of nodes are good enough to draw and rank by, and take seconds.
_EXACT_UP_TO = 2000
_SAMPLES = 300


@dataclass(frozen=True, slots=True)
class SceneOptions:
    """What of the graph is shown, and how it opens.

    Attributes:
        min_population: from how many inhabitants on a government without agreements is drawn.
        seed: of the drawing, of the communities and of the sampling.
    """

    view: Literal["explorer", "map"] = "explorer"
    lang: Literal["es", "en"] = "es"
    min_population: int = 100_000
    seed: int = 1


def build_scene(snapshot: Snapshot, options: SceneOptions) -> Scene:
    """Return the scene of a graph; equal graphs and options give equal scenes.

    Without suggestions and basemap, which `grafo.views.explorer` adds.
    """
    drawn = choose(snapshot, options.min_population)
    network = network_at(snapshot, "government")
    standing = _standing(snapshot, network, options.seed)
    grouping = _grouping(snapshot, network, options.seed)
    community = {
        unit.id: number - 1
        for unit, number in zip(network.units, grouping.numbers if grouping else (), strict=False)
        if number is not None
    }
    layout = lay_out(
        drawn.links,
        drawn.component,
        np.array([community.get(g.id, -1) for g in drawn.governments], dtype=np.int64),
        options.seed,
    )
    levels = sorted({g.level for g in (*drawn.governments, *drawn.left_out)})
    theme_columns, country_columns = around.themes(snapshot), around.countries(snapshot)
    agreements, kinds, statuses = agreement_columns(
        drawn, places(theme_columns["id"]), places(s.id for s in snapshot.sources)
    )
    return {
        "schema": 1,
        "view": options.view,
        "lang": options.lang,
        "title": TITLE,
        "notices": around.notices(snapshot),
        "synthetic": snapshot.synthetic,
        "home": snapshot.home_country,
        "words": around.words(),
        "nodes": node_columns(
            drawn, layout, standing, community, levels, places(country_columns["id"])
        ),
        "levels": levels,
        "agreements": agreements,
        "kinds": kinds,
        "statuses": statuses,
        "themes": theme_columns,
        "countries": country_columns,
        "communities": _communities(grouping, drawn, layout),
        "sources": around.sources(snapshot),
        "representations": around.representations(snapshot),
        "unconnected": unconnected(drawn, levels, places(country_columns["id"])),
        "palette": {"light": list(LIGHT), "dark": list(DARK)},
    }


def _standing(snapshot: Snapshot, network: Network, seed: int) -> dict[str, Standing]:
    if not network.units:
        return {}
    samples = _SAMPLES if len(network.units) > _EXACT_UP_TO else None
    measured: Centralities = Local().centralities(network.links, samples=samples, seed=seed)
    return {each.unit.id: each for each in standings(snapshot, network, measured)}


def _grouping(snapshot: Snapshot, network: Network, seed: int) -> Grouping | None:
    if not network.units:
        return None
    found = Local().communities(network.links, resolution=1.0, seed=seed)
    return group(snapshot, network, found.tolist())


def _communities(grouping: Grouping | None, drawn: Drawn, layout: Layout) -> dict[str, Any]:
    """Name, size, colour and middle of each; the largest ones have a colour of their own."""
    found = grouping.communities if grouping else ()
    units = grouping.network.units if grouping else ()
    middles = [
        layout.positions[[drawn.index[units[node].id] for node in each.members]].mean(axis=0)
        for each in found
    ]
    return {
        "es": [each.label.es for each in found],
        "en": [each.label.en for each in found],
        "size": [len(each.members) for each in found],
        "color": [place if place < len(LIGHT) else -1 for place in range(len(found))],
        "x": [round(float(middle[0]), 4) for middle in middles],
        "y": [round(float(middle[1]), 4) for middle in middles],
    }
