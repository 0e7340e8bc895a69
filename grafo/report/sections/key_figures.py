"""The key figures: numbers to be read at a glance, each out of what it is counted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from grafo.analysis.levels import network_at
from grafo.analysis.wording import number, percent
from grafo.report.content import KeyFigure, KeyFigures, Section
from grafo.report.material import REACH_KM, Material


def key_figures(material: Material) -> Section:
    """Return the numbers of the report, those that this graph can give."""
    figures = [
        *_agreements(material),
        *_governments(material),
        *_countries(material),
        *_first_holders(material),
        *_states_without(material),
        *_municipalities_without(material),
        *_in_force(material),
        *_near(material),
    ]
    return Section(
        "key-figures", material.say("Cifras clave", "Key figures"), [KeyFigures(figures)]
    )


def _agreements(material: Material) -> Iterator[KeyFigure]:
    say, scope = material.say, material.scope
    count, in_graph = len(scope.agreements), number(scope.in_graph)
    of = say(f"de {in_graph} en el grafo", f"of {in_graph} in the graph")
    if scope.country is None or count == scope.in_graph:
        of = say("todos los del grafo", "all in the graph")
    elif material.home_said:
        party = say(
            f"con alguna parte en {material.home_said}", f"with some party in {material.home_said}"
        )
        of = f"{party}, {of}"
    label = say("acuerdo", "agreement") if count == 1 else say("acuerdos", "agreements")
    yield KeyFigure(number(count), label, of, "signatories")


def _governments(material: Material) -> Iterator[KeyFigure]:
    say, home = material.say, material.home
    units = network_at(material.snapshot, "government").units
    if not units:
        return
    own = sum(unit.country == home for unit in units)
    of = say(
        f"{number(own)} de {material.home_said} y {number(len(units) - own)} de otros países",
        f"{number(own)} of {material.home_said} and {number(len(units) - own)} of other countries",
    )
    if not material.home_said or not own:
        every = number(len(material.snapshot.governments))
        of = say(f"de {every} en el grafo", f"of {every} in the graph")
    label = say("gobiernos con alguna contraparte", "governments with a counterpart")
    yield KeyFigure(number(len(units)), label, of, "counterparts")


def _countries(material: Material) -> Iterator[KeyFigure]:
    say, found = material.say, material.dimensions.get("countries")
    if found is None:
        return
    having, every = len(found.with_some), number(len(found.holders))
    label = say("países contraparte", "counterpart countries")
    if having == 1:
        label = say("país contraparte", "counterpart country")
    of = say(f"de {every} países y territorios", f"of {every} countries and territories")
    yield KeyFigure(number(having), label, of, "counterparts")


def _first_holders(material: Material) -> Iterator[KeyFigure]:
    """Yield what the first ten states hold (governments, where states are not known)."""
    row = _record(material, "concentration", "summary")
    if row is None or row["id"] not in ("states", "governments") or row["share_top"] is None:
        return
    if row["top"] >= row["units_with_agreements"]:
        return  # the first ten of ten hold everything: that says nothing
    held = material.dimensions[row["id"]].held_by_top(row["top"])
    say, top, many = material.say, number(row["top"]), row[f"name_{material.lang}"]
    yield KeyFigure(
        percent(row["share_top"]),
        say(f"de los acuerdos, en {top} {many}", f"of agreements, in {top} {many}"),
        say(
            f"{number(held)} de {number(row['agreements'])}",
            f"{number(held)} of {number(row['agreements'])}",
        ),
        "signatories",
    )


def _states_without(material: Material) -> Iterator[KeyFigure]:
    row = _record(material, "concentration", "summary")
    if row is None or row["id"] != "states":
        return
    say, without = material.say, row["units"] - row["units_with_agreements"]
    municipalities = material.dimensions.get("municipalities")
    listed = municipalities and len(municipalities.with_some) < len(municipalities.holders)
    if not without and not listed:
        return  # the graph only knows who signed: that none is missing would say nothing
    states = material.dimensions["states"]
    noun = (states.one if without == 1 else states.many)[material.lang]
    yield KeyFigure(
        number(without),
        say(f"{noun} sin ningún acuerdo", f"{noun} without any agreement"),
        say(
            f"de {number(row['units'])}; cuentan los de sus municipios",
            f"of {number(row['units'])}; those of municipalities count",
        ),
        "gaps",
    )


def _municipalities_without(material: Material) -> Iterator[KeyFigure]:
    table = material.table("gaps", "levels")
    records = table.records() if table else []
    found = [each for each in records if each["level"] == "municipality" and each["without"]]
    for row in found:
        say = material.say
        yield KeyFigure(
            percent(row["share_without"]),
            say("de los municipios, sin acuerdos", "of municipalities, without agreements"),
            say(
                f"{number(row['without'])} de {number(row['governments'])}",
                f"{number(row['without'])} of {number(row['governments'])}",
            ),
            "gaps",
        )


def _in_force(material: Material) -> Iterator[KeyFigure]:
    agreements = material.scope.agreements
    lasting = sum(each.status == "in-force" for each in agreements)
    known = sum(each.status in ("in-force", "expired") for each in agreements)
    # Where the outcome of only a few is known, those few are no picture of all.
    if 2 * known <= len(agreements):
        return
    say = material.say
    yield KeyFigure(
        percent(lasting / len(agreements)),
        say("de los acuerdos, vigentes", "of agreements, in force"),
        say(
            f"{number(lasting)} de {number(len(agreements))}, según las fuentes",
            f"{number(lasting)} of {number(len(agreements))}, by the sources",
        ),
        "validity",
    )


def _near(material: Material) -> Iterator[KeyFigure]:
    row = _record(material, "coverage", "summary")
    if row is None or row["share_within"] is None:
        return
    say, reach = material.say, number(REACH_KM)
    yield KeyFigure(
        percent(row["share_within"]),
        say(
            f"con una representación a {reach} km o menos",
            f"with a representation within {reach} km",
        ),
        say(
            f"{number(row['within'])} de {number(row['located'])} que se pueden ubicar",
            f"{number(row['within'])} of {number(row['located'])} that can be located",
        ),
        "coverage",
    )


def _record(material: Material, analysis: str, table: str) -> dict[str, Any] | None:
    """Return the first row of a table; None when it has none."""
    found = material.table(analysis, table)
    return found.records()[0] if found else None
