"""NetworKit's Leiden algorithm, so that it can be repeated and leaves no trace in the process.

Left to itself it answers otherwise from run to run on several threads, draws from a chance that
is one for the whole process, ends the process on Ctrl-C, and leaves Ctrl-C without Python's
handler when it is done.
"""

from __future__ import annotations

import ctypes
import signal
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grafo.errors import UsageError
from grafo.language import say
from grafo.network.links import Links

_ROUNDS = 5  # each from the communities of the last; more add less than 0.001 of modularity
_FINEST = 2**20  # weights are counted in this part of the largest one

# One at a time: of two that save and put back what Ctrl-C does, one might save the other's.
_ALONE = threading.Lock()


def leiden(links: Links, order: NDArray[np.intp], resolution: float) -> NDArray[np.int64]:
    """Return the group of each node, by some number; there must be links.

    Nodes are taken in the order given, which decides the groups. Ctrl-C is answered when they
    are found.

    Raises:
        UsageError: NetworKit is missing.
    """
    networkit = _networkit()
    place = np.empty(links.n, dtype=np.uint64)
    place[order] = np.arange(links.n, dtype=np.uint64)
    entries = (_whole(links.weight), (place[links.one], place[links.other]))
    with _ALONE, _one_thread(networkit), _interrupts() as restore_interrupts:
        graph = networkit.GraphFromCoo(entries, n=links.n, weighted=True)
        algorithm = networkit.community.ParallelLeiden(
            graph, randomize=False, iterations=_ROUNDS, gamma=resolution
        )
        restore_interrupts()  # the algorithm takes them when it is made …
        try:
            found = algorithm.run().getPartition().getVector()
        finally:
            del algorithm  # … and drops them when it goes, which must be before they are restored
    return np.asarray(found, dtype=np.int64)[place]


def _whole(weight: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return weights as whole numbers, so that their sums have no error to go round in."""
    largest = weight.max()
    if largest <= _FINEST and bool((weight == np.rint(weight)).all()):
        return weight
    return np.asarray(np.maximum(np.rint(weight / largest * _FINEST), 1.0))


@contextmanager
def _one_thread(networkit: Any) -> Iterator[None]:
    threads = networkit.getMaxNumberOfThreads()
    networkit.setNumberOfThreads(1)
    try:
        yield
    finally:
        networkit.setNumberOfThreads(threads)


@contextmanager
def _interrupts() -> Iterator[Callable[[], None]]:
    """Keep what SIGINT does: yield a function that puts it back, and call it in the end.

    By Python's C interface, as `signal.signal` works in the main thread only.
    """
    read, write = ctypes.pythonapi.PyOS_getsig, ctypes.pythonapi.PyOS_setsig
    read.restype, read.argtypes = ctypes.c_void_p, [ctypes.c_int]
    write.restype, write.argtypes = ctypes.c_void_p, [ctypes.c_int, ctypes.c_void_p]
    handler = read(signal.SIGINT)

    def restore() -> None:
        write(signal.SIGINT, handler)

    try:
        yield restore
    finally:
        restore()


def _networkit() -> Any:
    try:
        with warnings.catch_warnings():
            # It warns of libraries that only its plots and simulations need.
            warnings.simplefilter("ignore")
            import networkit
    except ImportError as error:
        raise UsageError(
            say(
                f"las comunidades necesitan la biblioteca NetworKit, que no abre: {error}",
                f"communities need the library NetworKit, which does not open: {error}",
            ),
            hint=say("instálela: pip install networkit", "install it: pip install networkit"),
        ) from error
    return networkit
