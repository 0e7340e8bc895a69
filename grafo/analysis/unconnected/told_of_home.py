"""What is missing at home, in words: divisions, their governments, large municipalities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grafo.analysis.snapshot import Government
from grafo.analysis.telling import in_a_sentence, nouns_of, of_many, or_more, people, some
from grafo.analysis.unconnected.gaps import Gaps
from grafo.analysis.unconnected.territories import Territory
from grafo.analysis.wording import Lang, counted, government_name, number, percent
from grafo.model import Bilingual


def told_of_home(gaps: Gaps) -> Iterator[Bilingual]:
    """Yield the findings on the country's own governments."""
    yield from _territories(gaps)
    yield from _divisions_alone(gaps)
    yield from _local(gaps)
    yield from _large(gaps)
    yield from _expectations(gaps)


def _territories(gaps: Gaps) -> Iterator[Bilingual]:
    """Divisions where neither their government nor any local one has an agreement."""
    if not gaps.territories:
        return
    without = [each for each in gaps.territories if not each.agreements]
    es, en = _divisions(gaps)
    total = len(gaps.territories)
    if not without:
        if gaps.lists_only_signatories:
            return
        yield Bilingual(
            es=f"No hay {es[0]} sin acuerdos: {of_many(total, total, es, 'es')} tienen al menos "
            "uno, de su gobierno o de los gobiernos locales.",
            en=f"No {en[0]} is without agreements: {of_many(total, total, en, 'en')} have at "
            "least one, of their own government or of local ones.",
        )
        return
    one = len(without) == 1
    yield Bilingual(
        es=f"{of_many(len(without), total, es, 'es')} {'no tiene' if one else 'no tienen'} ningún "
        f"acuerdo, ni de su gobierno ni de los locales: {_named(without, 'es')}"
        f"{_weight(gaps, without, 'es')}.",
        en=f"{of_many(len(without), total, en, 'en')} {'has' if one else 'have'} no agreement at "
        f"all, neither of their own government nor of local ones: {_named(without, 'en')}"
        f"{_weight(gaps, without, 'en')}.",
    )


def _weight(gaps: Gaps, territories: Sequence[Territory], lang: Lang) -> str:
    """Say how many people live in these divisions, and how much of the territory they are."""
    parts = []
    if gaps.home.population:
        count = sum(each.government.population or 0 for each in territories)
        share = percent(count / gaps.home.population)
        of = "de la población" if lang == "es" else "of the population"
        parts.append(f"{people(count, lang)} ({share} {of})")
    if gaps.home.area_km2:
        here = sum(each.government.area_km2 or 0 for each in territories)
        share = percent(here / gaps.home.area_km2)
        parts.append(f"{share} del territorio" if lang == "es" else f"{share} of the territory")
    if not parts:
        return ""
    verb = {
        "es": "suman" if len(territories) > 1 else "tiene",
        "en": "they make up" if len(territories) > 1 else "it has",
    }[lang]
    return f"; {verb} {(' y ' if lang == 'es' else ' and ').join(parts)}"


def _divisions_alone(gaps: Gaps) -> Iterator[Bilingual]:
    """Divisions whose local governments have signed and whose own government has not."""
    alone = [each for each in gaps.territories if each.local and not each.own]
    if not alone:
        return
    es, en = _divisions(gaps)
    total = len(gaps.territories)
    yield Bilingual(
        es=f"En {of_many(len(alone), total, es, 'es')} han firmado los gobiernos locales, pero no "
        f"el de la entidad: {_named(alone, 'es')}.",
        en=f"In {of_many(len(alone), total, en, 'en')} local governments have signed, but not the "
        f"government of the {en[0]}: {_named(alone, 'en')}.",
    )


def _local(gaps: Gaps) -> Iterator[Bilingual]:
    """All local governments without an agreement of their own."""
    local = gaps.home.local
    without = gaps.home.without(local)
    if not without:
        return
    levels = [government.level for government in local]
    es = of_many(len(without), len(local), nouns_of(levels, "es"), "es")
    en = of_many(len(without), len(local), nouns_of(levels, "en"), "en")
    share = percent(len(without) / len(local))
    one = len(without) == 1
    yield Bilingual(
        es=f"{es} ({share}) no {'tiene' if one else 'tienen'} ningún acuerdo propio"
        f"{_inhabitants(gaps, without, 'es')}.",
        en=f"{en} ({share}) {'has' if one else 'have'} no agreement of their own"
        f"{_inhabitants(gaps, without, 'en')}.",
    )


def _large(gaps: Gaps) -> Iterator[Bilingual]:
    """Large local governments without an agreement."""
    large, without = gaps.large, gaps.large_without
    if not large or gaps.lists_only_signatories:
        return
    levels = [government.level for government in large]
    es = of_many(len(without), len(large), nouns_of(levels, "es"), "es")
    en = of_many(len(without), len(large), nouns_of(levels, "en"), "en")
    size = gaps.min_population
    of = f"{es} de {or_more(size, 'es')}", f"{en} of {or_more(size, 'en')}"
    if not without:
        yield Bilingual(es=f"{of[0]} carecen de acuerdos.", en=f"{of[1]} lack agreements.")
        return
    one = len(without) == 1
    yield Bilingual(
        es=f"{of[0]} no {'tiene' if one else 'tienen'} ningún acuerdo"
        f"{_inhabitants(gaps, without, 'es')}. De mayor población: "
        f"{_places(gaps, without, 'es')}.",
        en=f"{of[1]} {'has' if one else 'have'} no agreement"
        f"{_inhabitants(gaps, without, 'en')}. The most populous: "
        f"{_places(gaps, without, 'en')}.",
    )


def _inhabitants(gaps: Gaps, governments: Sequence[Government], lang: Lang) -> str:
    """Say how many people live there, and what part of the country's they are, where known."""
    count = sum(government.population or 0 for government in governments)
    if not count:
        return ""
    share = ""
    if gaps.home.population:
        of = (
            f"de la población de {gaps.country.es}"
            if lang == "es"
            else f"of the population of {in_a_sentence(gaps.country.en)}"
        )
        share = f" ({percent(count / gaps.home.population)} {of})"
    return f"; {'ahí viven' if lang == 'es' else 'they hold'} {people(count, lang)}{share}"


def _expectations(gaps: Gaps) -> Iterator[Bilingual]:
    """The divisions furthest below and above what their population would suggest."""
    if not any(each.agreements for each in gaps.comparable):
        return
    es, en = _divisions(gaps)
    below = [each for each in gaps.comparable if (each.ratio or 0) < 0.5]
    by_distance = sorted(
        gaps.comparable, key=lambda t: (t.agreements - _expected(t), t.government.id)
    )
    least, most = by_distance[0], by_distance[-1]
    if below:
        one = len(below) == 1
        yield Bilingual(
            es=f"{of_many(len(below), len(gaps.comparable), es, 'es')} "
            f"{'tiene' if one else 'tienen'} menos de la mitad de los acuerdos que su población "
            "haría esperar.",
            en=f"{of_many(len(below), len(gaps.comparable), en, 'en')} "
            f"{'has' if one else 'have'} less than half of the agreements that their population "
            "would suggest.",
        )
    if most.agreements <= _expected(most):  # all as expected
        return
    yield Bilingual(
        es=f"Respecto de su población, quien más corto se queda es {_measured(least, 'es')}; quien "
        f"más se excede es {_measured(most, 'es')}.",
        en="Furthest below its share by population is "
        f"{_measured(least, 'en')}; furthest above it is {_measured(most, 'en')}.",
    )


def _measured(territory: Territory, lang: Lang) -> str:
    """Say what a division has, and what its share of the population would give it."""
    name = government_name(territory.government, lang)
    expected = number(_expected(territory), 0 if _expected(territory) >= 10 else 1)
    ratio = territory.ratio or 0
    if lang == "es":
        times = percent(ratio, 0) if ratio < 1.5 else f"{number(ratio, 1)} veces"
        has = counted(territory.agreements, "acuerdo", "acuerdos")
        return f"{name}, con {has} donde se esperarían {expected} ({times})"
    times = percent(ratio, 0) if ratio < 1.5 else f"{number(ratio, 1)} times that"
    has = counted(territory.agreements, "agreement", "agreements")
    return f"{name}, with {has} where {expected} would be expected ({times})"


def _expected(territory: Territory) -> float:
    return territory.expected or 0.0


def _divisions(gaps: Gaps) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return what to call one and several divisions, in Spanish and in English."""
    levels = [territory.government.level for territory in gaps.territories]
    return nouns_of(levels, "es"), nouns_of(levels, "en")


def _named(territories: Sequence[Territory], lang: Lang) -> str:
    """List divisions, the most populous first."""
    ordered = sorted(
        (territory.government for territory in territories),
        key=lambda g: (-(g.population or 0), g.id),
    )
    return some([government_name(government, lang) for government in ordered], lang)


def _places(gaps: Gaps, governments: Sequence[Government], lang: Lang) -> str:
    """List local governments, each with its division: names repeat across divisions."""
    names = []
    for government in governments[:5]:
        division = gaps.home.division(government)
        within = f" ({government_name(division, lang)})" if division else ""
        names.append(government_name(government, lang) + within)
    return some(names, lang)
