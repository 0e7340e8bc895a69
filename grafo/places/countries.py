"""Country names as registers write them → ISO 3166-1 alpha-2, with the division they hint at."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from grafo.bundled import bundled
from grafo.text import fold

# Territories with a code of their own that registers file under the state they belong to.
# A place of theirs is what "Saint-Denis, France" or "San Juan, United States" may mean.
TERRITORIES: dict[str, tuple[str, ...]] = {
    "AU": ("CC", "CX", "NF"),
    "CN": ("HK", "MO"),
    "DK": ("FO", "GL"),
    "FI": ("AX",),
    "FR": ("BL", "GF", "GP", "MF", "MQ", "NC", "PF", "PM", "RE", "TF", "WF", "YT"),
    "GB": ("AI", "BM", "FK", "GG", "GI", "IM", "JE", "KY", "MS", "PN", "SH", "TC", "VG"),
    "NL": ("AW", "BQ", "CW", "SX"),
    "NO": ("SJ",),
    "NZ": ("CK", "NU", "TK"),
    "US": ("AS", "GU", "MP", "PR", "VI"),
}

# "Georgia (country)", "Jordania (Reino de)": says what kind of thing the name is, nothing more.
_KIND = re.compile(r"\s*\((?:country|pa[ií]s|estado|pays|state|rep[uú]blica|reino)\)\s*$", re.I)
_SHORTEST_MISSPELT = 6
_LONGEST_COUNTRY = 120


@dataclass(frozen=True, slots=True)
class CountryMatch:
    """`iso2` is None when the text names no country.

    `division` is the part of the text that names a division ("England", "Ohio"), as written;
    `evidence` says how it was read (`country:name`, `country:code`, `country:misspelt`,
    `country:division`).
    """

    iso2: str | None
    division: str | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Table:
    names: dict[str, str]
    codes: frozenset[str]
    divisions: frozenset[tuple[str, str]]


def country_of(text: str) -> CountryMatch:
    """Read a country as a register writes it, in Spanish or English, alone or after a division.

    >>> country_of("E.U.A.").iso2, country_of("Corea del Sur").iso2
    ('US', 'KR')
    >>> country_of("England, United Kingdom")
    CountryMatch(iso2='GB', division='England', evidence=('country:name',))
    """
    return _country_of(text) if len(text) <= _LONGEST_COUNTRY else CountryMatch(None)


def within(iso2: str) -> tuple[str, ...]:
    """Return the country and the territories that registers file under it."""
    return (iso2, *TERRITORIES.get(iso2, ()))


@lru_cache(maxsize=4096)
def _country_of(text: str) -> CountryMatch:
    text = _KIND.sub("", text.strip())
    table = _table()
    code = text.upper()
    if len(text) == 2 and code in table.codes:
        return CountryMatch(code, None, ("country:code",))
    key = fold(text)
    if key in table.names:
        iso2 = table.names[key]
        division = text if (iso2, key) in table.divisions else None
        return CountryMatch(iso2, division, ("country:name",))
    for head, tail in _splits(text):
        iso2 = table.names.get(fold(tail), "")
        if not iso2:
            continue
        territory = table.names.get(fold(head))
        if territory in TERRITORIES.get(iso2, ()):
            return CountryMatch(territory, None, ("country:territory",))
        return CountryMatch(iso2, head, ("country:name",))
    misspelt = _misspelt(key, table)
    return CountryMatch(misspelt, None, ("country:misspelt",)) if misspelt else CountryMatch(None)


def _splits(text: str) -> Iterator[tuple[str, str]]:
    """Yield the readings of "Ohio, United States" and of "Estados Unidos (Ohio)"."""
    head, comma, tail = text.rpartition(",")
    if comma:
        yield head.strip(), tail.strip()
    bracketed = re.fullmatch(r"([^()]+)\(([^()]+)\)\s*", text)
    if bracketed:
        outside, inside = (part.strip() for part in bracketed.groups())
        yield outside, inside
        yield inside, outside


def _misspelt(key: str, table: _Table) -> str | None:
    """Return the only country one typing error away from the folded name, if there is just one."""
    if len(key) < _SHORTEST_MISSPELT:
        return None
    near = {
        iso2
        for name, iso2 in table.names.items()
        if name[0] == key[0] and OSA.distance(key, name, score_cutoff=1) <= 1
    }
    return near.pop() if len(near) == 1 else None


@lru_cache(maxsize=1)
def _table() -> _Table:
    names: dict[str, str] = {}
    codes: set[str] = set()
    own: set[str] = set()
    with (bundled("data") / "countries.csv").open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            codes.add(row["id"])
            spellings = (row["name_es"], row["name_en"], row["iso3"], *row["aliases"].split("|"))
            for spelling in spellings:
                names.setdefault(fold(spelling), row["id"])
            own.update((fold(row["name_es"]), fold(row["name_en"])))
    names.pop("", None)
    divisions: set[tuple[str, str]] = set()
    with (bundled("data") / "admin1.csv").open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            for spelling in (row["name"], row["name_es"], *row["aliases"].split("|")):
                key = fold(spelling)
                # England, Escocia: a division that registers write as if it were the country;
                # not Luxembourg or Panamá, which name both.
                if key not in own and names.get(key) == row["country"]:
                    divisions.add((row["country"], key))
    return _Table(names, frozenset(codes), frozenset(divisions))
