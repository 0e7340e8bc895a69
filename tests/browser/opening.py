"""Pages that are open in the browser, offline, and what can be asked of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from tests.browser.register import Register

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SLOWEST = 30_000  # milliseconds, on a machine that does other work


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
        self,
        html: str,
        *,
        width: int = 1400,
        height: int = 900,
        dark: bool = False,
        fragment: str = "",
    ) -> Opened: ...


def _inside(url: str) -> bool:
    return url.startswith(("data:", "blob:"))


def opener(browser: Browser, folder: Path, pages: list[Opened]) -> OpenPage:
    """Return what opens pages offline and adds each to `pages`."""

    def open_(
        html: str,
        *,
        width: int = 1400,
        height: int = 900,
        dark: bool = False,
        fragment: str = "",
    ) -> Opened:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            offline=True,
        )
        context.set_default_timeout(SLOWEST)
        file = folder / f"page-{len(pages)}.html"
        file.write_text(html, encoding="utf-8")
        opened = Opened(context.new_page(), file.as_uri())
        pages.append(opened)
        _listen(opened)
        context.route(lambda url: not url.startswith("file:"), lambda route: route.abort())
        opened.page.goto(opened.address + (f"#{fragment}" if fragment else ""))
        return opened

    return open_


def _listen(opened: Opened) -> None:
    listen: Callable[..., Any] = opened.page.on
    listen("request", lambda request: opened.requests.append(request.url.partition("#")[0]))
    listen("pageerror", lambda error: opened.errors.append(str(error)))
    listen(
        "dialog",
        lambda dialog: (opened.errors.append(f"dialog {dialog.message}"), dialog.dismiss()),
    )
    listen("console", lambda said: opened.errors.append(said.text) if _is_fault(said) else None)


def _is_fault(said: Any) -> bool:
    """A warning or an error of the page, not of the software that draws in the card's place."""
    return said.type in ("error", "warning") and "GL Driver Message" not in said.text


GO = """fragment => new Promise(done => {
  const now = location.hash.replace(/^#/, "");
  const settled = () => requestAnimationFrame(() => setTimeout(done, 0));
  if (now === fragment) return settled();
  addEventListener("hashchange", settled, { once: true });
  location.hash = fragment;
})"""


@dataclass
class Explorer:
    """The explorer (or the map) in the browser, and the register behind it."""

    opened: Opened
    register: Register
    name: str = ""

    @property
    def page(self) -> Page:
        """The page in the browser."""
        return self.opened.page

    def go(self, fragment: str) -> None:
        """Bring the page into the state that the fragment of its address asks for."""
        self.page.evaluate(GO, fragment)

    def until(self, script: str) -> None:
        """Wait until a script says true. (Playwright's own waiting would need eval on the page.)"""
        for _ in range(200):
            if self.page.evaluate(script):
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"not within ten seconds: {script}")

    @property
    def fragment(self) -> str:
        """The fragment of the page's address, as the page wrote it."""
        return str(self.page.evaluate("location.hash.replace(/^#/, '')"))

    def number(self, selector: str, attribute: str) -> int:
        """A number that the page keeps in an attribute."""
        value = self.page.locator(selector).first.get_attribute(attribute)
        assert value is not None, f"{selector} has no {attribute}"
        return int(value)

    def counted(self) -> tuple[int, int, int]:
        """How many governments, agreements and pairs the page says are in view."""
        governments, agreements, pairs = (
            self.number("#visible-count", f"data-{of}")
            for of in ("governments", "agreements", "pairs")
        )
        return governments, agreements, pairs

    def attributes(self, selector: str, name: str) -> list[str]:
        """One attribute of every element that fits."""
        found: list[str] = self.page.eval_on_selector_all(
            selector, "(all, name) => all.map(one => one.getAttribute(name))", name
        )
        return found

    def search(self, text: str) -> None:
        """Type into the search and take the first that it finds."""
        self.page.fill("#search", text)
        self.page.press("#search", "Enter")

    def said(self) -> str:
        """What a screen reader was told last."""
        return self.page.inner_text("#announcement")
