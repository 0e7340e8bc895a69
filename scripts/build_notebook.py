"""Write docs/notebook.ipynb: from the bundled data to partners and the explorer, in Spanish.

    python scripts/build_notebook.py [--check]

The cells stand below. They are executed from first to last in a kernel of this Python, against a
graph in a temporary folder; nothing of the machine and no time of day stays in the file, and what
is too large to keep (the explorer's page) is replaced by a note. With --check nothing is written,
and the exit code is 1 when the notebook is not what the cells give.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

import nbformat
from fresh import ROOT, renew
from nbclient import NotebookClient

NAME = "docs/notebook.ipynb"
NOTEBOOK = ROOT / NAME
FORMAT: Any = nbformat.v4  # its functions have no types
SECONDS = 300  # for one cell, on a machine that does other work
MOST = 20_000  # characters of one output that are kept
NOTE = "(El explorador se abre aquí al ejecutar la celda; su página no se guarda en el cuaderno.)"

TEXT, CODE = "markdown", "code"
OPENING = (
    (TEXT, """\
# Quién coopera con quién

Este cuaderno va de los datos incluidos en grafo a tres respuestas: qué gobiernos concentran los
hermanamientos, quién se queda fuera y con quién convendría hablar. Cada celda se puede
cambiar y volver a ejecutar; nada sale de su equipo."""),
    (TEXT, """\
## 1. Abrir el grafo y cargar

Sin más indicaciones el grafo vive en la carpeta `.grafo` y no hace falta instalar un servidor. Los
hermanamientos incluidos provienen de listas hechas por voluntarios: no traen fechas ni temas."""),
    (CODE, """\
import pandas as pd

import grafo

g = grafo.open(lang="es")
carga = g.load("twinnings_mx")
print(f"{carga.read:,} renglones leídos = {carga.loaded:,} cargados + {carga.merged:,} fundidos "
      f"+ {carga.unchanged:,} sin cambio + {carga.quarantined:,} en cuarentena")
print(carga.limits_es)"""),
    (TEXT, """\
## 2. Preguntar

`g.query` responde las preguntas de la biblioteca (`grafo query list` las enlista), siempre en modo
de sólo lectura. `g.cypher` hace lo mismo con su propio Cypher."""),
    (CODE, """\
respuesta = g.query("countries_by_agreements", limit=10)
pd.DataFrame(respuesta.rows, columns=respuesta.columns)"""),
    (TEXT, """\
## 3. Quién concentra los vínculos

Un análisis devuelve hallazgos, que son frases para citar, y las tablas de las que salen."""),
    (CODE, """\
nodos = g.analyze("hubs", top=10)
for hallazgo in nodos.findings:
    print("•", hallazgo.es)"""),
    (CODE, """\
tabla = pd.DataFrame(nodos.tables[0].records())
tabla[["name_es", "country_es", "partners", "countries", "agreements"]]"""),
    (TEXT, """\
## 4. Quién se queda fuera"""),
    (CODE, """\
huecos = g.analyze("gaps")
for hallazgo in huecos.findings:
    print("•", hallazgo.es)"""),
)  # fmt: skip

PARTNERS = (
    (TEXT, """\
## 5. Con quién convendría hablar

Tlaxcala no tiene contrapartes en estos datos: se le sugiere lo que conviene a gobiernos como él.
Cada sugerencia trae sus razones; `grafo analyze partners --backtest` mide qué tan seguido se
acierta."""),
    (CODE, """\
socios = g.analyze("partners", government="Tlaxcala", top=3)
for hallazgo in socios.findings:
    print("•", hallazgo.es)"""),
    (CODE, """\
for socio in socios.tables[0].records():
    print(f"{socio['rank']}. {socio['name_es']} ({socio['country_es']})")
    for razon in socio["reasons_es"].split("; "):
        print("   -", razon)"""),
)  # fmt: skip

CLOSING = (
    (TEXT, """\
## 6. Verlo todo

La red, el mapa y la tabla en un marco, sin conexión. Busque un gobierno, filtre o haga clic en un
estado. `grafo view explorer` escribe la misma página como un archivo que se puede enviar."""),
    (CODE, """\
g.view()"""),
    (CODE, """\
g.close()"""),
)  # fmt: skip


def build() -> str:
    """Execute the cells; return the notebook as the text of its file.

    Raises:
        nbclient.exceptions.CellExecutionError: a cell failed.
        ValueError: a cell said something that only this machine would say.
    """
    notebook = FORMAT.new_notebook()
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    for number, (kind, source) in enumerate((*OPENING, *PARTNERS, *CLOSING), start=1):
        cell = FORMAT.new_code_cell if kind == CODE else FORMAT.new_markdown_cell
        notebook.cells.append(cell(source, id=f"cell-{number:02}"))
    metadata = dict(notebook.metadata)
    with tempfile.TemporaryDirectory() as folder:
        _execute(notebook, Path(folder))
        notebook.metadata = metadata
        for cell in notebook.cells:
            cell.metadata = {}
            cell.outputs = [kept for output in cell.get("outputs", ()) if (kept := _kept(output))]
            if cell.cell_type != CODE:
                del cell["outputs"]
        text: str = FORMAT.writes(notebook)
        for private in (folder, str(ROOT), str(Path.home())):
            if private in text and private != "/":
                raise ValueError(f"the notebook would name {private}")
    return text + "\n"


def _execute(notebook: Any, folder: Path) -> None:
    """Run the cells in an empty folder, with a graph of its own and no server."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")
    }
    environment |= {"GRAFO_HOME": str(folder / "graph"), "PYTHONPATH": str(ROOT)}
    client = NotebookClient(
        notebook, timeout=SECONDS, resources={"metadata": {"path": str(folder)}}
    )
    client.execute(env=environment)


def _kept(output: Any) -> Any:
    """An output without what is too large, or None; fail on what should not have been said."""
    if output.output_type == "stream" and output.name == "stderr":
        raise ValueError(f"a cell warns: {output.text}")
    for kind, value in output.get("data", {}).items():
        if kind == "text/html" and value.lstrip().startswith("<script"):
            return None  # NetworKit puts scripts of its own into a notebook when it is imported
        if kind == "text/html" and len(value) > MOST:
            return FORMAT.new_output("display_data", {"text/plain": NOTE})
    return output


if __name__ == "__main__":
    sys.exit(renew({NAME: build}, sys.argv[1:]))
