"""How fast the pages are made, how large they are, and how soon they can be seen.

    [GRAFO_BENCH_DATA=FOLDER] python -m benchmarks.views [network] [explorer]

- `network`: the page of `grafo view network` beside pyvis as its manual uses it (add_node,
  add_edge, generate_html), on the same seeded graphs. Three times of ours: from the scene, which
  is what pyvis does too; of the scene, with layout, centralities and communities, which pyvis
  leaves to the browser; and both. pyvis drops the second agreement of a pair, grafo keeps it.
- `explorer`: the page of `grafo view explorer` beside the same page of pyvis, of the shipped
  registers, of the world's twin towns where FOLDER has them, and of seeded graphs: made, size,
  first paint, a search answered, memory of scripts.
  Needs a Chromium. pyvis is stopped after two minutes, and its page waited for one.

Seconds of `network` are those of the processor, which other work on the machine disturbs least;
those of `explorer` are what a person waits. The ratios within a run are what counts.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from typing import TypeVar

from grafo.analysis.snapshot import Agreement, Cooperation, Country, Government, Snapshot
from grafo.views.scene import SceneOptions, build_scene
from grafo.views.vis import network_page

SIZES = ((1_000, 3_000), (10_000, 40_000))
LARGE = (50_000, 200_000)
SEED = 1
COUNTRIES = (Country("JP", "Japón", "Japan"), Country("MX", "México", "Mexico"))
T = TypeVar("T")


def main(wanted: list[str]) -> None:
    """Measure what is asked for, everything by default."""
    rows: dict[str, Callable[[], None]] = {"network": networks, "explorer": explorers}
    if unknown := set(wanted) - set(rows):
        sys.exit(f"no such row: {', '.join(sorted(unknown))}; there are {', '.join(rows)}")
    for name in wanted or rows:
        rows[name]()


def networks() -> None:
    """Measure the page of the network."""
    for nodes, links in SIZES:
        snapshot = seeded(nodes, links)
        print(f"{nodes:,} governments, {links:,} agreements, {len(snapshot.cooperations):,} links")
        network(snapshot)


def explorers() -> None:
    """Measure the explorer, register by register."""
    from benchmarks.explorer import measured

    measured([(f"{n:,} / {m:,}", lambda n=n, m=m: seeded(n, m)) for n, m in (*SIZES, LARGE)])


def seeded(nodes: int, agreements: int) -> Snapshot:
    """Return a network with hubs: half of the governments at home, half of them abroad."""
    chance = random.Random(SEED)  # noqa: S311 - a graph to measure on, no secret
    half = nodes // 2
    home = [Government(f"mx-{n:05}", f"Municipio {n}", "municipality", "MX") for n in range(half)]
    abroad = [Government(f"x-{n:05}", f"Ciudad {n}", "city", "JP") for n in range(half)]

    def hub() -> int:
        return int(half * chance.random() ** 2)

    signed = [
        Agreement(
            f"a-{number:06}",
            chance.choice(("twinning", "specific-cooperation")),
            "in-force",
            ((home[hub()].id, "home"), (abroad[hub()].id, "counterpart")),
            signed=f"{chance.randint(1960, 2025)}",
        )
        for number in range(agreements)
    ]
    between: dict[tuple[str, str], int] = {}
    for each in signed:
        pair = (each.parties[0][0], each.parties[1][0])
        between[pair] = between.get(pair, 0) + 1
    return Snapshot(
        governments=tuple(home + abroad),
        agreements=tuple(signed),
        cooperations=tuple(Cooperation(*pair, count) for pair, count in sorted(between.items())),
        countries=COUNTRIES,
    )


def network(snapshot: Snapshot) -> None:
    """The page of pyvis: ours from the same graph, and the one that its own manual leads to."""
    network_page(build_scene(seeded(10, 10), SceneOptions()))  # what is imported, is imported once
    scene, building = timed(lambda: build_scene(snapshot, SceneOptions()))
    ours, drawing = timed(lambda: network_page(scene))
    theirs, plain = timed(lambda: by_the_manual(snapshot))
    print(f"  network  from the scene {drawing:7.2f} s   {len(ours) / 1e6:5.1f} MB")
    print(f"           of the scene   {building:7.2f} s")
    print(f"           pyvis          {plain:7.2f} s   {len(theirs) / 1e6:5.1f} MB")
    whole = building + drawing
    print(f"           {plain / drawing:.0f} times faster; layout and all, {plain / whole:.1f}")


def by_the_manual(snapshot: Snapshot) -> str:
    """Return the page that pyvis makes by default."""
    from pyvis.network import Network

    drawn = Network(cdn_resources="in_line")
    for government in snapshot.governments:
        drawn.add_node(government.id, label=government.name)
    for agreement in snapshot.agreements:
        (one, _), (other, _) = agreement.parties
        drawn.add_edge(one, other)
    page: str = drawn.generate_html()
    return page


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """Return what the work returns, and the seconds of the processor that it took."""
    before = time.process_time()
    return work(), time.process_time() - before


if __name__ == "__main__":
    main(sys.argv[1:])
