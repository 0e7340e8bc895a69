"""The page of what was published once and is no more: an IRI is never left without an answer."""

from __future__ import annotations

import json
from urllib.parse import quote

from grafo.language import Lang
from grafo.markup import text
from grafo.model import Bilingual
from grafo.publishing.page import Page

_GONE = Bilingual(es="Retirado", en="Retired")
_WHY = Bilingual(
    es="Esta dirección nombraba algo que ya no está en los datos: ninguna fuente lo dice, o pasó "
    "a tener otra clave. La dirección no se usará para otra cosa.",
    en="This address named something that is no longer in the data: no source says it any more, "
    "or it has another key now. The address will not be used for anything else.",
)


def retired_page(folder: str, lang: Lang, base: str, site: str) -> Page:
    """Return the page of a folder whose thing is gone."""
    iri = f"{base}{quote(folder)}"
    data = json.dumps({"@id": iri, "http://www.w3.org/2002/07/owl#deprecated": True})
    body = f'<h1>{_GONE[lang]}</h1>\n<p>{_WHY[lang]}</p>\n<p class="iri">{text(iri)}</p>'
    return Page(folder, lang, _GONE[lang], body, site, data.replace("<", "\\u003c"), False, iri)
