"""Betweenness is that of networkx; its estimate is unbiased and can be repeated."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from grafo.errors import UsageError
from grafo.network import Links, betweenness, betweenness_sampled
from grafo.network.chance import shuffled
from tests.network.networks import ALL, RANDOM, as_networkx, by_node, diamonds, networks


def _of_networkx(links: Links) -> np.ndarray:
    return by_node(nx.betweenness_centrality(as_networkx(links)))


def test_it_is_that_of_networkx(links: Links) -> None:
    found = betweenness(links)
    assert found.shape == (links.n,)
    np.testing.assert_allclose(found, _of_networkx(links), rtol=1e-12, atol=1e-15)


@settings(deadline=None)
@given(networks())
def test_it_is_that_of_networkx_for_any_network(links: Links) -> None:
    np.testing.assert_allclose(betweenness(links), _of_networkx(links), rtol=1e-12, atol=1e-15)


def test_a_sample_of_all_is_exact(links: Links) -> None:
    for samples in (max(links.n, 1), links.n + 5):
        found = betweenness_sampled(links, samples, seed=3)
        np.testing.assert_allclose(found, betweenness(links), rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("name", ["parts of each kind", "star", "diamonds", "two stars that touch"])
def test_the_mean_over_all_draws_of_one_source_is_exact(name: str) -> None:
    links = ALL[name]
    drawn = {int(shuffled(links.n, seed)[0]): seed for seed in range(400)}
    assert sorted(drawn) == list(range(links.n))  # every node is drawn
    estimates = [betweenness_sampled(links, 1, seed=seed) for seed in drawn.values()]
    np.testing.assert_allclose(np.mean(estimates, axis=0), betweenness(links), atol=1e-14)


@pytest.mark.parametrize("name", ["hubs 0", "people"])
def test_estimates_lie_around_the_true_values(name: str) -> None:
    links = RANDOM[name]
    estimates = np.array([betweenness_sampled(links, 15, seed=seed) for seed in range(200)])
    error = estimates.std(axis=0) / np.sqrt(len(estimates))
    far = np.abs(estimates.mean(axis=0) - betweenness(links)) > 5 * error + 1e-12
    assert not far.any()


def test_the_seed_decides_the_estimate() -> None:
    links = RANDOM["hubs 1"]
    first, again, other = (betweenness_sampled(links, 10, seed=seed) for seed in (4, 4, 5))
    assert first.tobytes() == again.tobytes()
    assert first.tobytes() != other.tobytes()


def test_more_paths_than_a_float_can_count_are_counted() -> None:
    links = diamonds(1100)  # 2 ** 1100 paths from end to end
    assert shuffled(links.n, 0)[:8].min() < 150  # the draw has a source that sees them all
    found = betweenness_sampled(links, 8, seed=0)
    graph = as_networkx(links)
    # Along a path to a node at distance d there are d − 1 others.
    steps = sum(
        distance - 1
        for source in shuffled(links.n, 0)[:8].tolist()
        for distance in nx.single_source_shortest_path_length(graph, source).values()
        if distance
    )
    pairs = (links.n - 1) * (links.n - 2)
    assert np.isclose(found.sum() * pairs * 8 / links.n, steps, rtol=1e-12)
    ways = np.setdiff1d(np.arange(1100), shuffled(links.n, 0)[:8] // 3)  # no source within
    np.testing.assert_allclose(found[3 * ways + 1], found[3 * ways + 2], rtol=1e-12)


def test_counting_beyond_floats_changes_nothing(
    links: Links, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = betweenness(links)
    monkeypatch.setattr("grafo.network.brandes._MANY_PATHS", 1.0)
    np.testing.assert_allclose(betweenness(links), expected, rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize(("samples", "seed"), [(0, 1), (-3, 1), (5, -1), (5, 2**32)])
def test_a_sample_of_none_and_an_unusable_seed_are_refused(samples: int, seed: int) -> None:
    with pytest.raises(UsageError):
        betweenness_sampled(ALL["star"], samples, seed=seed)
