"""Suggestions and the back-test as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from grafo.analysis.partnering.backtest import LEARNT, SHIPPED, BacktestReport, Trial
from grafo.analysis.partnering.baselines import BASELINES
from grafo.analysis.partnering.ground import Ground
from grafo.analysis.partnering.parts import PARTS, Part
from grafo.analysis.partnering.ranking import Quality
from grafo.analysis.partnering.reasons import Reason, told
from grafo.analysis.partnering.suggest import Suggested
from grafo.analysis.result import Table
from grafo.analysis.scope import country_words
from grafo.analysis.telling import cut_short
from grafo.analysis.wording import government_name
from grafo.model import Bilingual

_PART_NAMES: Mapping[Part, Bilingual] = {
    "network": Bilingual(es="red", en="network"),
    "countries": Bilingual(es="países", en="countries"),
    "peers": Bilingual(es="vecinos", en="neighbours"),
    "size": Bilingual(es="tamaño", en="size"),
    "place": Bilingual(es="lugar y nombre", en="place and name"),
}
_SCORERS: Mapping[str, Bilingual] = {
    LEARNT: Bilingual(
        es="grafo, pesos aprendidos de los vínculos a la vista",
        en="grafo, weights learnt from the links shown",
    ),
    SHIPPED: Bilingual(es="grafo, pesos que trae", en="grafo, weights that it brings"),
    **{name: baseline.label for name, baseline in BASELINES.items()},
}


def suggestions_table(
    ground: Ground, suggested: Suggested, why: Sequence[Sequence[Reason]]
) -> Table:
    """The suggestions, the parts of their scores, and their reasons in words."""
    rows = []
    for rank, (each, reasons) in enumerate(zip(suggested.suggestions, why, strict=True), 1):
        government = ground.snapshot.governments[each.node]
        country = country_words(ground.snapshot, government.country)
        said = told(reasons)
        rows.append(
            (
                rank,
                government.id,
                government_name(government, "es"),
                government_name(government, "en"),
                country.es,
                country.en,
                government.level,
                round(each.score, 2),
                *(round(each.parts[part], 2) for part in PARTS),
                said.es,
                said.en,
            )
        )
    table = Table(
        "suggestions",
        Bilingual(es="A quién acercarse", en="Whom to approach"),
        {
            "rank": Bilingual(es="lugar", en="rank"),
            "id": Bilingual(es="clave", en="id"),
            "name_es": Bilingual(es="gobierno", en="government in Spanish"),
            "name_en": Bilingual(es="gobierno, en inglés", en="government"),
            "country_es": Bilingual(es="país", en="country in Spanish"),
            "country_en": Bilingual(es="país, en inglés", en="country"),
            "level": Bilingual(es="orden", en="level"),
            "score": Bilingual(es="puntuación", en="score"),
            **{part: _PART_NAMES[part] for part in PARTS},
            "reasons_es": Bilingual(es="razones", en="reasons in Spanish"),
            "reasons_en": Bilingual(es="razones, en inglés", en="reasons"),
        },
        rows,
    )
    return cut_short(table, suggested.candidates)


def trial_table(name: str, title: Bilingual, trial: Trial, report: BacktestReport) -> Table:
    """How each scorer did in a trial, over all and over the home country's governments."""
    known = [scorer for scorer in _SCORERS if scorer in trial.all]
    return Table(
        name,
        title,
        {
            "scorer": Bilingual(es="clave", en="key"),
            "label_es": Bilingual(es="método", en="method in Spanish"),
            "label_en": Bilingual(es="método, en inglés", en="method"),
            "share_in_10": Bilingual(es="entre los 10 primeros", en="among the first 10"),
            "share_in_50": Bilingual(es="entre los 50 primeros", en="among the first 50"),
            "mrr": Bilingual(es="media de 1/lugar (MRR)", en="mean of 1/rank (MRR)"),
            "auc": Bilingual(es="AUC", en="AUC"),
            "share_home_in_10": Bilingual(
                es=f"10 primeros, {report.country or '—'}", en=f"first 10, {report.country or '—'}"
            ),
            "share_home_in_50": Bilingual(
                es=f"50 primeros, {report.country or '—'}", en=f"first 50, {report.country or '—'}"
            ),
            "home_mrr": Bilingual(
                es=f"MRR, {report.country or '—'}", en=f"MRR, {report.country or '—'}"
            ),
        },
        [
            (
                scorer,
                _SCORERS[scorer].es,
                _SCORERS[scorer].en,
                *_four(trial.all[scorer]),
                *_four(trial.home.get(scorer))[:3],
            )
            for scorer in known
        ],
    )


def _four(quality: Quality | None) -> tuple[float | None, ...]:
    if quality is None:
        return (None,) * 4
    return (
        round(quality.hits_at_10, 4),
        round(quality.hits_at_50, 4),
        round(quality.mrr, 4),
        round(quality.auc, 4),
    )
