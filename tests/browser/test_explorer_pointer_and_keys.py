"""Dragging never selects, Esc lets go, and all can be reached and walked without a mouse."""

from __future__ import annotations

import pytest

from tests.browser.opening import Explorer


def _a_dot(explorer: Explorer) -> tuple[float, float]:
    """Bring all into view and return where a dot is on the screen, as the pointer feels it."""
    page = explorer.page
    box = page.locator(".surface").bounding_box()
    assert box is not None
    page.click(".zoom button >> nth=2")
    page.wait_for_timeout(150)
    for row in range(60, int(box["height"]) - 10, 9):
        for column in range(60, int(box["width"]) - 60, 9):
            x, y = box["x"] + column, box["y"] + row
            page.mouse.move(x, y)
            if page.locator(".surface.pointing").count():
                return x, y
    raise AssertionError("no dot is under the pointer anywhere")


def test_a_drag_moves_the_drawing_and_never_selects_and_a_click_does(explorer: Explorer) -> None:
    page = explorer.page
    x, y = _a_dot(explorer)
    for by in ((70, 40), (-45, 30), (9, 0)):
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + by[0], y + by[1], steps=6)
        page.mouse.up()
        assert "sel=" not in explorer.fragment, "a drag selected"
        page.wait_for_timeout(300)  # it glides on for a moment
        x, y = _a_dot(explorer)
    page.mouse.click(x, y)
    explorer.until("location.hash.includes('sel=')")
    name = page.inner_text("#card-name")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y - 50, steps=6)
    page.mouse.up()
    assert page.inner_text("#card-name") == name, "a drag let go"
    page.keyboard.press("Escape")
    assert page.locator("#card-name").count() == 0
    assert "sel=" not in explorer.fragment


def test_escape_lets_go_of_one_thing_at_a_time(explorer: Explorer) -> None:
    page = explorer.page
    explorer.search(explorer.register.named_once()[0].name)
    page.fill("#search", "a")
    assert page.locator("[role=option]").count() > 0
    page.press("#search", "Escape")
    assert page.locator("[role=option]:visible").count() == 0
    assert page.locator("#card-name").count() == 1
    page.get_by_role("button", name="Ayuda").click()
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0
    assert page.locator("#card-name").count() == 1
    page.keyboard.press("Escape")
    assert page.locator("#card-name").count() == 0


def test_tab_reaches_search_filters_network_and_table_in_the_order_of_the_page(
    explorer: Explorer,
) -> None:
    page = explorer.page
    page.reload()
    page.wait_for_selector("html.started")
    reached: list[str] = []
    for _ in range(90):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                """() => {
                  const at = document.activeElement;
                  if (at.id === "search" || at.classList.contains("surface")) {
                    return at.id || "network";
                  }
                  if (at.closest(".tabs")) return "tabs";
                  if (at.closest(".rail")) return "filters";
                  if (at.closest(".side")) return "side";
                  return at.closest(".header") ? "header" : "other";
                }"""
            )
        )
        outline = page.evaluate(
            "(() => { const s = getComputedStyle(document.activeElement);"
            " return s.outlineStyle + s.boxShadow })()"
        )
        assert outline != "nonenone", f"what has the focus cannot be seen: {reached[-1]}"
        if reached[-1] == "side":
            break
    order = list(dict.fromkeys(reached))
    stations = ("search", "filters", "tabs", "network", "side")
    assert [station for station in order if station in stations] == list(stations)


def test_arrows_walk_the_partners_and_say_where_one_is(explorer: Explorer) -> None:
    page, register = explorer.page, explorer.register
    hub = next(g for g in register.named_once() if len(register.partners[g.id]) < 9)
    explorer.search(hub.name)
    partners = register.partners[hub.id]
    assert len(partners) > 2
    page.focus(".surface")
    names = {register.government[id_].name for id_ in partners}
    names |= {register.government[id_].name_es for id_ in partners} - {None}
    heard = []
    for _ in range(len(partners)):
        page.keyboard.press("ArrowRight")
        heard.append(explorer.said())
    assert len(set(heard)) == len(partners), "each partner is passed once"
    for place, text in enumerate(heard, start=1):
        assert text.rpartition(",")[0].rpartition(",")[0] in names
        assert text.endswith(f"; {place} de {len(partners)}")
    page.keyboard.press("ArrowLeft")
    assert explorer.said() == heard[-2 % len(heard)]
    page.keyboard.press("Enter")
    there = page.inner_text("#card-name")
    assert heard[-2 % len(heard)].startswith(there)
    assert explorer.said().startswith(f"{there}: ")
    page.keyboard.press("ArrowUp")
    assert page.inner_text("#card-name") == hub.name
    page.keyboard.press("Escape")
    assert explorer.said() == "Nada seleccionado"


@pytest.mark.parametrize("key", ["ArrowRight", "ArrowLeft"])
def test_arrows_walk_the_hubs_while_nothing_is_selected(explorer: Explorer, key: str) -> None:
    explorer.page.focus(".surface")
    explorer.page.keyboard.press(key)
    most = explorer.register.hubs()[0]
    linked = len(explorer.register.partners)
    said = explorer.said()
    assert said.endswith(f"{1 if key == 'ArrowRight' else linked} de {linked}")
    if key == "ArrowRight":
        assert f"{len(explorer.register.partners[most.id])} socios" in said


def test_a_slash_goes_to_the_search_from_anywhere(explorer: Explorer) -> None:
    explorer.page.focus(".surface")
    explorer.page.keyboard.press("/")
    assert explorer.page.evaluate("document.activeElement.id") == "search"
    assert explorer.page.input_value("#search") == ""


def test_a_live_region_tells_how_many_are_in_view(explorer: Explorer) -> None:
    kind = sorted({a.kind for a in explorer.register.snapshot.agreements})[0]
    explorer.go(f"kind={kind}")
    shown = len(explorer.register.shown(kinds=[kind]).agreements)
    assert explorer.said().replace(",", "").startswith(f"{shown} acuerdo")
    assert explorer.page.get_attribute("#announcement", "aria-live") == "polite"
