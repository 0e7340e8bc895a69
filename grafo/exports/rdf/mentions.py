"""What others are named for: concepts, licences, publishers, files. Each is described once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from grafo.exports.rdf.description import Description, Statement
from grafo.exports.rdf.terms import Terms


class Mentions:
    """Descriptions of what was mentioned, gathered while the rest is told, and told last."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self._said: dict[NamedNode, dict[Statement, None]] = {}

    def add(self, subject: NamedNode, statements: Iterable[Statement]) -> NamedNode:
        """Keep what is said of a thing, and return it."""
        self._said.setdefault(subject, {}).update(dict.fromkeys(statements))
        return subject

    def of_others(self, iri: str, statements: Iterable[Statement]) -> NamedNode:
        """Keep what is said of a thing outside of this export, and return it.

        An address under the base is of something that is described already.
        """
        thing = NamedNode(iri)
        return thing if iri.startswith(self.terms.base) else self.add(thing, statements)

    def descriptions(self) -> Iterator[Description]:
        """Yield the descriptions in the order of their IRIs."""
        for subject in sorted(self._said, key=lambda thing: thing.value):
            yield Description.of(subject, self._said[subject])
