"""What a dimension says, in sentences that can be quoted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grafo.analysis.holdings.dimension import Dimension, Holder
from grafo.analysis.scope import Scope
from grafo.analysis.telling import in_a_sentence, some
from grafo.analysis.wording import Lang, counted, listing, number, percent
from grafo.model import Bilingual
from grafo.network.inequality import gini

# More names than this make a sentence that nobody reads; the table has them all.
_NAMED = 10
_SCALE = Bilingual(
    es=" (0, partes iguales; 1, todo en una)", en=" (0, equal parts; 1, everything in one)"
)


def findings_of(dimension: Dimension, scope: Scope, top: int) -> Iterator[Bilingual]:
    """Yield what a dimension says, the most quotable first."""
    first = min(top, len(dimension.with_some))
    if dimension.id == "countries":
        yield _countries(dimension, scope, first)
    elif dimension.id == "themes":
        yield _themes(dimension, scope)
    else:
        yield _held_by_top(dimension, scope, first)
        yield _unevenness(dimension, scope)
    if dimension.id == "states" and len(dimension.with_some) < len(dimension.holders):
        yield _without(dimension, scope)


def named(holders: Sequence[Holder]) -> Bilingual:
    """Return names as a list in a sentence; of a long one the first, and how many more."""
    return Bilingual(
        es=some([holder.label.es for holder in holders], "es", _NAMED),
        en=some([holder.label.en for holder in holders], "en", _NAMED),
    )


def _held_by_top(dimension: Dimension, scope: Scope, first: int) -> Bilingual:
    held, of = dimension.held_by_top(first), len(dimension.of)
    counts = f"{number(first)}", number(len(dimension.holders)), number(held), number(of)
    noun, share, amounts = scope.noun(of), percent(held / of), _amounts(dimension, first)
    names = named(dimension.holders[:first])
    inside_es, inside_en = (
        (", con sus municipios,", ", with their municipalities,")
        if dimension.id == "states"
        else ("", "")
    )
    return Bilingual(
        es=f"{counts[0]} de {counts[1]} {dimension.many.es}{inside_es} "
        f"{'reúne' if first == 1 else 'reúnen'} {counts[2]} de {counts[3]} {noun.es} ({share})"
        f"{amounts.es}: {names.es}.",
        en=f"{counts[0]} of {counts[1]} {dimension.many.en}{inside_en} "
        f"{'holds' if first == 1 else 'hold'} {counts[2]} of {counts[3]} {noun.en} ({share})"
        f"{amounts.en}: {names.en}.",
    )


def _amounts(dimension: Dimension, first: int) -> Bilingual:
    """Return the territory and the population of the first ones, as far as they are known."""
    es, en = [], []
    if (territory := dimension.share_of_territory(first)) is not None:
        es.append(f"en {percent(territory)} del territorio")
        en.append(f"on {percent(territory)} of the territory")
    if (population := dimension.share_of_population(first)) is not None:
        es.append(f"con {percent(population)} de la población")
        en.append(f"with {percent(population)} of the population")
    return Bilingual(
        es=f", {' y '.join(es)}" if es else "", en=f", {' and '.join(en)}" if en else ""
    )


def _unevenness(dimension: Dimension, scope: Scope) -> Bilingual:
    units, having = len(dimension.holders), len(dimension.with_some)
    over_all, over_some = _index(dimension.counts), _index(dimension.counts[:having])
    together = _together(dimension, scope)
    # Said once: municipalities come after states.
    scale = Bilingual(es="", en="") if dimension.id == "municipalities" else _SCALE
    es, en = (
        f"{over_all} sobre {counted(units, dimension.one.es, dimension.many.es)}",
        f"{over_all} over {counted(units, dimension.one.en, dimension.many.en)}",
    )
    if having < units:
        es += f", {over_some} sobre {number(having)} con alguno"
        en += f", {over_some} over the {number(having)} with any"
    return Bilingual(
        es=f"{together.es} Índice de Gini: {es}{scale.es}.",
        en=f"{together.en} Gini index: {en}{scale.en}.",
    )


def _index(counts: Sequence[int]) -> str:
    """Return the Gini index of holders of whom at least one has something."""
    return number(gini(counts) or 0.0, 2)


def _together(dimension: Dimension, scope: Scope) -> Bilingual:
    """Return how many hold half, or, where all of them do not, what they hold together."""
    noun = scope.noun()
    half = dimension.half
    if half is not None:
        return Bilingual(
            es=f"{counted(half, dimension.one.es, dimension.many.es)} "
            f"{'reúne' if half == 1 else 'reúnen'} la mitad de los {noun.es}.",
            en=f"{counted(half, dimension.one.en, dimension.many.en)} "
            f"{'holds' if half == 1 else 'hold'} half of the {noun.en}.",
        )
    having, held, of = len(dimension.with_some), dimension.held[-1], len(dimension.of)
    share = percent(held / of)
    return Bilingual(
        es=f"En conjunto, {counted(having, dimension.one.es, dimension.many.es)} "
        f"{'tiene' if having == 1 else 'tienen'} {number(held)} de {number(of)} {noun.es} "
        f"({share}).",
        en=f"Together, {counted(having, dimension.one.en, dimension.many.en)} "
        f"{'has' if having == 1 else 'have'} {number(held)} of {number(of)} {noun.en} ({share}).",
    )


def _without(dimension: Dimension, scope: Scope) -> Bilingual:
    without = [holder for holder in dimension.holders if not holder.agreements]
    names, noun = named(without), scope.noun()
    return Bilingual(
        es=f"{counted(len(without), dimension.one.es, dimension.many.es)} no "
        f"{'tiene' if len(without) == 1 else 'tienen'} {noun.es}, ni de su gobierno ni de sus "
        f"municipios: {names.es}.",
        en=f"{counted(len(without), dimension.one.en, dimension.many.en)} "
        f"{'has' if len(without) == 1 else 'have'} no {noun.en}, neither of the government nor "
        f"of a municipality: {names.en}.",
    )


def _countries(dimension: Dimension, scope: Scope, first: int) -> Bilingual:
    leader, of = dimension.holders[0], len(dimension.of)
    noun, count = scope.noun(of), len(leader.agreements)
    one, name_en = f"({percent(count / of)})", in_a_sentence(leader.name.en)
    es = (
        f"{leader.name.es} está en {number(count)} de {number(of)} {noun.es} {one}"
        if scope.country is None
        else f"La contraparte está en {leader.name.es} en {number(count)} de {number(of)} "
        f"{noun.es} {one}"
    )
    en = (
        f"{name_en[:1].upper()}{name_en[1:]} is in {number(count)} of {number(of)} {noun.en} {one}"
        if scope.country is None
        else f"The counterpart is in {name_en} in {number(count)} of {number(of)} {noun.en} {one}"
    )
    if first > 1:
        share = percent(dimension.held_by_top(first) / of)
        others = named(dimension.holders[1:first])
        es += f"; los {first} países con más reúnen {share}: además, {others.es}"
        en += f"; the {first} countries with most hold {share}: besides it, {others.en}"
    return Bilingual(es=f"{es}.", en=f"{en}.")


def _themes(dimension: Dimension, scope: Scope) -> Bilingual:
    first = dimension.with_some[:3]
    of = number(len(dimension.of))
    noun = scope.noun(len(dimension.of))

    def with_shares(lang: Lang) -> str:
        return listing(
            [
                f"{holder.name[lang]} ({percent(len(holder.agreements) / len(dimension.of))})"
                for holder in first
            ],
            lang,
        )

    lead_es, lead_en = (
        ("Los temas más frecuentes son", "The most frequent themes are")
        if len(first) > 1
        else ("El tema más frecuente es", "The most frequent theme is")
    )
    return Bilingual(
        es=f"{lead_es} {with_shares('es')}, de {of} {noun.es} con tema conocido.",
        en=f"{lead_en} {with_shares('en')}, of {of} {noun.en} with a known theme.",
    )
