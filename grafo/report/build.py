"""A graph as a report: its title, what must be known first, and its sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grafo.analysis import Snapshot
from grafo.analysis.chronology.moments import in_words
from grafo.analysis.snapshot import Source
from grafo.analysis.wording import Lang, number
from grafo.figures import Figure
from grafo.model import Bilingual
from grafo.report.content import Block, Cell, Grid, Heading, Limits, Link, Report
from grafo.report.material import Material
from grafo.report.sections import SECTIONS
from grafo.shown import NONE

_NO_DATE = (
    Bilingual(es="no trae fecha de firma", en="has no date of signature"),
    Bilingual(es="no traen fecha de firma", en="have no date of signature"),
)
_NO_THEME = (
    Bilingual(es="no dice de qué trata", en="does not say its theme"),
    Bilingual(es="no dicen de qué tratan", en="do not say their theme"),
)
_NO_OUTCOME = (
    Bilingual(es="no dice si sigue vigente", en="does not say whether it is in force"),
    Bilingual(es="no dicen si siguen vigentes", en="do not say whether they are in force"),
)


def build_report(snapshot: Snapshot, figures: Sequence[Figure], lang: Lang) -> Report:
    """Return the report of a graph in one language, as plain values.

    `figures` are the article's, measured on the same graph (`grafo.figures.measure_claims`).
    The same graph gives the same report: there is no clock in it.
    """
    material = Material(snapshot, figures, lang)
    return Report(
        lang,
        _title(material),
        material.say(
            "Quién firma, con quién, cuándo, sobre qué, y dónde no hay nada",
            "Who signs, with whom, when, about what, and where nothing is",
        ),
        material.say("DATOS SINTÉTICOS", "SYNTHETIC DATA") if snapshot.synthetic else "",
        _as_of(material),
        [*_opening(material)],
        [section(material) for section in SECTIONS],
    )


def _title(material: Material) -> str:
    name = material.home_said
    if not name:
        return material.say("Acuerdos entre gobiernos locales", "Agreements of local governments")
    return material.say(
        f"Acuerdos internacionales de los gobiernos locales de {name}",
        f"International agreements of the local governments of {name}",
    )


def _as_of(material: Material) -> str:
    if material.dated is None:
        return material.say(
            "Fecha de los datos: no consta (ningún acuerdo trae fecha de firma)",
            "Date of the data: unknown (no agreement has a date of signature)",
        )
    date = in_words(material.dated.as_of, material.lang)
    return material.say(
        f"Fecha de los datos: {date} (última firma)", f"Date of the data: {date} (last signature)"
    )


def _opening(material: Material) -> Iterator[Block]:
    limits = [*_limits(material)]
    heading = material.say("Lo que estos datos no dicen", "What this data does not say")
    if limits:
        yield Limits(heading, limits)
    if material.snapshot.sources:
        yield _sources(material)


def _limits(material: Material) -> Iterator[str]:
    """Yield what the sources say of themselves, made-up ones first, then what is missing here."""
    say, agreements = material.say, material.scope.agreements
    order = sorted(material.snapshot.sources, key=lambda s: (not s.synthetic, not s.agreements))
    for source in order:
        limits = source.limits_es if material.lang == "es" else source.limits_en
        if limits:
            yield f"{_name(material, source)}: {limits}"
    if not agreements:
        yield say(
            "No hay acuerdos que contar: casi nada de lo que sigue se puede decir todavía.",
            "There are no agreements to count: hardly anything of what follows can be said yet.",
        )
        return
    for missing, one, many in (
        (sum(not each.signed for each in agreements), *_NO_DATE),
        (sum(not each.themes for each in agreements), *_NO_THEME),
        (sum(each.status not in ("in-force", "expired") for each in agreements), *_NO_OUTCOME),
    ):
        if missing:
            verb = one if missing == 1 else many
            count, of = number(missing), number(len(agreements))
            yield say(
                f"{count} de {of} acuerdos {verb.es}.", f"{count} of {of} agreements {verb.en}."
            )


def _sources(material: Material) -> Grid:
    say, snapshot = material.say, material.snapshot
    last: dict[str, str] = {}
    for agreement in snapshot.agreements:
        for source in agreement.sources:
            last[source] = max(last.get(source, ""), agreement.signed or "")
    rows: list[tuple[Cell, ...]] = []
    for each in sorted(snapshot.sources, key=lambda s: (-s.agreements, s.id)):
        name, date = _name(material, each), last.get(each.id)
        rows.append(
            (
                Link(name, each.url) if each.url else name,
                _known(each.publisher) or NONE,
                _known(each.licence) or say("desconocida", "unknown"),
                number(each.agreements) if each.agreements else NONE,
                in_words(date, material.lang) if date else NONE,
            )
        )
    return Grid(
        say("Fuentes", "Sources"),
        [
            Heading(say("fuente", "source")),
            Heading(say("la publica", "published by")),
            Heading(say("licencia", "licence")),
            Heading(say("acuerdos", "agreements"), numeric=True),
            Heading(say("última firma", "last signature")),
        ],
        rows,
    )


def _known(said: str | None) -> str | None:
    """Return what a source says of itself; `unknown` is how a loader file says nothing."""
    return None if said == "unknown" else said


def _name(material: Material, source: Source) -> str:
    return (source.title_es if material.lang == "es" else source.title_en) or source.id
