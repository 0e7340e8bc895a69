"""`grafo view map`: where the agreements lead, by state and by country, year by year."""

from __future__ import annotations

from grafo.analysis.snapshot import Snapshot
from grafo.model import Bilingual
from grafo.views.basemap import basemap
from grafo.views.fallback import fallback
from grafo.views.page import scene_page
from grafo.views.registry import ViewOptions, view
from grafo.views.scene import SceneOptions, build_scene


@view("map", Bilingual(es="Mapa de los acuerdos", en="Map of the agreements"))
def map_(snapshot: Snapshot, options: ViewOptions) -> str:
    """Return the page of the map."""
    scene = build_scene(
        snapshot, SceneOptions("map", options.lang, options.min_population, options.seed)
    )
    scene["basemap"] = basemap(scene)
    return scene_page(scene, fallback(scene))
