"""Which question a name is: the same name stated to be elsewhere is another question.

Registers measure one place a little differently each time, so two points are one question when
they are close, whatever a rounding of their digits would make of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from grafo.places.countries import country_of
from grafo.places.distance import kilometres
from grafo.places.place import PlaceQuery
from grafo.text import fold

# Two towns of one name are rarely closer; two measurements of one town are rarely further apart.
ONE_PLACE_KM = 10.0

Words = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """What is stated of a party: its words, whatever their accents and capitals, and its point."""

    words: Words
    lat: float | None = None
    lon: float | None = None

    @classmethod
    def of(cls, query: PlaceQuery) -> Question:
        """Return the question that a query asks."""
        country = (query.country or "").strip()
        words = (
            _folded(query.name),
            country_of(country).iso2 or _folded(country),
            _folded(query.parent or ""),
            query.level or "",
            (query.id or "").strip().casefold(),
        )
        if query.lat is None or query.lon is None:
            return cls(words)
        return cls(words, round(query.lat, 6), round(query.lon, 6))


class Questions:
    """The questions that were asked, to find the one that is asked again."""

    def __init__(self, asked: Iterable[Question] = ()) -> None:
        self._by_words: defaultdict[Words, list[Question]] = defaultdict(list)
        for question in asked:
            self.add(question)

    def add(self, question: Question) -> None:
        """Take in a question."""
        self._by_words[question.words].append(question)

    def find(self, question: Question) -> Question | None:
        """Return the question that is the same: the nearest, if points are stated."""
        asked = self._by_words.get(question.words, ())
        if question in asked:
            return question
        if question.lat is None:
            return None
        away = [(_away(question, other), other) for other in asked if other.lat is not None]
        nearest = min(away, key=lambda each: each[0], default=None)
        return nearest[1] if nearest and nearest[0] <= ONE_PLACE_KM else None


def _away(one: Question, other: Question) -> float:
    return kilometres(one.lat, one.lon, other.lat, other.lon)


def _folded(text: str) -> str:
    """Fold, except text of signs alone, of which folding leaves nothing to tell apart."""
    return fold(text) or text.strip()
