"""The guard tells reading from all else by the words of a query, not by its letters."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grafo.errors import QueryError
from grafo.store.cypher_tokens import tokens_of
from grafo.store.guard import Engine, check_read_only
from grafo.store.returned import returned_columns

ENGINES: list[Engine] = ["neo4j", "embedded"]

HARMLESS = [
    "MATCH (n) RETURN n",
    "match (n) return n;",
    "// CREATE (n)\nMATCH (n) RETURN n",
    "/* DELETE n; */ MATCH (n) RETURN n",
    "MATCH (n) WHERE n.name = 'CREATE (x)' RETURN n",
    'MATCH (n) WHERE n.name = "it\'s; LOAD CSV" RETURN n',
    "MATCH (n) WHERE n.name = 'a\\'; CREATE (m) //' RETURN n",
    "MATCH (n) RETURN n.set, n.delete AS create, n.`DETACH DELETE n` AS x",
    "MATCH (n:Create)-[:MERGE|REMOVE]->(set:Set {load: 1, merge: 2}) RETURN set",
    "MATCH (start)-[load]->(end) RETURN start, load, end",
    "MATCH (n) RETURN n {.set, delete: n.x}",
    "UNWIND $delete AS create RETURN create ORDER BY create",
    "WITH 1 AS `CREATE (n)` RETURN `CREATE (n)`",
    "CALL { MATCH (n) RETURN count(n) AS c } RETURN c",
    "MATCH (n) CALL (n) { RETURN 1 AS x } RETURN x",
    "CALL db.labels()",
    "CALL db.labels() YIELD label RETURN label",
    "call DB.RelationshipTypes() yield relationshipType return 1",
    "SHOW INDEXES",
    "SHOW ALL CONSTRAINTS YIELD name RETURN name",
    "EXPLAIN MATCH (n) RETURN n",
    "RETURN date.truncate('month', date()), point.distance($a, $b), duration.between($a, $b)",
    "RETURN '\\u00e1' AS a",
    "RETURN 1 AS a\r\n// done\r\n",
    "MATCH (n) WHERE n.transactions IN $transactions RETURN n",
    "RETURN [x IN [1,2] | x][0..1], {use: 1}.use AS use",
]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("cypher", HARMLESS)
def test_what_only_reads_passes(cypher: str, engine: Engine) -> None:
    check_read_only(cypher, engine)


REFUSED = [
    "",
    "   // nothing",
    ";",
    "CREATE (n)",
    "create (n)",
    "cReAtE(n)",
    "/* x */ CREATE (n)",
    "MATCH (n) SET n.x = 1",
    "MATCH (n) SET n += {x: 1} RETURN n",
    "MATCH (n) DELETE n",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) NODETACH DELETE n",
    "MATCH (n) REMOVE n.x RETURN n",
    "MATCH (n) REMOVE n:Label RETURN n",
    "MERGE (n:X {id: 1}) RETURN n",
    "INSERT (n)",
    "MATCH (n) FOREACH (x IN [1] | SET n.x = x)",
    "CALL { CREATE (n) RETURN n } RETURN n",
    "MATCH (n) CALL (n) { SET n.x = 1 } RETURN n",
    "MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 10 ROWS",
    "UNWIND [1] AS x CALL (x) { RETURN 1 AS y } IN 3 CONCURRENT TRANSACTIONS RETURN y",
    "RETURN 1 AS x UNION CREATE (n) RETURN 1 AS x",
    "EXPLAIN CREATE (n)",
    "PROFILE MATCH (n) RETURN n",
    "CYPHER 5 CREATE (n)",
    "LOAD CSV FROM 'http://127.0.0.1/x' AS row RETURN row",
    "load csv with headers from $url as row return row",
    "LOAD /* x */ CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "MATCH (n) LOAD CSV FROM n.url AS row RETURN row",
    "CALL { LOAD CSV FROM 'file:///etc/passwd' AS r RETURN r } RETURN r",
    "CREATE CONSTRAINT x FOR (n:X) REQUIRE n.id IS UNIQUE",
    "DROP CONSTRAINT x",
    "DROP DATABASE neo4j",
    "CREATE USER x SET PASSWORD 'y'",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
    "GRANT ROLE admin TO x",
    "DENY ACCESS ON DATABASE x TO y",
    "STOP DATABASE neo4j",
    "TERMINATE TRANSACTIONS 'x'",
    "SHOW USERS",
    "SHOW USERS YIELD user AS index RETURN index",
    "SHOW INDEXES YIELD name SHOW USERS",
    "SHOW TRANSACTIONS",
    "SHOW SETTINGS",
    "SHOW PROCEDURES",
    "SHOW DATABASES",
    "USE system MATCH (n) RETURN n",
    "RETURN 1 AS x UNION USE system RETURN 1 AS x",
    "CALL { USE system RETURN 1 AS x } RETURN x",
    "CALL dbms.components()",
    "CALL dbms.security.createUser('a', 'b')",
    "CALL `dbms`.`components`()",
    "CALL db.createLabel('x')",
    "CALL apoc.load.json('http://127.0.0.1')",
    "CALL gds.graph.project('g', '*', '*')",
    "CALL gds.pageRank.stream('g')",
    "CALL algo.pagerank()",
    "OPTIONAL CALL dbms.components() YIELD name RETURN name",
    "MATCH (n) CALL db.index.fulltext.queryNodes('x', 'y') YIELD node RETURN node",
    "RETURN apoc.version()",
    "RETURN gds.version()",
    "RETURN `apoc`.`version`()",
    "RETURN genai.vector.encode('x', 'OpenAI', {})",
    "RETURN 1; RETURN 2",
    "RETURN 1;;CREATE (n)",
    "MATCH (n) RETURN n; // ;\nDROP INDEX x",
    "SELECT * FROM V",
    "{sql}SELECT 1",
    "g.V().count()",
    "INSERT INTO V SET x = 1",
    "RETURN 'never ends",
    "RETURN /* never ends",
    "RETURN `never ends",
    "MATCH (n:`x\\u0060) DETACH DELETE n //`) RETURN n",
    "RETURN '\\u0027 CREATE (n) //'",
    "RETURN 1 // \u2028 '\nCREATE (n) //'",
    "RETURN 1 // \r CREATE (n)",
    "RETURN 1 \\u0043REATE (n)",
    "MATCH (n) \u017fET n.x = 1",
    "RETURN 1\x00CREATE (n)",
    "LOAD\u200bCSV FROM 'x' AS r RETURN r",
]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("cypher", REFUSED)
def test_what_does_more_than_read_is_refused(cypher: str, engine: Engine) -> None:
    with pytest.raises(QueryError) as raised:
        check_read_only(cypher, engine)
    assert raised.value.exit_code == 2


TRAPS = {
    "shortestPath(": [
        "MATCH (a), (b), p = shortestPath((a)-[:T*]-(b)) WHERE length(p) > 1 RETURN p",
        "MATCH p = allShortestPaths((a)-[:T*]-(b)) WHERE a.x = 1 AND ALL(r IN relationships(p)"
        " WHERE r.x = 1) RETURN p",
        "MATCH `p q` = shortestPath((a)-[*]-(b)) WHERE none(n IN nodes(`p q`) WHERE n.x) RETURN 1",
    ],
    "relationships(p)": ["MATCH p = shortestPath((a)-[rs:T*]-(b)) RETURN size(rs)"],
    "Write MATCH p = shortestPath": [
        "MATCH p = SHORTEST 1 (a)-[:T]-+(b) RETURN p",
        "MATCH p = ALL SHORTEST (a)-[:T]-+(b) RETURN p",
        "MATCH p = ANY SHORTEST (a)-[:T]-+(b) RETURN p",
        "MATCH p = ANY (a)-[:T]-+(b) RETURN p",
    ],
    "Leave it out": ["CYPHER 5 RETURN 1", "CYPHER runtime=slotted RETURN 1"],
    "Aggregate first": [
        "MATCH (n) RETURN count(n) > 1 AND true AS x",
        "MATCH (n) RETURN NOT count(n) > 1 AS x",
        "MATCH (n) RETURN max(n.x) IS NULL AS x",
        "MATCH (n) RETURN collect(n.x)[0] IS NOT NULL AS x",
        "MATCH (n) RETURN 'a' IN collect(n.x) AS x",
        "MATCH (n) RETURN max(n.x) STARTS WITH 'a' AS x",
        "MATCH (n) RETURN max(n.x) =~ 'a' AS x",
        "MATCH (n) RETURN CASE WHEN max(n.x) IS NULL THEN 1 ELSE 2 END AS x",
        "MATCH (n) WITH n.y AS y, {a: [count(*) IN [1]]} AS x RETURN x",
        "MATCH (n) RETURN max(n.d).year AS y",
        "MATCH (n) RETURN head(collect(n)).name AS y",
        "MATCH (n) RETURN collect({k: n.k})[0].k AS y",
        "MATCH (n) CALL (n) { MATCH (n)--(m) RETURN max(m.d).year AS y } RETURN y",
        "MATCH (n) RETURN n.y AS y, count(*) AS c ORDER BY count(*) > 1 OR true",
    ],
}


@pytest.mark.parametrize(("advice", "cypher"), [(a, c) for a, cs in TRAPS.items() for c in cs])
def test_traps_of_the_embedded_engine_are_refused_there_with_what_to_write(
    advice: str, cypher: str
) -> None:
    with pytest.raises(QueryError) as raised:
        check_read_only(cypher, "embedded")
    assert advice in str(raised.value) or "bounded length" in str(raised.value)
    check_read_only(cypher, "neo4j")


@pytest.mark.parametrize(
    "cypher",
    [
        "MATCH (a {id: 1}), (b {id: 2}), p = shortestPath((a)-[:T*..9]-(b)) RETURN length(p)",
        "MATCH (a), (b) MATCH p = shortestPath((a)-[:T*]-(b)) WHERE a.x > 1 AND b <> a RETURN p",
        "MATCH p = shortestPath((a)-[:T*]-(b)) WITH p WHERE length(p) > 1 RETURN p",
        "MATCH (n) WITH max(n.d) AS d, count(*) AS c RETURN d.year, c > 1 AND d IS NULL",
        "MATCH (n) RETURN count(CASE WHEN n.x IS NULL AND n.y IN [1] THEN 1 END) AS c",
        "MATCH (n) RETURN [x IN collect(n.x) WHERE x IS NOT NULL AND x > 1 | x.y] AS c",
        "MATCH (n) RETURN any(x IN collect(n.x) WHERE x = 'a' OR x = 'b') AS c",
        "MATCH (n) RETURN reduce(t = 0, x IN collect(n.x) | t + x) / count(*) AS c",
        "MATCH (n) RETURN n.x IS NULL AS u, n.d.year AS y, count(*) AS c",
        "MATCH (n) WHERE n.x IN [1] AND NOT n.y RETURN count(*) AS c",
        "MATCH (n) RETURN COUNT { (n)--() } AS c, EXISTS { (n)--() } AND true AS d",
        "MATCH (n) WHERE n.shortest = 1 AND any(x IN n.l WHERE x = 1) RETURN n.any AS any",
    ],
)
def test_what_the_embedded_engine_answers_rightly_passes(cypher: str) -> None:
    check_read_only(cypher, "embedded")


@given(st.text(max_size=60))
def test_any_text_is_either_read_or_refused_and_never_crashes_the_guard(cypher: str) -> None:
    for engine in ENGINES:
        with contextlib.suppress(QueryError):
            check_read_only(cypher, engine)


@given(
    st.lists(st.sampled_from(["'", '"', "`", "\\", "//", "/*", "*/", "\n", " ", "x", "CREATE "]))
)
def test_text_between_quotes_is_never_code(pieces: list[str]) -> None:
    text = "".join(pieces)
    literal = "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
    assert [token.kind for token in tokens_of(f"RETURN {literal} AS x")] == [
        *("word", "string", "word", "word")
    ]
    name = "`" + text.replace("`", "``") + "`"
    if text:
        assert [token.value for token in tokens_of(f"RETURN {name}")] == ["RETURN", text]


@pytest.mark.parametrize(
    ("cypher", "columns"),
    [
        ("RETURN 1 AS a, 2 AS `b c`", ("a", "b c")),
        ("MATCH (n) RETURN DISTINCT n.x, toLower( n . y ) ORDER BY n.x LIMIT 1", None),
        ("MATCH (n) RETURN n.as, [1, 2][0], {a: 1, b: 2} AS m", ("n.as", "[1, 2][0]", "m")),
        ("CALL { RETURN 1 AS z } RETURN z AS y UNION RETURN 2 AS y", ("y",)),
        ("RETURN *", ()),
        ("MATCH (n) RETURN *, 1 AS x", ()),
        ("CALL db.labels()", ()),
    ],
)
def test_columns_are_read_from_the_text(cypher: str, columns: tuple[str, ...] | None) -> None:
    expected = ("n.x", "toLower( n . y )") if columns is None else columns
    assert returned_columns(cypher, tokens_of(cypher)) == expected
