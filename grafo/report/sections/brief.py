"""The report in brief: what each analysis says first."""

from __future__ import annotations

from collections.abc import Iterator

from grafo.analysis.holdings.wording import findings_of
from grafo.report.content import Point, Points, Section
from grafo.report.material import TOP, Material


def brief(material: Material) -> Section:
    """Return the first finding of each analysis, with where to read on."""
    return Section("brief", material.say("En breve", "In brief"), [Points(list(_points(material)))])


def _points(material: Material) -> Iterator[Point]:
    say = material.say
    yield Point(
        say("Quién firma", "Who signs"), material.findings("concentration")[0], "signatories"
    )
    if "countries" in material.dimensions:
        about = say("Con quién", "With whom")
        yield Point(about, _first(material, "countries"), "counterparts")
    for about, analysis, section in (
        (say("Concentradores", "Hubs"), "hubs", "counterparts"),
        (say("Comunidades", "Communities"), "communities", "counterparts"),
        (say("Cuándo", "When"), "timeline", "years"),
    ):
        yield Point(about, material.findings(analysis)[0], section)
    if "themes" in material.dimensions:
        yield Point(say("Sobre qué", "About what"), _first(material, "themes"), "themes")
    for about, analysis, section in (
        (say("Dónde no hay nada", "Where nothing is"), "gaps", "gaps"),
        (say("Representaciones", "Representations"), "coverage", "coverage"),
    ):
        yield Point(about, material.findings(analysis)[0], section)


def _first(material: Material, dimension: str) -> str:
    found = findings_of(material.dimensions[dimension], material.scope, TOP)
    return next(found)[material.lang]
