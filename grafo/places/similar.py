"""Names that are like a misspelt one, and whether the difference is a slip of the pen.

One letter apart are Guadalajara and Guadalaxara, but also Weinheim and Weilheim, two towns. So
only differences of spelling (a doubled or silent letter, two letters swapped, letters that
sound alike, a space) can decide; any other is at most a suggestion.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from grafo.places.gazetteer import Gazetteer

SHORTEST = 7
_SHORTEST_DROPPED = 9
_LONGEST = 60
# Letters that registers write for one another.
_SOUND_ALIKE = frozenset(
    frozenset(pair) for pair in ("xj jg xh jh gh sz zc sc zx sx ck kq cq vb bw vw").split()
)
# One letter of another alphabet, romanised in several ways: Velykyi, Velykyy.
_I_LIKE = re.compile(r"[iy]+")


@dataclass(frozen=True, slots=True)
class Likeness:
    """A known name one edit away.

    `slip` says that the difference is one of spelling only, `dropped` that a letter inside a
    long name is missing or too many, which may pass for a slip where the place is well known.
    """

    key: str
    slip: bool
    dropped: bool


def similar(key: str, gazetteer: Gazetteer, countries: tuple[str, ...]) -> list[Likeness]:
    """Return the known names one edit from the folded name, slips first, then by name."""
    if not SHORTEST <= len(key) <= _LONGEST:
        return []
    names = gazetteer.names_like(key, countries)
    near = process.extract(key, names, scorer=OSA.distance, score_cutoff=1, limit=None)
    found = [Likeness(name, _is_slip(key, name), _is_dropped(key, name)) for name, _, _ in near]
    return sorted(found, key=lambda each: (not each.slip, each.key))


def _is_slip(written: str, known: str) -> bool:
    """Tell whether one edit between two names is a matter of spelling."""
    if _romanised(written) == _romanised(known):
        return True
    at = next((i for i, (a, b) in enumerate(zip(written, known, strict=False)) if a != b), None)
    if at is None or at == 0:  # a letter more or less at the end, or another beginning
        return False
    if len(written) == len(known):
        swapped = written[at] == known[at + 1 : at + 2] and written[at + 1 : at + 2] == known[at]
        return swapped or frozenset((written[at], known[at])) in _SOUND_ALIKE
    longer = written if len(written) > len(known) else known
    extra = longer[at]
    doubled = extra in (longer[at - 1 : at], longer[at + 1 : at + 2])
    return doubled or extra == "h"


def _is_dropped(written: str, known: str) -> bool:
    inside = written[:3] == known[:3] and written[-1] == known[-1]
    return inside and len(written) != len(known) and len(known) >= _SHORTEST_DROPPED


def _romanised(name: str) -> str:
    return _I_LIKE.sub("i", name.replace(" ", ""))
