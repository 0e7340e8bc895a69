"""Every word in both languages, both themes, and nothing that keeps a reader out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from grafo.views import ViewOptions, find_view
from tests.browser.opening import Explorer, OpenPage
from tests.browser.register import Register
from tests.browser.seeded import seeded_register

FRONTEND = Path(__file__).parents[2] / "frontend"
AXE = FRONTEND / "node_modules" / "axe-core" / "axe.min.js"
TABS = ("network", "map", "both", "table", "unconnected")
needs_axe = pytest.mark.skipif(not AXE.is_file(), reason="axe-core: npm ci in frontend/")
# What a text that no one translated looks like: undefined, a function's source, a key's name.
UNTRANSLATED = re.compile(
    r"undefined|\bNaN\b|\[object|=>|\b(?:key|tab|filter|color|size|rank|column|card|story|word)_?"
    r"[A-Z_][a-zA-Z]+\b"
)


def _texts(words: str) -> set[str]:
    """The plain texts of a dictionary of the front end, as its file has them."""
    source = (FRONTEND / "src" / "words" / f"{words}.ts").read_text(encoding="utf-8")
    return set(re.findall(r'^  \w+:\s+"([^"]+)",$', source, flags=re.MULTILINE))


def _all_text(explorer: Explorer) -> str:
    """All that a reader could see or hear: texts, names, hints, tool tips."""
    text: str = explorer.page.evaluate(
        """() => {
          const seen = [...document.querySelectorAll("#app *")].filter(e => e.checkVisibility());
          const hints = seen.flatMap(e =>
            ["aria-label", "title", "placeholder"].map(name => e.getAttribute(name) ?? ""));
          return [document.querySelector("#app").innerText, document.title, ...hints].join("\\n");
        }"""
    )
    return text


def _states(explorer: Explorer) -> Iterator[str]:
    """Bring the page into every kind of state, and yield what can be read in each."""
    one, other = (hub.id for hub in explorer.register.hubs()[:2])
    alone = sorted(explorer.register.unconnected)[0]
    lang = explorer.page.get_attribute("html", "lang")
    for tab in TABS:
        for more in ("", f"&sel={one}", f"&sel={one}&vs={other}", f"&sel={alone}"):
            explorer.go(f"lang={lang}&tab={tab}{more}")
            yield _all_text(explorer)
    explorer.go(f"lang={lang}&tab=table&table=agreements&from=1990&undated=0&kind=twinning")
    yield _all_text(explorer)


@pytest.mark.parametrize("lang", ["es", "en"])
def test_no_text_is_left_in_the_other_language(explorer: Explorer, lang: str) -> None:
    own, foreign = (_texts(words) for words in ((lang, "en" if lang == "es" else "es")))
    assert len(own) > 100
    strange = {text for text in foreign - own if len(text) > 3}
    explorer.go(f"lang={lang}")
    seen: set[str] = set()
    for text in _states(explorer):
        assert not UNTRANSLATED.search(text), UNTRANSLATED.search(text)
        lines = {line.strip() for line in text.splitlines()}
        assert lines & strange == set()
        seen |= lines & own
    # Not every text can show in this register (“no dates”), but nearly all that are plain do.
    assert len(seen) > 0.55 * len(own), sorted(own - seen)


def test_the_buttons_change_language_and_theme(explorer: Explorer) -> None:
    page = explorer.page
    assert page.locator("html").get_attribute("lang") == "es"
    assert page.inner_text("#tab-unconnected").startswith("Sin conexión")
    page.get_by_role("button", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.inner_text("#tab-unconnected").startswith("Unconnected")
    assert page.title().startswith("Agreements of local governments")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.get_by_role("button", name="Dark theme").click()
    dark = page.evaluate(ground)
    assert light != dark
    assert sum(map(int, re.findall(r"\d+", dark)[:3])) < 150
    page.get_by_role("button", name="Español").click()
    page.get_by_role("button", name="Tema claro").click()
    assert page.evaluate(ground) == light


def test_the_heading_says_that_the_data_are_invented(explorer: Explorer) -> None:
    assert explorer.page.locator(".badge-synthetic").is_visible()
    assert "Datos sintéticos" in explorer.page.inner_text(".header-title")
    explorer.page.click(".badge-synthetic")
    assert "inventados" in explorer.page.inner_text("dialog[open]")
    explorer.page.keyboard.press("Escape")


def test_shapes_as_well_as_colours_tell_levels_apart(explorer: Explorer) -> None:
    """The picture as a file has the same marks as the screen, as shapes that can be counted."""
    explorer.page.locator(".menu > button").click()
    with explorer.page.expect_download() as caught:
        explorer.page.get_by_role("menuitem", name="Imagen SVG").click()
    picture = Path(caught.value.path()).read_text(encoding="utf-8")
    dots = picture.partition('<g class="dots">')[2].partition("</g>")[0]
    corners = [len(points.split()) for points in re.findall(r'points="([^"]+)"', dots)]
    levels = [explorer.register.government[id_].level for id_ in explorer.register.partners]
    cities = sum(level in ("city", "municipality") for level in levels)
    alone = explorer.number(".network", "data-dots") - len(levels)
    assert cities <= dots.count("<circle") <= cities + alone
    assert corners.count(4) >= sum(level in ("state", "province", "county") for level in levels)
    hollow = dots.count('stroke-width="1.5"')
    assert hollow == alone > 0


@needs_axe
@pytest.mark.parametrize("lang", ["es", "en"])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_axe_finds_nothing_serious_in_any_view(explorer: Explorer, mode: str, lang: str) -> None:
    one, other = (hub.id for hub in explorer.register.hubs()[:2])
    explorer.page.evaluate(AXE.read_text(encoding="utf-8"))
    for fragment in (
        f"tab=network&sel={one}",
        "tab=map&rep=1",
        "tab=table&table=agreements",
        f"tab=unconnected&sel={one}&vs={other}",
    ):
        explorer.go(f"lang={lang}&mode={mode}&{fragment}")
        explorer.page.evaluate(
            "document.querySelectorAll('details.filter').forEach(one => { one.open = true })"
        )
        assert _serious(explorer) == [], fragment


@needs_axe
@pytest.mark.parametrize("name", ["explorer", "map"])
def test_axe_finds_nothing_serious_on_a_phone(open_page: OpenPage, name: str) -> None:
    snapshot = seeded_register()
    opened = open_page(
        find_view(name).draw(snapshot, ViewOptions()), width=390, height=844, dark=True
    )
    opened.page.wait_for_selector("html.started")
    opened.page.evaluate(AXE.read_text(encoding="utf-8"))
    phone = Explorer(opened, Register(snapshot))
    assert _serious(phone) == []
    opened.page.click(".show-filters")
    assert _serious(phone) == []


def _serious(explorer: Explorer) -> list[tuple[str, str]]:
    found = explorer.page.evaluate("axe.run().then(r => JSON.stringify(r.violations))")
    return [
        (violation["id"], violation["nodes"][0]["html"])
        for violation in json.loads(found)
        if violation["impact"] in ("serious", "critical")
    ]
