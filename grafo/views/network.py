"""`grafo view network`: the network alone, in a page that pyvis makes."""

from __future__ import annotations

from grafo.analysis.snapshot import Snapshot
from grafo.model import Bilingual
from grafo.views.registry import ViewOptions, view
from grafo.views.scene import SceneOptions, build_scene
from grafo.views.vis import network_page


@view("network", Bilingual(es="Red de los acuerdos", en="Network of the agreements"))
def network(snapshot: Snapshot, options: ViewOptions) -> str:
    """Return the page of the network."""
    return network_page(
        build_scene(
            snapshot, SceneOptions("explorer", options.lang, options.min_population, options.seed)
        )
    )
