"""A figure: what the article says, what the graph gives, and whether the two agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from grafo.figures.answers import Answers, Row
from grafo.figures.claims import Claim, Number, Unit, read_claims
from grafo.figures.measures import MEASURES, Count, Measure
from grafo.figures.wording import as_stated
from grafo.model import Bilingual
from grafo.store import Store


@dataclass(frozen=True, slots=True)
class Figure:
    """One claim of the article beside what the graph gives.

    `value` is `100 * numerator / denominator` for a percent, and the numerator for a count or a
    year, which have no denominator; `counted` names what both count. `query` with `parameters`
    is the question of the library that they come from. `holds` is None when this graph cannot
    say; there is then no value either. `why` says why it does not hold or cannot be said.
    `limits` are those of the sources counted; `synthetic` says that one of them is made up.
    """

    id: str
    claim: Bilingual
    article: Number
    unit: Unit
    rounding: str
    value: Number | None
    numerator: Number | None
    denominator: Number | None
    counted: Bilingual
    query: str
    parameters: dict[str, Any]
    holds: bool | None
    why: Bilingual | None
    limits: tuple[Bilingual, ...]
    synthetic: bool

    @property
    def stated(self) -> Bilingual:
        """The article's figure in words: “más de 1,600”, “63 %”."""
        return as_stated(self.article, self.unit, self.rounding)


def measure_claims(store: Store) -> list[Figure]:
    """Measure every claim of the article on a graph, whatever is in it.

    Raises:
        QueryError: the store failed to answer a question.
        StoreError: the store is away.
    """
    answers = Answers(store)
    return [_measured(claim, MEASURES[claim.measure], answers) for claim in read_claims()]


def _measured(claim: Claim, measure: Measure, answers: Answers) -> Figure:
    count, holds, why = _judged(claim, measure, answers)
    sources = _sources_of(measure, answers)
    return Figure(
        id=claim.id,
        claim=claim.text,
        article=claim.article,
        unit=claim.unit,
        rounding=claim.rounding,
        value=_value(claim, count) if count else None,
        numerator=count.numerator if count else None,
        denominator=count.denominator if count else None,
        counted=measure.counted,
        query=measure.question,
        parameters=dict(measure.parameters),
        holds=holds,
        why=why,
        limits=_limits(sources),
        synthetic=any(source["synthetic"] for source in sources),
    )


def _judged(
    claim: Claim, measure: Measure, answers: Answers
) -> tuple[Count | None, bool | None, Bilingual | None]:
    """Return what was counted, whether the claim holds, and why not, as far as it can be said."""
    for need in measure.needs:
        if lack := need(answers):
            return None, None, lack
    count = measure.read(answers.rows(measure.question, **measure.parameters))
    value = _value(claim, count)
    if claim.admits(value):
        return count, True, None
    return count, False, measure.differs(claim, value, answers)


def _value(claim: Claim, count: Count) -> Number:
    if claim.unit != "percent":
        return count.numerator
    if not count.denominator:
        raise ValueError(f"{claim.id} is a share of nothing: its needs let an empty graph through")
    return 100 * count.numerator / count.denominator


def _sources_of(measure: Measure, answers: Answers) -> list[Row]:
    """Return the sources of what was counted, each once, with its titles and limits."""
    counted = {name for row in answers.rows("agreements_by_source") for name in row["sources"]}
    found = {
        row["source"]: row
        for row in answers.rows("sources")
        if row["reports"] in measure.draws_on
        # A register of other countries' agreements has no part in Mexico's figures.
        and (row["reports"] != "Agreement" or row["source"] in counted)
    }
    return [found[name] for name in sorted(found)]


def _limits(sources: list[Row]) -> tuple[Bilingual, ...]:
    return tuple(
        Bilingual(
            es=f"{row['title_es']}: {row['limits_es']}", en=f"{row['title_en']}: {row['limits_en']}"
        )
        for row in sources
        if row["limits_es"] and row["limits_en"]
    )
