"""Gaps: governments, places and countries that nobody has connected."""

from __future__ import annotations

from collections.abc import Iterator

from grafo.analysis.abroad import chosen_country
from grafo.analysis.registry import analysis
from grafo.analysis.result import Result
from grafo.analysis.snapshot import Snapshot
from grafo.analysis.telling import in_a_sentence
from grafo.analysis.unconnected.gaps import Gaps, find_gaps
from grafo.analysis.unconnected.tables_of_home import (
    levels_table,
    municipalities_table,
    territories_table,
)
from grafo.analysis.unconnected.tables_of_world import (
    countries_table,
    regions_table,
    sizes_table,
    small_groups_table,
)
from grafo.analysis.unconnected.told_of_home import told_of_home
from grafo.analysis.unconnected.told_of_world import told_of_world
from grafo.analysis.wording import percent
from grafo.model import Bilingual
from grafo.questions.header import Parameter

TITLE = Bilingual(es="Lo que nadie ha conectado", en="What nobody has connected")
_NOTHING_TO_COMPARE = Bilingual(
    es="Lo cargado no alcanza para decir quién falta: no trae países, entidades ni grupos con qué "
    "comparar.",
    en="What is loaded cannot tell who is missing: it has no countries, divisions or groups to "
    "compare with.",
)
_EMPTY = Bilingual(
    es="El grafo no tiene gobiernos: cargue un registro con `grafo load`.",
    en="The graph has no governments: load a register with `grafo load`.",
)


@analysis(
    "gaps",
    TITLE,
    params={
        "min_population": Parameter(
            type="integer",
            default=100_000,
            min=0,
            max=100_000_000,
            about=Bilingual(
                es="habitantes desde los que se echa de menos a un gobierno local",
                en="inhabitants from which a local government is missed",
            ),
        ),
        "country": Parameter(
            type="text",
            default="",
            about=Bilingual(
                es="país del que se habla, por nombre o código ISO; vacío, el del registro",
                en="country in question, by name or ISO code; empty for the register's own",
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
def gaps(
    snapshot: Snapshot, min_population: int = 100_000, country: str = "", top: int = 20
) -> Result:
    """Return who has no agreement, at home and abroad, against population and area.

    Raises:
        UsageError: no country is known by that name or code.
    """
    home = chosen_country(snapshot, country)
    if home is None:
        return Result("gaps", TITLE, [_EMPTY])
    found = find_gaps(snapshot, home, min_population)
    findings = [*_first(found), *told_of_home(found), *told_of_world(found)]
    return Result(
        "gaps",
        TITLE,
        findings or [_NOTHING_TO_COMPARE],
        [
            territories_table(found),
            municipalities_table(found, top),
            levels_table(found),
            regions_table(found),
            countries_table(found, top),
            sizes_table(found),
            small_groups_table(found, top),
        ],
        list(_notes(found)),
    )


def _first(gaps: Gaps) -> Iterator[Bilingual]:
    """Say first what makes the rest of little worth."""
    if not gaps.agreements:
        yield Bilingual(
            es="El grafo no tiene todavía ningún acuerdo: todo está por conectarse.",
            en="The graph has no agreement yet: everything is still to be connected.",
        )
    if gaps.is_from_outside:
        yield Bilingual(
            es=f"El registro no es de {gaps.country.es}: de sus gobiernos trae sólo lo que otro "
            "país firmó con ellos.",
            en=f"The register is not one of {in_a_sentence(gaps.country.en)}: of its governments "
            "it has only what another country signed with them.",
        )
    if gaps.home.governments and gaps.lists_only_signatories:
        yield Bilingual(
            es=f"De {gaps.country.es} el grafo sólo conoce los gobiernos que alguna fuente "
            "menciona, así que no puede decir qué otros carecen de acuerdos: cargue la lista de "
            "todos.",
            en=f"Of {in_a_sentence(gaps.country.en)} the graph knows only the governments that "
            "some source names, so it cannot say which others have no agreement: load a list of "
            "all.",
        )


def _notes(gaps: Gaps) -> Iterator[Bilingual]:
    yield Bilingual(
        es="Los acuerdos retirados no cuentan. El acuerdo que firman dos entidades cuenta en cada "
        "una. La población y la superficie son las de los datos cargados.",
        en="Withdrawn agreements do not count. An agreement signed by two divisions counts in "
        "each. Population and area are those of the data loaded.",
    )
    if gaps.comparable:
        yield Bilingual(
            es="Los acuerdos esperados de una entidad son los de todas, repartidos según su "
            "población.",
            en="The agreements expected of a division are those of all, shared out by population.",
        )
    if gaps.home.country == "MX":
        yield Bilingual(
            es="Las alcaldías de la Ciudad de México cuentan como municipios.",
            en="The boroughs of Mexico City count as municipalities.",
        )
    if not gaps.territories and gaps.home.local:
        yield Bilingual(
            es="El grafo no dice en qué entidad está cada gobierno local, así que nada se dice "
            "por entidad.",
            en="The graph does not say which division each local government lies in, so nothing "
            "is said by division.",
        )
    share = gaps.home.local_share
    if share is not None and not gaps.lists_all_local:
        yield Bilingual(
            es=f"Los gobiernos locales que el grafo conoce suman {percent(share)} de la "
            "población: de los demás nada se puede decir.",
            en=f"The local governments that the graph knows add up to {percent(share)} of the "
            "population: nothing can be said of the others.",
        )
    if not gaps.partners:
        yield Bilingual(
            es="Falta la lista de países (`grafo load countries`): nada se dice del mundo.",
            en="The list of countries is missing (`grafo load countries`): nothing is said of "
            "the world.",
        )
