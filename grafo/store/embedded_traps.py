"""What the embedded engine would answer otherwise than Neo4j, refused with what to write instead.

Each rule was found by asking both engines the same (tests/store/probes.txt) and is kept
because the answer would be wrong without a word, or the engine's own message would not help.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from grafo.errors import QueryError
from grafo.language import say
from grafo.store.cypher_tokens import Token, groups_of, words

if TYPE_CHECKING:
    from collections.abc import Iterator

_AGGREGATES = words("COUNT SUM AVG MIN MAX COLLECT STDEV STDEVP PERCENTILECONT PERCENTILEDISC")
_TESTS = words("IN NOT AND OR XOR IS STARTS ENDS CONTAINS")
_OVER_A_LIST = words("ANY ALL NONE SINGLE REDUCE")
_CLAUSES = words(
    "MATCH OPTIONAL WITH UNWIND RETURN CALL UNION WHERE SHOW YIELD ORDER SKIP OFFSET LIMIT"
)
_NAMED = ("word", "name")


def refuse_embedded_traps(body: list[Token]) -> None:
    """Raise QueryError when the embedded engine would not answer `body` as Neo4j does."""
    groups = groups_of(body)
    for index, token in enumerate(body):
        following = body[index + 1] if index + 1 < len(body) else None
        if token.is_word("SHORTESTPATH", "ALLSHORTESTPATHS") and index + 1 in groups:
            _check_shortest_path(body, groups, index)
        elif token.is_word("SHORTEST") and following and _opens_a_selector(body, index):
            _refuse_path_selector("SHORTEST")
        elif token.is_word("ANY") and index and body[index - 1].is_sign("="):
            is_test = index + 3 < len(body) and body[index + 3].is_word("IN")  # = any(x IN …)
            if not is_test:
                _refuse_path_selector("ANY")
        elif token.is_word("RETURN", "WITH"):
            for first, last in _items(body, groups, index + 1):
                _check_aggregates(body, groups, first, last)


def _opens_a_selector(body: list[Token], index: int) -> bool:
    """Say whether SHORTEST at `index` selects paths: `SHORTEST 2 (a)…`, `ALL SHORTEST (a)…`."""
    following = body[index + 1]
    counted = following.kind in ("number", "parameter") or following.is_sign("(")
    return counted or following.is_word("PATH", "PATHS", "GROUP", "GROUPS")


def _refuse_path_selector(word: str) -> NoReturn:
    raise QueryError(
        say(
            f"El motor embebido no tiene caminos {word}",
            f"The embedded engine has no {word} paths",
        ),
        hint=say(
            "Escriba MATCH p = shortestPath((a)-[:TIPO*]-(b)), con a y b ya encontrados antes.",
            "Write MATCH p = shortestPath((a)-[:TYPE*]-(b)), with a and b matched before it.",
        ),
    )


def _check_shortest_path(body: list[Token], groups: dict[int, int], index: int) -> None:
    end = groups[index + 1]
    for at in range(index + 2, end):
        if body[at].is_sign("[") and body[at + 1].kind in _NAMED and at > index + 2:
            raise QueryError(
                say(
                    "El motor embebido pierde las relaciones con nombre dentro de shortestPath",
                    "The embedded engine loses the relationships named inside shortestPath",
                ),
                hint=say(
                    "Quite el nombre y use relationships(p) de MATCH p = shortestPath(…).",
                    "Leave the name out and use relationships(p) of MATCH p = shortestPath(…).",
                ),
            )
    if index < 2 or not body[index - 1].is_sign("=") or body[index - 2].kind not in _NAMED:
        return
    path = body[index - 2].value
    where = _clause_after(body, groups, end + 1)
    if where is None or not body[where].is_word("WHERE"):
        return
    stop = _clause_after(body, groups, where + 1) or len(body)
    if any(token.kind in _NAMED and token.value == path for token in body[where + 1 : stop]):
        _refuse_where_on_shortest()


def _refuse_where_on_shortest() -> NoReturn:
    raise QueryError(
        say(
            "El motor embebido busca primero el camino más corto y prueba el WHERE después,"
            " así que pierde un camino más largo que sí lo cumple",
            "The embedded engine finds the shortest path first and tests the WHERE after it,"
            " so a longer path that passes is missed",
        ),
        hint=say(
            "Busque caminos de longitud acotada: MATCH p = (a)-[:TIPO*..6]-(b) WHERE …"
            " RETURN p ORDER BY length(p) LIMIT 1",
            "Match paths of bounded length: MATCH p = (a)-[:TYPE*..6]-(b) WHERE …"
            " RETURN p ORDER BY length(p) LIMIT 1",
        ),
    )


def _clause_after(body: list[Token], groups: dict[int, int], at: int) -> int | None:
    """Return the index of the next clause word on the same level, from `at` on, or None."""
    while at < len(body) and not body[at].is_sign(")", "]", "}"):
        if at in groups:
            at = groups[at]
        elif body[at].is_word(*_CLAUSES) and not body[at - 1].is_sign(".", ":"):
            is_operator = body[at].is_word("WITH") and body[at - 1].is_word("STARTS", "ENDS")
            if not is_operator:
                return at
        at += 1
    return None


def _items(body: list[Token], groups: dict[int, int], at: int) -> Iterator[tuple[int, int]]:
    """Yield first and one past the last index of each item of a RETURN, WITH and its ORDER BY."""
    first = at
    while at < len(body) and not body[at].is_sign(")", "]", "}"):
        if at in groups:
            at = groups[at]
        elif body[at].is_sign(",") or body[at].is_word("ORDER"):
            yield first, at
            first = at + 1
        elif body[at].is_word(*_CLAUSES) and _clause_after(body, groups, at) == at:
            break
        at += 1
    yield first, at


def _check_aggregates(body: list[Token], groups: dict[int, int], first: int, last: int) -> None:
    """Refuse an aggregate in a test, or a property read off one; the engine gets both wrong."""
    inside_aggregates: set[int] = set()
    calls = []
    for at in range(first, last):
        is_call = at + 1 in groups and body[at + 1].is_sign("(")
        if is_call and body[at].is_word(*_AGGREGATES) and at not in inside_aggregates:
            calls.append(at)
            inside_aggregates.update(range(at, groups[at + 1] + 1))
    if not calls:
        return
    own_tests = _tests_of_list_items(body, groups, first, last)
    for at in range(first, last):
        if at in inside_aggregates or at in own_tests:
            continue
        is_regex = body[at].is_sign("=") and at + 1 < last and body[at + 1].is_sign("~")
        if is_regex or (body[at].is_word(*_TESTS) and not body[at - 1].is_sign(".", ":")):
            signs = "(AND, OR, NOT, IN, IS NULL, STARTS WITH …)"
            _refuse_aggregate(say(f"dentro de una condición {signs}", f"inside a test {signs}"))
        if body[at].is_sign(".") and _reads_an_aggregate(body, groups, at - 1, calls):
            _refuse_aggregate(say("del que se lee una propiedad", "with a property read off it"))


def _refuse_aggregate(how: str) -> NoReturn:
    example = "WITH …, count(*) AS n, max(x.signed) AS last RETURN n > 2 AND last.year > 2000"
    raise QueryError(
        say(
            f"El motor embebido responde mal a un agregado {how}",
            f"The embedded engine answers an aggregate {how} wrongly",
        ),
        hint=say(
            f"Primero agregue y luego compare: {example}", f"Aggregate first, then test: {example}"
        ),
    )


def _tests_of_list_items(
    body: list[Token], groups: dict[int, int], first: int, last: int
) -> set[int]:
    """Return the indexes inside `[x IN … WHERE …|…]`, `any(x IN … WHERE …)` that are no trap.

    These are the IN itself, and what comes after WHERE or `|` on items of the list.
    """
    harmless: set[int] = set()
    for opened in range(first, last):
        if opened not in groups or body[opened].is_sign("{"):
            continue
        if body[opened].is_sign("(") and not body[opened - 1].is_word(*_OVER_A_LIST):
            continue
        closed = groups[opened]
        binding = next((at for at in range(opened + 1, closed) if body[at].is_word("IN")), closed)
        if binding == closed or body[binding - 1].kind not in _NAMED:
            continue
        harmless.add(binding)
        condition = binding + 1
        while condition < closed and not (
            body[condition].is_word("WHERE") or body[condition].is_sign("|")
        ):
            condition = groups.get(condition, condition) + 1
        rest = range(condition, closed)
        if not any(body[at].is_word(*_AGGREGATES) for at in rest):
            harmless.update(rest)
    return harmless


def _reads_an_aggregate(
    body: list[Token], groups: dict[int, int], at: int, calls: list[int]
) -> bool:
    """Say whether the value that ends at `at` (before a dot) is made from an aggregate."""
    openings = {closed: opened for opened, closed in groups.items()}
    while at in openings:
        opened = openings[at]
        if any(opened < call < at or call + 1 == opened for call in calls):
            return True
        at = opened - 1
        if at >= 0 and body[at].kind in _NAMED:
            at -= 1
    return False
