"""A register of agreements that a seed makes: every kind of case, in a graph of some size."""

from __future__ import annotations

import csv
import random
from collections import Counter
from pathlib import Path

from grafo.analysis.snapshot import (
    Agreement,
    Cooperation,
    Country,
    Government,
    Representation,
    Snapshot,
    Source,
    Theme,
)
from grafo.bundled import bundled
from tests.browser.register import pairs_of

ABROAD = {
    "AR": (-34.6, -58.4), "CN": (31.2, 121.5), "ES": (40.4, -3.7), "GT": (14.6, -90.5),
    "JP": (35.7, 139.7), "PL": (51.8, 19.5), "US": (29.4, -98.5), "ZA": (-26.2, 28.0),
}  # fmt: skip
KINDS = ("twinning", "specific-cooperation", "other")
STATUSES = ("in-force", "expired", "unknown")
THEMES = ("culture", "education", "tourism", "environment", "agriculture")
ODD = ("Łódź", "京都市", "Saint John's", "بيروت", "Nuevo León (España)", "O'Higgins")


def _rows(name: str) -> list[dict[str, str]]:
    with Path(bundled("data") / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def seeded_register(seed: int = 7) -> Snapshot:
    """Return a register with all of Mexico's states, some of its municipalities, cities abroad."""
    chance = random.Random(seed)  # noqa: S311 - a graph to look at, no secret
    at_home = _at_home(chance)
    abroad = _abroad(chance)
    agreements = _agreements(chance, at_home, abroad)
    between = Counter(pair for each in agreements for pair in pairs_of(each))
    return Snapshot(
        governments=tuple(sorted((*at_home, *abroad), key=lambda g: g.id)),
        agreements=tuple(agreements),
        cooperations=tuple(Cooperation(*pair, n) for pair, n in sorted(between.items())),
        countries=_countries(),
        themes=tuple(
            Theme(row["id"], row["name_es"], row["name_en"])
            for row in sorted(_rows("themes.csv"), key=lambda row: row["id"])
            if row["id"] in THEMES
        ),
        representations=_representations(),
        sources=(
            Source("made", "Hecha a mano", "Made by hand", True, 300,
                   limits_es="nada es verdad", limits_en="nothing is true"),
            Source("other", "Otra", "Other", False, 100),
        ),
    )  # fmt: skip


def _at_home(chance: random.Random) -> list[Government]:
    rows = _rows("governments_mx.csv")
    states = [row for row in rows if row["level"] == "state"]
    towns = [row for row in rows if row["level"] == "municipality"]
    known = [row for row in towns if row["id"] in ("mx-14039", "mx-22014", "mx-19039")]
    chosen = {row["id"]: row for row in (*states, *known, *chance.sample(towns, 160))}
    return [
        Government(
            row["id"], row["name"], row["level"], "MX", name_en=row["name_en"] or None,
            population=int(row["population"] or 0) or None,
            lat=float(row["lat"]), lon=float(row["lon"]),
            parent=row["state_id"] or None,
        )
        for row in chosen.values()
    ]  # fmt: skip


def _abroad(chance: random.Random) -> list[Government]:
    made = []
    for number in range(90):
        country = chance.choice(sorted(ABROAD))
        lat, lon = ABROAD[country]
        name = ODD[number] if number < len(ODD) else f"Ciudad {number}"
        made.append(
            Government(
                f"x-{number:03}", name, chance.choice(("city", "city", "province", "county")),
                country, lat=lat + chance.uniform(-4, 4), lon=lon + chance.uniform(-4, 4),
            )
        )  # fmt: skip
    return made


def _agreements(
    chance: random.Random, at_home: list[Government], abroad: list[Government]
) -> list[Agreement]:
    # Every fourth government signs nothing; the last two have only each other.
    signing = [g for number, g in enumerate(at_home) if number % 4][:-1]
    reached = abroad[:-1]
    apart = Agreement(
        "apart", "twinning", "in-force",
        ((at_home[-1].id, "home"), (abroad[-1].id, "counterpart")), signed="2001",
    )  # fmt: skip
    made = [apart]
    for number in range(400):
        home = signing[int(len(signing) * chance.random() ** 2)]
        other = reached[int(len(reached) * chance.random() ** 2)]
        roles = ("party", "party") if number % 50 == 0 else ("home", "counterpart")
        parties = [(home.id, roles[0]), (other.id, roles[1])]
        if number % 17 == 0:
            parties.append((chance.choice([g for g in reached if g is not other]).id, roles[1]))
        made.append(
            Agreement(
                f"s-{number:03}",
                chance.choice(KINDS),
                chance.choice(STATUSES),
                tuple(sorted(parties)),
                themes=tuple(sorted(chance.sample(THEMES, chance.choice((0, 1, 1, 2))))),
                title=None if number % 3 else f"Acuerdo {number}",
                signed=_signed(chance),
                sources=(chance.choice(("made", "other")),),
            )
        )
    return sorted(made, key=lambda each: each.id)


def _signed(chance: random.Random) -> str | None:
    year = chance.randint(1971, 2024)
    return chance.choice((None, f"{year}", f"{year}-05", f"{year}-11-23"))


def _countries() -> tuple[Country, ...]:
    return tuple(
        Country(
            row["id"], row["name_es"], row["name_en"], row["iso3"], row["m49"],
            row["region"], row["region_es"], row["region_en"],
            row["subregion"] or None, row["subregion_es"] or None, row["subregion_en"] or None,
        )
        for row in _rows("countries.csv")
        if row["id"] in {"MX", *ABROAD}
    )  # fmt: skip


def _representations() -> tuple[Representation, ...]:
    return tuple(
        Representation(
            f"post-{country.lower()}", "consulate", "active", country, "MX",
            name_es=f"Consulado en {country}", city=country, lat=lat, lon=lon,
        )
        for country, (lat, lon) in sorted(ABROAD.items())
    )  # fmt: skip
