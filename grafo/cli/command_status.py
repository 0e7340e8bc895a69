"""`grafo status`: what is in the graph."""

from __future__ import annotations

from dataclasses import asdict

import grafo
from grafo.cli.app import app
from grafo.cli.console import note, out
from grafo.cli.options import ReportFormat
from grafo.cli.output import write_json, write_rows
from grafo.language import language, say
from grafo.model import load_model


@app.command(help=say("Qué hay en el grafo.", "What is in the graph."))
def status(form: ReportFormat = "table") -> None:
    """Count nodes, edges and sources, and name loads that did not end."""
    with grafo.open() as graph:
        found = graph.status()
    if form == "json":
        write_json({**asdict(found), "synthetic": found.synthetic})
        return
    model, lang = load_model(), language()
    out.print(f"{found.engine} {found.version} · {found.where}")
    if found.synthetic:
        out.print(say("CONTIENE DATOS SINTÉTICOS", "HOLDS SYNTHETIC DATA"), style="yellow bold")
    counts = [(model.nodes[n].label[lang], count) for n, count in found.nodes.items()]
    counts += [(f"— {model.edges[e].label[lang]} →", count) for e, count in found.edges.items()]
    headings = {"what": say("qué", "what"), "count": say("cuántos", "how many")}
    write_rows(list(headings), counts, "table", headings=headings)
    rows = [
        (
            source.id,
            source.title_es if lang == "es" else source.title_en,
            source.reports,
            source.retired,
            source.last_run.finished_at if source.last_run else None,
        )
        for source in found.sources
    ]
    headings = {
        "source": say("fuente", "source"),
        "title": say("título", "title"),
        "reports": say("reporta", "reports"),
        "retired": say("retirados", "retired"),
        "loaded": say("última carga (UTC)", "last load (UTC)"),
    }
    write_rows(list(headings), rows, "table", headings=headings)
    for run in found.unfinished:
        note(
            say(
                f"La carga de {run.source} ({run.file}) no terminó; vuelva a correrla.",
                f"The load of {run.source} ({run.file}) did not end; run it again.",
            ),
            style="yellow",
        )
