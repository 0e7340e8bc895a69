"""Themes as a concept scheme, matched to the Sustainable Development Goals and EU data themes."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from pyoxigraph import NamedNode

from grafo.bundled import bundled
from grafo.exports.rdf.description import (
    Description,
    Statement,
    Telling,
    classes,
    labels,
    names,
    types,
)
from grafo.exports.rdf.links import Links
from grafo.exports.rdf.literals import text
from grafo.exports.rdf.mentions import Mentions
from grafo.exports.rdf.provenance import Provenance
from grafo.exports.rdf.terms import Terms
from grafo.exports.rdf.vocabulary import authorities
from grafo.exports.source import ExportedNode, ExportSource
from grafo.model import Bilingual

_SCHEME = Bilingual(es="Temas de cooperación", en="Themes of cooperation")


def themes(
    source: ExportSource, terms: Terms, links: Links, provenance: Provenance, mentions: Mentions
) -> Iterator[Description]:
    """Yield each theme, and last their scheme; none where there are no themes."""
    narrower: dict[str, list[str]] = defaultdict(list)
    for theme, broader in links.broader.items():
        for above in broader:
            narrower[above].append(theme)
    scheme = terms.mint("scheme", "theme")
    of_all = classes(terms, source, "Theme")
    told = Telling(terms, source, "Theme", apart=("name_es", "name_en", "sdg"))
    tops: list[NamedNode] = []

    def statements(node: ExportedNode) -> Iterator[Statement]:
        yield from of_all
        yield from names(terms, node)
        yield from told(node)
        yield terms["skos:inScheme"], scheme
        if node.id not in links.broader:
            yield terms["skos:topConceptOf"], scheme
        for above in links.broader.get(node.id, ()):
            yield terms["skos:broader"], terms.mint("theme", above)
        for below in sorted(narrower.get(node.id, ())):
            yield terms["skos:narrower"], terms.mint("theme", below)
        for match in _matches(terms, mentions, node):
            yield terms["skos:broadMatch"], match
        yield from provenance.statements("Theme", node.id)

    for node in source.nodes("Theme"):
        concept = terms.mint("theme", node.id)
        if node.id not in links.broader:
            tops.append(concept)
        yield Description.of(concept, statements(node))
    if tops:
        yield Description.of(
            scheme,
            [
                *types(terms, "skos:ConceptScheme"),
                *labels(terms, _SCHEME),
                *labels(terms, _SCHEME, "dct:title"),
                *((terms["skos:hasTopConcept"], top) for top in tops),
            ],
        )


def _matches(terms: Terms, mentions: Mentions, node: ExportedNode) -> Iterator[NamedNode]:
    known = authorities()
    for goal in node.properties.get("sdg", ()):
        if goal in known.sdg:
            yield _authority(terms, mentions, "sdg", str(goal), known.sdg[goal])
    code = _eu_themes().get(node.id)
    if code in known.eu_themes:
        yield _authority(terms, mentions, "eu_themes", code, known.eu_themes[code])


def _authority(
    terms: Terms, mentions: Mentions, scheme: str, code: str, label: Bilingual
) -> NamedNode:
    """Mention a concept of others together with its scheme."""
    around = authorities().schemes[scheme]
    whole = mentions.of_others(
        around.iri,
        [
            *types(terms, "skos:ConceptScheme"),
            *labels(terms, around.label),
            *labels(terms, around.label, "dct:title"),
        ],
    )
    return mentions.of_others(
        f"{around.iri}/{code}",
        [
            *types(terms, "skos:Concept"),
            *labels(terms, label),
            (terms["skos:notation"], text(code)),
            (terms["skos:inScheme"], whole),
        ],
    )


@cache
def _eu_themes() -> dict[str, str]:
    """Return the EU data theme of each theme of grafo's own table."""
    with (bundled("data") / "themes.csv").open(encoding="utf-8", newline="") as stream:
        return {row["id"]: row["eu_theme"] for row in csv.DictReader(stream)}
