"""Links keep each pair once, whatever they are built from, and refuse what is no network."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grafo.errors import UsageError
from grafo.network import Links
from tests.network.networks import networks


def _rows(links: Links) -> list[tuple[int, int, float]]:
    ends = zip(links.one.tolist(), links.other.tolist(), links.weight.tolist(), strict=True)
    return list(ends)


def test_a_pair_is_kept_once_with_the_weight_of_all_its_links() -> None:
    links = Links.of(4, [3, 0, 2, 0], [0, 3, 1, 0], [1, 2.5, 1, 7])
    assert _rows(links) == [(0, 3, 3.5), (1, 2, 1.0)]
    assert (links.n, links.m) == (4, 2)
    assert (links.one.dtype, links.other.dtype) == (np.int32, np.int32)
    assert links.weight.dtype == np.float64


def test_without_weights_each_link_weighs_one() -> None:
    assert _rows(Links.of(3, [0, 1, 0], [1, 2, 1])) == [(0, 1, 2.0), (1, 2, 1.0)]


@given(networks(), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(links: Links, draw: Any) -> None:
    rows = [row for row in _rows(links) for _ in range(3)]
    turned = [(b, a, w) if draw.random() < 0.5 else (a, b, w) for a, b, w in rows]
    shuffled = draw.sample(turned, len(turned))
    found = [
        Links.of(links.n, *([row[i] for row in some] for i in range(3)))
        for some in (rows, shuffled)
    ]
    assert _rows(found[0]) == _rows(found[1])


def test_sums_do_not_depend_on_the_order_of_the_rows_to_the_last_bit() -> None:
    weights = [0.1, 0.7, 1e-17, 3.3, 1e16]
    ways = [weights, weights[::-1]]
    sums = {Links.of(2, [0] * 5, [1] * 5, way).weight.item() for way in ways}
    assert len(sums) == 1


@given(networks())
def test_the_matrices_are_symmetric_sorted_and_hold_the_links(links: Links) -> None:
    matrix, binary = links.matrix, links.binary
    assert matrix.shape == binary.shape == (links.n, links.n)
    assert matrix.nnz == binary.nnz == 2 * links.m
    assert matrix.has_sorted_indices
    assert binary.has_sorted_indices
    dense = matrix.toarray()
    assert (dense == dense.T).all()
    assert dense[links.one, links.other].tolist() == links.weight.tolist()
    assert ((dense > 0) == binary.toarray()).all()


@given(networks(), st.data())
def test_a_subset_has_the_links_among_its_nodes_renumbered(links: Links, data: Any) -> None:
    bits = data.draw(st.lists(st.booleans(), min_size=links.n, max_size=links.n))
    inner, kept = links.subset(np.array(bits, dtype=bool))
    assert kept.tolist() == [node for node, bit in enumerate(bits) if bit]
    assert (inner.matrix.toarray() == links.matrix.toarray()[np.ix_(kept, kept)]).all()
    assert _rows(inner) == _rows(Links.of(inner.n, inner.one, inner.other, inner.weight))


def test_arrays_cannot_be_changed_behind_the_matrices() -> None:
    links = Links.of(3, [0, 1], [1, 2])
    with pytest.raises(ValueError, match="read-only"):
        links.weight[0] = 5


@pytest.mark.parametrize(
    ("n", "one", "other", "weight"),
    [
        (2, [0], [2], None),
        (2, [-1], [0], None),
        (0, [0], [0], None),
        (-1, [], [], None),
        (2**31, [], [], None),
        (2, [0, 1], [1], None),
        (2, [0], [1], [1.0, 2.0]),
        (2, [0.5], [1], None),
        (2, [[0]], [[1]], None),
        (2, [0], [1], [0.0]),
        (2, [0], [1], [-1.0]),
        (2, [0], [1], [float("nan")]),
        (2, [0], [1], [float("inf")]),
        (2, [0, 0], [1, 1], [1.7e308, 1.7e308]),
        (2, [0], [1], [[1.0]]),
    ],
)
def test_what_is_no_network_is_refused(n: int, one: Any, other: Any, weight: Any) -> None:
    with pytest.raises(UsageError):
        Links.of(n, one, other, weight)


def test_a_mask_of_another_length_is_refused() -> None:
    with pytest.raises(UsageError):
        Links.of(3, [0], [1]).subset(np.array([True, False]))
