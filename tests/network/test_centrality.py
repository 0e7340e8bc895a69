"""Degree, PageRank, closeness and core numbers are those of networkx."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from grafo.errors import UsageError
from grafo.network import Links, core_numbers, degree, harmonic, pagerank, weighted_degree
from tests.network.networks import ALL, EDGE_CASES, as_networkx, by_node, networks

HUGE = {"huge weights", "tiny weights", "weights of every size"}  # networkx fails on these


def _close(found: np.ndarray, expected: np.ndarray, tolerance: float = 1e-12) -> None:
    assert found.shape == expected.shape
    np.testing.assert_allclose(found, expected, rtol=tolerance, atol=1e-15)


def _pagerank_of_networkx(links: Links, damping: float = 0.85) -> np.ndarray:
    graph = as_networkx(links)
    return by_node(nx.pagerank(graph, alpha=damping, tol=1e-12, max_iter=10_000))


def _harmonic_of_networkx(links: Links) -> np.ndarray:
    return by_node(nx.harmonic_centrality(as_networkx(links))) / max(links.n - 1, 1)


def test_degrees_are_those_of_networkx(links: Links) -> None:
    graph = as_networkx(links)
    _close(degree(links), by_node(dict(graph.degree)))
    _close(weighted_degree(links), by_node(dict(graph.degree(weight="weight"))))


@pytest.mark.parametrize("name", sorted(set(ALL) - HUGE))
@pytest.mark.parametrize("damping", [0.5, 0.85, 0.99])
def test_pagerank_is_that_of_networkx(name: str, damping: float) -> None:
    expected = _pagerank_of_networkx(ALL[name], damping)
    np.testing.assert_allclose(pagerank(ALL[name], damping), expected, rtol=0, atol=1e-8)


@settings(deadline=None)
@given(networks())
def test_pagerank_is_that_of_networkx_for_any_network(links: Links) -> None:
    np.testing.assert_allclose(pagerank(links), _pagerank_of_networkx(links), rtol=0, atol=1e-9)


def test_pagerank_adds_up_to_one(links: Links) -> None:
    found = pagerank(links)
    assert found.shape == (links.n,)
    assert (found > 0).all()
    assert np.isclose(found.sum(), min(links.n, 1), rtol=1e-12)


def test_pagerank_follows_weights_of_any_size() -> None:
    for scale in (1e-300, 1e-20, 1e20, 1e300):
        links = Links.of(4, [0, 1, 2], [1, 2, 3], np.array([3.0, 1.0, 2.0]) * scale)
        plain = Links.of(4, [0, 1, 2], [1, 2, 3], [3.0, 1.0, 2.0])
        _close(pagerank(links), pagerank(plain))


def test_without_damping_all_are_alike() -> None:
    _close(pagerank(ALL["star"], damping=0.0), np.full(7, 1 / 7))


@pytest.mark.parametrize(
    ("damping", "tolerance"),
    [(1.0, 1e-9), (-0.1, 1e-9), (float("nan"), 1e-9), (0.85, 0.0), (0.85, float("nan"))],
)
def test_a_walk_that_never_ends_is_refused(damping: float, tolerance: float) -> None:
    with pytest.raises(UsageError):
        pagerank(ALL["star"], damping, tolerance)


def test_harmonic_closeness_is_that_of_networkx(links: Links) -> None:
    _close(harmonic(links), _harmonic_of_networkx(links))


@settings(deadline=None)
@given(networks())
def test_harmonic_closeness_is_that_of_networkx_for_any_network(links: Links) -> None:
    _close(harmonic(links), _harmonic_of_networkx(links))


def test_harmonic_closeness_is_one_next_to_all_and_nothing_alone() -> None:
    _close(harmonic(ALL["all with all"]), np.ones(7))
    assert harmonic(ALL["star"])[0] == 1
    assert harmonic(ALL["two nodes apart"]).tolist() == [0, 0]
    assert harmonic(ALL["one link"]).tolist() == [1, 1]


def test_core_numbers_are_those_of_networkx(links: Links) -> None:
    _close(core_numbers(links), by_node(nx.core_number(as_networkx(links))))


@settings(deadline=None)
@given(networks())
def test_core_numbers_are_those_of_networkx_for_any_network(links: Links) -> None:
    _close(core_numbers(links), by_node(nx.core_number(as_networkx(links))))


@pytest.mark.parametrize("name", EDGE_CASES)
def test_all_measures_are_finite_on_every_edge_case(name: str) -> None:
    links = EDGE_CASES[name]
    for measure in (degree, weighted_degree, pagerank, harmonic, core_numbers):
        assert np.isfinite(measure(links)).all()
