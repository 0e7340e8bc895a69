"""Which links are hidden, and the questions that they make.

A question is a hidden link seen from one of its ends: whom does this government link with? Only
ends that still have a partner are asked about and asked for, for nothing is known of the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from grafo.network import Links

# Below this share of dated links, or with fewer years, "the newest" would be a guess.
_DATED_ENOUGH = 0.8
_YEARS_ENOUGH = 5


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """Links that are shown and links that are hidden; `since` is the first date hidden, if any."""

    kept: Links
    hidden: Links
    since: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Questions:
    """Pairs (asker, answer) in order of asker; int64, shape (q,)."""

    asker: NDArray[np.int64]
    answer: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.asker)


def hide(
    links: Links, dates: Sequence[str | None] | None, share: float, rng: np.random.Generator
) -> Split:
    """Hide a share of the links: the newest where most are dated, else at random.

    `dates` has for each link, in their order, an ISO date that may stop at the month or year;
    links without one are shown. Within the last date that is hidden only in part, chance decides.
    """
    chance = rng.permutation(links.m)
    count = round(links.m * share)
    if not dated_enough(dates):
        return _split(links, chance[:count])
    texts = np.array([date or "" for date in dates or ()])
    newest_first = np.lexsort((chance, texts))[::-1]
    hidden = [link for link in newest_first.tolist() if texts[link]][:count]
    first = str(min((texts[link] for link in hidden), default="")) or None
    return _split(links, np.array(hidden, dtype=np.int64), first)


def dated_enough(dates: Sequence[str | None] | None) -> bool:
    """Whether enough links have a date for the newest to be known."""
    known = [date for date in dates or () if date]
    years = {date[:4] for date in known}
    return len(years) >= _YEARS_ENOUGH and len(known) >= _DATED_ENOUGH * len(dates or ())


def hide_fold(links: Links, fold: int, folds: int, order: NDArray[np.int64]) -> Split:
    """Hide every `folds`-th link of an order of them."""
    return _split(links, order[fold::folds])


def hide_all_of(links: Links, nodes: NDArray[np.int64]) -> Split:
    """Hide every link of some nodes."""
    chosen = np.zeros(links.n, dtype=bool)
    chosen[nodes] = True
    return _split(links, np.flatnonzero(chosen[links.one] | chosen[links.other]))


def questions(split: Split) -> tuple[Questions, int]:
    """Return the questions of a split, and how many hidden links have both ends connected."""
    connected = np.zeros(split.kept.n, dtype=bool)
    connected[split.kept.one] = connected[split.kept.other] = True
    asked = connected[split.hidden.one] & connected[split.hidden.other]
    one, other = split.hidden.one[asked], split.hidden.other[asked]
    return _ordered(np.r_[one, other], np.r_[other, one]), int(asked.sum())


def cold_questions(split: Split, nodes: NDArray[np.int64]) -> Questions:
    """Return the questions of governments that had all their links hidden."""
    connected = np.zeros(split.kept.n, dtype=bool)
    connected[split.kept.one] = connected[split.kept.other] = True
    cold = np.zeros(split.kept.n, dtype=bool)
    cold[nodes] = True
    asker = np.r_[split.hidden.one, split.hidden.other]
    answer = np.r_[split.hidden.other, split.hidden.one]
    asked = cold[asker] & connected[answer]
    return _ordered(asker[asked], answer[asked])


def _split(links: Links, hidden: NDArray[np.int64], since: str | None = None) -> Split:
    mask = np.zeros(links.m, dtype=bool)
    mask[hidden] = True
    return Split(_chosen(links, ~mask), _chosen(links, mask), since)


def _chosen(links: Links, mask: NDArray[np.bool_]) -> Links:
    return Links.of(links.n, links.one[mask], links.other[mask], links.weight[mask])


def _ordered(asker: NDArray[np.int32], answer: NDArray[np.int32]) -> Questions:
    order = np.lexsort((answer, asker))
    return Questions(asker[order].astype(np.int64), answer[order].astype(np.int64))
