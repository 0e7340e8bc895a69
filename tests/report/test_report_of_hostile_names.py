"""Whatever a register holds, a report shows it as text: nothing runs, nothing breaks the page."""

from __future__ import annotations

import re

import pytest

from grafo.analysis.wording import Lang
from grafo.report.isolation import runs, without_controls
from tests.report.graphs import (
    ARABIC,
    CHINESE,
    HEBREW,
    HOSTILE,
    LONG,
    MARKDOWN,
    OVERRIDE,
    SCRIPT,
    hostile,
)
from tests.report.pages import page, parsed, text_of, words


@pytest.mark.parametrize("lang", ["es", "en"])
def test_markup_in_a_name_is_text(lang: Lang) -> None:
    root = parsed(page(hostile(), lang))  # which refuses scripts, handlers and foreign tags
    assert not root.xpath("//script|//img")
    assert SCRIPT in words(root)
    for cell in root.xpath("//th|//td"):
        assert all(child.tag in ("bdi", "code", "a") for child in cell.iterdescendants())


def test_every_hostile_name_can_be_read_whole() -> None:
    told = words(parsed(page(hostile())))
    for name in (SCRIPT, HEBREW, ARABIC, CHINESE, LONG, "=1+1", "1. uno", "`grafo x"):
        assert name in told, name
    assert re.sub(r"\s+", " ", MARKDOWN) in told


def test_an_address_that_would_run_is_no_link() -> None:
    root = parsed(page(hostile()))
    assert not [a for a in root.xpath("//a/@href") if "javascript" in a]
    assert "](javascript" not in text_of(hostile()).replace("\\](", "")


def test_names_from_right_to_left_are_set_apart() -> None:
    root = parsed(page(hostile()))
    for name in (HEBREW, ARABIC):
        held = [text for text in root.xpath("//main//text()[not(ancestor::svg)]") if name in text]
        assert held and all(text.getparent().tag == "bdi" for text in held)


def test_signs_that_turn_a_line_around_are_gone() -> None:
    for text in (page(hostile()), text_of(hostile())):
        without_charts = re.sub(r"<svg.*?</svg>", "", text, flags=re.DOTALL)
        assert "\u202e" in OVERRIDE and "\u202e" not in without_charts
    assert without_controls(OVERRIDE) in words(parsed(page(hostile())))


def test_two_names_from_right_to_left_keep_their_order_in_a_list() -> None:
    parts = list(runs(f"a, {HEBREW}, {ARABIC} y b"))
    assert parts == [("a, ", False), (HEBREW, True), (", ", False), (ARABIC, True), (" y b", False)]
    assert "".join(part for part, _ in parts) == f"a, {HEBREW}, {ARABIC} y b"


@pytest.mark.parametrize("lang", ["es", "en"])
def test_markdown_in_a_name_is_text(lang: Lang) -> None:
    text = text_of(hostile(), lang)
    assert not re.search(r"<(?!br)", text), "no tag"
    for line in text.split("\n"):
        if line.startswith("    grafo "):
            continue  # a command of ours, which is code
        # Whatever is no command is escaped: no emphasis, code, link, heading or list of others.
        bare = re.sub(r"\\.", "", re.sub(r"^\s*(> )?(- |#+ (\d+\. )?|\|)", "", line))
        bare = re.sub(r"`grafo [^`]*`|\[[^\[\]]*\]\(https://[^)]*\)|\*\*|\|", "", bare)
        assert not re.search(r"[*_`\[\]$~]", bare), line
        assert not re.match(r"[-+=#]|\d+[.)] ", bare), line


def test_the_names_of_a_graph_are_whole_in_the_markdown() -> None:
    shown = re.sub(r"\\(.)", r"\1", text_of(hostile()))
    for name in HOSTILE:
        plain = re.sub(r"\s+", " ", without_controls(name))
        plain = plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        assert re.sub(r"\\(.)", r"\1", plain) in shown, name
