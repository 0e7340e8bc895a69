"""With whom: the countries, who has most counterparts, and the communities."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from grafo.analysis.holdings.tables import ranking
from grafo.analysis.holdings.wording import findings_of
from grafo.analysis.wording import number, percent
from grafo.report.cells import grid
from grafo.report.charts import Bar, bars
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

_COUNTRIES = 20
_HUBS = 15
_COMMUNITIES = 12


def counterparts(material: Material) -> Section:
    """Return the countries of the counterparts, the hubs and the communities of the network."""
    return Section(
        "counterparts",
        material.say("Con quién", "With whom"),
        [*_countries(material), *_hubs(material), *_communities(material), _repeat()],
    )


def _repeat() -> Repeat:
    return Repeat(
        [
            "grafo query run countries_by_agreements",
            "grafo analyze hubs",
            "grafo analyze communities",
        ]
    )


def _countries(material: Material) -> Iterator[Block]:
    say, lang = material.say, material.lang
    yield Subheading(say("Países", "Countries"))
    dimension = material.dimensions.get("countries")
    if dimension is None:
        yield Paragraph(
            say(
                "Ningún acuerdo tiene una contraparte cuyo país se conozca.",
                "No agreement has a counterpart whose country is known.",
            )
        )
        return
    said = findings_of(dimension, material.scope, TOP)
    yield Findings(material.each(list(said)))
    first = dimension.with_some[:_COUNTRIES]
    title = say("Acuerdos por país de la contraparte", "Agreements by the counterpart's country")
    if len(first) < len(dimension.with_some):
        count, of = number(len(first)), number(len(dimension.with_some))
        title += say(f": los {count} primeros de {of}", f": the first {count} of {of}")
    rows = [
        Bar(
            holder.label[lang],
            len(holder.agreements),
            said=f"{number(len(holder.agreements))} · {percent(dimension.share(holder) or 0.0)}",
        )
        for holder in first
    ]
    svg = bars(material.caption("countries", title, dimension.denominator[lang]), rows, lang)
    columns = ("rank", "name", "agreements", "share", "share_cumulative")
    yield Chart(svg, grid(ranking(dimension, 300), lang, columns, folded=True))


def _hubs(material: Material) -> Iterator[Block]:
    say = material.say
    yield Subheading(say("Concentradores", "Hubs"))
    yield Findings(material.findings("hubs"))
    table = material.table("hubs", "hubs")
    if table is None:
        return
    records, total = table.records()[:_HUBS], table.denominator
    rows = [
        Bar(
            _hub(material, row),
            row["partners"],
            # Those of the home country stand out from their counterparts abroad.
            strong=material.home in (None, row["country"]),
        )
        for row in records
    ]
    subtitle = say("Contrapartes distintas de cada gobierno", "Distinct counterparts of each")
    if material.home_said and any(not row.strong for row in rows):
        subtitle += say(
            f"; en tono fuerte, los de {material.home_said}",
            f" government; those of {material.home_said} in the strong colour",
        )
    caption = material.caption(
        "hubs",
        say("Quién tiene más contrapartes", "Who has most counterparts"),
        f"{subtitle}. {total[material.lang] if total else ''}".strip(),
    )
    columns = ("rank", "name", "level", "country", "partners", "countries", "agreements", "why")
    yield Chart(
        bars(caption, rows, material.lang), grid(table, material.lang, columns, folded=True)
    )


def _hub(material: Material, row: dict[str, Any]) -> str:
    """Return the name of a hub, with its country when that is not the home country."""
    name, country = str(row[f"name_{material.lang}"]), row[f"country_{material.lang}"]
    return name if row["country"] == material.home or not country else f"{name} ({country})"


def _communities(material: Material) -> Iterator[Block]:
    say = material.say
    yield Subheading(say("Comunidades", "Communities"))
    yield Findings(material.findings("communities"))
    columns = ("community", "name", "governments", "countries", "agreements", "share_inside",
               "hubs")  # fmt: skip
    yield from material.grids("communities", "communities", columns, rows=_COMMUNITIES)
    between = ("name", "country", "community", "partners", "partners_outside", "other_communities")
    yield from material.grids("communities", "between", between, rows=TOP, folded=True)
