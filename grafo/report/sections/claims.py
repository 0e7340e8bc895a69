"""The article's figures beside what the graph gives."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence

from grafo.analysis.wording import number
from grafo.figures import Figure
from grafo.figures.wording import shown
from grafo.report.content import Block, Code, Grid, Heading, Notes, Paragraph, Repeat, Section
from grafo.report.material import Material
from grafo.shown import NONE


def claims(material: Material) -> Section:
    """Return each claim: what it says, what is measured here, whether it holds, and why not."""
    title = material.say("Las cifras del artículo", "The article's figures")
    return Section("claims", title, list(_blocks(material)))


def _blocks(material: Material) -> Iterator[Block]:
    say, found = material.say, material.figures
    if not found:
        yield Paragraph(say("No se midió ninguna cifra.", "No figure was measured."))
        return
    yes, no, open_ = (
        sum(figure.holds is verdict for figure in found) for verdict in (True, False, None)
    )
    yield Paragraph(
        say(
            "El artículo sobre diplomacia de ciudades del que parte este trabajo da "
            f"{len(found)} cifras del registro nacional. Sobre los datos cargados, coinciden: "
            f"{yes}; no coinciden: {no}; no se puede decir: {open_}.",
            f"The article on city diplomacy that this work starts from gives {len(found)} figures "
            f"of the national register. On the loaded data, {yes} hold; {no} do not; of {open_} "
            "it cannot be said.",
        )
    )
    # Many figures cannot be said for one and the same reason.
    reasons = [*dict.fromkeys(each.why[material.lang] for each in found if each.why)]
    yield _table(material, reasons)
    if reasons:
        yield Notes([f"[{place}] {reason}" for place, reason in enumerate(reasons, start=1)])
    yield Grid(
        say("De qué pregunta sale cada cifra", "The question behind each figure"),
        [Heading(say("cifra", "figure")), Heading(say("se repite con", "repeat it with"))],
        [(figure.claim[material.lang], Code(command(figure))) for figure in found],
        folded=True,
    )
    yield Repeat(["grafo figures"])


def _table(material: Material, reasons: Sequence[str]) -> Grid:
    say, lang = material.say, material.lang
    return Grid(
        say(
            "Lo que dice el artículo y lo que dan estos datos",
            "What the article says, and what this data gives",
        ),
        [
            Heading(say("cifra", "figure")),
            Heading(say("el artículo", "the article")),
            Heading(say("estos datos", "this data")),
            Heading(say("¿coincide?", "holds?")),
        ],
        [
            (
                figure.claim[lang],
                figure.stated[lang],
                _measured(material, figure),
                _verdict(material, figure.holds)
                + (f" [{reasons.index(figure.why[lang]) + 1}]" if figure.why else ""),
            )
            for figure in material.figures
        ],
    )


def command(figure: Figure) -> str:
    """Return the command that answers the question behind a figure."""
    given = "".join(f" -p {name}={shlex.quote(str(v))}" for name, v in figure.parameters.items())
    return f"grafo query run {figure.query}{given}"


def _verdict(material: Material, holds: bool | None) -> str:
    match holds:
        case True:
            return material.say("sí", "yes")
        case False:
            return material.say("no", "no")
        case None:
            return material.say("no se puede decir", "cannot be said")


def _measured(material: Material, figure: Figure) -> str:
    if figure.value is None:
        return NONE
    value = shown(figure.value, figure.unit)
    if figure.numerator is None or figure.denominator is None:
        return value
    part, whole = number(figure.numerator), number(figure.denominator)
    counted = figure.counted[material.lang]
    return material.say(
        f"{value} ({part} de {whole} {counted})", f"{value} ({part} of {whole} {counted})"
    )
