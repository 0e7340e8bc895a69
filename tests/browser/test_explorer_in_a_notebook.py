"""In a notebook the explorer runs offline in a frame that cannot reach the notebook."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from grafo.views import ViewOptions, find_view
from grafo.views.notebook import ExplorerFrame
from tests.browser.opening import Opened, OpenPage
from tests.browser.register import Register
from tests.browser.seeded import seeded_register

NOTEBOOK = "<!DOCTYPE html><html lang='es'><title>Cuaderno</title><body>{}</body></html>"


@pytest.fixture(scope="module")
def page() -> str:
    """The explorer of the seeded register."""
    return find_view("explorer").draw(seeded_register(), ViewOptions())


def _opened(open_page: OpenPage, page: str) -> Opened:
    opened = open_page(NOTEBOOK.format(ExplorerFrame(page)._repr_html_()))
    opened.page.frame_locator("iframe").locator("html.started").wait_for()
    return opened


def test_it_searches_filters_and_changes_its_view(open_page: OpenPage, page: str) -> None:
    opened = _opened(open_page, page)
    frame = opened.page.frame_locator("iframe")
    register = Register(seeded_register())
    shown = frame.locator("#key-agreements").get_attribute("data-value")
    assert shown == str(len(register.snapshot.agreements))
    hub = register.named_once()[0]
    frame.locator("#search").fill(hub.name)
    frame.locator("#search").press("Enter")
    assert frame.locator("#card-name").inner_text() == hub.name
    frame.locator("#tab-map").click()
    assert frame.locator("[data-state]").count() == 32
    frame.locator("#tab-table").click()
    frame.locator("[data-facet=kinds] input[type=checkbox]").first.check()
    kind = frame.locator("[data-facet=kinds] input[type=checkbox]").first.get_attribute("value")
    left = frame.locator("#visible-count").get_attribute("data-agreements")
    assert left == str(len(register.shown(kinds=[str(kind)]).agreements))
    frame.locator("html").press("Escape")
    assert frame.locator("#card-name").count() == 0


def test_it_offers_no_link_that_would_lead_nowhere_and_still_saves_files(
    open_page: OpenPage, page: str
) -> None:
    opened = _opened(open_page, page)
    frame = opened.page.frame_locator("iframe")
    frame.locator(".menu > button").click()
    items = frame.locator("[role=menuitem]").all_inner_texts()
    assert len(items) == 4
    assert not any("enlace" in item for item in items)
    with opened.page.expect_download() as caught:
        frame.locator("[role=menuitem]").nth(2).click()
    assert caught.value.suggested_filename.endswith(".csv")


def test_it_cannot_reach_the_notebook(open_page: OpenPage, page: str) -> None:
    opened = _opened(open_page, page)
    inside = opened.page.frames[1]
    reached = inside.evaluate(
        "() => { try { return parent.document.title } catch (error) { return error.name } }"
    )
    assert reached == "SecurityError"
    assert inside.evaluate("origin") == "null"


def test_the_frame_gives_back_the_page_letter_for_letter(page: str) -> None:
    found: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert tag == "iframe"
            found.append(dict(attrs)["srcdoc"] or "")

    Reader().feed(ExplorerFrame(page)._repr_html_())
    assert found == [page]


def test_it_says_in_one_line_what_it_is() -> None:
    assert repr(ExplorerFrame("x" * 2000, 500)) == "ExplorerFrame(2,000 characters, height=500)"
