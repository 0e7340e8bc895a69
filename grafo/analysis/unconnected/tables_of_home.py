"""Tables of what is missing at home."""

from __future__ import annotations

from collections import defaultdict

from grafo.analysis.result import Table
from grafo.analysis.snapshot import Government
from grafo.analysis.telling import cut_short, or_more
from grafo.analysis.unconnected.gaps import Gaps
from grafo.analysis.wording import government_name
from grafo.model import Bilingual

NAME = {
    "name_es": Bilingual(es="nombre", en="name in Spanish"),
    "name_en": Bilingual(es="nombre en inglés", en="name"),
}
_POPULATION = Bilingual(es="habitantes", en="inhabitants")

_TERRITORIES = {
    "id": Bilingual(es="clave", en="id"),
    **NAME,
    "population": _POPULATION,
    "area_km2": Bilingual(es="km²", en="km²"),
    "agreements": Bilingual(es="acuerdos", en="agreements"),
    "own": Bilingual(es="de su gobierno", en="of its government"),
    "local": Bilingual(es="de gobiernos locales", en="of local governments"),
    "per_million": Bilingual(es="por millón de habitantes", en="per million inhabitants"),
    "per_10000_km2": Bilingual(es="por 10,000 km²", en="per 10,000 km²"),
    "expected": Bilingual(es="esperados por población", en="expected by population"),
    "ratio": Bilingual(es="entre esperados", en="over expected"),
}
_MUNICIPALITIES = {
    "id": Bilingual(es="clave", en="id"),
    **NAME,
    "division_es": Bilingual(es="entidad", en="division in Spanish"),
    "division_en": Bilingual(es="entidad, en inglés", en="division"),
    "population": _POPULATION,
    "share_population": Bilingual(es="de la población del país", en="of the country's population"),
    "division_agreements": Bilingual(es="acuerdos en la entidad", en="agreements in the division"),
}


def territories_table(gaps: Gaps) -> Table:
    """All divisions, those with least of what their population would suggest first."""
    ordered = sorted(
        gaps.territories,
        key=lambda t: (
            t.ratio is None,
            t.ratio or 0.0,
            -(t.government.population or 0),
            t.government.id,
        ),
    )
    return Table(
        "territories",
        Bilingual(
            es="Acuerdos por entidad, contra su población y superficie",
            en="Agreements by division, against population and area",
        ),
        _TERRITORIES,
        [
            (
                each.government.id,
                government_name(each.government, "es"),
                government_name(each.government, "en"),
                each.government.population,
                each.government.area_km2,
                each.agreements,
                each.own,
                each.local,
                _rounded(each.per_million, 2),
                _rounded(each.per_10000_km2, 2),
                _rounded(each.expected, 1),
                _rounded(each.ratio, 2),
            )
            for each in ordered
        ],
    )


def municipalities_table(gaps: Gaps, top: int) -> Table:
    """Large local governments without an agreement, the most populous first."""
    signed = {territory.government.id: territory.agreements for territory in gaps.territories}
    rows = []
    for government in gaps.large_without[:top]:
        division = gaps.home.division(government)
        rows.append(
            (
                government.id,
                government_name(government, "es"),
                government_name(government, "en"),
                government_name(division, "es") if division else None,
                government_name(division, "en") if division else None,
                government.population,
                _share(government.population, gaps.home.population),
                signed.get(division.id) if division else None,
            )
        )
    size = gaps.min_population
    return cut_short(
        Table(
            "municipalities",
            Bilingual(
                es=f"Gobiernos locales de {or_more(size, 'es')} sin acuerdos",
                en=f"Local governments of {or_more(size, 'en')} without agreements",
            ),
            _MUNICIPALITIES,
            rows,
        ),
        len(gaps.large_without),
    )


def levels_table(gaps: Gaps) -> Table:
    """Governments of the country with and without agreements, by level."""
    levels: dict[str, list[Government]] = defaultdict(list)
    for government in gaps.home.governments:
        levels[government.level].append(government)
    rows = []
    for level, inside in sorted(levels.items(), key=lambda item: (-len(item[1]), item[0])):
        without = gaps.home.without(inside)
        people = sum(government.population or 0 for government in without)
        everyone = sum(government.population or 0 for government in inside)
        rows.append(
            (
                level,
                len(inside),
                len(without),
                _share(len(without), len(inside)),
                people if everyone else None,
                _share(people, everyone),
            )
        )
    return Table(
        "levels",
        Bilingual(
            es=f"Gobiernos de {gaps.country.es} sin acuerdos, por orden",
            en=f"Governments without agreements by level: {gaps.country.en}",
        ),
        {
            "level": Bilingual(es="orden", en="level"),
            "governments": Bilingual(es="en el grafo", en="in the graph"),
            "without": Bilingual(es="sin acuerdos", en="without agreements"),
            "share_without": Bilingual(es="sin acuerdos, parte", en="without agreements, share"),
            "population_without": Bilingual(es="sus habitantes", en="their inhabitants"),
            "share_population": Bilingual(
                es="de los habitantes del orden", en="of the level's inhabitants"
            ),
        },
        rows,
    )


def _share(part: int | None, whole: int | None) -> float | None:
    return round(part / whole, 6) if part is not None and whole else None


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)
