"""What an export says of one thing: each thing is described once, and nothing is said twice."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from pyoxigraph import Literal, NamedNode, Triple

from grafo.exports.rdf.literals import UNKNOWN_LANGUAGE, literals, text
from grafo.exports.rdf.terms import Terms
from grafo.exports.source import ExportedNode, ExportSource
from grafo.model import Bilingual

Statement = tuple[NamedNode, NamedNode | Literal]


@dataclass(frozen=True, slots=True)
class Description:
    """A thing and all that is said of it: objects by predicate."""

    subject: NamedNode
    statements: Mapping[NamedNode, Collection[NamedNode | Literal]]

    def triples(self) -> Iterator[Triple]:
        """Yield what is said, triple by triple."""
        for predicate, values in self.statements.items():
            for value in values:
                yield Triple(self.subject, predicate, value)

    @classmethod
    def of(cls, subject: NamedNode, statements: Iterable[Statement]) -> Description:
        """Gather statements by predicate, in the order they come; a repeated one counts once."""
        gathered: dict[NamedNode, dict[NamedNode | Literal, None]] = {}
        for predicate, value in statements:
            values = gathered.get(predicate)
            if values is None:
                gathered[predicate] = {value: None}
            else:
                values[value] = None
        return cls(subject, gathered)


def types(terms: Terms, shorts: str) -> Iterator[Statement]:
    """Yield the classes of a thing, given as short names parted by spaces."""
    for short in shorts.split():
        yield terms["rdf:type"], terms[short]


def classes(terms: Terms, source: ExportSource, type_: str) -> list[Statement]:
    """Return the classes that the model gives to a type of node."""
    return list(types(terms, source.model.node(type_).rdf or ""))


def labels(
    terms: Terms, label: Bilingual, predicate: str = "skos:prefLabel"
) -> Iterator[Statement]:
    """Yield a label in both languages."""
    yield terms[predicate], text(label.es, "es")
    yield terms[predicate], text(label.en, "en")


def names(
    terms: Terms, node: ExportedNode, predicate: str = "skos:prefLabel"
) -> Iterator[Statement]:
    """Yield the names of a node. One whose language the graph does not say has none here."""
    known = [
        (node.properties[name], language)
        for name, language in (("name_es", "es"), ("name_en", "en"))
        if name in node.properties
    ]
    for name, language in known:
        yield terms[predicate], text(name, language)
    main = node.properties.get("name")
    if main is not None and all(main != name for name, _ in known):
        yield terms[predicate], text(main, UNKNOWN_LANGUAGE)


class Telling:
    """Tells what the properties of one type of node say, by the terms of the model.

    Those that are told apart are left out; with `only`, all others are. A property with a list of
    values names a concept of grafo's own.
    """

    def __init__(
        self,
        terms: Terms,
        source: ExportSource,
        type_: str,
        *,
        apart: Collection[str] = (),
        only: Collection[str] | None = None,
    ) -> None:
        self._terms = terms
        self._how: list[tuple[str, NamedNode, Callable[[Any], Iterable[NamedNode | Literal]]]] = []
        for name, prop in source.properties(source.model.node(type_)).items():
            if prop.rdf is None or name in apart or (only is not None and name not in only):
                continue
            values = (
                literals(name, prop)
                if prop.values is None
                else partial(self._concept, concept_kind(type_, name))
            )
            self._how.append((name, terms[prop.rdf], values))

    def __call__(self, node: ExportedNode) -> Iterator[Statement]:
        """Yield what a node's properties say."""
        for name, predicate, values in self._how:
            value = node.properties.get(name)
            if value is not None:
                for term in values(value):
                    yield predicate, term

    def _concept(self, kind: str, value: str) -> Iterable[NamedNode]:
        return (self._terms.mint(kind, value),)


def concept_kind(type_: str, name: str) -> str:
    """Return the kind of the concepts that are a property's values: `government-level`."""
    return f"{type_.lower()}-{name}"
