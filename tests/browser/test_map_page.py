"""The page of `grafo view map`: the map and its table, no network; the same address and keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from grafo.analysis import Snapshot
from grafo.views import ViewOptions, find_view
from tests.browser.opening import Explorer, OpenPage
from tests.browser.register import Register


@pytest.fixture(scope="module")
def map_page(open_once: OpenPage, snapshot_of: Callable[[str], Snapshot]) -> Explorer:
    """The map of the seeded register."""
    snapshot = snapshot_of("seeded")
    opened = open_once(find_view("map").draw(snapshot, ViewOptions(lang="en")))
    opened.page.wait_for_selector("html.started")
    return Explorer(opened, Register(snapshot))


def test_it_opens_on_the_map_in_its_language_and_has_no_network(map_page: Explorer) -> None:
    map_page.go("")
    page = map_page.page
    tabs = map_page.attributes(".tab", "id")
    assert tabs == ["tab-map", "tab-table", "tab-unconnected"]
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("svg.world").is_visible()
    assert page.locator("[data-state]").count() == 32
    assert not page.locator(".network").is_visible()
    assert map_page.counted() == map_page.register.shown().counts


def test_a_state_and_a_country_filter_and_stay_in_the_address(map_page: Explorer) -> None:
    map_page.go("")
    register, page = map_page.register, map_page.page
    counts = register.by_state()
    state = max(sorted(counts), key=counts.__getitem__)
    page.locator(f"[data-state='{state}']").dispatch_event("click")
    page.locator("[data-country='US']").first.dispatch_event("click")
    assert map_page.counted() == register.shown(states=[state], countries=["US"]).counts
    address = map_page.fragment
    map_page.go("")
    map_page.go(address)
    assert map_page.counted() == register.shown(states=[state], countries=["US"]).counts


def test_the_keyboard_goes_from_state_to_state(map_page: Explorer) -> None:
    map_page.go("")
    page = map_page.page
    page.locator("[data-state][tabindex='0']").focus()
    first = page.evaluate("document.activeElement.dataset.state")
    page.keyboard.press("ArrowRight")
    second = page.evaluate("document.activeElement.dataset.state")
    assert first != second
    page.keyboard.press("Enter")
    assert f"place={second}" in map_page.fragment


def test_a_government_is_found_and_its_links_are_drawn(map_page: Explorer) -> None:
    map_page.go("")
    hub = map_page.register.named_once()[0]
    map_page.search(hub.name)
    assert map_page.page.inner_text("#card-name") == hub.name
    partners = len(map_page.register.partners[hub.id])
    assert map_page.number(".card-numbers [data-key=partners]", "data-value") == partners
    map_page.page.keyboard.press("Escape")
    assert "sel=" not in map_page.fragment


def test_a_tab_that_only_the_explorer_has_opens_the_map(map_page: Explorer) -> None:
    map_page.go("tab=network")
    assert map_page.page.locator("svg.world").is_visible()
