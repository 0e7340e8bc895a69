"""Build data/governments_mx.csv: Mexico's 32 states and 2,478 municipalities, with INEGI's keys.

The newer catalogue of INEGI's keys (2,478 municipalities) gives names, seats and populations; the
census-based one (2,469) gives the seats' coordinates and the names that have since changed. The
nine municipalities made after the 2020 census have no population of their own: it is counted
in the municipality they were cut from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from municipal_names import common_name, seat_spellings, short_form
from tables import KEPT, Row, as_text, build_one, read_json, read_table, several

from grafo.text import fold

COLUMNS = (
    "id", "level", "inegi", "name", "name_en", "state_id", "seat", "lat", "lon", "population",
    "area_km2", "aliases",
)  # fmt: skip

Point = tuple[str, str]


def _degrees(number: str) -> str:
    """Decimal degrees with at most five decimals (about a metre), without trailing zeros."""
    return f"{float(number):.5f}".rstrip("0").rstrip(".")


class _Sources:
    def __init__(self, source: Path) -> None:
        inegi = source / "mx-geo-inegi"
        self.states = {row["cve_ent"]: row for row in read_table(inegi / "mx_states.csv")}
        self.census = {row["region"]: row for row in read_table(inegi / "mx_municipios.csv")}
        self.catalogue = {
            row["cve_completa"]: row for row in read_json(inegi / "municipios_completo.json")
        }
        self.kept = {row["id"]: row for row in read_table(KEPT / "governments_mx.csv")}
        capitals = read_table(KEPT / "state_capitals_mx.csv")
        self.capital = {row["state"]: row["municipality"] for row in capitals}
        self.towns = _towns(source / "cities-geonames", self.states)

    def point(self, key: str) -> Point:
        """Where the seat is: the census list, else GeoNames by the seat's name in its state."""
        row = self.census.get(key)
        if row:
            return _degrees(row["lat"]), _degrees(row["long"])
        seat = self.catalogue[key]["nom_cabecera"]
        return self.towns.get((key[:2], fold(seat)), ("", ""))


def _towns(folder: Path, states: dict[str, Row]) -> dict[tuple[str, str], Point]:
    """Mexican places of GeoNames by (INEGI state, folded name); GeoNames numbers states its way."""
    key_of = {fold(row["name"]): key for key, row in states.items()}
    state_of = {
        row["code"]: key_of.get(fold(row["name"]), "")
        for row in read_json(folder / "admin1.json")
        if row["code"].startswith("MX.")
    }
    return {
        (state_of[f"MX.{row['admin1code']}"], fold(row["name"])): (
            _degrees(row["latitude"]),
            _degrees(row["longitude"]),
        )
        for row in read_table(folder / "cities15000.csv")
        if row["countrycode"] == "MX"
    }


def _one_of_each(names: Iterable[str], *, but: Iterable[str]) -> str:
    """The names that differ once folded from those of `but` and from each other, as one cell."""
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(fold(name), name)
    for name in but:
        kept.pop(fold(name), None)
    return "|".join(kept[folded] for folded in sorted(kept))


def _state(key: str, sources: _Sources) -> Row:
    row = sources.states[key]
    kept = sources.kept.get(f"mx-{key}", {})
    name = kept.get("name") or row["name"]
    capital = sources.capital[key]
    spellings = [row["name"], row["name_official"], row["abbr"], row["abbr_official"]]
    lat, lon = sources.point(capital)
    return {
        "id": f"mx-{key}",
        "level": "state",
        "inegi": key,
        "name": name,
        "name_en": kept.get("name_en", ""),
        "state_id": "",
        "seat": sources.catalogue[capital]["nom_cabecera"] or name,
        "lat": lat,
        "lon": lon,
        "population": row["pop_2020"],
        "area_km2": str(round(float(row["area_km2_computed"]))),
        "aliases": _one_of_each(
            [*spellings, *several(kept.get("aliases", ""))], but=[name, kept.get("name_en", "")]
        ),
    }


def _candidates(key: str, sources: _Sources) -> Iterator[str]:
    """Other names of a municipality, before asking whether a neighbour bears them too."""
    entry = sources.catalogue[key]
    name = common_name(entry["nom_municipio"])
    yield entry["nom_municipio"]
    yield from seat_spellings(entry["nom_cabecera"])
    if key in sources.census:
        yield common_name(sources.census[key]["municipio_name"])
    others = [
        fold(common_name(other["nom_municipio"]))
        for other in sources.catalogue.values()
        if other["cve_entidad"] == key[:2] and other["cve_completa"] != key
    ]
    short = short_form(name)
    if short and not any(f"{other} ".startswith(f"{fold(short)} ") for other in others):
        yield short
    if name.startswith("Ciudad "):
        yield name.replace("Ciudad", "Cd.", 1)


def _unshared_aliases(sources: _Sources) -> dict[str, list[str]]:
    """Derived names by municipality, leaving out those that name two in one state."""
    owners: dict[tuple[str, str], set[str]] = {}
    for key, entry in sources.catalogue.items():
        for name in (entry["nom_municipio"], *_candidates(key, sources)):
            owners.setdefault((key[:2], fold(name)), set()).add(key)
    return {
        key: [n for n in _candidates(key, sources) if owners[(key[:2], fold(n))] == {key}]
        for key in sources.catalogue
    }


def _municipality(key: str, derived: list[str], sources: _Sources) -> Row:
    entry = sources.catalogue[key]
    kept = several(sources.kept.get(f"mx-{key}", {}).get("aliases", ""))
    name = common_name(entry["nom_municipio"])
    lat, lon = sources.point(key)
    return {
        "id": f"mx-{key}",
        "level": "municipality",
        "inegi": key,
        "name": name,
        "name_en": "",
        "state_id": f"mx-{key[:2]}",
        "seat": entry["nom_cabecera"],
        "lat": lat,
        "lon": lon,
        "population": str(entry["poblacion_total"]) if key in sources.census else "",
        "area_km2": "",
        "aliases": _one_of_each([*derived, *kept], but=[name]),
    }


def build(source: Path) -> str:
    """Return the table as text: the states, then the municipalities, both by key."""
    sources = _Sources(source)
    unknown = sources.kept.keys() - {f"mx-{k}" for k in (*sources.states, *sources.catalogue)}
    if unknown:
        raise SystemExit(f"kept/governments_mx.csv has keys nobody bears: {sorted(unknown)}")
    derived = _unshared_aliases(sources)
    states = [_state(key, sources) for key in sorted(sources.states)]
    municipalities = [
        _municipality(key, derived[key], sources) for key in sorted(sources.catalogue)
    ]
    return as_text(COLUMNS, [*states, *municipalities])


if __name__ == "__main__":
    build_one("governments_mx.csv", build)
