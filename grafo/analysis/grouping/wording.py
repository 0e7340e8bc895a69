"""What communities say, in sentences that can be quoted, and how to read them."""

from __future__ import annotations

from collections.abc import Iterator

from grafo.analysis.engine import Engine
from grafo.analysis.grouping.groups import Community, Grouping
from grafo.analysis.grouping.naming import NAMING_SHARE
from grafo.analysis.snapshot import Snapshot
from grafo.analysis.wording import Lang, counted, listing, number, percent
from grafo.model import Bilingual

# M. E. J. Newman, "Fast algorithm for detecting community structure in networks", 2004: from
# about 0.3 a network has communities in truth. The line at 0.6 is ours.
_RECOGNISABLE, _CLEAR = 0.3, 0.6


def findings_of(grouping: Grouping, modularity: float | None) -> Iterator[Bilingual]:
    """Yield what can be said, the most quotable first."""
    if grouping.communities and modularity is not None:
        yield _how_many(grouping, modularity)
        yield _largest(grouping)
        yield _kept_inside(grouping)
        yield from _most_joined(grouping)
        yield from _between(grouping)
    else:
        yield Bilingual(
            es="No hay comunidades: todavía nadie comparte contraparte con otro.",
            en="There are no communities: nobody shares a counterpart with anyone yet.",
        )
    yield from _apart(grouping)


def nothing_linked() -> Bilingual:
    """Return the finding of a graph where nobody is linked."""
    return Bilingual(
        es="Ningún acuerdo liga todavía a dos gobiernos: cargue un registro con «grafo load».",
        en="No agreement links two governments yet: load a register with “grafo load”.",
    )


def notes_of(
    snapshot: Snapshot, grouping: Grouping, resolution: float, seed: int, engine: Engine
) -> Iterator[Bilingual]:
    """Yield how to read the tables."""
    alone = len(snapshot.governments) - len(grouping.network.units)
    yield Bilingual(
        es="Una comunidad son gobiernos con más acuerdos entre sí de los que daría el azar. Quien "
        "está en el borde entre dos puede pasar de una a otra con otra semilla o resolución "
        f"(aquí {seed} y {resolution:g}; más resolución, comunidades más chicas).",
        en="A community is governments with more agreements among them than chance would give. "
        "Who is on the edge of two may move from one to the other with another seed or "
        f"resolution (here {seed} and {resolution:g}; more resolution, smaller communities).",
    )
    if alone:
        yield Bilingual(
            es=f"{counted(alone, 'gobierno', 'gobiernos')} del grafo sin contrapartes no "
            f"{'está' if alone == 1 else 'están'} en ninguna.",
            en=f"{counted(alone, 'government', 'governments')} of the graph without counterparts "
            f"{'is' if alone == 1 else 'are'} in none.",
        )
    share = percent(NAMING_SHARE, 0)
    yield Bilingual(
        es="Los nombres dicen los estados, países y temas que están en "
        f"{share} o más de los acuerdos internos, a lo más dos de cada uno; si ninguno, el "
        "primero y cuántos más. Un acuerdo con varias partes cuenta una vez por comunidad.",
        en=f"The names say the states, countries and themes that are in {share} or more of the "
        "agreements within, two of each at most; if none is, the first and how many more. An "
        "agreement of several parties counts once in a community.",
    )
    yield Bilingual(
        es="Participación: qué tan repartidas están las contrapartes de un gobierno entre "
        "comunidades; 0, todas en una.",
        en="Participation: how evenly a government's counterparts are spread over communities; "
        "0, all in one.",
    )
    yield Bilingual(
        es=f"Comunidades: algoritmo de {engine.algorithm}, {engine.name.es}.",
        en=f"Communities: {engine.algorithm} algorithm, {engine.name.en}.",
    )


def _how_many(grouping: Grouping, modularity: float) -> Bilingual:
    count = len(grouping.communities)
    if modularity >= _CLEAR:
        es, en = "muy separadas entre sí", "clearly apart from each other"
    elif modularity >= _RECOGNISABLE:
        es, en = "reconocibles, aunque mezcladas", "recognisable, though mixed"
    else:
        es, en = "poco definidas", "hardly defined"
    members = sum(len(each.members) for each in grouping.communities)
    total = len(grouping.network.units)
    of = f"{number(members)} de {number(total)}"
    of_en = f"{number(members)} of {number(total)}"
    score = number(modularity, 3)
    if count == 1:
        return Bilingual(
            es=f"La red es una sola comunidad, con {of} gobiernos (modularidad {score}).",
            en=f"The network is a single community, with {of_en} governments (modularity {score}).",
        )
    return Bilingual(
        es=f"La red se divide en {number(count)} comunidades, con {of} gobiernos: {es} "
        f"(modularidad {score}).",
        en=f"The network falls into {number(count)} communities, with {of_en} governments: {en} "
        f"(modularity {score}).",
    )


def _largest(grouping: Grouping) -> Bilingual:
    first = grouping.communities[0]
    others = grouping.communities[1:3]
    texts = {}
    for lang in ("es", "en"):
        hub = grouping.labels[first.members[0]][lang]
        follow = listing([_sized(each, lang) for each in others], lang)
        if lang == "es":
            agreements = counted(len(first.inside), "acuerdo", "acuerdos")
            text = f"La mayor es {_sized(first, lang)}, con {agreements} internos en torno a {hub}"
            text = text.replace("1 acuerdo internos", "1 acuerdo interno")
            text += (
                f"; {'le sigue' if len(others) == 1 else 'le siguen'} {follow}" if others else ""
            )
        else:
            agreements = counted(len(first.inside), "agreement", "agreements")
            text = f"The largest is {_sized(first, lang)}, with {agreements} within, around {hub}"
            text += f"; then {follow}" if others else ""
        texts[lang] = f"{text}."
    return Bilingual(**texts)


def _sized(community: Community, lang: Lang) -> str:
    nouns = ("gobierno", "gobiernos") if lang == "es" else ("government", "governments")
    quoted = f"«{community.label.es}»" if lang == "es" else f"“{community.label.en}”"
    return f"{quoted} ({counted(len(community.members), *nouns)})"


def _kept_inside(grouping: Grouping) -> Bilingual:
    """How many links stay within a community."""
    links = len(grouping.network.links.one)
    leaving = sum(count for count, _ in grouping.joined.values())
    within, share = number(links - leaving), percent((links - leaving) / links)
    return Bilingual(
        es=f"{within} de {number(links)} vínculos ({share}) quedan dentro de una comunidad o de "
        "una pareja aislada.",
        en=f"{within} of {number(links)} links ({share}) stay within a community or an isolated "
        "pair.",
    )


def _most_joined(grouping: Grouping) -> Iterator[Bilingual]:
    if not grouping.joined:
        return
    by_number = {each.number: each for each in grouping.communities}
    (one, other), (_, agreements) = max(
        grouping.joined.items(), key=lambda item: (item[1][1], item[1][0], -item[0][0], -item[0][1])
    )
    a, b = by_number[one].label, by_number[other].label
    yield Bilingual(
        es=f"Las más ligadas entre sí son «{a.es}» y «{b.es}»: "
        f"{counted(agreements, 'acuerdo', 'acuerdos')}.",
        en=f"The two with most between them are “{a.en}” and “{b.en}”: "
        f"{counted(agreements, 'agreement', 'agreements')}.",
    )


def _between(grouping: Grouping) -> Iterator[Bilingual]:
    first = [each for each in grouping.between if len(each.others) > 1][:3]
    if not first:
        return
    texts = {
        lang: listing(
            [f"{grouping.labels[each.node][lang]} ({len(each.others)})" for each in first], lang
        )
        for lang in ("es", "en")
    }
    yield Bilingual(
        es=f"Entre comunidades {'está' if len(first) == 1 else 'están'} sobre todo {texts['es']}: "
        "entre paréntesis, cuántas tocan además de la suya.",
        en=f"Mostly between communities: {texts['en']}; in parentheses, how many they touch "
        "besides their own.",
    )


def _apart(grouping: Grouping) -> Iterator[Bilingual]:
    """The parts that no link joins, and the pairs among them."""
    parts, total = grouping.parts, len(grouping.network.units)
    if len(parts) > 1:
        largest, share = number(parts[0]), percent(parts[0] / total)
        yield Bilingual(
            es=f"La red son {number(len(parts))} partes sin contacto entre sí; la mayor reúne "
            f"{largest} de {number(total)} gobiernos ({share}).",
            en=f"The network is {number(len(parts))} parts without contact; the largest holds "
            f"{largest} of {number(total)} governments ({share}).",
        )
    if grouping.pairs:
        count = grouping.pairs
        yield Bilingual(
            es=f"{counted(count, 'pareja', 'parejas')} de gobiernos sólo se "
            f"{'tiene' if count == 1 else 'tienen'} entre sí: no cuentan como comunidad.",
            en=f"{counted(count, 'pair', 'pairs')} of governments have only each other: they do "
            "not count as communities.",
        )
