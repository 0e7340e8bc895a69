"""What a SPARQL query may not do: call other servers, name other graphs, or change anything.

The engine itself runs updates only where they are asked for, and reads no graph from the web; but
it does call the server that SERVICE names. So the word is looked for in the query without its
texts, comments, IRIs, variables and local names; every doubt is decided against the query.
"""

from __future__ import annotations

import re

from grafo.errors import QueryError
from grafo.language import say

_APART = re.compile(
    r"""\\.                                    # an escaped sign opens nothing
    | \"{3}(?:[^"\\]|\\.|"{1,2}(?!"))*\"{3} | '{3}(?:[^'\\]|\\.|'{1,2}(?!'))*'{3}
    | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'
    | <[^<>"{}|^`\\\x00-\x20]*>                # an IRI
    | \#[^\n\r]*                               # a comment
    | [?$]\w+                                  # a variable
    | :[\w.%-]+                                # a local name
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPED = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_PROLOGUE = re.compile(r"(?:\s|BASE\s+\x01|PREFIX\s+[\w.-]*:\s*\x01)*", re.IGNORECASE)
_UPDATE = re.compile(
    r"(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b", re.IGNORECASE
)


def check_reads_only(query: str) -> None:
    """Refuse a query that would reach beyond the graph, or change it.

    Raises:
        QueryError: saying which word is not allowed.
    """
    # SPARQL lets any sign be written as \\uXXXX: both ways of reading are looked at.
    for reading in {query, _ESCAPED.sub(_sign, query)}:
        bare = _APART.sub(_left, reading)
        if re.search("service", bare, re.IGNORECASE):
            raise _refused(
                "SERVICE",
                "consultaría otro servidor; sólo se pregunta a este grafo",
                "it would ask another server; only this graph is asked",
            )
        if re.search(r"(?<!\w)FROM(?!\w)", bare, re.IGNORECASE):
            raise _refused(
                "FROM",
                "no se lee ningún otro grafo; quite esa parte",
                "no other graph is read; take that part out",
            )
        if found := _UPDATE.match(bare, _PROLOGUE.match(bare).end()):  # type: ignore[union-attr]  # it matches nothing, too
            raise _refused(found[0].upper(), "aquí sólo se lee", "queries only read here")


def _refused(word: str, es: str, en: str) -> QueryError:
    return QueryError(say(f"{word} no se admite: {es}", f"{word} is not allowed: {en}"))


def _left(found: re.Match[str]) -> str:
    """Return what stands for a part that was taken out: a sign for an IRI, else a space."""
    return "\x01" if found[0].startswith("<") else " "


def _sign(found: re.Match[str]) -> str:
    code = int(found[1] or found[2], 16)
    return chr(code) if code <= 0x10FFFF else " "
