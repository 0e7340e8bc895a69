"""Closeness from a sample of nodes: right on average, exact when all are drawn."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from grafo.errors import UsageError
from grafo.network import Links, harmonic
from grafo.network.closeness_sampled import harmonic_sampled


def links_of(graph: nx.Graph) -> Links:
    one, other = zip(*graph.edges, strict=True)
    return Links.of(len(graph), one, other)


def test_with_all_nodes_drawn_it_is_exact() -> None:
    links = links_of(nx.barbell_graph(4, 3))
    for samples in (links.n, 1000):
        assert np.array_equal(harmonic_sampled(links, samples), harmonic(links))


def test_over_the_draws_its_mean_is_the_true_value() -> None:
    links = links_of(nx.gnm_random_graph(12, 14, seed=4))  # in several parts, with leaves
    estimates = [harmonic_sampled(links, 3, seed) for seed in range(4000)]
    assert np.abs(np.mean(estimates, axis=0) - harmonic(links)).max() < 0.01


def test_the_same_seed_draws_the_same() -> None:
    links = links_of(nx.gnm_random_graph(60, 90, seed=1))
    assert np.array_equal(harmonic_sampled(links, 10, 7), harmonic_sampled(links, 10, 7))
    assert not np.array_equal(harmonic_sampled(links, 10, 7), harmonic_sampled(links, 10, 8))


@pytest.mark.parametrize("n", [0, 1, 2])
def test_tiny_networks_are_answered(n: int) -> None:
    assert harmonic_sampled(Links.of(n, [], []), 1).tolist() == [0.0] * n


def test_a_sample_of_none_is_refused() -> None:
    with pytest.raises(UsageError, match="must be 1 at least"):
        harmonic_sampled(Links.of(3, [0], [1]), 0)
