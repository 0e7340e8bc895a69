"""How many names of the world's towns are answered, and how many of the answers are right.

    python -m benchmarks.places GOLD.csv [--errors] [--open N] [--cache FOLDER]

The file has the columns `name`, `country` (ISO 3166-1 alpha-2), `lat` and `lon`: names as people
write them, and where the place is. Only name and country are given to the matcher. An answer is
right when its point lies within 25 km of the given one; a division, which has no point of its
own, when one of its towns does. Rates: answered = matched / names, right = right / answered
with a point.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from grafo.places import Match, Matcher, PlaceQuery, open_matcher
from grafo.places.distance import kilometres

RIGHT_KM = 25.0


@dataclass(frozen=True, slots=True)
class Named:
    """A name and where its place is, in degrees."""

    query: PlaceQuery
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Judged:
    """A match and how far it is from the truth in km; None where it has no point."""

    named: Named
    match: Match
    away: float | None

    @property
    def right(self) -> bool:
        """Whether the answer is near enough to be the place."""
        return self.away is not None and self.away <= RIGHT_KM


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--errors", action="store_true", help="list each wrong answer")
    parser.add_argument("--open", type=int, default=0, help="names left open to list, of each kind")
    parser.add_argument("--cache", type=Path, help="keep the compiled gazetteer in this folder")
    options = parser.parse_args()
    if not options.gold.is_file():
        sys.exit(f"not measured: there is no {options.gold}")
    with tempfile.TemporaryDirectory() as folder:
        matcher = open_matcher(options.cache or Path(folder))
        names = gold(options.gold)
        started = time.perf_counter()
        judged = [judge(matcher, named) for named in names]
        seconds = time.perf_counter() - started
        report(judged, seconds)
        if options.errors:
            list_errors(judged)
        for outcome in ("ambiguous", "unknown") if options.open else ():
            list_open(judged, outcome, options.open)
        matcher.close()


def gold(path: Path) -> list[Named]:
    """Return the names of the file."""
    with path.open(encoding="utf-8", newline="") as stream:
        return [
            Named(PlaceQuery(row["name"], row["country"]), float(row["lat"]), float(row["lon"]))
            for row in csv.DictReader(stream)
        ]


def judge(matcher: Matcher, named: Named) -> Judged:
    """Resolve a name and measure the answer."""
    match = matcher.match(named.query)
    if match.outcome != "matched" or match.place is None:
        return Judged(named, match, None)
    away = kilometres(named.lat, named.lon, match.place.lat, match.place.lon)
    return Judged(named, match, away if away != float("inf") else None)


def report(judged: list[Judged], seconds: float) -> None:
    """Print the rates."""
    outcomes = Counter(each.match.outcome for each in judged)
    answered = [each for each in judged if each.match.outcome == "matched"]
    placed = [each for each in answered if each.away is not None]
    right = sum(each.right for each in placed)
    print(f"names      {len(judged):6}   {len(judged) / seconds:,.0f} names/s")
    for outcome in ("matched", "ambiguous", "unknown"):
        print(f"{outcome:10} {outcomes[outcome]:6}   {outcomes[outcome] / len(judged):.1%}")
    print(f"right      {right:6}   {right / len(placed):.2%} of {len(placed)} answers with a point")
    print(f"no point   {len(answered) - len(placed):6}")


def list_errors(judged: list[Judged]) -> None:
    """List the wrong answers, the farthest first."""
    wrong = [each for each in judged if each.away is not None and not each.right]
    for each in sorted(wrong, key=lambda each: -(each.away or 0)):
        query, place = each.named.query, each.match.place
        shown = f"{place.id} {place.name}" if place else "–"
        print(
            f"  {query.name} ({query.country}) → {shown}, {each.away:.0f} km; "
            f"{' '.join((*each.match.evidence, '|', *each.match.against))}"
        )


def list_open(judged: list[Judged], outcome: str, count: int) -> None:
    """List a sample of the names that were not answered, with the first candidates."""
    left = [each for each in judged if each.match.outcome == outcome]
    print(f"\n{outcome}, {min(count, len(left))} of {len(left)}:")
    for each in random.Random(7).sample(left, min(count, len(left))):  # noqa: S311 - a sample
        query, match = each.named.query, each.match
        shown = ", ".join(
            f"{c.place.id} {c.place.name} {c.place.level} {c.place.population or 0} "
            f"{kilometres(each.named.lat, each.named.lon, c.place.lat, c.place.lon):.0f}km"
            for c in match.candidates[:3]
        )
        print(f"  {query.name} ({query.country}): {shown or '–'} | {' '.join(match.against)}")


if __name__ == "__main__":
    main()
