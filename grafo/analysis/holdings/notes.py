"""How to read measures of concentration, and what they cannot say of this graph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grafo.analysis.holdings.dimension import Dimension
from grafo.analysis.holdings.dimensions import UNKNOWN
from grafo.analysis.holdings.wording import named
from grafo.analysis.scope import Scope, country_said
from grafo.analysis.snapshot import Snapshot
from grafo.analysis.wording import Lang, listing, number
from grafo.model import Bilingual

_LANGUAGES: tuple[Lang, Lang] = ("es", "en")
_GINI = Bilingual(
    es="Gini, del número de acuerdos de cada uno: 0 si todos tienen los mismos, 1 si uno los "
    "tiene todos. «Todos» cuenta también a los que no tienen ninguno; «con alguno», sólo a los "
    "que tienen. La curva de Lorenz es la de todos.",
    en="Gini, of the number of agreements of each: 0 when all have as many, 1 when one has them "
    "all. “All” also counts those without any; “with any” only those that have some. The Lorenz "
    "curve is that of all.",
)
_HERFINDAHL = Bilingual(
    es="Herfindahl: suma de los cuadrados de las partes. Su inverso, «como si fueran», dice "
    "cuántas partes iguales darían la misma concentración.",
    en="Herfindahl: sum of the squares of the parts. Its inverse, “as if”, says how many equal "
    "parts would give the same concentration.",
)


def notes_of(
    found: Sequence[Dimension], snapshot: Snapshot, scope: Scope, top: int
) -> Iterator[Bilingual]:
    """Yield how to read the measures, then what the data cannot say."""
    by_id = {dimension.id: dimension for dimension in found}
    if "states" in by_id:
        yield from _on_states(by_id["states"], scope)
    elif scope.country is not None:
        yield _no_states(snapshot, scope.country)
    for dimension in found:
        yield from _ties(dimension, min(top, len(dimension.with_some)))
    yield from _on_completeness(found)
    yield from _on_countries(snapshot, scope)
    yield _GINI
    yield _HERFINDAHL


def _on_states(dimension: Dimension, scope: Scope) -> Iterator[Bilingual]:
    units = number(len(dimension.holders))
    yield Bilingual(
        es=f"Un acuerdo cuenta una vez por {dimension.one.es}, lo firme su gobierno o uno de sus "
        f"municipios. Territorio y población: del total de {units} {dimension.many.es} del grafo.",
        en=f"An agreement counts once a {dimension.one.en}, whether its government or one of its "
        f"municipalities signed it. Territory and population: of the total of {units} "
        f"{dimension.many.en} in the graph.",
    )
    nowhere = len(dimension.of) - dimension.held[-1]
    if nowhere:
        told, of, one = scope.counted(nowhere), number(len(dimension.of)), nowhere == 1
        yield Bilingual(
            es=f"{told.es} de {of} {'queda' if one else 'quedan'} fuera de {dimension.many.es}: el "
            "grafo no sabe en cuál está quien firmó.",
            en=f"{told.en} of {of} {'falls' if one else 'fall'} in none of the "
            f"{dimension.many.en}: the graph does not know in which one the signatory is.",
        )


def _no_states(snapshot: Snapshot, country: str) -> Bilingual:
    name = country_said(snapshot, country)
    return Bilingual(
        es=f"El grafo no sabe en qué estado o provincia está cada gobierno de {name.es}: se "
        "cuentan uno por uno, sin parte del territorio ni de la población.",
        en=f"The graph does not know in which state or province each government of {name.en} is: "
        "they are counted one by one, without shares of territory or population.",
    )


def _ties(dimension: Dimension, first: int) -> Iterator[Bilingual]:
    tied = dimension.tie_at(first)
    if tied:
        names, count = named(tied), number(len(tied[0].agreements))
        yield Bilingual(
            es=f"Empatan con {count} en el lugar {number(first)} de {dimension.many.es}: "
            f"{names.es}; va primero la clave menor.",
            en=f"Tied with {count} at place {number(first)} of the {dimension.many.en}: "
            f"{names.en}; the smaller id goes first.",
        )


def _on_completeness(found: Sequence[Dimension]) -> Iterator[Bilingual]:
    full = [
        dimension.many
        for dimension in found
        if dimension.id not in ("countries", "themes")
        and len(dimension.with_some) == len(dimension.holders)
    ]
    if full:
        es, en = (listing([many[lang] for many in full], lang) for lang in _LANGUAGES)
        yield Bilingual(
            es=f"El grafo sólo conoce {es} con acuerdos: no se puede decir cuánta desigualdad "
            "añadirían los que no tienen.",
            en=f"The graph only knows {en} with agreements: how much inequality those without "
            "any would add cannot be said.",
        )


def _on_countries(snapshot: Snapshot, scope: Scope) -> Iterator[Bilingual]:
    unknown = at_home = 0
    for agreement in scope.agreements:
        codes = {snapshot.governments[snapshot.index[p]].country for p, _ in agreement.parties}
        unknown += UNKNOWN in codes
        at_home += codes == {scope.country}
    if unknown:
        told = scope.counted(unknown)
        yield Bilingual(
            es=f"De {told.es} no se conoce el país de alguna parte, que no cuenta en ninguno.",
            en=f"Of {told.en} the country of some party is unknown; that party counts in none.",
        )
    if at_home:
        told, one = scope.counted(at_home), at_home == 1
        yield Bilingual(
            es=f"{told.es} sólo {'tiene' if one else 'tienen'} partes del mismo país: no "
            f"{'cuenta' if one else 'cuentan'} en ningún otro.",
            en=f"{told.en} only {'has' if one else 'have'} parties of the same country: "
            f"{'it counts' if one else 'they count'} in no other.",
        )
