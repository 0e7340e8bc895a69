"""The IRIs of an export: the terms of the vocabularies, and a name for everything it tells of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote, urlsplit

from pyoxigraph import NamedNode

from grafo.errors import UsageError
from grafo.exports.rdf.vocabulary import OWN, vocabulary
from grafo.language import say

# RFC 3987 in short: what an IRI may hold outside of its percent-encoding.
_BASE = re.compile(r"(?:[A-Za-z0-9\-._~:/#\[\]@!$&'()*+,;=\u00a0-\U000efffd]|%[0-9A-Fa-f]{2})+")

_PLAIN = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*")

# The kinds of things that get an IRI under the base, each with a prefix of the same name.
KINDS = (
    "agent",
    "agreement",
    "country",
    "file",
    "government",
    "inegi",
    "licence",
    "place",
    "region",
    "report",
    "representation",
    "scheme",
    "seat",
    "source",
    "state",
    "theme",
)


class Terms:
    """The IRIs of one export, all under its base or in a vocabulary.

    Raises:
        UsageError: `base_iri` is no absolute http(s) IRI that ends in `/` or `#`.
    """

    def __init__(self, base_iri: str) -> None:
        self.base = check_base(base_iri)
        own = f"{self.base}ontology" + ("/" if self.base.endswith("#") else "#")
        self.namespaces: Mapping[str, str] = {OWN: own, **vocabulary().prefixes}
        self._known: dict[str, NamedNode] = {}

    @property
    def ontology(self) -> NamedNode:
        """The IRI of the ontology itself."""
        return NamedNode(f"{self.base}ontology")

    @property
    def dataset(self) -> NamedNode:
        """The IRI of the graph as a dataset."""
        return NamedNode(f"{self.base}dataset")

    def __getitem__(self, short: str) -> NamedNode:
        """Return the IRI of a short name such as `skos:prefLabel`."""
        found = self._known.get(short)
        if found is None:
            prefix, _, name = short.partition(":")
            found = self._known[short] = NamedNode(self.namespaces[prefix] + name)
        return found

    def all(self, shorts: str) -> list[NamedNode]:
        """Return the IRIs of several short names, parted by spaces."""
        return [self[short] for short in shorts.split()]

    def mint(self, kind: str, key: str) -> NamedNode:
        """Return the IRI of a thing; different kinds or keys have different IRIs."""
        return NamedNode(f"{self.base}{kind}/{segment(key)}")

    def prefixes(self, kinds: tuple[str, ...] = KINDS) -> dict[str, str]:
        """Return the prefixes of an export: vocabularies first, then the kinds of things."""
        return {**self.namespaces, **{kind: f"{self.base}{kind}/" for kind in kinds}}


def segment(key: str) -> str:
    """Return a key as one segment of a path, percent-encoded; no two keys give the same.

    Browsers take `.` and `..` out of a path, encoded or not: those get a sign before them.

    >>> segment("mx-14"), segment("São Tomé/1"), segment("..")
    ('mx-14', 'S%C3%A3o%20Tom%C3%A9%2F1', '~..')
    """
    if _PLAIN.fullmatch(key):  # nearly all of them
        return key
    encoded = quote(key, safe="-._~")
    return f"~{encoded}" if key in {"", ".", ".."} or key.startswith("~") else encoded


def web_page(text: str) -> str | None:
    """Return the text as an IRI where it is an address on the web, else None.

    >>> web_page("https://example.org/a b?x=ñ"), web_page("javascript:alert(1)")
    ('https://example.org/a%20b?x=ñ', None)
    """
    if not re.match(r"https?://[^/?#\s]", text):
        return None
    kept = re.sub(r"[\s\x00-\x20\x7f-\x9f\"<>\\^`{|}]|%(?![0-9A-Fa-f]{2})", _encoded, text.strip())
    try:
        NamedNode(kept)
        host = urlsplit(kept).hostname
    except ValueError:
        return None
    return kept if host else None


def check_base(base_iri: str) -> str:
    """Return a base for IRIs as it is given.

    Raises:
        UsageError: it is no absolute http(s) IRI that ends in `/` or `#`.
    """
    try:
        parts = urlsplit(base_iri)
        sound = (
            parts.scheme in {"http", "https"}
            and bool(parts.hostname)
            and parts.username is None
            and (parts.port is None or parts.port > 0)
            and base_iri[-1] in "/#"
            and base_iri.count("#") <= (base_iri[-1] == "#")
            and _BASE.fullmatch(base_iri) is not None
            and not {".", ".."} & set(parts.path.split("/"))
        )
        NamedNode(base_iri)
    except ValueError:
        sound = False
    if not sound:
        raise UsageError(
            say(f"{base_iri!r} no sirve de base para IRIs", f"{base_iri!r} is no base for IRIs"),
            hint=say(
                "Escriba una dirección completa, sin espacios ni parámetros, que termine en / o #, "
                "como https://datos.ejemplo.mx/grafo/",
                "Write a whole address, without spaces or parameters, that ends in / or #, "
                "such as https://data.example.org/grafo/",
            ),
        )
    return base_iri


def _encoded(found: re.Match[str]) -> str:
    return quote(found[0], safe="")
