"""What agreements are about."""

from __future__ import annotations

from collections.abc import Iterator

from grafo.analysis.chronology import wording
from grafo.analysis.holdings.tables import ranking
from grafo.analysis.holdings.wording import findings_of
from grafo.analysis.wording import number, percent
from grafo.report.cells import grid
from grafo.report.charts import Bar, bars
from grafo.report.content import Block, Chart, Findings, Paragraph, Repeat, Section
from grafo.report.material import TOP, Material

_BARS = 20


def themes(material: Material) -> Section:
    """Return the themes and how they moved; one sentence when no source tells them."""
    return Section("themes", material.say("Temas", "Themes"), [*_blocks(material)])


def _blocks(material: Material) -> Iterator[Block]:
    say, lang, dimension = material.say, material.lang, material.dimensions.get("themes")
    if dimension is None:
        yield Paragraph(
            say(
                "Ninguna fuente cargada dice de qué tratan los acuerdos.",
                "No loaded source says what the agreements are about.",
            )
            if material.scope.agreements
            else say("No hay acuerdos de los que decirlo.", "There are no agreements to say it of.")
        )
        yield Repeat(["grafo query run agreements_by_theme"])
        return
    said = [*findings_of(dimension, material.scope, TOP)]
    if material.dated:
        said += wording.of_themes(material.dated, material.snapshot)
    yield Findings(material.each(said))
    rows = [
        Bar(
            holder.label[lang],
            len(holder.agreements),
            said=f"{number(len(holder.agreements))} · {percent(dimension.share(holder) or 0.0)}",
        )
        for holder in dimension.with_some[:_BARS]
    ]
    title = say("Acuerdos por tema", "Agreements by theme")
    svg = bars(material.caption("themes", title, dimension.denominator[lang]), rows, lang)
    columns = ("rank", "name", "agreements", "share")
    yield Chart(svg, grid(ranking(dimension, 100), lang, columns, folded=True))
    yield from material.grids("timeline", "themes", folded=True)
    yield Repeat(["grafo query run agreements_by_theme"])
