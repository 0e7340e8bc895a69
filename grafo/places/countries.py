"""Country names as registers write them → ISO 3166-1 alpha-2, with the division they hint at."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from grafo.language import say
from grafo.places.country_readings import (
    arranged,
    division_in,
    in_doubt,
    lengthened,
    parts,
    several,
)
from grafo.places.country_table import Table, country_table
from grafo.places.former import FormerState, former_by_id
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

# "Georgia (country)": says what kind of thing the name is, nothing more.
_KIND = re.compile(
    r"\s*\((?:country|pa[ií]s|estado|pays|state|rep[uú]blica|reino|land)\)\s*$", re.I
)
# "ex-URSS", "Yugoslavia (former)".
_PAST = re.compile(
    r"^(?:(?:the |la |l['’])?(?:ex|former|antigu[oa]|anterior|ancienne|ehemalige|voormalige|vormals"
    r"|bivša|była|bývalá|fostă)[\s-]+)|[\s,(]+(?:ex|former|antigu[oa]|ehemalig)\)?$",
    re.IGNORECASE,
)
_PAIR = 2
_SHORTEST_MISSPELT = 6
_LONGEST_COUNTRY = 120
_ALIKE = 72.0
_SUGGESTED = 4


@dataclass(frozen=True, slots=True)
class CountryMatch:
    """`iso2` is None when the text names no country, or none that exists today.

    `division` is the part of the text that names a division ("England", "Ohio"), as written;
    `evidence` says how it was read (`country:name`, `country:code`, `country:arranged`,
    `country:misspelt`, `country:territory`, `country:former`). `candidates` are the countries
    that a text may mean that could be several ("Congo"), or that it names at once ("Francia y
    España"): codes, and ids of former states. `former` is a state that is no more.
    """

    iso2: str | None
    division: str | None = None
    evidence: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    former: FormerState | None = None

    @property
    def recognised(self) -> bool:
        """Whether the text names one country, be it one of the past."""
        return self.iso2 is not None or self.former is not None

    @property
    def among(self) -> tuple[str, ...]:
        """The present countries that a place of the country may be in."""
        if self.iso2 is not None:
            return within(self.iso2)
        return self.former.became if self.former else ()


def country_of(text: str) -> CountryMatch:
    """Read a country as a register writes it, in any language, alone or after a division.

    >>> country_of("E.U.A.").iso2, country_of("Korea, Rep.").iso2, country_of("Deutschland").iso2
    ('US', 'KR', 'DE')
    >>> country_of("England, United Kingdom").division, country_of("Congo").candidates
    ('England', ('CD', 'CG'))
    """
    return _country_of(text.strip()) if len(text) <= _LONGEST_COUNTRY else CountryMatch(None)


def within(iso2: str) -> tuple[str, ...]:
    """Return the country and the territories that registers file under it."""
    return (iso2, *TERRITORIES.get(iso2, ()))


def several_countries(text: str) -> frozenset[str]:
    """Return the owners of the countries that a text lists, when it is nothing but such a list."""
    listed = _listed(text, country_table()) if len(text) <= _LONGEST_COUNTRY else None
    found = listed is not None and "country:several" in listed.evidence
    return frozenset(listed.candidates) if listed and found else frozenset()


def is_territory(iso2: str) -> bool:
    """Tell whether a country code is that of a territory that another state answers for."""
    return any(iso2 in territories for territories in TERRITORIES.values())


def country_label(owner: str) -> str:
    """Return a country's (or a former state's) name in the session's language, with its code."""
    names = country_table().labels.get(owner)
    return f"{say(*names)} ({owner})" if names else owner


def countries_like(text: str) -> list[str]:
    """Return the labels of the countries whose names come close to a text, the closest first."""
    table = country_table()
    near = process.extract(
        fold(text), table.names.keys(), scorer=fuzz.ratio, limit=30, score_cutoff=_ALIKE
    )
    owners = dict.fromkeys(owner for name, _, _ in near for owner in sorted(table.names[name]))
    return [country_label(owner) for owner in owners][:_SUGGESTED]


def no_country(text: str) -> str:
    """Return why a text is not taken for a country, naming those that it may mean."""
    match = country_of(text)
    named = "; ".join(country_label(owner) for owner in match.candidates)
    if "country:several" in match.evidence:
        return say(
            f"{text!r} nombra más de un país: {named}",
            f"{text!r} names more than one country: {named}",
        )
    if named:
        return say(f"{text!r} puede ser: {named}", f"{text!r} may be: {named}")
    unknown = say(f"{text!r} no es un país conocido", f"{text!r} is no country that grafo knows")
    like = "; ".join(countries_like(text))
    return unknown + (say(f"; ¿será {like}?", f"; did you mean {like}?") if like else "")


@lru_cache(maxsize=4096)
def _country_of(text: str) -> CountryMatch:
    table = country_table()
    code = text.upper()
    if len(text) == 2 and code in table.codes:
        return CountryMatch(code, None, ("country:code",))
    key = fold(text)
    if owners := table.names.get(key):
        found = _owned(owners, "country:name")
        hinted = (found.iso2 or "", key) in table.as_country
        return replace(found, division=text) if hinted else found
    if owners := arranged(text, table):
        found = _owned(owners, "country:arranged")
        return replace(found, division=division_in(text, found.iso2, table))
    if (past := _PAST.sub("", text)) != text and (found := _country_of(past)).former:
        return found
    return _listed(text, table) or _qualified(text, table) or _slip(key, table)


def _owned(owners: frozenset[str], evidence: str) -> CountryMatch:
    """Return the match of a name with its owners: one decides, several do not."""
    if len(owners) > 1:
        return CountryMatch(None, None, (), tuple(sorted(owners)))
    (owner,) = owners
    former = former_by_id().get(owner)
    if former is None:
        return CountryMatch(owner, None, (evidence,))
    iso2 = former.became[0] if len(former.became) == 1 else None
    return CountryMatch(iso2, None, ("country:former",), former=former)


def _listed(text: str, table: Table) -> CountryMatch | None:
    """Read a text made of nothing but countries: two, or a territory and its state."""
    found = several(text, table)
    if not found:
        return None
    owners = frozenset(owner for _, each in found for owner in each)
    if len(owners) == 1:
        match = _owned(owners, "country:name")
        head = found[0][0]
        known = (match.iso2 or "", fold(head)) in table.divisions
        return replace(match, division=head if known else None)
    within_other = _within_other(found, table) if len(found) == _PAIR else None
    return within_other or CountryMatch(None, None, ("country:several",), tuple(sorted(owners)))


def _within_other(found: list[tuple[str, frozenset[str]]], table: Table) -> CountryMatch | None:
    """Read a pair of which one is a part of the other, or what it once was."""
    for (name, part), (_, whole) in (found, found[::-1]):
        if len(part) != 1 or len(whole) != 1:
            continue
        (one,), (other,) = part, whole
        if one in TERRITORIES.get(other, ()):
            return CountryMatch(one, None, ("country:territory",))
        if (other, fold(name)) in table.divisions:
            return CountryMatch(other, name, ("country:name",))
        former = former_by_id().get(one)
        if former and former.became == (other,):  # "Alemania (RDA)"
            return _owned(part, "country:former")
    return None


def _qualified(text: str, table: Table) -> CountryMatch | None:
    """Read a name with something beside it: more of the name, or a division of the country."""
    if owners := lengthened(text, table):
        return _owned(owners, "country:arranged")
    plain = _KIND.sub("", text)
    if plain != text:
        return _country_of(plain)
    for head, tail in parts(text):
        if owners := table.names.get(fold(tail), frozenset()):
            return _divided(head, tail, owners, table)
    return None


def _divided(head: str, tail: str, owners: frozenset[str], table: Table) -> CountryMatch:
    """Read "Ohio, United States": what stands before a country is in it, unless it tells apart."""
    found = _owned(owners, "country:name")
    known = (found.iso2 or "", fold(head)) in table.divisions
    if found.candidates or known:
        return found if found.candidates else replace(found, division=head)
    if doubtful := in_doubt(tail, head, table):
        return CountryMatch(None, None, (), tuple(sorted(doubtful)))
    return replace(found, division=head)


def _slip(key: str, table: Table) -> CountryMatch:
    """Return the only country one typing error away from the folded name, if there is just one."""
    near = {
        owner
        for name in (table.initials.get(key[0], ()) if len(key) >= _SHORTEST_MISSPELT else ())
        if abs(len(name) - len(key)) <= 1 and OSA.distance(key, name, score_cutoff=1) <= 1
        for owner in table.names[name]
    }
    if len(near) != 1 or near & former_by_id().keys():
        return CountryMatch(None)
    return CountryMatch(near.pop(), None, ("country:misspelt",))
