"""A decision holds for what was asked: the same name stated to be elsewhere is another question."""

from __future__ import annotations

import csv
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grafo.errors import InputError
from grafo.places import Decisions, Matcher, PlaceQuery, ReviewItem, read_review, write_review
from tests.places.conftest import Ask

# One name, said to be in nine places.
ELSEWHERE = [
    PlaceQuery("Neustadt", "Alemania"),
    PlaceQuery("Neustadt", "Austria"),
    PlaceQuery("Neustadt"),
    PlaceQuery("Neustadt", "Alemania", parent="Hessen"),
    PlaceQuery("Neustadt", "Alemania", parent="Sachsen"),
    PlaceQuery("Neustadt", "Alemania", level="county"),
    PlaceQuery("Neustadt", "Alemania", id="09574"),
    PlaceQuery("Neustadt", "Alemania", lat=50.85, lon=9.11),
    PlaceQuery("Neustadt", "Alemania", lat=-50.85, lon=-0.04),
]


def decisions(tmp_path: Path, text: str, encoding: str = "utf-8-sig") -> Decisions:
    path = tmp_path / "decisions.csv"
    path.write_text(text, encoding=encoding)
    return Decisions.load(path)


def test_each_of_one_name_elsewhere_is_asked_and_decided_on_its_own(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    assert write_review(path, [ReviewItem(query) for query in ELSEWHERE]) == len(ELSEWHERE)
    assert write_review(path, [ReviewItem(query) for query in ELSEWHERE]) == len(ELSEWHERE)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        header, *rows = csv.reader(stream)
    for number, cells in enumerate(rows):
        cells[header.index("decision")] = f"gn-{number}"
        # As a spreadsheet of a country with decimal commas gives it back.
        for axis in ("lat", "lon"):
            cells[header.index(axis)] = cells[header.index(axis)].replace(".", ",")
    with path.open("w", encoding="cp1252", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows([header, *rows])
    decided = Decisions.load(path)
    found = [decided.get(query) for query in ELSEWHERE]
    assert [each and each.value for each in found] == [f"gn-{n}" for n in range(len(ELSEWHERE))]
    assert decided.get(PlaceQuery("Neustadt", "Alemania", lat=48.8, lon=11.7)) is None
    assert decided.get(PlaceQuery("Neustadt", "Alemania", parent="Bayern")) is None


@pytest.mark.parametrize(
    "cells", ["52.7;-2.52", "52,70;-2,52", "52.70°;'-2.52°", "52,7 °;−2,52°", "+52.7;-2.5200"]
)
def test_degrees_are_read_however_they_are_written(tmp_path: Path, cells: str) -> None:
    decided = decisions(tmp_path, f"name;country;lat;lon;decision\nFoo;GB;{cells};new\n")
    assert decided.get(PlaceQuery("foo", "Reino Unido", lat=52.7001, lon=-2.5199)) is not None
    assert decided.get(PlaceQuery("Foo", "GB", lat=50.98, lon=-3.23)) is None
    assert decided.get(PlaceQuery("Foo", "GB")) is None


@pytest.mark.parametrize("cell", ["feb-52", "91", "nan", "52.7.1"])
def test_what_a_spreadsheet_made_of_degrees_is_refused_where_it_stands(
    tmp_path: Path, cell: str
) -> None:
    with pytest.raises(InputError, match="row 2, column 'lat'"):
        decisions(tmp_path, f"name,country,lat,lon,decision\nFoo,GB,{cell},1,new\n")


def test_a_file_from_before_points_were_kept_decides_names_without_a_point(tmp_path: Path) -> None:
    text = "version,name,country,parent,level,decision\n1,Foo,GB,,,new\n"
    decided = decisions(tmp_path, text)
    assert decided.get(PlaceQuery("Foo", "GB")) is not None
    assert decided.get(PlaceQuery("Foo", "GB", lat=52.7, lon=-2.52)) is None
    path = tmp_path / "decisions.csv"
    assert write_review(path, [ReviewItem(PlaceQuery("Foo", "GB", lat=52.7, lon=-2.52))]) == 1
    assert [(row.lat, row.lon, row.decision) for row in read_review(path)] == [
        ("", "", "new"),
        ("52.7°", "-2.52°", ""),
    ]
    assert len(Decisions.load(path).decided) == 1


def test_points_of_one_place_are_asked_about_once(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    # Either side of a tenth and of a whole degree, as two surveys measure one town.
    near = [(52.7499, -2.5), (52.7501, -2.5), (52.7501, -2.4501), (52.7499, -2.4499)]
    items = [ReviewItem(PlaceQuery("Foo", "GB", lat=lat, lon=lon)) for lat, lon in near]
    assert write_review(path, items) == 1
    assert write_review(path, items[::-1]) == 1


def test_new_makes_governments_that_are_kept_apart(matcher: Matcher, tmp_path: Path) -> None:
    text = "name;country;lat;lon;decision\nWellington;GB;50,98;-3,23;nuevo\n"
    decided = Matcher(matcher.gazetteer, decisions(tmp_path, text))
    place = decided.match(PlaceQuery("Wellington", "United Kingdom", lat=50.98, lon=-3.23)).place
    other = decided.match(PlaceQuery("Wellington", "United Kingdom", lat=52.7, lon=-2.52)).place
    assert place and other
    assert (place.id, other.id) == ("slug-gb-wellington-n510w32", "gn-2634573")


def test_unknown_places_of_one_name_have_an_id_each(ask: Ask) -> None:
    stated: list[dict[str, object]] = [
        {},
        {"country": "Francia"},
        {"country": "Perú"},
        {"country": "Perú", "parent": "Jalisco"},
        {"country": "Perú", "parent": "Oaxaca"},
        {"country": "Perú", "level": "organization"},
        {"country": "Perú", "lat": 20.0, "lon": -100.0},
        {"country": "Perú", "lat": 20.0, "lon": -99.7},
        {"country": "Perú", "lat": -20.0, "lon": 100.0},
    ]
    ids = [ask("Villa Inexistente", **each).place.id for each in stated]  # type: ignore[union-attr,arg-type]
    assert len(set(ids)) == len(ids)
    assert "slug-pe-villa-inexistente-n200w1000" in ids


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"lat": 52.70, "lon": -2.52}, {"lat": 52.7001, "lon": -2.5199}),
        ({"lat": 0.01, "lon": -0.02}, {"lat": -0.01, "lon": 0.02}),
        ({"lat": 10.0, "lon": 180.0}, {"lat": 10.0, "lon": -180.0}),
        ({"level": "city"}, {}),
        ({"level": "municipality"}, {"level": "city"}),
    ],
)
def test_what_is_stated_alike_is_one_place(
    ask: Ask, one: dict[str, object], other: dict[str, object]
) -> None:
    places = [ask("Villa Inexistente", "Fiji", **each).place for each in (one, other)]
    assert len({place.id for place in places if place}) == 1


def test_a_level_that_the_name_says_is_not_said_twice(ask: Ask) -> None:
    name = "Condado de Villa Inexistente"
    assert ask(name, "US").place == ask(name, "US", level="county").place


POINTS = st.tuples(st.floats(-89, 89), st.floats(-179, 179))


@given(points=st.lists(POINTS, min_size=2, max_size=4))
def test_points_twenty_km_apart_never_share_an_id(
    ask: Ask, points: list[tuple[float, float]]
) -> None:
    from grafo.sphere import kilometres

    places = [ask("Xyzzyville", "US", lat=lat, lon=lon).place for lat, lon in points]
    for (one, at), (other, there) in combinations(zip(places, points, strict=True), 2):
        if kilometres(*at, *there) > 20:
            assert one and other
            assert one.id != other.id
