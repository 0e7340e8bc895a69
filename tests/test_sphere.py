"""Distances on the globe are those of the haversine formula, one by one and by the thousand."""

from __future__ import annotations

from math import acos, cos, pi, radians, sin

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grafo.places.distance import kilometres as kilometres_of_places
from grafo.sphere import EARTH_RADIUS_KM, kilometres, kilometres_between, nearest

latitudes = st.floats(-90, 90)
longitudes = st.floats(-180, 180)
points = st.tuples(latitudes, longitudes)


@given(points, points)
def test_one_distance_and_an_array_of_them_are_the_same(
    one: tuple[float, float], other: tuple[float, float]
) -> None:
    by_one = kilometres(*one, *other)
    (by_array,) = kilometres_between(
        np.array([one[0]]), np.array([one[1]]), np.array([other[0]]), np.array([other[1]])
    )
    assert by_one == pytest.approx(by_array, abs=1e-6)
    assert by_one == kilometres_of_places(*one, *other)


@given(points, points)
def test_distance_is_that_of_the_law_of_cosines(
    one: tuple[float, float], other: tuple[float, float]
) -> None:
    (lat, lon), (other_lat, other_lon) = one, other
    cosine = sin(radians(lat)) * sin(radians(other_lat)) + cos(radians(lat)) * cos(
        radians(other_lat)
    ) * cos(radians(other_lon - lon))
    expected = EARTH_RADIUS_KM * acos(max(-1.0, min(1.0, cosine)))
    # The law of cosines loses a metre or so between near points, and near antipodes.
    assert kilometres(*one, *other) == pytest.approx(expected, abs=0.2)


@given(points, points)
def test_distance_is_symmetric_and_at_most_half_round_the_earth(
    one: tuple[float, float], other: tuple[float, float]
) -> None:
    km = kilometres(*one, *other)
    assert km == pytest.approx(kilometres(*other, *one), abs=1e-6)
    assert 0 <= km <= pi * EARTH_RADIUS_KM + 1e-6


def test_a_quarter_round_the_earth_and_across_the_date_line() -> None:
    assert kilometres(0, 0, 90, 0) == pytest.approx(pi / 2 * EARTH_RADIUS_KM)
    assert kilometres(0, 179.5, 0, -179.5) == pytest.approx(radians(1) * EARTH_RADIUS_KM)


@given(st.lists(points, min_size=0, max_size=40), st.lists(points, min_size=1, max_size=10))
def test_the_nearest_is_the_least_of_all_distances(
    here: list[tuple[float, float]], there: list[tuple[float, float]]
) -> None:
    places, distances = nearest(*_columns(here), *_columns(there))
    for point, place, km in zip(here, places.tolist(), distances.tolist(), strict=True):
        every = [kilometres(*point, *other) for other in there]
        assert km == pytest.approx(min(every), abs=1e-6)
        assert every[place] == pytest.approx(min(every), abs=1e-6)


def test_of_several_as_near_the_first_is_nearest() -> None:
    places, distances = nearest(*_columns([(10, 20)]), *_columns([(0, 0), (10, 20), (10, 20)]))
    assert places.tolist() == [1]
    assert distances.tolist() == [0.0]


def test_more_points_than_are_held_at_once_are_answered_alike(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    random = np.random.default_rng(7)
    lat, lon = random.uniform(-90, 90, 500), random.uniform(-180, 180, 500)
    whole = nearest(lat, lon, lat[:20] + 0.01, lon[:20])
    monkeypatch.setattr("grafo.sphere._AT_ONCE", 64)
    parted = nearest(lat, lon, lat[:20] + 0.01, lon[:20])
    assert np.array_equal(whole[0], parted[0])
    assert np.array_equal(whole[1], parted[1])


def test_without_any_other_point_nothing_is_near() -> None:
    with pytest.raises(ValueError, match="near"):
        nearest(*_columns([(0, 0)]), *_columns([]))


def _columns(points: list[tuple[float, float]]) -> tuple[np.ndarray, np.ndarray]:
    return np.array([p[0] for p in points], float), np.array([p[1] for p in points], float)
