"""What the network of the world's twin towns is like, and what resolving names changes in it.

    GRAFO_BENCH_DATA=FOLDER python -m benchmarks.world_network

Three networks of one file, side by side:
- `text`: a node for each name and country as written, but for case, accents and punctuation;
- `settled`: the same without the rows that wait for a person, because a name in them could be
  several places, and the few whose country nobody knows;
- `grafo`: the graph that `grafo load twin_towns` makes, read back from the store.

`settled` and `grafo` differ only by spellings that the gazetteer knows to be one place, which is
checked. Takes some minutes, most of them for paths between all nodes. docs/world-network.md
discusses the output.
"""

from __future__ import annotations

import csv
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.twin_towns import twin_towns_file
from grafo.analysis import take_snapshot
from grafo.analysis.engine import Local
from grafo.analysis.levels import network_at
from grafo.loading.catalogue import find_loader
from grafo.loading.report import RunReport
from grafo.loading.run import LoadOptions, run_load
from grafo.network import (
    Links,
    communities,
    components,
    degree,
    gini,
    modularity,
    sizes,
)
from grafo.places import Matcher, PlaceQuery, country_of, open_matcher
from grafo.settings import Settings
from grafo.store import Store, open_store
from grafo.store.constraints import ensure_constraints
from grafo.text import fold

TOP = 5

Name = tuple[str, str]  # as folded text, with the ISO code of its country
Pair = tuple[Name, Name]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the file: both ends as folded text, and what each resolves to.

    An end that could be several places has no place; `sound` says that both countries are known.
    """

    ends: Pair
    places: tuple[str | None, str | None]
    sound: bool

    @property
    def waiting(self) -> bool:
        """Whether a person must say which place an end is."""
        return self.sound and None in self.places

    @property
    def settled(self) -> bool:
        """Whether both ends are known."""
        return self.sound and None not in self.places


@dataclass(frozen=True, slots=True)
class Named:
    """Links whose nodes have names."""

    names: list[str]
    links: Links


def main() -> None:
    """Build the three networks and print their figures."""
    path = twin_towns_file()
    with tempfile.TemporaryDirectory() as home:
        matcher = open_matcher(Path(home) / "places")
        rows = list(read_rows(path, matcher))
        with open_store(Settings(home=Path(home) / "graph")) as store:
            report = load_world(store, matcher, path, Path(home))
            snapshot = take_snapshot(store)
    network = network_at(snapshot, "government")
    found = {
        "text": _named(row.ends for row in rows),
        "settled": _named(row.ends for row in rows if row.settled),
        "grafo": Named([unit.name.en for unit in network.units], network.links),
    }
    resolved = _named(((one, ""), (other, "")) for one, other in _resolved(rows))
    if (resolved.links.n, resolved.links.m) != (network.links.n, network.links.m):
        sys.exit(f"{resolved.links.n} nodes and {resolved.links.m} links were to be expected")
    print(
        f"rows: read {report.read:,} = loaded {report.loaded:,} + merged {report.merged:,} + "
        f"unchanged {report.unchanged} + quarantined {report.quarantined:,}, of which "
        f"{report.ambiguous:,} wait for a person\n"
    )
    _print_names(rows)
    columns = {name: _figures(each) for name, each in found.items()}
    print(f"{'':34}" + "".join(f"{name:>12}" for name in columns))
    for figure in next(iter(columns.values())):
        print(f"{figure:34}" + "".join(f"{column[figure]:>12}" for column in columns.values()))
    for name, each in found.items():
        _print_first(name, each)


def read_rows(path: Path, matcher: Matcher) -> Iterator[Row]:
    """Yield the rows of the file with what their ends are called and resolve to."""
    known: dict[tuple[str, str], tuple[Name, str | None]] = {}

    def end(name: str, country: str) -> tuple[Name, str | None]:
        if (name, country) not in known:
            code = country_of(country).iso2 or fold(country)
            place = matcher.match(PlaceQuery(name, country)).place
            known[name, country] = (fold(name), code), place.id if place else None
        return known[name, country]

    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            one = end(row["city1"], row["country1"])
            other = end(row["city2"], row["country2"])
            sound = all(country_of(row[column]).iso2 for column in ("country1", "country2"))
            yield Row((one[0], other[0]), (one[1], other[1]), sound)


def _resolved(rows: list[Row]) -> Iterator[tuple[str, str]]:
    for row in rows:
        one, other = row.places
        if row.sound and one is not None and other is not None:
            yield one, other


def _named(pairs: Iterable[Pair]) -> Named:
    """Return the links of pairs of names, each pair once; a town is not its own twin."""
    distinct = sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})
    names = sorted({name for pair in distinct for name in pair})
    number = {name: place for place, name in enumerate(names)}
    one, other = ([number[pair[end]] for pair in distinct] for end in (0, 1))
    return Named([f"{name} {country}" for name, country in names], Links.of(len(names), one, other))


def load_world(store: Store, matcher: Matcher, path: Path, home: Path) -> RunReport:
    """Load the file into an empty store, as `grafo load twin_towns` does."""
    ensure_constraints(store)
    countries = Path(__file__).parents[1] / "data" / "countries.csv"
    for name, file in (("countries", countries), ("twin_towns", path)):
        report, _ = run_load(
            store,
            find_loader(name),
            file,
            name=file.name,
            resolve=matcher.match,
            place=matcher.gazetteer.place,
            quarantine_dir=home / "quarantine",
            options=LoadOptions(),
        )
    return report


def _print_names(rows: list[Row]) -> None:
    """How many names are settled, and how many spellings are of one place."""
    place_of = {
        name: place for row in rows for name, place in zip(row.ends, row.places, strict=True)
    }
    open_names = {name for name, place in place_of.items() if place is None}
    spellings: dict[str, set[Name]] = defaultdict(set)
    for name, place in place_of.items():
        if place is not None:
            spellings[place].add(name)
    several = [names for names in spellings.values() if len(names) > 1]
    waiting = [row for row in rows if row.waiting]
    in_settled = {name for row in rows if row.settled for name in row.ends}
    only_waiting = place_of.keys() - open_names - in_settled
    unknown = sum(place.startswith("slug-") for place in spellings)
    countries = Counter(country for _, country in open_names).most_common(TOP)
    print(f"{len(place_of):,} names with their country")
    print(f"  {len(open_names):,} could be several places; they are in {len(waiting):,} rows")
    print(f"    most in {', '.join(f'{code} {count}' for code, count in countries)}")
    print(f"  {len(only_waiting):,} others are only in rows that are not settled")
    print(f"  {len(spellings):,} places are meant by the rest, {unknown:,} of them in no gazetteer")
    print(
        f"  {len(several):,} places are spelt in several ways, which makes "
        f"{sum(len(names) - 1 for names in several):,} names too many\n"
    )


def _figures(named: Named) -> dict[str, str]:
    links = named.links
    degrees = degree(links)
    parts = sizes(components(links))
    groups = communities(links, seed=1)
    return {
        "nodes": f"{links.n:,}",
        "links": f"{links.m:,}",
        "components": f"{len(parts):,}",
        "isolated pairs": f"{int((parts == 2).sum()):,}",
        "nodes in the largest component": f"{parts[0] / links.n:.1%}",
        "nodes with one partner": f"{(degrees == 1).mean():.1%}",
        "Gini index of partners": f"{gini(degrees):.3f}",
        "degree assortativity": f"{_assortativity(links):+.3f}",
        "modularity (Leiden, seed 1)": f"{modularity(links, groups):.3f}",
    }


def _assortativity(links: Links) -> float:
    """Return the correlation of the degrees at the two ends of a link (Newman 2002)."""
    degrees = degree(links)
    one = np.r_[degrees[links.one], degrees[links.other]]
    other = np.r_[degrees[links.other], degrees[links.one]]
    return float(np.corrcoef(one, other)[0, 1])


def _print_first(name: str, named: Named) -> None:
    links = named.links
    between = Local().centralities(links, samples=None, seed=1).betweenness
    partners = degree(links)
    by_degree = sorted(range(links.n), key=lambda node: (-partners[node], named.names[node]))
    by_between = sorted(range(links.n), key=lambda node: (-between[node], named.names[node]))
    print(f"\n{name}")
    print("  partners: " + ", ".join(f"{named.names[n]} {partners[n]}" for n in by_degree[:TOP]))
    print("  betweenness: " + ", ".join(named.names[n] for n in by_between[:TOP]))


if __name__ == "__main__":
    main()
