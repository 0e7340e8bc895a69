"""A path found in Cypher is the one that networkx finds in the same graph."""

from __future__ import annotations

import random

import networkx as nx

from grafo.questions import find_question
from grafo.store import Store
from grafo.store.constraints import ensure_constraints

SIZE, LINKS, SEED = 60, 75, 7


def test_every_path_is_as_short_as_can_be_and_the_first_in_order_of_ids(store: Store) -> None:
    chance = random.Random(SEED)  # noqa: S311 - a graph to try, not a secret
    graph = nx.gnm_random_graph(SIZE, LINKS, seed=SEED)
    graph = nx.relabel_nodes(graph, {n: f"g{chance.randrange(10**6):06}" for n in graph})
    ensure_constraints(store)
    store.write(
        lambda tx: tx.run(
            "UNWIND $ids AS id CREATE (:Government {id: id, name: id, level: 'city', "
            "country: 'MX'})",
            ids=sorted(graph),
        ).consume()
    )
    store.write(
        lambda tx: tx.run(
            "UNWIND $links AS link MATCH (a:Government {id: link[0]}), (b:Government "
            "{id: link[1]}) CREATE (a)-[:COOPERATES_WITH {agreements: 1, kinds: ['other']}]->(b)",
            links=[sorted(link) for link in graph.edges],
        ).consume()
    )
    lengths = set()
    for _ in range(40):
        one, other = chance.sample(sorted(graph), 2)
        ways = (
            list(nx.all_shortest_paths(graph, one, other)) if nx.has_path(graph, one, other) else []
        )
        steps = len(ways[0]) - 1 if ways else None
        expected = min(ways) if steps is not None and steps <= 6 else []
        lengths.add(steps)
        answer = store.ask(
            find_question("path_between").cypher,
            {"one": one, "other": other, "max_steps": 6},
            max_rows=100,
            seconds=60,
        )
        assert [row[1] for row in answer.rows] == expected
    assert {2, 3, 4, 5, 6, 7, None} <= lengths, "the graph must try short, long and no paths"
