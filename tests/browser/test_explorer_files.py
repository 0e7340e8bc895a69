"""The table and the files hold what is visible, row by row and dot by dot."""

from __future__ import annotations

import base64
import csv
import io
import struct
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from tests.browser.opening import Explorer
from tests.browser.register import Shown

REGISTERS = ("seeded", "real")
SVG = "{http://www.w3.org/2000/svg}"


def _saved(explorer: Explorer, label: str) -> Path:
    explorer.page.locator(".menu > button").click()
    with explorer.page.expect_download() as caught:
        explorer.page.get_by_role("menuitem", name=label).click()
    return Path(caught.value.path())


def _rows(path: Path) -> list[dict[str, str]]:
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf"), "spreadsheets need the mark to read accents"
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def _filter(explorer: Explorer) -> tuple[str, Shown]:
    """A filter that leaves some, and what it leaves."""
    register = explorer.register
    abroad = Counter(
        register.government[id_].country
        for id_ in register.partners
        if register.government[id_].country != register.home
    )
    country = abroad.most_common(2)[-1][0]
    return f"country={country}", register.shown(countries=[country])


def test_the_table_has_a_row_for_each_that_is_visible_and_sorts(explorer: Explorer) -> None:
    fragment, shown = _filter(explorer)
    page = explorer.page
    explorer.go(f"{fragment}&tab=table")
    assert explorer.number(".table-count", "data-count") == len(shown.governments)
    assert explorer.number("#table", "aria-rowcount") == len(shown.governments) + 1
    page.click("th[data-column=partners] button")
    assert page.get_attribute("th[data-column=partners]", "aria-sort") == "descending"
    cells = page.locator("#table tbody tr:not(.gap) td:nth-child(5)").all_inner_texts()
    here = Counter(end for pair in shown.pairs for end in pair)
    expected = sorted(here.values(), reverse=True)[: len(cells)]
    assert [int(cell) for cell in cells] == expected
    page.click("th[data-column=partners] button")
    assert page.get_attribute("th[data-column=partners]", "aria-sort") == "ascending"
    cells = page.locator("#table tbody tr:not(.gap) td:nth-child(5)").all_inner_texts()
    assert [int(cell) for cell in cells] == sorted(here.values())[: len(cells)]
    page.locator(".segments button").nth(1).click()
    assert explorer.number(".table-count", "data-count") == len(shown.agreements)


def test_a_row_of_the_table_selects_by_keyboard(explorer: Explorer) -> None:
    explorer.go("tab=table")
    button = explorer.page.locator("#table tbody button").first
    name = button.inner_text().strip()
    button.focus()
    explorer.page.keyboard.press("Enter")
    assert explorer.page.inner_text("#card-name").strip() == name


def test_the_last_row_is_reached_by_scrolling(explorer: Explorer) -> None:
    explorer.go("tab=table&sort=id")
    page = explorer.page
    count = explorer.number(".table-count", "data-count")
    page.eval_on_selector(".table-scroll", "box => { box.scrollTop = box.scrollHeight }")
    page.wait_for_selector(f"tr[aria-rowindex='{count + 1}']")
    last = page.locator("#table tbody tr:not(.gap) td:last-child").last.inner_text()
    ids = {g.id for g in explorer.register.snapshot.governments}
    assert last in ids


def test_the_tables_as_csv_hold_the_rows_in_view(explorer: Explorer) -> None:
    fragment, shown = _filter(explorer)
    register = explorer.register
    explorer.go(fragment)
    governments = _rows(_saved(explorer, "Gobiernos visibles (CSV)"))
    assert {row["Clave"] for row in governments} == shown.governments
    here = Counter(end for pair in shown.pairs for end in pair)
    for row in governments:
        government = register.government[row["Clave"]]
        assert row["Nombre"].lstrip("'") in (government.name, government.name_es)
        assert int(row["Socios"]) == here[government.id]
        people = int(row["Población"]) if row["Población"] else None
        assert people == government.population
    agreements = _rows(_saved(explorer, "Acuerdos visibles (CSV)"))
    assert Counter(row["Clave"] for row in agreements) == Counter(shown.agreements)
    signed = {a.id: a.signed or "" for a in register.snapshot.agreements}
    assert all(row["Firma"] == signed[row["Clave"]] for row in agreements)


def test_a_csv_of_everything_has_everything(explorer: Explorer) -> None:
    rows = _rows(_saved(explorer, "Acuerdos visibles (CSV)"))
    assert len(rows) == len(explorer.register.snapshot.agreements)


@pytest.mark.parametrize("filtered", [False, True], ids=["all", "filtered"])
def test_the_svg_has_the_dots_and_lines_in_view(explorer: Explorer, filtered: bool) -> None:
    fragment, shown = _filter(explorer) if filtered else ("", explorer.register.shown())
    explorer.go(fragment)
    root = etree.parse(_saved(explorer, "Imagen SVG")).getroot()  # our own file
    dots = root.find(f".//{SVG}g[@class='dots']")
    lines = root.find(f".//{SVG}g[@class='lines']")
    assert dots is not None
    assert lines is not None
    assert len(lines) == len(shown.pairs)
    filled = [dot for dot in dots if dot.get("fill") != "#fbfaf8" and not _hollow(dot)]
    assert len(filled) == len(shown.governments)
    assert len(dots) == explorer.number(".network", "data-dots")
    written = [text.text for text in root.iter(f"{SVG}text")]
    assert explorer.page.inner_text("#visible-count") in written
    assert any(str(text).startswith("Fuente: ") for text in written)
    width = float(root.get("width", 0))
    for text in root.findall(f"{SVG}text"):  # the title and the credit fit
        assert (
            float(text.get("x", 0)) + 0.5 * float(text.get("font-size", 0)) * len(text.text or "")
            <= width
        )
    assert not root.findall(f".//{SVG}script")
    assert not root.findall(f".//{SVG}image")


def _hollow(dot: etree._Element) -> bool:
    """Whether a dot is a ring: its border has the alert's colour and its inside the paper's."""
    return float(dot.get("stroke-width", "0")) == 1.5


def test_the_png_is_the_svg_in_pixels(explorer: Explorer) -> None:
    page = explorer.page
    explorer.go("")
    root = etree.parse(_saved(explorer, "Imagen SVG")).getroot()  # our own file
    content = _saved(explorer, "Imagen PNG").read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", content[16:24])
    assert (width, height) == (
        round(2 * float(root.get("width", 0))),
        round(2 * float(root.get("height", 0))),
    )
    inner = root.find(f"{SVG}svg")
    assert inner is not None
    left, top = float(inner.get("x", 0)), float(inner.get("y", 0))
    circles = [c for c in inner.iter(f"{SVG}circle") if not _hollow(c)]
    largest = sorted(circles, key=lambda c: -float(c.get("r", 0)))[:30]
    points = [
        (
            2 * (left + float(c.get("cx", 0))),
            2 * (top + float(c.get("cy", 0))),
            str(c.get("fill")).lower(),
        )
        for c in largest
    ]
    seen = page.evaluate(
        """async ([bytes, points]) => {
          const png = Uint8Array.from(atob(bytes), letter => letter.charCodeAt(0));
          const image = await createImageBitmap(new Blob([png]));
          const canvas = document.createElement("canvas");
          [canvas.width, canvas.height] = [image.width, image.height];
          const context = canvas.getContext("2d", { willReadFrequently: true });
          context.drawImage(image, 0, 0);
          return points.map(([x, y]) => "#" + [...context.getImageData(x, y, 1, 1).data]
            .slice(0, 3).map(value => value.toString(16).padStart(2, "0")).join(""));
        }""",
        [base64.b64encode(content).decode(), points],
    )
    alike = sum(color == point[2] for color, point in zip(seen, points, strict=True))
    assert alike >= 0.7 * len(points), "names may lie over some dots, not over most"


def test_a_government_in_focus_is_in_focus_in_the_picture_too(explorer: Explorer) -> None:
    hub = explorer.register.named_once()[0]
    explorer.search(hub.name)
    root = etree.parse(_saved(explorer, "Imagen SVG")).getroot()  # our own file
    written = [text.text for text in root.iter(f"{SVG}text")]
    assert hub.name in written


def test_the_map_is_saved_with_its_states_and_bundles(explorer: Explorer) -> None:
    explorer.go("tab=map")
    root = etree.parse(_saved(explorer, "Imagen SVG")).getroot()  # our own file
    states = [path for path in root.iter(f"{SVG}path") if path.get("data-state")]
    assert len(states) == 32
    numbers = explorer.register.by_state()
    assert {p.get("data-state"): int(p.get("data-agreements", -1)) for p in states} == numbers
    assert len(_saved(explorer, "Imagen PNG").read_bytes()) > 20_000
