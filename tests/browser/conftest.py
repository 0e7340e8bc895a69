"""A real Chromium with the network cut off, for pages that grafo writes.

    def test_something(open_page: OpenPage) -> None:
        opened = open_page(html)
        opened.page.click("#whole")

`open_page(html, width=, height=, dark=)` writes the page to a file, opens it from there, as from
a mailbox, and gives it with what it asked for and what went wrong. When the test is over, every
page that it opened must have asked for nothing but its own file and have reported no error.

The browser is the one named by GRAFO_CHROMIUM, or `chromium` on the PATH. Where it or Playwright
is missing these tests are skipped, except where CI is set: there they fail.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# Without a sandbox, since a container's root may have none; software rendering, the same anywhere.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--font-render-hinting=none",
)
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SLOWEST = 60_000  # milliseconds, on a machine that does other work


@dataclass
class Opened:
    """A page that is open, the addresses it asked for, and its errors."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def check(self) -> None:
        """Fail if the page asked for anything but itself, or reported an error."""
        outside = [url for url in self.requests if url != self.address and not _inside(url)]
        assert not outside, f"the page asked for {outside}"
        assert not self.errors, f"the page reported {self.errors}"


class OpenPage(Protocol):
    """Opens a page of grafo's in the browser."""

    def __call__(
        self, html: str, *, width: int = 1400, height: int = 900, dark: bool = False
    ) -> Opened: ...


def _inside(url: str) -> bool:
    return url.startswith(("data:", "blob:"))


def _missing(why: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(why)
    pytest.skip(why)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser, started once for the whole run."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _missing("Playwright for Python is not installed")
    named = os.environ.get("GRAFO_CHROMIUM")
    path = named or next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None or not Path(path).is_file():
        _missing(f"there is no Chromium: neither GRAFO_CHROMIUM nor any of {', '.join(NAMES)}")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[OpenPage]:
    """Open pages offline; at the end of the test each is checked and closed."""
    pages: list[Opened] = []
    contexts: list[Any] = []

    def open_(html: str, *, width: int = 1400, height: int = 900, dark: bool = False) -> Opened:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            offline=True,
        )
        contexts.append(context)
        context.set_default_timeout(SLOWEST)
        file = tmp_path / f"page-{len(pages)}.html"
        file.write_text(html, encoding="utf-8")
        opened = Opened(context.new_page(), file.as_uri())
        pages.append(opened)
        _listen(opened)
        context.route(lambda url: not url.startswith("file:"), lambda route: route.abort())
        opened.page.goto(opened.address)
        return opened

    yield open_
    for opened in pages:
        opened.check()
    for context in contexts:
        context.close()


def _listen(opened: Opened) -> None:
    listen: Callable[..., Any] = opened.page.on
    listen("request", lambda request: opened.requests.append(request.url))
    listen("pageerror", lambda error: opened.errors.append(str(error)))
    listen(
        "dialog",
        lambda dialog: (opened.errors.append(f"dialog {dialog.message}"), dialog.dismiss()),
    )
    listen("console", lambda said: opened.errors.append(said.text) if _is_fault(said) else None)


def _is_fault(said: Any) -> bool:
    """A warning or an error of the page, not of the software that draws in the card's place."""
    return said.type in ("error", "warning") and "GL Driver Message" not in said.text
