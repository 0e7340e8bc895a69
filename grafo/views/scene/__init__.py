"""What a view shows, as plain values that become the JSON inside the page.

`frontend/README.md` has the contract; both sides change together.
"""

from grafo.views.scene.build import Scene, SceneOptions, build_scene

__all__ = ["Scene", "SceneOptions", "build_scene"]
