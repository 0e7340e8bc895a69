"""How the weights are learnt: links are hidden, and the hidden ones must come first.

Half of the candidates of a question would be enough to tell the hidden partner from a passer-by,
but not from its likes: so the sample is thick among those that a rough score puts first and thin
among the rest, and each sampled candidate stands for as many as it was drawn from.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from grafo.analysis.partnering.evidence import Evidence
from grafo.analysis.partnering.logit import fit_choices
from grafo.analysis.partnering.pairs import Pairs, in_blocks
from grafo.analysis.partnering.splits import (
    Questions,
    Split,
    cold_questions,
    dated_enough,
    hide,
    hide_all_of,
    hide_fold,
    questions,
)
from grafo.analysis.partnering.traits import Traits
from grafo.analysis.partnering.weights import Table
from grafo.network import Links

HIDDEN_SHARE = 0.2
COLD_SHARE = 0.1  # of the governments, all of whose links are hidden
ENOUGH = 400  # questions below which weights would be learnt from noise
_MOST = 12_000  # questions; more would not fit in memory and change nothing
# From this place in the rough order to that one, so many are drawn.
_STRATA = ((0, 60, 60), (60, 300, 40), (300, 2000, 40), (2000, None, 40))
_ROUGH = {
    "walk": 0.3,
    "affinity": 1.0,
    "partners": 1.0,
    "both_near": 0.4,
    "both_wide": 0.2,
    "paths": 1.0,
    "size_apart": -1.0,
}
_NOBODY = 1e-30  # what a place left empty stands for

Sample = tuple[NDArray[np.float32], NDArray[np.float32]]


def learn_linked(
    traits: Traits,
    links: Links,
    dates: Sequence[str | None] | None,
    rng: np.random.Generator,
    folds: int = 2,
) -> tuple[Table, int]:
    """Learn the weights for governments that have partners.

    A fifth of the links is hidden: the newest where `dates` (one for each link) are many enough,
    else `folds` fifths one after the other.

    Returns:
        The weight of each feature and the number of questions; no weights where these were
        too few.
    """
    rounds = [(split, questions(split)[0]) for split in _splits(links, dates, rng, folds)]
    names, offered, stands_for = _sample(traits, rounds, rng)
    if not names:
        return Table({}, {}), len(offered)
    # Two tables in one fit: the features of a pair count in the columns of its own table.
    apart = offered[:, :, [names.index("apart")]]
    weights = fit_choices(np.concatenate([offered * (1 - apart), offered * apart], 2), stands_for)
    sharing, others = np.split(weights, 2)
    return Table(_named(names, sharing), _named(names, others)), len(offered)


def learn_cold(
    traits: Traits, links: Links, rng: np.random.Generator, folds: int = 2
) -> tuple[Table, int]:
    """Learn the weights for governments without any partner, as `learn_linked` does."""
    order = rng.permutation(np.unique(np.r_[links.one, links.other]).astype(np.int64))
    rounds = []
    for fold in range(folds):
        nodes = order[fold :: round(1 / COLD_SHARE)]
        split = hide_all_of(links, nodes)
        rounds.append((split, cold_questions(split, nodes)))
    names, offered, stands_for = _sample(traits, rounds, rng)
    if not names:
        return Table({}, {}), len(offered)
    return Table({}, _named(names, fit_choices(offered, stands_for))), len(offered)


def _named(names: Sequence[str], weights: NDArray[np.float64]) -> dict[str, float]:
    return {name: float(weight) for name, weight in zip(names, weights, strict=True)}


def _splits(
    links: Links, dates: Sequence[str | None] | None, rng: np.random.Generator, folds: int
) -> Iterable[Split]:
    if dated_enough(dates):
        return [hide(links, dates, HIDDEN_SHARE, rng)]
    order = rng.permutation(links.m)
    return [hide_fold(links, fold, round(1 / HIDDEN_SHARE), order) for fold in range(folds)]


def _sample(
    traits: Traits, rounds: Sequence[tuple[Split, Questions]], rng: np.random.Generator
) -> tuple[list[str], NDArray[np.float32], NDArray[np.float32]]:
    """Return the names of the features, and what was offered in each question as `fit_choices`
    takes it; no names where the questions are too few to learn from."""
    total = sum(len(asked) for _, asked in rounds)
    if total < ENOUGH:
        return [], np.zeros((total, 0, 0), np.float32), np.zeros((total, 0), np.float32)
    names: list[str] = []
    parts: list[Sample] = []
    for split, asked in rounds:
        some = _some(asked, _MOST * len(asked) // max(total, _MOST), rng)
        evidence = Evidence(traits, split.kept)
        for pairs, samples in _sampled(evidence, split.hidden, some, rng):
            names = list(pairs.features)
            parts.extend(samples)
    offered, stands_for = (np.stack(column) for column in zip(*parts, strict=True))
    return names, offered, stands_for


def _some(asked: Questions, most: int, rng: np.random.Generator) -> Questions:
    if len(asked) <= most:
        return asked
    chosen = np.sort(rng.permutation(len(asked))[:most])
    return Questions(asked.asker[chosen], asked.answer[chosen])


def _sampled(
    evidence: Evidence, hidden: Links, asked: Questions, rng: np.random.Generator
) -> Iterable[tuple[Pairs, list[Sample]]]:
    """Yield for each block of askers what was offered in each of its questions."""
    askers, starts = np.unique(asked.asker, return_index=True)
    answers = iter(np.split(asked.answer, starts[1:]))
    others = hidden.binary
    for pairs in in_blocks(evidence, askers):
        rough = pairs.score(Table(_ROUGH, _ROUGH))
        offered = np.stack(list(pairs.features.values()), axis=2)
        samples: list[Sample] = []
        for row, asker in enumerate(pairs.askers):
            rivals = pairs.strangers(row)
            rivals[others.indices[others.indptr[asker] : others.indptr[asker + 1]]] = False
            candidates = np.flatnonzero(rivals)
            order = candidates[np.argsort(-rough[row, candidates], kind="stable")]
            drawn, stands_for = _drawn(order, rng)
            samples += [
                (offered[row, np.r_[answer, drawn]], np.r_[np.float32(1), stands_for])
                for answer in next(answers)
            ]
        yield pairs, samples


def _drawn(
    order: NDArray[np.int64], rng: np.random.Generator
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Draw candidates of a rough order; as many always, with empty places where they are few."""
    drawn, stands_for = [], []
    for first, last, wanted in _STRATA:
        stratum = order[first:last]
        count = min(wanted, len(stratum))
        some = stratum if count == len(stratum) else rng.choice(stratum, count, replace=False)
        empty = wanted - count
        drawn.append(np.r_[some, np.zeros(empty, dtype=np.int64)])
        each = len(stratum) / count if count else 1.0
        stands_for.append(np.r_[np.full(count, each), np.full(empty, _NOBODY)])
    return np.concatenate(drawn), np.concatenate(stands_for).astype(np.float32)
