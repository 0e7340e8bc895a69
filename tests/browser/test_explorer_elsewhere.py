"""On a phone, on paper, without WebGL, and with ten thousand governments."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from lxml import etree

from benchmarks.views import seeded
from grafo.views import ViewOptions, find_view
from tests.browser.opening import Explorer, OpenPage
from tests.browser.register import Register
from tests.browser.seeded import seeded_register

TABS = ("network", "map", "table", "unconnected")


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """Both pages of the seeded register."""
    snapshot = seeded_register()
    return {name: find_view(name).draw(snapshot, ViewOptions()) for name in ("explorer", "map")}


def _started(open_page: OpenPage, page: str, **how: int) -> Explorer:
    opened = open_page(page, **how)
    opened.page.wait_for_selector("html.started")
    return Explorer(opened, Register(seeded_register()))


@pytest.mark.parametrize("name", ["explorer", "map"])
def test_on_a_phone_all_is_within_its_width_and_reach(
    open_page: OpenPage, pages: dict[str, str], name: str
) -> None:
    explorer = _started(open_page, pages[name], width=390, height=844)
    page = explorer.page
    hub = explorer.register.named_once()[0]
    for lang in ("en", "es"):
        explorer.go(f"lang={lang}")
        box = page.locator(".key-unconnected").bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= 390
    for tab in TABS if name == "explorer" else TABS[1:]:
        page.click(f"#tab-{tab}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, tab
        picture = page.locator(".centre > :visible").first.bounding_box()
        assert picture is not None
        assert picture["width"] >= 370
    explorer.search(hub.name)
    assert page.inner_text("#card-name") == hub.name
    page.click(".show-filters")
    kind = page.locator("[data-facet=kinds] input[type=checkbox]").first
    kind.check()
    page.click(".rail-close")
    assert not page.locator(".rail").is_visible()
    shown = explorer.register.shown(kinds=[str(kind.get_attribute("value"))])
    assert explorer.counted() == shown.counts


@pytest.mark.parametrize("tab", ["network", "map", "table", "unconnected"])
def test_on_paper_the_picture_and_the_text_remain_and_the_buttons_go(
    open_page: OpenPage, pages: dict[str, str], tab: str
) -> None:
    explorer = _started(open_page, pages["explorer"])
    page = explorer.page
    explorer.go(f"tab={tab}&mode=dark&sel={explorer.register.hubs()[0].id}")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")  # as the print dialogue does
    page.emulate_media(media="print")
    for hidden in (".rail", ".tabs", ".header-search", ".header-actions", ".zoom"):
        assert not page.locator(f"{hidden}:visible").count(), hidden
    assert page.locator("#card-name").is_visible()
    if tab == "network":
        dots = page.locator(".paper-picture g.dots > *")
        assert dots.first.is_visible()
        assert dots.count() == explorer.number(".network", "data-dots")
    else:
        assert page.locator(".centre > :visible").count() == 1
    if tab == "table":
        rows = page.locator("#table tbody tr:visible").count()
        assert rows == explorer.number(".table-count", "data-count"), "paper cannot be scrolled"
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(255, 255, 255)", "a dark page wastes ink"
    assert page.evaluate("document.documentElement.scrollWidth") <= 1400
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert "mode=dark" in explorer.fragment


def test_without_webgl_there_is_a_still_picture_and_the_table(
    open_without_webgl: OpenPage, pages: dict[str, str]
) -> None:
    explorer = _started(open_without_webgl, pages["explorer"])
    page = explorer.page
    assert page.evaluate("document.createElement('canvas').getContext('webgl2') === null")
    assert "WebGL" in page.inner_text(".stage-note")
    drawing = page.locator(".stage svg")
    dots = drawing.locator("g.dots > *").count()
    assert dots == explorer.number(".network", "data-dots") > len(explorer.register.partners)
    lines = drawing.locator("g.lines > *").count()
    assert lines == len(explorer.register.shown().pairs)
    hub = explorer.register.named_once()[0]
    explorer.search(hub.name)
    assert page.inner_text("#card-name") == hub.name
    assert explorer.number(".network", "data-focus-lines") == len(
        explorer.register.partners[hub.id]
    )
    page.locator(".menu > button").click()
    with page.expect_download() as caught:
        page.get_by_role("menuitem", name="Imagen SVG").click()
    assert etree.parse(Path(caught.value.path())).getroot().tag.endswith("svg")
    page.click("#tab-table")
    rows = explorer.number(".table-count", "data-count")
    assert rows == dots


def test_without_scripts_the_hubs_are_still_told(
    open_page: OpenPage, pages: dict[str, str]
) -> None:
    start = pages["explorer"].index("<noscript>") + len("<noscript>")
    plain = pages["explorer"][start : pages["explorer"].index("</noscript>")]
    opened = open_page(f"<!DOCTYPE html><meta charset=utf-8>{plain}")
    rows = opened.page.locator("tbody tr").all_inner_texts()
    hub = Register(seeded_register()).hubs()[0]
    assert len(rows) == 50
    assert str(len(Register(seeded_register()).partners[hub.id])) in rows[0]


@pytest.mark.slow
def test_ten_thousand_governments_answer_within_ten_seconds(open_page: OpenPage) -> None:
    snapshot = seeded(10_000, 40_000)
    page = find_view("explorer").draw(snapshot, ViewOptions())
    before = time.perf_counter()
    opened = open_page(page)
    opened.page.wait_for_selector("html.started")
    explorer = Explorer(opened, Register(snapshot))
    assert explorer.number("#visible-count", "data-agreements") == 40_000
    assert explorer.number(".network", "data-dots") > 3
    assert time.perf_counter() - before < 10
    hub = random.Random(3).choice(explorer.register.named_once()[:20])  # noqa: S311
    before = time.perf_counter()
    explorer.search(hub.name)
    assert opened.page.inner_text("#card-name") == hub.name
    assert explorer.number(".network", "data-focus-lines") == len(
        explorer.register.partners[hub.id]
    )
    assert time.perf_counter() - before < 10
    before = time.perf_counter()
    explorer.go("kind=twinning&from=1980&to=1990")
    twinnings = explorer.register.shown(kinds=["twinning"], years=(1980, 1990))
    assert explorer.counted() == twinnings.counts
    assert time.perf_counter() - before < 10
