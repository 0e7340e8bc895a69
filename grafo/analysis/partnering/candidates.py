"""Who may be suggested: governments that are linked or abroad, and never a partner already."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from grafo.analysis.partnering.evidence import Evidence
from grafo.analysis.partnering.ground import Ground
from grafo.places.place import NO_COUNTRY

# From this share of links within the country on, its governments may be suggested to each other.
DOMESTIC_USUAL = 0.1


def domestic_share(evidence: Evidence, country: int) -> float:
    """Return the share of a country's links that stay within it; 0 where it has none."""
    totals = evidence.between[country]
    # A link within the country was counted at both its ends.
    within = float(totals[country]) / 2
    links = float(totals.sum()) - within
    return within / links if links else 0.0


def who_may_be_suggested(
    ground: Ground, asker: int, country: str | None, theme: str | None, level: str | None
) -> NDArray[np.bool_]:
    """Return whom one may suggest to a government, shape (n,), in the order of the snapshot.

    Not itself, no partner of it, and nobody whose country is not known. Governments at home only
    if they are linked, and either `country` names their country or links within it are usual.

    Args:
        ground: the graph.
        asker: the government that asks, by its place in the snapshot.
        country: only of this country (ISO code).
        theme: only who cooperates on this theme (id) with somebody.
        level: only of this level of government.
    """
    evidence, governments = ground.evidence, ground.snapshot.governments
    traits = evidence.traits
    home = traits.country[asker]
    abroad = traits.country != home
    allowed: NDArray[np.bool_] = abroad.copy()
    if country == traits.countries[home] or (
        country is None and domestic_share(evidence, int(home)) >= DOMESTIC_USUAL
    ):
        allowed |= evidence.degree > 0
    allowed[asker] = False
    allowed[ground.partners(asker)] = False
    if NO_COUNTRY in traits.countries:
        allowed &= traits.country != traits.countries.index(NO_COUNTRY)
    if country is not None:
        here = traits.countries.index(country) if country in traits.countries else -1
        allowed &= traits.country == here
    if level is not None:
        allowed &= np.array([each.level == level for each in governments], dtype=bool)
    if theme is not None:
        allowed &= np.array([theme in themes for themes in ground.themes], dtype=bool)
    return allowed
