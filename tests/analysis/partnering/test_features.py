"""What speaks for a pair follows from the links shown, and from nothing that is hidden."""

from __future__ import annotations

import numpy as np
import pytest

from grafo.analysis.partnering.evidence import Evidence
from grafo.analysis.partnering.logit import fit_choices
from grafo.analysis.partnering.pairs import Pairs, in_blocks
from grafo.analysis.partnering.splits import hide, questions
from grafo.analysis.partnering.traits import Traits
from grafo.analysis.snapshot import Government
from grafo.network import Links


def _towns(count: int, *, located: bool = True) -> list[Government]:
    random = np.random.default_rng(5)
    return [
        Government(
            f"g{i:03}",
            f"Town {i}",
            "city",
            ("MX", "US", "JP")[i % 3],
            population=int(random.integers(1000, 1_000_000)) if located else None,
            lat=float(random.uniform(-60, 60)) if located else None,
            lon=float(random.uniform(-180, 180)) if located else None,
        )
        for i in range(count)
    ]


def _links(n: int, m: int, seed: int = 1) -> Links:
    random = np.random.default_rng(seed)
    return Links.of(n, random.integers(0, n, m), random.integers(0, n, m))


def _all_features(links: Links, governments: list[Government]) -> dict[str, np.ndarray]:
    evidence = Evidence(Traits.of(governments), links)
    return Pairs(evidence, np.arange(len(governments))).features


@pytest.mark.parametrize("located", [True, False])
def test_every_feature_is_a_number_for_every_pair(located: bool) -> None:
    governments = _towns(40, located=located)
    for links in (_links(40, 90), Links.of(40, [], [])):
        for name, values in _all_features(links, governments).items():
            assert values.shape == (40, 40), name
            assert np.isfinite(values).all(), name


def test_hidden_links_influence_nothing() -> None:
    governments = _towns(60)
    links = _links(60, 200)
    split = hide(links, None, 0.2, np.random.default_rng(3))
    without = Links.of(60, split.kept.one, split.kept.other, split.kept.weight)
    shown, never_there = (_all_features(each, governments) for each in (split.kept, without))
    assert all(np.array_equal(shown[name], never_there[name]) for name in shown)
    pairs = {tuple(p) for p in zip(split.kept.one, split.kept.other, strict=True)}
    assert not pairs & set(zip(split.hidden.one, split.hidden.other, strict=True))
    assert split.kept.m + split.hidden.m == links.m
    assert split.hidden.m == round(0.2 * links.m)


def test_a_partner_in_common_speaks_for_a_pair() -> None:
    links = Links.of(5, np.array([0, 1, 3]), np.array([1, 2, 4]))
    found = _all_features(links, _towns(5))
    assert found["adamic_adar"][0, 2] > 0
    assert found["adamic_adar"][0, 3] == 0
    assert found["walk"][0, 2] > found["walk"][0, 4]


def test_a_partner_or_oneself_is_never_a_stranger() -> None:
    links = _links(50, 120)
    evidence = Evidence(Traits.of(_towns(50)), links)
    partners = links.binary.toarray() > 0
    for block in in_blocks(evidence, np.arange(50)):
        for row, asker in enumerate(block.askers):
            strangers = block.strangers(row)
            assert not strangers[asker]
            assert not (strangers & partners[asker]).any()


def test_only_ends_that_still_have_a_partner_are_asked_about() -> None:
    links = _links(80, 100)
    split = hide(links, None, 0.3, np.random.default_rng(2))
    asked, both = questions(split)
    degree = np.diff(split.kept.binary.indptr)
    assert len(asked) == 2 * both
    assert (degree[asked.asker] > 0).all()
    assert (degree[asked.answer] > 0).all()


def test_where_most_links_are_dated_the_newest_are_hidden() -> None:
    links = _links(60, 200)
    dates = [str(1950 + i % 50) for i in range(links.m)]
    split = hide(links, dates, 0.2, np.random.default_rng(1))
    oldest_hidden = sorted(dates)[-split.hidden.m]
    assert split.since == oldest_hidden
    assert hide(links, dates[:20] + [None] * 180, 0.2, np.random.default_rng(1)).since is None


def test_the_weights_that_made_the_choices_are_found_again() -> None:
    random = np.random.default_rng(7)
    truth = np.array([1.5, -0.8, 0.0])
    offered = random.normal(0, 1, (4000, 30, 3)).astype(np.float32)
    utility = offered @ truth + random.gumbel(0, 1, (4000, 30))
    best = utility.argmax(axis=1)
    rest = np.arange(29)[None] + (np.arange(29)[None] >= best[:, None])
    order = np.concatenate([best[:, None], rest], axis=1)
    ordered = np.take_along_axis(offered, order[:, :, None], axis=1)
    found = fit_choices(ordered, np.ones((4000, 30), dtype=np.float32))
    assert found == pytest.approx(truth, abs=0.1)
