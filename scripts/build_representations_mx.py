"""Build data/representations_mx.csv: Mexico's representations abroad, the closed ones too.

Names are generated from type and place; the few that do not follow a rule, the Spanish names of
cities, and what is doubtful about a row are kept in `kept/`.
"""

from __future__ import annotations

import re
from pathlib import Path

from tables import DATA, KEPT, Row, as_text, build_one, read_table, several

from grafo.text import fold

COLUMNS = (
    "id", "type", "name_es", "name_en", "city", "admin1", "country", "represents",
    "accredited_to", "accredited_organizations", "geonames_id", "lat", "lon", "status", "doubts",
    "sources", "source_date",
)  # fmt: skip

_TITLES = {
    "embassy": ("Embajada de México", "Embassy of Mexico"),
    "consulate-general": ("Consulado General de México", "Consulate General of Mexico"),
    "consulate": ("Consulado de México", "Consulate of Mexico"),
    "liaison-office": ("Oficina de Enlace de México", "Liaison Office of Mexico"),
}
# Countries that a sentence names with an article.
_THE_EN = frozenset({"AE", "DO", "GB", "NL", "PH", "US"})
_ARTICLE_ES = {"AE": "los", "DO": "la", "GB": "el", "NL": "los", "US": "los"}

_ORGANIZATIONS = frozenset({
    "African Union", "Association of Caribbean States", "Council of Europe", "European Union",
    "ICAO", "OECD", "Organization of American States", "UNESCO", "United Nations",
    "United Nations Office at Geneva and other international organizations",
})  # fmt: skip

_CITY_DOUBTS = {
    "capital-inferred": "city:inferred-from-capital",
    "source-says-capital": "city:source-says-capital",
    "coordinates": "city:from-coordinates",
}
_TYPE_DOUBTS = {
    "sre-directory-generic": "type:rank-not-stated",
    "senate-ratification": "type:inferred-from-ratification",
    "weak": "type:unofficial-source",
}
_APPROXIMATE = re.compile(r"^c\. (?P<year>\d{4}) \(undated\)$")


class _Names:
    """Names of countries, cities and the representations that follow no rule."""

    def __init__(self) -> None:
        countries = read_table(DATA / "countries.csv")
        self.countries = {row["id"]: row for row in countries}
        self.country_of = {
            fold(name): row["id"]
            for row in countries
            for name in (row["name_en"], row["name_es"], *several(row["aliases"]))
        }
        self.cities_es = {
            (row["city"], row["country"]): row["name_es"]
            for row in read_table(KEPT / "city_names_es.csv")
        }
        self.own = {row["id"]: row for row in read_table(KEPT / "representation_names.csv")}

    def of(self, row: Row) -> tuple[str, str]:
        """Return the Spanish and the English name of a representation."""
        if row["id"] in self.own:
            return self.own[row["id"]]["name_es"], self.own[row["id"]]["name_en"]
        title_es, title_en = _TITLES[row["type"]]
        country = row["country_iso2"]
        if row["type"] != "embassy":
            city_es = self.cities_es.get((row["city"], country), row["city"])
            return f"{title_es} en {city_es}", f"{title_en} in {row['city']}"
        named = self.countries[country]
        article = f"{_ARTICLE_ES[country]} " if country in _ARTICLE_ES else ""
        the = "the " if country in _THE_EN else ""
        return (f"{title_es} en {article}{named['name_es']}",
                f"{title_en} in {the}{named['name_en']}")  # fmt: skip


def _accreditation(row: Row, country_of: dict[str, str]) -> tuple[str, str]:
    """Return countries (its own first, then by code) and organisations.

    An embassy for which the source names nobody is accredited to the country where it sits.
    """
    countries, organizations = set(), []
    for name in several(row["accredited_to"]):
        code = country_of.get(fold(name))
        if code:
            countries.add(code)
        elif name in _ORGANIZATIONS:
            organizations.append(name)
        else:
            raise SystemExit(f"{row['id']}: {name!r} is no country and no known organisation")
    seat = row["country_iso2"]
    if row["type"] == "embassy" and not countries:
        countries.add(seat)
    return "|".join(sorted(countries, key=lambda c: (c != seat, c))), "|".join(organizations)


def _doubts(row: Row, notes: dict[str, str], *, approximate: bool) -> str:
    parts = (
        _CITY_DOUBTS.get(row["city_basis"], ""),
        _TYPE_DOUBTS.get(row["type_basis"], ""),
        "date:approximate" if approximate else "",
        notes.get(row["id"], ""),
    )
    return "|".join(part for part in parts if part)


def _representation(row: Row, names: _Names, notes: dict[str, str]) -> Row:
    approximate = _APPROXIMATE.match(row["source_date"])
    name_es, name_en = names.of(row)
    countries, organizations = _accreditation(row, names.country_of)
    sources = [s.replace(" (page of QID)", "") for s in row["source"].split(" ; ")]
    return {
        "id": row["id"],
        "type": row["type"],
        "name_es": name_es,
        "name_en": name_en,
        "city": row["city"],
        "admin1": row["admin1"],
        "country": row["country_iso2"],
        "represents": "MX",
        "accredited_to": countries,
        "accredited_organizations": organizations,
        "geonames_id": row["geonameid"],
        "lat": row["lat"],
        "lon": row["lon"],
        "status": row["status"],
        "doubts": _doubts(row, notes, approximate=bool(approximate)),
        "sources": "|".join(sources),
        "source_date": approximate["year"] if approximate else row["source_date"],
    }


def build(source: Path) -> str:
    """Return the table as text, by id."""
    posts = read_table(source / "representations" / "mexico_representations.csv")
    notes = {row["id"]: row["note"] for row in read_table(KEPT / "representation_notes.csv")}
    unknown = notes.keys() - {row["id"] for row in posts}
    if unknown:
        raise SystemExit(f"kept/representation_notes.csv speaks of nobody: {sorted(unknown)}")
    names = _Names()
    rows = [_representation(row, names, notes) for row in posts]
    return as_text(COLUMNS, sorted(rows, key=lambda row: row["id"]))


if __name__ == "__main__":
    build_one("representations_mx.csv", build)
