"""Unknown names that may be one government are kept apart, and told."""

from __future__ import annotations

from grafo.loading.doubts import note_doubts
from grafo.notes import Notes
from grafo.places import Place
from tests.places.conftest import Ask, ask

__all__ = ["ask"]


def told(*places: Place | None) -> list[str]:
    notes = Notes()
    note_doubts([place for place in places if place], notes)
    return [str(note) for note in notes.listed()]


def test_a_name_with_and_without_a_point_is_doubtful(ask: Ask) -> None:
    bare = ask("Villa Inexistente", "PE").place
    there = ask("Villa Inexistente", "PE", lat=-12.0, lon=-75.0).place
    assert told(bare, there) == [
        "governments in no gazetteer that may be one: slug-pe-villa-inexistente, "
        "slug-pe-villa-inexistente-s120w750: 2"
    ]


def test_points_either_side_of_a_tenth_are_doubtful_and_far_ones_are_not(ask: Ask) -> None:
    places = [ask("Nirgendwo", "DE", lat=lat, lon=9.0).place for lat in (52.7499, 52.7501, 48.1)]
    (line,) = told(*places)
    assert "n527e90, " in line
    assert "n528e90: 2" in line
    assert told(places[0], places[2]) == []


def test_other_names_and_places_that_are_known_are_not_doubtful(ask: Ask) -> None:
    assert told(
        ask("Nirgendwo", "DE").place, ask("Niemandsdorf", "DE").place, ask("Lyon", "FR").place
    ) == []  # fmt: skip
