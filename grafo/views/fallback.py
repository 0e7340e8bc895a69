"""What a reader without JavaScript sees: the hubs as a table, and why there is no more."""

from __future__ import annotations

from grafo.markup import text
from grafo.views.scene import Scene

_ROWS = 50


def fallback(scene: Scene) -> str:
    """Return a heading, a sentence and a table of the governments with most counterparts."""
    lang = scene["lang"]
    nodes = scene["nodes"]
    order = sorted(
        range(len(nodes["id"])), key=lambda i: (-nodes["partners"][i], -nodes["agreements"][i], i)
    )
    rows = "".join(
        f"<tr><th scope='row'><bdi>{text(nodes['name'][i])}</bdi></th>"
        f"<td>{nodes['partners'][i]}</td><td>{nodes['agreements'][i]}</td></tr>\n"
        for i in order[:_ROWS]
        if nodes["partners"][i]
    )
    says = {
        "es": (
            "Para explorar la red y el mapa hace falta JavaScript; aquí están los gobiernos con "
            "más contrapartes.",
            "gobierno", "contrapartes", "acuerdos",
        ),
        "en": (
            "The network and the map need JavaScript; here are the governments with most "
            "counterparts.",
            "government", "counterparts", "agreements",
        ),
    }[lang]  # fmt: skip
    headings = "".join(f"<th scope='col'>{heading}</th>" for heading in says[1:])
    return (
        f"<noscript><h1>{text(scene['title'][lang])}</h1><p>{says[0]}</p>"
        f"<table><thead><tr>{headings}</tr></thead><tbody>\n{rows}</tbody></table></noscript>"
    )
