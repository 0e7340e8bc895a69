"""Method: how to read each analysis, what is counted, and under which licence data comes."""

from __future__ import annotations

from collections.abc import Iterator

from grafo.report.content import Block, Notes, Paragraph, Repeat, Section, Subheading
from grafo.report.material import Material


def method(material: Material) -> Section:
    """Return the notes of all analyses and how the whole report is made again."""
    title = material.say("Método y licencias", "Method and licences")
    return Section("method", title, [*_blocks(material)])


def _blocks(material: Material) -> Iterator[Block]:
    say = material.say
    yield Paragraph(
        say(
            "Este informe se hizo con grafo a partir de las fuentes listadas al principio; no se "
            "corrigió nada a mano. Los mismos datos dan siempre el mismo informe. Los acuerdos "
            "retirados por su fuente no cuentan en ninguna parte.",
            "This report was made with grafo from the sources listed at the beginning; nothing "
            "was corrected by hand. The same data always gives the same report. Agreements "
            "withdrawn by their source count nowhere.",
        )
    )
    for analysis in ("concentration", "hubs", "communities", "timeline", "gaps", "coverage"):
        result = material.result(analysis)
        if result.notes:
            yield Subheading(result.title[material.lang])
            yield material.notes(analysis)
    limits = [limit for figure in material.figures for limit in material.each(figure.limits)]
    if limits:
        yield Subheading(say("Las cifras del artículo", "The article's figures"))
        yield Notes(list(dict.fromkeys(limits)))
    if material.snapshot.sources:
        yield Subheading(say("Licencias", "Licences"))
        yield Notes([*_licences(material)])
    yield Repeat(["grafo report -o report.html", "grafo query run sources"])


def _licences(material: Material) -> Iterator[str]:
    say = material.say
    for source in material.snapshot.sources:
        title = (source.title_es if material.lang == "es" else source.title_en) or source.id
        licence, publisher = source.licence, ""
        if not licence or licence == "unknown":
            licence = say("licencia desconocida", "licence unknown")
        if source.publisher and source.publisher != "unknown":
            publisher = f" ({source.publisher})"
        yield f"{title}{publisher}: {licence}"
    yield say(
        "Quien reutilice este informe debe citar a cada fuente como su licencia lo pide.",
        "Whoever reuses this report must credit each source as its licence asks.",
    )
