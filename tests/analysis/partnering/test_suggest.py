"""Suggestions are never partners already, obey the filters, and say why in true words."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grafo.analysis.partnering.ground import Ground
from grafo.analysis.partnering.reasons import reasons
from grafo.analysis.partnering.suggest import Wanted, suggest_partners, suggest_to_each
from grafo.analysis.snapshot import Cooperation, Government, Snapshot, Theme
from tests.analysis.small_graph import COUNTRIES, graph, post, signed


def _state(id_: str, lat: float, population: int = 1_000_000) -> Government:
    return Government(id_, id_.upper(), "state", "MX", population=population, lat=lat, lon=-98.0)


def _city(
    id_: str, country: str, population: int | None = 1_000_000, lat: float = 45.0
) -> Government:
    return Government(id_, id_.upper(), "city", country, population=population, lat=lat, lon=5.0)


def world_of_states() -> Snapshot:
    """Five states in a row, of which `lonely` has nothing; its neighbours go to Lyon and Nice."""
    states = [_state(f"s{n}", 19.0 + n / 10) for n in range(4)] + [_state("lonely", 19.45)]
    cities = [_city("lyon", "FR"), _city("nice", "FR", 90_000), _city("osaka", "JP", lat=34.0)]
    made = [
        signed("a0", "s0", "lyon"),
        signed("a1", "s1", "lyon"),
        signed("a2", "s2", "lyon"),
        signed("a3", "s3", "nice"),
        signed("a4", "s0", "osaka"),
        signed("a5", "s1", "osaka"),
    ]
    consulate = post("consulado", "FR", 45.0, 5.0, "consulate")
    found = graph([*states, *cities], made, [consulate])
    # Everybody cooperates on education, and Osaka on health too.
    themed = tuple(
        replace(each, themes=("edu", "health") if "osaka" in (each.one, each.other) else ("edu",))
        for each in found.cooperations
    )
    themes = (Theme("edu", "Educación", "Education"), Theme("health", "Salud", "Health"))
    return replace(found, cooperations=themed, themes=themes)


def _names(snapshot: Snapshot, asker: str, wanted: Wanted = Wanted(), top: int = 10) -> list[str]:  # noqa: B008  # frozen
    ground = Ground(snapshot)
    found = suggest_partners(ground, snapshot.index[asker], wanted, top)
    return [snapshot.governments[each.node].id for each in found.suggestions]


def _why(snapshot: Snapshot, asker: str, other: str) -> dict[str, str]:
    found = reasons(Ground(snapshot), snapshot.index[asker], snapshot.index[other])
    assert all(reason.text.es != reason.text.en for reason in found)
    return {reason.kind: reason.text.es for reason in found}


def test_a_government_without_partners_is_sent_where_its_neighbours_went() -> None:
    assert _names(world_of_states(), "lonely")[0] == "lyon"


def test_a_partner_is_never_suggested_again() -> None:
    world = world_of_states()
    assert _names(world, "s0") == ["nice"]
    assert "lyon" not in _names(world, "s0", Wanted(country="FR"))


def test_filters_hold() -> None:
    world = world_of_states()
    assert _names(world, "lonely", Wanted(country="JP")) == ["osaka"]
    assert _names(world, "lonely", Wanted(theme="health")) == ["osaka"]
    assert _names(world, "lonely", Wanted(level="state")) == []
    assert _names(world, "lonely", Wanted(country="AT")) == []
    assert len(_names(world, "lonely", top=1)) == 1


def test_who_is_at_home_is_suggested_only_when_asked_for() -> None:
    world = world_of_states()
    assert not set(_names(world, "lonely")) & {"s0", "s1", "s2", "s3"}
    assert set(_names(world, "lonely", Wanted(country="MX"))) == {"s0", "s1", "s2", "s3"}


def test_the_parts_add_up_to_the_score() -> None:
    world = world_of_states()
    found = suggest_partners(Ground(world), world.index["lonely"])
    for each in found.suggestions:
        assert sum(each.parts.values()) == pytest.approx(each.score)
    scores = [each.score for each in found.suggestions]
    assert scores == sorted(scores, reverse=True)
    assert found.candidates == 3


def test_the_reasons_are_facts_of_the_graph() -> None:
    why = _why(world_of_states(), "lonely", "lyon")
    assert "S2" in why["peers"]
    assert "de los 4 gobiernos vecinos del mismo orden, 4 tienen" in why["gap"]
    assert "educación" in why["themes"]
    assert "3 contrapartes en México" in why["open_to_country"]
    assert "4 de los 6 vínculos de México" in why["affinity"]
    assert "población parecida (1.0 millones" in why["size"]
    assert "Consulado" in why["representation"]
    assert not why.keys() & {"common_partners", "border", "name", "active"}
    assert "size" not in _why(world_of_states(), "lonely", "nice")
    assert _why(world_of_states(), "s3", "lyon")["own_partners_there"].endswith("a NICE")


def test_partners_in_common_come_first_and_by_name() -> None:
    world = world_of_states()
    why = _why(replace(world, cooperations=world.cooperations), "s2", "osaka")
    assert "common_partners" not in why
    linked = tuple(
        sorted(
            (*world.cooperations, Cooperation("nice", "osaka", 1)), key=lambda c: (c.one, c.other)
        )
    )
    why = _why(replace(world, cooperations=linked), "s3", "osaka")
    assert why["common_partners"] == "comparten 1 contraparte: NICE"
    assert next(iter(why)) == "common_partners"


def test_one_of_many_gets_the_same_advice_as_alone() -> None:
    world = world_of_states()
    ground = Ground(world)
    everyone = list(range(len(world.governments)))
    for together in suggest_to_each(ground, everyone):
        alone = suggest_partners(ground, together.asker)
        assert [each.node for each in alone.suggestions] == [
            each.node for each in together.suggestions
        ]


GOVERNMENT = st.builds(
    Government,
    st.sampled_from([f"g{n}" for n in range(7)]),
    st.sampled_from(["Juárez", "León", "大阪"]),
    st.sampled_from(["national", "state", "city", "agency"]),
    st.sampled_from(["MX", "FR", "ZZ"]),
    population=st.one_of(st.none(), st.integers(0, 10**8)),
    lat=st.one_of(st.none(), st.floats(-90, 90)),
    lon=st.one_of(st.none(), st.floats(-180, 180)),
)


@given(
    st.lists(GOVERNMENT, min_size=1, unique_by=lambda each: each.id),
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=8),
)
@settings(max_examples=40)
def test_any_graph_gets_finite_scores_and_reasons(
    governments: list[Government], pairs: list[tuple[int, int]]
) -> None:
    ids = [government.id for government in governments]
    made = [
        signed(f"a{n}", ids[one % len(ids)], ids[other % len(ids)])
        for n, (one, other) in enumerate(pairs)
        if one % len(ids) != other % len(ids)
    ]
    ground = Ground(graph(governments, made, [post("p", "FR", 48.0, 2.0)], COUNTRIES))
    for found in suggest_to_each(ground, range(len(ids))):
        partners = set(ground.partners(found.asker).tolist())
        for each in found.suggestions:
            assert np.isfinite(each.score)
            assert each.node not in partners | {found.asker}
            why = reasons(ground, found.asker, each.node)
            assert why
            for reason in why:
                for text in (reason.text.es, reason.text.en):
                    assert text
                    assert not any(bad in text for bad in ("nan", "inf ", "None", "  "))
