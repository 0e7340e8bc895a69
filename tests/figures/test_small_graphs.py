"""What cannot be said from a graph is not said, and why is told; what can be is judged."""

from __future__ import annotations

from dataclasses import replace

import pytest

from grafo.figures import Figure
from grafo.store import Store
from tests.conftest import emptied
from tests.figures.graphs import STATES, Signed, measured, write

# One agreement of each kind with each of the first twelve states: a register of all Mexico.
BOTH_KINDS = [
    Signed((state, "us-austin"), kind)
    for state in STATES[:12]
    for kind in ("twinning", "specific-cooperation")
]


def why(figures: dict[str, Figure], key: str) -> str:
    """Return why a claim cannot be said, in English."""
    figure = figures[key]
    assert (figure.holds, figure.value, figure.numerator, figure.denominator) == (None,) * 4
    assert figure.why is not None
    return figure.why.en


def test_an_empty_graph_says_nothing_and_names_what_to_load(store: Store) -> None:
    figures = measured(store)
    assert len(figures) == 12
    for key in figures:
        reason = why(figures, key)
        assert ("no representations" if key == "representations" else "no agreements") in reason
        assert "grafo load" in reason


def test_registers_of_other_countries_say_nothing_of_mexico(store: Store) -> None:
    write(store, [Signed(("us-austin", "de-koblenz")), Signed(("fr-lyon", "de-leipzig"))])
    figures = measured(store)
    for key in set(figures) - {"representations"}:
        assert why(figures, key) == "No agreement in the graph (2) has a Mexican party."
        assert figures[key].limits == ()


def test_one_government_says_nothing_of_the_country(embedded_store: Store) -> None:
    own = [
        Signed(("mx-14039", "us-austin"), kind, signed="2001")
        for kind in ("twinning", "specific-cooperation")
    ]
    figures = measured(write(embedded_store, own))
    for key in set(figures) - {"representations", "legal-basis"}:
        assert "belongs to one state (mx-14)" in why(figures, key)
    assert figures["legal-basis"].holds


def test_agreements_that_nobody_reports_are_counted_too(store: Store) -> None:
    by_hand = [replace(agreement, sources=()) for agreement in BOTH_KINDS]
    figures = measured(write(store, by_hand))
    assert (figures["twinnings"].numerator, figures["twinnings"].denominator) == (12, 24)
    figures = measured(write(store, by_hand[::2]))
    assert "only twinnings (12)" in why(figures, "twinnings")


def test_withdrawn_agreements_do_not_count(embedded_store: Store) -> None:
    withdrawn = [Signed(("mx-20", "us-austin"), status="withdrawn")]
    figures = measured(write(embedded_store, BOTH_KINDS + withdrawn))
    assert figures["agreements-total"].value == 24
    assert figures["agreements-total"].holds is False


def test_a_level_or_kind_that_nobody_has_is_none_of_the_total(embedded_store: Store) -> None:
    figures = measured(write(embedded_store, BOTH_KINDS))
    municipal = figures["municipal-level"]
    assert (municipal.value, municipal.numerator, municipal.denominator) == (0, 0, 24)
    assert municipal.why is not None
    assert municipal.why.en == (
        "It gives 0.00 %; what the article says, as it rounds, runs from 36.5 % to 37.5 %."
    )


def test_a_list_of_one_kind_beside_a_register_does_not_pass_for_a_share(
    embedded_store: Store,
) -> None:
    listed = Signed(("mx-14039", "us-tempe"), sources=("list",))
    figures = measured(write(embedded_store, [*BOTH_KINDS, listed]))
    assert why(figures, "twinnings") == (
        "1 of 25 agreements come only from sources that list a single kind (The list);"
        " the proportions depend on which sources were loaded."
    )
    assert figures["twinnings-united-states"].denominator == 13
    # What the register has as well takes nothing from it.
    listed = replace(listed, sources=("list", "register"))
    assert measured(write(embedded_store, [*BOTH_KINDS, listed]))["twinnings"].denominator == 25


def test_lists_of_one_kind_each_do_not_make_a_register(embedded_store: Store) -> None:
    apart = [replace(agreement, sources=(agreement.kind,)) for agreement in BOTH_KINDS]
    reason = why(measured(write(embedded_store, apart)), "state-level")
    assert "24 of 24" in reason
    assert "The specific-cooperation; The twinning" in reason


def test_ten_states_hold_all_where_only_ten_have_any(embedded_store: Store) -> None:
    figures = measured(write(embedded_store, BOTH_KINDS[:20]))
    assert "Only 10 states" in why(figures, "top-ten-states")
    assert "Only 10 states" in why(figures, "top-ten-territory")
    assert figures["state-level"].numerator == 20


def test_six_municipalities_hold_all_where_only_six_have_any(embedded_store: Store) -> None:
    six = [Signed((f"mx-{state:02}001", "us-austin")) for state in range(1, 7)]
    assert "Only 6 municipalities" in why(
        measured(write(embedded_store, six)), "top-six-municipalities"
    )
    seven = [*six, Signed(("mx-07001", "us-austin")), Signed(("mx-07", "us-tempe"))]
    figure = measured(write(embedded_store, seven))["top-six-municipalities"]
    assert (figure.holds, figure.numerator, figure.denominator) == (False, 6, 8)


def test_a_tie_for_the_tenth_place_leaves_the_territory_open(embedded_store: Store) -> None:
    figures = measured(write(embedded_store, BOTH_KINDS))
    assert why(figures, "top-ten-territory") == (
        "Place 10 is tied (mx-10, mx-11: 2 agreements); the territory depends on which one is"
        " counted."
    )
    assert figures["top-ten-states"].numerator == 20
    more = [Signed((state, "ca-laval"), "other") for state in STATES[2:12]]
    figure = measured(write(embedded_store, BOTH_KINDS + more))["top-ten-territory"]
    assert (figure.numerator, figure.denominator) == (10_000, 32_000)


def test_the_territory_takes_every_state_with_its_area(embedded_store: Store) -> None:
    more = [Signed((state, "ca-laval"), "other") for state in STATES[2:12]]
    figures = measured(write(embedded_store, BOTH_KINDS + more, states=STATES[:31]))
    assert "31 of the 32 states" in why(figures, "top-ten-territory")
    assert figures["top-ten-states"].numerator == 30


@pytest.mark.parametrize(
    ("signed", "holds", "value", "says"),
    [
        (("1992", "2001-05"), True, 1992, None),
        (("1991-12-31", None), False, 1991, "1 of 1 dated agreements were signed before 1992"),
        (("2001-05-03", None), None, None, "1 of 2 agreements have no date of signature; the"),
        ((None, None), None, None, "No agreement in the graph (2) has a date"),
    ],
)
def test_one_early_signature_refutes_and_only_all_dates_confirm(
    embedded_store: Store,
    signed: tuple[str | None, str | None],
    holds: bool | None,
    value: int | None,
    says: str | None,
) -> None:
    parties = ("mx-14", "us-austin"), ("mx-19", "us-austin")
    agreements = [Signed(pair, signed=date) for pair, date in zip(parties, signed, strict=True)]
    figure = measured(write(embedded_store, agreements))["legal-basis"]
    assert (figure.holds, figure.value) == (holds, value)
    assert (figure.why is None) if says is None else (figure.why and says in figure.why.en)


def test_types_of_representation_that_add_up_to_the_articles_are_named(
    embedded_store: Store,
) -> None:
    emptied(embedded_store)
    counts = [("embassy", "active", 100), ("consulate", "active", 47), ("consulate", "closed", 9)]
    counts.append(("liaison-office", "active", 3))
    embedded_store.write(
        lambda tx: tx.run(
            "CREATE (c:Country {id: 'MX'}) WITH c UNWIND $rows AS row "
            "UNWIND range(1, row[2]) AS number CREATE (r:Representation {type: row[0], "
            "status: row[1], id: row[0] + row[1] + toString(number)}) "
            "CREATE (r)-[:REPRESENTS]->(c)",
            rows=[list(row) for row in counts],
        ).consume()
    )
    figure = measured(embedded_store)["representations"]
    assert (figure.holds, figure.value) == (False, 150)
    assert figure.why is not None
    assert figure.why.en.endswith("Only these add up to 147: embassy 100, consulate 47.")
