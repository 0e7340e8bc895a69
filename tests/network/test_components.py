"""Components are those of networkx, and groups are numbered by size."""

from __future__ import annotations

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from grafo.network import Links, by_size, components, sizes
from tests.network.networks import as_networkx, networks


def _expected(links: Links) -> list[set[int]]:
    parts = [set(part) for part in nx.connected_components(as_networkx(links))]
    return sorted(parts, key=lambda part: (-len(part), min(part)))


def _groups(labels: np.ndarray) -> list[set[int]]:
    return [set(np.flatnonzero(labels == number).tolist()) for number in range(len(set(labels)))]


def test_components_are_those_of_networkx_the_largest_first(links: Links) -> None:
    found = components(links)
    assert found.shape == (links.n,)
    assert _groups(found) == _expected(links)
    assert sizes(found).tolist() == [len(part) for part in _expected(links)]


@given(networks())
def test_components_are_those_of_networkx_for_any_network(links: Links) -> None:
    assert _groups(components(links)) == _expected(links)


@given(st.lists(st.integers(-5, 5)))
def test_numbers_come_by_size_and_then_by_the_smallest_node(labels: list[int]) -> None:
    found = by_size(np.array(labels, dtype=np.int64))
    groups = [{i for i, at in enumerate(labels) if at == label} for label in set(labels)]
    assert _groups(found) == sorted(groups, key=lambda group: (-len(group), min(group)))


@given(st.lists(st.integers(0, 4), max_size=12), st.permutations(range(5)))
def test_numbers_do_not_depend_on_the_names_of_the_groups(
    labels: list[int], name: list[int]
) -> None:
    renamed = [name[label] for label in labels]
    assert by_size(np.array(labels, int)).tolist() == by_size(np.array(renamed, int)).tolist()
