"""How a test of names asks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from grafo.places import Match, Matcher, PlaceQuery

Ask = Callable[..., Match]


@pytest.fixture(scope="session")
def ask(matcher: Matcher) -> Ask:
    """Return what a name resolves to: `ask("Burdeos", "Francia")`."""

    def _ask(name: str, country: str | None = None, **details: object) -> Match:
        return matcher.match(PlaceQuery(name, country, **details))  # type: ignore[arg-type]

    return _ask


def answer(match: Match) -> str:
    """Return the id of a matched place, or the outcome."""
    return match.place.id if match.outcome == "matched" and match.place else match.outcome
