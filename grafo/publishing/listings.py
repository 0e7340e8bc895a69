"""The pages that lead to the things: the front page, and a list for each kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grafo.exports.credits import Credit
from grafo.language import Lang
from grafo.markup import link, text
from grafo.model import Bilingual
from grafo.publishing.formats import FORMATS
from grafo.publishing.index import Index
from grafo.publishing.page import Page, address, anchor, file_name
from grafo.publishing.words import words

_A_PAGE = 1000

_INTRODUCTION = Bilingual(
    es="Gobiernos locales, sus acuerdos con el exterior, los temas de que tratan y las "
    "representaciones que podrían ayudarles. Cada cosa tiene una dirección permanente; los datos "
    "se pueden descargar completos.",
    en="Local governments, their agreements abroad, the themes these are about, and the "
    "representations that could help. Each thing has a lasting address; all data can be "
    "downloaded.",
)
_EXPLORE = Bilingual(es="Explorar", en="Explore")
_EXPLORER = Bilingual(es="Red, mapa y tabla interactivos", en="Network, map and table to explore")
_REPORT = Bilingual(es="Informe", en="Report")
_LOOK_UP = Bilingual(es="Consultar", en="Look up")
_DOWNLOAD = Bilingual(es="Descargar", en="Download")
_CATALOGUE = Bilingual(es="Catálogo DCAT", en="DCAT catalogue")
_VOID = Bilingual(es="Descripción VoID, con conteos", en="VoID description, with counts")
_ONTOLOGY = Bilingual(es="Ontología", en="Ontology")
_SHAPES = Bilingual(es="Reglas SHACL", en="SHACL shapes")
_SOURCES = Bilingual(es="Fuentes y licencias", en="Sources and licences")
_NEXT = Bilingual(es="Siguientes", en="Next")
_BACK = Bilingual(es="Anteriores", en="Previous")
_SYNTHETIC = Bilingual(
    es="DATOS SINTÉTICOS, inventados para probar y enseñar.",
    en="SYNTHETIC DATA, made up for tests and teaching.",
)


def front_page(
    index: Index, credits: Sequence[Credit], title: Bilingual, lang: Lang, base: str
) -> Page:
    """Return the page that the base IRI answers with."""
    body = [f"<h1>{text(title[lang])}</h1>"]
    if any(credit.synthetic for credit in credits):
        body.append(f'<p class="notice">{text(_SYNTHETIC[lang])}</p>')
    body.append(f"<p>{text(_INTRODUCTION[lang])}</p>")
    body += _section(_EXPLORE[lang], _looks(lang))
    body += _section(_LOOK_UP[lang], _kinds(index, lang))
    body += _section(_DOWNLOAD[lang], _downloads(lang))
    body += _section(_SOURCES[lang], (_credit(credit, lang) for credit in credits))
    return Page("", lang, title[lang], "\n".join(body), title[lang], canonical=base)


def _section(title: str, items: Iterator[str]) -> list[str]:
    return [f"<h2>{text(title)}</h2>", "<ul>", *(f"<li>{item}</li>" for item in items), "</ul>"]


def _looks(lang: Lang) -> Iterator[str]:
    yield anchor(file_name("explorer", lang), "", _EXPLORER[lang])
    yield anchor(file_name("report", lang), "", _REPORT[lang])


def _kinds(index: Index, lang: Lang) -> Iterator[str]:
    for kind in words().listed:
        count = len(index.listed[kind])
        if count:
            yield f"{anchor(address(kind, lang), '', words().listed[kind][lang])} ({count:,})"


def _downloads(lang: Lang) -> Iterator[str]:
    for form in FORMATS:
        yield anchor(form.path, "", form.title[lang])
    ways = [anchor(f"catalog.{end}", "", end) for end in ("ttl", "xml", "jsonld")]
    yield f"{text(_CATALOGUE[lang])}: {', '.join(ways)}"
    yield anchor("void.ttl", "", _VOID[lang])
    yield (
        f"{anchor(address('ontology', lang), '', _ONTOLOGY[lang])} "
        f"({anchor('ontology.ttl', '', 'Turtle')}; "
        f"{anchor('shapes.ttl', '', _SHAPES[lang])})"
    )


def _credit(credit: Credit, lang: Lang) -> str:
    said = f"{anchor(address(f'source/{credit.id}', lang), '', credit.title[lang])}"
    by = f" · {text(credit.publisher)}" if credit.publisher else ""
    licence = link(credit.licence)
    shown = text(credit.licence)
    named = f'<a href="{licence}" rel="external license">{shown}</a>' if licence else shown
    limits = f" · {text(credit.limits[lang])}" if credit.limits[lang] else ""
    return f"{said}{by} · {named}{limits}"


def list_pages(index: Index, kind: str, lang: Lang, site: str) -> Iterator[Page]:
    """Yield the pages of the list of a kind, a thousand things to each."""
    things = index.in_order(kind)
    label = words().listed[kind][lang]
    chunks = [things[start : start + _A_PAGE] for start in range(0, len(things), _A_PAGE)]
    for number, chunk in enumerate(chunks):
        items = "\n".join(
            f"<li>{anchor(address(index.folders[iri], lang), kind, index.told(iri, '')[lang])}</li>"
            for iri in chunk
        )
        body = f'<h1>{text(label)}</h1>\n<p class="kind">{len(things):,}</p>\n'
        body += f'<ul class="columns">\n{items}\n</ul>\n{_around(number, len(chunks), lang)}'
        yield Page(kind, lang, label, body, site, name=_list_name(number))


def _around(number: int, count: int, lang: Lang) -> str:
    ways = []
    if number:
        ways.append(f'<a href="{file_name(_list_name(number - 1), lang)}">{_BACK[lang]}</a>')
    if number + 1 < count:
        ways.append(f'<a href="{file_name(_list_name(number + 1), lang)}">{_NEXT[lang]}</a>')
    return f"<p>{' · '.join(ways)}</p>" if ways else ""


def _list_name(number: int) -> str:
    return f"list-{number + 1}" if number else "index"
