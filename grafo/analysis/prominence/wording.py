"""What the standings say, in sentences that can be quoted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grafo.analysis.levels import Network, country_names
from grafo.analysis.prominence.reasons import FEW, is_bridge
from grafo.analysis.prominence.standing import Standing
from grafo.analysis.snapshot import Snapshot
from grafo.analysis.telling import in_a_sentence, some
from grafo.analysis.wording import Lang, counted, listing, number, percent
from grafo.model import Bilingual

_NAMED = 5
_FIRST = 10  # whose share of the links is said
_NOUNS = {
    "government": (
        Bilingual(es="gobierno", en="government"),
        Bilingual(es="gobiernos", en="governments"),
    ),
    "country": (Bilingual(es="país", en="country"), Bilingual(es="países", en="countries")),
}


def units_noun(level: str, count: int = 2) -> Bilingual:
    """Return the noun for the units of a level, in the number of `count`."""
    return _NOUNS["country" if level == "country" else "government"][count != 1]


def findings_of(
    snapshot: Snapshot,
    network: Network,
    found: Sequence[Standing],
    shown: Sequence[Standing],
    by: str,
    country: str | None,
) -> Iterator[Bilingual]:
    """Yield what can be said, the most quotable first.

    `found` is everyone, `shown` those of the country asked for, ranked by the measure `by`.
    """
    if by != "core":
        yield _leader(snapshot, network, found, shown, by, country)
    yield from _ties_together(network, shown)
    yield from _bridges(shown, len(found))
    yield from _core(network, found)
    yield _spread(network, found)


def nothing_linked(snapshot: Snapshot, level: str, country: str | None) -> Bilingual:
    """Return the finding where no unit has a counterpart."""
    if not snapshot.cooperations:
        return Bilingual(
            es="Ningún acuerdo liga todavía a dos gobiernos: cargue un registro con «grafo load».",
            en="No agreement links two governments yet: load a register with “grafo load”.",
        )
    many = units_noun(level)
    if country is None:
        return Bilingual(
            es=f"Ningún acuerdo liga a dos {many.es} distintos a este nivel.",
            en=f"No agreement links two different {many.en} at this level.",
        )
    name = country_names(snapshot, country)
    return Bilingual(
        es=f"En {name.es} nadie tiene contrapartes a este nivel.",
        en=f"Nobody in {in_a_sentence(name.en)} has counterparts at this level.",
    )


def _leader(
    snapshot: Snapshot,
    network: Network,
    found: Sequence[Standing],
    shown: Sequence[Standing],
    by: str,
    country: str | None,
) -> Bilingual:
    """Say who is first in a measure, by how much, and who follows."""
    first = [each for each in shown if each.ranks[by] == shown[0].ranks[by]]
    after = _next(shown[len(first) :], by)
    texts = {}
    for lang in ("es", "en"):
        place = _in_country(snapshot, country, lang)
        text = f"{place}{_first(network, first, by, lang)}{_follow(after, by, lang)}."
        if country is not None and first[0].ranks[by] > 1:
            rank, of = number(first[0].ranks[by]), number(len(found))
            text += (
                f" En toda la red es el lugar {rank} de {of}."
                if lang == "es"
                else (f" In the whole network that is rank {rank} of {of}.")
            )
        texts[lang] = text[0].upper() + text[1:]
    return Bilingual(**texts)


def _in_country(snapshot: Snapshot, country: str | None, lang: Lang) -> str:
    if country is None:
        return ""
    name = country_names(snapshot, country)
    return f"en {name.es}, " if lang == "es" else f"in {in_a_sentence(name.en)}, "


def _first(network: Network, first: Sequence[Standing], by: str, lang: Lang) -> str:
    if len(first) > 1:
        noun = units_noun(network.level, len(first))[lang]
        value = _value(first[0], by)
        names = some([each.label[lang] for each in first], lang, _NAMED)
        if lang == "es":
            return f"{len(first)} {noun} comparten el primer lugar ({value}): {names}"
        return f"{len(first)} {noun} share the first place ({value}): {names}"
    leader = first[0]
    name, value = leader.label[lang], _value(leader, by)
    reach, agreements = _reach(network, leader, lang), number(leader.agreements)
    if lang == "es":
        signed = "1 acuerdo" if leader.agreements == 1 else f"{agreements} acuerdos"
        return {
            "partners": f"{name} tiene más contrapartes que nadie: {reach}, con {signed}",
            "agreements": f"{name} tiene más acuerdos que nadie: {agreements}, con {reach}",
            "pagerank": f"{name} es a donde más se llega recorriendo la red al azar, acuerdo por "
            f"acuerdo: {value} de los pasos (PageRank)",
            "betweenness": f"{name} es el mayor puente: por ahí pasa {value} de los caminos más "
            "cortos entre otros dos",
            "closeness": f"{name} es quien está más cerca de los demás (cercanía {value})",
        }[by]
    signed = "1 agreement" if leader.agreements == 1 else f"{agreements} agreements"
    return {
        "partners": f"{name} has more counterparts than anyone: {reach}, with {signed}",
        "agreements": f"{name} has more agreements than anyone: {agreements}, with {reach}",
        "pagerank": f"{name} is where a random walk over the network, agreement by agreement, is "
        f"most often: {value} of its steps (PageRank)",
        "betweenness": f"{name} is the greatest bridge: {value} of the shortest paths between "
        "two others pass through it",
        "closeness": f"{name} is the closest to all others (closeness {value})",
    }[by]


def _reach(network: Network, standing: Standing, lang: Lang) -> str:
    noun = units_noun(network.level, standing.partners)[lang]
    reach = f"{number(standing.partners)} {noun}"
    if network.level == "country" or not standing.countries:
        return reach
    count = len(standing.countries)
    if lang == "es":
        return f"{reach} en {counted(count, 'país', 'países')}"
    return f"{reach} in {counted(count, 'country', 'countries')}"


def _next(ranked: Sequence[Standing], by: str) -> list[Standing]:
    """Return up to three that follow, but not some of those that share a rank without the rest."""
    most = 3
    if len(ranked) > most:
        cut = ranked[most].ranks[by]
        return [each for each in ranked[:most] if each.ranks[by] != cut]
    return list(ranked)


def _follow(after: Sequence[Standing], by: str, lang: Lang) -> str:
    if not after:
        return ""
    names = listing([f"{each.label[lang]} ({_value(each, by)})" for each in after], lang)
    if lang == "es":
        return f"; {'le sigue' if len(after) == 1 else 'le siguen'} {names}"
    return f"; then {names}"


def _value(standing: Standing, by: str) -> str:
    value = standing.values[by]
    if by in ("partners", "agreements", "core"):
        return number(value)
    return number(value, 3) if by == "closeness" else percent(value, 1 if value >= 0.001 else 3)


def _ties_together(network: Network, shown: Sequence[Standing]) -> Iterator[Bilingual]:
    """Who others hang on: without it they would be apart."""
    held = sorted(shown, key=lambda each: (-each.cut_off, each.unit.id))[:3]
    held = [each for each in held if each.cut_off >= FEW]
    if not held:
        return
    first, *others = held
    noun = units_noun(network.level)
    count = number(first.cut_off)
    es = f"Sin {first.label.es}, {count} {noun.es} quedarían aparte del resto de la red"
    en = f"Without {first.label.en}, {count} {noun.en} would be apart from the rest of the network"
    for each in others:
        es += f"; sin {each.label.es}, {number(each.cut_off)}"
        en += f"; without {each.label.en}, {number(each.cut_off)}"
    yield Bilingual(es=f"{es}.", en=f"{en}.")


def _bridges(shown: Sequence[Standing], units: int) -> Iterator[Bilingual]:
    """Who is far more in between than its partners would make expect."""
    bridges = [each for each in shown if is_bridge(each, units)]
    bridges.sort(key=lambda each: (each.ranks["betweenness"], each.unit.id))
    if not bridges:
        return
    texts = {}
    for lang in ("es", "en"):
        named = []
        for each in bridges[:3]:
            between, partners = each.ranks["betweenness"], each.ranks["partners"]
            named.append(
                f"{each.label[lang]} (lugar {number(between)} en intermediación, "
                f"{number(partners)} en contrapartes)"
                if lang == "es"
                else f"{each.label[lang]} (rank {number(between)} in betweenness, "
                f"{number(partners)} in counterparts)"
            )
        texts[lang] = listing(named, lang)
    one = len(bridges) == 1
    yield Bilingual(
        es=f"{'Acerca' if one else 'Acercan'} partes lejanas de la red, más de lo que sus "
        f"contrapartes harían esperar, {texts['es']}.",
        en=f"More than {'its' if one else 'their'} counterparts would make expect, {texts['en']} "
        f"{'brings' if one else 'bring'} distant parts of the network close.",
    )


def _core(network: Network, found: Sequence[Standing]) -> Iterator[Bilingual]:
    """The innermost core, where it is more than a few cycles."""
    innermost = max(int(each.values["core"]) for each in found)
    if innermost < FEW:
        return
    inside = [each for each in found if each.values["core"] == innermost]
    inside.sort(key=lambda each: (each.ranks["partners"], each.unit.id))
    noun, count = units_noun(network.level), number(len(inside))
    es = some([each.label.es for each in inside], "es", _NAMED)
    en = some([each.label.en for each in inside], "en", _NAMED)
    yield Bilingual(
        es=f"El núcleo más denso son {count} {noun.es}, cada uno con al menos {innermost} "
        f"contrapartes dentro de él: {es}.",
        en=f"The densest core are {count} {noun.en}, each with at least {innermost} counterparts "
        f"within it: {en}.",
    )


def _spread(network: Network, found: Sequence[Standing]) -> Bilingual:
    """How many have a single counterpart, and how much of the network the first ones hold."""
    noun, total = units_noun(network.level, len(found)), len(found)
    single = sum(each.partners == 1 for each in found)
    share = f" ({percent(single / total)})" if single else ""
    es = (
        f"De {number(total)} {noun.es} con contrapartes, {number(single) if single else 'ninguno'}"
        f"{share} {'tienen' if single > 1 else 'tiene'} una sola"
    )
    en = (
        f"Of {number(total)} {noun.en} with counterparts, {number(single) if single else 'none'}"
        f"{share} {'have' if single > 1 else 'has'} only one"
    )
    links = len(network.links.one)
    ranked = sorted(range(total), key=lambda i: (-found[i].partners, found[i].unit.id))
    first = set(ranked[:_FIRST])
    ends = zip(network.links.one.tolist(), network.links.other.tolist(), strict=True)
    held = sum(one in first or other in first for one, other in ends)
    if held < links:
        part = percent(held / links)
        es += f"; los {_FIRST} con más están en {part} de los {number(links)} vínculos"
        en += f"; the {_FIRST} with most are in {part} of the {number(links)} links"
    return Bilingual(es=f"{es}.", en=f"{en}.")
