"""The page of the ontology: every term of grafo's own at the address that its IRI leads to."""

from __future__ import annotations

from collections.abc import Iterator

from grafo.exports.rdf import Terms
from grafo.exports.rdf.own_terms import Term, own_classes, own_properties
from grafo.exports.rdf.vocabulary import vocabulary
from grafo.language import Lang
from grafo.markup import attribute, text
from grafo.model import Bilingual, load_model
from grafo.publishing.page import LANGS, Page, anchor

_CLASSES = Bilingual(es="Clases", en="Classes")
_PROPERTIES = Bilingual(es="Propiedades", en="Properties")
_COLUMNS = Bilingual(es="término; nombre; significado", en="term; name; meaning")
_ENDS = Bilingual(es="se dice de; su valor es", en="said of; its value is")
_FILES = Bilingual(es="La misma en Turtle", en="The same as Turtle")


def term_pages(terms: Terms, title: Bilingual) -> Iterator[Page]:
    """Yield the page in both languages."""
    own = vocabulary()
    for lang in LANGS:
        body = [
            f"<h1>{text(own.title[lang])}</h1>",
            f"<p>{text(own.about[lang])}</p>",
            f"<p>{anchor('ontology.ttl', 'ontology', _FILES[lang])}</p>",
            f"<h2>{_CLASSES[lang]}</h2>",
            *_table(own_classes(load_model()), lang),
            f"<h2>{_PROPERTIES[lang]}</h2>",
            *_table(own_properties(load_model()), lang),
            f'<p class="iri">{text(terms.ontology.value)}</p>',
        ]
        canonical = terms.ontology.value
        yield Page(
            "ontology", lang, own.title[lang], "\n".join(body), title[lang], canonical=canonical
        )


def _table(terms: list[Term], lang: Lang) -> Iterator[str]:
    """Yield a table; what properties are said of, and their values, only where one tells."""
    told = any(term.domain or term.range for term in terms)
    columns = [*_COLUMNS[lang].split("; "), *(_ENDS[lang].split("; ") if told else [])]
    heads = "".join(f"<th>{text(head)}</th>" for head in columns)
    yield f'<div class="wide"><table><thead><tr>{heads}</tr></thead><tbody>'
    for term in terms:
        # The part after the # of the term's IRI, so that it leads to this row.
        name = term.short.partition(":")[2]
        cells = [
            f"<code>{text(term.short)}</code>",
            text(term.label[lang]),
            text(term.about[lang]),
            *([text(term.domain or ""), text(term.range or "")] if told else []),
        ]
        row = "".join(f"<td>{cell}</td>" for cell in cells)
        yield f'<tr id="{attribute(name)}">{row}</tr>'
    yield "</tbody></table></div>"
