"""What a scene's governments and agreements refer to: countries, themes, sources, posts, words."""

from __future__ import annotations

from typing import Any

from grafo.analysis.snapshot import Snapshot
from grafo.model import load_model
from grafo.views.scene.columns import places, table


def countries(snapshot: Snapshot) -> dict[str, Any]:
    """Return the columns of the countries."""
    return {"id": [], "es": [], "en": []} | table(
        snapshot.countries,
        {
            "id": lambda c: c.id,
            "es": lambda c: c.name_es,
            "en": lambda c: c.name_en,
            "iso3": lambda c: c.iso3,
            "m49": lambda c: c.m49,
            "region_es": lambda c: c.region_es,
            "region_en": lambda c: c.region_en,
            "subregion_es": lambda c: c.subregion_es,
            "subregion_en": lambda c: c.subregion_en,
        },
    )


def themes(snapshot: Snapshot) -> dict[str, Any]:
    """Return the columns of the themes."""
    return {"id": [], "es": [], "en": []} | table(
        snapshot.themes,
        {"id": lambda t: t.id, "es": lambda t: t.name_es, "en": lambda t: t.name_en},
    )


def sources(snapshot: Snapshot) -> dict[str, Any]:
    """Return the columns of the sources."""
    return {"id": []} | table(
        snapshot.sources,
        {
            "id": lambda s: s.id,
            "es": lambda s: s.title_es,
            "en": lambda s: s.title_en,
            "publisher": lambda s: s.publisher,
            "licence": lambda s: s.licence,
            "url": lambda s: s.url,
            "limits_es": lambda s: s.limits_es,
            "limits_en": lambda s: s.limits_en,
            "synthetic": lambda s: s.synthetic,
        },
    )


def representations(snapshot: Snapshot) -> dict[str, Any] | None:
    """Return the columns of the representations, or None where there is none."""
    if not snapshot.representations:
        return None
    country = places(c.id for c in snapshot.countries)
    return table(
        snapshot.representations,
        {
            "id": lambda r: r.id,
            "type": lambda r: r.type,
            "es": lambda r: r.name_es,
            "en": lambda r: r.name_en,
            "city": lambda r: r.city,
            "country": lambda r: country.get(r.country or "", -1),
            "lat": lambda r: r.lat,
            "lon": lambda r: r.lon,
            "status": lambda r: r.status,
        },
    )


def notices(snapshot: Snapshot) -> list[dict[str, str]]:
    """Return what must be said beside the data: the limits of the sources of agreements."""
    return [
        {"es": f"{s.title_es}: {s.limits_es}", "en": f"{s.title_en}: {s.limits_en}"}
        for s in snapshot.sources
        if s.agreements and s.limits_es and s.limits_en
    ]


def words() -> dict[str, dict[str, dict[str, str]]]:
    """Return the model's names for its values, by property."""
    model = load_model()
    named = {
        "level": model.nodes["Government"].properties["level"],
        "kind": model.nodes["Agreement"].properties["kind"],
        "status": model.nodes["Agreement"].properties["status"],
        "type": model.nodes["Representation"].properties["type"],
        "role": model.edges["SIGNED"].properties["role"],
    }
    return {
        name: {value: {"es": w.es, "en": w.en} for value, w in (prop.values or {}).items()}
        for name, prop in named.items()
    }
