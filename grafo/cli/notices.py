"""What every answer must be read with: that data is made up, and what its sources lack."""

from __future__ import annotations

from grafo.cli.console import note
from grafo.language import say
from grafo.session import Grafo


def warn_of_limits(graph: Grafo) -> None:
    """Say on stderr that the graph holds synthetic data, and the limits of its agreements."""
    for row in graph.store.rows(
        "MATCH (s:Source) WHERE s.synthetic OR s.limits_es IS NOT NULL "
        "MATCH (a:Agreement)-[:REPORTED_IN]->(s) WITH DISTINCT s "
        "RETURN s.synthetic AS synthetic, s.title_es AS title_es, s.title_en AS title_en, "
        "s.limits_es AS es, s.limits_en AS en ORDER BY s.id"
    ):
        title = say(row["title_es"], row["title_en"])
        text = say(row["es"] or "", row["en"] or "")
        note(f"{title}: {text}", style="yellow bold" if row["synthetic"] else "yellow")
