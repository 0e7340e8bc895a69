"""The analyses as an analyst runs them, on the synthetic register."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.desk import Run

NAMES = ["communities", "concentration", "coverage", "gaps", "hubs", "partners", "timeline"]


@pytest.fixture(scope="module", autouse=True)
def _register(run: Run) -> None:
    for name in ("representations_mx", "register_synthetic"):
        done = run("load", name)
        assert done.returncode == 0, done.stderr


def test_every_analysis_is_listed_with_what_it_tells(run: Run) -> None:
    text = run("analyze", "--help").stdout
    assert all(f" {name} " in text for name in NAMES)


@pytest.mark.parametrize("lang", ["es", "en"])
@pytest.mark.parametrize("name", [name for name in NAMES if name != "partners"])
def test_an_analysis_says_what_it_found_and_that_the_data_is_made_up(
    run: Run, name: str, lang: str
) -> None:
    done = run("analyze", name, lang=lang)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("• ") >= 2
    assert ("SINTÉTICO" if lang == "es" else "SYNTHETIC") in done.stderr.upper()
    assert "nan" not in done.stdout.casefold().split()


def test_an_official_finds_who_is_left_out(run: Run) -> None:
    text = run("analyze", "gaps", lang="es").stdout
    assert all(state in text for state in ("Tlaxcala", "Nayarit", "Baja California Sur"))


def test_partners_are_proposed_to_a_state_without_any(run: Run) -> None:
    done = run("analyze", "partners", "Tlaxcala", "--top", "3", "--format", "json", lang="es")
    assert done.returncode == 0, done.stderr
    suggestions = json.loads(done.stdout)["tables"]["suggestions"]
    assert len(suggestions) == 3
    assert all(row["reasons_es"] and row["reasons_en"] for row in suggestions)


def test_the_json_and_the_csv_hold_the_same_rows(run: Run) -> None:
    answer = json.loads(run("analyze", "hubs", "--format", "json").stdout)
    assert answer["analysis"] == "hubs"
    assert set(answer["findings"]) == {"es", "en"}
    first = next(iter(answer["tables"]))
    rows = list(csv.DictReader(io.StringIO(run("analyze", "hubs", "--format", "csv").stdout)))
    assert [row["id"] for row in rows] == [row["id"] for row in answer["tables"][first]]
    only = json.loads(run("analyze", "hubs", "--format", "json", "--table", first).stdout)
    assert list(only["tables"]) == [first]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["hub"], "hubs"),
        (["hubs", "--top", "many"], "top"),
        (["hubs", "--top", "0"], "1"),
        (["hubs", "--level", "galaxy"], "government, state, country"),
        (["hubs", "--table", "nothing"], "hubs"),
        (["partners", "Guadalajra"], "Guadalajara"),
        (["partners"], "government"),
        (["hubs", "--engine", "gds"], "NEO4J_URI"),
    ],
)
def test_what_is_asked_wrongly_is_answered_with_help(
    run: Run, arguments: list[str], said: str
) -> None:
    done = run("analyze", *arguments)
    assert done.returncode == 2, done.stdout
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_measures_are_kept_for_cypher(run: Run) -> None:
    assert run("analyze", "hubs", "--write").returncode == 0
    assert run("analyze", "communities", "--write").returncode == 0
    done = run(
        "query", "cypher", "--format", "json",
        "MATCH (g:Government) WHERE g.betweenness IS NOT NULL AND g.community IS NOT NULL "
        "RETURN g.name AS name ORDER BY g.pagerank DESC, name LIMIT 1",
    )  # fmt: skip
    assert json.loads(done.stdout) == [{"name": "Jalisco"}]


def test_an_empty_graph_has_an_honest_answer(run: Run, desk: Path) -> None:
    for name in NAMES:
        asked = [name, "--backtest"] if name == "partners" else [name]
        done = run("analyze", *asked, home=str(desk / "empty"))
        assert done.returncode == 0, done.stderr
        assert "• " in done.stdout
