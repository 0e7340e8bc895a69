"""The same graph, options and seed give the same file, whatever the process."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from grafo.views import ViewOptions, find_view
from tests.browser.seeded import seeded_register

VIEWS = ("explorer", "map", "network")
PRINT = """
import hashlib, sys
from grafo.views import ViewOptions, find_view
from tests.browser.seeded import seeded_register
for name in sys.argv[1:]:
    page = find_view(name).draw(seeded_register(), ViewOptions(seed=5))
    print(name, len(page), hashlib.sha256(page.encode()).hexdigest())
"""


@pytest.fixture(scope="module")
def printed() -> list[dict[str, str]]:
    """What each of three processes, with different orders of sets, makes of every view."""
    runs = []
    for seed in ("0", "1", "random"):
        done = subprocess.run(  # noqa: S603  # the interpreter that runs the tests
            [sys.executable, "-c", PRINT, *VIEWS],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        runs.append({line.split()[0]: line for line in done.stdout.splitlines()})
    return runs


@pytest.mark.parametrize("view", VIEWS)
def test_every_process_writes_the_same_bytes(printed: list[dict[str, str]], view: str) -> None:
    assert len({run[view] for run in printed}) == 1


@pytest.mark.parametrize("view", VIEWS)
def test_another_seed_draws_otherwise_and_shows_the_same(view: str) -> None:
    one, other = (
        find_view(view).draw(seeded_register(), ViewOptions(seed=seed)) for seed in (1, 2)
    )
    assert one != other
    assert abs(len(one) - len(other)) < 0.05 * len(one)


def test_twice_in_one_process_is_the_same_too() -> None:
    one, other = (find_view("explorer").draw(seeded_register(), ViewOptions()) for _ in range(2))
    assert one == other
