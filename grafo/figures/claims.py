"""What the article states: each claim with its figure and the values that round to it."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import Literal

from grafo.bundled import bundled
from grafo.model import Bilingual

Unit = Literal["count", "percent", "year"]
Number = int | float


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure of the article.

    `rounding` says how the article rounds; a value from `accept_min` to `accept_max`, both
    included, rounds to what it says. No `accept_max` means no upper bound.
    """

    id: str
    text: Bilingual
    article: Number
    unit: Unit
    rounding: str
    measure: str
    accept_min: Number
    accept_max: Number | None

    def admits(self, value: Number) -> bool:
        """Say whether a value rounds to what the article says."""
        return self.accept_min <= value and (self.accept_max is None or value <= self.accept_max)


def read_claims() -> list[Claim]:
    """Return the claims of `data/article_claims.csv`, in its order.

    >>> read_claims()[1].article, read_claims()[1].admits(63.4)
    (63, True)
    """
    path = bundled("data") / "article_claims.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        return [_claim(row) for row in csv.DictReader(stream, strict=True)]


def _claim(row: dict[str, str]) -> Claim:
    units: dict[str, Unit] = {"count": "count", "percent": "percent", "year": "year"}
    return Claim(
        id=row["id"],
        text=Bilingual(es=row["meaning_es"], en=row["meaning_en"]),
        article=_number(row["value"]),
        unit=units[row["unit"]],
        rounding=row["rounding"],
        measure=row["measure"],
        accept_min=_number(row["accept_min"]),
        accept_max=_number(row["accept_max"]) if row["accept_max"] else None,
    )


def _number(text: str) -> Number:
    number = float(text)
    return int(number) if number.is_integer() else number
