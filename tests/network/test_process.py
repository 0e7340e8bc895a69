"""Answers repeat in every process, and the process is left as it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest

from grafo.errors import UsageError
from grafo.network import communities
from tests.network.networks import RANDOM

ROOT = Path(__file__).parents[2]

NETWORK = """
import numpy as np
from grafo.network import *
draw = np.random.RandomState(4)
ends = (600 * draw.random_sample((2, 1500)) ** 2).astype(np.int64)  # some have many, most few
links = Links.of(600, *ends, draw.randint(1, 9, 1500))
"""

MEASURE = f"""{NETWORK}
import hashlib
for found in (
    communities(links, seed=3), betweenness_sampled(links, 40, seed=3), betweenness(links),
    harmonic(links), pagerank(links),
):
    print(hashlib.sha256(found.tobytes()).hexdigest())
"""

INTERRUPT = f"""{NETWORK}
import os, signal
from grafo.network import leiden
algorithms = leiden._networkit().community
class Interrupted(algorithms.ParallelLeiden):
    def run(self):
        os.kill(os.getpid(), signal.SIGINT)
        return super().run()
algorithms.ParallelLeiden = Interrupted
try:
    communities(links)
except KeyboardInterrupt:
    print("interrupted")
"""


def _run(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own interpreter, our own code
        [sys.executable, "-c", code],
        env={**os.environ, **environment},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=200,
    )


def test_answers_are_the_same_bytes_whatever_the_threads_and_the_hash_seed() -> None:
    answers = set()
    for threads, seed in (("1", "0"), ("2", "1"), ("7", "random")):
        done = _run(MEASURE, OMP_NUM_THREADS=threads, PYTHONHASHSEED=seed)
        assert done.returncode == 0, done.stderr
        assert done.stderr == ""
        answers.add(done.stdout)
    assert len(answers) == 1
    assert len(answers.pop().split()) == 5


def test_the_same_seed_gives_the_same_communities_in_any_thread() -> None:
    links = RANDOM["people"]
    expected = communities(links, seed=5).tolist()
    found: list[list[int]] = []
    threads = [
        threading.Thread(target=lambda: found.append(communities(links, seed=5).tolist()))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 4


def test_communities_leave_the_number_of_threads_and_numpys_chance_alone() -> None:
    communities(RANDOM["people"])  # opens NetworKit
    import networkit

    before = networkit.getMaxNumberOfThreads()
    try:
        networkit.setNumberOfThreads(3)
        np.random.seed(11)
        communities(RANDOM["people"])
        assert networkit.getMaxNumberOfThreads() == 3
        drawn = np.random.random()
        np.random.seed(11)
        assert drawn == np.random.random()
    finally:
        networkit.setNumberOfThreads(before)


def test_without_networkit_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "networkit", None)  # as when it is not there
    with pytest.raises(UsageError, match="pip install networkit"):
        communities(RANDOM["people"])


def test_ctrl_c_still_interrupts_after_communities() -> None:
    communities(RANDOM["people"])
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    with pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(5)


def test_ctrl_c_within_communities_interrupts_and_does_not_abort_the_process() -> None:
    done = _run(INTERRUPT)
    assert (done.stdout, done.returncode) == ("interrupted\n", 0), done.stderr


def test_importing_networks_loads_neither_scipy_nor_networkit() -> None:
    done = _run("import sys, grafo.network; print({'scipy', 'networkit'} & set(sys.modules))")
    assert done.stdout == "set()\n"
