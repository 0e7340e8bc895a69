"""grafo's own classes and properties, gathered from the model and the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from grafo.exports.rdf.vocabulary import OWN, OwnTerm, vocabulary
from grafo.model import Bilingual, Model, NodeType, Property

# The range of a property whose literals may be of several datatypes, as partial dates are.
LITERALS = "rdfs:Literal"
_DATATYPES = {
    "text": "xsd:string",
    "texts": "xsd:string",
    "integer": "xsd:integer",
    "integers": "xsd:integer",
    "float": "xsd:decimal",
    "boolean": "xsd:boolean",
    "timestamp": "xsd:dateTime",
}


@dataclass(frozen=True, slots=True)
class Term:
    """A class, or a property with its domain and range; all names are short."""

    short: str
    label: Bilingual
    about: Bilingual
    parents: tuple[str, ...] = ()
    domain: str | None = None
    range: str | None = None
    symmetric: bool = False


def class_of(node: NodeType) -> str:
    """Return the class that a type of node is told by: grafo's own where it has one."""
    classes = (node.rdf or "rdfs:Resource").split()
    return next((short for short in classes if _is_own(short)), classes[0])


def own_classes(model: Model) -> list[Term]:
    """Return grafo's classes by name."""
    found = {}
    for node in model.nodes.values():
        if not node.internal and _is_own(short := class_of(node)):
            parents = tuple(other for other in (node.rdf or "").split() if other != short)
            found[short] = Term(short, node.label, node.about, parents)
    return _completed(found, vocabulary().classes)


def own_properties(model: Model) -> list[Term]:
    """Return grafo's properties by name.

    Raises:
        ValueError: one has no label or no definition, in the model or in the vocabulary.
    """
    found: dict[str, Term] = {}
    for term in _of_the_model(model):
        first = found.setdefault(term.short, term)
        if first.domain != term.domain:  # told of several: not one of them follows from it
            found[term.short] = replace(first, domain=None)
    return _completed(found, vocabulary().properties)


def datatype(name: str, prop: Property) -> str | None:
    """Return the datatype of a property's literals, None where they may have several."""
    if name.endswith(("_es", "_en")):
        return "rdf:langString"
    return _DATATYPES.get(prop.type)


def _of_the_model(model: Model) -> Iterator[Term]:
    for node in model.nodes.values():
        for name, prop in node.properties.items():
            if _is_own(prop.rdf) and not prop.internal:
                yield _of_property(name, prop, class_of(node))
    for edge in model.edges.values():
        for name, prop in edge.properties.items():
            if _is_own(prop.rdf) and not prop.internal:
                yield _of_property(name, prop, None)
        if edge.rdf is not None and _is_own(edge.rdf):
            yield Term(
                edge.rdf,
                edge.label,
                edge.about,
                domain=_only_class(model, edge.source),
                range=_only_class(model, edge.target),
            )


def _of_property(name: str, prop: Property, domain: str | None) -> Term:
    if prop.rdf is None or prop.label is None:
        raise ValueError(f"model.yml: {name} has a term of grafo's own, and no label")
    return Term(
        prop.rdf, prop.label, prop.about, domain=domain, range=datatype(name, prop) or LITERALS
    )


def _completed(found: dict[str, Term], given: dict[str, OwnTerm]) -> list[Term]:
    """Put what the vocabulary gives in place of what follows from the model."""
    for short, own in given.items():
        term = found.get(short)
        if term is None:
            if own.label is None or own.about is None:
                raise ValueError(f"vocabulary.yml: {short} has no label or no definition")
            term = Term(short, own.label, own.about)
        found[short] = replace(
            term,
            label=own.label or term.label,
            about=own.about or term.about,
            parents=tuple(own.parents) or term.parents,
            domain=own.domain or term.domain,
            range=own.range or term.range,
            symmetric=own.symmetric,
        )
    return [found[short] for short in sorted(found)]


def _only_class(model: Model, types: list[str]) -> str | None:
    return class_of(model.node(types[0])) if len(types) == 1 else None


def _is_own(short: str | None) -> bool:
    return short is not None and short.startswith(f"{OWN}:")
