"""Measures stored on governments: there for Cypher, never stale, no part of what sources say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from grafo.analysis import take_snapshot
from grafo.analysis.communities import communities
from grafo.analysis.hubs import hubs
from grafo.analysis.result import Result
from grafo.analysis.snapshot import Snapshot
from grafo.errors import StoreError, UsageError
from grafo.places import Matcher
from grafo.store import Store
from grafo.store.canonical import canonical_hash
from grafo.store.constraints import ensure_constraints
from grafo.store.measures import measure_names, write_measures
from tests.loading.conftest import Office

ALL = {"degree", "pagerank", "betweenness", "closeness", "core", "community"}


def row(home: str, counterpart: str, country: str, number: str) -> dict[str, str]:
    return {
        "Gobierno": home,
        "Contraparte": counterpart,
        "País": country,
        "Tipo": "",
        "Número": number,
    }


REGISTER = [
    row("Guadalajara", "Portland, Oregon", "EUA", "1"),
    row("Guadalajara", "Lyon", "Francia", "2"),
    row("Puebla", "Lyon", "Francia", "3"),
    row("Mérida", "La Habana", "Cuba", "4"),
]


@pytest.fixture
def office(store: Store, matcher: Matcher, tmp_path: Path) -> Office:
    """A register of four agreements on each engine."""
    ensure_constraints(store)
    office = Office(store, matcher, tmp_path)
    office.reference("countries", "themes")
    office.load(REGISTER)
    return office


def links(snapshot: Snapshot) -> list[tuple[str, str, int]]:
    return [(c.one, c.other, c.agreements) for c in snapshot.cooperations]


def measured(store: Store, **params: Any) -> Result:
    """Measure hubs and communities and store both; return the hubs."""
    snapshot = take_snapshot(store)
    found = hubs(snapshot, **params)
    write_measures(store, found.measures, measured=links(snapshot))
    write_measures(store, communities(snapshot).measures, measured=links(snapshot))
    return found


def held(store: Store) -> dict[str, dict[str, Any]]:
    """What is stored on each government that holds any measure."""
    returned = ", ".join(f"g.{name} AS {name}" for name in sorted(ALL))
    rows = store.rows(f"MATCH (g:Government) RETURN g.id AS id, {returned} ORDER BY id")
    return {
        found.pop("id"): found for found in rows if any(found[name] is not None for name in ALL)
    }


def test_the_model_declares_every_measure_that_is_stored() -> None:
    assert set(measure_names()) == ALL


def test_what_cypher_reads_is_what_the_analysis_found(office: Office) -> None:
    found = measured(office.store).measures
    stored = held(office.store)
    assert len(stored) == 6
    for name in ALL - {"community"}:
        assert {key: values[name] for key, values in stored.items()} == dict(found[name])
    (top,) = office.store.rows(
        "MATCH (g:Government) WHERE g.degree IS NOT NULL "
        "RETURN g.id AS id, g.degree AS degree ORDER BY degree DESC, id LIMIT 1"
    )
    assert top["degree"] == 2
    grouped = {key: v["community"] for key, v in stored.items() if v["community"] is not None}
    assert grouped == dict(communities(take_snapshot(office.store)).measures["community"])
    assert len(grouped) == 4  # Mérida and La Habana have only each other: in no community


def test_the_same_measures_again_write_nothing(office: Office) -> None:
    measured(office.store)
    before = held(office.store)
    snapshot = take_snapshot(office.store)
    again = write_measures(office.store, hubs(snapshot).measures, measured=links(snapshot))
    assert again == 0
    assert held(office.store) == before


def test_measures_are_no_part_of_what_the_sources_say(office: Office) -> None:
    before = canonical_hash(office.store)
    measured(office.store)
    assert canonical_hash(office.store) == before
    claims = office.store.rows(
        "MATCH (:Government)-[r:REPORTED_IN]->(:Source) UNWIND keys(r) AS key "
        "RETURN DISTINCT key ORDER BY key"
    )
    assert not ALL & {claim["key"] for claim in claims}


def test_a_load_that_changes_no_link_keeps_them_and_counts_no_change(office: Office) -> None:
    path = office.write(REGISTER)
    office.load(path)  # as a file of its own, so that the next one is the same again
    measured(office.store)
    before = held(office.store)
    report = office.load(path)
    assert (report.unchanged, report.written) == (4, 0)
    assert held(office.store) == before


def test_a_source_about_governments_leaves_them_alone(office: Office) -> None:
    measured(office.store)
    before = held(office.store)
    office.reference("governments_mx")  # restates Guadalajara, Puebla and Mérida
    assert held(office.store) == before


@pytest.mark.parametrize(
    "rows",
    [
        [*REGISTER, row("Puebla", "La Habana", "Cuba", "5")],
        REGISTER[:3],
        [*REGISTER, row("Guadalajara", "Lyon", "Francia", "6")],
    ],
    ids=["a link more", "a link less", "an agreement more on a link"],
)
def test_a_load_that_changes_the_network_takes_them_off(
    office: Office, rows: list[dict[str, str]]
) -> None:
    measured(office.store)
    assert held(office.store)
    office.load(rows, allow_shrink=True)
    assert held(office.store) == {}


def test_measures_of_a_network_that_is_no_more_are_refused(office: Office) -> None:
    snapshot = take_snapshot(office.store)
    found = hubs(snapshot)
    office.load([*REGISTER, row("Puebla", "La Habana", "Cuba", "5")])
    with pytest.raises(StoreError, match="changed while it was measured"):
        write_measures(office.store, found.measures, measured=links(snapshot))
    assert held(office.store) == {}


def test_a_government_that_a_measure_leaves_out_loses_its_old_value(office: Office) -> None:
    measured(office.store)
    snapshot = take_snapshot(office.store)
    changed = write_measures(office.store, {"community": {}}, measured=links(snapshot))
    assert changed == 4
    stored = held(office.store)
    assert {values["community"] for values in stored.values()} == {None}
    assert all(values["degree"] for values in stored.values())


@pytest.mark.parametrize(
    ("measures", "said"),
    [
        ({}, "has no measures to store"),
        ({"name": {}}, "declares no measure 'name'"),
        ({"eigenvector": {}}, "declares no measure 'eigenvector'"),
        ({"pagerank": {"mx-14039": float("nan")}}, "not a finite number"),
        ({"core": {"mx-14039": "2"}}, "is str, not integer"),
    ],
)
def test_what_is_no_measure_is_refused(office: Office, measures: Any, said: str) -> None:
    snapshot = take_snapshot(office.store)
    with pytest.raises(UsageError, match=said):
        write_measures(office.store, measures, measured=links(snapshot))
    assert held(office.store) == {}


def test_states_and_countries_have_no_measures_to_store(office: Office) -> None:
    snapshot = take_snapshot(office.store)
    for level in ("state", "country"):
        assert hubs(snapshot, level=level).measures == {}


def test_an_empty_graph_has_nothing_to_store_and_says_no_error(store: Store) -> None:
    ensure_constraints(store)
    snapshot = take_snapshot(store)
    for found in (hubs(snapshot), communities(snapshot)):
        assert write_measures(store, found.measures, measured=[]) == 0
