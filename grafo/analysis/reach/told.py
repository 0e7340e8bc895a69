"""The coverage in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from grafo.analysis.reach.coverage import Coverage
from grafo.analysis.reach.openings import Openings
from grafo.analysis.reach.posts import post_name, type_name
from grafo.analysis.scope import country_words
from grafo.analysis.snapshot import Representation
from grafo.analysis.telling import in_a_sentence, or_more, some
from grafo.analysis.wording import Lang, counted, government_name, number, percent
from grafo.model import Bilingual


def findings_of(coverage: Coverage, openings: Openings) -> Iterator[Bilingual]:
    """Yield what an official would quote, the most important first."""
    yield from _share(coverage)
    yield from _distances(coverage)
    yield from _types(coverage)
    yield from _busiest(coverage)
    yield from _alone(coverage)
    yield from _farthest_countries(coverage)
    yield from _idle(coverage, openings)
    yield from _countries_without_agreements(coverage, openings)
    yield from _countries_without_representation(coverage)


def reach_words(coverage: Coverage) -> Bilingual:
    """Return how far a representation reaches: “300 km o menos”."""
    km = distance(coverage.km)
    return Bilingual(es=f"a {km} km o menos", en=f"within {km} km")


def distance(km: float) -> str:
    """Return a number of kilometres, without decimals where it has none."""
    return number(km, 0 if km == int(km) else 1)


def _share(coverage: Coverage) -> Iterator[Bilingual]:
    """How many of the agreements have a representation in reach."""
    total, located = len(coverage.agreements), len(coverage.located)
    if not coverage.distance:
        return
    share = percent(len(coverage.covered) / located)
    covered, posts = number(len(coverage.covered)), number(len(coverage.posts.serving))
    reach = reach_words(coverage)
    of_es = f"{number(located)} acuerdos"
    of_en = f"{number(located)} agreements"
    if located < total:
        of_es += f" que se pueden ubicar (de {number(total)})"
        of_en += f" that can be located (of {number(total)})"
    yield Bilingual(
        es=f"{covered} de {of_es} tienen {reach.es} una representación de {coverage.sender.es} "
        f"({share}); hay {posts} en funciones.",
        en=f"{covered} of {of_en} have a representation of {in_a_sentence(coverage.sender.en)} "
        f"{reach.en} ({share}); {posts} are active.",
    )


def _distances(coverage: Coverage) -> Iterator[Bilingual]:
    """The quartiles, and the counterpart that is farthest."""
    quartiles = quartiles_of(coverage)
    if quartiles is None:
        return
    _, median, third = (number(km) for km in quartiles)
    farthest, near = max(
        ((g, coverage.nearest[g.id]) for g in coverage.counterparts if g.id in coverage.nearest),
        key=lambda each: (each[1].km, each[0].id),
    )
    post, km = post_name(near.post), number(near.km)
    country = country_words(coverage.snapshot, farthest.country)
    yield Bilingual(
        es=f"La mitad de los acuerdos está a {median} km o menos de la representación más "
        f"cercana, y tres cuartas partes a {third} km o menos. La contraparte más lejana es "
        f"{government_name(farthest, 'es')} ({country.es}), a {km} km: {post.es}.",
        en=f"Half of the agreements are within {median} km of the nearest representation, and "
        f"three quarters within {third} km. The farthest counterpart is "
        f"{government_name(farthest, 'en')} ({country.en}), {km} km away: {post.en}.",
    )


def quartiles_of(coverage: Coverage) -> tuple[float, float, float] | None:
    """Return the quartiles of the agreements' distances in km; None where there are none."""
    import numpy as np

    if not coverage.distance:
        return None
    first, median, third = np.quantile(sorted(coverage.distance.values()), (0.25, 0.5, 0.75))
    return float(first), float(median), float(third)


def _types(coverage: Coverage) -> Iterator[Bilingual]:
    """How many agreements have a representation of each type in reach."""
    posts: dict[str, list[Representation]] = defaultdict(list)
    for post in coverage.posts.serving:
        posts[post.type].append(post)
    counts = {type_: len(coverage.covered_by(each)) for type_, each in posts.items()}
    near = sorted((-count, type_) for type_, count in counts.items() if count)
    if len(near) < 2:
        return
    es = [f"{type_name(type_).es}, {number(-count)}" for count, type_ in near]
    en = [f"{type_name(type_).en}, {number(-count)}" for count, type_ in near]
    yield Bilingual(
        es="Qué tipo de representación tienen cerca, y cuántos acuerdos (uno puede tener varias): "
        f"{'; '.join(es)}.",
        en="Which type of representation they have near, and how many agreements (one may have "
        f"several): {'; '.join(en)}.",
    )


def _busiest(coverage: Coverage) -> Iterator[Bilingual]:
    """The representations that most governments at home could turn to."""
    busy = [served for served in coverage.served if served.home_governments][:3]
    if not busy:
        return
    es, en = [], []
    for served in busy:
        name, governments = post_name(served.post), served.home_governments or 0
        agreements = served.nearest or 0
        es.append(
            f"{name.es} ({counted(governments, 'gobierno', 'gobiernos')}, "
            f"{counted(agreements, 'acuerdo', 'acuerdos')})"
        )
        en.append(
            f"{name.en} ({counted(governments, 'government', 'governments')}, "
            f"{counted(agreements, 'agreement', 'agreements')})"
        )
    yield Bilingual(
        es="Las representaciones a las que más gobiernos podrían acudir, por ser las más "
        f"cercanas a sus contrapartes: {'; '.join(es)}.",
        en="The representations that most governments could turn to, as the nearest to their "
        f"counterparts: {'; '.join(en)}.",
    )


def _alone(coverage: Coverage) -> Iterator[Bilingual]:
    """Representations that have a whole country to serve, with most agreements in it."""
    single = {c.posts[0].id for c in coverage.countries if len(c.posts) == 1 and c.agreements}
    alone = [s for s in coverage.served if s.post.id in single and s.in_country_within is not None]
    alone = sorted(alone, key=lambda served: (-served.in_country, served.post.id))[:3]
    if not alone:
        return
    es, en = [], []
    for served in alone:
        name, within = post_name(served.post), number(served.in_country_within or 0)
        count = served.in_country
        es.append(f"{name.es}, {counted(count, 'acuerdo', 'acuerdos')}, {within} a su alcance")
        en.append(f"{name.en}, {counted(count, 'agreement', 'agreements')}, {within} in reach")
    reach = reach_words(coverage)
    yield Bilingual(
        es="De las representaciones únicas en su país, las que más acuerdos tienen en él "
        f"(y {reach.es}): {'; '.join(es)}.",
        en="Of the representations that are the only one in their country, those with most "
        f"agreements in it (and {reach.en}): {'; '.join(en)}.",
    )


def _farthest_countries(coverage: Coverage) -> Iterator[Bilingual]:
    """The countries with most agreements out of every representation's reach."""
    far = [(c, c.located - c.within) for c in coverage.countries if c.located > c.within]
    far = sorted(far, key=lambda each: (-each[1], each[0].id))[:5]
    if not far or not coverage.distance:
        return
    km = distance(coverage.km)
    es = [f"{c.name.es} ({number(n)} de {number(c.located)})" for c, n in far]
    en = [f"{c.name.en} ({number(n)} of {number(c.located)})" for c, n in far]
    yield Bilingual(
        es=f"Donde más acuerdos quedan a más de {km} km de toda representación: {some(es, 'es')}.",
        en=f"Where most agreements lie farther than {km} km from any representation: "
        f"{some(en, 'en')}.",
    )


def _idle(coverage: Coverage, openings: Openings) -> Iterator[Bilingual]:
    """Representations with no agreement in reach, and the large cities around them."""
    idle, located = coverage.idle, len(coverage.posts.located)
    if not idle or not coverage.agreements:
        return
    reach, share = reach_words(coverage), percent(len(idle) / located)
    counts = f"{number(len(idle))} {{}} {number(located)}"
    with_cities = [opening for opening in openings.posts if opening.near]
    es = en = ""
    if with_cities:
        size = openings.min_population
        first_es = _examples([(post_name(o.post).es, o.near[0].name) for o in with_cities], "es")
        first_en = _examples([(post_name(o.post).en, o.near[0].name) for o in with_cities], "en")
        es = (
            f"; {number(len(with_cities))} de ellas "
            f"{'tiene' if len(with_cities) == 1 else 'tienen'} cerca alguna ciudad de "
            f"{or_more(size, 'es')} sin acuerdo: {first_es}"
        )
        en = (
            f"; {number(len(with_cities))} of them "
            f"{'has' if len(with_cities) == 1 else 'have'} a city of {or_more(size, 'en')} near "
            f"that has none: {first_en}"
        )
    one = len(idle) == 1
    yield Bilingual(
        es=f"{counts.format('de')} representaciones ({share}) no "
        f"{'tiene' if one else 'tienen'} ningún acuerdo "
        f"{reach.es}{es}.",
        en=f"{counts.format('of')} representations ({share}) "
        f"{'has' if one else 'have'} no agreement {reach.en}{en}.",
    )


def _examples(pairs: Sequence[tuple[str, str]], lang: Lang) -> str:
    return some([f"{post} ({city})" for post, city in pairs], lang, most=4)


def _countries_without_agreements(coverage: Coverage, openings: Openings) -> Iterator[Bilingual]:
    """Countries where the sending country is present and has signed nothing."""
    unused = openings.countries
    if not unused or not coverage.agreements:
        return
    size = openings.min_population
    es = [_with_cities(u.country.name.es, len(u.cities)) for u in unused]
    en = [_with_cities(u.country.name.en, len(u.cities)) for u in unused]
    yield Bilingual(
        es=f"{counted(len(unused), 'país', 'países')} con representación y sin acuerdos "
        f"(entre paréntesis, sus ciudades de {or_more(size, 'es')}): "
        f"{some(es, 'es')}.",
        en=f"{counted(len(unused), 'country', 'countries')} with a representation and without "
        f"agreements (in brackets, their cities of {or_more(size, 'en')}): "
        f"{some(en, 'en')}.",
    )


def _with_cities(name: str, cities: int) -> str:
    return f"{name} ({number(cities)})" if cities else name


def _countries_without_representation(coverage: Coverage) -> Iterator[Bilingual]:
    """Countries with agreements and no representation, and who is accredited to them."""
    without = [c for c in coverage.countries if c.agreements and not c.posts]
    if not without or not coverage.posts.serving:
        return
    codes = {country.id for country in without}
    here = [g for g in coverage.counterparts if g.country in codes]
    agreements = len(coverage.with_counterparts(here))
    es = [_attended(c.name.es, c.accredited, "es") for c in without]
    en = [_attended(c.name.en, c.accredited, "en") for c in without]
    yield Bilingual(
        es=f"{counted(len(without), 'país', 'países')} con acuerdos "
        f"({number(agreements)} en total) y sin representación: "
        f"{some(es, 'es')}.",
        en=f"{counted(len(without), 'country', 'countries')} with agreements "
        f"({number(agreements)} in all) and without a representation: "
        f"{some(en, 'en')}.",
    )


def _attended(country: str, accredited: Sequence[Representation], lang: Lang) -> str:
    """Name a country with the city of the embassy accredited to it, where there is one."""
    if not accredited:
        return country
    names = ", ".join(post.city or post_name(post)[lang] for post in accredited)
    return f"{country} (desde {names})" if lang == "es" else f"{country} (from {names})"
