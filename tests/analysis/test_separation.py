"""What falls apart when one is taken out, as a plain count of parts says it."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from grafo.analysis.prominence import cut_off


@st.composite
def networks(draw: st.DrawFn) -> list[list[int]]:
    """The neighbours of each node of a small network, often a sparse one."""
    size = draw(st.integers(0, 12))
    pairs = [(one, other) for one in range(size) for other in range(one)]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=16)) if pairs else []
    neighbours: list[list[int]] = [[] for _ in range(size)]
    for one, other in chosen:
        neighbours[one].append(other)
        neighbours[other].append(one)
    return neighbours


@given(networks())
def test_it_counts_those_in_all_parts_but_the_largest(neighbours: list[list[int]]) -> None:
    graph = nx.Graph()
    graph.add_nodes_from(range(len(neighbours)))
    graph.add_edges_from((n, other) for n, others in enumerate(neighbours) for other in others)
    for node, count in enumerate(cut_off(neighbours)):
        rest = graph.subgraph(nx.node_connected_component(graph, node) - {node})
        parts = sorted(len(part) for part in nx.connected_components(rest) if len(part) > 1)
        assert count == sum(parts[:-1])


def test_a_long_chain_does_not_exhaust_the_stack() -> None:
    length = 20_000
    chain = [[n for n in (i - 1, i + 1) if 0 <= n < length] for i in range(length)]
    assert max(cut_off(chain)) == length // 2 - 1
