"""`grafo demo`: the shipped data into a graph of its own, and the first answers out of it."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated

import typer

from grafo.cli.answers import print_answer, write_answer
from grafo.cli.app import app
from grafo.cli.command_load import print_report
from grafo.cli.console import note, out, progress_bar
from grafo.language import language, say
from grafo.questions import find_question
from grafo.session import Grafo
from grafo.settings import Settings

REAL = ("representations_mx", "twinnings_mx")
SYNTHETIC = ("representations_mx", "register_synthetic")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the demo; the terminal shows the first rows, the file has them all."""

    name: str
    parameters: dict[str, str | int] = field(default_factory=dict)
    shown: int = 10
    variant: str = ""


QUESTIONS = (
    Asked("hubs", {"country": "MX", "limit": 1000}),
    Asked("states_without_agreements", {"scope": "territory"}, variant="-territory"),
    Asked("states_without_agreements", {"scope": "government"}, variant="-government"),
    Asked("countries_by_agreements", {"limit": 300}),
    Asked("agreements_by_state"),
    Asked("municipalities_without_agreements", {"min_population": 500_000, "limit": 3000}),
)


@app.command(
    help=say(
        "Carga la muestra incluida, responde las primeras preguntas y dice dónde quedó todo.",
        "Load the shipped sample, answer the first questions and say where everything is.",
    )
)
def demo(
    synthetic: Annotated[
        bool,
        typer.Option(
            "--synthetic",
            help=say("Con el registro sintético.", "With the synthetic register."),
        ),
    ] = False,
    output: Annotated[
        Path,
        typer.Option("-o", "--output", help=say("Carpeta de resultados.", "Results folder.")),
    ] = Path("grafo-demo"),
) -> None:
    """Real data unless asked otherwise: the two are never in one graph."""
    settings = Settings.from_environment(os.environ)
    if settings.neo4j_uri is None:
        # A graph of its own, so that trying the demo never touches one's work.
        settings = replace(settings, home=output / ("graph-synthetic" if synthetic else "graph"))
    with Grafo(settings) as graph:
        _load(graph, SYNTHETIC if synthetic else REAL)
        files = [_answer(graph, asked, output, n) for n, asked in enumerate(QUESTIONS, start=1)]
        report, explorer = output / "report.html", output / "explorer.html"
        graph.report(report)
        graph.draw("explorer", explorer)
        open_names = graph.decisions_file.exists()
    out.print(say("\nResultados completos:", "\nFull results:"), style="bold")
    for file in files:
        out.print(f"  {file}")
    out.print(say("Para seguir preguntando:", "To go on asking:"), style="bold")
    grafo = "grafo" if shutil.which("grafo") else _this_program()
    if settings.neo4j_uri is None:
        grafo = f"GRAFO_HOME={settings.home} {grafo}"
    out.print(f"  {grafo} query list")
    out.print(f"  {grafo} query run agreements_of_government -p government='Guadalajara, MX'")
    out.print(f"  {grafo} analyze gaps")
    out.print(f"  {grafo} analyze partners Tlaxcala")
    out.print(f"  {grafo} export gexf-network -o red.gexf")
    if open_names:
        out.print(f"  {grafo} review")
    out.print(say("\nPara abrir en el navegador:", "\nTo open in a browser:"), style="bold")
    out.print(say(f"  {report}  (el informe)", f"  {report}  (the report)"))
    out.print(
        say(
            f"  {explorer}  (red, mapa, tabla: para explorar)",
            f"  {explorer}  (network, map, table: to explore)",
        )
    )


def _this_program() -> str:
    """Return how this very process was called, for who has no `grafo` on the path."""
    return "python -m grafo" if sys.argv[0].endswith("__main__.py") else sys.argv[0]


def _load(graph: Grafo, names: tuple[str, ...]) -> None:
    for name in names:
        with progress_bar() as progress:
            report = graph.load(name, progress=progress)
        print_report(report, problems=3)
    status = graph.status()
    nodes = status.nodes
    engine = f"{status.engine} {status.version}"
    out.print(
        say(
            f"En el grafo ({engine}): {nodes['Government']:,} gobiernos, "
            f"{nodes['Agreement']:,} acuerdos, {nodes['Country']:,} países, "
            f"{nodes['Representation']:,} representaciones.",
            f"In the graph ({engine}): {nodes['Government']:,} governments, "
            f"{nodes['Agreement']:,} agreements, {nodes['Country']:,} countries, "
            f"{nodes['Representation']:,} representations.",
        )
    )
    if status.synthetic:
        note(say("CONTIENE DATOS SINTÉTICOS", "HOLDS SYNTHETIC DATA"), style="yellow bold")


def _answer(graph: Grafo, asked: Asked, folder: Path, number: int) -> Path:
    question = find_question(asked.name)
    answer = graph.query(asked.name, asked.parameters)
    path = folder / f"{number}-{asked.name}{asked.variant}.csv"
    write_answer(path, answer)
    title = question.title[language()]
    if "scope" in asked.parameters:
        title = f"{title} · scope={asked.parameters['scope']}"
    out.print("")
    print_answer(replace(answer, rows=answer.rows[: asked.shown]), question=question, title=title)
    if len(answer.rows) > asked.shown:
        out.print(
            say(
                f"… {len(answer.rows):,} en total, en {path}",
                f"… {len(answer.rows):,} in all, in {path}",
            )
        )
    return path
