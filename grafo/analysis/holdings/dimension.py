"""Holders of agreements of one sort, ranked, with the shares that the first of them reach."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from grafo.model import Bilingual


@dataclass(frozen=True, slots=True)
class Holder:
    """Whoever agreements are counted for: a state, a municipality, a country, a theme.

    Attributes:
        label: the name, with what tells it apart from a homonym of the same dimension.
        agreements: ids; an agreement is there once, whatever it was signed by within the holder.
        within: the state a government lies in, its country where no state is known; else None.
        population: inhabitants; `area_km2`: km²; None where unknown.
    """

    id: str
    name: Bilingual
    label: Bilingual
    agreements: frozenset[str]
    within: Bilingual | None = None
    population: int | None = None
    area_km2: float | None = None


@dataclass(frozen=True)
class Dimension:
    """Holders of one sort, the one with most agreements first, ties by id.

    Attributes:
        id: `states`, `municipalities`, `governments`, `countries` or `themes`.
        one, many: what the holders are called, in the singular and in the plural.
        of: the agreements that every share is of; the same agreement may be held by several.
        denominator: what those are, in words.
        territory, population: of which the holders' are shares; None where not all are known.
    """

    id: str
    one: Bilingual
    many: Bilingual
    holders: tuple[Holder, ...]
    of: frozenset[str]
    denominator: Bilingual
    territory: float | None = None
    population: int | None = None

    @cached_property
    def counts(self) -> tuple[int, ...]:
        """Agreements of each holder, from most to fewest."""
        return tuple(len(holder.agreements) for holder in self.holders)

    @cached_property
    def with_some(self) -> tuple[Holder, ...]:
        """The holders that have at least one agreement."""
        return tuple(holder for holder in self.holders if holder.agreements)

    @cached_property
    def held(self) -> tuple[int, ...]:
        """Distinct agreements of the first k holders, for k from 1."""
        seen: set[str] = set()
        sizes = []
        for holder in self.holders:
            seen |= holder.agreements
            sizes.append(len(seen))
        return tuple(sizes)

    def held_by_top(self, k: int) -> int:
        """Return how many distinct agreements the first `k` hold, all of them if fewer."""
        return self.held[min(k, len(self.held)) - 1] if self.held and k > 0 else 0

    def share_of_top(self, k: int) -> float | None:
        """Return the share of the agreements that the first `k` hold; None without any."""
        return self.held_by_top(k) / len(self.of) if self.of else None

    def share(self, holder: Holder) -> float | None:
        """Return the share of the agreements that a holder has; None without any."""
        return len(holder.agreements) / len(self.of) if self.of else None

    def share_of_territory(self, k: int) -> float | None:
        """Return the share of the territory that the first `k` cover; None when unknown."""
        return _part(self.holders[:k], lambda holder: holder.area_km2, self.territory)

    def share_of_population(self, k: int) -> float | None:
        """Return the share of the population of the first `k`; None when unknown."""
        return _part(self.holders[:k], lambda holder: holder.population, self.population)

    @property
    def half(self) -> int | None:
        """The smallest k whose first k hold at least half of the agreements, None if no k does."""
        enough = (k for k, held in enumerate(self.held, start=1) if 2 * held >= len(self.of) > 0)
        return next(enough, None)

    def tie_at(self, k: int) -> tuple[Holder, ...]:
        """Return all that tie with the k-th, when the tie goes beyond it; else nothing."""
        if not 0 < k < len(self.holders) or not self.counts[k]:
            return ()
        if self.counts[k] != self.counts[k - 1]:
            return ()
        return tuple(h for h in self.holders if len(h.agreements) == self.counts[k])


def ranked(holders: list[Holder]) -> tuple[Holder, ...]:
    """Return holders from most agreements to fewest, ties by id."""
    return tuple(sorted(holders, key=lambda holder: (-len(holder.agreements), holder.id)))


def _part(
    holders: tuple[Holder, ...], amount: Callable[[Holder], float | None], whole: float | None
) -> float | None:
    amounts = [amount(holder) for holder in holders]
    known = [value for value in amounts if value is not None]
    return sum(known) / whole if whole and len(known) == len(amounts) else None
