"""Whom the exported data is from: what every format says of sources, licences and made-up data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from grafo.exports.source import ExportSource
from grafo.model import Bilingual

# What a loader file writes where nobody knows.
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Credit:
    """One source. `licence` is an IRI, a name, or `unknown`; others may be empty."""

    id: str
    title: Bilingual
    publisher: str
    licence: str
    url: str
    synthetic: bool
    limits: Bilingual


def credits_of(source: ExportSource) -> list[Credit]:
    """Return the sources in the graph, by id."""
    found = []
    for node in source.nodes("Source"):
        said = node.properties
        publisher = said.get("publisher", UNKNOWN)
        found.append(
            Credit(
                id=node.id,
                title=_both(said.get("title_es"), said.get("title_en"), node.id),
                publisher="" if publisher == UNKNOWN else publisher,
                licence=said.get("licence") or UNKNOWN,
                url=said.get("url", ""),
                synthetic=bool(said.get("synthetic")),
                limits=_both(said.get("limits_es"), said.get("limits_en"), ""),
            )
        )
    return found


def title_of(credits: Sequence[Credit]) -> Bilingual:
    """Return the title of an export; it says when the graph holds data that is made up."""
    es, en = "Grafo de relaciones entre gobiernos", "Graph of relations between governments"
    if any(credit.synthetic for credit in credits):
        return Bilingual(es=f"{es} · DATOS SINTÉTICOS", en=f"{en} · SYNTHETIC DATA")
    return Bilingual(es=es, en=en)


def credit_lines(credits: Sequence[Credit], lang: str) -> list[str]:
    """Return one line a source: its title, who publishes it, its licence and its limits."""
    return [_line(credit, lang) for credit in credits]


def _line(credit: Credit, lang: str) -> str:
    words = Bilingual(es="Fuente", en="Source"), Bilingual(es="Licencia", en="Licence")
    source, licence = (word[lang] for word in words)
    unknown = Bilingual(es="se desconoce", en="unknown")[lang]
    known = unknown if credit.licence == UNKNOWN else credit.licence
    by = f" ({credit.publisher})" if credit.publisher else ""
    parts = [f"{source}: {credit.title[lang]}{by}.", f"{licence}: {known}."]
    if credit.synthetic:
        parts.append(Bilingual(es="DATOS SINTÉTICOS.", en="SYNTHETIC DATA.")[lang])
    parts += [text for text in (credit.url, credit.limits[lang]) if text]
    return " ".join(parts)


def _both(es: str | None, en: str | None, otherwise: str) -> Bilingual:
    return Bilingual(es=es or en or otherwise, en=en or es or otherwise)
