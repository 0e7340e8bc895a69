"""The explorer in a real browser, offline: what it shows is what the graph holds."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from grafo.analysis.snapshot import Snapshot, Theme
from grafo.views import ViewOptions, find_view
from tests.browser.conftest import OpenPage
from tests.views.test_scene import HOSTILE, SMALL

AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
NAMED = replace(
    SMALL,
    governments=tuple(
        replace(g, name="Querétaro") if g.id == "mx-14039" else g for g in SMALL.governments
    ),
)


def _page(snapshot: Snapshot, name: str = "explorer", **options: Any) -> str:
    return find_view(name).draw(snapshot, ViewOptions(**{"min_population": 1_000_000, **options}))


def _number(page: Any, selector: str, attribute: str) -> int:
    return int(page.locator(selector).get_attribute(attribute))


def test_the_counts_are_those_of_the_data(open_page: OpenPage) -> None:
    page = open_page(_page(SMALL)).page
    page.wait_for_selector("html.started")
    assert _number(page, "#key-governments", "data-value") == 4
    assert _number(page, "#key-agreements", "data-value") == 3
    assert _number(page, "#key-unconnected", "data-value") == 3
    assert _number(page, "#visible-count", "data-pairs") == 3


def test_search_knows_no_accents_and_both_agreements_of_a_pair_are_listed(
    open_page: OpenPage,
) -> None:
    page = open_page(_page(NAMED)).page
    page.wait_for_selector("html.started")
    page.fill("#search", "queretaro")
    page.keyboard.press("Enter")
    assert page.locator("#card-name").inner_text().strip() == "Querétaro"
    assert _number(page, ".card-numbers [data-key=partners]", "data-value") == 1
    assert page.locator("details.partner").first.get_attribute("data-agreements") == "2"
    assert "sel=" in page.url
    page.keyboard.press("Escape")
    assert "sel=" not in page.url


def test_those_without_connection_are_listed_one_by_one(open_page: OpenPage) -> None:
    page = open_page(_page(SMALL)).page
    page.wait_for_selector("html.started")
    page.click("#tab-unconnected")
    page.wait_for_selector("[data-unconnected]")
    names = page.locator("[data-unconnected]").all_text_contents()
    assert len(names) == 3
    assert any("Zapopan" in name for name in names)
    assert any("Small" in name for name in names)


def test_a_filter_is_in_the_address_and_comes_back_from_it(open_page: OpenPage) -> None:
    opened = open_page(_page(SMALL))
    page = opened.page
    page.wait_for_selector("html.started")
    page.evaluate("location.hash = 'kind=twinning'")
    page.wait_for_function("document.querySelector('#visible-count').dataset.agreements === '1'")
    page.click("#tab-table")
    assert "kind=twinning" in page.url
    assert "tab=table" in page.url


@pytest.mark.parametrize("lang", ["es", "en"])
def test_every_word_is_in_the_language_it_opens_in(open_page: OpenPage, lang: str) -> None:
    page = open_page(_page(SMALL, lang=lang)).page
    page.wait_for_selector("html.started")
    assert page.locator("html").get_attribute("lang") == lang
    text = page.inner_text("body")
    assert ("Sin conexión" in text) == (lang == "es")
    assert not re.search(r"\b(undefined|null|NaN)\b", text)


@pytest.mark.parametrize("name", ["explorer", "map"])
def test_nothing_in_the_data_is_executed(open_page: OpenPage, name: str) -> None:
    hostile = replace(
        SMALL,
        governments=tuple(replace(g, name=HOSTILE, name_es=HOSTILE) for g in SMALL.governments),
        agreements=tuple(replace(a, title=HOSTILE) for a in SMALL.agreements),
        countries=tuple(replace(c, name_es=HOSTILE) for c in SMALL.countries),
        sources=tuple(replace(s, title_es=HOSTILE, limits_es=HOSTILE) for s in SMALL.sources),
        themes=(Theme("culture", HOSTILE, HOSTILE),),
    )
    page = open_page(_page(hostile, name)).page
    page.wait_for_selector("html.started")
    for tab in page.locator("[role=tab]").all():
        tab.click()
    assert page.locator("img").count() == 0


@pytest.mark.parametrize("kept", [0, 1])
@pytest.mark.parametrize("name", ["explorer", "map"])
def test_the_smallest_graphs_open(open_page: OpenPage, name: str, kept: int) -> None:
    small = Snapshot(governments=SMALL.governments[3 : 3 + kept], countries=SMALL.countries)
    page = open_page(_page(small, name)).page
    page.wait_for_selector("html.started")
    assert page.inner_text("body").strip()


def test_the_same_graph_makes_the_same_bytes() -> None:
    assert _page(SMALL) == _page(SMALL)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [1400, 390])
def test_it_is_accessible(open_page: OpenPage, width: int, dark: bool) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed (npm ci in frontend/)")
    page = open_page(_page(SMALL), width=width, dark=dark).page
    page.wait_for_selector("html.started")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run().then(r => JSON.stringify(r.violations))")
    serious = [v["id"] for v in json.loads(found) if v["impact"] in ("serious", "critical")]
    assert serious == []
