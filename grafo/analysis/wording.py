"""Numbers and lists as they stand in a sentence, in either language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from grafo.analysis.snapshot import Country, Government

Lang = Literal["es", "en"]


def number(value: float, digits: int = 0) -> str:
    """Return a number with separators, as Mexico and the English-speaking world write it.

    >>> number(12345), number(3.14159, 2)
    ('12,345', '3.14')
    """
    return f"{value:,.{digits}f}"


def percent(fraction: float, digits: int = 1) -> str:
    """Return a fraction as a percentage.

    >>> percent(0.425), percent(0.7, 0)
    ('42.5 %', '70 %')
    """
    return f"{fraction * 100:.{digits}f} %"


def counted(count: int, one: str, many: str) -> str:
    """Return a count with its noun.

    >>> counted(1, "acuerdo", "acuerdos"), counted(1200, "acuerdo", "acuerdos")
    ('1 acuerdo', '1,200 acuerdos')
    """
    return f"{number(count)} {one if count == 1 else many}"


def listing(names: Sequence[str], lang: Lang) -> str:
    """Return names as a list in a sentence; before an i sound, Spanish “y” becomes “e”.

    >>> listing(["Jalisco", "Puebla", "Hidalgo"], "es"), listing(["Puebla", "Iowa"], "es")
    ('Jalisco, Puebla e Hidalgo', 'Puebla e Iowa')
    >>> listing(["Jalisco", "Puebla"], "en"), listing([], "en")
    ('Jalisco and Puebla', '')
    """
    if len(names) < 2:
        return "".join(names)
    last = names[-1]
    word = "and"
    if lang == "es":
        start = last.casefold()
        vowel_i = start.startswith(("i", "í", "hi", "hí")) and not start.startswith(("hia", "hie"))
        word = "e" if vowel_i else "y"
    return f"{', '.join(names[:-1])} {word} {last}"


def government_name(government: Government, lang: Lang) -> str:
    """Return a government's name in a language, its main name where there is no other."""
    own = government.name_es if lang == "es" else government.name_en
    return own or government.name


def country_name(country: Country, lang: Lang) -> str:
    """Return a country's name in a language."""
    return country.name_es if lang == "es" else country.name_en
