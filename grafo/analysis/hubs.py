"""Hubs: who has the most counterparts, who ties the network together, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from grafo.analysis.engine import Engine, Local
from grafo.analysis.levels import LEVELS, network_at
from grafo.analysis.prominence import MEASURES, Standing, standings
from grafo.analysis.prominence.notes import notes_of
from grafo.analysis.prominence.reasons import ground_of
from grafo.analysis.prominence.tables import hubs_table, measures_table
from grafo.analysis.prominence.wording import findings_of, nothing_linked
from grafo.analysis.registry import analysis
from grafo.analysis.result import Result
from grafo.analysis.snapshot import Snapshot
from grafo.model import Bilingual
from grafo.questions.header import Parameter

TITLE = Bilingual(es="Concentradores de la red", en="Hubs of the network")
# Beyond this many units, measures of paths take minutes if every one is a source; a sample is then.
EXACT_UP_TO = 20_000
SAMPLES = 2000
# The name under which `--write` stores each measure on a government.
_PROPERTIES = {
    "partners": "degree",
    "pagerank": "pagerank",
    "betweenness": "betweenness",
    "closeness": "closeness",
    "core": "core",
}


@analysis(
    "hubs",
    TITLE,
    params={
        "level": Parameter(
            type="text",
            default="government",
            values=list(LEVELS),
            about=Bilingual(
                es="quién cuenta como uno: cada gobierno, cada estado con sus municipios, "
                "cada país",
                en="what counts as one: each government, each state with its municipalities, "
                "each country",
            ),
        ),
        "by": Parameter(
            type="text",
            default="partners",
            values=list(MEASURES),
            about=Bilingual(es="medida que ordena", en="measure that ranks"),
        ),
        "country": Parameter(
            type="country",
            default="",
            about=Bilingual(
                es="mostrar sólo los de este país (nombre o código ISO); se miden en toda la red",
                en="show only those of this country (name or ISO code); they are measured in "
                "the whole network",
            ),
        ),
        "top": Parameter(
            type="integer",
            default=20,
            min=1,
            max=1000,
            about=Bilingual(es="cuántos mostrar", en="how many to show"),
        ),
        "exact": Parameter(
            type="boolean",
            default=False,
            about=Bilingual(
                es=f"medidas exactas también con más de {EXACT_UP_TO:,} nodos (tarda minutos)",
                en=f"exact measures also beyond {EXACT_UP_TO:,} nodes (takes minutes)",
            ),
        ),
        "seed": Parameter(
            type="integer",
            default=1,
            min=0,
            max=2**31 - 1,
            about=Bilingual(es="semilla del muestreo", en="seed of the sampling"),
        ),
    },
)
def hubs(
    snapshot: Snapshot,
    level: str = "government",
    by: str = "partners",
    country: str = "",
    top: int = 20,
    exact: bool = False,
    seed: int = 1,
    *,
    compute: Engine | None = None,
) -> Result:
    """Return who the hubs are and why, measured on the whole network at a level.

    `country` is an ISO code, empty for all; `compute` is where it is computed, here if None.

    Raises:
        StoreError: `compute` works on a server, and that failed.
    """
    compute = compute or Local()
    only = country or None
    network = network_at(snapshot, level)
    if not network.units:
        nothing = [nothing_linked(snapshot, level, None)]
        return Result("hubs", TITLE, nothing, measures=_measures(level, []))
    samples = SAMPLES if len(network.units) > EXACT_UP_TO and not exact else None
    found = standings(
        snapshot, network, compute.centralities(network.links, samples=samples, seed=seed)
    )
    shown = [each for each in found if only in (None, each.unit.country)]
    shown.sort(key=lambda each: (each.ranks[by], each.ranks["partners"], each.unit.id))
    ground = ground_of(snapshot, level, found)
    return Result(
        "hubs",
        TITLE,
        list(findings_of(snapshot, network, found, shown, by, only))
        if shown
        else [nothing_linked(snapshot, level, only)],
        [hubs_table(shown[:top], by, ground), measures_table(shown[:top])],
        list(notes_of(network, samples, seed, compute.name)),
        _measures(level, found),
    )


def _measures(level: str, found: Sequence[Standing]) -> dict[str, dict[str, Any]]:
    """Return what can be stored on governments: nothing of states and countries."""
    if level != "government":
        return {}
    return {
        prop: {each.unit.id: each.values[name] for each in found}
        for name, prop in _PROPERTIES.items()
    }
