"""Measures of inequality hold at their ends and by definition, and say None for nothing."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from grafo.errors import UsageError
from grafo.network import gini, hhi, lorenz, top_share

AMOUNTS = st.lists(st.one_of(st.integers(0, 50), st.floats(0, 1e6)), min_size=1, max_size=40)


def _some(amounts: list[float]) -> list[float]:
    assume(sum(amounts) > 1e-6)
    return amounts


@given(AMOUNTS)
def test_gini_is_half_the_mean_difference_over_the_mean(amounts: list[float]) -> None:
    values = np.array(_some(amounts), dtype=float)
    difference = np.abs(values[:, np.newaxis] - values).mean()
    assert gini(amounts) == pytest.approx(difference / (2 * values.mean()), abs=1e-12)


@given(AMOUNTS)
def test_gini_is_twice_the_area_between_the_curve_and_equality(amounts: list[float]) -> None:
    points = lorenz(_some(amounts))
    under = sum((x1 - x0) * (y0 + y1) / 2 for (x0, y0), (x1, y1) in pairwise(points))
    assert gini(amounts) == pytest.approx(1 - 2 * under, abs=1e-9)


@given(AMOUNTS)
def test_herfindahl_is_the_sum_of_the_squared_shares(amounts: list[float]) -> None:
    total = sum(_some(amounts))
    assert hhi(amounts) == pytest.approx(sum((v / total) ** 2 for v in amounts), rel=1e-9)


@given(AMOUNTS, st.integers(0, 60))
def test_the_share_of_the_first_is_theirs(amounts: list[float], k: int) -> None:
    total = sum(_some(amounts))
    expected = sum(sorted(amounts, reverse=True)[:k]) / total
    assert top_share(amounts, k) == pytest.approx(expected, abs=1e-9)


@given(AMOUNTS)
def test_the_curve_rises_ever_faster_from_nothing_to_all(amounts: list[float]) -> None:
    points = lorenz(_some(amounts))
    assert (points[0], points[-1], len(points)) == ((0.0, 0.0), (1.0, 1.0), len(amounts) + 1)
    rises = [y1 - y0 for (_, y0), (_, y1) in pairwise(points)]
    assert all(before <= after + 1e-12 for before, after in pairwise(rises))
    assert all(y <= x + 1e-12 for x, y in points)


def test_the_ends_of_the_scale() -> None:
    assert gini([3, 3, 3, 3]) == 0
    assert gini([0, 0, 0, 5]) == 0.75
    assert gini([5]) == 0
    assert hhi([2, 2]) == 0.5
    assert hhi([0, 7]) == 1
    assert top_share([1, 2, 5], 0) == 0
    assert top_share([1, 2, 5], 1) == 0.625
    assert top_share([1, 2, 5], 9) == 1
    assert lorenz([1, 3]) == [(0.0, 0.0), (0.5, 0.25), (1.0, 1.0)]


@pytest.mark.parametrize("nothing", [[], [0], [0, 0, 0.0], np.zeros(4)])
def test_where_nothing_is_shared_out_nothing_is_said(nothing: list[float]) -> None:
    assert gini(nothing) is None
    assert hhi(nothing) is None
    assert top_share(nothing, 3) is None
    assert lorenz(nothing) == []


def test_amounts_of_any_size_are_measured() -> None:
    for scale in (5e-324, 1e-300, 1e307):
        amounts = [1 * scale, 1 * scale, 2 * scale]
        assert gini(amounts) == pytest.approx(1 / 6)
        assert hhi(amounts) == pytest.approx(0.375)
        assert top_share(amounts, 1) == pytest.approx(0.5)
    assert gini([1e-300, 1e300]) == pytest.approx(0.5)


@pytest.mark.parametrize("wrong", [[-1.0, 2], [float("nan")], [float("inf"), 1], [[1.0, 2.0]]])
def test_what_is_no_amount_is_refused(wrong: list[float]) -> None:
    for measure in (gini, hhi, lorenz):
        with pytest.raises(UsageError):
            measure(wrong)
    with pytest.raises(UsageError):
        top_share([1, 2], -1)
