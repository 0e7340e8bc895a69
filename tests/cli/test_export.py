"""`grafo export` as a person runs it, on the shipped register of made-up agreements."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

import grafo
from tests.cli.desk import Run, environment

FORMATS = ["csv", "gexf", "gexf-network", "graphml", "graphml-network", "neo4j-import", "parquet"]


@pytest.fixture(scope="module", autouse=True)
def _register(run: Run) -> None:
    done = run("load", "register_synthetic")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("lang", "said"), [("es", "Formatos"), ("en", "Formats")])
def test_the_help_lists_every_format(run: Run, lang: str, said: str) -> None:
    text = run("export", "--help", lang=lang).stdout
    assert said in text
    assert all(f" {name}: " in text for name in [*FORMATS, "quickstatements"])


def test_the_help_of_grafo_finds_no_formats(run: Run) -> None:
    assert " export " in run("--help").stdout
    code = "import sys, grafo.cli; print('grafo.exports.graphml' in sys.modules)"
    done = subprocess.run(  # noqa: S603  # the interpreter that runs the tests
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


@pytest.mark.parametrize("name", ["graphml-network", "gexf-network"])
def test_an_analyst_gets_a_file_for_gephi(run: Run, desk: Path, name: str) -> None:
    output = f"{name}.xml"
    done = run("export", name, "-o", output)
    assert done.returncode == 0, done.stderr
    assert output in done.stderr
    assert "SYNTHETIC" in done.stderr.upper()
    read = nx.read_gexf if name.startswith("gexf") else nx.read_graphml
    assert read(desk / output).number_of_edges() > 500


def test_a_file_can_go_to_standard_output(run: Run, desk: Path) -> None:
    done = run("export", "graphml-network", "-o", "-")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("<?xml")
    run("export", "graphml-network", "-o", "same.graphml")
    assert (desk / "same.graphml").read_text(encoding="utf-8") == done.stdout


def test_tables_go_to_a_new_folder(run: Run, desk: Path) -> None:
    assert run("export", "csv", "-o", "tables", lang="es").returncode == 0
    with (desk / "tables" / "Agreement.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) > 1000
    package = json.loads((desk / "tables" / "datapackage.json").read_text(encoding="utf-8"))
    assert "SINTÉTICOS" in package["title"]
    again = run("export", "csv", "-o", "tables")
    assert (again.returncode, "not empty" in again.stderr) == (2, True)


def test_python_exports_the_same_as_the_command(run: Run, desk: Path) -> None:
    assert run("export", "gexf-network", "-o", "command.gexf", lang="en").returncode == 0
    with grafo.open(home=desk / ".grafo", lang="en") as graph:
        graph.export("gexf-network", desk / "python.gexf")
    assert (desk / "python.gexf").read_bytes() == (desk / "command.gexf").read_bytes()


def test_measures_come_along_when_asked_for(run: Run, desk: Path) -> None:
    assert run("analyze", "hubs", "--write").returncode == 0
    for flags, there in (([], False), (["--measures"], True)):
        folder = f"measured-{there}"
        assert run("export", "csv", "-o", folder, *flags).returncode == 0
        head = (desk / folder / "Government.csv").read_text(encoding="utf-8-sig").splitlines()[0]
        assert ("pagerank" in head) == there


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["graphm", "-o", "x"], "graphml"),
        (["csv", "-o", "-"], "folder"),
        (["graphml", "-o", "."], "is a folder"),
        (["quickstatements", "-o", "x.qs"], "synthetic"),
        (["graphml"], "--output"),
    ],
)
def test_what_is_asked_wrongly_is_answered_with_help(
    run: Run, desk: Path, arguments: list[str], said: str
) -> None:
    done = run("export", *arguments)
    assert done.returncode == 2, done.stdout
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (desk / "x").exists() and not (desk / "x.qs").exists()


def test_a_reader_that_goes_away_leaves_no_traceback(desk: Path, cache_dir: Path) -> None:
    process = subprocess.Popen(  # the interpreter that runs the tests
        [sys.executable, "-m", "grafo", "export", "graphml", "-o", "-"],
        cwd=desk,
        env=environment(cache_dir, ".grafo"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None and process.stderr is not None
    assert process.stdout.read(5) == b"<?xml"
    process.stdout.close()
    said = process.stderr.read().decode()
    process.stderr.close()
    process.wait(60)
    assert "Traceback" not in said
