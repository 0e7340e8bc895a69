"""Longer turns of phrase for findings: some of many names, people in millions, countries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from grafo.analysis.result import Table
from grafo.analysis.wording import Lang, listing, number
from grafo.model import Bilingual

_MILLION = 1_000_000
_TAKES_THE = frozenset(
    "United Republic Islands Netherlands Philippines Bahamas Gambia Comoros Maldives See Isle "
    "Territory Territories".split()
)

_NOUNS: Mapping[str, Mapping[Lang, tuple[str, str]]] = {
    "national": {
        "es": ("gobierno nacional", "gobiernos nacionales"),
        "en": ("national government", "national governments"),
    },
    "state": {"es": ("estado", "estados"), "en": ("state", "states")},
    "province": {"es": ("provincia", "provincias"), "en": ("province", "provinces")},
    "region": {"es": ("región", "regiones"), "en": ("region", "regions")},
    "municipality": {"es": ("municipio", "municipios"), "en": ("municipality", "municipalities")},
    "city": {"es": ("ciudad", "ciudades"), "en": ("city", "cities")},
    "county": {"es": ("condado", "condados"), "en": ("county", "counties")},
}


def some(names: Sequence[str], lang: Lang, most: int = 6) -> str:
    """Return names as a list in a sentence, the last of a long one as a count.

    >>> some(["Nayarit", "Tlaxcala", "Puebla", "Sonora"], "es", most=2)
    'Nayarit, Tlaxcala y 2 más'
    >>> some(["Nayarit", "Tlaxcala", "Puebla"], "en", most=2)  # "and 1 more" would save nothing
    'Nayarit, Tlaxcala and Puebla'
    """
    if len(names) <= most + 1:
        return listing(names, lang)
    left = number(len(names) - most)
    more = f"{left} más" if lang == "es" else f"{left} more"
    return listing([*names[:most], more], lang)


def people(count: int, lang: Lang) -> str:
    """Return a number of inhabitants, in millions from a million on.

    >>> people(3_512_000, "es"), people(126_014_024, "en"), people(1_000_000, "es")
    ('3.5 millones de habitantes', '126.0 million inhabitants', '1.0 millones de habitantes')
    >>> people(45_210, "es"), people(1, "en")
    ('45,210 habitantes', '1 inhabitant')
    """
    if count >= _MILLION:
        millions = number(count / _MILLION, 1)
        many = "millones de habitantes" if lang == "es" else "million inhabitants"
        return f"{millions} {many}"
    noun = ("habitante" if lang == "es" else "inhabitant") + ("" if count == 1 else "s")
    return f"{number(count)} {noun}"


def or_more(count: int, lang: Lang) -> str:
    """Return a least number of inhabitants.

    >>> or_more(100_000, "es"), or_more(1_000_000, "es"), or_more(2_500_000, "en")
    ('100,000 habitantes o más', '1 millón de habitantes o más', '2.5 million inhabitants or more')
    """
    if count < _MILLION:
        return f"{number(count)} {'habitantes o más' if lang == 'es' else 'inhabitants or more'}"
    millions = f"{count / _MILLION:,.6f}".rstrip("0").rstrip(".")
    if lang == "en":
        return f"{millions} million inhabitants or more"
    return f"{millions} {'millón' if count == _MILLION else 'millones'} de habitantes o más"


def of_many(count: int, total: int, nouns: tuple[str, str], lang: Lang) -> str:
    """Return how many of how many, with the nouns for one and for several.

    >>> of_many(3, 32, ("estado", "estados"), "es"), of_many(1, 1, ("state", "states"), "en")
    ('3 de 32 estados', '1 of 1 state')
    """
    word = "de" if lang == "es" else "of"
    return f"{number(count)} {word} {number(total)} {nouns[0] if total == 1 else nouns[1]}"


def in_a_sentence(country_en: str) -> str:
    """Return the English name of a country with its article, where it takes one.

    >>> in_a_sentence("United States"), in_a_sentence("Dominican Republic"), in_a_sentence("Chad")
    ('the United States', 'the Dominican Republic', 'Chad')
    """
    return f"the {country_en}" if _TAKES_THE.intersection(country_en.split()) else country_en


def nouns_of(levels: Iterable[str], lang: Lang) -> tuple[str, str]:
    """Return what to call one and several governments of these levels.

    >>> nouns_of(["state", "state"], "es"), nouns_of(["municipality", "city"], "en")
    (('estado', 'estados'), ('local government', 'local governments'))
    """
    found = set(levels)
    if len(found) == 1 and (only := found.copy().pop()) in _NOUNS:
        return _NOUNS[only][lang]
    if found <= {"state", "province", "region"}:
        return ("entidad", "entidades") if lang == "es" else ("division", "divisions")
    if lang == "es":
        return "gobierno local", "gobiernos locales"
    return "local government", "local governments"


def cut_short(table: Table, total: int) -> Table:
    """Return the table with “(20 of 131)” in its title, where it has not all of `total` rows."""
    rows = len(table.rows)
    if rows >= total:
        return table
    title = Bilingual(
        es=f"{table.title.es} ({number(rows)} de {number(total)})",
        en=f"{table.title.en} ({number(rows)} of {number(total)})",
    )
    return replace(table, title=title)
