"""Partners: whom a government might approach, and why; and how often such advice is right."""

from __future__ import annotations

from grafo.analysis.partnering.backtest import backtest as measure
from grafo.analysis.partnering.ground import Ground
from grafo.analysis.partnering.reasons import reasons
from grafo.analysis.partnering.suggest import Suggested, Wanted, suggest_partners
from grafo.analysis.partnering.tables import suggestions_table, trial_table
from grafo.analysis.partnering.told import (
    findings_of,
    findings_of_backtest,
    notes_of,
    notes_of_backtest,
)
from grafo.analysis.registry import analysis
from grafo.analysis.result import Result
from grafo.analysis.snapshot import Snapshot
from grafo.errors import UsageError
from grafo.language import say
from grafo.model import Bilingual, load_model
from grafo.questions.header import Parameter

TITLE = Bilingual(es="A quién acercarse, y por qué", en="Whom to approach, and why")
BACKTEST_TITLE = Bilingual(
    es="Qué tan bien se sugieren contrapartes", en="How well counterparts are suggested"
)
_LEVELS = load_model().nodes["Government"].properties["level"].values or {}


@analysis(
    "partners",
    TITLE,
    params={
        "government": Parameter(
            type="government",
            optional=True,
            whole=True,
            about=Bilingual(
                es="gobierno que busca contrapartes, por nombre o clave",
                en="government that looks for counterparts, by name or key",
            ),
        ),
        "country": Parameter(
            type="country",
            optional=True,
            about=Bilingual(
                es="sólo de este país, por nombre o código ISO",
                en="only of this country, by name or ISO code",
            ),
        ),
        "theme": Parameter(
            type="theme",
            optional=True,
            about=Bilingual(
                es="sólo quien ya coopera en este tema con alguien",
                en="only who already cooperates on this theme with somebody",
            ),
        ),
        "level": Parameter(
            type="text",
            default="",
            values=["", *_LEVELS],
            about=Bilingual(
                es="sólo gobiernos de este orden; vacío, todos",
                en="only governments of this level; empty for all",
            ),
        ),
        "top": Parameter(
            type="integer",
            default=10,
            min=1,
            max=1000,
            about=Bilingual(es="cuántas sugerencias", en="how many suggestions"),
        ),
        "backtest": Parameter(
            type="boolean",
            default=False,
            about=Bilingual(
                es="no sugiere: esconde vínculos y mide cuántos vuelve a encontrar",
                en="suggests nothing: hides links and measures how many are found again",
            ),
        ),
        "rounds": Parameter(
            type="integer",
            default=5,
            min=1,
            max=100,
            about=Bilingual(
                es="rondas de «--backtest», cada una con su semilla",
                en="rounds of “--backtest”, each with a seed of its own",
            ),
        ),
    },
    argument="government",
)
def partners(
    snapshot: Snapshot,
    government: str | None = None,
    country: str | None = None,
    theme: str | None = None,
    level: str = "",
    top: int = 10,
    backtest: bool = False,
    rounds: int = 5,
) -> Result:
    """Return whom a government might approach, with reasons; or how good such advice is.

    Args:
        snapshot: the graph.
        government, country, theme: ids; `level` a level of government, or empty for all.
        top: how many suggestions.
        backtest: measure instead of suggesting; `rounds` times, with other links hidden.

    Raises:
        UsageError: neither a government nor a back-test is asked for, or the graph has no such
            government.
    """
    ground = Ground(snapshot)
    if backtest:
        return _backtest(ground, rounds)
    if not government:
        raise UsageError(
            say("falta el gobierno al que se le sugiere", "the government to advise is missing"),
            hint=say(
                "grafo analyze partners Tlaxcala, o grafo analyze partners --backtest",
                "grafo analyze partners Tlaxcala, or grafo analyze partners --backtest",
            ),
        )
    if government not in snapshot.index:
        raise UsageError(
            say(f"no hay gobierno {government!r} en el grafo", f"no government {government!r}")
        )
    return _suggest(
        ground,
        snapshot.index[government],
        Wanted(country or None, theme or None, level or None),
        top,
    )


def _suggest(ground: Ground, asker: int, wanted: Wanted, top: int) -> Result:
    if ground.evidence.links.m:
        suggested = suggest_partners(ground, asker, wanted, top)
    else:
        suggested = Suggested(asker, [], 0)
    why = [reasons(ground, asker, each.node) for each in suggested.suggestions]
    findings = list(findings_of(ground, suggested))
    if not suggested.suggestions:
        return Result("partners", TITLE, findings)
    return Result(
        "partners",
        TITLE,
        findings,
        [suggestions_table(ground, suggested, why)],
        list(notes_of(ground, suggested)),
    )


def _backtest(ground: Ground, rounds: int) -> Result:
    report = measure(ground.snapshot, range(1, rounds + 1))
    findings = list(findings_of_backtest(ground, report))
    if not report.linked.all:
        return Result("partners", BACKTEST_TITLE, findings)
    linked = trial_table(
        "linked",
        Bilingual(
            es="Contrapartes escondidas que se vuelven a encontrar",
            en="Hidden counterparts that are found again",
        ),
        report.linked,
        report,
    )
    cold = trial_table(
        "cold",
        Bilingual(
            es="Lo mismo, para gobiernos que quedan sin contrapartes",
            en="The same for governments left without counterparts",
        ),
        report.cold,
        report,
    )
    return Result(
        "partners",
        BACKTEST_TITLE,
        findings,
        [linked, cold],
        list(notes_of_backtest(report)),
    )
