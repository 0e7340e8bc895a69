"""Whether a name that only one known place bears is enough to take that place for it.

The gazetteer ends at 500 inhabitants, and the places that agreements name do not: a village, a
quarter or a district of the same name may be missing from it. Measured on names of twin towns with
their coordinates (benchmarks/places.py), a lone answer is wrong in one of 500 where the place is a
seat or has names in several languages, and in one of ten where it is small and neither. Those are
asked about, unless the row says something else that speaks for them.
"""

from __future__ import annotations

from collections.abc import Iterable

from grafo.places.entries import NameKind, TownKind
from grafo.places.gazetteer import Found, Gazetteer
from grafo.places.letters import Spelling, spelling
from grafo.text import fold

# A place with this many other names is one that people elsewhere speak of.
_RENOWNED = 3
# Below this many inhabitants a place that is neither a seat nor renowned may be a namesake's.
_SMALL = {TownKind.PLAIN: 10_000, TownKind.SECTION: 10_000, TownKind.FORMER: 10_000}
_SMALL_WHERE_SEATS_ARE_NOT_TOLD = 1_000
# Below this a name that GeoNames gives beside the longer one that is the place's own (Santa Fe, of
# Santa Fe de Mondújar) may be any namesake's.
_SMALL_BY_PART_OF_ITS_NAME = 5_000
# Below this one of GeoNames' alternate names may be any neighbour's, and further below even where
# a parent is stated: Dartmouth is an old name of Jefferson, New Hampshire.
_SMALL_BY_ALTERNATE = 3_000
_TINY_BY_ALTERNATE = 1_000
# Below this a name without the letters of its own may be that of a place written so.
_SMALL_BY_OTHER_LETTERS = 20_000
# A namesake of this fraction of its people does not make a part of a name doubtful.
_MUCH_SMALLER = 10
# Evidence out of the row itself that a place is the one meant.
_SPEAKS_FOR = ("parent:", "near:", "also-called:", "coordinates:", "same-place:")


def doubt(found: Found, written: str, evidence: Iterable[str], gazetteer: Gazetteer) -> str | None:
    """Return a code for why a lone or leading place may not be the one meant, or None."""
    if found.place.level != "city":
        return None
    codes = tuple(evidence)
    spoken_for = any(code.startswith(_SPEAKS_FOR) for code in codes)
    if found.kind is NameKind.ALTERNATE:
        located = any(code.startswith("coordinates:") for code in codes)
        reason = _doubt_of_alternate(found, gazetteer, spoken_for=spoken_for, located=located)
        if reason:
            return reason
    if spoken_for:
        return None
    folded = spelled(found, written) is not Spelling.SAME
    if folded and found.weight < _SMALL_BY_OTHER_LETTERS:
        return "name:small-by-other-letters"
    own = found.kind is not NameKind.ALTERNATE
    return "name:little-known" if own and _is_little_known(found) else None


def _doubt_of_alternate(
    found: Found, gazetteer: Gazetteer, *, spoken_for: bool, located: bool
) -> str | None:
    """Return why one of GeoNames' alternate names may not be the place's, or None."""
    if _is_part_of_several(found, gazetteer):
        return "name:part-of-several"
    if found.weight < _TINY_BY_ALTERNATE and not located:
        return "name:alternate-of-small"
    if spoken_for:
        return None
    if _is_longer(found):
        return "name:part-of-its-own" if found.weight < _SMALL_BY_PART_OF_ITS_NAME else None
    small = found.weight < _SMALL_BY_ALTERNATE and found.town is not TownKind.SEAT
    return "name:alternate-of-small" if small else None


def _is_little_known(found: Found) -> bool:
    if found.town is TownKind.SEAT or found.renown >= _RENOWNED:
        return False
    limit = _SMALL[found.town] if found.town else _SMALL_WHERE_SEATS_ARE_NOT_TOLD
    return found.weight < limit


def _is_longer(found: Found) -> bool:
    """Tell whether the place's own name goes on after the name that found it."""
    return fold(found.place.name).startswith(f"{found.key} ")


def _is_part_of_several(found: Found, gazetteer: Gazetteer) -> bool:
    """Tell whether other places of some size begin with the same words as this one's own name:
    Alcalá is Alcalá de Guadaíra, and Alcalá del Río."""
    if not _is_longer(found):
        return False
    return any(
        other.place.parent == found.place.parent
        and other.place.id != found.place.id
        and other.weight * _MUCH_SMALLER >= found.weight
        for other in gazetteer.longer_names(found.key, found.place.country)
    )


def spelled(found: Found, written: str) -> Spelling:
    """Return how the written name relates to the nearest form of the name that found the place."""
    return min((spelling(written, form) for form in found.forms), default=Spelling.SAME)
