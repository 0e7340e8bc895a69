"""Networks that the tests measure, and the same in networkx."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx as nx
import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from grafo.network import Links


def of(graph: nx.Graph) -> Links:
    """Return a networkx graph, its nodes numbered as they come, as links."""
    graph = nx.convert_node_labels_to_integers(graph)
    ends = np.array(list(graph.edges), dtype=np.int64).reshape(-1, 2)
    weight = [data.get("weight", 1.0) for _, _, data in graph.edges(data=True)]
    return Links.of(len(graph), ends[:, 0], ends[:, 1], weight)


def as_networkx(links: Links) -> nx.Graph:
    """Return links as a networkx graph with the nodes 0 to n − 1 in order."""
    graph = nx.Graph()
    graph.add_nodes_from(range(links.n))
    ends = zip(links.one.tolist(), links.other.tolist(), links.weight.tolist(), strict=True)
    graph.add_weighted_edges_from(ends)
    return graph


def by_node(values: Mapping[int, float]) -> NDArray[np.float64]:
    """Return what networkx answers by node as an array."""
    return np.array([values[node] for node in range(len(values))], dtype=np.float64)


def weighted(graph: nx.Graph, seed: int) -> nx.Graph:
    """Give a graph's links seeded weights from 1 to 9."""
    draw = np.random.RandomState(seed)
    for *_, data in graph.edges(data=True):
        data["weight"] = float(draw.randint(1, 10))
    return graph


def diamonds(k: int) -> Links:
    """Return k diamonds in a chain: joints 0, 3, …, 3k, and two ways from each to the next."""
    start = 3 * np.arange(k)
    one = np.r_[start, start, start + 1, start + 2]
    other = np.r_[start + 1, start + 2, start + 3, start + 3]
    return Links.of(3 * k + 1, one, other)


EDGE_CASES: dict[str, Links] = {
    "nothing": Links.of(0, [], []),
    "one node": Links.of(1, [], []),
    "two nodes apart": Links.of(2, [], []),
    "only loops": Links.of(3, [0, 1], [0, 1]),
    "one link": Links.of(2, [1], [0]),
    "one link of three": Links.of(3, [0], [2]),
    "star": of(nx.star_graph(6)),
    "two stars that touch": Links.of(7, [0, 0, 0, 3, 3, 3], [1, 2, 3, 4, 5, 6]),
    "path": of(nx.path_graph(9)),
    "cycle": of(nx.cycle_graph(8)),
    "all with all": of(nx.complete_graph(7)),
    "pairs": Links.of(8, [0, 2, 4, 6], [1, 3, 5, 7]),
    "parts of each kind": of(
        nx.disjoint_union_all(
            [nx.empty_graph(2), nx.path_graph(2), nx.star_graph(3), nx.complete_graph(4)]
        )
    ),
    "tree": of(nx.balanced_tree(2, 4)),
    "huge weights": Links.of(5, [0, 1, 2], [1, 2, 3], [4e307, 2e307, 1.0]),
    "tiny weights": Links.of(5, [0, 1, 2], [1, 2, 3], [5e-324, 1e-308, 5e-324]),
    "weights of every size": Links.of(5, [0, 1, 2, 3], [1, 2, 3, 4], [1e300, 1e-300, 1.0, 1e-9]),
    "diamonds": diamonds(5),
}

RANDOM: dict[str, Links] = {
    **{f"sparse {s}": of(weighted(nx.gnm_random_graph(60, 55, s), s)) for s in range(4)},
    **{f"dense {s}": of(weighted(nx.gnm_random_graph(30, 200, s), s)) for s in range(3)},
    **{f"hubs {s}": of(weighted(nx.barabasi_albert_graph(80, 2, s), s)) for s in range(4)},
    **{f"forest {s}": of(nx.gnm_random_graph(50, 25, s)) for s in range(2)},
    "small world": of(nx.watts_strogatz_graph(60, 4, 0.1, 3)),
    "grid": of(nx.grid_2d_graph(6, 9)),
    "people": of(nx.les_miserables_graph()),
}

ALL = {**EDGE_CASES, **RANDOM}


@st.composite
def networks(draw: Any, most: int = 24) -> Links:
    """Draw a network of up to `most` nodes: loops, repeated pairs and lone nodes included."""
    n = draw(st.integers(1, most))
    node = st.integers(0, n - 1)
    weight = st.one_of(st.integers(1, 9).map(float), st.floats(1e-6, 1e6))
    rows = draw(st.lists(st.tuples(node, node, weight), max_size=2 * most))
    return Links.of(n, *([row[part] for row in rows] for part in range(3)))
