"""The values that the model allows, as small concept schemes: levels, kinds, statuses, types."""

from __future__ import annotations

from collections.abc import Iterator

from grafo.exports.rdf.description import Description, Statement, concept_kind, labels, types
from grafo.exports.rdf.literals import text
from grafo.exports.rdf.terms import Terms
from grafo.exports.rdf.vocabulary import vocabulary
from grafo.model import Bilingual, Model, Property


def schemes(model: Model) -> dict[str, Property]:
    """Return the properties whose values are concepts in RDF, by the kind of these."""
    return {
        concept_kind(node.name, name): prop
        for node in model.nodes.values()
        if not node.internal
        for name, prop in node.properties.items()
        if prop.values is not None and prop.rdf is not None and not prop.internal
    }


def concepts(model: Model, terms: Terms) -> Iterator[Description]:
    """Yield each scheme and its concepts."""
    for kind, prop in schemes(model).items():
        scheme = terms.mint("scheme", kind)
        values = {value: terms.mint(kind, value) for value in prop.values or {}}
        label = Bilingual(es=prop.about.es.rstrip("."), en=prop.about.en.rstrip("."))
        yield Description.of(
            scheme,
            [
                *types(terms, "skos:ConceptScheme"),
                *labels(terms, label),
                *labels(terms, label, "dct:title"),
                *((terms["skos:hasTopConcept"], concept) for concept in values.values()),
            ],
        )
        for value, concept in values.items():
            yield Description.of(
                concept,
                [
                    *types(terms, "skos:Concept"),
                    *labels(terms, (prop.values or {})[value]),
                    *_definition(terms, kind, value),
                    (terms["skos:notation"], text(value)),
                    (terms["skos:inScheme"], scheme),
                    (terms["skos:topConceptOf"], scheme),
                ],
            )


def _definition(terms: Terms, kind: str, value: str) -> Iterator[Statement]:
    yield from labels(terms, vocabulary().definitions[kind][value], "skos:definition")
