"""What is missing abroad and in the network, in words: regions, countries, pieces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grafo.analysis.telling import in_a_sentence, of_many, some
from grafo.analysis.unconnected.gaps import Gaps
from grafo.analysis.unconnected.groups import SMALL
from grafo.analysis.unconnected.world import Partner, without_agreements
from grafo.analysis.wording import Lang, counted, country_name, number, percent
from grafo.model import Bilingual


def told_of_world(gaps: Gaps) -> Iterator[Bilingual]:
    """Yield the findings on other countries and on the network as a whole."""
    if gaps.agreements and not gaps.is_from_outside:
        yield from _regions(gaps)
        yield from _countries(gaps)
    yield from _groups(gaps)


def _regions(gaps: Gaps) -> Iterator[Bilingual]:
    """Subregions of the world with nothing."""
    without = [region for region in gaps.regions if not region.agreements]
    if not without:
        return
    es, en = ("subregión", "subregiones"), ("subregion", "subregions")
    several = len(without) > 1
    yield Bilingual(
        es=f"{of_many(len(without), len(gaps.regions), es, 'es')} del mundo no "
        f"{'tienen' if several else 'tiene'} ningún acuerdo con gobiernos de {gaps.country.es}: "
        f"{some([region.name_es for region in without], 'es')}.",
        en=f"{of_many(len(without), len(gaps.regions), en, 'en')} of the world "
        f"{'have' if several else 'has'} no agreement with governments of "
        f"{in_a_sentence(gaps.country.en)}: "
        f"{some([region.name_en for region in without], 'en')}.",
    )


def _countries(gaps: Gaps) -> Iterator[Bilingual]:
    """Countries with nothing: all, those with a representation, those active with others."""
    without = without_agreements(list(gaps.partners))
    if not without:
        return
    es, en = ("país o territorio", "países y territorios"), ("country", "countries and territories")
    home_en = in_a_sentence(gaps.country.en)
    posted = sum(partner.representations > 0 for partner in without)
    there_es = f"; en {number(posted)} de ellos hay una representación suya" if posted else ""
    there_en = f"; {number(posted)} of them host a representation of it" if posted else ""
    yield Bilingual(
        es=f"{of_many(len(without), len(gaps.partners), es, 'es')} no "
        f"{'tienen' if len(without) > 1 else 'tiene'} ningún acuerdo con "
        f"gobiernos de {gaps.country.es}{there_es}.",
        en=f"{of_many(len(without), len(gaps.partners), en, 'en')} "
        f"{'have' if len(without) > 1 else 'has'} no agreement with governments of "
        f"{home_en}{there_en}.",
    )
    active = [partner for partner in without if partner.active]
    if active:
        governments = sum(partner.active for partner in active)
        yield Bilingual(
            es=f"En {counted(len(active), 'país', 'países')} hay {number(governments)} gobiernos "
            f"con acuerdos con terceros y ninguno con {gaps.country.es}: "
            f"{_with_counts(active, 'es')}.",
            en=f"In {counted(len(active), 'country', 'countries')} {number(governments)} "
            f"governments have agreements with others and none with {home_en}: "
            f"{_with_counts(active, 'en')}.",
        )


def _with_counts(partners: Sequence[Partner], lang: Lang) -> str:
    return some([f"{country_name(p.country, lang)} ({number(p.active)})" for p in partners], lang)


def _groups(gaps: Gaps) -> Iterator[Bilingual]:
    """The pieces of the network against the largest of them."""
    found = gaps.groups
    if not found:
        return
    linked = sum(len(group.governments) for group in found)
    largest = len(found[0].governments)
    if len(found) == 1:
        yield Bilingual(
            es=f"Los {number(linked)} gobiernos con vínculos forman una sola red.",
            en=f"The {number(linked)} governments with links form a single network.",
        )
        return
    small = [group for group in found[1:] if len(group.governments) <= SMALL]
    pairs = sum(group.is_pair for group in small)
    at_home = sum(gaps.has_home(group) for group in small)
    with_home_es = with_home_en = ""
    if 0 < at_home < len(small):
        with_home_es = f" En {number(at_home)} de ellos hay gobiernos de {gaps.country.es}."
        home_en = in_a_sentence(gaps.country.en)
        with_home_en = f" {number(at_home)} of them have governments of {home_en}."
    share = percent(largest / linked)
    yield Bilingual(
        es=f"La red se parte en {number(len(found))} grupos sin vínculo entre sí: el mayor reúne "
        f"{number(largest)} de {number(linked)} gobiernos ({share}); "
        f"{number(len(small))} son de {SMALL} gobiernos o menos, entre ellos "
        f"{counted(pairs, 'pareja aislada', 'parejas aisladas')}.{with_home_es}",
        en=f"The network falls into {number(len(found))} groups with no link between them: the "
        f"largest has {number(largest)} of {number(linked)} governments ({share}); "
        f"{number(len(small))} are of {SMALL} governments or fewer, "
        f"{counted(pairs, 'isolated pair', 'isolated pairs')} among them.{with_home_en}",
    )
