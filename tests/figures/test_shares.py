"""The questions behind the figures: on both engines the same, and as a count by hand has it."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grafo.questions import bind_parameters, find_question
from grafo.store import Store
from tests.figures.graphs import STATES, Signed, write

# Few states and municipalities, so that agreements meet: several parties, ties, two levels.
HOMES = ["mx-14", "mx-19", "mx-14039", "mx-14120", "mx-19039", "mx-20067"]
ABROAD = ["us-austin", "us-tempe", "fr-lyon"]
KINDS = ["twinning", "specific-cooperation", "other"]

agreements = st.lists(
    st.builds(
        lambda homes, abroad, kind, status, signed: Signed(
            (*sorted(homes), *sorted(abroad)), kind, signed, ("register",), status
        ),
        st.sets(st.sampled_from(HOMES), max_size=3),
        st.sets(st.sampled_from(ABROAD), min_size=1, max_size=2),
        st.sampled_from(KINDS),
        st.sampled_from(["in-force", "expired", "unknown", "withdrawn"]),
        st.sampled_from([None, "1990", "1991-12", "1992-01-03", "2005"]),
    ),
    max_size=14,
)
kinds = st.sampled_from(["", *KINDS])
on_one_store = settings(
    max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def ask(store: Store, name: str, **parameters: Any) -> list[dict[str, Any]]:
    """Return the rows of a question of the library."""
    question = find_question(name)
    bound = bind_parameters(question, parameters, store)
    answer = store.ask(question.cypher, bound, max_rows=5000, seconds=60)
    assert answer.columns == tuple(question.columns)
    assert not answer.cut
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def counted(written: list[Signed], kind: str = "") -> list[Signed]:
    """Return the agreements of Mexico that count."""
    return [
        each
        for each in written
        if each.status != "withdrawn"
        and kind in ("", each.kind)
        and any(party.startswith("mx-") for party in each.parties)
    ]


def ranked(held: dict[str, set[int]], total: int) -> list[tuple[int, str, int, int, int]]:
    """Rank holders by what they hold: rank, id, agreements, cumulative and total."""
    rows, seen = [], set[int]()
    for rank, key in enumerate(sorted(held, key=lambda key: (-len(held[key]), key)), start=1):
        seen |= held[key]
        rows.append((rank, key, len(held[key]), len(seen), total))
    return rows


def _ranking(rows: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    columns = ("rank", "id", "agreements", "cumulative", "total")
    return [tuple(row[column] for column in columns) for row in rows]


@on_one_store
@given(written=agreements, kind=kinds)
def test_what_the_first_hold_together_counts_each_agreement_once(
    store: Store, written: list[Signed], kind: str
) -> None:
    write(store, written)
    mexican = counted(written, kind)
    states: dict[str, set[int]] = {state: set() for state in STATES}
    municipalities: dict[str, set[int]] = {}
    for number, each in enumerate(mexican):
        for party in each.parties:
            if party.startswith("mx-"):
                states[party[:5]].add(number)
            if party.startswith("mx-") and len(party) > 5:
                municipalities.setdefault(party, set()).add(number)
    found = ask(store, "concentration_of_states", kind=kind)
    assert _ranking(found) == ranked(states, len(mexican))
    assert [row["share_territory"] for row in found] == [
        pytest.approx(rank / 32, abs=0.6e-4) for rank in range(1, 33)
    ]
    found = ask(store, "concentration_of_municipalities", kind=kind, limit=3000)
    assert _ranking(found) == ranked(municipalities, len(mexican))
    assert all(row["state"] == row["id"][:5] for row in found)
    assert found[:2] == ask(store, "concentration_of_municipalities", kind=kind, limit=2)


@on_one_store
@given(written=agreements, kind=kinds)
def test_a_share_is_of_all_agreements_of_mexico_each_once(
    store: Store, written: list[Signed], kind: str
) -> None:
    write(store, written)
    of_kind = counted(written, kind)
    levels = Counter(
        level
        for each in of_kind
        for level in {
            "state" if len(party) == 5 else "municipality"
            for party in each.parties
            if party.startswith("mx-")
        }
    )
    assert {
        row["level"]: row["agreements"] for row in ask(store, "share_by_level", kind=kind)
    } == levels
    (with_us,) = ask(store, "share_with_country", kind=kind)
    in_us = sum(any(party.startswith("us-") for party in each.parties) for each in of_kind)
    assert (with_us["agreements"], with_us["total"]) == (in_us, len(of_kind))
    (total,) = ask(store, "agreements_total", kind=kind)
    assert total["agreements"] == len(of_kind)
    by_kind = Counter(each.kind for each in counted(written))
    for row in ask(store, "share_by_kind"):
        assert (row["agreements"], row["total"]) == (by_kind[row["kind"]], by_kind.total())
        assert (row["share"] is None) is (by_kind.total() == 0)


@on_one_store
@given(written=agreements, kind=kinds)
def test_the_first_year_is_that_of_the_earliest_date_however_precise(
    store: Store, written: list[Signed], kind: str
) -> None:
    write(store, written)
    of_kind = counted(written, kind)
    years = [int(each.signed[:4]) for each in of_kind if each.signed]
    (row,) = ask(store, "first_signature_year", kind=kind)
    assert row == {
        "first": min(years, default=None),
        "earlier": sum(year < 1992 for year in years),
        "dated": len(years),
        "total": len(of_kind),
    }


def test_a_state_without_its_area_leaves_the_share_of_the_territory_open(store: Store) -> None:
    write(store, [Signed(("mx-14", "us-austin"))])
    store.write(lambda tx: tx.run("MATCH (g:Government {id: 'mx-32'}) REMOVE g.area_km2").consume())
    rows = ask(store, "concentration_of_states")
    assert {row["share_territory"] for row in rows} == {None}
    assert rows[-1]["share_population"] == 1.0
    assert rows[0]["per_100k"] == 1.0


def test_the_sources_of_an_agreement_are_listed_together(store: Store) -> None:
    write(
        store,
        [
            Signed(("mx-14", "us-austin"), sources=("list", "register")),
            Signed(("mx-19", "us-austin"), sources=("register",)),
            Signed(("mx-20067", "us-austin"), "other", sources=()),
            Signed(("fr-lyon", "us-austin"), sources=("list",)),
        ],
    )
    assert [tuple(row.values()) for row in ask(store, "agreements_by_source")] == [
        ([], "other", 1),
        (["list", "register"], "twinning", 1),
        (["register"], "twinning", 1),
    ]
    assert sum(row["agreements"] for row in ask(store, "agreements_by_source", home="")) == 4
    told = {(row["source"], row["reports"]): row["nodes"] for row in ask(store, "sources")}
    assert told == {("list", "Agreement"): 2, ("register", "Agreement"): 2}
