"""Tables of the countries and counterparts that representations reach, or do not."""

from __future__ import annotations

from grafo.analysis.reach.coverage import Coverage
from grafo.analysis.reach.openings import Openings, people_in
from grafo.analysis.reach.posts import post_name
from grafo.analysis.reach.tables import AGREEMENTS, COUNTRY, NAME
from grafo.analysis.reach.told import distance
from grafo.analysis.result import Table
from grafo.analysis.scope import country_words
from grafo.analysis.snapshot import Representation
from grafo.analysis.telling import cut_short, or_more
from grafo.analysis.wording import Lang, government_name
from grafo.model import Bilingual

_ISO = Bilingual(es="código ISO", en="ISO code")
_COUNTERPARTS = Bilingual(es="contrapartes", en="counterparts")
_POSTS = Bilingual(es="representaciones", en="representations")


def countries_table(coverage: Coverage, top: int) -> Table:
    """Countries with agreements, those with most first."""
    found = [country for country in coverage.countries if country.agreements]
    measured = bool(coverage.distance)
    rows = [
        (
            country.id,
            country.name.es,
            country.name.en,
            country.agreements,
            country.counterparts,
            len(country.posts),
            country.located,
            country.within if measured else None,
            round(country.within / country.located, 6) if measured and country.located else None,
        )
        for country in found[:top]
    ]
    return cut_short(
        Table(
            "countries",
            Bilingual(
                es="Países con acuerdos, y cuántos tienen una representación a "
                f"{distance(coverage.km)} km o menos",
                en="Countries with agreements, and how many have a representation within "
                f"{distance(coverage.km)} km",
            ),
            {
                "id": _ISO,
                **NAME,
                "agreements": AGREEMENTS,
                "counterparts": _COUNTERPARTS,
                "representations": _POSTS,
                "located": Bilingual(es="se pueden ubicar", en="can be located"),
                "within": Bilingual(es="con representación cerca", en="with a representation near"),
                "share_within": Bilingual(es="de los que se ubican", en="of those located"),
            },
            rows,
        ),
        len(found),
    )


def unrepresented_table(coverage: Coverage, top: int) -> Table:
    """Countries with agreements and no representation, and the embassies accredited to them."""
    found = [c for c in coverage.countries if c.agreements and not c.posts]
    rows = [
        (
            country.id,
            country.name.es,
            country.name.en,
            country.agreements,
            country.counterparts,
            country.home_governments,
            _names(country.accredited, "es"),
            _names(country.accredited, "en"),
        )
        for country in found[:top]
    ]
    return cut_short(
        Table(
            "countries_without_representation",
            Bilingual(
                es="Países con acuerdos y sin representación",
                en="Countries with agreements and without a representation",
            ),
            {
                "id": _ISO,
                **NAME,
                "agreements": AGREEMENTS,
                "counterparts": _COUNTERPARTS,
                "home_governments": Bilingual(
                    es=f"gobiernos de {coverage.sender.es}", en="governments at home"
                ),
                "accredited_es": Bilingual(
                    es="acreditada ante él", en="accredited to it, in Spanish"
                ),
                "accredited_en": Bilingual(
                    es="acreditada ante él, en inglés", en="accredited to it"
                ),
            },
            rows,
        ),
        len(found),
    )


def unused_table(openings: Openings, top: int) -> Table:
    """Countries with a representation and no agreement, by the people in their large cities."""
    rows = [
        (
            unused.country.id,
            unused.country.name.es,
            unused.country.name.en,
            len(unused.country.posts),
            len(unused.cities),
            people_in(unused.cities) or None,
            ", ".join(city.name for city in unused.cities[:3]) or None,
        )
        for unused in openings.countries[:top]
    ]
    size = openings.min_population
    return cut_short(
        Table(
            "countries_without_agreements",
            Bilingual(
                es="Países con representación y sin acuerdos",
                en="Countries with a representation and without agreements",
            ),
            {
                "id": _ISO,
                **NAME,
                "representations": _POSTS,
                "cities": Bilingual(
                    es=f"ciudades de {or_more(size, 'es')}", en=f"cities of {or_more(size, 'en')}"
                ),
                "population": Bilingual(es="sus habitantes", en="their inhabitants"),
                "largest": Bilingual(es="las mayores", en="the largest"),
            },
            rows,
        ),
        len(openings.countries),
    )


def far_table(coverage: Coverage, top: int) -> Table:
    """Counterparts with no representation near, and the nearest of them."""
    rows = []
    for government, near in coverage.far[:top]:
        country, post = country_words(coverage.snapshot, government.country), post_name(near.post)
        rows.append(
            (
                government.id,
                government_name(government, "es"),
                government_name(government, "en"),
                country.es,
                country.en,
                len(coverage.with_counterparts([government])),
                len(coverage.home_of([government])),
                post.es,
                post.en,
                round(near.km, 1),
            )
        )
    return cut_short(
        Table(
            "far",
            Bilingual(
                es=f"Contrapartes a más de {distance(coverage.km)} km de toda representación",
                en=f"Counterparts farther than {distance(coverage.km)} km from any representation",
            ),
            {
                "id": Bilingual(es="clave", en="id"),
                **NAME,
                **COUNTRY,
                "agreements": AGREEMENTS,
                "home_governments": Bilingual(
                    es=f"gobiernos de {coverage.sender.es}", en="governments at home"
                ),
                "nearest_es": Bilingual(es="la más cercana", en="nearest, in Spanish"),
                "nearest_en": Bilingual(es="la más cercana, en inglés", en="nearest"),
                "km": Bilingual(es="km", en="km"),
            },
            rows,
        ),
        len(coverage.far),
    )


def unlocated_table(coverage: Coverage, top: int) -> Table:
    """Counterparts and representations without coordinates: no distance can be told of them."""
    posts = [
        (post.id, *_both(post_name(post)), *_country(coverage, post.country), None)
        for post in coverage.posts.unlocated
    ]
    governments = [
        (
            government.id,
            government_name(government, "es"),
            government_name(government, "en"),
            *_country(coverage, government.country),
            len(coverage.with_counterparts([government])),
        )
        for government in coverage.unlocated
    ]
    rows = [*posts, *governments]
    return cut_short(
        Table(
            "unlocated",
            Bilingual(
                es="Representaciones y contrapartes que no se pueden ubicar",
                en="Representations and counterparts that cannot be located",
            ),
            {
                "id": Bilingual(es="clave", en="id"),
                **NAME,
                **COUNTRY,
                "agreements": Bilingual(
                    es="acuerdos (contrapartes)", en="agreements (counterparts)"
                ),
            },
            rows[:top],
        ),
        len(rows),
    )


def _country(coverage: Coverage, code: str | None) -> tuple[str, str]:
    return _both(country_words(coverage.snapshot, code or "—"))


def _both(words: Bilingual) -> tuple[str, str]:
    return words.es, words.en


def _names(posts: tuple[Representation, ...], lang: Lang) -> str | None:
    return ", ".join(post_name(post)[lang] for post in posts) or None
