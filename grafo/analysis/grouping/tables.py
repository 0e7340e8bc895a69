"""The tables of communities: what each is, how they are joined, who is between, who is in one."""

from __future__ import annotations

from grafo.analysis.grouping.groups import HUBS, Community, Grouping
from grafo.analysis.result import Table
from grafo.analysis.wording import Lang, listing, number
from grafo.model import Bilingual
from grafo.places.place import NO_COUNTRY

_COMMUNITY = Bilingual(es="comunidad", en="community")
_NAME = {
    "id": Bilingual(es="clave", en="id"),
    "name_es": Bilingual(es="nombre", en="name in Spanish"),
    "name_en": Bilingual(es="nombre en inglés", en="name"),
}
_PARTNERS = Bilingual(es="contrapartes", en="counterparts")


def communities_table(grouping: Grouping, top: int) -> Table:
    """Return the largest communities."""
    total = len(grouping.network.units)
    rows = []
    for each in grouping.communities[:top]:
        inside, outside = len(each.inside), each.outside
        rows.append(
            (
                each.number,
                each.label.es,
                each.label.en,
                len(each.members),
                round(len(each.members) / total, 4),
                _countries(grouping, each),
                inside,
                outside,
                round(inside / (inside + outside), 4) if inside + outside else None,
                _hubs(grouping, each, "es"),
                _hubs(grouping, each, "en"),
            )
        )
    return Table(
        "communities",
        Bilingual(es="Comunidades", en="Communities"),
        {
            "community": Bilingual(es="núm.", en="no."),
            "name_es": _COMMUNITY,
            "name_en": Bilingual(es="comunidad, en inglés", en="community"),
            "governments": Bilingual(es="gobiernos", en="governments"),
            "share_governments": Bilingual(es="de todos", en="of all"),
            "countries": Bilingual(es="países", en="countries"),
            "agreements": Bilingual(es="acuerdos internos", en="agreements within"),
            "agreements_outside": Bilingual(es="hacia otras", en="to others"),
            "share_inside": Bilingual(es="queda dentro", en="stays within"),
            "hubs_es": Bilingual(es="concentradores", en="hubs, in Spanish"),
            "hubs_en": Bilingual(es="concentradores, en inglés", en="hubs"),
        },
        rows,
        Bilingual(
            es=f"{number(total)} gobiernos con contrapartes",
            en=f"{number(total)} governments with counterparts",
        ),
    )


def links_table(grouping: Grouping, top: int) -> Table:
    """Return which communities are joined by most agreements."""
    by_number = {each.number: each for each in grouping.communities}
    ranked = sorted(grouping.joined.items(), key=lambda item: (-item[1][1], -item[1][0], item[0]))
    return Table(
        "links",
        Bilingual(es="Entre comunidades", en="Between communities"),
        {
            "community": Bilingual(es="núm.", en="no."),
            "name_es": _COMMUNITY,
            "name_en": Bilingual(es="comunidad, en inglés", en="community"),
            "other": Bilingual(es="núm.", en="no."),
            "other_es": Bilingual(es="con", en="with, in Spanish"),
            "other_en": Bilingual(es="con, en inglés", en="with"),
            "agreements": Bilingual(es="acuerdos", en="agreements"),
            "links": Bilingual(es="vínculos", en="links"),
        },
        [
            (
                one,
                by_number[one].label.es,
                by_number[one].label.en,
                other,
                by_number[other].label.es,
                by_number[other].label.en,
                agreements,
                links,
            )
            for (one, other), (links, agreements) in ranked[:top]
        ],
    )


def between_table(grouping: Grouping, top: int) -> Table:
    """Return the governments that join most communities."""
    by_number = {each.number: each for each in grouping.communities}
    rows = []
    for each in grouping.between[:top]:
        unit, label = grouping.network.units[each.node], grouping.labels[each.node]
        own = grouping.numbers[each.node]
        partners = len(grouping.network.partners[each.node])
        rows.append(
            (
                unit.id,
                label.es,
                label.en,
                unit.country,
                own,
                by_number[own].label.es if own is not None else None,
                by_number[own].label.en if own is not None else None,
                len(each.others),
                partners,
                each.outside,
                round(each.outside / partners, 4),
                each.participation,
            )
        )
    return Table(
        "between",
        Bilingual(es="Gobiernos entre comunidades", en="Governments between communities"),
        {
            **_NAME,
            "country": Bilingual(es="país", en="country"),
            "community": Bilingual(es="núm.", en="no."),
            "community_es": Bilingual(es="su comunidad", en="its community, in Spanish"),
            "community_en": Bilingual(es="su comunidad, en inglés", en="its community"),
            "other_communities": Bilingual(es="otras que toca", en="others it touches"),
            "partners": _PARTNERS,
            "partners_outside": Bilingual(es="en otras", en="in others"),
            "share_outside": Bilingual(es="parte en otras", en="share in others"),
            "participation": Bilingual(es="participación", en="participation"),
        },
        rows,
    )


def members_table(grouping: Grouping, community: Community) -> Table:
    """Return everyone in a community, those with the most partners inside first."""
    units, network = grouping.network.units, grouping.network
    return Table(
        "members",
        Bilingual(
            es=f"Gobiernos de la comunidad {community.number}: {community.label.es}",
            en=f"Governments of community {community.number}: {community.label.en}",
        ),
        {
            **_NAME,
            "level": Bilingual(es="orden", en="level"),
            "country": Bilingual(es="país", en="country"),
            "partners_inside": Bilingual(es="contrapartes dentro", en="counterparts within"),
            "partners": Bilingual(es="contrapartes en total", en="counterparts in all"),
        },
        [
            (
                units[node].id,
                grouping.labels[node].es,
                grouping.labels[node].en,
                units[node].level,
                units[node].country,
                grouping.partners_inside[node],
                len(network.partners[node]),
            )
            for node in community.members
        ],
    )


def _countries(grouping: Grouping, community: Community) -> int:
    units = grouping.network.units
    return len({units[node].country for node in community.members} - {NO_COUNTRY})


def _hubs(grouping: Grouping, community: Community, lang: Lang) -> str:
    return listing([grouping.labels[node][lang] for node in community.members[:HUBS]], lang)
