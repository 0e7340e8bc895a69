"""Tables of what is missing abroad and of the pieces of the network."""

from __future__ import annotations

from grafo.analysis.result import Table
from grafo.analysis.telling import cut_short
from grafo.analysis.unconnected.gaps import Gaps
from grafo.analysis.unconnected.groups import SMALL, Group
from grafo.analysis.unconnected.tables_of_home import NAME
from grafo.analysis.unconnected.world import without_agreements
from grafo.analysis.wording import Lang, government_name
from grafo.model import Bilingual

_AGREEMENTS = Bilingual(es="acuerdos", en="agreements")
_GOVERNMENTS = Bilingual(es="gobiernos", en="governments")
_REPRESENTATIONS = Bilingual(es="representaciones en funciones", en="active representations")


def regions_table(gaps: Gaps) -> Table:
    """All subregions of the world, those with fewest agreements first."""
    return Table(
        "regions",
        Bilingual(
            es=f"Acuerdos de {gaps.country.es} por subregión del mundo (M49)",
            en=f"Agreements by subregion of the world (M49): {gaps.country.en}",
        ),
        {
            "id": Bilingual(es="código M49", en="M49 code"),
            "name_es": Bilingual(es="subregión", en="subregion in Spanish"),
            "name_en": Bilingual(es="subregión, en inglés", en="subregion"),
            "countries": Bilingual(es="países y territorios", en="countries and territories"),
            "countries_without": Bilingual(es="sin acuerdos", en="without agreements"),
            "agreements": _AGREEMENTS,
        },
        [
            (
                region.id,
                region.name_es,
                region.name_en,
                region.countries,
                region.countries - region.reached,
                region.agreements,
            )
            for region in gaps.regions
        ],
    )


def countries_table(gaps: Gaps, top: int) -> Table:
    """Countries with nothing, first those where there is most to build on."""
    without = without_agreements(list(gaps.partners))
    rows = [
        (
            partner.country.id,
            partner.country.name_es,
            partner.country.name_en,
            partner.country.subregion_es,
            partner.country.subregion_en,
            partner.active,
            partner.representations,
        )
        for partner in without[:top]
    ]
    return cut_short(
        Table(
            "countries",
            Bilingual(
                es=f"Países y territorios sin acuerdos con {gaps.country.es}",
                en=f"Countries and territories without agreements with {gaps.country.en}",
            ),
            {
                "id": Bilingual(es="código ISO", en="ISO code"),
                **NAME,
                "subregion_es": Bilingual(es="subregión", en="subregion in Spanish"),
                "subregion_en": Bilingual(es="subregión, en inglés", en="subregion"),
                "active": Bilingual(
                    es="gobiernos con acuerdos con terceros",
                    en="governments with agreements elsewhere",
                ),
                "representations": _REPRESENTATIONS,
            },
            rows,
        ),
        len(without),
    )


def sizes_table(gaps: Gaps) -> Table:
    """The groups by size: the largest, others above `SMALL`, small ones, pairs."""
    rest = gaps.groups[1:]
    classes = [
        ("el mayor", "the largest", gaps.groups[:1]),
        (f"más de {SMALL}", f"more than {SMALL}", [g for g in rest if len(g.governments) > SMALL]),
        (f"de 3 a {SMALL}", f"3 to {SMALL}", [g for g in rest if 2 < len(g.governments) <= SMALL]),
        ("parejas aisladas", "isolated pairs", [group for group in rest if group.is_pair]),
    ]
    linked = sum(len(group.governments) for group in gaps.groups)
    rows = []
    for es, en, found in classes:
        governments = sum(len(group.governments) for group in found)
        agreements = sum(group.agreements for group in found)
        share = round(governments / linked, 6) if linked else 0.0
        rows.append((es, en, len(found), governments, share, agreements))
    return Table(
        "groups",
        Bilingual(
            es="Grupos sin vínculo entre sí, por tamaño",
            en="Groups with no link between them, by size",
        ),
        {
            "size_es": Bilingual(es="gobiernos en el grupo", en="governments in it, in Spanish"),
            "size_en": Bilingual(es="gobiernos en el grupo, en inglés", en="governments in it"),
            "groups": Bilingual(es="grupos", en="groups"),
            "governments": _GOVERNMENTS,
            "share": Bilingual(es="de los que tienen vínculos", en="of those with links"),
            "agreements": _AGREEMENTS,
        },
        rows,
    )


def small_groups_table(gaps: Gaps, top: int) -> Table:
    """The small groups themselves: first those with the country's governments, then by size."""
    small = sorted(
        (group for group in gaps.groups[1:] if len(group.governments) <= SMALL),
        key=lambda group: not gaps.has_home(group),
    )
    rows = [
        (
            group.governments[0].id,
            len(group.governments),
            group.agreements,
            _members(gaps, group, "es"),
            _members(gaps, group, "en"),
        )
        for group in small[:top]
    ]
    return cut_short(
        Table(
            "small_groups",
            Bilingual(
                es=f"Grupos de {SMALL} gobiernos o menos, aparte del mayor",
                en=f"Groups of {SMALL} governments or fewer, apart from the largest",
            ),
            {
                "id": Bilingual(es="primer gobierno", en="first government"),
                "governments": _GOVERNMENTS,
                "agreements": _AGREEMENTS,
                "members_es": Bilingual(es="quiénes", en="who, in Spanish"),
                "members_en": Bilingual(es="quiénes, en inglés", en="who"),
            },
            rows,
        ),
        len(small),
    )


def _members(gaps: Gaps, group: Group, lang: Lang) -> str:
    """Name a group's governments, those of the country first."""
    ordered = sorted(group.governments, key=lambda g: g.country != gaps.home.country)
    return ", ".join(f"{government_name(g, lang)} ({g.country})" for g in ordered)
