"""A real Chromium with the network cut off, for pages that grafo writes.

    def test_something(open_page: OpenPage) -> None:
        opened = open_page(html)
        opened.page.click("#whole")

`open_page(html, width=, height=, dark=)` writes the page to a file, opens it from there, as from
a mailbox, and gives it with what it asked for and what went wrong. When the test is over, every
page that it opened must have asked for nothing but its own file and have reported no error.

`explorer` is a page that stays open for all tests of a module: `explorer.go("kind=twinning")`
brings it to a state, and what it shows is compared with `explorer.register`, the graph behind it.

The browser is the one named by GRAFO_CHROMIUM, or `chromium` on the PATH. Where it or Playwright
is missing these tests are skipped, except where CI is set: there they fail.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from grafo.analysis import Snapshot, take_snapshot
from grafo.places import Matcher
from grafo.settings import Settings
from grafo.store import open_store
from grafo.views import ViewOptions, find_view
from tests.browser.opening import Explorer, Opened, OpenPage, opener
from tests.browser.register import Register
from tests.browser.seeded import seeded_register
from tests.figures.graphs import load

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# Without a sandbox, since a container's root may have none; software rendering, the same anywhere.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--font-render-hinting=none",
)
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SHIPPED = ("countries", "themes", "governments_mx", "representations_mx")
LOADED = {"real": "twinnings_mx", "synthetic": "register_synthetic"}


def _missing(why: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(why)
    pytest.skip(why)


Launch = Callable[..., "Browser"]


@pytest.fixture(scope="session")
def launch() -> Iterator[Launch]:
    """Start the browser, with further switches if need be; all are closed when the run is over."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _missing("Playwright for Python is not installed")
    named = os.environ.get("GRAFO_CHROMIUM")
    path = named or next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None or not Path(path).is_file():
        _missing(f"there is no Chromium: neither GRAFO_CHROMIUM nor any of {', '.join(NAMES)}")
    with sync_playwright() as playwright:

        def start(*more: str) -> Browser:
            return playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS, *more])

        yield start


@pytest.fixture(scope="session")
def browser(launch: Launch) -> Iterator[Browser]:
    """The browser, started once for the whole run."""
    started = launch()
    yield started
    started.close()


@contextmanager
def _checked(browser: Browser, folder: Path) -> Iterator[OpenPage]:
    pages: list[Opened] = []
    yield opener(browser, folder, pages)
    for opened in pages:
        opened.check()
    for opened in pages:
        opened.page.context.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[OpenPage]:
    """Open pages offline; at the end of the test each is checked and closed."""
    with _checked(browser, tmp_path) as open_:
        yield open_


@pytest.fixture(scope="module")
def open_once(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenPage]:
    """The same, for pages that all tests of a module share."""
    with _checked(browser, tmp_path_factory.mktemp("pages")) as open_:
        yield open_


@pytest.fixture
def open_without_webgl(launch: Launch, tmp_path: Path) -> Iterator[OpenPage]:
    """The same, in a browser that has no WebGL."""
    without = launch("--disable-3d-apis")
    with _checked(without, tmp_path) as open_:
        yield open_
    without.close()


@pytest.fixture(scope="session")
def snapshot_of(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Snapshot]:
    """The snapshot of a register by its name; the shipped ones are really loaded, once."""
    made: dict[str, Snapshot] = {"seeded": seeded_register()}

    def snapshot(name: str) -> Snapshot:
        if name not in made:
            home = tmp_path_factory.mktemp(name)
            matcher: Matcher = request.getfixturevalue("matcher")  # takes long to set up
            with open_store(Settings(home=home)) as store:
                load(store, matcher, home / "quarantine", *SHIPPED, LOADED[name])
                made[name] = take_snapshot(store)
        return made[name]

    return snapshot


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a module's tests on the seeded register, or on those that its REGISTERS name."""
    if "shared_explorer" in metafunc.fixturenames:
        names = getattr(metafunc.module, "REGISTERS", ("seeded",))
        registers = [
            pytest.param(name, marks=pytest.mark.slow if name in LOADED else ()) for name in names
        ]
        metafunc.parametrize("shared_explorer", registers, indirect=True, scope="module")


@pytest.fixture(scope="module")
def shared_explorer(
    request: pytest.FixtureRequest,
    open_once: OpenPage,
    snapshot_of: Callable[[str], Snapshot],
) -> Explorer:
    """The explorer of a register: the seeded one, or one that is shipped."""
    snapshot = snapshot_of(request.param)
    opened = open_once(find_view("explorer").draw(snapshot, ViewOptions()))
    opened.page.wait_for_selector("html.started")
    return Explorer(opened, Register(snapshot), request.param)


@pytest.fixture
def explorer(shared_explorer: Explorer) -> Iterator[Explorer]:
    """The shared explorer as it opens; each test leaves it without an error."""
    shared_explorer.go("")
    shared_explorer.page.click(".network .zoom button >> nth=2")  # all of it, as it opens
    yield shared_explorer
    shared_explorer.opened.check()
