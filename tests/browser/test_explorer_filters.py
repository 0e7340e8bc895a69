"""Filters combine, the counter is right, and all of it is in the address and comes back from it."""

from __future__ import annotations

import random
from collections import Counter
from urllib.parse import parse_qs, urlencode

import pytest

from tests.browser.opening import Explorer
from tests.browser.register import Register

REGISTERS = ("seeded", "synthetic")


def _some(register: Register, seed: int) -> dict[str, list[str]]:
    """Return a choice of filters of every sort that the register has; each finds something."""
    chance = random.Random(seed)  # noqa: S311 - what to click on, no secret
    agreements = register.snapshot.agreements
    governments = [register.government[id_] for id_ in register.partners]
    kinds = sorted({a.kind for a in agreements})
    themes = sorted({theme for a in agreements for theme in a.themes}) or ["-"]
    countries = Counter(g.country for g in governments if g.country != register.home)
    states = Counter(state for g in governments if (state := register.state_of(g.id)))
    years = sorted({int(a.signed[:4]) for a in agreements if a.signed}) or [1980, 2020]
    return {
        "kind": chance.sample(kinds, min(2, len(kinds))),
        "theme": chance.sample(themes, min(3, len(themes))),
        "country": [id_ for id_, _ in countries.most_common(4)],
        "place": [id_ for id_, _ in states.most_common(12)],
        "from": [str(chance.choice(years[: len(years) // 2 + 1]))],
        "to": [str(chance.choice(years[len(years) // 2 :]))],
        "undated": ["0"] if seed % 2 else [],
    }


def _fragment(chosen: dict[str, list[str]]) -> str:
    return urlencode({key: ",".join(sorted(values)) for key, values in chosen.items() if values})


def _expected(register: Register, chosen: dict[str, list[str]]) -> tuple[int, int, int]:
    years = (int(chosen.get("from", ["0"])[0]), int(chosen.get("to", ["9999"])[0]))
    return register.shown(
        kinds=chosen.get("kind", ()),
        themes=chosen.get("theme", ()),
        countries=chosen.get("country", ()),
        states=chosen.get("place", ()),
        years=years,
        undated=not chosen.get("undated"),
    ).counts


@pytest.mark.parametrize("seed", range(6))
def test_kind_theme_country_state_and_years_combine(explorer: Explorer, seed: int) -> None:
    chosen = _some(explorer.register, seed)
    counts = []
    so_far: dict[str, list[str]] = {}
    for key in ("kind", "country", "place", "from", "to", "theme", "undated"):
        so_far[key] = chosen[key]
        if key == "from":
            continue  # with "to", or the test would ask for years that end before they begin
        explorer.go(_fragment(so_far))
        counts.append(explorer.counted())
        assert counts[-1] == _expected(explorer.register, {k: v for k, v in so_far.items() if v})
    assert counts == sorted(counts, reverse=True), "a further filter never shows more"


def test_boxes_that_are_ticked_are_in_the_address_and_come_back_from_it(
    explorer: Explorer,
) -> None:
    page, register = explorer.page, explorer.register
    chosen: dict[str, list[str]] = {}
    for facet, key in (("kinds", "kind"), ("themes", "theme"), ("countries", "country")):
        group = page.locator(f"[data-facet={facet}]")
        if group.get_attribute("hidden") is not None:
            continue  # one value alone tells nothing apart
        if group.get_attribute("open") is None:
            group.locator("summary").click()
        box = group.locator("input[type=checkbox]").first
        chosen[key] = [str(box.get_attribute("value"))]
        before = group.locator(".choice-count").first.inner_text()
        box.check()
        assert explorer.counted() == _expected(register, chosen)
        assert int(before.replace(",", "")) == explorer.counted()[1], "the count beside the box"
    page.check("#only-unconnected")
    page.uncheck("#only-unconnected")
    written = parse_qs(explorer.fragment)
    assert {key: written[key] for key in chosen} == chosen
    seen, address = explorer.counted(), explorer.fragment
    explorer.go("")
    assert explorer.counted() == register.shown().counts
    assert page.locator(".rail input[type=checkbox]:checked").count() == 0
    explorer.go(address)
    assert explorer.counted() == seen
    page.reload()
    page.wait_for_selector("html.started")
    assert explorer.counted() == seen
    assert explorer.fragment == address
    page.click("button.clear")
    assert explorer.counted() == register.shown().counts
    assert explorer.fragment == ""


def test_all_that_the_reader_chose_is_in_the_address(explorer: Explorer) -> None:
    page = explorer.page
    hub = explorer.register.hubs()[0].id
    explorer.go(f"sel={hub}")
    page.click("#tab-table")
    page.click("th[data-column=name] button")
    page.fill("#table-text", "a")
    page.get_by_role("button", name="English").click()
    page.get_by_role("button", name="Dark theme").click()
    page.locator(".rail select").first.select_option("level")
    page.locator(".rail select").nth(1).select_option("agreements")
    written = {key: values[0] for key, values in parse_qs(explorer.fragment).items()}
    assert written == {
        "lang": "en", "mode": "dark", "tab": "table", "color": "level", "size": "agreements",
        "sel": hub, "q": "a", "sort": "name",
    }  # fmt: skip
    page.reload()
    page.wait_for_selector("html.started")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert page.input_value("#table-text") == "a"
    assert page.locator("#card-name").count() == 1
    assert page.get_attribute("th[data-column=name]", "aria-sort") == "ascending"


def test_going_back_undoes_a_selection(explorer: Explorer) -> None:
    explorer.search(explorer.register.named_once()[0].name)
    at = explorer.page.inner_text("#card-name")
    explorer.page.click("#tab-unconnected")
    explorer.page.go_back()
    explorer.until("!location.hash.includes('unconnected')")
    assert explorer.page.inner_text("#card-name") == at
    explorer.page.go_back()
    explorer.until("!location.hash.includes('sel=')")
    assert explorer.page.locator("#card-name").count() == 0


@pytest.mark.parametrize(
    "fragment",
    ["kind=no-such", "sel=nobody&vs=nobody", "from=abc&to=-1", "tab=elsewhere&lang=xx", "%%%&=&=="],
)
def test_a_link_that_makes_no_sense_opens_all(explorer: Explorer, fragment: str) -> None:
    explorer.go(fragment)
    assert explorer.counted() == explorer.register.shown().counts
    assert explorer.page.locator("#card-name").count() == 0
