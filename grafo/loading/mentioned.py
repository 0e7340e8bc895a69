"""The governments that a file mentions on the way, as claims."""

from __future__ import annotations

from grafo.loading.prepare import Prepared
from grafo.places import Place
from grafo.statements import Claim, Link


def mention_claims(prepared: Prepared) -> list[Claim]:
    """Return the mentioned governments as claims, the ones that others are part of first."""
    amends = min(prepared.mended, default=prepared.report.sha256) if prepared.is_amendment else None
    claims = [_government(place, row, amends) for place, row in prepared.mentions.places.values()]
    return sorted(claims, key=lambda claim: (len(claim.links) > 1, claim.group))


def _government(place: Place, row: int, amends: str | None) -> Claim:
    properties = {
        "id": place.id,
        "name": place.name,
        "name_es": place.name_es,
        "name_en": place.name_en,
        "level": place.level,
        "country": place.country,
        "inegi": place.inegi,
        "geonames_id": place.geonames_id,
        "population": place.population,
        "area_km2": place.area_km2,
        "lat": place.lat,
        "lon": place.lon,
    }
    links = []
    if place.country != "ZZ":
        links.append(Link("IN_COUNTRY", True, "Country", place.country))
    # Only Mexico's states are sure to be in the graph as governments of their own.
    if place.parent and place.parent.startswith("mx-"):
        links.append(Link("PART_OF", True, "Government", place.parent))
    return Claim(
        "Government", place.id, properties, tuple(links), [row], primary=False, amends=amends
    )
