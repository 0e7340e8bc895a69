"""Build data/country_names.csv: what countries are called in other languages than es and en.

Names are CLDR's, read through Babel, and the UN's own in French, Russian, Arabic and Chinese,
short and formal; the codes of IOC and FIFA are taken where both agree and no country has them
as its ISO code. `kept/country_names.csv` holds what is added by hand: names that several
countries share, and the forms of well-known lists.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from tables import DATA, KEPT, as_text, build_one, read_table, several

from grafo.text import fold

COLUMNS = ("name", "countries", "languages")

# Languages whose letters survive folding (vowel signs of Indic scripts and Thai do not).
_LANGUAGES = (
    "af ar az be bg bs ca cs cy da de el et eu fa fi fil fr ga gl he hr hu hy id is it ja ka"
    " ko lb lt lv mk ms mt nb nl nn pl pt pt_PT ro ru sk sl sq sr sr_Latn sv sw tr uk uz vi zh"
    " zh_Hant"
).split()
_UN = {"fr": "French", "ru": "Russian", "ar": "Arabic", "zh": "Chinese"}
_OFFICIAL = {"fr": "official_name_fr", "ru": "official_name_ru", "ar": "official_name_ar"}
# Below this a Latin name is as good as an abbreviation ("Ý", "Áo").
_SHORTEST = 4
_ARTICLE = re.compile(r"^(?:le |la |les |l['’])", re.IGNORECASE)
_LAST_ARTICLE = re.compile(r"\s*\((?:le|la|les|l['’])\)(?:\s*\[[^\]]*\])?$", re.IGNORECASE)

Named = tuple[str, str, str]
"""A name, the country and the language."""


def _cldr(codes: set[str]) -> Iterator[Named]:
    for language in _LANGUAGES:
        territories = Locale.parse(language).territories
        for code in sorted(codes):
            if code in territories:
                yield territories[code], code, language


def _united_nations(source: Path) -> Iterator[Named]:
    for row in read_table(source / "countries" / "country-codes.csv"):
        code = row["ISO3166-1-Alpha-2"]
        for language, english in _UN.items():
            columns = (f"UNTERM {english} Short", f"UNTERM {english} Formal")
            for column in filter(None, (*columns, _OFFICIAL.get(language))):
                name = _LAST_ARTICLE.sub("", row[column].replace("*", "").strip())
                yield _ARTICLE.sub("", name), code, language
        if row["IOC"] == row["FIFA"]:
            yield row["IOC"], code, "sport"


def _worth(name: str) -> bool:
    folded = fold(name)
    return bool(folded) and (not folded.isascii() or len(folded) >= _SHORTEST)


def _one_begins(code: str, country: str, english: dict[str, str]) -> bool:
    """Tell whether no other country begins so: "NIG" may be Niger or Nigeria to its reader."""
    return all(other == country for name, other in english.items() if name.startswith(code))


def build(source: Path) -> str:
    """Return the table as text."""
    own: dict[str, str] = {}
    iso3: dict[str, str] = {}
    english: dict[str, str] = {}
    for row in read_table(DATA / "countries.csv"):
        iso3[fold(row["iso3"])] = row["id"]
        english[fold(row["name_en"])] = row["id"]
        for name in (row["name_es"], row["name_en"], *several(row["aliases"])):
            own[fold(name)] = row["id"]
    shown: dict[str, str] = {}
    said: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    kept = read_table(KEPT / "country_names.csv")
    by_hand = [
        (row["name"], country, language)
        for row in kept
        for country in several(row["countries"])
        for language in several(row["languages"])
    ]
    codes = set(own.values())
    for name, country, language in (*by_hand, *_cldr(codes), *_united_nations(source)):
        key = fold(name)
        code = language == "sport" and key not in iso3 and _one_begins(key, country, english)
        if code or language in {"list", "code"} or (_worth(name) and language != "sport"):
            said[key][country].add(language)
            shown.setdefault(key, name)
    for key in {fold(row["name"]) for row in kept}:
        # What is judged by hand is not joined by what one language says besides.
        wanted = {c for row in kept if fold(row["name"]) == key for c in several(row["countries"])}
        said[key] = defaultdict(set, {c: w for c, w in said[key].items() if c in wanted})
    rows = [
        {
            "name": shown[key],
            "countries": "|".join(sorted(countries)),
            "languages": "|".join(sorted(set().union(*countries.values()))),
        }
        for key, countries in sorted(said.items())
        if {own.get(key)} != set(countries)
    ]
    return as_text(COLUMNS, rows)


if __name__ == "__main__":
    build_one("country_names.csv", build)
