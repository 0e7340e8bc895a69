"""Suggestions and the back-test in words."""

from __future__ import annotations

from collections.abc import Iterator

from grafo.analysis.partnering.backtest import LEARNT, SHIPPED, BacktestReport, Trial
from grafo.analysis.partnering.candidates import DOMESTIC_USUAL
from grafo.analysis.partnering.ground import Ground
from grafo.analysis.partnering.learning import COLD_SHARE, ENOUGH, HIDDEN_SHARE
from grafo.analysis.partnering.suggest import Suggested
from grafo.analysis.partnering.weights import shipped_weights
from grafo.analysis.scope import country_said, country_words
from grafo.analysis.wording import Lang, counted, government_name, listing, number, percent
from grafo.model import Bilingual, load_model
from grafo.text import fold

_SAID = 3  # suggestions in the sentence; the table has the others
_LANGS: tuple[Lang, Lang] = ("es", "en")


def findings_of(ground: Ground, suggested: Suggested) -> Iterator[Bilingual]:
    """Yield what stands behind the suggestions, then the first of them."""
    if not ground.evidence.links.m:
        yield Bilingual(
            es="El grafo no tiene acuerdos entre gobiernos: no hay de qué aprender a quién "
            "acercarse. Cargue un registro con `grafo load`.",
            en="The graph has no agreements between governments: there is nothing to learn from "
            "whom to approach. Load a register with `grafo load`.",
        )
        return
    yield _standing(ground, suggested)
    if not suggested.suggestions:
        yield Bilingual(
            es="Nadie cumple lo pedido: todos los gobiernos que lo cumplen ya son contrapartes, o "
            "no hay ninguno en el grafo. Quite algún filtro.",
            en="Nobody fits what was asked: all governments that do are counterparts already, or "
            "the graph has none. Drop a filter.",
        )
        return
    first = {
        lang: listing(
            [_abroad(ground, each.node, lang) for each in suggested.suggestions[:_SAID]], lang
        )
        for lang in _LANGS
    }
    yield Bilingual(
        es=f"A quién acercarse primero: {first['es']}. Las razones están en la tabla.",
        en=f"Whom to approach first: {first['en']}. The reasons are in the table.",
    )


def _abroad(ground: Ground, node: int, lang: Lang) -> str:
    government = ground.snapshot.governments[node]
    country = country_words(ground.snapshot, government.country)
    return f"{government_name(government, lang)} ({country[lang]})"


def _standing(ground: Ground, suggested: Suggested) -> Bilingual:
    partners = len(ground.partners(suggested.asker))
    names = {lang: _who(ground, suggested.asker, lang) for lang in _LANGS}
    if not partners:
        return Bilingual(
            es=f"{names['es']} no tiene contrapartes en el grafo: se le sugiere lo que conviene a "
            "gobiernos como él, por lo que han hecho los vecinos, el tamaño y el país.",
            en=f"{names['en']} has no counterparts in the graph: what is suggested suits "
            "governments like it, by what its neighbours have done, size and country.",
        )
    countries = int((ground.evidence.by_country[suggested.asker] > 0).sum())
    return Bilingual(
        es=f"{names['es']} tiene {counted(partners, 'contraparte', 'contrapartes')} en "
        f"{counted(countries, 'país', 'países')}; no se le sugiere a ninguna de ellas.",
        en=f"{names['en']} has {counted(partners, 'counterpart', 'counterparts')} in "
        f"{counted(countries, 'country', 'countries')}; none of them is suggested.",
    )


def _who(ground: Ground, node: int, lang: Lang) -> str:
    government = ground.snapshot.governments[node]
    levels = load_model().nodes["Government"].properties["level"].values or {}
    level = levels[government.level][lang] if government.level in levels else government.level
    return f"{government_name(government, lang)} ({level})"


def notes_of(ground: Ground, suggested: Suggested) -> Iterator[Bilingual]:
    """Yield who else bears the name, and how to read the suggestions."""
    yield from _homonyms(ground, suggested.asker)
    weights = shipped_weights()
    hits = percent(weights.hits_at_10), percent(weights.cold_hits_at_10)
    yield Bilingual(
        es=f"Se ordenaron {counted(suggested.candidates, 'gobierno', 'gobiernos')}. La puntuación "
        "es la suma de las partes; cada una dice cuánto sobresale la sugerencia del promedio de "
        "todos, en logaritmo de momios. Es dónde mirar primero, no un dictamen.",
        en=f"{counted(suggested.candidates, 'government was', 'governments were')} ranked. The "
        "score is the sum of its parts; each says how far the suggestion stands out from the mean "
        "of all, as log-odds. It is where to look first, not a verdict.",
    )
    yield Bilingual(
        es=f"Los pesos se aprendieron de {number(weights.links)} hermanamientos del mundo. De los "
        f"que no habían visto pusieron {hits[0]} entre los 10 primeros ({hits[1]} para gobiernos "
        "sin contrapartes); «--backtest» lo mide en este grafo.",
        en=f"The weights were learnt from {number(weights.links)} twinnings of the world. Of those "
        f"that they had not seen they put {hits[0]} among the first 10 ({hits[1]} for governments "
        "without counterparts); “--backtest” measures it on this graph.",
    )
    yield Bilingual(
        es="Los temas y las representaciones se dicen como razones, pero no cuentan en la "
        "puntuación: los hermanamientos de los que se aprendió no los traen.",
        en="Themes and representations are told as reasons but do not count in the score: the "
        "twinnings that it was learnt from have neither.",
    )
    yield Bilingual(
        es="Vecinos son los diez gobiernos más cercanos del mismo país y orden. A los del propio "
        f"país sólo se les sugiere donde {percent(DOMESTIC_USUAL, 0)} o más de sus vínculos son "
        "internos, o si se pide con «--country».",
        en="Neighbours are the ten nearest governments of the same country and tier. Those of the "
        f"own country are suggested only where {percent(DOMESTIC_USUAL, 0)} or more of its links "
        "stay within it, or when asked for by “--country”.",
    )


def _homonyms(ground: Ground, asker: int) -> Iterator[Bilingual]:
    """Governments within the one that asks and of its name."""
    governments = ground.snapshot.governments
    own = governments[asker]
    for node, other in enumerate(governments):
        if other.parent == own.id and fold(other.name) == fold(own.name):
            yield Bilingual(
                es=f"Para {_who(ground, node, 'es')} use su clave: {other.id}.",
                en=f"For {_who(ground, node, 'en')} use its key: {other.id}.",
            )


def findings_of_backtest(ground: Ground, report: BacktestReport) -> Iterator[Bilingual]:
    """Yield how often the hidden partners were found again."""
    trial = report.linked
    if not trial.all:
        yield Bilingual(
            es=f"El grafo tiene {counted(report.links, 'vínculo', 'vínculos')}: son muy pocos para "
            "esconder algunos y buscarlos.",
            en=f"The graph has {counted(report.links, 'link', 'links')}: too few to hide some and "
            "look for them.",
        )
        return
    own = LEARNT if LEARNT in trial.all else SHIPPED
    yield _found(trial, own, report)
    yield from _found_at_home(ground, report, own)
    if report.cold.all:
        own = LEARNT if LEARNT in report.cold.all else SHIPPED
        hits = percent(report.cold.all[own].hits_at_10)
        popular = percent(report.cold.all["country_popularity"].hits_at_10)
        yield Bilingual(
            es=f"De los gobiernos a los que se escondió todo, una contraparte quedó entre los 10 "
            f"primeros en {hits} de las preguntas; por afinidad entre países y popularidad, en "
            f"{popular}.",
            en="For governments that had everything hidden, a counterpart came among the first 10 "
            f"in {hits} of the questions; by country affinity and popularity, in {popular}.",
        )


def _found(trial: Trial, own: str, report: BacktestReport) -> Bilingual:
    hits, adamic, walk = (
        percent(trial.all[name].hits_at_10)
        for name in (own, "adamic_adar", "personalised_pagerank")
    )
    mrr = number(trial.all[own].mrr, 3)
    rounds = len(report.seeds)
    hidden = f"{number(trial.hidden)} de {number(report.links)}"
    hidden_en = f"{number(trial.hidden)} of {number(report.links)}"
    newest_es = f", los más recientes (desde {report.since})" if report.since else ", al azar"
    newest_en = f", the newest (from {report.since} on)" if report.since else ", at random"
    return Bilingual(
        es=f"Se escondieron {hidden} vínculos{newest_es}, en "
        f"{counted(rounds, 'ronda', 'rondas')}. La contraparte escondida quedó entre los 10 "
        f"primeros en {hits} de las preguntas (MRR {mrr}); con Adamic–Adar, en {adamic}; con "
        f"PageRank personalizado, en {walk}.",
        en=f"{hidden_en} links were hidden{newest_en}, in {counted(rounds, 'round', 'rounds')}. "
        f"The hidden counterpart came among the first 10 in {hits} of the questions (MRR {mrr}); "
        f"with Adamic–Adar in {adamic}, with personalised PageRank in {walk}.",
    )


def _found_at_home(ground: Ground, report: BacktestReport, own: str) -> Iterator[Bilingual]:
    trial = report.linked
    if report.country is None or own not in trial.home:
        return
    hits, adamic = (percent(trial.home[name].hits_at_10) for name in (own, "adamic_adar"))
    country = country_said(ground.snapshot, report.country)
    asked = number(trial.home_questions)
    yield Bilingual(
        es=f"Para los gobiernos de {country.es} ({asked} preguntas por ronda) fueron {hits}; con "
        f"Adamic–Adar, {adamic}.",
        en=f"For governments of {country.en} ({asked} questions a round) it was {hits}; with "
        f"Adamic–Adar, {adamic}.",
    )


def notes_of_backtest(report: BacktestReport) -> Iterator[Bilingual]:
    """Yield the protocol and its denominators."""
    trial = report.linked
    connected = trial.connected or 0.0
    share = percent(connected / trial.hidden) if trial.hidden else percent(0)
    yield Bilingual(
        es=f"Cada ronda esconde {percent(HIDDEN_SHARE, 0)} de los vínculos y pregunta por cada uno "
        "desde sus dos extremos, si ambos conservan alguna contraparte "
        f"({share} de los escondidos; {number(trial.questions)} preguntas por ronda). Se ordena a "
        f"los demás gobiernos con contrapartes ({number(trial.candidates)}), menos las otras "
        "contrapartes de quien pregunta; los empates se resuelven al azar.",
        en=f"Each round hides {percent(HIDDEN_SHARE, 0)} of the links and asks for each from both "
        f"its ends, where both still have a counterpart ({share} of those hidden; "
        f"{number(trial.questions)} questions a round). All other governments with counterparts "
        f"({number(trial.candidates)}) are ranked, but for the asker's other counterparts; chance "
        "breaks ties.",
    )
    yield Bilingual(
        es=f"La segunda prueba esconde todos los vínculos de {percent(COLD_SHARE, 0)} de los "
        "gobiernos y pregunta por sus contrapartes.",
        en=f"The second trial hides every link of {percent(COLD_SHARE, 0)} of the governments and "
        "asks for their counterparts.",
    )
    yield Bilingual(
        es="Los pesos aprendidos lo son de una partición dentro de los vínculos a la vista; los "
        f"que grafo trae salieron de {number(shipped_weights().links)} hermanamientos del mundo: "
        "si este grafo los contiene, ya habían visto lo escondido. Con menos de "
        f"{number(ENOUGH)} preguntas no se aprende nada y sólo se miden los que trae.",
        en="The learnt weights come from a split within the links shown; those that grafo brings "
        f"come from {number(shipped_weights().links)} twinnings of the world: where this graph "
        f"holds these, they have seen what is hidden. Below {number(ENOUGH)} questions nothing is "
        "learnt, and only those it brings are measured.",
    )
    if report.merged:
        yield Bilingual(
            es=f"{counted(report.merged, 'pareja', 'parejas')} de grafías de un mismo gobierno "
            "cuentan como uno, para que ninguna delate a la otra.",
            en=f"{counted(report.merged, 'pair', 'pairs')} of spellings of one government count "
            "as one, lest one give the other away.",
        )
