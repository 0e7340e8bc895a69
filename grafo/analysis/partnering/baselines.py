"""What the score is measured against, on the same split: old scores of link prediction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from grafo.analysis.partnering.evidence import Floats
from grafo.analysis.partnering.pairs import Pairs
from grafo.analysis.partnering.ranking import Scorer
from grafo.model import Bilingual


@dataclass(frozen=True, slots=True)
class Baseline:
    """A score of link prediction and its name."""

    label: Bilingual
    scorer: Scorer


def _nothing(pairs: Pairs) -> Floats:
    """Say the same of everybody: the order is then that of chance."""
    return np.zeros((len(pairs.askers), pairs.evidence.traits.n), dtype=np.float32)


def _popularity(pairs: Pairs) -> Floats:
    """Preferential attachment: the product of degrees, the asker's being the same for all."""
    degree = pairs.evidence.degree
    return np.broadcast_to(degree, (len(pairs.askers), len(degree)))


def _popularity_by_country(pairs: Pairs) -> Floats:
    """How the links of the asker's country spread over countries, shared out by degree."""
    evidence, country = pairs.evidence, pairs.evidence.traits.country
    total = np.maximum(evidence.between.sum(axis=1), 1)
    per_link = (evidence.expected / total)[country[pairs.askers]][:, country]
    product: Floats = per_link * evidence.degree
    return product


BASELINES: Mapping[str, Baseline] = {
    "random": Baseline(Bilingual(es="al azar", en="random"), _nothing),
    "preferential_attachment": Baseline(
        Bilingual(es="popularidad (vinculación preferente)", en="preferential attachment"),
        _popularity,
    ),
    "country_popularity": Baseline(
        Bilingual(es="afinidad entre países × popularidad", en="country affinity × popularity"),
        _popularity_by_country,
    ),
    "common_neighbours": Baseline(
        Bilingual(es="socios en común", en="common neighbours"),
        lambda pairs: pairs.shared.common,
    ),
    "adamic_adar": Baseline(
        Bilingual(es="Adamic–Adar", en="Adamic–Adar"),
        lambda pairs: pairs.shared.adamic_adar,
    ),
    "personalised_pagerank": Baseline(
        Bilingual(es="PageRank personalizado", en="personalised PageRank"),
        lambda pairs: pairs.shared.walk,
    ),
}
