"""Build data/wikidata_items.csv: the Wikidata items of governments in the real sample.

No free table says which item a town of GeoNames is. Twinnings do: where two governments are
twinned here, and of all the items that bear their names exactly one pair is twinned in Wikidata,
these are their items. An item is written only where all twinnings of its government agree.
"""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tables import as_text, build_one

import grafo
from grafo.analysis.snapshot import Government
from grafo.places.world import read_cities, told
from grafo.text import fold

COLUMNS = ("id", "name", "level", "country", "wikidata", "twinnings")
_FOLDER = "twin-towns-wikidata-2016"

Items = Mapping[str, set[str]]


@dataclass(frozen=True, slots=True)
class Sample:
    """The real sample: its governments with counterparts, their towns in GeoNames, the pairs."""

    governments: Mapping[str, Government]
    towns: Mapping[int, str]
    pairs: Sequence[tuple[str, str]]


def sample() -> Sample:
    """Load the real sample, and return it with the ids that grafo resolves its names to."""
    with tempfile.TemporaryDirectory() as home, grafo.open(home=home) as graph:
        graph.load("twinnings_mx")
        snapshot = graph.snapshot()
        towns = graph.cypher(
            "MATCH (g:Government) WHERE g.geonames_id IS NOT NULL RETURN g.geonames_id, g.id"
        )
    pairs = sorted({(pair.one, pair.other) for pair in snapshot.cooperations})
    linked = {id_ for pair in pairs for id_ in pair}
    governments = {g.id: g for g in snapshot.governments if g.id in linked}
    return Sample(governments, {n: id_ for n, id_ in towns.rows if id_ in linked}, pairs)


def read_items(source: Path) -> tuple[Items, Items]:
    """Return the items by folded name, and by each item those it is twinned with."""
    named: dict[str, set[str]] = defaultdict(set)
    twinned: dict[str, set[str]] = defaultdict(set)
    for line in (source / _FOLDER / "names.tsv").read_text(encoding="utf-8").splitlines():
        item, _, name = line.partition("\t")
        named[fold(name)].add(item)
    for line in (source / _FOLDER / "relations.tsv").read_text(encoding="utf-8").splitlines():
        one, other = line.split()
        twinned[one].add(other)
        twinned[other].add(one)
    return named, twinned


def spellings(loaded: Sample) -> dict[str, set[str]]:
    """Return the folded names of each government by id, those that GeoNames adds included."""
    found = {
        government.id: {
            fold(name) for name in (government.name, government.name_es, government.name_en) if name
        }
        for government in loaded.governments.values()
    }
    for city in read_cities():
        if (id_ := loaded.towns.get(city["geonameid"])) is not None:
            found[id_] |= {fold(name) for name, _ in told(city)}
    return found


def agreed(
    pairs: Iterable[tuple[str, str]], names: Mapping[str, set[str]], named: Items, twinned: Items
) -> dict[str, tuple[str, int]]:
    """Return the item of each government and how many twinnings say so; none in doubt."""
    items = {
        id_: {item for name in spelled for item in named.get(name, ())}
        for id_, spelled in names.items()
    }
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for one, other in pairs:
        possible = [(a, b) for a in items[one] for b in items[other] if b in twinned.get(a, ())]
        if len(possible) == 1:
            votes[one][possible[0][0]] += 1
            votes[other][possible[0][1]] += 1
    sure = {id_: found.popitem() for id_, found in votes.items() if len(found) == 1}
    shared = Counter(item for item, _ in sure.values())
    return {id_: (item, count) for id_, (item, count) in sure.items() if shared[item] == 1}


def build(source: Path) -> str:
    """Return the table as text, by id."""
    loaded = sample()
    governments = loaded.governments
    found = agreed(loaded.pairs, spellings(loaded), *read_items(source))
    return as_text(
        COLUMNS,
        [
            {
                "id": id_,
                "name": governments[id_].name,
                "level": governments[id_].level,
                "country": governments[id_].country,
                "wikidata": item,
                "twinnings": str(count),
            }
            for id_, (item, count) in sorted(found.items())
        ],
    )


if __name__ == "__main__":
    build_one("wikidata_items.csv", build)
