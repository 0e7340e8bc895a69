"""A report says the same as the analyses, of any graph, in either language."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from grafo.analysis import find_analysis
from grafo.analysis.wording import Lang, number, percent
from grafo.errors import UsageError
from grafo.questions import find_question
from grafo.report import build_report, write_report
from grafo.report.content import Repeat
from tests.report.graphs import GRAPHS, dated, undated
from tests.report.pages import page, parsed, sections, text_of, words

IDS = [
    "brief", "key-figures", "claims", "signatories", "counterparts", "years", "validity", "themes",
    "gaps", "coverage", "method",
]  # fmt: skip
NOT_A_NUMBER = re.compile(r"\b(nan|inf|None|Bilingual)\b")


@pytest.mark.parametrize("lang", ["es", "en"])
@pytest.mark.parametrize("name", GRAPHS)
def test_any_graph_gives_a_sound_page_with_every_section(name: str, lang: Lang) -> None:
    root = parsed(page(GRAPHS[name], lang))
    assert root.get("lang") == lang
    found = sections(root)
    assert list(found) == IDS
    for key, section in found.items():
        said = section.xpath(".//p|.//li|.//dd")
        assert any(words(each) for each in said), f"{key} is empty"
    assert not NOT_A_NUMBER.search(words(root))


@pytest.mark.parametrize("lang", ["es", "en"])
@pytest.mark.parametrize("name", GRAPHS)
def test_the_markdown_of_any_graph_has_every_section_and_whole_tables(
    name: str, lang: Lang
) -> None:
    lines = text_of(GRAPHS[name], lang).split("\n")
    assert sum(line.startswith("# ") for line in lines) == 1
    assert len([line for line in lines if re.match(r"## \d+\. ", line)]) == len(IDS)
    for place, line in enumerate(lines):
        if re.fullmatch(r"\|( -{3}:? \|)+", line):
            wide = _cells(line)
            assert _cells(lines[place - 1]) == wide and lines[place - 2] == ""
            after = place + 1
            while lines[after].startswith("|"):
                assert _cells(lines[after]) == wide
                after += 1
    assert not NOT_A_NUMBER.search("\n".join(lines))


def _cells(line: str) -> int:
    return len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) - 1


def test_every_finding_of_every_analysis_is_in_the_report() -> None:
    told = words(parsed(page(dated(), "en")))
    for analysis in ("hubs", "communities", "gaps", "concentration", "timeline", "coverage"):
        for finding in find_analysis(analysis).run(dated()).findings:
            assert _spaced(finding.en) in told, (analysis, finding.en)


def test_every_key_figure_is_that_of_its_analysis() -> None:
    root = parsed(page(dated(), "en"))
    found = {
        words(each.find("dt")): words(each) for each in root.xpath("//dl[@class='key-figures']/div")
    }
    holders = find_analysis("concentration").run(dated()).table("summary").records()[0]
    reach = find_analysis("coverage").run(dated()).table("summary").records()[0]
    levels = {r["level"]: r for r in find_analysis("gaps").run(dated()).table("levels").records()}
    without = holders["units"] - holders["units_with_agreements"]
    expected = {
        "agreements": number(holders["agreements"]),
        "governments with a counterpart": "6",
        "counterpart countries": "3",
        "state without any agreement": f"{without} of {holders['units']}",
        "of municipalities, without agreements": percent(levels["municipality"]["share_without"]),
        "of agreements, in force": "75.0 % 3 of 4",
        "with a representation within 300 km": f"{percent(reach['share_within'])} "
        f"{reach['within']} of {reach['located']}",
    }
    for label, value in expected.items():
        assert value in found[label].replace(label, "").strip(), found[label]
    assert set(found) == set(expected)


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_what_the_data_does_not_say_is_said_before_anything_else() -> None:
    root = parsed(page(undated(), "en"))
    (box,) = root.xpath("//aside[@class='limits']")
    for missing in (
        "have no date",
        "do not say their theme",
        "do not say whether they are in force",
    ):
        assert f"4 of 4 agreements {missing}" in words(box)
    assert "unknown" in words(root.xpath("//p[@class='as-of']")[0])


def test_without_dates_one_sentence_says_so_and_nothing_is_drawn() -> None:
    found = sections(parsed(page(undated(), "en")))
    assert "not one has a date of signature" in words(found["years"])
    assert not found["years"].xpath(".//figure") and not found["validity"].xpath(".//figure")
    assert "No loaded source says what the agreements are about." in words(found["themes"])


def test_the_date_of_the_data_is_that_of_the_last_signature() -> None:
    root = parsed(page(dated()))
    assert "2 de marzo de 2021" in words(root.xpath("//p[@class='as-of']")[0])


@pytest.mark.parametrize("name", ["dated", "undated", "nothing"])
def test_every_section_of_figures_names_commands_that_exist(name: str) -> None:
    report = build_report(GRAPHS[name], (), "es")
    for section in report.sections[3:]:
        commands = [
            c for block in section.blocks if isinstance(block, Repeat) for c in block.commands
        ]
        assert commands, section.id
        for command in commands:
            _, verb, *rest = command.split()
            if verb == "analyze":
                find_analysis(rest[0])
            elif verb == "query":
                question = find_question(rest[1])
                given = [each.split("=")[0] for each in rest[3::2]]
                assert set(given) <= set(question.params)
            else:
                assert command == "grafo report -o report.html"


def test_each_chart_stands_beside_its_table() -> None:
    for figure in parsed(page(dated())).xpath("//figure"):
        assert len(figure.xpath(".//svg")) == 1
        assert figure.xpath("./details/div/table"), figure.xpath("string(.//svg/title)")


def test_a_report_is_the_same_bytes_whatever_the_order_of_hashing(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from grafo.report import build_report, write_report;"
        "from tests.report.graphs import GRAPHS\n"
        "for place, (name, lang) in enumerate([('dated', 'es'), ('hostile', 'en')]):\n"
        "    report = build_report(GRAPHS[name], (), lang)\n"
        "    for form in ('html', 'md'):\n"
        "      write_report(report, Path(sys.argv[1]) / f'{place}-{lang}.{form}')\n"
    )
    for seed in ("0", "1"):
        subprocess.run(  # noqa: S603  # the interpreter that runs the tests
            [sys.executable, "-c", code, str(tmp_path / seed)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            check=True,
        )
    one, other = (sorted((tmp_path / seed).iterdir()) for seed in ("0", "1"))
    assert len(one) == 4
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other]


def test_a_report_is_written_as_its_name_ends(tmp_path: Path) -> None:
    report = build_report(GRAPHS["nothing"], (), "en")
    assert write_report(report, tmp_path / "new" / "r.HTML").read_text("utf-8")[:9] == "<!DOCTYPE"
    assert write_report(report, tmp_path / "r.md").read_text("utf-8").startswith("# ")
    with pytest.raises(UsageError, match="pdf"):
        write_report(report, tmp_path / "r.pdf")


def test_a_report_that_cannot_be_written_says_why(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match=r"r\.md"):
        write_report(build_report(GRAPHS["nothing"], (), "en"), tmp_path / "file" / "r.md")


def test_a_graph_that_only_knows_signatories_does_not_say_that_no_state_is_missing() -> None:
    complete = GRAPHS["hostile"]  # one state, and all of its municipalities have signed
    labels = parsed(page(complete, "en")).xpath("//dl[@class='key-figures']//dt")
    assert labels and not any("without" in words(each) for each in labels)
