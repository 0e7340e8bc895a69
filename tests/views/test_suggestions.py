"""The explorer's cards carry suggestions for the home country's governments, and for no others."""

from __future__ import annotations

from dataclasses import replace

from grafo.views.scene.suggestions import suggestions
from tests.analysis.partnering.test_suggest import world_of_states


def test_suggestions_go_by_the_places_of_the_drawn() -> None:
    world = world_of_states()
    drawn = ["osaka", "lyon", "lonely", "s0", "nice"]
    found = suggestions(world, drawn)
    assert list(found) == ["2", "3"]
    assert found["2"][0][0] == drawn.index("lyon")
    assert [row[0] for row in found["3"]] == [drawn.index("nice")]
    for _, score, es, en in found["2"]:
        assert isinstance(score, float)
        assert len(es) == len(en) >= 1
    assert "Consulado" in found["2"][0][2][-1]


def test_who_is_not_drawn_is_not_suggested() -> None:
    assert suggestions(world_of_states(), ["lonely", "osaka"])["0"][0][0] == 1
    assert suggestions(world_of_states(), ["s0", "lyon"]) == {}


def test_a_graph_without_links_has_none() -> None:
    assert suggestions(replace(world_of_states(), agreements=(), cooperations=()), ["lonely"]) == {}
