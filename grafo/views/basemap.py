"""The outlines of countries, and of the states of the home country, that the map is drawn on."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from grafo.views.page import static
from grafo.views.scene import Scene

_STATES = {"MX": ("basemap-states-mx.json", "mx-")}  # file, and what stands before the code in ids


def basemap(scene: Scene) -> dict[str, Any]:
    """Return the outlines, and which node is which state."""
    found: dict[str, Any] = {"world": _outlines("basemap-world.json")}
    if scene["home"] in _STATES:
        name, prefix = _STATES[scene["home"]]
        state = scene["levels"].index("state") if "state" in scene["levels"] else -1
        nodes = scene["nodes"]
        found["states"] = _outlines(name)
        found["state_nodes"] = {
            id_.removeprefix(prefix): node
            for node, (id_, level) in enumerate(zip(nodes["id"], nodes["level"], strict=True))
            if level == state and id_.startswith(prefix)
        }
    return found


@cache
def _outlines(name: str) -> Any:
    return json.loads(static(name))
