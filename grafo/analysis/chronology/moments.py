"""Partial dates as years, as spans, and in words."""

from __future__ import annotations

from grafo.analysis.wording import Lang

_MONTHS: dict[Lang, tuple[str, ...]] = {
    "es": tuple(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
        "diciembre".split()
    ),
    "en": tuple(
        "January February March April May June July August September October November "
        "December".split()
    ),
}


def year_of(date: str) -> int:
    """Return the year of an ISO date that may be partial."""
    return int(date[:4])


def is_later(date: str, on: str) -> bool:
    """Tell whether a date is surely after another, where either may be partial.

    >>> is_later("2021-10", "2021-09-30"), is_later("2021", "2021-09-30")
    (True, False)
    """
    common = min(len(date), len(on))
    return date[:common] > on[:common]


def in_years(date: str) -> float:
    """Return a date as years since year 0; what a partial one leaves open counts as its middle.

    >>> in_years("2020"), in_years("2020-01"), round(in_years("2020-01-01"), 3)
    (2020.5, 2020.0416666666667, 2020.0)
    """
    year, *rest = (int(part) for part in date.split("-"))
    if not rest:
        return year + 0.5
    # Days of a month as 31sts: a term is told to the tenth of a year.
    within_month = (rest[1] - 1) / 31 if len(rest) > 1 else 0.5
    return year + (rest[0] - 1 + within_month) / 12


def months_covered(first: int, last: int, as_of: str) -> int:
    """Return how many months of the years `first` to `last` lie up to a date, its own included.

    >>> months_covered(2020, 2022, "2021-09-27"), months_covered(2020, 2022, "2021")
    (21, 24)
    """
    year, month = year_of(as_of), int(as_of[5:7] or 12)
    return max(0, min((last - first + 1) * 12, (year - first) * 12 + month))


def in_words(date: str, lang: Lang) -> str:
    """Return a date that may be partial as it stands in a sentence.

    >>> in_words("2021-09-27", "es"), in_words("2021-09", "en"), in_words("2021", "es")
    ('27 de septiembre de 2021', 'September 2021', '2021')
    """
    year, month, day = (*date.split("-"), "", "")[:3]
    if not month:
        return year
    name = _MONTHS[lang][int(month) - 1]
    if lang == "es":
        return f"{int(day)} de {name} de {year}" if day else f"{name} de {year}"
    return f"{int(day)} {name} {year}" if day else f"{name} {year}"
