"""Communities: who is in each, what it is called, what joins it to others, who is between."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from grafo.analysis import Snapshot
from grafo.analysis.communities import communities
from grafo.analysis.result import Result
from grafo.analysis.snapshot import Agreement, Government, Theme
from grafo.errors import UsageError
from tests.analysis.small_graph import city, graph, signed, state, town

THEMES = (Theme("culture", "Cultura", "Culture"), Theme("health", "Salud", "Health"))


def together(ids: list[str], themes: tuple[str, ...] = ()) -> list[Agreement]:
    """Agreements between every two."""
    return [
        replace(signed(f"{one}-{other}", one, other, home=0), themes=themes)
        for one, other in combinations(ids, 2)
    ]


def records(result: Result, table: str = "communities") -> list[dict[str, Any]]:
    return result.table(table).records()


def said(result: Result, lang: str = "es") -> str:
    return " ".join(finding[lang] for finding in result.findings)


WEST = ["norte", "villa", "paris", "lyon", "nantes", "lille"]
EAST = ["sur", "tokio", "osaka", "kioto", "kobe"]


@pytest.fixture
def snapshot() -> Snapshot:
    """A state of the north with French cities, one of the south with Japanese; one agreement
    joins the two, and two towns have only each other."""
    made = graph(
        [
            state("norte"),
            town("villa", "norte"),
            state("sur"),
            *(city(id_, "FR") for id_ in WEST[2:]),
            *(city(id_, "JP") for id_ in EAST[1:]),
            town("solo", "sur"),
            city("wien", "AT"),
            town("nadie", "sur"),
        ],
        [
            *(signed(f"n-{c}", "norte", c) for c in WEST[2:]),
            *(signed(f"v-{c}", "villa", c) for c in WEST[2:]),
            *(replace(signed(f"s-{c}", "sur", c), themes=("culture",)) for c in EAST[1:]),
            *together(EAST[1:3], ("health",)),
            signed("join", "norte", "tokio"),
            signed("pair", "solo", "wien"),
        ],
    )
    return replace(made, themes=THEMES)


def test_each_community_is_named_sized_and_has_its_hubs(snapshot: Snapshot) -> None:
    west, east = records(communities(snapshot))
    assert (west["community"], west["governments"], west["agreements"]) == (1, 6, 8)
    assert (west["name_es"], west["name_en"]) == ("Norte y Francia", "Norte and France")
    assert west["agreements_outside"] == 1
    assert west["hubs_en"].startswith("Norte and Villa") or "Norte, Villa" in west["hubs_en"]
    assert (east["governments"], east["agreements"]) == (5, 5)
    assert east["name_es"] == "Sur y Japón · cultura"
    assert east["name_en"] == "Sur and Japan · culture"


def test_what_joins_two_communities_and_who_is_between(snapshot: Snapshot) -> None:
    result = communities(snapshot)
    (joint,) = records(result, "links")
    assert (joint["community"], joint["other"], joint["agreements"]) == (1, 2, 1)
    between = {row["id"]: row for row in records(result, "between")}
    assert set(between) == {"norte", "tokio"}
    assert between["tokio"]["other_communities"] == 1
    assert between["tokio"]["share_outside"] == round(1 / 3, 4)
    assert between["tokio"]["participation"] == round(1 - (2 / 3) ** 2 - (1 / 3) ** 2, 6)
    assert "«Norte y Francia» y «Sur y Japón · cultura»: 1 acuerdo." in said(result)


def test_a_pair_and_those_without_counterparts_are_in_no_community(snapshot: Snapshot) -> None:
    result = communities(snapshot)
    assert set(result.measures["community"]) == {*WEST, *EAST}
    assert "1 pareja de gobiernos sólo se tiene entre sí" in said(result)
    assert "2 partes sin contacto entre sí; la mayor reúne 11 de 13 gobiernos" in said(result)
    assert any("1 gobierno del grafo sin contrapartes no está" in note.es for note in result.notes)


def test_the_members_of_a_community_are_listed_when_asked(snapshot: Snapshot) -> None:
    listed = records(communities(snapshot, members=2), "members")
    assert {row["id"] for row in listed} == set(EAST)
    assert listed[0]["id"] == "sur"
    assert (listed[0]["partners_inside"], listed[0]["partners"]) == (4, 4)
    with pytest.raises(KeyError):
        communities(snapshot).table("members")


def test_a_community_that_there_is_not_is_refused(snapshot: Snapshot) -> None:
    with pytest.raises(UsageError, match="no community 3") as refused:
        communities(snapshot, members=3)
    assert "1 to 2" in str(refused.value)
    with pytest.raises(UsageError, match="no community 1"):
        communities(graph(), members=1)


def test_the_same_seed_gives_the_same_and_the_order_of_rows_does_not_matter(
    snapshot: Snapshot,
) -> None:
    first = communities(snapshot, seed=5)
    assert communities(snapshot, seed=5) == first
    turned = replace(snapshot, agreements=snapshot.agreements[::-1])
    assert communities(turned, seed=5).measures == first.measures


def test_more_resolution_makes_smaller_communities() -> None:
    rings = [f"{name}{n}" for name in "abcdef" for n in range(4)]
    links = [link for name in "abcdef" for link in together([f"{name}{n}" for n in range(4)])]
    chain = zip("abcdef", "bcdefa", strict=True)
    links += [signed(f"{one}to{other}", f"{one}0", f"{other}1", home=0) for one, other in chain]
    snapshot = graph([city(id_, "JP") for id_ in rings], links)
    sizes = {
        resolution: len(records(communities(snapshot, resolution=resolution)))
        for resolution in (0.1, 1.0, 20.0)
    }
    assert sizes[1.0] == 6
    assert sizes[0.1] < 6 < sizes[20.0]


def test_communities_of_the_same_name_are_told_apart_by_their_hub() -> None:
    ids = [[f"{name}{n}" for n in range(4)] for name in ("one", "two")]
    snapshot = graph(
        [city(id_, "JP") for circle in ids for id_ in circle],
        [
            *(link for circle in ids for link in together(circle)),
            signed("j", "one0", "two0", home=0),
        ],
    )
    names = [row["name_es"] for row in records(communities(snapshot))]
    assert names == ["Japón, en torno a One0", "Japón, en torno a Two0"]


def test_a_name_says_who_is_frequent_and_how_many_more_there_are() -> None:
    countries = ["FR", "JP", "AT", "IN", "AQ"]
    abroad = [city(f"c{n}", country) for n, country in enumerate(countries)]
    hub = state("norte")
    links = [signed(f"a{n}", "norte", each.id) for n, each in enumerate(abroad)]
    (row,) = records(communities(graph([hub, *abroad], links)))
    # Each abroad is in a fifth of the agreements: none names the community by itself.
    assert row["name_en"] == "Norte, Antarctica and 4 more countries"
    more = graph([hub, *abroad, city("c9", "FR")], [*links, signed("a9", "norte", "c9")])
    (row,) = records(communities(more))
    assert row["name_en"] == "Norte and France"


def test_how_far_apart_they_are_is_said_by_the_modularity() -> None:
    circle = [f"x{n}" for n in range(5)]
    one = communities(graph([city(id_, "JP") for id_ in circle], together(circle)))
    assert "La red es una sola comunidad, con 5 de 5 gobiernos (modularidad 0.000)." in said(one)


NOTHING: list[tuple[list[Government], list[Agreement]]] = [
    ([], []),
    ([city("one", "FR")], []),
    ([town("one")], [signed("a", "one")]),
]


@pytest.mark.parametrize(("governments", "agreements"), NOTHING)
def test_without_links_it_says_what_to_do(
    governments: list[Government], agreements: list[Agreement]
) -> None:
    result = communities(graph(governments, agreements))
    (finding,) = result.findings
    assert "cargue un registro" in finding.es
    assert result.measures == {"community": {}}


def test_pairs_alone_are_no_communities() -> None:
    snapshot = graph(
        [city(id_, "JP") for id_ in "abcd"], [signed("1", "a", "b"), signed("2", "c", "d")]
    )
    result = communities(snapshot)
    assert records(result) == []
    assert result.measures == {"community": {}}
    assert said(result).startswith("No hay comunidades")
    assert "2 parejas de gobiernos sólo se tienen entre sí" in said(result)
