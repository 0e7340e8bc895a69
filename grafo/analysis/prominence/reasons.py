"""Why a unit is a hub, in words. Each clause follows from its numbers by the rule beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from grafo.analysis.levels import country_names
from grafo.analysis.prominence.standing import Standing
from grafo.analysis.snapshot import Snapshot
from grafo.analysis.telling import in_a_sentence
from grafo.analysis.wording import counted, number, percent
from grafo.model import Bilingual

FEW = 3  # fewer than this are an accident, not a trait
REPEATED = 1.5  # agreements with a partner on average
BRIDGE_RATIO = 3  # times better in betweenness than in partners
TOP = 0.1  # the part of all units that counts as the top in betweenness


@dataclass(frozen=True, slots=True)
class Ground:
    """What a unit is compared with: how many units there are, and the best of some measures."""

    snapshot: Snapshot
    level: str
    units: int
    first_alone: bool  # nobody shares the first rank in partners
    innermost: int  # the largest k of a k-core


Clause = Callable[[Standing, Ground], Bilingual | None]


def ground_of(snapshot: Snapshot, level: str, all_of_them: list[Standing]) -> Ground:
    """Return what the units of a network are compared with."""
    return Ground(
        snapshot,
        level,
        len(all_of_them),
        sum(each.ranks["partners"] == 1 for each in all_of_them) == 1,
        max((int(each.values["core"]) for each in all_of_them), default=0),
    )


def reasons(standing: Standing, ground: Ground) -> list[Bilingual]:
    """Return what makes a unit a hub, the plainest reason first; its partners always."""
    return list(filter(None, (clause(standing, ground) for clause in _CLAUSES)))


def why(standing: Standing, ground: Ground) -> Bilingual:
    """Return the reasons as one line."""
    found = reasons(standing, ground)
    return Bilingual(es="; ".join(r.es for r in found), en="; ".join(r.en for r in found))


def is_bridge(standing: Standing, units: int) -> bool:
    """Say whether far more paths pass through a unit than its partners would make expect.

    Among the top tenth in betweenness, with a rank there at least three times better than its
    rank in partners.
    """
    rank = standing.ranks["betweenness"]
    return (
        standing.values["betweenness"] > 0
        and rank <= max(1, units * TOP)
        and rank * BRIDGE_RATIO <= standing.ranks["partners"]
    )


def _partners(standing: Standing, ground: Ground) -> Bilingual:
    """Always; "more than anyone" at the first rank, alone or shared."""
    count, rank = number(standing.partners), standing.ranks["partners"]
    spread = _spread(standing, ground)
    if rank == 1 and ground.first_alone:
        return Bilingual(
            es=f"tiene más contrapartes que nadie ({count}{spread.es})",
            en=f"has more counterparts than anyone ({count}{spread.en})",
        )
    if rank == 1:
        return Bilingual(
            es=f"nadie tiene más contrapartes ({count}{spread.es})",
            en=f"nobody has more counterparts ({count}{spread.en})",
        )
    return Bilingual(
        es=f"{counted(standing.partners, 'contraparte', 'contrapartes')}{spread.es}",
        en=f"{counted(standing.partners, 'counterpart', 'counterparts')}{spread.en}",
    )


def _spread(standing: Standing, ground: Ground) -> Bilingual:
    if ground.level == "country" or not standing.countries:
        return Bilingual(es="", en="")
    if len(standing.countries) > 1:
        count = number(len(standing.countries))
        return Bilingual(es=f" en {count} países", en=f" in {count} countries")
    name = country_names(ground.snapshot, standing.countries[0])
    every = ("todas ", "all ") if standing.partners > 1 else ("", "")
    comma = "," if standing.partners > 1 else ""
    return Bilingual(
        es=f"{comma} {every[0]}en {name.es}", en=f"{comma} {every[1]}in {in_a_sentence(name.en)}"
    )


def _repeated(standing: Standing, ground: Ground) -> Bilingual | None:
    """At least half as many agreements again as partners, and three more."""
    more = standing.agreements - standing.partners
    if standing.agreements < REPEATED * standing.partners or more < FEW:
        return None
    count = number(standing.agreements)
    if ground.level != "government":  # there it may be other governments of the same unit that sign
        return Bilingual(es=f"suma {count} acuerdos", en=f"has {count} agreements in all")
    them = "ella" if standing.partners == 1 else "las mismas"
    return Bilingual(
        es=f"repite con {them}: {count} acuerdos",
        en=f"signs again with {'it' if standing.partners == 1 else 'them'}: {count} agreements",
    )


def _sole(standing: Standing, _: Ground) -> Bilingual | None:
    """At least three partners, and half of all, have no other."""
    if standing.sole < max(FEW, standing.partners / 2):
        return None
    count = number(standing.sole)
    return Bilingual(
        es=f"es la única contraparte de {count} de ellas"
        if standing.sole < standing.partners
        else "es la única contraparte de todas",
        en=f"is the only counterpart of {count} of them"
        if standing.sole < standing.partners
        else "is the only counterpart of all of them",
    )


def _well_connected(standing: Standing, _: Ground) -> Bilingual | None:
    """At least three partners, and half of all, are in the tenth with the most partners."""
    if standing.well_connected < max(FEW, standing.partners / 2):
        return None
    count = f"{number(standing.well_connected)} de {number(standing.partners)}"
    counts = f"{number(standing.well_connected)} of {number(standing.partners)}"
    return Bilingual(
        es=f"sus contrapartes también están muy conectadas ({count} en el 10 % con más)",
        en=f"its counterparts are well connected too ({counts} in the 10 % with most)",
    )


def _core(standing: Standing, ground: Ground) -> Bilingual | None:
    """In the innermost k-core, where that is at least a 3-core."""
    core = int(standing.values["core"])
    if core < FEW or core < ground.innermost:
        return None
    return Bilingual(
        es=f"está en el núcleo, donde todos tienen al menos {core} contrapartes ahí mismo",
        en=f"is in the core, where everyone has at least {core} counterparts within it",
    )


def _bridge(standing: Standing, ground: Ground) -> Bilingual | None:
    """Either at least three others hang on it, or it is a bridge (see `is_bridge`)."""
    if standing.cut_off >= FEW:
        count = number(standing.cut_off)
        return Bilingual(
            es=f"une partes de la red que sin él no se tocan ({count} quedarían aparte)",
            en=f"ties parts of the network that do not touch without it ({count} would be apart)",
        )
    if is_bridge(standing, ground.units):
        between, partners = (number(standing.ranks[name]) for name in ("betweenness", "partners"))
        return Bilingual(
            es="acerca partes de la red lejanas entre sí "
            f"(lugar {between} en intermediación, {partners} en contrapartes)",
            en="brings distant parts of the network close "
            f"(rank {between} in betweenness, {partners} in counterparts)",
        )
    return None


def _most_between(standing: Standing, ground: Ground) -> Bilingual | None:
    """First in betweenness among more than a handful."""
    share = standing.values["betweenness"]
    if standing.ranks["betweenness"] > 1 or not share or ground.units <= FEW:
        return None
    paths = percent(share)
    return Bilingual(
        es=f"nadie une tanto: por ahí pasa {paths} de los caminos más cortos entre otros",
        en=f"nobody ties so much: {paths} of the shortest paths between others pass through it",
    )


def _near(standing: Standing, ground: Ground) -> Bilingual | None:
    """First in closeness among more than a handful."""
    if standing.ranks["closeness"] > 1 or ground.units <= FEW:
        return None
    return Bilingual(es="nadie está más cerca de los demás", en="nobody is closer to all others")


_CLAUSES: tuple[Clause, ...] = (
    _partners,
    _repeated,
    _sole,
    _well_connected,
    _core,
    _most_between,
    _bridge,
    _near,
)
