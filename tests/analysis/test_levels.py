"""The network at the level of governments, states and countries."""

from __future__ import annotations

import pytest

from grafo.analysis import Snapshot, take_snapshot
from grafo.analysis.labels import unit_labels
from grafo.analysis.levels import LEVELS, Network, network_at
from grafo.analysis.snapshot import Government
from grafo.store import Store
from tests.analysis.small_graph import city, graph, signed, state, town
from tests.questions.hand_made import build

PLACES = (
    state("norte"),
    state("sur"),
    town("norte-uno", "norte"),
    town("norte-dos", "norte"),
    town("sur-uno", "sur"),
    city("paris", "FR"),
    city("lyon", "FR"),
    city("tokio", "JP"),
)


def between(network: Network) -> dict[tuple[str, str], float]:
    """The links by the ids of their ends."""
    ids = [unit.id for unit in network.units]
    return {
        (ids[one], ids[other]): weight
        for one, other, weight in zip(
            network.links.one.tolist(),
            network.links.other.tolist(),
            network.links.weight.tolist(),
            strict=True,
        )
    }


def agreements(network: Network) -> dict[str, int]:
    return {unit.id: count for unit, count in zip(network.units, network.agreements, strict=True)}


@pytest.fixture
def snapshot() -> Snapshot:
    return graph(
        PLACES,
        [
            signed("a1", "norte-uno", "paris"),
            signed("a2", "norte-dos", "paris"),
            signed("a3", "norte-uno", "norte-dos", "lyon", home=2),  # two towns, one agreement
            signed("a4", "norte", "tokio"),
            signed("a5", "norte-uno", "sur-uno"),
            signed("a6", "norte-uno", "norte-dos"),  # within a state
            signed("a7", "lyon", "paris", home=0),  # within a country
        ],
    )


def test_governments_are_linked_as_they_signed(snapshot: Snapshot) -> None:
    network = network_at(snapshot, "government")
    assert between(network)["norte-uno", "paris"] == 1
    assert agreements(network)["norte-uno"] == 4
    assert "norte-dos" in agreements(network)
    assert (network.within, network.unplaced) == (0, 0)


def test_a_state_counts_with_its_municipalities_and_those_abroad_by_themselves(
    snapshot: Snapshot,
) -> None:
    network = network_at(snapshot, "state")
    assert between(network) == {
        ("norte", "paris"): 2,
        ("lyon", "norte"): 1,  # signed by two of its towns, and still one agreement
        ("norte", "tokio"): 1,
        ("norte", "sur"): 1,
        ("lyon", "paris"): 1,
    }
    assert agreements(network)["norte"] == 5
    assert network.within == 1
    (norte,) = (unit for unit in network.units if unit.id == "norte")
    assert norte.members == ("norte", "norte-dos", "norte-uno")


def test_a_country_counts_with_all_its_governments(snapshot: Snapshot) -> None:
    network = network_at(snapshot, "country")
    assert between(network) == {("FR", "MX"): 3, ("JP", "MX"): 1}
    assert agreements(network) == {"FR": 3, "JP": 1, "MX": 4}
    assert network.within == 3  # two in Mexico, one in France
    assert [unit.name.es for unit in network.units] == ["Francia", "Japón", "México"]


def test_a_government_without_counterparts_is_left_out_at_every_level(snapshot: Snapshot) -> None:
    alone = graph([*snapshot.governments, town("sola", "sur")], snapshot.agreements)
    for level in LEVELS:
        assert between(network_at(alone, level)) == between(network_at(snapshot, level))


def test_a_government_of_unknown_country_is_left_out_of_countries_and_counted() -> None:
    nowhere = Government("nowhere", "Nowhere", "city", "ZZ")
    snapshot = graph(
        [*PLACES, nowhere], [signed("a", "norte", "nowhere"), signed("b", "norte", "tokio")]
    )
    network = network_at(snapshot, "country")
    assert between(network) == {("JP", "MX"): 1}
    assert (network.unplaced, network.within) == (1, 0)
    assert ("norte", "nowhere") in between(network_at(snapshot, "government"))


def test_governments_that_are_part_of_each_other_do_not_hang_it() -> None:
    snapshot = graph(
        [town("one", "other"), town("other", "one"), city("paris", "FR")],
        [signed("a", "one", "paris")],
    )
    assert len(network_at(snapshot, "state").units) == 2


def test_the_network_of_governments_is_that_of_the_store(embedded_store: Store) -> None:
    build(embedded_store)
    snapshot = take_snapshot(embedded_store)
    stored = {(c.one, c.other): float(c.agreements) for c in snapshot.cooperations}
    assert between(network_at(snapshot, "government")) == stored


def labels(*governments: Government) -> list[str]:
    """The English labels of governments that each signed with one other."""
    others = [city(f"zz-{number}", "JP") for number in range(len(governments))]
    pairs = [
        signed(f"a{number}", government.id, other.id)
        for number, (government, other) in enumerate(zip(governments, others, strict=True))
    ]
    snapshot = graph([*governments, *others, state("norte"), state("sur")], pairs)
    network = network_at(snapshot, "government")
    found = {
        unit.id: label.en
        for unit, label in zip(network.units, unit_labels(snapshot, network.units), strict=True)
    }
    assert len(set(found.values())) == len(found)
    return [found[government.id] for government in governments]


def test_homonyms_are_told_apart_by_as_little_as_it_takes() -> None:
    assert labels(city("x", "FR", name="Lyon")) == ["Lyon"]
    assert labels(city("x", "FR", name="Leon"), city("y", "AT", name="León")) == [
        "Leon (France)",
        "León (Austria)",
    ]
    assert labels(
        Government("x", "Puebla", "state", "MX"), Government("y", "Puebla", "municipality", "MX")
    ) == ["Puebla (state)", "Puebla (municipality)"]
    assert labels(
        Government("x", "Juárez", "municipality", "MX", parent="norte"),
        Government("y", "Juárez", "municipality", "MX", parent="sur"),
    ) == ["Juárez (Norte)", "Juárez (Sur)"]
    assert labels(Government("x", "Twin", "city", "FR"), Government("y", "Twin", "city", "FR")) == [
        "Twin (x)",
        "Twin (y)",
    ]
