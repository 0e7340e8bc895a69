"""The page of pyvis: its own template mechanism with our template, and nothing from elsewhere."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from grafo import markup
from grafo.views.fallback import fallback
from grafo.views.page import embedded_json, policy_hash, static
from grafo.views.palette import OTHER
from grafo.views.scene import Scene
from grafo.views.vis.elements import DASHES, OTHER_SHAPE, SHAPES, edges_of, nodes_of

if TYPE_CHECKING:
    from jinja2 import BaseLoader
    from pyvis.network import Network

# Beyond this a canvas answers slowly; the page says so and names the explorer.
MANY: Final = 3000
_TEMPLATE = "network.html"
_VIS = "lib/vis-9.1.2/vis-network.min.js"
# In the order in which they need each other; they share one scope.
_SCRIPTS = ("data", "words", "dom", "state", "inks", "labels", "drawing", "search", "card", "rail",
            "pointer", "main")  # fmt: skip
# What the page says of a government; positions are in the nodes, the rest is the explorer's.
_FACTS = ("lang", "title", "synthetic", "notices", "words", "levels", "kinds", "statuses",
          "unconnected", "palette")  # fmt: skip
_OF_NODES = ("name_es", "name_en", "level", "country", "parent", "population", "band",
             "community", "partners", "agreements", "words_es", "words_en")  # fmt: skip
_OF_AGREEMENTS = ("kind", "status", "title", "signed", "starts", "ends", "themes")


def network_page(scene: Scene) -> str:
    """Return the page of a scene."""
    network = pyvis_network(scene)
    loader = network.templateEnv.loader
    if loader is None:
        raise RuntimeError("pyvis has no template loader")
    vis, script, style = _vis_network(loader), _script(), static("network/style.css")
    lang = scene["lang"]
    network.templateEnv.globals.update(
        lang=lang,
        title=scene["title"][lang],
        synthetic=scene["synthetic"],
        notices=[notice[lang] for notice in scene["notices"]],
        many=len(network.nodes) > MANY,
        facts=facts_of(scene),
        fallback=fallback(scene),
        generator="grafo",
        vis=vis,
        script=script,
        style=style,
        script_hashes=[policy_hash(vis), policy_hash(script)],
        style_hash=policy_hash(style),
    )
    page: str = network.generate_html()
    return page


def pyvis_network(scene: Scene) -> Network:
    """Return pyvis's network of a scene, which renders our template.

    Nodes and edges are set at once: `add_edge` compares each edge with all before it and drops
    the second agreement of a pair.
    """
    from jinja2 import ChoiceLoader, Environment, PackageLoader
    from markupsafe import Markup
    from pyvis.network import Network

    network = Network(cdn_resources="in_line")
    network.nodes = nodes_of(scene)
    network.edges = edges_of(scene)
    network.options = _options(len(network.nodes) > MANY)
    network.templateEnv = Environment(
        loader=ChoiceLoader([PackageLoader("grafo.views", "static"), network.templateEnv.loader]),
        autoescape=True,
        keep_trailing_newline=True,
    )
    network.templateEnv.filters.update(
        text=lambda value: Markup(markup.text(value)),  # noqa: S704 - the one escaper made it safe
        json=lambda value: Markup(embedded_json(value)),  # noqa: S704 - no tag can begin in it
    )
    network.path = _TEMPLATE
    return network


def _options(many: bool) -> dict[str, Any]:
    """vis-network only draws: it neither moves, selects nor describes anything by itself."""
    return {
        "autoResize": True,
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {
            "dragNodes": False,
            "selectable": False,
            "hover": False,
            "hideEdgesOnDrag": many,
            "hideEdgesOnZoom": many,
        },
        "nodes": {"chosen": False},
        "edges": {"chosen": False, "smooth": False, "selectionWidth": 0, "hoverWidth": 0},
    }


def facts_of(scene: Scene) -> dict[str, Any]:
    """Return what the page says of governments and agreements, beside the elements drawn."""
    nodes = scene["nodes"]
    return {
        **{name: scene[name] for name in _FACTS},
        "nodes": _columns(nodes, _OF_NODES),
        "agreements": _columns(scene["agreements"], _OF_AGREEMENTS),
        "themes": _names(scene["themes"]),
        "countries": _names(scene["countries"]),
        "communities": _columns(scene["communities"], ("es", "en", "size", "color")),
        "other": OTHER,
        "shapes": [SHAPES.get(level, OTHER_SHAPE) for level in scene["levels"]],
        "dashes": list(DASHES),
        "many": len(nodes["id"]) > MANY,
    }


def _columns(table: dict[str, Any], wanted: tuple[str, ...]) -> dict[str, Any]:
    return {name: table[name] for name in wanted if name in table}


def _names(table: dict[str, Any]) -> dict[str, Any]:
    return {name: table.get(name, []) for name in ("es", "en")}


@cache
def _script() -> str:
    parts = "\n".join(static(f"network/{name}.js") for name in _SCRIPTS)
    return f'"use strict";\n(() => {{\n{parts}}})();\n'


def _vis_network(loader: BaseLoader) -> str:
    """Return the vis-network that pyvis brings, without the address of a file it does not bring."""
    from jinja2 import Environment

    source = loader.get_source(Environment(autoescape=True), _VIS)[0].replace("\r\n", "\n")
    if "</script" in source.lower() or "<!--" in source:
        raise RuntimeError("this vis-network cannot stand inside a page")
    return re.sub(r"\n//# sourceMappingURL=\S*\s*$", "\n", source)
