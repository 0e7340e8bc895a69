"""Whatever stands in the data, and however little: nothing runs, nothing breaks, all is read."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from grafo.analysis.snapshot import Snapshot
from grafo.views import ViewOptions, find_view
from grafo.views.page import scene_page
from grafo.views.scene import SceneOptions, build_scene
from tests.analysis.small_graph import city, graph, signed, state, town
from tests.browser.opening import Explorer, OpenPage
from tests.browser.register import Register
from tests.browser.seeded import seeded_register
from tests.views.test_network import STRANGE, strange
from tests.views.test_scene import HOSTILE, SMALL

TABS = ("network", "map", "both", "table", "unconnected")


def _page(snapshot: Snapshot, name: str = "explorer", **options: Any) -> str:
    return find_view(name).draw(snapshot, ViewOptions(**options))


def _opened(
    open_page: OpenPage, snapshot: Snapshot, name: str = "explorer", **how: Any
) -> Explorer:
    opened = open_page(_page(snapshot, name), **how)
    opened.page.wait_for_selector("html.started")
    return Explorer(opened, Register(snapshot))


def _see_everything(explorer: Explorer) -> None:
    """Visit every panel, with and without a government and a pair selected; open all that opens."""
    page = explorer.page
    one, other = sorted(explorer.register.government)[:2]
    selections = ("", f"&sel={one}", f"&sel={other}&vs={one}")
    for number, tab in enumerate((*TABS, "network")):
        explorer.go(f"tab={tab}{selections[number % 3]}&rep=1")
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    explorer.go("tab=table&table=agreements")
    page.locator(".header-actions button").last.click()
    page.keyboard.press("Escape")
    if page.locator(".notices button").count():
        page.locator(".notices button").first.click()
    page.keyboard.press("Escape")


@pytest.mark.parametrize(
    ("name", "text"),
    [*(("explorer", text) for text in STRANGE), ("map", STRANGE[0]), ("map", STRANGE[-1])],
    ids=["tag", "template", "long", "rtl", "cjk", "quotes", "tag-on-map", "quotes-on-map"],
)
def test_no_text_of_the_data_runs_or_becomes_an_element(
    open_page: OpenPage, name: str, text: str
) -> None:
    explorer = _opened(open_page, strange(text), name)
    _see_everything(explorer)
    assert explorer.page.locator("img").count() == 0
    assert explorer.page.locator("#app a").count() == 0
    assert explorer.page.locator("script").count() == 2


def test_what_surrounds_the_governments_is_as_harmless(open_page: OpenPage) -> None:
    post = SMALL.representations[1]
    hostile = replace(
        SMALL,
        governments=tuple(
            replace(g, name=HOSTILE, name_es=HOSTILE, name_en=HOSTILE) for g in SMALL.governments
        ),
        agreements=tuple(replace(a, title=HOSTILE) for a in SMALL.agreements),
        representations=(replace(post, name_es=HOSTILE, name_en=HOSTILE, city=HOSTILE),),
    )
    scene = build_scene(hostile, SceneOptions(min_population=1_000_000))
    scene["suggestions"] = {"0": [[1, 50, [HOSTILE], [HOSTILE]]]}
    scene["communities"]["es"] = [HOSTILE] * len(scene["communities"]["es"])
    scene["title"] = {"es": HOSTILE, "en": HOSTILE}
    opened = open_page(scene_page(scene, ""))
    opened.page.wait_for_selector("html.started")
    explorer = Explorer(opened, Register(hostile))
    _see_everything(explorer)
    explorer.go(f"sel={scene['nodes']['id'][0]}")
    assert opened.page.locator(".suggestions li").count() > 0
    assert HOSTILE[:30] in opened.page.inner_text(".suggestions")
    assert opened.page.locator("img").count() == 0


@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize("text", STRANGE[2:5], ids=["long", "rtl", "cjk"])
def test_long_and_foreign_names_do_not_widen_the_page(
    open_page: OpenPage, text: str, width: int
) -> None:
    explorer = _opened(open_page, strange(text), width=width, height=844)
    for tab in TABS:
        explorer.go(f"tab={tab}&sel=gdl")
        assert explorer.page.evaluate("document.documentElement.scrollWidth") <= width, tab
    assert text[:100] in explorer.page.inner_text("#card-name")


@pytest.mark.parametrize("name", ["explorer", "map"])
@pytest.mark.parametrize(
    "snapshot",
    [
        Snapshot(),
        graph([state("jal")]),
        graph([state("jal"), town("gdl", "jal"), city("kyoto", "JP")]),
        graph([town("gdl"), city("kyoto", "JP")], [signed("a", "gdl", "kyoto")]),
        graph([city("lyon", "FR"), city("kyoto", "JP")], [signed("a", "lyon", "kyoto", home=0)]),
    ],
    ids=["nothing", "one", "no-agreement", "one-pair", "no-home"],
)
def test_the_smallest_graphs_open_in_every_view(
    open_page: OpenPage, name: str, snapshot: Snapshot
) -> None:
    explorer = _opened(open_page, snapshot, name)
    for tab in TABS:
        explorer.go(f"tab={tab}")
        assert explorer.page.inner_text("main").strip()
    assert explorer.counted() == explorer.register.shown().counts
    explorer.page.keyboard.press("Escape")


def test_without_places_and_dates_the_rest_still_works(open_page: OpenPage) -> None:
    whole = seeded_register()
    bare = replace(
        whole,
        governments=tuple(
            replace(g, lat=None, lon=None, population=None) for g in whole.governments
        ),
        agreements=tuple(replace(a, signed=None, themes=()) for a in whole.agreements),
        representations=(),
    )
    explorer = _opened(open_page, bare)
    assert explorer.counted() == explorer.register.shown().counts
    assert "Ningún acuerdo de estos datos trae fecha" in explorer.page.inner_text(".timeline")
    explorer.go("tab=map")
    assert explorer.page.locator("[data-state]").count() == 32
    assert explorer.page.locator("[data-flow]").count() > 0
    explorer.go(f"sel={explorer.register.hubs()[0].id}")
    assert explorer.page.locator("#card-name").count() == 1


def test_partners_that_are_suggested_stand_in_the_card_with_their_reasons(
    open_page: OpenPage,
) -> None:
    scene = build_scene(SMALL, SceneOptions(min_population=1_000_000))
    ids = scene["nodes"]["id"]
    one, other, third = (ids.index(id_) for id_ in ("mx-14039", "gn-2", "gn-1"))
    scene["suggestions"] = {
        str(one): [
            [
                other,
                87,
                ["Comparten socios", "Población parecida"],
                ["They share partners", "Alike"],
            ],
            [third, 12, ["Cerca de un consulado"], ["Near a consulate"]],
        ]
    }
    opened = open_page(scene_page(scene, ""), fragment="sel=mx-14039")
    page = opened.page
    page.wait_for_selector("html.started")
    items = page.locator(".suggestions > li")
    assert items.count() == 2
    assert items.first.locator(".reasons li").all_inner_texts() == [
        "Comparten socios",
        "Población parecida",
    ]
    assert "Estados Unidos" in items.first.inner_text()
    assert "87" not in items.first.inner_text(), "a score of odds says nothing to a reader"
    page.get_by_role("button", name="English").click()
    assert items.nth(1).locator(".reasons li").all_inner_texts() == ["Near a consulate"]
    items.first.locator("button").click()
    assert page.inner_text("#card-name") == "Houston"
    assert page.locator(".suggestions").count() == 0


def test_a_page_whose_data_are_broken_says_so(open_page: OpenPage) -> None:
    page = _page(SMALL).replace('"schema":1', '"schema":99', 1)
    opened = open_page(page)
    assert "schema 99" in opened.page.inner_text(".broken")
    assert len(opened.errors) == 1
    opened.errors.clear()
