"""Write docs/images/: what the explorer shows of the bundled sample, as a reader sees it.

    python scripts/build_screenshots.py [NAME …]

Needs a Chromium: the one named by GRAFO_CHROMIUM, or `chromium` on the PATH. The pictures are of
the real sample; they are not compared byte by byte, since fonts differ between machines.
"""

from __future__ import annotations

import base64
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
from small_png import png_of

import grafo
from grafo.views import ViewOptions, find_view

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "images"
SCREEN, PHONE = (1400, 900), (390, 844)


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: its name, what the address asks for, and where it is looked at."""

    name: str
    fragment: str
    size: tuple[int, int] = SCREEN
    lang: Literal["es", "en"] = "es"
    dark: bool = False


SHOTS = (
    Shot("explorer-network.es", ""),
    Shot("explorer-card.es", "sel=mx-14039"),
    Shot("explorer-unconnected.es", "tab=unconnected"),
    Shot("explorer-map.es", "tab=map"),
    Shot("explorer-network.en", "", lang="en", dark=True),
    Shot("explorer-map.en", "tab=map&rep=1", lang="en", dark=True),
    Shot("explorer-phone.es", "", size=PHONE),
    Shot("explorer-phone.en", "tab=map", size=PHONE, lang="en", dark=True),
)
# The page's policy lets no script but its own fetch, so the picture is read in an empty page.
PIXELS = """async png => {
  const bytes = Uint8Array.from(atob(png), letter => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes]));
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let text = "";
  for (let i = 0; i < data.length; i += 32768) {
    text += String.fromCharCode(...data.subarray(i, i + 32768));
  }
  return btoa(text);
}"""


def main(wanted: list[str]) -> int:
    """Write the pictures; return the exit code."""
    from playwright.sync_api import sync_playwright

    chromium = os.environ.get("GRAFO_CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        print("there is no Chromium: name one in GRAFO_CHROMIUM")
        return 1
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        pages = _pages(Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for shot in SHOTS:
            if wanted and shot.name not in wanted:
                continue
            content = _taken(browser, pages(shot.lang), shot)
            (IMAGES / f"{shot.name}.png").write_bytes(content)
            print(f"{shot.name}.png  {len(content) / 1000:.0f} kB")
        browser.close()
    return 0


def _pages(folder: Path) -> Callable[[str], Path]:
    """Return what gives the explorer's page in a language, from the sample freshly loaded."""
    with grafo.open(home=folder / "graph") as g:
        g.load("representations_mx")
        g.load("twinnings_mx")
        snapshot = g.snapshot()

    def page(lang: str) -> Path:
        path = folder / f"{lang}.html"
        if not path.is_file():
            options = ViewOptions(lang="en" if lang == "en" else "es")
            path.write_text(find_view("explorer").draw(snapshot, options), encoding="utf-8")
        return path

    return page


def _taken(browser: Any, page: Path, shot: Shot) -> bytes:
    width, height = shot.size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if shot.dark else "light",
        reduced_motion="reduce",
        offline=True,
    )
    opened = context.new_page()
    opened.goto(f"{page.as_uri()}#{shot.fragment}")
    opened.wait_for_selector("html.started")
    opened.wait_for_timeout(1500)
    taken = base64.b64encode(opened.screenshot()).decode()
    opened.goto("about:blank")
    pixels = np.frombuffer(base64.b64decode(opened.evaluate(PIXELS, taken)), dtype=np.uint8)
    context.close()
    return png_of(pixels.reshape(height, width, 4)[:, :, :3])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
