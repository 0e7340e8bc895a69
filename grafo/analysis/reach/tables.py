"""Tables of the representations and of what they have in reach."""

from __future__ import annotations

from collections import Counter
from typing import Any

from grafo.analysis.reach.coverage import Coverage
from grafo.analysis.reach.openings import Openings, people_in
from grafo.analysis.reach.posts import post_name
from grafo.analysis.reach.told import quartiles_of, reach_words
from grafo.analysis.result import Table
from grafo.analysis.scope import country_words
from grafo.analysis.snapshot import Representation
from grafo.analysis.telling import cut_short, or_more
from grafo.model import Bilingual

AGREEMENTS = Bilingual(es="acuerdos", en="agreements")
NAME = {
    "name_es": Bilingual(es="nombre", en="name in Spanish"),
    "name_en": Bilingual(es="nombre en inglés", en="name"),
}
COUNTRY = {
    "country_es": Bilingual(es="país", en="country in Spanish"),
    "country_en": Bilingual(es="país, en inglés", en="country"),
}
_ID = Bilingual(es="clave", en="id")


def summary_table(coverage: Coverage) -> Table:
    """One row: how many agreements, how many of them in reach, how far they are."""
    located = len(coverage.located)
    covered = len(coverage.covered) if coverage.distance else None
    quartiles = quartiles_of(coverage)
    first, median, third = quartiles or (None, None, None)
    longest = max(coverage.distance.values(), default=None)
    return Table(
        "summary",
        Bilingual(es="Acuerdos y representaciones", en="Agreements and representations"),
        {
            "agreements": AGREEMENTS,
            "located": Bilingual(es="que se pueden ubicar", en="that can be located"),
            "within": Bilingual(es="con representación cerca", en="with a representation near"),
            "share_within": Bilingual(es="parte", en="share"),
            "q1_km": Bilingual(es="primer cuartil, km", en="first quartile, km"),
            "median_km": Bilingual(es="mediana, km", en="median, km"),
            "q3_km": Bilingual(es="tercer cuartil, km", en="third quartile, km"),
            "max_km": Bilingual(es="máximo, km", en="maximum, km"),
        },
        [
            (
                len(coverage.agreements),
                located,
                covered,
                None if covered is None else round(covered / located, 6),
                *(None if km is None else round(km, 1) for km in (first, median, third, longest)),
            )
        ],
        Bilingual(
            es="Los acuerdos que se pueden ubicar; cerca es "
            f"{reach_words(coverage).es} de una representación en funciones.",
            en="The agreements that can be located; near is "
            f"{reach_words(coverage).en} of an active representation.",
        ),
    )


def representations_table(coverage: Coverage, top: int) -> Table:
    """The representations, those that most governments at home could turn to first."""
    rows = [
        (
            *_identity(coverage, served.post),
            served.in_country,
            served.in_country_within,
            served.within,
            served.nearest,
            served.home_governments,
        )
        for served in coverage.served[:top]
    ]
    sender = coverage.sender
    return cut_short(
        Table(
            "representations",
            Bilingual(
                es="Representaciones, por los gobiernos que podrían acudir a ellas",
                en="Representations, by the governments that could turn to them",
            ),
            {
                **_IDENTITY,
                "in_country": Bilingual(es="acuerdos en su país", en="agreements in its country"),
                "in_country_within": Bilingual(es="de ellos, cerca", en="of them, near"),
                "within": Bilingual(es="cerca, en cualquier país", en="near, in any country"),
                "nearest": Bilingual(es="acuerdos de que es la más cercana", en="nearest to"),
                "home_governments": Bilingual(
                    es=f"gobiernos de {sender.es} que los firmaron",
                    en="governments that signed those",
                ),
            },
            rows,
        ),
        len(coverage.served),
    )


def types_table(coverage: Coverage) -> Table:
    """The types of representation: how many, and what they have in reach."""
    closed = Counter(post.type for post in coverage.posts.closed)
    unknown = Counter(post.type for post in coverage.posts.unknown)
    served: dict[str, list[Any]] = {}
    for each in coverage.served:
        served.setdefault(each.post.type, []).append(each)
    missions = Counter(post.type for post in coverage.posts.missions)
    located = len(coverage.located)
    rows = []
    for type_ in sorted({*closed, *unknown, *served, *missions}):
        mine = served.get(type_, [])
        near = coverage.covered_by([each.post for each in mine])
        rows.append(
            (
                type_,
                len(mine) + missions[type_],
                closed[type_],
                unknown[type_],
                len(near) if mine else None,
                round(len(near) / located, 6) if mine and located else None,
                sum(each.nearest or 0 for each in mine) if mine else None,
                sum(each.within == 0 for each in mine) if mine else None,
            )
        )
    return Table(
        "types",
        Bilingual(es="Por tipo de representación", en="By type of representation"),
        {
            "type": Bilingual(es="tipo", en="type"),
            "active": Bilingual(es="en funciones", en="active"),
            "closed": Bilingual(es="cerradas", en="closed"),
            "unknown": Bilingual(es="por confirmar", en="to be confirmed"),
            "within": Bilingual(es="acuerdos cerca", en="agreements near"),
            "share_within": Bilingual(es="de los que se ubican", en="of those located"),
            "nearest": Bilingual(es="acuerdos de que son las más cercanas", en="nearest to"),
            "idle": Bilingual(es="sin acuerdos cerca", en="with no agreement near"),
        },
        sorted(rows, key=lambda row: (-row[1], row[0])),
    )


def openings_table(coverage: Coverage, openings: Openings, top: int) -> Table:
    """Representations with no agreement near, those with most people in large cities first."""
    rows = [
        (
            *_identity(coverage, opening.post),
            len(opening.near),
            people_in(opening.near) or None,
            ", ".join(city.name for city in opening.near[:3]) or None,
            len(opening.in_country),
        )
        for opening in openings.posts[:top]
    ]
    size = openings.min_population
    return cut_short(
        Table(
            "openings",
            Bilingual(
                es=f"Representaciones sin acuerdos {reach_words(coverage).es}, y ciudades de "
                f"{or_more(size, 'es')} que tampoco tienen",
                en=f"Representations with no agreement {reach_words(coverage).en}, and cities of "
                f"{or_more(size, 'en')} that have none either",
            ),
            {
                **_IDENTITY,
                "cities_near": Bilingual(es="ciudades cerca", en="cities near"),
                "population_near": Bilingual(es="sus habitantes", en="their inhabitants"),
                "largest_near": Bilingual(es="las mayores", en="the largest"),
                "cities_in_country": Bilingual(
                    es="ciudades en el país", en="cities in the country"
                ),
            },
            rows,
        ),
        len(openings.posts),
    )


def missions_table(coverage: Coverage) -> Table:
    """Permanent missions, which are there for organisations and not for places."""
    return Table(
        "missions",
        Bilingual(
            es="Misiones ante organismos: no se espera que atiendan a ciudades",
            en="Missions to organisations: they are not expected to serve cities",
        ),
        {**_IDENTITY, "city": Bilingual(es="sede", en="seat")},
        [(*_identity(coverage, post), post.city) for post in coverage.posts.missions],
    )


_IDENTITY = {
    "id": _ID,
    "type": Bilingual(es="tipo", en="type"),
    **NAME,
    **COUNTRY,
}


def _identity(coverage: Coverage, post: Representation) -> tuple[Any, ...]:
    name, country = post_name(post), country_words(coverage.snapshot, post.country or "—")
    return post.id, post.type, name.es, name.en, country.es, country.en
