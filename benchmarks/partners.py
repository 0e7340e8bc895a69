"""How well partners are suggested on the world's twin towns; where the shipped weights come from.

    GRAFO_BENCH_DATA=FOLDER python -m benchmarks.partners measure [ROUNDS]
    GRAFO_BENCH_DATA=FOLDER python -m benchmarks.partners learn

`measure` runs the back-test of `grafo analyze partners --backtest` on two networks of one file:
- `named`: a node for each name and country as written, but for case, accents and punctuation;
  spellings of one place count as one, and of homonyms the largest lends its place and size;
- `grafo`: the graph that `grafo load twin_towns` makes, where homonyms wait for a person.

`learn` learns the weights from all links of `grafo` and writes them to
grafo/analysis/partnering/weights.json; the quality that the file states is measured on links that
other weights, learnt in the same way from the rest, had not seen. Both take half an hour or more.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from benchmarks.twin_towns import twin_towns_file
from benchmarks.world_network import load_world, read_rows
from grafo.analysis import Snapshot, take_snapshot
from grafo.analysis.partnering import weights as shipped
from grafo.analysis.partnering.backtest import LEARNT, Trial, backtest
from grafo.analysis.partnering.learning import learn_cold, learn_linked
from grafo.analysis.partnering.traits import Traits
from grafo.analysis.partnering.weights import Weights, as_json
from grafo.analysis.snapshot import Cooperation, Government
from grafo.places import Matcher, open_matcher
from grafo.settings import Settings
from grafo.store import open_store

HOME = "MX"
ROUNDS = 5
ORIGIN = (
    "the world's twin towns as lists of the English Wikipedia have them "
    "(github.com/Hekman/twincities), loaded by the loader twin_towns"
)
Key = tuple[str, str]  # folded name and country


def main() -> None:
    """Measure or learn."""
    path = twin_towns_file()
    wanted = sys.argv[1:2]
    if wanted not in (["measure"], ["learn"]):
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as home:
        matcher = open_matcher(Path(home) / "places")
        with open_store(Settings(home=Path(home) / "graph")) as store:
            load_world(store, matcher, path, Path(home))
            loaded = take_snapshot(store)
    if wanted == ["learn"]:
        learn(loaded)
        return
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS
    measure("named", by_name(path, matcher), rounds)
    measure("grafo", loaded, rounds)


def by_name(path: Path, matcher: Matcher) -> Snapshot:
    """Return the network of the names as written."""
    pairs = {tuple(sorted(row.ends)) for row in read_rows(path, matcher) if row.sound}
    names = {name for pair in pairs for name in pair}
    governments: dict[Key, Government] = {}
    of_place: dict[str, Key] = {}
    stands: dict[Key, Key] = {}
    for name in sorted(names):
        found = matcher.gazetteer.named(name[0], (name[1],))
        place = max((f.place for f in found), key=lambda p: (p.population or 0, p.id), default=None)
        stands[name] = of_place.setdefault(place.id, name) if place else name
        if stands[name] == name:
            governments[name] = Government(
                f"{name[0]} {name[1]}",
                place.name if place else name[0],
                place.level if place else "city",
                name[1],
                name_es=place.name_es if place else None,
                name_en=place.name_en if place else None,
                population=place.population if place else None,
                lat=place.lat if place else None,
                lon=place.lon if place else None,
            )
    links = {
        tuple(sorted((governments[stands[one]].id, governments[stands[other]].id)))
        for one, other in pairs
        if stands[one] != stands[other]
    }
    return Snapshot(
        governments=tuple(sorted(governments.values(), key=lambda each: each.id)),
        cooperations=tuple(Cooperation(one, other, 1) for one, other in sorted(links)),
    )


def measure(name: str, snapshot: Snapshot, rounds: int) -> None:
    """Print the back-test of a network."""
    start = time.perf_counter()
    report = backtest(snapshot, range(1, rounds + 1), HOME)
    seconds = time.perf_counter() - start
    linked = len(np.unique(np.r_[snapshot.links.one, snapshot.links.other]))
    print(
        f"{name}: {linked:,} governments, {report.links:,} links, {report.merged} spellings "
        f"merged; {rounds} rounds in {seconds:,.0f} s"
    )
    for title, trial in (("linked", report.linked), ("cold", report.cold)):
        _print(title, trial)


def _print(title: str, trial: Trial) -> None:
    print(
        f"  {title}: {trial.hidden:,.0f} links hidden, {trial.questions:,.0f} questions "
        f"({trial.home_questions:,.0f} of {HOME}), {trial.candidates:,.0f} candidates, learnt "
        f"from {trial.learnt_from:,.0f}"
    )
    print(f"    {'':26}{'hits@10':>9}{'hits@50':>9}{'MRR':>7}{'AUC':>7}   {HOME}: the same")
    for name, quality in trial.all.items():
        line = f"    {name:26}"
        for each in (quality, trial.home.get(name)):
            if each is not None:
                line += (
                    f"{each.hits_at_10:9.1%}{each.hits_at_50:9.1%}{each.mrr:7.3f}{each.auc:7.3f}"
                )
                line += "   "
        print(line.rstrip())


def learn(snapshot: Snapshot) -> None:
    """Write the weights learnt from all links, with the quality of others like them."""
    report = backtest(snapshot, range(1, ROUNDS + 1), HOME)
    traits = Traits.of(snapshot.governments)
    linked, _ = learn_linked(traits, snapshot.links, None, np.random.default_rng(1), folds=3)
    cold, _ = learn_cold(traits, snapshot.links, np.random.default_rng([1, 1]), folds=5)
    found = Weights(
        linked=linked,
        cold=cold,
        links=snapshot.links.m,
        hits_at_10=report.linked.all[LEARNT].hits_at_10,
        cold_hits_at_10=report.cold.all[LEARNT].hits_at_10,
    )
    shipped.FILE.write_text(as_json(found, ORIGIN), encoding="utf-8")
    print(f"{shipped.FILE}: hits@10 {found.hits_at_10:.1%}, cold {found.cold_hits_at_10:.1%}")


if __name__ == "__main__":
    main()
