"""How to read the tables of hubs: what counts as one, what each measure means."""

from __future__ import annotations

from collections.abc import Iterator

from grafo.analysis.levels import Network
from grafo.analysis.wording import counted, number
from grafo.model import Bilingual

_LEVELS = {
    "state": Bilingual(
        es="Un gobierno del que se sabe a cuál pertenece cuenta como ése: los municipios, como "
        "su estado. Los demás, como los del extranjero, cuentan por sí mismos.",
        en="A government known to be part of another counts as that one: municipalities as their "
        "state. All others, such as those abroad, count by themselves.",
    ),
    "country": Bilingual(
        es="Cada gobierno cuenta como su país.", en="Each government counts as its country."
    ),
}
_MEASURES = (
    Bilingual(
        es="Contrapartes: con cuántos distintos tiene acuerdos. Acuerdos: cada uno cuenta una "
        "vez, aunque ligue a varios; los retirados no cuentan.",
        en="Counterparts: how many different ones it has agreements with. Agreements: each counts "
        "once, even if it links several; withdrawn ones do not count.",
    ),
    Bilingual(
        es="PageRank (con peso por acuerdos, amortiguación 0.85): qué parte de un recorrido al "
        "azar pasa ahí; suma 1. Intermediación: qué parte de los caminos más cortos entre otros "
        "dos pasa por ahí. Cercanía armónica: media del inverso de la distancia a los demás. "
        "Núcleo: el mayor k tal que pertenece a un grupo donde todos tienen al menos k "
        "contrapartes dentro del grupo. Empates comparten el mejor lugar.",
        en="PageRank (weighted by agreements, damping 0.85): share of a random walk spent there; "
        "adds up to 1. Betweenness: share of the shortest paths between two others that pass "
        "through it. Harmonic closeness: mean of the inverse distance to all others. Core: the "
        "largest k such that it belongs to a group where everyone has at least k counterparts "
        "within the group. Ties share the better rank.",
    ),
    Bilingual(
        es="Por qué: «es la única contraparte» y «muy conectadas», desde la mitad de sus "
        "contrapartes y tres; «une partes que no se tocan», desde tres que quedarían aparte sin "
        "él; «acerca partes lejanas», si está en la décima parte superior por intermediación y "
        "ahí su lugar es al menos tres veces mejor que por contrapartes; «repite» o «suma», desde "
        "1.5 acuerdos por contraparte; «núcleo», el de mayor k, desde 3.",
        en="Why: “the only counterpart” and “well connected”, from half of its counterparts and "
        "three on; “ties parts that do not touch”, from three that would be apart without it; "
        "“brings distant parts close”, if it is in the top tenth by betweenness and its rank "
        "there is at least three times better than by counterparts; “signs again” or “in all”, "
        "from 1.5 agreements per counterpart; “core”, that of the largest k, from 3.",
    ),
)


def notes_of(
    network: Network, samples: int | None, seed: int, engine: Bilingual
) -> Iterator[Bilingual]:
    """Yield what is to be known, what matters most first."""
    if network.level in _LEVELS:
        yield _LEVELS[network.level]
    if network.within:
        yield Bilingual(
            es=f"No cuentan {counted(network.within, 'acuerdo', 'acuerdos')} entre gobiernos que "
            "aquí son uno mismo.",
            en=f"{counted(network.within, 'agreement', 'agreements')} between governments that "
            "are one and the same here do not count.",
        )
    if network.unplaced:
        yield Bilingual(
            es=f"Quedan fuera {counted(network.unplaced, 'gobierno', 'gobiernos')} de país "
            "desconocido.",
            en=f"{counted(network.unplaced, 'government', 'governments')} of unknown country "
            "are left out.",
        )
    if samples is not None:
        of = number(len(network.units))
        yield Bilingual(
            es="La intermediación y la cercanía son estimaciones desde "
            f"{number(samples)} de {of} nodos (semilla {seed}); --exact las calcula todas.",
            en=f"Betweenness and closeness are estimates from {number(samples)} of {of} nodes "
            f"(seed {seed}); --exact computes them in full.",
        )
    yield from _MEASURES
    yield Bilingual(es=f"Medidas: {engine.es}.", en=f"Measures: {engine.en}.")
