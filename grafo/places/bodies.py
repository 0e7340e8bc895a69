"""Governments and bodies that are no place: of whole countries, of states of the past, and
the international organisations of data/organizations.csv. Names find them by rules of their own
(`nations`, `organizations`); the gazetteer holds them for their ids."""

from __future__ import annotations

from collections.abc import Iterator

from grafo.places.entries import Entry, table
from grafo.places.former import former_by_id
from grafo.places.place import NATIONAL, NO_COUNTRY, Place


def read_bodies() -> Iterator[Entry]:
    """Yield them all, without names."""
    for _, row in table("countries.csv"):
        yield _entry(nation_id(row["id"]), row["name_es"], row["name_en"], NATIONAL, row["id"])
    for state in former_by_id().values():
        # The one country that came after a state may be named for it; of several, none.
        country = state.became[0] if len(state.became) == 1 else NO_COUNTRY
        yield _entry(state.id, state.name_es, state.name_en, NATIONAL, country)
    for _, row in table("organizations.csv"):
        yield _entry(row["id"], row["name_es"], row["name_en"], "organization", NO_COUNTRY)


def nation_id(owner: str) -> str:
    """Return the id of a country's national government; a state of the past has its own.

    >>> nation_id("FR"), nation_id("nat-suhh")
    ('nat-fr', 'nat-suhh')
    """
    return owner if owner.startswith("nat-") else f"nat-{owner.lower()}"


def _entry(identity: str, name_es: str, name_en: str, level: str, country: str) -> Entry:
    return Entry(Place(identity, name_en, name_es, name_en, level, country), ())
