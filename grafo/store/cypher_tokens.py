"""The words of a Cypher text, told from its strings, quoted names and comments.

This is no parser: it says where code is and where text is, so that the guard is fooled
neither by `RETURN 'CREATE (n)'` nor by a comment. Where the engines themselves could read a
text in two ways (escapes that become quotes, odd line ends in comments), it is refused.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from grafo.errors import QueryError
from grafo.language import say

Kind = Literal["word", "name", "string", "number", "parameter", "sign"]

# Neo4j turns \uXXXX into its character before it reads quotes, so an escaped quote, backtick
# or backslash would end a string here and not there. No one needs to escape ASCII.
_ESCAPED_ASCII = re.compile(r"\\u+00[0-7][0-9a-fA-F]")
_ODD_LINE_END = re.compile("\r(?!\n)|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_WORD = re.compile(r"[^\W\d]\w*")
_NUMBER = re.compile(r"\d\w*(?:\.\d\w*)?(?:(?<=[eE])[+-]\d+)?")
_PARAMETER = re.compile(r"\$(?:\w+|`(?:[^`]|``)+`)")
_ENDS = {"'": re.compile(r"(?:[^'\\]|\\.)*'", re.S), '"': re.compile(r'(?:[^"\\]|\\.)*"', re.S)}
_NAME_END = re.compile(r"(?:[^`]|``)*`", re.S)


def words(text: str) -> frozenset[str]:
    """Return the words of a text: a readable way to write a long set of keywords."""
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class Token:
    """One token. `value` is what to compare: a word in capitals, a quoted name unquoted."""

    kind: Kind
    value: str
    start: int
    end: int

    def is_word(self, *words: str) -> bool:
        return self.kind == "word" and self.value in words

    def is_sign(self, *signs: str) -> bool:
        return self.kind == "sign" and self.value in signs


def tokens_of(cypher: str) -> list[Token]:
    """Return the tokens of a Cypher text, without comments and white space.

    Raises:
        QueryError: a string, quoted name or comment never ends, or the text holds characters
            that engines read differently.
    """
    if _ESCAPED_ASCII.search(cypher):
        raise QueryError(
            say(
                "La consulta escribe caracteres simples con \\u00…; escríbalos tal cual",
                "The query escapes plain characters (\\u00…); write them as they are",
            )
        )
    found: list[Token] = []
    at = 0
    while at < len(cypher):
        after = _after_blank(cypher, at)
        if after is None:
            token = _token_at(cypher, at)
            found.append(token)
            after = token.end
        at = after
    return found


def _after_blank(cypher: str, at: int) -> int | None:
    """Return where the white space or comment that starts at `at` ends, or None."""
    if cypher[at].isspace():
        return at + 1
    if cypher.startswith("//", at):
        end = cypher.find("\n", at)
        end = len(cypher) if end < 0 else end - (cypher[end - 1] == "\r")
    elif cypher.startswith("/*", at):
        end = cypher.find("*/", at + 2) + 2
        if end < 2:
            raise QueryError(
                say(
                    "Un comentario se abre con /* y nunca se cierra",
                    "A comment opens with /* and never ends",
                )
            )
    else:
        return None
    if _ODD_LINE_END.search(cypher, at, end):
        raise QueryError(
            say(
                "Un comentario tiene un salto de línea inusual; quite el comentario",
                "A comment holds an unusual line break; remove the comment",
            )
        )
    return end


def _token_at(cypher: str, at: int) -> Token:
    sign = cypher[at]
    if sign in _ENDS:
        what = say("Un texto entre comillas", "A string")
        return Token("string", "", at, _end_of(_ENDS[sign], cypher, at, what))
    if sign == "`":
        what = say("Un nombre entre acentos graves", "A quoted name")
        end = _end_of(_NAME_END, cypher, at, what)
        return Token("name", cypher[at + 1 : end - 1].replace("``", "`"), at, end)
    for kind, pattern in _PATTERNS:
        if match := pattern.match(cypher, at):
            text = match.group()
            value = unicodedata.normalize("NFKC", text).upper() if kind == "word" else text
            return Token(kind, value, at, match.end())
    if sign == "\\" or unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Cn", "Co"):
        raise QueryError(
            say(
                f"La consulta tiene el carácter {sign!a} fuera de todo texto",
                f"The query holds the character {sign!a} outside of any text",
            )
        )
    return Token("sign", sign, at, at + 1)


def _end_of(pattern: re.Pattern[str], cypher: str, at: int, what: str) -> int:
    match = pattern.match(cypher, at + 1)
    if match is None:
        raise QueryError(
            say(
                f"{what} que se abre en el carácter {at + 1} nunca se cierra",
                f"{what} that opens at character {at + 1} never ends",
            )
        )
    return match.end()


_PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("parameter", _PARAMETER),
    ("word", _WORD),
    ("number", _NUMBER),
)


def groups_of(tokens: list[Token]) -> dict[int, int]:
    """Return, for the index of each opening bracket, the index of the one that closes it.

    Raises:
        QueryError: the brackets do not match.
    """
    closing = {"(": ")", "[": "]", "{": "}"}
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    for index, token in enumerate(tokens):
        if token.is_sign(*closing):
            waiting.append(index)
        elif token.is_sign(*closing.values()):
            if not waiting or closing[tokens[waiting[-1]].value] != token.value:
                raise QueryError(
                    say(
                        f"El {token.value!r} del carácter {token.start + 1} no cierra nada",
                        f"A {token.value!r} at character {token.start + 1} closes nothing",
                    )
                )
            pairs[waiting.pop()] = index
    if waiting:
        opened = tokens[waiting[-1]]
        raise QueryError(
            say(
                f"El {opened.value!r} del carácter {opened.start + 1} nunca se cierra",
                f"A {opened.value!r} at character {opened.start + 1} is never closed",
            )
        )
    return pairs
