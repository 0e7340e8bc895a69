"""The vocabularies that only a catalogue needs, beside those of the data."""

from __future__ import annotations

from collections.abc import Mapping

from pyoxigraph import NamedNode

from grafo.exports.rdf import Terms

_MORE: Mapping[str, str] = {
    "hydra": "http://www.w3.org/ns/hydra/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "void": "http://rdfs.org/ns/void#",
}


class Vocabularies:
    """The terms of an export and those of a catalogue, by their short names."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms

    def __getitem__(self, short: str) -> NamedNode:
        prefix, _, name = short.partition(":")
        return NamedNode(_MORE[prefix] + name) if prefix in _MORE else self._terms[short]

    def prefixes(self) -> dict[str, str]:
        """Return all prefixes, the data's first."""
        return {**self._terms.namespaces, **_MORE}
