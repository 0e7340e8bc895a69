"""The tables of hubs: who they are and why, and what was measured of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from grafo.analysis.levels import country_names
from grafo.analysis.prominence.reasons import Ground, why
from grafo.analysis.prominence.standing import MEASURES, Standing
from grafo.analysis.prominence.wording import units_noun
from grafo.analysis.result import Table
from grafo.analysis.wording import number
from grafo.model import Bilingual

HEADINGS = {
    "partners": Bilingual(es="contrapartes", en="counterparts"),
    "agreements": Bilingual(es="acuerdos", en="agreements"),
    "pagerank": Bilingual(es="PageRank", en="PageRank"),
    "betweenness": Bilingual(es="intermediación", en="betweenness"),
    "closeness": Bilingual(es="cercanía", en="closeness"),
    "core": Bilingual(es="núcleo", en="core"),
}
_NAMES = {
    "id": Bilingual(es="clave", en="id"),
    "name_es": Bilingual(es="nombre", en="name in Spanish"),
    "name_en": Bilingual(es="nombre en inglés", en="name"),
}


def hubs_table(shown: Sequence[Standing], by: str, ground: Ground) -> Table:
    """Return who the hubs are and why, in rank order."""
    columns = {
        "rank": Bilingual(es="lugar", en="rank"),
        **_NAMES,
        "level": Bilingual(es="orden", en="level"),
        "country": Bilingual(es="país", en="country"),
        "country_es": Bilingual(es="país", en="country in Spanish"),
        "country_en": Bilingual(es="país en inglés", en="country"),
        "partners": HEADINGS["partners"],
        "countries": Bilingual(es="países", en="countries"),
        "agreements": HEADINGS["agreements"],
        "why_es": Bilingual(es="por qué", en="why, in Spanish"),
        "why_en": Bilingual(es="por qué, en inglés", en="why"),
    }
    rows = [_hub(each, by, ground) for each in shown]
    if ground.level == "country":  # there a unit is its country
        columns, rows = _without(
            {"level", "country", "country_es", "country_en", "countries"}, columns, rows
        )
    noun = units_noun(ground.level, ground.units)
    return Table(
        "hubs",
        Bilingual(es="Concentradores", en="Hubs"),
        columns,
        rows,
        Bilingual(
            es=f"{number(ground.units)} {noun.es} con contrapartes",
            en=f"{number(ground.units)} {noun.en} with counterparts",
        ),
    )


def measures_table(shown: Sequence[Standing]) -> Table:
    """Return each measure of those shown, and their rank in it in the whole network."""
    ranks = {
        f"rank_{name}": Bilingual(es=f"lugar en {heading.es}", en=f"rank in {heading.en}")
        for name, heading in HEADINGS.items()
    }
    return Table(
        "measures",
        Bilingual(es="Medidas y lugar en cada una", en="Measures, and the rank in each"),
        {**_NAMES, **HEADINGS, **ranks},
        [
            (
                each.unit.id,
                each.label.es,
                each.label.en,
                *(each.values[name] for name in MEASURES),
                *(each.ranks[name] for name in MEASURES),
            )
            for each in shown
        ],
    )


def _hub(each: Standing, by: str, ground: Ground) -> tuple[Any, ...]:
    reasons = why(each, ground)
    country = country_names(ground.snapshot, each.unit.country)
    return (
        each.ranks[by],
        each.unit.id,
        each.label.es,
        each.label.en,
        each.unit.level,
        each.unit.country,
        country.es,
        country.en,
        each.partners,
        len(each.countries),
        each.agreements,
        reasons.es,
        reasons.en,
    )


def _without(
    names: set[str], columns: dict[str, Bilingual], rows: list[tuple[Any, ...]]
) -> tuple[dict[str, Bilingual], list[tuple[Any, ...]]]:
    kept = [place for place, name in enumerate(columns) if name not in names]
    return (
        {name: heading for name, heading in columns.items() if name not in names},
        [tuple(row[place] for place in kept) for row in rows],
    )
