"""Names that no gazetteer knows get an id of their own, always the same, never another's."""

from __future__ import annotations

from tests.places.conftest import Ask


def test_an_unknown_place_is_a_place_of_its_own(ask: Ask) -> None:
    match = ask("Villa Inexistente", "Perú", lat=-12.0, lon=-75.0)
    assert match.outcome == "unknown"
    place = match.place
    assert place is not None
    assert (place.id, place.level, place.country) == (
        "slug-pe-villa-inexistente-s120w750",
        "city",
        "PE",
    )
    assert (place.lat, place.lon) == (-12.0, -75.0)


def test_the_wrapping_of_a_town_does_not_make_it_another(ask: Ask) -> None:
    plain = ask("Villa Inexistente", "Perú").place
    wrapped = ask("Municipio de Villa Inexistente", "Perú").place
    assert plain and wrapped
    assert plain.id == wrapped.id


def test_without_a_country_the_id_says_so(ask: Ask) -> None:
    place = ask("Ciudad Fantasmagórica").place
    assert place is not None
    assert (place.id, place.country) == ("slug-zz-fantasmagorica", "ZZ")


def test_long_names_keep_ids_apart(ask: Ask) -> None:
    stem = "Asociación de Municipios Inexistentes de la Cuenca Alta del Río Imaginario"
    one, other = (ask(f"{stem} {end}", "PE").place for end in ("Norte", "Sur"))
    assert one and other
    assert one.id != other.id
    assert max(len(one.id), len(other.id)) < 80


def test_names_of_signs_alone_are_told_apart(ask: Ask) -> None:
    places = [ask(name, "PE").place for name in ("???", "!!!", "", "–")]
    assert len({place.id for place in places if place}) == 4


def test_a_name_in_another_script_keeps_it(ask: Ask) -> None:
    place = ask("不存在的小城市", "China").place
    assert place is not None
    assert place.id == "slug-cn-不存在的小城市"
