"""How fast networks are measured, beside networkx and NetworKit, and how far the answers agree.

    GRAFO_BENCH_DATA=FOLDER python -m benchmarks.network world [exact]
    python -m benchmarks.network million

- `world`: the world's twin towns, loaded by grafo into a graph of its own; each analysis by
  grafo, by networkx (the reference: plain Python), and by NetworKit, all on one thread.
  networkx takes a quarter of an hour for exact betweenness: it is timed on a sample of sources
  and scaled up, which the output says, or run to the end with `exact`.
- `million`: a seeded network of 1,000,000 nodes and 5,000,000 links, heavy-tailed, half of the
  links near by; the analyses that one runs on such a network: time and peak memory.

Seconds are those of the processor, which other work on the machine disturbs least; the ratios
within a run are what counts.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np

from benchmarks.twin_towns import twin_towns_file
from grafo import network
from grafo.network import Links

SAMPLE = 300  # sources that networkx's exact betweenness is timed on
SAMPLES = 32  # sources of the sampled betweenness of the million
SEED = 1


@dataclass(frozen=True)
class Measured:
    """An analysis in several libraries; `scale` is what a time in networkx is multiplied by."""

    name: str
    ours: Callable[[Links], Any]
    plain: Callable[[nx.Graph], Any]
    kit: Callable[[Any], Any]
    agreement: Callable[[Links, Any, Any, Any], str]
    scale: float = 1.0


def main(arguments: list[str]) -> None:
    """Run what is asked for."""
    if arguments[:1] == ["million"]:
        million()
    elif arguments[:1] == ["world"]:
        world(exact=arguments[1:] == ["exact"])
    else:
        sys.exit(__doc__)


def world(*, exact: bool) -> None:
    """Measure the world's twin towns."""
    import networkit

    links = _twin_towns()
    graph = nx.Graph()
    graph.add_nodes_from(range(links.n))
    ends = zip(links.one.tolist(), links.other.tolist(), links.weight.tolist(), strict=True)
    graph.add_weighted_edges_from(ends)
    coordinates = (links.one.astype(np.uint64), links.other.astype(np.uint64))
    kit = networkit.GraphFromCoo((links.weight, coordinates), n=links.n)
    weighted = networkit.GraphFromCoo((links.weight, coordinates), n=links.n, weighted=True)
    networkit.setNumberOfThreads(1)
    print(f"{links.n:,} nodes, {links.m:,} links; seconds of the processor")
    print(f"{'':14}{'grafo':>9}{'networkx':>11}{'ratio':>8}{'NetworKit':>11}")
    for measured in _analyses(links.n, exact=exact):
        _compare(measured, links, graph, weighted if measured.name == "communities" else kit)
    print(f"peak memory of all libraries together {_peak():,.0f} MiB")


def _analyses(n: int, *, exact: bool) -> list[Measured]:
    from networkit import centrality, community, components

    pivots = None if exact else SAMPLE
    return [
        Measured(
            "pagerank",
            network.pagerank,
            lambda g: nx.pagerank(g, tol=1e-12, max_iter=1000),
            lambda k: centrality.PageRank(k, tol=1e-10).run(),
            agreement=_difference,
        ),
        Measured(
            "components",
            network.components,
            lambda g: list(nx.connected_components(g)),
            lambda k: components.ConnectedComponents(k).run(),
            agreement=lambda _, ours, plain, __: f"{ours.max() + 1} and {len(plain)} of them",
        ),
        Measured(
            "cores",
            network.core_numbers,
            nx.core_number,
            lambda k: centrality.CoreDecomposition(k).run(),
            agreement=_difference,
        ),
        Measured(
            "communities",
            lambda links: network.communities(links, SEED),
            lambda g: nx.community.louvain_communities(g, seed=SEED),
            lambda k: community.PLM(k, refine=True).run(),
            agreement=_modularities,
        ),
        Measured(
            "harmonic",
            network.harmonic,
            nx.harmonic_centrality,
            lambda k: centrality.HarmonicCloseness(k).run(),
            agreement=lambda links, ours, plain, theirs: _difference(
                links, ours * (links.n - 1), plain, theirs
            ),
        ),
        Measured(
            "betweenness",
            network.betweenness,
            lambda g: nx.betweenness_centrality(g, k=pivots, seed=SEED),
            lambda k: centrality.Betweenness(k, normalized=True).run().scores(),
            agreement=lambda links, ours, plain, theirs: _difference(
                links, ours, theirs if pivots else plain, theirs
            ),
            scale=n / pivots if pivots else 1.0,
        ),
        Measured(
            f"{SAMPLE} sources",
            lambda links: network.betweenness_sampled(links, samples=SAMPLE, seed=SEED),
            lambda g: nx.betweenness_centrality(g, k=SAMPLE, seed=SEED),
            lambda k: centrality.EstimateBetweenness(k, SAMPLE).run(),
            agreement=_overlap,
        ),
    ]


def _compare(measured: Measured, links: Links, graph: nx.Graph, kit: Any) -> None:
    import networkit

    # Anew each time: the matrices that a network keeps once made are part of the work.
    fresh = Links(links.n, links.one, links.other, links.weight)
    seconds, ours = _timed(lambda: measured.ours(fresh))
    networkit.setSeed(SEED, False)
    taken_by_kit, theirs = _timed(lambda: measured.kit(kit))
    taken, plain = _timed(lambda: measured.plain(graph))
    taken *= measured.scale
    scaled = "*" if measured.scale != 1 else " "
    line = f"{measured.name:14}{seconds:9.3f}{taken:10.3f}{scaled}{taken / seconds:8.1f}"
    said = measured.agreement(links, ours, plain, theirs)
    print(f"{line}{taken_by_kit:11.3f}   {said}", flush=True)
    if measured.scale != 1:
        print(
            f"{'':14}* timed on {SAMPLE} sources, times {measured.scale:.1f}; compared to NetworKit"
        )


def _difference(links: Links, ours: Any, plain: Any, _: Any) -> str:
    values = np.array([plain[node] for node in range(links.n)])
    return f"largest difference {np.abs(ours - values).max():.1e}"


def _overlap(links: Links, ours: Any, plain: Any, _: Any) -> str:
    estimates = ours, np.array([plain[node] for node in range(links.n)])
    first = set(np.argsort(-network.betweenness(links), kind="stable")[:20].tolist())
    right = [
        len(first & set(np.argsort(-found, kind="stable")[:20].tolist())) for found in estimates
    ]
    return f"{right[0]} and {right[1]} of the true first 20"


def _modularities(links: Links, ours: Any, plain: Any, _: Any) -> str:
    label = np.empty(links.n, dtype=np.int64)
    for number, members in enumerate(plain):
        label[list(members)] = number
    found = [network.modularity(links, labels) or 0.0 for labels in (ours, label)]
    return f"modularity {found[0]:.4f} and {found[1]:.4f}"


def million() -> None:
    """Measure the million."""
    n, m = 1_000_000, 5_000_000
    links = _timed_line("links", lambda: heavy_tailed(n, m))
    print(f"  {links.n:,} nodes, {links.m:,} links, largest degree {network.degree(links).max():,}")
    began = time.perf_counter(), time.process_time()
    analyses: dict[str, Callable[[], Any]] = {
        "pagerank": lambda: network.pagerank(links),
        "components": lambda: network.components(links),
        "cores": lambda: network.core_numbers(links),
        f"{SAMPLES} sources": lambda: network.betweenness_sampled(links, SAMPLES, seed=SEED),
        "communities": lambda: network.communities(links, SEED),
    }
    found = {name: _timed_line(name, analysis) for name, analysis in analyses.items()}
    clock, seconds = time.perf_counter() - began[0], time.process_time() - began[1]
    print(f"  all five in {seconds:.0f} s, {clock:.0f} s by the clock")
    modularity = network.modularity(links, found["communities"])
    print(f"  {network.sizes(found['components'])[0]:,} nodes in the largest component, ", end="")
    print(f"deepest core {found['cores'].max()}, modularity {modularity:.4f}")


def heavy_tailed(n: int, m: int) -> Links:
    """Return m random links, fewer where two are alike; the degrees follow a power law of 3."""
    draw = np.random.RandomState(SEED)
    name = draw.permutation(n)
    one, far = ((n * draw.random_sample(m) ** 2).astype(np.int64) for _ in range(2))
    near = np.minimum(one // 1000 * 1000 + draw.randint(0, 1000, m), n - 1)
    other = np.where(draw.random_sample(m) < 0.5, near, far)
    return Links.of(n, name[one], name[other])


def _twin_towns() -> Links:
    import grafo

    path = twin_towns_file()
    with tempfile.TemporaryDirectory() as home, grafo.open(home=home) as g:
        g.load("twin_towns", path)
        ids = [row["id"] for row in g.store.rows("MATCH (g:Government) RETURN g.id AS id")]
        rows = g.store.rows(
            "MATCH (a:Government)-[c:COOPERATES_WITH]->(b:Government) "
            "RETURN a.id AS one, b.id AS other, c.agreements AS agreements"
        )
    place = {identity: number for number, identity in enumerate(sorted(ids))}
    return Links.of(
        len(ids),
        [place[row["one"]] for row in rows],
        [place[row["other"]] for row in rows],
        [row["agreements"] for row in rows],
    )


def _timed(analysis: Callable[[], Any]) -> tuple[float, Any]:
    began = time.process_time()
    found = analysis()
    return time.process_time() - began, found


def _timed_line(name: str, analysis: Callable[[], Any]) -> Any:
    began = time.perf_counter()
    seconds, found = _timed(analysis)
    clock = time.perf_counter() - began
    print(f"{name:14}{seconds:8.1f} s, {clock:6.1f} s by the clock; peak memory {_peak():,.0f} MiB")
    return found


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(sys.argv[1:])
