"""Whom to approach: the governments with the highest scores, and what the scores are made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from grafo.analysis.partnering.candidates import who_may_be_suggested
from grafo.analysis.partnering.ground import Ground
from grafo.analysis.partnering.pairs import Pairs, in_blocks
from grafo.analysis.partnering.parts import PARTS, Part
from grafo.analysis.partnering.weights import shipped_weights


@dataclass(frozen=True, slots=True)
class Wanted:
    """Who is wanted: of a country (ISO code), with a theme (id), of a level; None for any."""

    country: str | None = None
    theme: str | None = None
    level: str | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A government to approach.

    Attributes:
        node: its place in the snapshot.
        score: how far it stands out, as log-odds over the mean of all who could be suggested.
        features: the value of each feature, by name.
        adds: what each feature adds to the score, over its mean; together they are the score.
    """

    node: int
    score: float
    features: Mapping[str, float]
    adds: Mapping[str, float]

    @property
    def parts(self) -> Mapping[Part, float]:
        """What each group of features adds to the score."""
        return {part: sum(self.adds[name] for name in names) for part, names in PARTS.items()}


@dataclass(frozen=True, slots=True)
class Suggested:
    """The suggestions to one government (its place in the snapshot), the best first.

    `candidates` is how many were ranked.
    """

    asker: int
    suggestions: Sequence[Suggestion]
    candidates: int


ANYBODY = Wanted()


def suggest_partners(
    ground: Ground, asker: int, wanted: Wanted = ANYBODY, top: int = 10
) -> Suggested:
    """Return whom a government might approach; of equal scores the smaller id first."""
    (found,) = suggest_to_each(ground, [asker], wanted, top)
    return found


def suggest_to_each(
    ground: Ground, askers: Sequence[int], wanted: Wanted = ANYBODY, top: int = 10
) -> Iterator[Suggested]:
    """Yield the suggestions to each of several governments, in the order given."""
    for pairs in in_blocks(ground.evidence, np.array(askers, dtype=np.int64)):
        for row, asker in enumerate(pairs.askers.tolist()):
            allowed = np.flatnonzero(
                who_may_be_suggested(ground, asker, wanted.country, wanted.theme, wanted.level)
            )
            found = _best(pairs, row, allowed, top) if len(allowed) else []
            yield Suggested(asker, found, len(allowed))


def _best(pairs: Pairs, row: int, allowed: NDArray[np.int64], top: int) -> list[Suggestion]:
    table = shipped_weights().of(float(pairs.evidence.degree[pairs.askers[row]]))
    features = {name: values[row, allowed] for name, values in pairs.features.items()}
    share = pairs.shared.common[row, allowed] > 0
    adds = {
        name: _over_mean(np.where(share, table.sharing.get(name, 0.0), table.apart[name]) * values)
        for name, values in features.items()
    }
    score = sum(adds.values(), start=np.zeros(len(allowed)))
    # Rounded, so that the last bit of a sum does not decide between two alike.
    first = np.lexsort((allowed, -np.round(score, 6)))[:top]
    return [
        Suggestion(
            int(allowed[place]),
            float(score[place]),
            {name: float(values[place]) for name, values in features.items()},
            {name: float(values[place]) for name, values in adds.items()},
        )
        for place in first.tolist()
    ]


def _over_mean(values: NDArray[np.float64]) -> NDArray[np.float64]:
    centred: NDArray[np.float64] = values - values.mean()
    return centred
