"""Hubs: who is one, why, at which level, and what is said where there are none."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import Any

import pytest

from grafo.analysis import Snapshot
from grafo.analysis import hubs as module
from grafo.analysis.hubs import hubs
from grafo.analysis.levels import LEVELS
from grafo.analysis.prominence import MEASURES
from grafo.analysis.prominence.standing import ranked
from grafo.analysis.result import Result
from grafo.analysis.snapshot import Agreement, Government
from tests.analysis.small_graph import city, graph, signed, state, town


def network(*links: tuple[str, str], **country: str) -> Snapshot:
    """A graph of cities, linked as told; in Japan unless another country is."""
    ids = sorted({end for link in links for end in link})
    return graph(
        [city(id_, country.get(id_, "JP")) for id_ in ids],
        [signed(f"{one}-{other}", one, other, home=0) for one, other in links],
    )


def clique(ids: Iterable[str]) -> list[tuple[str, str]]:
    return list(combinations(ids, 2))


def records(result: Result, table: str = "hubs") -> dict[str, dict[str, Any]]:
    return {record["id"]: record for record in result.table(table).records()}


def why(result: Result, id_: str, lang: str = "es") -> str:
    return str(records(result)[id_][f"why_{lang}"])


def said(result: Result, lang: str = "es") -> str:
    return " ".join(finding[lang] for finding in result.findings)


STAR = network(
    *(("hub", f"leaf{n}") for n in range(6)), leaf0="FR", leaf1="FR", leaf2="AT", hub="MX"
)
# Two circles of five who all know each other, and one between them.
BRIDGED = network(
    *clique("abcde"), *clique("vwxyz"), ("a", "bridge"), ("bridge", "z"), a="FR", z="FR"
)


def test_who_has_most_counterparts_is_first_and_says_how_many_where() -> None:
    result = hubs(STAR)
    assert next(iter(records(result))) == "hub"
    assert records(result)["hub"]["partners"] == 6
    assert records(result)["hub"]["countries"] == 3
    assert why(result, "hub").startswith("tiene más contrapartes que nadie (6 en 3 países)")
    assert why(result, "hub", "en").startswith("has more counterparts than anyone (6 in 3 countr")
    assert "Hub tiene más contrapartes que nadie: 6 gobiernos en 3 países, con 6 ac" in said(result)
    assert why(result, "leaf0") == "1 contraparte en México"


def test_the_only_counterpart_of_its_partners_is_told() -> None:
    assert "es la única contraparte de todas" in why(hubs(STAR), "hub")
    half = network(*(("hub", f"x{n}") for n in range(5)), ("x0", "other"), ("x1", "another"))
    assert "es la única contraparte de 3 de ellas" in why(hubs(half), "hub")
    two = network(("hub", "x0"), ("hub", "x1"))
    assert "única" not in why(hubs(two), "hub")  # two are too few to say so


def test_who_ties_parts_together_that_do_not_touch_without_it_is_told() -> None:
    result = hubs(BRIDGED)
    assert "une partes de la red que sin él no se tocan (5 quedarían aparte)" in why(
        result, "bridge"
    )
    assert "Sin Bridge, 5 gobiernos quedarían aparte" in said(result)
    assert "no se tocan" not in why(result, "b")
    by_between = hubs(BRIDGED, by="betweenness")
    assert next(iter(records(by_between))) == "bridge"
    assert "Bridge es el mayor puente" in said(by_between)


def test_a_bridge_that_others_can_go_around_is_told_by_its_ranks() -> None:
    # Three circles of eight joined in a ring by one go-between each way: none is the only way.
    circles = [[f"{name}{n}" for n in range(8)] for name in "abc"]
    ring = [(circles[i][0], f"go{i}") for i in range(3)]
    ring += [(f"go{i}", circles[(i + 1) % 3][1]) for i in range(3)]
    links = [link for circle in circles for link in clique(circle)]
    narrow = hubs(network(*links, *ring), top=100)
    assert "no se tocan" not in said(narrow) + why(narrow, "go0")
    # The first six in betweenness are those that the go-betweens join, so they are 7th: not in
    # the top tenth of 27, but in that of 107.
    assert records(narrow, "measures")["go0"]["rank_betweenness"] == 7
    assert "acerca" not in why(narrow, "go0")
    far = [(f"far{n}", f"far{n + 1}") for n in range(0, 80, 2)]
    wide = hubs(network(*links, *ring, *far), top=200)
    ranks = records(wide, "measures")["go0"]
    assert (ranks["rank_betweenness"], ranks["rank_partners"]) == (7, 25)
    assert "acerca partes de la red lejanas entre sí" in why(wide, "go0")
    assert "partes lejanas de la red, más de lo que sus contrapartes harían" in said(wide)


def test_whose_counterparts_are_well_connected_too_is_told() -> None:
    stars = [(f"star{s}", f"leaf{s}-{n}") for s in range(4) for n in range(12)]
    result = hubs(network(*stars, *((f"star{s}", "friend") for s in range(4))), top=100)
    assert "sus contrapartes también están muy conectadas (4 de 4 en el 10 % con más)" in why(
        result, "friend"
    )
    assert "muy conectadas" not in why(result, "star0")


def test_the_core_is_where_everyone_has_many_counterparts_within() -> None:
    result = hubs(BRIDGED)
    assert "está en el núcleo, donde todos tienen al menos 4 contrapartes" in why(result, "b")
    assert "núcleo" not in why(result, "bridge")
    assert "El núcleo más denso son 10 gobiernos, cada uno con al menos 4" in said(result)
    assert "núcleo" not in said(hubs(STAR))


def test_signing_again_with_the_same_is_told() -> None:
    again = [signed(f"n{n}", "one", "other") for n in range(6)]
    snapshot = graph([city("one", "MX"), city("other", "JP"), city("third", "FR")], again)
    assert "repite con ella: 6 acuerdos" in why(hubs(snapshot), "one")
    assert "repite" not in why(hubs(STAR), "hub")


def test_at_the_level_of_states_municipalities_count_as_their_state() -> None:
    snapshot = graph(
        [
            state("norte"),
            town("uno", "norte"),
            town("dos", "norte"),
            *(city(f"c{n}", "FR") for n in range(4)),
        ],
        [signed(f"a{n}", home, f"c{n}") for n, home in enumerate(["uno", "uno", "dos", "norte"])],
    )
    result = hubs(snapshot, level="state")
    assert records(result)["norte"]["partners"] == 4
    assert records(result)["norte"]["agreements"] == 4
    assert any("los municipios, como" in note.es for note in result.notes)
    assert records(hubs(snapshot))["uno"]["partners"] == 2


def test_at_the_level_of_countries_countries_are_linked() -> None:
    result = hubs(STAR, level="country")
    assert {key: row["partners"] for key, row in records(result).items()} == {
        "MX": 3,
        "FR": 1,
        "AT": 1,
        "JP": 1,
    }
    assert "México tiene más contrapartes que nadie: 3 países, con 6 acuerdos; le siguen" in said(
        result
    )
    assert "level" not in result.table("hubs").columns


def test_a_country_filter_shows_and_does_not_measure_anew() -> None:
    whole = records(hubs(BRIDGED, top=100), "measures")
    shown = hubs(BRIDGED, country="FR")
    assert set(records(shown)) == {"a", "z"}
    for id_, row in records(shown, "measures").items():
        assert row == whole[id_]
    assert "En Francia" in said(shown)
    assert "En toda la red" not in said(shown)  # they are first there, too
    assert "En toda la red es el lugar 3 de 11" in said(hubs(BRIDGED, country="JP"))


def test_equal_values_share_the_better_rank_and_the_first_place_is_said_to_be_shared() -> None:
    assert ranked([5, 1, 5, 0, 1]) == [1, 3, 1, 5, 3]
    result = hubs(network(("a", "b"), ("c", "d")))
    assert "4 gobiernos comparten el primer lugar (1): A, B, C y D." in said(result)
    assert why(result, "a").startswith("nadie tiene más contrapartes (1 en Japón)")
    # Who follows is not named where as many more would have to be.
    assert "siguen" not in said(hubs(STAR))


@pytest.mark.parametrize("by", MEASURES)
def test_each_measure_ranks(by: str) -> None:
    result = hubs(BRIDGED, by=by, top=100)
    values = [row[by] for row in records(result, "measures").values()]
    assert values == sorted(values, reverse=True)
    assert [row["rank"] for row in records(result).values()] == ranked(values)


def test_what_is_stored_is_what_is_shown() -> None:
    result = hubs(BRIDGED, top=100)
    table = records(result, "measures")
    assert set(result.measures) == {"degree", "pagerank", "betweenness", "closeness", "core"}
    for name, values in result.measures.items():
        shown = "partners" if name == "degree" else name
        assert values == {id_: row[shown] for id_, row in table.items()}
    assert sum(result.measures["pagerank"].values()) == pytest.approx(1)


def test_a_large_network_is_sampled_unless_told_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    exact = records(hubs(BRIDGED, top=100), "measures")
    monkeypatch.setattr(module, "EXACT_UP_TO", 10)
    monkeypatch.setattr(module, "SAMPLES", 5)
    sampled = hubs(BRIDGED, top=100, seed=3)
    assert any("estimaciones desde 5 de 11 nodos (semilla 3)" in n.es for n in sampled.notes)
    assert records(sampled, "measures") != exact
    assert records(sampled, "measures") == records(hubs(BRIDGED, top=100, seed=3), "measures")
    assert records(hubs(BRIDGED, top=100, exact=True), "measures") == exact


NOTHING: list[tuple[list[Government], list[Agreement]]] = [
    ([], []),
    ([city("one", "FR")], []),
    ([town("one"), town("other")], []),
    ([town("one")], [signed("a", "one")]),
]


@pytest.mark.parametrize(("governments", "agreements"), NOTHING)
@pytest.mark.parametrize("level", LEVELS)
def test_without_links_it_says_what_to_do(
    level: str, governments: list[Government], agreements: list[Agreement]
) -> None:
    result = hubs(graph(governments, agreements), level=level)
    (finding,) = result.findings
    assert "cargue un registro" in finding.es
    assert "load a register" in finding.en


def test_links_that_a_level_does_not_have_and_countries_without_any_are_said() -> None:
    inside = graph([town("one"), town("other")], [signed("a", "one", "other")])
    assert "No agreement links two different countries" in said(hubs(inside, level="country"), "en")
    assert "Nobody in Austria has counterparts" in said(hubs(inside, country="AT"), "en")
    assert "Gobiernos" not in said(hubs(inside))


def test_one_link_is_a_network() -> None:
    result = hubs(network(("a", "b")))
    assert [row["partners"] for row in records(result).values()] == [1, 1]
    assert [row["betweenness"] for row in records(result, "measures").values()] == [0.0, 0.0]
    assert "De 2 gobiernos con contrapartes, 2 (100.0 %) tienen una sola." in said(result)
