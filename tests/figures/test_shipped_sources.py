"""What the figures say of the shipped sources: the synthetic register, and the real twinnings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from grafo.figures import Figure, read_claims
from grafo.figures.measures import MEASURES
from grafo.places import Matcher
from grafo.questions import bind_parameters, find_question
from grafo.store import Store
from tests.conftest import emptied
from tests.figures.graphs import load, measured

REFERENCE = ("countries", "themes", "governments_mx", "representations_mx")

# Numerators and denominators; data/README.md tells them of the file, and
# tests/data/test_register_synthetic.py counts them in it.
SYNTHETIC = {
    "agreements-total": (1612, None),
    "state-level": (1016, 1612),
    "municipal-level": (596, 1612),
    "specific-cooperation": (999, 1612),
    "twinnings": (613, 1612),
    "twinnings-municipal": (452, 613),
    "twinnings-united-states": (153, 613),
    "top-six-municipalities": (153, 613),
    "top-ten-states": (1128, 1612),
    "top-ten-territory": (294015, 1968728),
    "legal-basis": (1992, None),
}
REAL = {
    "twinnings-municipal": (True, 546, 566),
    "twinnings-united-states": (False, 242, 566),
    "top-six-municipalities": (False, 111, 566),
    "representations": (False, 160, None),
}


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of one register, and the rows of each one's question, asked by itself."""

    figures: dict[str, Figure]
    rows: dict[str, list[dict[str, Any]]]


def _measured(store: Store, matcher: Matcher, folder: Path, register: str) -> Measured:
    load(emptied(store), matcher, folder, *REFERENCE, register)
    figures = measured(store)
    return Measured(figures, {key: _asked(store, figure) for key, figure in figures.items()})


def _asked(store: Store, figure: Figure) -> list[dict[str, Any]]:
    question = find_question(figure.query)
    bound = bind_parameters(question, figure.parameters, store)
    answer = store.ask(question.cypher, bound, max_rows=100, seconds=60)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


@pytest.fixture(scope="module")
def synthetic(
    _embedded_session: Store, matcher: Matcher, tmp_path_factory: pytest.TempPathFactory
) -> Measured:
    """The synthetic register in a graph of its own."""
    folder = tmp_path_factory.mktemp("quarantine")
    return _measured(_embedded_session, matcher, folder, "register_synthetic")


@pytest.fixture(scope="module")
def real(
    _embedded_session: Store, matcher: Matcher, tmp_path_factory: pytest.TempPathFactory
) -> Measured:
    """The real twinnings in a graph of their own."""
    folder = tmp_path_factory.mktemp("quarantine")
    return _measured(_embedded_session, matcher, folder, "twinnings_mx")


@pytest.fixture(params=["synthetic", "real"])
def either(request: pytest.FixtureRequest) -> Measured:
    """The one and the other."""
    found: Measured = request.getfixturevalue(request.param)
    return found


def test_every_claim_of_the_article_has_a_figure_in_its_order(either: Measured) -> None:
    assert list(either.figures) == [claim.id for claim in read_claims()]
    assert {claim.measure for claim in read_claims()} == set(MEASURES)


def test_the_article_holds_on_the_synthetic_register_but_for_the_representations(
    synthetic: Measured,
) -> None:
    figures = synthetic.figures
    found = {key: (f.numerator, f.denominator) for key, f in figures.items() if f.holds}
    assert found == SYNTHETIC
    failing = [(key, figure.holds) for key, figure in figures.items() if not figure.holds]
    assert failing == [("representations", False)]
    assert [key for key, figure in figures.items() if not figure.synthetic] == ["representations"]


def test_the_real_twinnings_tell_of_twinnings_only(real: Measured) -> None:
    figures = real.figures
    said = {
        key: (f.holds, f.numerator, f.denominator)
        for key, f in figures.items()
        if f.holds is not None
    }
    assert said == REAL
    assert not any(figure.synthetic for figure in figures.values())
    silent = {key: f.why.es for key, f in figures.items() if f.holds is None and f.why}
    assert silent.pop("legal-basis") == "Ningún acuerdo del grafo (566) tiene fecha de firma."
    assert len(silent) == 7
    assert all("sólo tiene hermanamientos (566)" in why for why in silent.values())


def test_the_representations_are_told_by_type_and_no_sum_of_types_is_the_articles(
    either: Measured,
) -> None:
    figure = either.figures["representations"]
    assert figure.value == 160
    assert figure.why is not None
    assert "embajada 77" in figure.why.es
    assert "Ninguna suma de estos tipos da 147" in figure.why.es
    assert "embassy 77" in figure.why.en
    assert any("no un directorio oficial" in limit.es for limit in figure.limits)


def test_a_value_is_what_its_numerator_and_denominator_give(either: Measured) -> None:
    said = [figure for figure in either.figures.values() if figure.value is not None]
    assert said
    for figure in said:
        assert figure.numerator is not None
        if figure.unit == "percent":
            assert figure.denominator
            assert figure.value == 100 * figure.numerator / figure.denominator
        else:
            assert figure.denominator is None
            assert figure.value == figure.numerator


def test_the_question_that_a_figure_names_gives_its_numbers(either: Measured) -> None:
    for key, figure in either.figures.items():
        numbers = {figure.numerator, figure.denominator} - {None}
        rows = either.rows[key]
        if figure.value is None:
            assert numbers == set()
        elif key == "top-ten-territory":
            areas = [row["area_km2"] for row in rows]
            assert numbers == {sum(areas[:10]), sum(areas)}
        elif key == "representations":
            assert numbers == {sum(row["active"] for row in rows)}
        else:
            assert any(numbers <= _numbers(row) for row in rows), key


def _numbers(row: dict[str, Any]) -> set[int | float]:
    return {value for value in row.values() if isinstance(value, int | float)}


def test_what_does_not_hold_or_cannot_be_said_has_a_reason_in_both_languages(
    either: Measured,
) -> None:
    for figure in either.figures.values():
        assert (figure.why is None) is (figure.holds is True)
        if figure.why is not None:
            assert figure.why.es.endswith(".")
            assert figure.why.en.endswith(".")
            assert figure.why.es != figure.why.en


def test_a_figure_carries_the_limits_of_what_was_counted(
    synthetic: Measured, real: Measured
) -> None:
    for found, own, other in (
        (synthetic, "SINTÉTICOS", "sin fechas"),
        (real, "sin fechas", "SINT"),
    ):
        said = " ".join(limit.es for limit in found.figures["agreements-total"].limits)
        assert own in said
        assert other not in said
        territory = found.figures["top-ten-territory"]
        assert any("superficie" in limit.es for limit in territory.limits)
