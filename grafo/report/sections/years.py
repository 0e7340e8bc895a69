"""When agreements were signed: by year, with the pandemic set apart, and by decade."""

from __future__ import annotations

from collections.abc import Iterator

from grafo.analysis.chronology import wording
from grafo.analysis.chronology.dated import Dated
from grafo.analysis.chronology.pandemic import DURING, pandemic
from grafo.analysis.chronology.tables import years as years_table
from grafo.analysis.wording import number
from grafo.model import load_model
from grafo.report.cells import grid
from grafo.report.charts import Band, Series, columns_by_year
from grafo.report.content import Block, Chart, Findings, Paragraph, Repeat, Section
from grafo.report.material import Material

_PERIOD = ("period", "agreements", "share", "per_year", "change_percent", "complete")


def years(material: Material) -> Section:
    """Return the signatures over time; one sentence when nothing has a date."""
    return Section("years", material.say("Cuándo", "When"), [*_blocks(material)])


def _blocks(material: Material) -> Iterator[Block]:
    found = material.dated
    if found is None or not found.agreements:
        yield Paragraph(material.findings("timeline")[0])
    else:
        compared = pandemic(found, material.snapshot)
        said = [*wording.overview(found, material.scope)]
        if compared:
            said += wording.in_the_pandemic(compared, found.as_of, material.snapshot)
        yield Findings(material.each(said))
        yield _by_year(material, found)
        yield from material.grids("timeline", "decades", _PERIOD)
        yield from material.grids("timeline", "five_years", _PERIOD, folded=True)
        yield from material.grids("timeline", "pandemic", folded=True)
    yield Repeat(["grafo analyze timeline", "grafo query run agreements_by_year"])


def _by_year(material: Material, found: Dated) -> Chart:
    say, lang = material.say, material.lang
    kinds = load_model().nodes["Agreement"].properties["kind"].values or {}
    series = [
        Series(
            label[lang],
            [sum(each.kind == kind for each in signed) for signed in found.by_year.values()],
        )
        for kind, label in kinds.items()
    ]
    signed = number(len(found.agreements))
    caption = material.caption(
        "years",
        say("Firmas por año, según el tipo de acuerdo", "Signatures by year and kind of agreement"),
        say(
            f"{signed} acuerdos con fecha, de {number(len(material.scope.agreements))}",
            f"{signed} agreements with a date, of {number(len(material.scope.agreements))}",
        ),
    )
    band = Band(*DURING, say("pandemia", "pandemic"))
    svg = columns_by_year(caption, list(found.by_year), series, lang, band=band)
    return Chart(svg, grid(years_table(found), lang, folded=True))
