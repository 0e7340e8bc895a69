"""Communities are connected, as good as those of networkx, and numbered by size."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grafo.errors import UsageError
from grafo.network import Links, by_size, communities, components, modularity
from tests.network.networks import ALL, RANDOM, as_networkx, networks, of, weighted

WITH_COMMUNITIES = {
    "people": nx.les_miserables_graph(),
    "club": nx.karate_club_graph(),
    "women": nx.davis_southern_women_graph(),
    "families": nx.florentine_families_graph(),
    "planted": weighted(nx.planted_partition_graph(8, 30, 0.3, 0.01, seed=3), 3),
    "islands": nx.connected_caveman_graph(12, 6),
    "hubs": nx.barabasi_albert_graph(600, 2, seed=2),
    "sparse": nx.gnm_random_graph(800, 900, seed=2),
}


def _groups(labels: np.ndarray) -> list[set[int]]:
    return [set(np.flatnonzero(labels == label).tolist()) for label in np.unique(labels)]


def _is_sound(links: Links, labels: np.ndarray) -> None:
    assert labels.shape == (links.n,)
    assert labels.tolist() == by_size(labels).tolist()
    graph = as_networkx(links)
    assert all(nx.is_connected(graph.subgraph(group)) for group in _groups(labels))


def test_communities_are_connected_and_numbered_by_size(links: Links) -> None:
    for resolution in (0.3, 1.0, 4.0):
        _is_sound(links, communities(links, seed=7, resolution=resolution))


@settings(deadline=None)
@given(networks(), st.integers(0, 2**32 - 1), st.floats(0.05, 20))
def test_communities_of_any_network_are_connected_and_numbered_by_size(
    links: Links, seed: int, resolution: float
) -> None:
    _is_sound(links, communities(links, seed, resolution))


@pytest.mark.parametrize("name", WITH_COMMUNITIES)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_communities_are_as_good_as_those_of_networkx(name: str, seed: int) -> None:
    graph = WITH_COMMUNITIES[name]
    theirs = nx.community.louvain_communities(graph, seed=seed)
    links = of(graph)
    found = modularity(links, communities(links, seed))
    assert found is not None
    assert found >= nx.community.modularity(graph, theirs) - 0.005


def test_planted_communities_are_found() -> None:
    links = of(nx.planted_partition_graph(6, 40, 0.4, 0.005, seed=1))
    assert communities(links).tolist() == (np.arange(240) // 40).tolist()


def test_weights_decide_who_belongs_together() -> None:
    ends = [0, 1, 2, 3], [1, 2, 3, 0]
    assert communities(Links.of(4, *ends, [9, 1, 9, 1])).tolist() == [0, 0, 1, 1]
    assert communities(Links.of(4, *ends, [1, 9, 1, 9])).tolist() == [0, 1, 1, 0]
    assert communities(Links.of(4, *ends, [9e300, 1e-9, 9e300, 1e-9])).tolist() == [0, 0, 1, 1]


def test_a_higher_resolution_makes_more_communities() -> None:
    links = RANDOM["people"]
    counts = [communities(links, resolution=r).max() + 1 for r in (0.1, 1.0, 10.0)]
    assert counts[0] < counts[1] < counts[2]


def test_communities_never_join_what_is_not_connected(links: Links) -> None:
    found = communities(links, resolution=0.01)
    together = {(community, part) for community, part in zip(found, components(links), strict=True)}
    assert len(together) == len(set(found.tolist()))


@settings(deadline=None)
@given(networks(), st.data())
def test_modularity_is_that_of_networkx_for_any_groups(links: Links, data: st.DataObject) -> None:
    group = st.integers(-2, 4)
    labels = np.array(data.draw(st.lists(group, min_size=links.n, max_size=links.n)))
    resolution = data.draw(st.sampled_from([0.5, 1.0, 2.0]))
    found = modularity(links, labels, resolution)
    if not links.m:
        assert found is None
        return
    graph = as_networkx(links)
    expected = nx.community.modularity(graph, _groups(labels), resolution=resolution)
    assert found == pytest.approx(expected, abs=1e-9)


def test_modularity_is_finite_for_weights_of_any_size() -> None:
    for name in ("huge weights", "tiny weights", "weights of every size"):
        found = modularity(ALL[name], communities(ALL[name]))
        assert found is not None
        assert -0.5 <= found <= 1


def test_what_cannot_be_asked_is_refused() -> None:
    links = ALL["star"]
    for resolution in (0.0, -1.0, float("nan"), float("inf")):
        with pytest.raises(UsageError):
            communities(links, resolution=resolution)
    for seed in (-1, 2**32):
        with pytest.raises(UsageError):
            communities(links, seed=seed)
        with pytest.raises(UsageError):
            communities(ALL["nothing"], seed=seed)
    with pytest.raises(UsageError):
        modularity(links, np.zeros(3, dtype=np.int64))
