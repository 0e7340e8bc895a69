"""The commands as a person runs them: real processes, real files, real exit codes."""

from __future__ import annotations

import csv
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.desk import Run, environment


@pytest.fixture(scope="module")
def demo(run: Run) -> subprocess.CompletedProcess[str]:
    """The demo, run once."""
    return run("demo", lang="es")


def test_the_demo_answers_and_names_its_files(
    demo: subprocess.CompletedProcess[str], desk: Path
) -> None:
    assert demo.returncode == 0, demo.stderr
    assert "¿Quién concentra los vínculos?" in demo.stdout
    assert "Guadalajara" in demo.stdout
    assert "Baja California Sur" in demo.stdout
    assert "Estados Unidos" in demo.stdout
    files = re.findall(r"grafo-demo/\d-\S+\.csv", demo.stdout.split("Resultados completos:")[1])
    assert len(files) == 6
    for name in files:
        with (desk / name).open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.reader(stream))
        assert len(rows) > 1, name
    # What the sample lacks is said where its answers are.
    assert "sin fechas de firma" in demo.stderr


@pytest.mark.usefixtures("demo")
def test_the_demo_graph_can_be_asked_on(run: Run) -> None:
    home = "grafo-demo/graph"
    listed = run("query", "list", "--format", "json", home=home)
    assert {"name", "title_es", "title_en", "params"} == set(json.loads(listed.stdout)[0])
    asked = run("query", "run", "hubs", "-p", "limit=3", "--format", "csv", home=home)
    assert asked.stdout.splitlines()[0] == "id,name,level,country,partners,agreements"
    assert len(asked.stdout.splitlines()) == 4
    assert "without dates" in asked.stderr
    named = run(
        "query", "run", "agreements_of_government", "-p", "government=guadalajara, mx",
        "--format", "json", home=home,
    )  # fmt: skip
    assert len(json.loads(named.stdout)) > 20
    written = run("query", "cypher", "CREATE (:Government {id: 'x'}) RETURN 1", home=home)
    assert written.returncode == 2
    assert "Traceback" not in written.stderr
    cut = run(
        "query", "cypher", "MATCH (g:Government) RETURN g.id", "--max-rows", "5",
        "--format", "csv", home=home,
    )  # fmt: skip
    assert len(cut.stdout.splitlines()) == 6
    assert "cut" in cut.stderr
    review = run("review", "--format", "json", home=home)
    assert any(row["name"] == "Allende" for row in json.loads(review.stdout))
    status = json.loads(run("status", "--format", "json", home=home).stdout)
    assert status["nodes"]["Country"] == 250
    assert status["synthetic"] is False
    doctor = run("doctor", home=home)
    assert doctor.returncode == 0, doctor.stdout + doctor.stderr
    assert "✗" not in doctor.stdout


def test_synthetic_data_is_called_so_in_every_output(run: Run) -> None:
    made_up = run("demo", "--synthetic", "-o", "synthetic", lang="es")
    assert made_up.returncode == 0, made_up.stderr
    assert "DATOS SINTÉTICOS" in made_up.stderr
    home = "synthetic/graph-synthetic"
    for command in (("query", "run", "hubs"), ("status",)):
        shown = run(*command, home=home)
        assert "SYNTHETIC DATA" in shown.stdout + shown.stderr


REGISTER = """\
Gobierno,Contraparte,País,Tipo,Firma
Guadalajara,"Portland, Oregon",EUA,Hermanamiento,03/05/1983
Puebla,"Pueblo, Colorado",EUA,Hermanamiento,31/02/1990
Mérida,La Habana,Cuba,Hermanamiento,1990
"""


def test_a_load_reports_in_json_and_ends_with_3_while_rows_are_broken(run: Run, desk: Path) -> None:
    (desk / "registro.csv").write_text(REGISTER, encoding="utf-8")
    done = run(
        "load", "generic_agreements", "registro.csv", "--format", "json", "--report", "r.json"
    )
    assert done.returncode == 3, done.stderr
    report = json.loads(done.stdout)
    assert report == json.loads((desk / "r.json").read_text(encoding="utf-8"))
    counted = ("read", "loaded", "merged", "unchanged", "quarantined", "retired", "ambiguous")
    assert [report[key] for key in counted] == [3, 2, 0, 0, 1, 0, 0]
    assert {"unmatched", "source", "file", "sha256", "seconds", "columns_unread"} <= set(report)
    assert report["problems"][0]["row"] == 3
    assert (desk / report["quarantine_file"]).is_file()
    mended = REGISTER.replace("31/02/1990", "28/02/1990")
    again = run("load", "generic_agreements", "-", "--format", "json", stdin=mended)
    assert again.returncode == 0, again.stderr
    assert [json.loads(again.stdout)[key] for key in counted] == [3, 1, 0, 2, 0, 0, 0]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("load", "nobody", "x.csv"), 2, "no loader named"),
        (("load", "twin_towns"), 2, "no file of its own"),
        (("load", "twin_towns", "missing.csv"), 3, "missing.csv"),
        (("load", "twin_towns", "https://example.org/x.csv"), 2, "--allow-network"),
        (("query", "run", "hubs", "-p", "limit"), 2, "name=value"),
        (("query", "run", "nothing"), 2, "no question named"),
        (("loaders", "show", "nobody"), 2, "no loader named"),
    ],
)
def test_an_error_is_a_sentence_with_its_exit_code(
    run: Run, arguments: tuple[str, ...], code: int, says: str
) -> None:
    done = run(*arguments)
    assert done.returncode == code, done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_is_not_what_it_says_is_refused(run: Run, desk: Path) -> None:
    (desk / "register.xlsx").write_bytes(b"%PDF-1.7\n" + b"x" * 2000)
    done = run("load", "generic_agreements", "register.xlsx")
    assert done.returncode == 3
    assert "PDF" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_drafted_loader_loads_the_register_it_was_drafted_from(run: Run, desk: Path) -> None:
    (desk / "pactos 2024.csv").write_text(
        "PACTOS INTERNACIONALES,,,,\nMunicipio,Ciudad hermana,País,Tipo de acuerdo,Fecha de firma\n"
        'Guadalajara,"Portland, Oregon",Estados Unidos,Hermanamiento,3 de mayo de 1983\n'
        "Zapopan,Changwon,Corea del Sur,Acuerdo de hermanamiento,12/08/2003\n"
        "Mérida,La Habana,Cuba,Cooperación específica,1990\n",
        encoding="cp1252",
    )
    drafted = run("loaders", "draft", "pactos 2024.csv")
    assert drafted.stdout.strip() == "pactos_2024.yml"
    again = run("loaders", "draft", "pactos 2024.csv")
    assert again.returncode == 2
    load = ("load", "pactos_2024.yml", "pactos 2024.csv", "--dry-run", "--format", "json")
    done = run(*load, home="drafted")  # a graph of its own: elsewhere one of the pacts is known
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["loaded"] == 3


def test_a_load_that_is_told_to_stop_leaves_no_engine_behind(desk: Path, cache_dir: Path) -> None:
    process = subprocess.Popen(  # the interpreter that runs the tests
        [sys.executable, "-m", "grafo", "load", "governments_mx"],
        cwd=desk,
        env=environment(cache_dir, "stopped"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    marker = str(desk / "stopped")
    deadline = time.monotonic() + 60
    while not _processes_in(marker) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert _processes_in(marker), "the engine never started"
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=60) == 143
    deadline = time.monotonic() + 20
    while _processes_in(marker) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _processes_in(marker)


def _processes_in(folder: str) -> list[int]:
    """Return the Java processes that work in a folder."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                here = os.readlink(entry / "cwd")  # noqa: PTH115  # may be gone meanwhile
                name = (entry / "comm").read_text()
            except OSError:
                continue
            if here.startswith(folder) and name.startswith("java"):
                found.append(int(entry.name))
    return found
