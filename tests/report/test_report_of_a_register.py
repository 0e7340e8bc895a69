"""On registers really loaded, the report says what the questions and the figures say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import html

from grafo.analysis import Snapshot, find_analysis, take_snapshot
from grafo.analysis.wording import number, percent
from grafo.cli.command_report import report as report_command
from grafo.errors import UsageError
from grafo.figures import Figure, measure_claims
from grafo.places import Matcher
from grafo.report import build_report, rendered
from grafo.settings import Settings
from grafo.store import Store, open_store
from tests.figures.graphs import load
from tests.report.pages import parsed, sections, words

pytestmark = pytest.mark.slow

SHIPPED = ("countries", "themes", "governments_mx", "representations_mx")
REGISTERS = {"synthetic": "register_synthetic", "real": "twinnings_mx"}


@dataclass(frozen=True)
class Loaded:
    """A register in a store of its own, closed again, and what is in it."""

    home: Path
    snapshot: Snapshot
    figures: list[Figure]
    page: html.HtmlElement


@pytest.fixture(scope="module", params=REGISTERS)
def loaded(
    request: pytest.FixtureRequest, matcher: Matcher, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Loaded]:
    """Each of the shipped registers."""
    home = tmp_path_factory.mktemp(request.param)
    with open_store(Settings(home=home)) as store:
        load(store, matcher, home / "quarantine", *SHIPPED, REGISTERS[request.param])
        snapshot, figures = take_snapshot(store), _figures(store)
    page = parsed(rendered(build_report(snapshot, figures, "en"), "html"))
    yield Loaded(home, snapshot, figures, page)


def _figures(store: Store) -> list[Figure]:
    return measure_claims(store)


def test_the_article_s_figures_are_those_of_the_command(loaded: Loaded) -> None:
    (shown, questions) = sections(loaded.page)["claims"].xpath(".//tbody")
    rows = [[words(cell) for cell in row] for row in shown]
    assert len(rows) == len(questions) == len(loaded.figures) == 12
    verdicts = {True: "yes", False: "no", None: "cannot be said"}
    for figure, row, asked in zip(loaded.figures, rows, questions, strict=True):
        assert row[:2] == [figure.claim.en, figure.stated.en]
        assert row[3].split(" [")[0] == verdicts[figure.holds]
        assert ("—" in row[2]) is (figure.value is None)
        assert f"grafo query run {figure.query}" in words(asked)
    for reason in {figure.why.en for figure in loaded.figures if figure.why}:
        assert " ".join(reason.split()) in words(sections(loaded.page)["claims"])


def test_the_key_figures_are_those_of_the_analyses(loaded: Loaded) -> None:
    told = words(sections(loaded.page)["key-figures"])
    holders, *_ = find_analysis("concentration").run(loaded.snapshot).table("summary").records()
    reach = find_analysis("coverage").run(loaded.snapshot).table("summary").records()[0]
    without = holders["units"] - holders["units_with_agreements"]
    for expected in (
        f"agreements {number(len(loaded.snapshot.agreements))} all in the graph",
        f"of agreements, in 10 states {percent(holders['share_top'])}",
        f"without any agreement {without} of 32",
        f"{percent(reach['share_within'])} {number(reach['within'])} of {number(reach['located'])}",
    ):
        assert expected in told, expected


def test_made_up_data_is_called_so_in_the_title_and_under_every_chart(loaded: Loaded) -> None:
    charts = loaded.page.xpath("//svg")
    named = ["SYNTHETIC DATA" in chart.xpath("string(.)") for chart in charts]
    title = "SYNTHETIC DATA" in loaded.page.xpath("string(//title)")
    banner = bool(loaded.page.xpath("//p[@class='warning']"))
    assert {*named, title, banner} == {loaded.snapshot.synthetic}
    assert len(charts) >= 7


def test_every_state_is_in_the_chart_of_states(loaded: Loaded) -> None:
    chart = sections(loaded.page)["signatories"].xpath(".//svg")[0]
    drawn = {str(text) for text in chart.xpath("./text/text()")}
    governments = loaded.snapshot.governments
    states = [each for each in governments if (each.level, each.country) == ("state", "MX")]
    assert len(states) == 32
    assert {each.name_en or each.name for each in states} <= drawn


def test_the_command_writes_the_report_of_the_graph(
    loaded: Loaded,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("GRAFO_HOME", str(loaded.home))
    monkeypatch.setenv("GRAFO_LANG", "es")
    expected = build_report(loaded.snapshot, loaded.figures, "es")
    report_command(tmp_path / "r.html", None)
    assert (tmp_path / "r.html").read_text("utf-8") == rendered(expected, "html")
    capsys.readouterr()
    report_command(Path("-"), "md")
    assert capsys.readouterr().out == rendered(expected, "md")


@pytest.mark.parametrize("name", ["r.pdf", "r", "."])
def test_a_name_that_cannot_be_is_refused_before_the_graph_is_opened(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRAFO_HOME", str(tmp_path / "home"))
    with pytest.raises(UsageError):
        report_command(tmp_path / name, "html" if name == "." else None)
    assert not (tmp_path / "home").exists()
