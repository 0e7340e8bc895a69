"""`grafo view explorer`: network, map, table and time in one page, with one selection for all."""

from __future__ import annotations

from grafo.analysis.snapshot import Snapshot
from grafo.model import Bilingual
from grafo.views.basemap import basemap
from grafo.views.fallback import fallback
from grafo.views.page import scene_page
from grafo.views.registry import ViewOptions, view
from grafo.views.scene import SceneOptions, build_scene
from grafo.views.scene.suggestions import suggestions


@view("explorer", Bilingual(es="Red, mapa, tabla y tiempo", en="Network, map, table and time"))
def explorer(snapshot: Snapshot, options: ViewOptions) -> str:
    """Return the page of the explorer."""
    scene = build_scene(
        snapshot, SceneOptions("explorer", options.lang, options.min_population, options.seed)
    )
    scene["suggestions"] = suggestions(snapshot, scene["nodes"]["id"])
    scene["basemap"] = basemap(scene)
    return scene_page(scene, fallback(scene))
