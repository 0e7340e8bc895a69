"""What a page of HTML costs in a real browser without a network: paint, search, memory."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CAP = 60.0  # seconds that a page is waited for
_PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
# Whether any canvas of the page has ink.
_INK = """() => [...document.querySelectorAll("canvas")].some(canvas => {
  const context = canvas.getContext("2d");
  if (!context || !canvas.width || !canvas.height) return false;
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  for (let i = 3; i < data.length; i += 4) if (data[i] > 0) return true;
  return false;
})"""


@dataclass(frozen=True, slots=True)
class Seen:
    """Seconds until the page was painted and until a search had answered; None is never.

    `heap` is the memory of its scripts in MB.
    """

    paint: float | None
    search: float | None = None
    heap: float | None = None


@contextmanager
def _opened(page: str) -> Iterator[tuple[Any, Callable[[], None]]]:
    """A page in a browser of its own, not loaded yet, and what loads it."""
    from playwright.sync_api import sync_playwright

    chromium = os.environ.get("GRAFO_CHROMIUM") or shutil.which("chromium")
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "page.html"
        file.write_text(page, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        context = browser.new_context(
            viewport={"width": 1400, "height": 900}, offline=True, reduced_motion="reduce"
        )
        context.set_default_timeout(CAP * 1000)
        opened = context.new_page()
        yield opened, lambda: opened.goto(file.as_uri(), wait_until="commit")
        browser.close()


def explorer_seen(page: str, name: str) -> Seen:
    """Open the explorer, search for a government, and say how long it took."""
    with _opened(page) as (opened, load):
        start = time.perf_counter()
        load()
        opened.wait_for_selector("html.started", state="attached")
        opened.evaluate(_PAINTED)
        paint = time.perf_counter() - start
        start = time.perf_counter()
        opened.fill("#search", name)
        opened.press("#search", "Enter")
        opened.wait_for_selector(".network[data-focus-lines]", state="attached")
        opened.evaluate(_PAINTED)
        search = time.perf_counter() - start
        session = opened.context.new_cdp_session(opened)
        session.send("Performance.enable")
        metrics = session.send("Performance.getMetrics")["metrics"]
        heap = next(m["value"] for m in metrics if m["name"] == "JSHeapUsedSize")
        return Seen(paint, search, heap / 1e6)


def canvas_seen(page: str) -> Seen:
    """Open a page that draws on a canvas and say when the first ink was on it."""
    from playwright.sync_api import TimeoutError as TimedOut

    with _opened(page) as (opened, load):
        start = time.perf_counter()
        load()
        try:
            opened.wait_for_function(_INK, timeout=CAP * 1000, polling=100)
        except TimedOut:
            return Seen(None)
        return Seen(time.perf_counter() - start)
