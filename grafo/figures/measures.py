"""Each measure of a claim: the question that answers it and how its figure is read from the rows.

A measure is one row of `MEASURES`. What a graph must have before the figure means anything
stands beside it as its needs (`grafo.figures.needs`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from grafo.figures import needs
from grafo.figures.answers import Rows
from grafo.figures.claims import Number
from grafo.figures.differences import (
    Difference,
    beyond_the_rounding,
    other_representations,
    signed_before_the_law,
)
from grafo.figures.needs import Need
from grafo.figures.wording import AGREEMENTS, REPRESENTATIONS, SQUARE_KM, TWINNINGS, YEARS
from grafo.model import Bilingual


class Count(NamedTuple):
    """What was counted, and out of what; a figure that is no share has no denominator."""

    numerator: Number
    denominator: Number | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """How one figure is measured: a question, its parameters, the reading of its rows.

    `counted` names what numerator and denominator count. `draws_on` are the node types counted,
    whose sources' limits are the figure's too. `differs` tells why it is not the article's.
    """

    question: str
    read: Callable[[Rows], Count]
    counted: Bilingual
    needs: tuple[Need, ...]
    parameters: dict[str, Any] = field(default_factory=dict)
    draws_on: tuple[str, ...] = ("Agreement",)
    differs: Difference = beyond_the_rounding


def _row_of(column: str, value: str) -> Callable[[Rows], Count]:
    """Read the row of one kind or level; where it is missing, there is none of the total."""

    def read(rows: Rows) -> Count:
        count = sum(row["agreements"] for row in rows if row[column] == value)
        return Count(count, rows[0]["total"])

    return read


def _only_row(rows: Rows) -> Count:
    return Count(rows[0]["agreements"], rows[0]["total"])


def _down_to_the_last_row(rows: Rows) -> Count:
    return Count(rows[-1]["cumulative"], rows[-1]["total"])


def _area_of_the_first_ten(rows: Rows) -> Count:
    areas = [row["area_km2"] for row in rows]
    return Count(sum(areas[:10]), sum(areas))


def _agreements(rows: Rows) -> Count:
    return Count(rows[0]["agreements"])


def _active(rows: Rows) -> Count:
    return Count(sum(row["active"] for row in rows))


def _first_year(rows: Rows) -> Count:
    return Count(rows[0]["first"])


# Claims about agreements of every kind, about twinnings, and about the ten leading states.
_OF_ALL = (needs.agreements(), needs.several_kinds, needs.several_states())
_OF_TWINNINGS = (needs.agreements("twinning"), needs.several_states("twinning"))
_OF_TEN_STATES = (*_OF_ALL, needs.more_states_than(10))

MEASURES: dict[str, Measure] = {
    "agreements_total": Measure("agreements_total", _agreements, AGREEMENTS, _OF_ALL),
    "share_state_level": Measure("share_by_level", _row_of("level", "state"), AGREEMENTS, _OF_ALL),
    "share_municipal_level": Measure(
        "share_by_level", _row_of("level", "municipality"), AGREEMENTS, _OF_ALL
    ),
    "share_specific_cooperation": Measure(
        "share_by_kind", _row_of("kind", "specific-cooperation"), AGREEMENTS, _OF_ALL
    ),
    "share_twinning": Measure("share_by_kind", _row_of("kind", "twinning"), AGREEMENTS, _OF_ALL),
    "share_twinnings_municipal": Measure(
        "share_by_level",
        _row_of("level", "municipality"),
        TWINNINGS,
        _OF_TWINNINGS,
        {"kind": "twinning"},
    ),
    "share_twinnings_us": Measure(
        "share_with_country",
        _only_row,
        TWINNINGS,
        _OF_TWINNINGS,
        {"country": "US", "kind": "twinning"},
    ),
    "top6_municipalities_share_twinnings": Measure(
        "concentration_of_municipalities",
        _down_to_the_last_row,
        TWINNINGS,
        (*_OF_TWINNINGS, needs.more_municipalities_than(6, "twinning")),
        {"kind": "twinning", "limit": 6},
    ),
    "top10_states_share_agreements": Measure(
        "concentration_of_states", _down_to_the_last_row, AGREEMENTS, _OF_TEN_STATES, {"limit": 10}
    ),
    "top10_states_share_territory": Measure(
        "concentration_of_states",
        _area_of_the_first_ten,
        SQUARE_KM,
        (*_OF_TEN_STATES, needs.every_state_with_its_area, needs.no_tie_after(10)),
        {"limit": 32},
        draws_on=("Agreement", "Government"),
    ),
    "representations_total": Measure(
        "representations_by_type",
        _active,
        REPRESENTATIONS,
        (needs.representations,),
        {"country": "MX"},
        draws_on=("Representation",),
        differs=other_representations,
    ),
    "first_signature_year": Measure(
        "first_signature_year",
        _first_year,
        YEARS,
        (needs.agreements(), needs.dates_that_tell),
        differs=signed_before_the_law,
    ),
}
