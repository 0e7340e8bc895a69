"""Representations: which agreements have one near, and how far the others are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from grafo.analysis.reach.coverage import Coverage
from grafo.analysis.snapshot import Country
from grafo.analysis.wording import government_name, number
from grafo.report.charts import Strip, strips
from grafo.report.content import Block, Chart, Findings, Repeat, Section
from grafo.report.material import REACH_KM, Material


def coverage(material: Material) -> Section:
    """Return the agreements against the representations abroad."""
    title = material.say("Representaciones en el exterior", "Representations abroad")
    return Section("coverage", title, [*_blocks(material)])


def _blocks(material: Material) -> Iterator[Block]:
    yield Findings(material.findings("coverage"))
    if material.coverage is not None and material.coverage.nearest:
        yield _distances(material, material.coverage)
    types = ("type", "active", "within", "share_within", "nearest", "idle")
    yield from material.grids("coverage", "types", types)
    posts = ("name", "type", "country", "in_country", "within", "nearest", "home_governments")
    yield from material.grids("coverage", "representations", posts)
    lacking = ("name", "agreements", "counterparts", "home_governments", "accredited")
    yield from material.grids("coverage", "countries_without_representation", lacking)
    empty = ("name", "representations", "cities", "largest")
    yield from material.grids("coverage", "countries_without_agreements", empty)
    openings = ("name", "country", "cities_near", "population_near", "largest_near")
    yield from material.grids("coverage", "openings", openings, folded=True)
    reach = ("name", "agreements", "counterparts", "representations", "located", "share_within")
    yield from material.grids("coverage", "countries", reach, folded=True)
    yield Repeat(["grafo analyze coverage"])


def _distances(material: Material, found: Coverage) -> Chart:
    """Return how far each counterpart is from the nearest representation, by continent."""
    say, lang = material.say, material.lang
    dots: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for counterpart in found.counterparts:
        near = found.nearest.get(counterpart.id)
        if near is not None:
            country = material.snapshot.country.get(counterpart.country)
            region = _region(material, country)
            dots[region].append((government_name(counterpart, lang), near.km))
    caption = material.caption(
        "distances",
        say(
            "A qué distancia está la representación más cercana",
            "How far the nearest representation is",
        ),
        say(
            f"Cada punto es una contraparte ({number(len(found.nearest))} que se pueden ubicar); "
            f"cerca es a {number(REACH_KM)} km o menos",
            f"Each dot is a counterpart ({number(len(found.nearest))} that can be located); near "
            f"is within {number(REACH_KM)} km",
        ),
    )
    groups = [
        Strip(f"{region} ({number(len(inside))})", inside)
        for region, inside in sorted(dots.items(), key=lambda item: (-len(item[1]), item[0]))
    ]
    grids = list(material.grids("coverage", "far", ("name", "country", "agreements", "nearest",
                                                    "km"), folded=True))  # fmt: skip
    return Chart(strips(caption, groups, lang, unit="km"), grids[0] if grids else None)


def _region(material: Material, country: Country | None) -> str:
    unknown = material.say("región desconocida", "region unknown")
    if country is None:
        return unknown
    return (country.region_es if material.lang == "es" else country.region_en) or unknown
