"""Compact JSON-LD, streamed: a context of its own, then one thing a line."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from pyoxigraph import Literal, NamedNode

from grafo.exports.rdf.description import Description
from grafo.exports.rdf.terms import Terms
from grafo.exports.rdf.vocabulary import Context, vocabulary

_STRING = vocabulary().prefixes["xsd"] + "string"
_TYPE = vocabulary().prefixes["rdf"] + "type"


def compact(
    descriptions: Iterable[Description], terms: Terms, prefixes: dict[str, str]
) -> Iterator[str]:
    """Yield the lines of a JSON-LD document."""
    writer = _Compactor(terms, prefixes)
    yield '{"@context": ' + json.dumps(writer.context, ensure_ascii=False, indent=1) + ","
    yield '"@graph": ['
    ahead = ""
    for description in descriptions:
        if ahead:
            yield ahead + ","
        ahead = json.dumps(writer.node(description), ensure_ascii=False)
    yield ahead
    yield "]}"


class _Compactor:
    """Writes things by a context: short keys, short IRIs, texts by language."""

    def __init__(self, terms: Terms, prefixes: dict[str, str]) -> None:
        self._prefixes = prefixes
        self._by_namespace = {namespace: prefix for prefix, namespace in prefixes.items()}
        self._how: dict[NamedNode, tuple[str, str | None]] = {}
        self.context = self._context(terms, vocabulary().context)

    def node(self, description: Description) -> dict[str, Any]:
        """Return a thing as JSON-LD."""
        written: dict[str, Any] = {"id": self._iri(description.subject.value)}
        for predicate, values in description.statements.items():
            if predicate.value == _TYPE:
                written["type"] = _one_or_all([self._iri(value.value) for value in values])
                continue
            key, kind = self._how.get(predicate) or (self._iri(predicate.value), None)
            if kind == "text" and all(_is_told_once(value, values) for value in values):
                written[key] = {v.language: v.value for v in values if isinstance(v, Literal)}
            else:
                written[key] = _one_or_all([self._value(value, kind) for value in values])
        return written

    def _value(self, value: NamedNode | Literal, kind: str | None) -> Any:
        if isinstance(value, NamedNode):
            short = self._iri(value.value)
            return short if kind == "thing" else {"@id": short}
        datatype = value.datatype.value
        if value.language is not None:
            return {"@value": value.value, "@language": value.language}
        if kind == datatype or (datatype == _STRING and kind == "plain"):
            return value.value
        if datatype == _STRING:
            return {"@value": value.value}
        return {"@value": value.value, "@type": self._iri(datatype)}

    def _iri(self, iri: str) -> str:
        """Return an IRI with its prefix, where it has one."""
        namespace, sign, name = iri.rpartition("#" if "#" in iri else "/")
        prefix = self._by_namespace.get(namespace + sign)
        return iri if prefix is None or not name else f"{prefix}:{name}"

    def _context(self, terms: Terms, how: Context) -> dict[str, Any]:
        context: dict[str, Any] = {"id": "@id", "type": "@type", **self._prefixes}
        kinds: dict[str, tuple[str, dict[str, str]]] = {
            **{short: ("thing", {"@type": "@id"}) for short in how.things},
            **{short: ("text", {"@container": "@language"}) for short in how.texts},
            **{
                short: (terms[datatype].value, {"@type": datatype})
                for short, datatype in how.typed.items()
            },
            **{short: ("plain", {}) for short in how.plain},
        }
        # Where two terms have one name, Dublin Core's, which most readers know, keeps it.
        for short, (kind, more) in sorted(kinds.items(), key=_dublin_core_first):
            name = short.partition(":")[2]
            key = short.replace(":", "_") if name in context else name
            context[key] = {"@id": short, **more} if more else short
            self._how[terms[short]] = (key, kind)
        return context


def _dublin_core_first(term: tuple[str, object]) -> tuple[bool, str]:
    return not term[0].startswith("dct:"), term[0]


def _is_told_once(value: NamedNode | Literal, values: Collection[Any]) -> bool:
    """Tell whether a text has a language, and is the only one in it."""
    if not isinstance(value, Literal) or value.language is None:
        return False
    return [getattr(other, "language", None) for other in values].count(value.language) == 1


def _one_or_all(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values
