"""Whatever stands in a cell, resolving it ends quickly, without an error, and the same way."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grafo.places import Matcher, PlaceQuery, country_of, explain
from grafo.places.countries import within
from grafo.places.place import LEVELS

ANY_TEXT = st.text(st.characters(), max_size=60)
# Text that looks like names, so that the readings of names are reached.
PIECES = st.sampled_from(
    """San José|Springfield|Ciudad de|Municipio de|Condado de|Paris|Puebla|Texas|Jalisco|México
    |Orange|County|Universidad de|St.|Benito Juárez|Seoul|北京|de|la|Georgia|N.L.|(|)|,| – |/|'|%
    |\u202e|\x00""".split("|")
)
NAME_LIKE = st.lists(PIECES, min_size=1, max_size=6).map(" ".join)
COUNTRIES = st.sampled_from(
    ["MX", "US", "España", "Corea del Sur", "Georgia", "England", "", "Nowhere"]
)
QUERIES = st.builds(
    PlaceQuery,
    name=st.one_of(ANY_TEXT, NAME_LIKE),
    country=st.one_of(st.none(), COUNTRIES, ANY_TEXT),
    parent=st.one_of(st.none(), NAME_LIKE, ANY_TEXT),
    level=st.one_of(st.none(), st.sampled_from(sorted(LEVELS)), ANY_TEXT),
    lat=st.one_of(st.none(), st.floats()),
    lon=st.one_of(st.none(), st.floats()),
    id=st.one_of(
        st.none(), st.sampled_from(["mx-14", "gn-1", "gn-99999999999999999999"]), ANY_TEXT
    ),
)


@settings(max_examples=400)
@given(query=QUERIES)
def test_any_text_gets_an_answer_that_keeps_its_promises(
    matcher: Matcher, query: PlaceQuery
) -> None:
    match = matcher.match(query)
    assert match == Matcher(matcher.gazetteer).match(query), "the same query, another answer"
    assert match.outcome in {"matched", "ambiguous", "unknown"}
    assert (match.place is None) == (match.outcome == "ambiguous")
    assert 0.0 <= match.score <= 1.0
    assert len(match.candidates) <= 8
    closed = "name:not-on-the-list" in match.against
    assert match.outcome != "ambiguous" or match.candidates or closed
    assert match.place is None or match.place.level in LEVELS
    for lang in ("es", "en"):
        assert explain(match, lang).endswith(".")


@settings(max_examples=400)
@given(query=QUERIES.filter(lambda query: query.id is None))
def test_a_matched_place_is_in_the_stated_country(matcher: Matcher, query: PlaceQuery) -> None:
    match = matcher.match(query)
    if match.outcome != "matched":
        return
    assert match.place is not None
    if query.country and query.country.strip():
        stated = country_of(query.country).iso2
        assert stated is not None
        assert match.place.country in within(stated)


@pytest.mark.parametrize(
    "name",
    [
        "a" * 10_000,
        "San " * 5_000,
        "(" * 5_000,
        "Ciudad de " * 2_000,
        ", " * 5_000,
        "-" * 10_000,
        "\u202e" * 10_000,
        "\x00" * 10_000,
        "'; DROP TABLE place; --",
        "' OR 1=1 --",
        "%",
        "\ud800",
        "🏙️" * 500,
    ],
)
def test_hostile_names_are_harmless_and_quick(matcher: Matcher, name: str) -> None:
    started = time.perf_counter()
    # Mexico's list of governments is closed: no name, however strange, makes one more.
    closed = matcher.match(PlaceQuery(name, "MX", parent=name, level="city"))
    assert (closed.outcome, closed.place) == ("ambiguous", None)
    for country in ("PE", None):
        match = matcher.match(PlaceQuery(name, country, parent=name, level="city"))
        assert match.outcome == "unknown"
        assert match.place is not None
        assert len(match.place.id) < 100
    assert time.perf_counter() - started < 1.0
    assert matcher.match(PlaceQuery("Guadalajara", "MX")).outcome == "matched"
