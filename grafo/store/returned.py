"""The names of the columns that a question returns, read from its text."""

from __future__ import annotations

from grafo.store.cypher_tokens import Token, groups_of

_END_OF_ITEMS = ("ORDER", "SKIP", "OFFSET", "LIMIT", "UNION")


def returned_columns(cypher: str, tokens: list[Token]) -> tuple[str, ...]:
    """Return the column names of the first top-level RETURN, or () if the text does not say.

    As Neo4j names them: the alias, or else the expression as it is written. `RETURN *` and
    a CALL without RETURN do not say.
    """
    groups = groups_of(tokens)
    at = _top_level(tokens, groups, 0, ("RETURN",))
    if at is None:
        return ()
    at += 1
    if at < len(tokens) and tokens[at].is_word("DISTINCT"):
        at += 1
    end = _top_level(tokens, groups, at, _END_OF_ITEMS)
    items = _split(tokens[at:end])
    if any(not item or item[0].is_sign("*") for item in items):
        return ()
    return tuple(_column(cypher, item) for item in items)


def _top_level(
    tokens: list[Token], groups: dict[int, int], at: int, words: tuple[str, ...]
) -> int | None:
    while at < len(tokens):
        if at in groups:
            at = groups[at]
        elif tokens[at].is_word(*words) and not (at and tokens[at - 1].is_sign(".", ":")):
            return at
        at += 1
    return None


def _split(tokens: list[Token]) -> list[list[Token]]:
    items: list[list[Token]] = [[]]
    depth = 0
    for token in tokens:
        depth += token.is_sign("(", "[", "{") - token.is_sign(")", "]", "}")
        if depth == 0 and token.is_sign(","):
            items.append([])
        else:
            items[-1].append(token)
    return items


def _column(cypher: str, item: list[Token]) -> str:
    if len(item) > 2 and item[-2].is_word("AS"):
        alias = item[-1]
        return alias.value if alias.kind == "name" else cypher[alias.start : alias.end]
    return cypher[item[0].start : item[-1].end]
