"""Coverage: agreements against the representations abroad, by country and by distance."""

from __future__ import annotations

from collections.abc import Iterator

from grafo.analysis.abroad import chosen_country
from grafo.analysis.reach.cities import SMALLEST
from grafo.analysis.reach.coverage import Coverage, find_coverage
from grafo.analysis.reach.openings import find_openings
from grafo.analysis.reach.tables import (
    missions_table,
    openings_table,
    representations_table,
    summary_table,
    types_table,
)
from grafo.analysis.reach.tables_of_places import (
    countries_table,
    far_table,
    unlocated_table,
    unrepresented_table,
    unused_table,
)
from grafo.analysis.reach.told import findings_of
from grafo.analysis.registry import analysis
from grafo.analysis.result import Result
from grafo.analysis.snapshot import Snapshot
from grafo.analysis.telling import in_a_sentence
from grafo.analysis.wording import counted, number
from grafo.model import Bilingual
from grafo.questions.header import Parameter

TITLE = Bilingual(
    es="Acuerdos y representaciones en el exterior", en="Agreements and representations abroad"
)
_EMPTY = Bilingual(
    es="El grafo no tiene gobiernos ni representaciones: cargue un registro con `grafo load`.",
    en="The graph has neither governments nor representations: load a register with `grafo load`.",
)
_HALF_ROUND = 20_037  # half the circumference of the Earth: no two places are farther apart


@analysis(
    "coverage",
    TITLE,
    params={
        "km": Parameter(
            type="float",
            default=300.0,
            min=1,
            max=_HALF_ROUND,
            about=Bilingual(
                es="hasta dónde alcanza una representación, en km de círculo máximo",
                en="how far a representation reaches, in km by great circle",
            ),
        ),
        "sender": Parameter(
            type="text",
            default="",
            about=Bilingual(
                es="país que envía, por nombre o código ISO; vacío, el del registro",
                en="sending country, by name or ISO code; empty for the register's own",
            ),
        ),
        "min_population": Parameter(
            type="integer",
            default=1_000_000,
            min=SMALLEST,
            max=100_000_000,
            about=Bilingual(
                es="habitantes desde los que una ciudad sin acuerdos cuenta como oportunidad",
                en="inhabitants from which a city without agreements counts as an opening",
            ),
        ),
        "top": Parameter(
            type="integer",
            default=20,
            min=1,
            max=10_000,
            about=Bilingual(es="renglones por tabla", en="rows in a table"),
        ),
    },
)
def coverage(
    snapshot: Snapshot,
    km: float = 300.0,
    sender: str = "",
    min_population: int = 1_000_000,
    top: int = 20,
) -> Result:
    """Return which agreements have a representation near, and which representations have none.

    Raises:
        UsageError: no country is known by that name or code.
    """
    home = chosen_country(snapshot, sender)
    if home is None:
        return Result("coverage", TITLE, [_EMPTY])
    found = find_coverage(snapshot, home, km)
    openings = find_openings(found, min_population)
    return Result(
        "coverage",
        TITLE,
        [*_lacking(found), *findings_of(found, openings)],
        [
            summary_table(found),
            representations_table(found, top),
            types_table(found),
            countries_table(found, top),
            openings_table(found, openings, top),
            unused_table(openings, top),
            unrepresented_table(found, top),
            far_table(found, top),
            unlocated_table(found, top),
            missions_table(found),
        ],
        list(_notes(found)),
    )


def _lacking(coverage: Coverage) -> Iterator[Bilingual]:
    """Say first what is missing altogether."""
    name_es, name_en = coverage.sender.es, in_a_sentence(coverage.sender.en)
    if not coverage.posts.serving:
        yield Bilingual(
            es=f"El grafo no tiene representaciones en funciones de {name_es}: cárguelas con "
            "`grafo load`, y se podrá decir qué acuerdos tienen cerca.",
            en=f"The graph has no active representations of {name_en}: load them with "
            "`grafo load` to learn which agreements they have near.",
        )
    if not coverage.agreements:
        yield Bilingual(
            es=f"Los gobiernos de {name_es} no tienen en el grafo ningún acuerdo con el exterior.",
            en=f"The governments of {name_en} have no agreement abroad in the graph.",
        )
    elif not coverage.distance and coverage.posts.serving:
        yield Bilingual(
            es="Ninguna distancia se puede decir: faltan las coordenadas de las contrapartes o de "
            "las representaciones.",
            en="No distance can be told: the counterparts or the representations have no "
            "coordinates.",
        )


def _notes(coverage: Coverage) -> Iterator[Bilingual]:
    posts = coverage.posts
    yield Bilingual(
        es="Las distancias son en línea de círculo máximo entre ciudades, y no conocen fronteras "
        "ni circunscripciones. De un acuerdo con varias contrapartes vale la más cercana.",
        en="Distances are by great circle between cities, and know neither borders nor consular "
        "districts. Of an agreement with several counterparts the nearest counts.",
    )
    apart = [
        (posts.closed, "cerradas", "closed"),
        (posts.unknown, "por confirmar", "to be confirmed"),
        (posts.missions, "misiones ante organismos", "missions to organisations"),
    ]
    if any(found for found, _, _ in apart):
        es = ", ".join(f"{number(len(found))} {words}" for found, words, _ in apart if found)
        en = ", ".join(f"{number(len(found))} {words}" for found, _, words in apart if found)
        yield Bilingual(
            es=f"Representaciones que no se cuentan: {es}.",
            en=f"Representations that are not counted: {en}.",
        )
    yield from _not_located(coverage)
    if posts.serving:
        yield Bilingual(
            es="Las ciudades grandes sin acuerdo son las de GeoNames; la que está a menos de 20 km "
            "de otra mayor de su país cuenta como parte de ella.",
            en="Large cities without an agreement are those of GeoNames; one less than 20 km from "
            "a larger one of its country counts as part of it.",
        )


def _not_located(coverage: Coverage) -> Iterator[Bilingual]:
    """Say what has no coordinates, and so no distance."""
    posts, lost = coverage.posts, len(coverage.agreements) - len(coverage.located)
    if coverage.unlocated or posts.unlocated:
        places = counted(len(coverage.unlocated), "contraparte", "contrapartes")
        yield Bilingual(
            es=f"No se pueden ubicar {places} ("
            f"{counted(lost, 'acuerdo', 'acuerdos')} sin ninguna otra) ni "
            f"{counted(len(posts.unlocated), 'representación', 'representaciones')}; cuentan por "
            "país, no por distancia.",
            en=f"{counted(len(coverage.unlocated), 'counterpart', 'counterparts')} "
            f"({counted(lost, 'agreement', 'agreements')} with no other) and "
            f"{counted(len(posts.unlocated), 'representation', 'representations')} cannot be "
            "located; they count by country, not by distance.",
        )
