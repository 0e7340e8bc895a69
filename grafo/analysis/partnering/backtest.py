"""The back-test: links are hidden, and each scorer must find the hidden partner.

The protocol: a fifth of the links is hidden; for each hidden link and each of its ends, where both
still have a partner, all others that have one and are no partner of the asker are ranked. The
weights are learnt anew on a split within the links that are shown. A second, harder trial hides
every link of a tenth of the governments: what is known of one that has no partner yet?
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from grafo.analysis.partnering.baselines import BASELINES
from grafo.analysis.partnering.evidence import Evidence
from grafo.analysis.partnering.learning import COLD_SHARE, HIDDEN_SHARE, learn_cold, learn_linked
from grafo.analysis.partnering.pairs import Pairs
from grafo.analysis.partnering.ranking import (
    Quality,
    Ranks,
    Scorer,
    filtered_ranks,
    mean_quality,
    quality,
)
from grafo.analysis.partnering.splits import (
    Questions,
    cold_questions,
    hide,
    hide_all_of,
    questions,
)
from grafo.analysis.partnering.traits import Traits
from grafo.analysis.partnering.variants import merged, spelling_variants
from grafo.analysis.partnering.weights import Table, shipped_weights
from grafo.analysis.snapshot import Snapshot
from grafo.network import Links

LEARNT = "grafo"
SHIPPED = "grafo_shipped"


@dataclass(frozen=True, slots=True)
class Trial:
    """What a trial asked and how each scorer did, as means over the seeds.

    Attributes:
        hidden: links hidden in each round.
        connected: hidden links of which both ends still had a partner (None in a cold trial).
        questions, candidates: how many a round had, and how many were ranked for each question.
        learnt_from: questions from which the weights were learnt; 0 where they were too few.
        all, home: the quality of each scorer over all askers, and over those of the home country.
        home_questions: how many questions those were asked.
    """

    hidden: float
    connected: float | None
    questions: float
    candidates: float
    learnt_from: float
    all: Mapping[str, Quality]
    home: Mapping[str, Quality]
    home_questions: float


@dataclass(frozen=True, slots=True)
class BacktestReport:
    """The back-test of a graph.

    Attributes:
        links: how many there are, spelling variants counted as one.
        merged: pairs of spelling variants that count as one.
        seeds: the seeds of the rounds.
        since: the date from which links were hidden, None where they were drawn at random.
        country: ISO code of the home country, None where there is none.
        linked: the trial of governments that have partners, cold: of those that have none.
    """

    links: int
    merged: int
    seeds: tuple[int, ...]
    since: str | None
    country: str | None
    linked: Trial
    cold: Trial


@dataclass(frozen=True, slots=True, eq=False)
class _Network:
    traits: Traits
    links: Links
    dates: Sequence[str | None]
    at_home: NDArray[np.bool_]


@dataclass(slots=True)
class _Rounds:
    """What the rounds of a trial gave so far."""

    counts: list[tuple[float, ...]] = field(default_factory=list)
    all: dict[str, list[Quality | None]] = field(default_factory=dict)
    home: dict[str, list[Quality | None]] = field(default_factory=dict)

    def add(
        self, found: Ranks, asked: Questions, at_home: NDArray[np.bool_], counts: tuple[float, ...]
    ) -> None:
        home = at_home[asked.asker]
        usual = float(found.candidates.mean()) if len(asked) else 0.0
        self.counts.append((*counts, len(asked), usual, int(home.sum())))
        for name, ranks in found.by_scorer.items():
            self.all.setdefault(name, []).append(quality(ranks, found.candidates))
            part = quality(ranks[home], found.candidates[home])
            self.home.setdefault(name, []).append(part)

    def trial(self) -> Trial:
        hidden, connected, learnt_from, asked, candidates, home = np.mean(self.counts, axis=0)
        return Trial(
            hidden=float(hidden),
            connected=None if connected < 0 else float(connected),
            questions=float(asked),
            candidates=float(candidates),
            learnt_from=float(learnt_from),
            all=_means(self.all),
            home=_means(self.home),
            home_questions=float(home),
        )


def backtest(
    snapshot: Snapshot, seeds: Sequence[int] = (1, 2, 3, 4, 5), country: str | None = None
) -> BacktestReport:
    """Hide links, rank who was hidden, and say how well each scorer did.

    Args:
        snapshot: the graph; two spellings of one government, as far as they show, count as one.
        seeds: one round for each; what is hidden, the learning and the ties depend on it alone.
        country: whose governments are also told apart; the graph's home country if None.

    Returns:
        The report; a graph too small to hide anything from has no questions and no qualities.
    """
    variants = spelling_variants(snapshot)
    chosen = snapshot.home_country if country is None else country
    network = _network(snapshot, variants, chosen)
    linked, cold = _Rounds(), _Rounds()
    since: str | None = None
    for seed in seeds:
        since = _linked_round(network, linked, np.random.default_rng(seed)) or since
        _cold_round(network, cold, np.random.default_rng([seed, 1]))
    return BacktestReport(
        links=network.links.m,
        merged=len(variants),
        seeds=tuple(seeds),
        since=since,
        country=chosen,
        linked=linked.trial(),
        cold=cold.trial(),
    )


def _network(snapshot: Snapshot, variants: list[tuple[int, int]], country: str | None) -> _Network:
    links, stands = merged(snapshot.links, variants)
    since: dict[tuple[int, int], str] = {}
    for each in snapshot.cooperations:
        one, other = sorted(int(stands[snapshot.index[end]]) for end in (each.one, each.other))
        if each.since:
            since[one, other] = min(each.since, since.get((one, other), each.since))
    pairs = zip(links.one.tolist(), links.other.tolist(), strict=True)
    return _Network(
        Traits.of(snapshot.governments),
        links,
        [since.get(pair) for pair in pairs],
        np.array([each.country == country for each in snapshot.governments], dtype=bool),
    )


def _linked_round(network: _Network, rounds: _Rounds, rng: np.random.Generator) -> str | None:
    split = hide(network.links, network.dates, HIDDEN_SHARE, rng)
    asked, connected = questions(split)
    kept = set(zip(split.kept.one.tolist(), split.kept.other.tolist(), strict=True))
    pairs = zip(network.links.one.tolist(), network.links.other.tolist(), strict=True)
    dates = [date for pair, date in zip(pairs, network.dates, strict=True) if pair in kept]
    weights, learnt_from = learn_linked(network.traits, split.kept, dates, rng)
    scorers = _scorers(weights, shipped_weights().linked)
    evidence = Evidence(network.traits, split.kept)
    found = filtered_ranks(evidence, split.hidden, asked, scorers, rng)
    counts = (split.hidden.m, connected, learnt_from if weights else 0)
    rounds.add(found, asked, network.at_home, counts)
    return split.since


def _cold_round(network: _Network, rounds: _Rounds, rng: np.random.Generator) -> None:
    ends = np.unique(np.r_[network.links.one, network.links.other]).astype(np.int64)
    nodes = rng.permutation(ends)[: round(len(ends) * COLD_SHARE)]
    split = hide_all_of(network.links, nodes)
    asked = cold_questions(split, nodes)
    weights, learnt_from = learn_cold(network.traits, split.kept, rng)
    scorers = _scorers(weights, shipped_weights().cold)
    evidence = Evidence(network.traits, split.kept)
    found = filtered_ranks(evidence, split.hidden, asked, scorers, rng)
    rounds.add(found, asked, network.at_home, (split.hidden.m, -1, learnt_from if weights else 0))


def _scorers(learnt: Table, shipped: Table) -> dict[str, Scorer]:
    def by(weights: Table) -> Scorer:
        return lambda pairs: Pairs.score(pairs, weights)

    scorers = {name: baseline.scorer for name, baseline in BASELINES.items()}
    if learnt:
        scorers[LEARNT] = by(learnt)
    return {**scorers, SHIPPED: by(shipped)}


def _means(found: Mapping[str, Sequence[Quality | None]]) -> dict[str, Quality]:
    means = {name: mean_quality(each) for name, each in found.items()}
    return {name: mean for name, mean in means.items() if mean is not None}
