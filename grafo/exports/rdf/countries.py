"""Countries, the regions that they are in, and the states that send representations."""

from __future__ import annotations

from collections.abc import Iterator

from grafo.exports.rdf.description import Description, Statement, Telling, classes, names, types
from grafo.exports.rdf.links import Links
from grafo.exports.rdf.literals import text
from grafo.exports.rdf.mentions import Mentions
from grafo.exports.rdf.provenance import Provenance
from grafo.exports.rdf.terms import Terms
from grafo.exports.source import ExportedNode, ExportSource

_REGION = ("region", "region_es", "region_en")
_SUBREGION = ("subregion", "subregion_es", "subregion_en")
_APART = ("name_es", "name_en", *_REGION, *_SUBREGION)


def countries(
    source: ExportSource, terms: Terms, links: Links, provenance: Provenance, mentions: Mentions
) -> Iterator[Description]:
    """Yield each country, and the state of each that sends representations."""
    senders = {country for sent in links.represents.values() for country in sent}
    of_all, told = (
        classes(terms, source, "Country"),
        Telling(terms, source, "Country", apart=_APART),
    )

    def statements(node: ExportedNode) -> Iterator[Statement]:
        yield from of_all
        yield from names(terms, node)
        yield from names(terms, node, "locn:geographicName")
        yield from told(node)
        yield from _regions(terms, mentions, node)
        yield from provenance.statements("Country", node.id)

    for node in source.nodes("Country"):
        yield Description.of(terms.mint("country", node.id), statements(node))
        if node.id in senders:
            yield _state(terms, node)


def _regions(terms: Terms, mentions: Mentions, node: ExportedNode) -> Iterator[Statement]:
    """Yield the innermost region that a country is in, and mention it with the one around it."""
    around: list[Statement] = []
    for code_name, *name_names in (_REGION, _SUBREGION):
        code = node.properties.get(code_name)
        if code is None:
            continue
        region = terms.mint("region", code)
        said = [
            (terms["skos:prefLabel"], text(node.properties[name], name[-2:]))
            for name in name_names
            if name in node.properties
        ]
        mentions.add(
            region,
            [
                *types(terms, "dct:Location schema:Place"),
                *said,
                (terms["skos:notation"], text(code)),
                *(statement for statement in around if statement[1] != region),
            ],
        )
        around = [(terms["schema:containedInPlace"], region)]
    yield from around


def _state(terms: Terms, node: ExportedNode) -> Description:
    """Return a country as the public organisation whose units its representations are."""

    def statements() -> Iterator[Statement]:
        yield from types(
            terms, "m8g:PublicOrganisation org:FormalOrganization schema:GovernmentOrganization"
        )
        yield from names(terms, node)
        yield terms["dct:spatial"], terms.mint("country", node.id)

    return Description.of(terms.mint("state", node.id), statements())
