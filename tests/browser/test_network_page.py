"""The page of `grafo view network` in a real Chromium that has no network."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from grafo.analysis.snapshot import Snapshot
from grafo.views.network import network
from grafo.views.registry import ViewOptions
from tests.analysis.small_graph import city, graph, signed, state, town
from tests.browser.conftest import Opened, OpenPage
from tests.views.test_network import HOSTILE, STRANGE, strange

AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"


def register() -> Snapshot:
    """Return Querétaro with three counterparts and four agreements, a pair apart, and a state."""
    return graph(
        [
            replace(town("qro"), name="Querétaro"),
            town("gdl"),
            state("jal"),
            *(city(name, "JP") for name in ("kyoto", "osaka", "nara")),
            town("leon"),
            city("lyon", "FR"),
        ],
        [
            replace(signed("a1", "qro", "kyoto"), signed="1999-05-03", title="First accord"),
            replace(signed("a2", "qro", "kyoto"), signed="2010", kind="specific-cooperation"),
            replace(signed("a3", "qro", "osaka"), signed="2001-02"),
            signed("a4", "qro", "nara"),
            replace(signed("a5", "gdl", "kyoto"), signed="2015-01-01"),
            replace(signed("a6", "leon", "lyon"), signed="2003-01-01"),
        ],
    )


def html(snapshot: Snapshot, lang: str = "es") -> str:
    """Return the page."""
    return network(snapshot, ViewOptions(lang="en" if lang == "en" else "es"))


def search(opened: Opened, text: str) -> None:
    """Type a text into the search box and press Enter."""
    opened.page.fill("#search", text)
    opened.page.press("#search", "Enter")


def heading(opened: Opened) -> str | None:
    """The name in the panel when a government is chosen, else None."""
    shown = opened.page.locator("#card .head h2")
    return shown.inner_text() if shown.count() else None


def middle(opened: Opened) -> tuple[float, float]:
    """The middle of the drawing: where the search puts what it found."""
    box = opened.page.locator("#network").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def ink(opened: Opened) -> int:
    """How many pixels of the drawing are not of the colour of the ground."""
    found: int = opened.page.evaluate(
        """() => {
          const canvas = document.querySelector("#network canvas");
          const {data} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          let count = 0;
          for (let i = 3; i < data.length; i += 4) if (data[i] > 0) count += 1;
          return count;
        }"""
    )
    return found


def test_it_counts_what_the_data_have_and_draws_it(open_page: OpenPage) -> None:
    opened = open_page(html(register()))
    assert opened.page.inner_text("#counter") == "8 gobiernos · 5 vínculos · 6 acuerdos"
    assert ink(opened) > 2000


def test_the_search_ignores_case_and_accents_and_shows_as_many_edges_as_counterparts(
    open_page: OpenPage,
) -> None:
    opened = open_page(html(register()))
    search(opened, "QUERETARO")
    assert heading(opened) == "Querétaro"
    assert opened.page.inner_text("#counter") == "Querétaro: 3 vínculos a la vista"
    assert opened.page.locator("#card .linked > li").count() == 3


def test_two_agreements_of_one_pair_are_both_listed(open_page: OpenPage) -> None:
    opened = open_page(html(register()))
    search(opened, "queretaro")
    assert "3 contrapartes · 4 acuerdos" in opened.page.inner_text("#card .total")
    kyoto = opened.page.locator("#card .linked > li").first
    listed = kyoto.locator(".agreements > li").all_inner_texts()
    assert len(listed) == 2
    assert "Hermanamiento" in listed[0]
    assert "3 de mayo de 1999" in listed[0]
    assert "First accord" in listed[0]
    assert "Cooperación específica" in listed[1]
    assert "2010" in listed[1]


def test_a_click_chooses_a_drag_does_not_and_escape_clears(open_page: OpenPage) -> None:
    opened = open_page(html(register()))
    search(opened, "queretaro")
    opened.page.keyboard.press("Escape")
    assert heading(opened) is None
    x, y = middle(opened)
    mouse = opened.page.mouse
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + 60, y + 40, steps=6)
    mouse.up()
    assert heading(opened) is None, "a drag that began on a government chose it"
    search(opened, "queretaro")
    opened.page.keyboard.press("Escape")
    mouse.click(x, y)
    assert heading(opened) == "Querétaro"
    opened.page.keyboard.press("Escape")
    assert heading(opened) is None
    assert opened.page.inner_text("#counter") == "8 gobiernos · 5 vínculos · 6 acuerdos"


def test_the_keyboard_reaches_the_drawing_and_walks_the_counterparts(open_page: OpenPage) -> None:
    opened = open_page(html(register()))
    keys = opened.page.keyboard
    reached = set()
    for _ in range(40):
        keys.press("Tab")
        reached.add(opened.page.evaluate("document.activeElement.id"))
    assert {"search", "kind", "from", "alone", "network", "closer"} <= reached
    search(opened, "queretaro")
    opened.page.focus("#network")
    keys.press("ArrowRight")
    assert opened.page.inner_text("#said").startswith("Kyoto")
    keys.press("ArrowRight")
    said = opened.page.inner_text("#said")
    assert said.endswith("(2 de 3)")
    keys.press("Enter")
    assert said.startswith(str(heading(opened)))


def test_filters_combine_and_the_counter_follows(open_page: OpenPage) -> None:
    opened = open_page(html(register()))
    opened.page.select_option("#kind", label="hermanamiento")
    assert opened.page.inner_text("#counter") == "8 gobiernos · 5 vínculos · 5 de 6 acuerdos"
    opened.page.locator("#from").fill("2002")
    assert (
        opened.page.inner_text("#counter") == "5 de 8 gobiernos · 2 de 5 vínculos · 2 de 6 acuerdos"
    )
    opened.page.check("#alone")
    assert (
        opened.page.inner_text("#counter") == "1 de 8 gobiernos · 0 de 5 vínculos · 0 de 6 acuerdos"
    )


def test_a_community_of_the_legend_can_be_chosen(open_page: OpenPage) -> None:
    opened = open_page(html(register()))
    button = opened.page.locator("#rail button.entry").first
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert "a la vista" in opened.page.inner_text("#counter")
    opened.page.keyboard.press("Escape")
    assert button.get_attribute("aria-pressed") == "false"


def test_the_other_language_is_complete(open_page: OpenPage) -> None:
    opened = open_page(html(register()))
    search(opened, "queretaro")
    opened.page.click("#language")
    assert opened.page.inner_text("#counter") == "Querétaro: 3 links in view"
    assert "3 May 1999" in opened.page.inner_text(
        "#card"
    ) or "May 3, 1999" in opened.page.inner_text("#card")
    words = opened.page.inner_text("body")
    assert "undefined" not in words
    for spanish in ("acuerdo", "gobierno", "hermanamiento", "Comunidades"):
        assert spanish not in words
    assert opened.page.evaluate("document.documentElement.lang") == "en"


@pytest.mark.parametrize("text", STRANGE, ids=["tag", "template", "long", "rtl", "cjk", "quotes"])
def test_no_string_of_the_data_runs_or_becomes_an_element(open_page: OpenPage, text: str) -> None:
    opened = open_page(html(strange(text)), width=390, height=844)
    opened.page.click("#card .hubs button >> nth=0")
    assert opened.page.locator("#card .linked > li").count() == 1
    assert opened.page.locator("img").count() == 0
    assert opened.page.locator("a").count() == 0
    if text == HOSTILE:
        assert HOSTILE in opened.page.inner_text("#card")
    width = opened.page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390, "the page is wider than the phone"


@pytest.mark.parametrize(
    "snapshot",
    [Snapshot(), graph([state("jal")], [signed("z", "jal", "jal", home=0)])],
    ids=["empty", "one"],
)
def test_the_smallest_graphs_open(open_page: OpenPage, snapshot: Snapshot) -> None:
    opened = open_page(html(snapshot))
    assert opened.page.is_visible("#empty") == (not snapshot.governments)
    opened.page.click("#whole")


def test_dark_and_light_are_drawn_in_their_own_colours(open_page: OpenPage) -> None:
    opened = open_page(html(register()))
    ground = "getComputedStyle(document.body).backgroundColor"
    light = opened.page.evaluate(ground)
    opened.page.emulate_media(color_scheme="dark")
    opened.page.wait_for_function(f"{ground} !== '{light}'")
    assert ink(opened) > 2000


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed (npm ci in frontend/)")
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_serious(open_page: OpenPage, dark: bool) -> None:
    opened = open_page(html(register()), dark=dark)
    opened.page.evaluate(AXE.read_text(encoding="utf-8"))
    for text in ("", "queretaro"):
        if text:
            search(opened, text)
        found = opened.page.evaluate("axe.run().then((result) => result.violations)")
        serious = [each for each in found if each["impact"] in ("serious", "critical")]
        assert not serious, [(each["id"], each["nodes"][0]["html"]) for each in serious]


@pytest.mark.slow
def test_it_shows_ten_thousand_governments_within_ten_seconds(open_page: OpenPage) -> None:
    towns = [town(f"t{number:05}") for number in range(5000)]
    abroad = [city(f"c{number:05}", "JP") for number in range(5000)]
    pairs = [
        signed(f"{one.id}-{step}", one.id, abroad[(number * step + step) % 5000].id)
        for number, one in enumerate(towns)
        for step in (1, 7)
    ]
    opened = open_page(html(graph([*towns, *abroad], pairs)))
    opened.page.wait_for_function("document.querySelector('#counter').textContent.includes('10')")
    painted = opened.page.evaluate(
        "() => new Promise((seen) => requestAnimationFrame(() => seen(performance.now())))"
    )
    assert painted < 10_000
    assert opened.page.is_visible("#many")
    assert ink(opened) > 2000
