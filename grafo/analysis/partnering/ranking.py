"""Where the hidden partner comes among all who could be asked for, and what that is worth.

Ranks are filtered: other true partners, shown or hidden, are left out of the ranking. Ties are
broken at random, or a scorer that says the same of everybody would seem to know something.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from grafo.analysis.partnering.evidence import Evidence, Floats
from grafo.analysis.partnering.pairs import Pairs, in_blocks
from grafo.analysis.partnering.splits import Questions
from grafo.network import Links

Scorer = Callable[[Pairs], Floats]


@dataclass(frozen=True, slots=True, eq=False)
class Ranks:
    """For each question, in their order: the rank of the answer by each scorer, from 1 on.

    `candidates` is how many were ranked, the answer among them.
    """

    by_scorer: Mapping[str, NDArray[np.int64]]
    candidates: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Quality:
    """How good the ranks of a scorer are; all from 0 to 1.

    Attributes:
        hits_at_10, hits_at_50: share of questions whose answer is among the first ten, fifty.
        mrr: mean of 1/rank.
        auc: how often the answer comes before another candidate drawn at random.
    """

    hits_at_10: float
    hits_at_50: float
    mrr: float
    auc: float


def filtered_ranks(
    evidence: Evidence,
    hidden: Links,
    asked: Questions,
    scorers: Mapping[str, Scorer],
    rng: np.random.Generator,
) -> Ranks:
    """Rank the answer of each question by each scorer."""
    ranks = {name: np.zeros(len(asked), dtype=np.int64) for name in scorers}
    candidates = np.zeros(len(asked), dtype=np.int64)
    askers, starts = np.unique(asked.asker, return_index=True)
    ends = np.append(starts[1:], len(asked))
    others = hidden.binary
    place = 0
    for pairs in in_blocks(evidence, askers):
        scores = {name: scorer(pairs) for name, scorer in scorers.items()}
        for row, asker in enumerate(pairs.askers):
            rivals = pairs.strangers(row)
            rivals[others.indices[others.indptr[asker] : others.indptr[asker + 1]]] = False
            chance = rng.random(evidence.traits.n)
            here = slice(starts[place], ends[place])
            candidates[here] = rivals.sum() + 1
            for name, score in scores.items():
                ranks[name][here] = _ranks(score[row], chance, rivals, asked.answer[here])
            place += 1
    return Ranks(ranks, candidates)


def _ranks(
    score: Floats,
    chance: NDArray[np.float64],
    rivals: NDArray[np.bool_],
    answers: NDArray[np.int64],
) -> NDArray[np.int64]:
    other, other_chance = score[rivals], chance[rivals]
    own, own_chance = score[answers][:, None], chance[answers][:, None]
    before = (other > own) | ((other == own) & (other_chance > own_chance))
    ranks: NDArray[np.int64] = 1 + before.sum(axis=1)
    return ranks


def quality(ranks: NDArray[np.int64], candidates: NDArray[np.int64]) -> Quality | None:
    """Return what ranks are worth; None when there are none."""
    if not len(ranks):
        return None
    beaten = 1 - (ranks - 1) / np.maximum(candidates - 1, 1)
    return Quality(
        hits_at_10=float((ranks <= 10).mean()),
        hits_at_50=float((ranks <= 50).mean()),
        mrr=float((1 / ranks).mean()),
        auc=float(beaten.mean()),
    )


def mean_quality(found: Sequence[Quality | None]) -> Quality | None:
    """Return the mean over several splits, of those that had questions."""
    known = [each for each in found if each is not None]
    if not known:
        return None
    return Quality(
        *(
            float(np.mean([getattr(each, name) for each in known]))
            for name in ("hits_at_10", "hits_at_50", "mrr", "auc")
        )
    )
