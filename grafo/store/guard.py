"""The first wall before a question: only what reads this graph is sent to an engine at all.

The engine's own refusal (a read-only user, a read-only transaction) is the second wall and
holds without this one. This one is for what an engine would let a reader do all the same
(fetch files and addresses with LOAD CSV, call procedures), and for a message that says what
to write instead.

A word is taken for a clause only where a clause can stand, so `n.set`, `(start)` and
`{create: 1}` pass. Whoever has a variable with such a name elsewhere quotes it: `` `set` ``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NoReturn

from grafo.errors import QueryError
from grafo.language import say
from grafo.store.cypher_tokens import Token, tokens_of, words
from grafo.store.embedded_traps import refuse_embedded_traps

if TYPE_CHECKING:
    from collections.abc import Iterator

Engine = Literal["neo4j", "embedded"]

_STARTS = words("MATCH OPTIONAL WITH UNWIND RETURN CALL SHOW")
_WRITES = words("CREATE MERGE SET DELETE DETACH NODETACH REMOVE FOREACH INSERT")
_BEFORE_A_NAME = (".", ":", "|", "&", "!", "$")
# After a clause word comes what it works on; after a variable of that name, one of these does.
_AFTER_A_VARIABLE = words(
    "AS IN IS STARTS ENDS CONTAINS AND OR XOR THEN ELSE WHEN END DESC ASC DESCENDING ASCENDING"
    " ORDER SKIP OFFSET LIMIT WHERE WITH RETURN MATCH OPTIONAL UNWIND CALL UNION"
)
_SHOWS = words("INDEX INDEXES CONSTRAINT CONSTRAINTS")
_SHOW_KINDS = words(
    "ALL RANGE TEXT POINT LOOKUP FULLTEXT VECTOR UNIQUE UNIQUENESS NODE RELATIONSHIP REL KEY"
    " PROPERTY EXISTENCE EXIST TYPE"
)
_PROCEDURES: dict[Engine, frozenset[str]] = {
    "neo4j": words(
        "db.labels db.relationshipTypes db.propertyKeys db.schema.visualization"
        " db.schema.nodeTypeProperties db.schema.relTypeProperties"
    ),
    "embedded": words("db.labels db.relationshipTypes"),
}
_NAMESPACES = words("date datetime localdatetime time localtime duration point")


def check_read_only(cypher: str, engine: Engine) -> list[Token]:
    """Return the tokens of a question that only reads.

    Raises:
        QueryError: it writes, loads, administers, calls a procedure or function outside the
            lists above, holds several statements, or would be answered wrongly by `engine`.
    """
    tokens = _one_statement(tokens_of(cypher))
    body = _without_prefix(tokens, engine)
    _check_start(body)
    for index, token in enumerate(body):
        if token.kind == "word":
            _check_word(body, index)
    for name in _called_procedures(body):
        _check_procedure(name, engine)
    _check_functions(body)
    if engine == "embedded":
        refuse_embedded_traps(body)
    return body


def _one_statement(tokens: list[Token]) -> list[Token]:
    while tokens and tokens[-1].is_sign(";"):
        tokens = tokens[:-1]
    if not tokens:
        raise _empty()
    if any(token.is_sign(";") for token in tokens):
        raise QueryError(
            say(
                "Son varias consultas juntas; hágalas una por una",
                "The query holds several statements; ask them one by one",
            )
        )
    return tokens


def _empty() -> QueryError:
    return QueryError(say("La consulta está vacía", "The query is empty"))


def _without_prefix(tokens: list[Token], engine: Engine) -> list[Token]:
    """Return the tokens after `CYPHER 5 runtime=…` and EXPLAIN."""
    at = 0
    if tokens[0].is_word("CYPHER"):
        if engine == "embedded":
            raise QueryError(
                say(
                    "El motor embebido no conoce el prefijo CYPHER",
                    "The embedded engine knows no CYPHER prefix",
                ),
                hint=say("Quítelo: MATCH …", "Leave it out: MATCH …"),
            )
        at = 1
        while at < len(tokens) and not tokens[at].is_word(*_STARTS, "EXPLAIN", "PROFILE", "USE"):
            if not (tokens[at].kind in ("word", "number") or tokens[at].is_sign("=", ".")):
                break
            if tokens[at].is_word(*_WRITES, "LOAD"):
                break
            at += 1
    if at < len(tokens) and tokens[at].is_word("PROFILE"):
        raise QueryError(
            say("Aquí no se responde a PROFILE", "PROFILE is not answered here"),
            hint=say(
                "Use el navegador propio de la base de datos.", "Use the database's own browser."
            ),
        )
    if at < len(tokens) and tokens[at].is_word("EXPLAIN"):
        at += 1
    return tokens[at:]


def _check_start(body: list[Token]) -> None:
    if not body:
        raise _empty()
    first = body[0]
    if first.is_word(*_WRITES, "LOAD"):
        return  # _check_word says it better
    if first.is_word("USE"):
        raise _other_database()
    if first.is_word("SHOW"):
        what = next((token for token in body[1:] if not token.is_word(*_SHOW_KINDS)), first)
        if not what.is_word(*_SHOWS) or any(t.is_word("SHOW", "TERMINATE") for t in body[1:]):
            raise QueryError(
                say(
                    "Sólo se responde a SHOW INDEXES y SHOW CONSTRAINTS",
                    "Only SHOW INDEXES and SHOW CONSTRAINTS are answered",
                )
            )
    elif not first.is_word(*_STARTS):
        raise QueryError(
            say(
                f"Una pregunta no puede empezar con {first.value or 'eso'}",
                f"A question cannot begin with {first.value or 'that'}",
            ),
            hint=say(
                "Empieza con MATCH, OPTIONAL MATCH, WITH, UNWIND, RETURN, CALL o SHOW.",
                "It begins with MATCH, OPTIONAL MATCH, WITH, UNWIND, RETURN, CALL or SHOW.",
            ),
        )


def _other_database() -> QueryError:
    return QueryError(
        say(
            "Una pregunta se hace a la base de datos configurada; quite USE",
            "A question asks the configured database; leave USE out",
        )
    )


def _check_word(body: list[Token], index: int) -> None:
    word = body[index].value
    following = body[index + 1] if index + 1 < len(body) else None
    before = body[index - 1] if index else None
    if following is None or (before is not None and before.is_sign(*_BEFORE_A_NAME)):
        return
    if word == "LOAD" and following.is_word("CSV"):
        raise QueryError(
            say(
                "LOAD CSV lee archivos y direcciones; una pregunta sólo lee el grafo",
                "LOAD CSV reads files and addresses; a question reads the graph only",
            ),
            hint=say("Los archivos se cargan con: grafo load", "Load a file with: grafo load"),
        )
    if word == "TRANSACTIONS" and before is not None:
        inside = before.is_word("IN", "CONCURRENT") or before.kind in ("number", "parameter")
        if inside:
            raise QueryError(
                say(
                    "Una pregunta corre en una sola transacción; quite IN TRANSACTIONS",
                    "A question runs in one transaction; leave IN TRANSACTIONS out",
                )
            )
    starts_a_part = before is None or before.is_word("UNION", "ALL") or before.is_sign("{", "}")
    if word == "USE" and starts_a_part and following.kind in ("word", "name"):
        raise _other_database()
    if word in _WRITES and _is_clause(before, following):
        _refuse_write(word)


def _is_clause(before: Token | None, following: Token) -> bool:
    if before is not None and before.is_word("AS"):
        return False
    if following.kind == "word":
        return following.value not in _AFTER_A_VARIABLE
    return following.kind in ("name", "parameter") or following.is_sign("(", "[", "{")


def _refuse_write(word: str) -> NoReturn:
    raise QueryError(
        say(
            f"Una pregunta sólo lee; no se admite {word}",
            f"A question only reads; {word} is refused",
        ),
        hint=say(
            "Un nombre que también es una orden va entre acentos graves: `set`.",
            "A name that is also a command goes in backticks: `set`.",
        ),
    )


def _called_procedures(body: list[Token]) -> Iterator[str]:
    for index, token in enumerate(body[:-1]):
        previous = body[index - 1] if index else None
        if not token.is_word("CALL") or (previous and previous.is_sign(*_BEFORE_A_NAME)):
            continue
        if body[index + 1].kind in ("word", "name"):
            name = _dotted(body, index + 1)
            if "." in name or not body[index + 1].is_word(*_AFTER_A_VARIABLE):
                yield name


def _check_procedure(name: str, engine: Engine) -> None:
    if name.upper() not in {known.upper() for known in _PROCEDURES[engine]}:
        listed = ", ".join(sorted(_PROCEDURES[engine]))
        raise QueryError(
            say(
                f"Una pregunta no puede llamar al procedimiento {name}",
                f"The procedure {name} is not one that questions may call",
            ),
            hint=say(f"Puede llamar a: {listed}.", f"They may call {listed}."),
        )


def _check_functions(body: list[Token]) -> None:
    """Refuse functions of unknown namespaces: apoc.*, gds.*, genai.* and the like."""
    for index in range(1, len(body) - 2):
        if not body[index].is_sign(".") or body[index - 1].kind not in ("word", "name"):
            continue
        if index > 1 and body[index - 2].is_sign(".", ")", "]"):
            continue  # the middle of a longer name, judged at its first dot
        name = _dotted(body, index - 1)
        after = index - 1 + 2 * name.count(".") + 1
        called = after < len(body) and body[after].is_sign("(")
        before = body[index - 2] if index > 1 else None
        is_procedure = before is not None and before.is_word("CALL")
        if called and not is_procedure and name.split(".")[0].lower() not in _NAMESPACES:
            raise QueryError(
                say(
                    f"Una pregunta no puede llamar a la función {name}",
                    f"The function {name} is not one that questions may call",
                )
            )


def _dotted(body: list[Token], index: int) -> str:
    """Return the dotted name that starts at `index`: `db.schema.visualization`."""
    names = [_name(body[index])]
    at = index + 1
    while at + 1 < len(body) and body[at].is_sign(".") and body[at + 1].kind in ("word", "name"):
        names.append(_name(body[at + 1]))
        at += 2
    return ".".join(names)


def _name(token: Token) -> str:
    return token.value if token.kind == "name" else token.value.lower()
