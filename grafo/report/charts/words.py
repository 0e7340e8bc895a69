"""The few words that charts say by themselves, and numbers as they stand in them."""

from __future__ import annotations

from grafo.analysis.wording import number, percent
from grafo.model import Bilingual

NO_DATA = Bilingual(es="Sin datos para esta gráfica.", en="No data for this chart.")
EQUALITY = Bilingual(es="reparto igual", en="equal parts")
MOST = Bilingual(es="máximo", en="peak")
MEDIAN = Bilingual(es="mediana", en="median")


def amount(value: float) -> str:
    """Return a count or a measure: whole where it is whole or large, else with one decimal.

    >>> amount(1612), amount(29.25), amount(1238.7)
    ('1,612', '29.2', '1,239')
    """
    return number(value) if value == int(value) or value >= 100 else number(value, 1)


def share(fraction: float) -> str:
    """Return a fraction as a percentage, with a decimal below ten percent.

    >>> share(0.425), share(0.042), share(1)
    ('42 %', '4.2 %', '100 %')
    """
    return percent(fraction, 1 if 0 < fraction < 0.0995 else 0)


def in_words(parts: list[str], most: int = 30) -> str:
    """Return what a chart shows as text; of very much, the first."""
    told = "; ".join(parts[:most])
    return f"{told}…" if len(parts) > most else f"{told}."
