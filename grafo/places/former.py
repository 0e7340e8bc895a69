"""States that are no more, or no longer called so: data/historic_states.csv."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from grafo.places.entries import listed, table

RENAMED = "renamed"


@dataclass(frozen=True, slots=True)
class FormerState:
    """A state of the past. `became` are the countries (ISO 3166-1) that its territory is in now.

    A renamed one is the country it became, and has no id of its own; a dissolved one keeps an
    id, made of its code in ISO 3166-3 where it has one.
    """

    id: str
    name_es: str
    name_en: str
    became: tuple[str, ...]
    renamed: bool
    spellings: tuple[str, ...]


@lru_cache(maxsize=1)
def former_states() -> tuple[FormerState, ...]:
    """Return the table's rows, in order."""
    return tuple(
        FormerState(
            row["id"],
            row["name_es"],
            row["name_en"],
            tuple(listed(row["became"])),
            row["kind"] == RENAMED,
            (row["name_es"], row["name_en"], *filter(None, [row["code"]]), *listed(row["aliases"])),
        )
        for _, row in table("historic_states.csv")
    )


@lru_cache(maxsize=1)
def former_by_id() -> dict[str, FormerState]:
    """Return the states that have an id, by it."""
    return {state.id: state for state in former_states() if not state.renamed}
