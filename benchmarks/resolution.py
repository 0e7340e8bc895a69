"""How well and how fast names are resolved.

    GRAFO_BENCH_DATA=folder python benchmarks/resolution.py [--disagreements] [--sample N]

The folder holds `twin-towns-wikipedia/derived_mexico_edges.csv` (agreements of Mexican
governments, each side joined to INEGI and GeoNames by name and, where names are shared, by
coordinates) and `twin_cities_raw.csv` (all twin towns of those lists). Only names and country
names are given to the matcher. Precision is correct / matched, recall correct / rows.

The truth has its own doubts, so it is read in classes: `strict` rows were joined by a name
that is unique; the other classes by coordinates or not at all, and are printed apart.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import resource
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from grafo.places import Match, Matcher, PlaceQuery, open_matcher

STRICT_HOME = frozenset({"unique", "state"})
STRICT_ABROAD = frozenset({"unique"})
Row = tuple[str, PlaceQuery, str]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--disagreements", action="store_true", help="list each one")
    parser.add_argument("--sample", type=int, default=0, help="names of each outcome to list")
    options = parser.parse_args()
    folder = Path(os.environ.get("GRAFO_BENCH_DATA", "")) / "twin-towns-wikipedia"
    edges, raw = folder / "derived_mexico_edges.csv", folder / "twin_cities_raw.csv"
    if not os.environ.get("GRAFO_BENCH_DATA") or not edges.is_file() or not raw.is_file():
        sys.exit(f"not measured: set GRAFO_BENCH_DATA to a folder that has {edges} and {raw.name}")
    with tempfile.TemporaryDirectory() as cache:
        started = time.perf_counter()
        open_matcher(Path(cache))
        print(f"compile once       {time.perf_counter() - started:6.1f} s")
        started = time.perf_counter()
        matcher = open_matcher(Path(cache))
        size = sum(path.stat().st_size for path in Path(cache).iterdir()) / 1e6
        print(
            f"open               {time.perf_counter() - started:6.3f} s   ({size:.0f} MB on disk)"
        )
        home, abroad = truth(edges)
        judge("Mexican side", home, STRICT_HOME, matcher, show=options.disagreements)
        judge("counterparts", abroad, STRICT_ABROAD, matcher, show=options.disagreements)
        speed(raw, matcher, options.sample)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory        {peak:6.0f} MB (compiling included)")


def truth(edges: Path) -> tuple[list[Row], list[Row]]:
    """Return (class of the truth, query, true id or "") for both sides of every row."""
    home: list[Row] = []
    abroad: list[Row] = []
    with edges.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            inegi, geonames = row["mx_inegi"], row["geonameid"]
            home.append(
                (row["mx_match"], PlaceQuery(row["mx_name"], "MX"), inegi and f"mx-{inegi}")
            )
            query = PlaceQuery(row["foreign_name"], row["foreign_country"])
            abroad.append((row["geonames_match"], query, geonames and f"gn-{geonames}"))
    return home, abroad


def judge(
    title: str, rows: list[Row], strict: frozenset[str], matcher: Matcher, *, show: bool
) -> None:
    """Print precision and recall of the strict rows, and of every other class apart."""
    classes: dict[str, list[tuple[Match, str]]] = defaultdict(list)
    for kind, query, identity in rows:
        classes["strict" if kind in strict else kind].append((matcher.match(query), identity))
    print(f"\n{title}: {len(rows)} rows")
    for kind in sorted(classes, key=lambda kind: (kind != "strict", kind)):
        results = classes[kind]
        outcomes = Counter(match.outcome for match, _ in results)
        line = f"  {kind:13} {len(results):4} rows   " + "  ".join(
            f"{outcome} {outcomes[outcome]:4}" for outcome in ("matched", "ambiguous", "unknown")
        )
        known = [(match, identity) for match, identity in results if identity]
        right = sum(m.outcome == "matched" and m.place.id == i for m, i in known if m.place)
        matched = sum(match.outcome == "matched" for match, _ in known)
        if known:
            precision = f"{right}/{matched} = {right / matched:.4f}" if matched else "none matched"
            line += f"   precision {precision}   recall {right}/{len(known)}"
            line += f" = {right / len(known):.4f}"
        elif outcomes["matched"]:
            line += "   (no truth to compare with)"
        print(line)
        if show:
            disagreements(results, strict=kind == "strict")


def disagreements(results: Iterable[tuple[Match, str]], *, strict: bool) -> None:
    """List the distinct names that were resolved otherwise than the truth says."""
    seen: set[PlaceQuery] = set()
    for match, identity in results:
        found = match.place.id if match.outcome == "matched" and match.place else match.outcome
        differs = found != identity and (strict or match.outcome == "matched")
        if differs and match.query not in seen:
            seen.add(match.query)
            reasons = " ".join((*match.evidence, "|", *match.against))
            name = f"{match.query.name} ({match.query.country})"
            print(f"      {name}: {found}, truth {identity or '–'}   {reasons}")


def speed(raw: Path, matcher: Matcher, sample: int) -> None:
    """Print outcomes and names per second over every distinct (name, country) of the lists."""
    queries: dict[PlaceQuery, None] = {}
    with raw.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            for side in "12":
                queries.setdefault(PlaceQuery(row[f"city{side}"], row[f"country{side}"] or None))
    seconds = []
    for _ in range(2):
        started = time.perf_counter()
        matches = [matcher.match(query) for query in queries]
        seconds.append(time.perf_counter() - started)
    print(f"\nall twin towns: {len(queries)} distinct names with their countries")
    for outcome, count in Counter(match.outcome for match in matches).most_common():
        print(f"  {outcome:10} {count:6}  {count / len(matches):.1%}")
    for label, taken in zip(("first time", "again"), seconds, strict=True):
        print(f"  {label:10} {taken:6.2f} s  {len(queries) / taken:,.0f} names/s")
    for outcome in ("matched", "ambiguous", "unknown") if sample else ():
        some = [match for match in matches if match.outcome == outcome]
        print(f"\n  {outcome}, a sample of {min(sample, len(some))}:")
        for match in random.Random(7).sample(some, min(sample, len(some))):  # noqa: S311
            shown = match.place or (match.candidates[0].place if match.candidates else None)
            print(f"    {match.query.name} ({match.query.country}) → "
                  f"{f'{shown.id} {shown.name}' if shown else '–'} {match.score} "
                  f"{' '.join((*match.evidence, '|', *match.against))}")  # fmt: skip


if __name__ == "__main__":
    main()
