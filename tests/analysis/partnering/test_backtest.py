"""The back-test finds what can be found, and claims nothing where there is nothing to find."""

from __future__ import annotations

import numpy as np
import pytest

from grafo.analysis.partnering.backtest import LEARNT, SHIPPED, BacktestReport, backtest
from grafo.analysis.partnering.evidence import Evidence
from grafo.analysis.partnering.ranking import filtered_ranks, quality
from grafo.analysis.partnering.splits import hide, questions
from grafo.analysis.partnering.traits import Traits
from grafo.analysis.partnering.variants import merged, spelling_variants
from grafo.analysis.snapshot import Cooperation, Country, Government, Snapshot
from grafo.network import Links

SIZE = 360


def _blocks(seed: int = 4) -> Snapshot:
    """Twelve groups of thirty cities; nine of ten links stay within a group."""
    random = np.random.default_rng(seed)
    pairs = set()
    while len(pairs) < 1500:
        one = int(random.integers(SIZE))
        other = int(random.integers(SIZE))
        if random.random() < 0.9:
            other = one // 30 * 30 + other % 30
        if one != other:
            pairs.add((min(one, other), max(one, other)))
    codes = ("MX", "FR", "JP", "US")
    return Snapshot(
        governments=tuple(
            Government(
                f"g{n:03}",
                f"{'abcdefghijklmnop'[n % 16] * 3}{n}",
                "city",
                codes[n % 4],
                population=int(random.integers(10_000, 1_000_000)),
                lat=float(random.uniform(-50, 50)),
                lon=float(random.uniform(-170, 170)),
            )
            for n in range(SIZE)
        ),
        cooperations=tuple(Cooperation(f"g{a:03}", f"g{b:03}", 1) for a, b in sorted(pairs)),
        countries=(Country("MX", "México", "Mexico"),),
    )


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return _blocks()


@pytest.fixture(scope="module")
def report(snapshot: Snapshot) -> BacktestReport:
    return backtest(snapshot, seeds=(1,), country="MX")


def test_what_the_network_tells_is_found_and_chance_stays_chance(report: BacktestReport) -> None:
    trial = report.linked
    assert trial.hidden == 300
    assert trial.questions > 500
    assert trial.all[LEARNT].hits_at_10 > trial.all["preferential_attachment"].hits_at_10 + 0.1
    assert trial.all[LEARNT].hits_at_10 > trial.all["random"].hits_at_10 + 0.1
    assert trial.all["random"].auc == pytest.approx(0.5, abs=0.05)
    assert trial.home_questions == pytest.approx(trial.questions / 4, rel=0.3)


def test_equal_seeds_give_equal_reports(snapshot: Snapshot, report: BacktestReport) -> None:
    assert backtest(snapshot, seeds=(1,), country="MX") == report


def test_a_scorer_who_knows_the_answer_is_right_and_one_who_shuns_it_wrong(
    snapshot: Snapshot,
) -> None:
    split = hide(snapshot.links, None, 0.2, np.random.default_rng(1))
    asked, _ = questions(split)
    truth = split.hidden.binary.toarray().astype(np.float32)
    ranks = filtered_ranks(
        Evidence(Traits.of(snapshot.governments), split.kept),
        split.hidden,
        asked,
        {"knows": lambda pairs: truth[pairs.askers], "shuns": lambda pairs: -truth[pairs.askers]},
        np.random.default_rng(1),
    )
    knows = quality(ranks.by_scorer["knows"], ranks.candidates)
    shuns = quality(ranks.by_scorer["shuns"], ranks.candidates)
    assert knows is not None and (knows.hits_at_10, knows.mrr, knows.auc) == (1, 1, 1)
    assert shuns is not None and (shuns.hits_at_10, shuns.auc) == (0, 0)


def test_where_dates_tell_the_newest_links_are_hidden(snapshot: Snapshot) -> None:
    dated = Snapshot(
        governments=snapshot.governments,
        cooperations=tuple(
            Cooperation(c.one, c.other, 1, since=str(1960 + n % 60))
            for n, c in enumerate(snapshot.cooperations[:120])
        ),
    )
    assert backtest(dated, seeds=(1,)).since == "2008"


@pytest.mark.parametrize("links", [0, 1, 3])
def test_a_graph_too_small_has_no_quality(links: int) -> None:
    governments = tuple(Government(f"g{n}", f"G{n}", "city", "MX") for n in range(5))
    pairs = (("g0", "g1"), ("g1", "g2"), ("g3", "g4"))[:links]
    small = Snapshot(
        governments=governments, cooperations=tuple(Cooperation(a, b, 1) for a, b in pairs)
    )
    report = backtest(small, seeds=(1,))
    assert report.links == links
    assert LEARNT not in report.linked.all
    assert set(report.linked.all) in (set(), {SHIPPED, *report.linked.all})


def test_two_spellings_of_one_partner_count_as_one() -> None:
    governments = (
        Government("a", "Guadalajara", "city", "MX"),
        Government("b", "Sankt-Peterburg", "city", "RU"),
        Government("c", "Sankt Peterburg", "city", "RU"),
        Government("d", "Moskva", "city", "RU"),
    )
    pairs = (("a", "b"), ("a", "c"), ("a", "d"))
    twice = Snapshot(
        governments=governments, cooperations=tuple(Cooperation(x, y, 1) for x, y in pairs)
    )
    assert spelling_variants(twice) == [(1, 2)]
    links, stands = merged(twice.links, [(1, 2)])
    assert (links.m, stands.tolist()) == (2, [0, 1, 1, 3])
    assert isinstance(links, Links)
