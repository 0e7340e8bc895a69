"""Build data/countries.csv: the 249 ISO 3166-1 countries and Kosovo, with the names people write.

Codes and UN names come from `country-codes.csv`, Spanish names from CLDR, and a second Spanish
naming from `i18n-iso-countries`; `kept/countries.csv` holds what Mexican usage writes otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tables import KEPT, Row, as_text, build_one, read_json, read_table, several

from grafo.text import fold

COLUMNS = (
    "id", "iso3", "m49", "name_es", "name_en", "region", "region_es", "region_en",
    "subregion", "subregion_es", "subregion_en", "aliases",
)  # fmt: skip

# CLDR's English labels of the UN regions differ from the UN's; CLDR's Spanish ones are taken but
# for these, which name what the UN's code holds.
_REGION_ES = {"053": "Australia y Nueva Zelanda", "057": "Micronesia (región)",
              "419": "América Latina y el Caribe", "021": "América del Norte"}  # fmt: skip
# Kosovo has no ISO 3166-1 and no M49 code: XK is the user-assigned code that CLDR, GeoNames and
# the European Union use. Its region is that of its neighbours.
_KOSOVO = {"Region Code": "150", "Region Name": "Europe", "Sub-region Code": "39",
           "Sub-region Name": "Southern Europe"}  # fmt: skip

_ARTICLE = re.compile(r"^(?:el|la|los|las|the)\s+", re.IGNORECASE)
_LAST_ARTICLE = re.compile(r"\s*\((?:el|la|los|las|the)\)$", re.IGNORECASE)


def _plain(name: str) -> str:
    """Drop the UN's footnote stars and the article it puts before or after a name."""
    return _ARTICLE.sub("", _LAST_ARTICLE.sub("", name.replace("*", "").strip()))


def _code(number: str) -> str:
    return number.zfill(3) if number else ""


class _Sources:
    """The four source files, read once."""

    def __init__(self, source: Path) -> None:
        folder = source / "countries"
        self.codes = {r["ISO3166-1-Alpha-2"]: r for r in read_table(folder / "country-codes.csv")}
        names = read_json(folder / "cldr.es.territories.json")
        self.cldr: dict[str, str] = names["main"]["es"]["localeDisplayNames"]["territories"]
        self.iso_es = read_json(folder / "i18n-iso-countries.es.json")["countries"]
        self.kept = {row["id"]: row for row in read_table(KEPT / "countries.csv")}
        # "Congo" alone: the UN's short name of one country, and what both are called.
        self.shared = {
            fold(row["name"])
            for row in read_table(KEPT / "country_names.csv")
            if len(several(row["countries"])) > 1
        }


def _spellings(country: str, sources: _Sources) -> Iterator[str]:
    """Every spelling a source has for the country, the names of the table among them."""
    row = sources.codes.get(country, {})
    for column in ("UNTERM Spanish Short", "UNTERM Spanish Formal", "UNTERM English Short",
                   "UNTERM English Formal", "official_name_es", "official_name_en",
                   "CLDR display name"):  # fmt: skip
        yield _plain(row.get(column, ""))
    for key in (country, f"{country}-alt-variant", f"{country}-alt-short"):
        if key != "GB-alt-short":  # "RU" reads as Russia's code
            yield sources.cldr.get(key, "")
    second = sources.iso_es.get(country, "")
    yield from second if isinstance(second, list) else [second]
    yield from several(sources.kept.get(country, {}).get("aliases", ""))


def _aliases(country: str, names: tuple[str, str], sources: _Sources) -> str:
    """The spellings that differ from the two names once folded, one of each, in folded order."""
    seen = {fold(name) for name in names} | sources.shared
    kept: dict[str, str] = {}
    for spelling in _spellings(country, sources):
        folded = fold(spelling)
        if folded and folded not in seen:
            kept.setdefault(folded, spelling)
    return "|".join(kept[folded] for folded in sorted(kept))


def _english(label: str) -> str:
    return label.replace("&", "and").replace("’", "'")


def _country(country: str, sources: _Sources) -> Row:
    row = sources.codes.get(country, _KOSOVO)
    kept = sources.kept.get(country, {})
    name_es = kept.get("name_es") or sources.cldr[country]
    name_en = kept.get("name_en") or _english(row["CLDR display name"])
    region, subregion = _code(row["Region Code"]), _code(row["Sub-region Code"])
    return {
        "id": country,
        "iso3": row.get("ISO3166-1-Alpha-3", ""),
        "m49": _code(row.get("M49", "")),
        "name_es": name_es,
        "name_en": name_en,
        "region": region,
        "region_es": sources.cldr[region] if region else "",
        "region_en": row["Region Name"],
        "subregion": subregion,
        "subregion_es": _REGION_ES.get(subregion) or sources.cldr.get(subregion, ""),
        "subregion_en": row["Sub-region Name"],
        "aliases": _aliases(country, (name_es, name_en), sources),
    }


def _refuse_shared_spellings(rows: list[Row]) -> None:
    owner: dict[str, str] = {}
    for row in rows:
        for name in (row["name_es"], row["name_en"], *several(row["aliases"])):
            other = owner.setdefault(fold(name), row["id"])
            if other != row["id"]:
                raise SystemExit(f"{name!r} would name both {other} and {row['id']}")


def build(source: Path) -> str:
    """Return the table as text."""
    sources = _Sources(source)
    unknown = sources.kept.keys() - sources.codes.keys() - {"XK"}
    if unknown:
        raise SystemExit(f"kept/countries.csv names no country: {sorted(unknown)}")
    rows = [_country(country, sources) for country in sorted({*sources.codes, "XK"})]
    _refuse_shared_spellings(rows)
    return as_text(COLUMNS, rows)


if __name__ == "__main__":
    build_one("countries.csv", build)
