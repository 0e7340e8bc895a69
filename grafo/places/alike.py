"""The known names nearest to one that is not known, for a person to look at; never an answer."""

from __future__ import annotations

from rapidfuzz import fuzz, process

from grafo.places.entries import NameKind
from grafo.places.gazetteer import Found, Gazetteer

_MOST = 5
# Below this similarity (0 to 100) two names have little more in common than some letters.
_LIKE_ENOUGH = 72.0
_LONGEST = 100


def most_alike(
    key: str, gazetteer: Gazetteer, countries: tuple[str, ...], within: frozenset[str] = frozenset()
) -> list[Found]:
    """Return places of the countries whose folded names are most like `key`, the likest first.

    Those in the divisions `within` come before the others. Alternate names are not looked at.
    """
    if not key or len(key) > _LONGEST:
        return []
    found: dict[str, tuple[float, Found]] = {}
    for name, score, _ in process.extract(
        key,
        gazetteer.own_names(countries),
        scorer=fuzz.WRatio,
        score_cutoff=_LIKE_ENOUGH,
        limit=4 * _MOST,
    ):
        for each in gazetteer.named(name, countries):
            if each.kind < NameKind.ALTERNATE:
                found.setdefault(each.place.id, (score, each))
    ranked = sorted(
        found.values(),
        key=lambda scored: (
            scored[1].place.parent not in within,
            -scored[0],
            -scored[1].weight,
            scored[1].place.id,
        ),
    )
    return [each for _, each in ranked[:_MOST]]
