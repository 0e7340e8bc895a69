"""Where nothing is: states, large municipalities, regions of the world and countries."""

from __future__ import annotations

from collections.abc import Iterator

from grafo.analysis.result import Table
from grafo.analysis.wording import number
from grafo.report.cells import grid
from grafo.report.charts import Bar, bars
from grafo.report.content import Block, Chart, Findings, Repeat, Section
from grafo.report.material import Material


def gaps(material: Material) -> Section:
    """Return what nobody has connected."""
    title = material.say("Dónde no hay nada", "Where nothing is")
    return Section("gaps", title, [*_blocks(material)])


def _blocks(material: Material) -> Iterator[Block]:
    yield Findings(material.findings("gaps"))
    own = ("name", "population", "agreements", "own", "local", "per_million", "expected", "ratio")
    territories = material.table("gaps", "territories")
    if territories is not None and any(row["ratio"] is not None for row in territories.records()):
        yield from material.grids("gaps", "territories", own)
    large = ("name", "division", "population", "division_agreements")
    yield from material.grids("gaps", "municipalities", large)
    regions = material.table("gaps", "regions")
    if regions is not None:
        yield _regions(material, regions)
    countries = ("name", "subregion", "active", "representations")
    yield from material.grids("gaps", "countries", countries)
    yield from material.grids("gaps", "small_groups", ("members", "governments", "agreements"),
                              folded=True)  # fmt: skip
    yield Repeat(
        [
            "grafo analyze gaps",
            "grafo query run states_without_agreements",
            "grafo query run municipalities_without_agreements -p min_population=100000",
            "grafo query run countries_without_agreements",
        ]
    )


def _regions(material: Material, table: Table) -> Chart:
    say, records = material.say, table.records()
    rows = [
        Bar(
            row[f"name_{material.lang}"],
            row["agreements"],
            said=say(
                f"{number(row['agreements'])} · {number(row['countries_without'])} de "
                f"{number(row['countries'])} sin",
                f"{number(row['agreements'])} · {number(row['countries_without'])} of "
                f"{number(row['countries'])} without",
            ),
        )
        for row in records
    ]
    caption = material.caption(
        "regions",
        table.title[material.lang],
        say(
            "Acuerdos, y cuántos países y territorios de la subregión no tienen ninguno",
            "Agreements, and how many countries and territories of the subregion have none",
        ),
    )
    columns = ("name", "countries", "countries_without", "agreements")
    return Chart(
        bars(caption, rows, material.lang), grid(table, material.lang, columns, folded=True)
    )
