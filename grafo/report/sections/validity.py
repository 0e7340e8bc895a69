"""What is in force: by time of signature, and for how long agreements last."""

from __future__ import annotations

from collections.abc import Iterator

from grafo.analysis.chronology import wording
from grafo.analysis.chronology.lasting import statuses
from grafo.analysis.result import Table
from grafo.analysis.wording import number
from grafo.model import load_model
from grafo.report.cells import grid
from grafo.report.charts import Series, Survivors, share_columns, survival_curves
from grafo.report.content import Block, Chart, Findings, Notes, Paragraph, Repeat, Section
from grafo.report.material import Material


def validity(material: Material) -> Section:
    """Return what is in force, by the sources, and an estimate only where it is honest."""
    title = material.say("Qué sigue vigente", "What is in force")
    return Section("validity", title, [*_blocks(material)])


def _blocks(material: Material) -> Iterator[Block]:
    say, found = material.say, material.dated
    said = [*wording.in_force(found, material.scope)]
    said += wording.still_in_force(material.estimates, material.scope)
    if said:
        yield Findings(material.each(said))
    else:
        yield Paragraph(
            say(
                "Las fuentes no dicen de ningún acuerdo si sigue vigente o concluyó.",
                "The sources do not say of any agreement whether it is in force or has ended.",
            )
        )
    by_time = material.table("timeline", "survival")
    if by_time is not None:
        yield _by_time(material, by_time)
    curves = material.table("timeline", "kaplan_meier")
    if curves is not None:
        yield _curves(material, curves)
        yield Notes(
            [
                say(
                    "Estimación de Kaplan–Meier: un acuerdo vigente cuenta hasta la fecha de los "
                    "datos. Supone que las fuentes conservan los concluidos.",
                    "Kaplan–Meier estimate: an agreement in force counts up to the date of the "
                    "data. It supposes that the sources keep those that ended.",
                )
            ]
        )
    elif said:
        counts = statuses(material.scope.agreements)
        known = number(counts["in-force"] + counts["expired"])
        yield Notes(
            [
                say(
                    "No se estima cuánto duran los acuerdos: para eso haría falta conocer la "
                    f"fecha y el desenlace de casi todos (el desenlace consta en {known}).",
                    "How long agreements last is not estimated: that would take the date and the "
                    f"outcome of nearly all of them (the outcome is known of {known}).",
                )
            ]
        )
    yield Repeat(["grafo analyze timeline"])


def _by_time(material: Material, table: Table) -> Chart:
    say, lang = material.say, material.lang
    records = table.records()
    series = [
        Series(table.columns[name][lang], [row[name] for row in records], fill, hatched=hatched)
        for name, fill, hatched in (
            ("in_force", "one", False),
            ("expired", "pale", False),
            ("unknown", "muted", True),
        )
    ]
    caption = material.caption(
        "validity",
        say("Vigencia según cuándo se firmó", "In force, by time of signature"),
        say(
            "% de los acuerdos firmados en cada periodo, según las fuentes",
            "% of the agreements signed in each period, by the sources",
        ),
    )
    svg = share_columns(caption, [row["period"] for row in records], series, lang)
    columns = ("period", "agreements", "in_force", "expired", "unknown", "share_in_force",
               "median_term")  # fmt: skip
    return Chart(svg, grid(table, lang, columns, folded=True))


def _curves(material: Material, table: Table) -> Chart:
    say, lang = material.say, material.lang
    kinds = load_model().nodes["Agreement"].properties["kind"].values or {}
    by_kind = {f"share_{kind.replace('-', '_')}": label[lang] for kind, label in kinds.items()}
    names = [name for name in by_kind if name in table.columns]
    if not any(row[name] is not None for row in table.records() for name in names):
        names, by_kind = ["share_in_force"], {"share_in_force": say("todos", "all")}
    curves = [
        Survivors(
            by_kind[name],
            [(row["years"], row[name]) for row in table.records() if row[name] is not None],
        )
        for name in names
    ]
    caption = material.caption(
        "survival",
        say("Cuánto tiempo siguen vigentes", "How long they stay in force"),
        say(
            "Parte de los acuerdos que sigue vigente a los años de su firma",
            "Share of the agreements still in force so many years after signature",
        ),
    )
    label = say("años desde la firma", "years since signature")
    svg = survival_curves(caption, curves, lang, x_label=label)
    return Chart(svg, grid(table, lang, ("years", "at_risk", "share_in_force", *names),
                           folded=True))  # fmt: skip
