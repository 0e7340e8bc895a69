"""The README of a publication: what it is, under which licences, and what the data cannot say."""

from __future__ import annotations

from collections.abc import Sequence

from grafo.exports.credits import Credit, credit_lines
from grafo.model import Bilingual

_TEXT = Bilingual(
    es="""Esta carpeta es un sitio estático: sírvala en {base} y cada dirección de los datos
responderá con su página. data/ tiene el grafo en varios formatos; catalog.ttl (también .xml y
.jsonld) es el catálogo DCAT que cosechan los portales; void.ttl dice cuánto hay de cada cosa;
ontology.ttl y shapes.ttl dicen qué significan los términos y qué cumple todo dato.

Las fuentes conservan cada una su licencia; quien reutilice los datos debe cumplir la de las
fuentes que use. El catálogo mismo es CC0 1.0; el texto de la ontología, CC BY 4.0.
""",
    en="""This folder is a static site: serve it at {base} and every address in the data will
answer with its page. data/ has the graph in several formats; catalog.ttl (also .xml and .jsonld)
is the DCAT catalogue that portals harvest; void.ttl says how much there is of everything;
ontology.ttl and shapes.ttl say what the terms mean and what all data keep to.

Each source keeps its own licence; whoever reuses the data must meet those of the sources used.
The catalogue itself is CC0 1.0; the text of the ontology CC BY 4.0.
""",
)


def readme(credits: Sequence[Credit], title: Bilingual, base: str) -> str:
    """Return the text, first in Spanish, then in English."""
    parts = []
    for lang in ("es", "en"):
        lines = "\n".join(f"- {line}" for line in credit_lines(credits, lang))
        parts.append(f"{title[lang]}\n\n{_TEXT[lang].format(base=base)}\n{lines}\n")
    return "\n\n".join(parts)
