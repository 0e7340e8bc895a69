"""Who signs: states against their population, municipalities, and how uneven it is."""

from __future__ import annotations

from collections.abc import Iterator

from grafo.analysis.holdings.dimension import Dimension, Holder
from grafo.analysis.holdings.tables import ranking
from grafo.analysis.holdings.wording import findings_of
from grafo.analysis.wording import number, percent
from grafo.network.inequality import gini
from grafo.report.cells import grid
from grafo.report.charts import Bar, Lorenz, bars, lorenz_curves
from grafo.report.content import (
    Block,
    Chart,
    Findings,
    Paragraph,
    Repeat,
    Section,
    Subheading,
)
from grafo.report.material import TOP, Material

# As many bars as a sheet of paper takes; Mexico has 32 states.
_BARS = 35
_MUNICIPALITIES = 15


def signatories(material: Material) -> Section:
    """Return the holders of agreements at home."""
    return Section("signatories", material.say("Quién firma", "Who signs"), [*_blocks(material)])


def _blocks(material: Material) -> Iterator[Block]:
    own = [
        material.dimensions[name]
        for name in ("states", "municipalities", "governments")
        if name in material.dimensions
    ]
    if not own:
        yield Paragraph(material.findings("concentration")[0])
    for dimension in own:
        yield Subheading(_sentence(dimension.many[material.lang]))
        said = findings_of(dimension, material.scope, TOP)
        yield Findings(material.each(list(said)))
        yield _bars(material, dimension)
    yield from _lorenz(material)
    yield Repeat(["grafo analyze concentration"])


def _bars(material: Material, dimension: Dimension) -> Chart:
    say, lang = material.say, material.lang
    many, states = dimension.many[lang], dimension.id == "states"
    shown = dimension.holders[:_BARS] if states else dimension.with_some[:_MUNICIPALITIES]
    people = dimension.population if states else None
    title = say(f"Acuerdos por {dimension.one.es}", f"Agreements by {dimension.one.en}")
    if len(shown) < len(dimension.holders):
        first = number(len(shown))
        title += say(f": las {first} con más", f": the {first} with most")
        title = (
            title
            if states
            else say(
                f"Los {first} {many} con más acuerdos", f"The {first} {many} with most agreements"
            )
        )
    caption = material.caption(
        dimension.id, title, say("Número de acuerdos y % del total. ", "Agreements and % of all. ")
        + dimension.denominator[lang],
    )  # fmt: skip
    svg = bars(
        caption,
        [_bar(material, dimension, holder, people) for holder in shown],
        lang,
        value_label=say("% de los acuerdos", "% of the agreements"),
        mark_label=say("% de la población", "% of the population") if people else "",
        shares=True,
    )
    return Chart(svg, grid(ranking(dimension, 50), lang, _columns(dimension), folded=True))


def _bar(material: Material, dimension: Dimension, holder: Holder, people: int | None) -> Bar:
    share = dimension.share(holder) or 0.0
    mark = holder.population / people if people and holder.population is not None else None
    said = f"{number(len(holder.agreements))} · {percent(share)}" if holder.agreements else "0"
    name = holder.label[material.lang]
    if dimension.id != "states" and holder.within and holder.label.es == holder.name.es:
        name = f"{name} ({holder.within[material.lang]})"
    return Bar(name, share, mark, said)


def _columns(dimension: Dimension) -> tuple[str, ...]:
    if dimension.id == "states":
        return (
            "rank", "name", "agreements", "share", "share_cumulative", "share_territory",
            "share_population",
        )  # fmt: skip
    return ("rank", "name", "within", "agreements", "share", "share_cumulative")


def _lorenz(material: Material) -> Iterator[Block]:
    say, table = material.say, material.table("concentration", "lorenz")
    if table is None:
        return
    curves = [
        Lorenz(
            _sentence(dimension.many[material.lang]),
            [(row["share_units"], row["share_agreements"]) for row in table.records()
             if row["id"] == dimension.id],
            f"Gini {number(gini(dimension.counts) or 0.0, 2)}",
        )
        for dimension in material.dimensions.values()
        if dimension.id != "themes" and len(dimension.holders) > 1
    ]  # fmt: skip
    if not curves:
        return
    yield Subheading(say("Qué tan desigual es el reparto", "How uneven the shares are"))
    yield Paragraph(
        say(
            "Si todos tuvieran los mismos acuerdos, la curva sería la diagonal; mientras más se "
            "aparta de ella, más concentrados están. Cuentan también quienes no tienen ninguno.",
            "If all had as many agreements, the curve would be the diagonal; the farther from it, "
            "the more concentrated they are. Those without any count too.",
        )
    )
    caption = material.caption(
        "lorenz",
        say("Curvas de concentración (Lorenz)", "Concentration curves (Lorenz)"),
        say(
            "Qué parte de los acuerdos tiene la parte de gobiernos o países que menos tienen",
            "The share of agreements held by the share of governments or countries with fewest",
        ),
    )
    svg = lorenz_curves(
        caption,
        curves,
        material.lang,
        x_label=say("parte de ellos, de menos a más acuerdos", "share of them, fewest first"),
        y_label=say("parte de los acuerdos que tienen", "share of the agreements they have"),
    )
    columns = ("name", "units", "units_with_agreements", "gini_all", "gini_some", "equivalents",
               "units_for_half", "top", "share_top")  # fmt: skip
    found = [*material.grids("concentration", "summary", columns, folded=True)]
    yield Chart(svg, found[0] if found else None)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
