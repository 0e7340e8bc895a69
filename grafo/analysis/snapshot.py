"""The graph as plain values, read from the store at once: what every analysis works on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from grafo.network import Links

if TYPE_CHECKING:
    from grafo.store import Store


@dataclass(frozen=True, slots=True)
class Government:
    """A government; `parent` is the id of the one above it (a municipality's state)."""

    id: str
    name: str
    level: str
    country: str
    name_es: str | None = None
    name_en: str | None = None
    population: int | None = None
    area_km2: float | None = None
    lat: float | None = None
    lon: float | None = None
    wikidata: str | None = None
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Country:
    """A country; region and subregion are M49 codes, with their names in both languages."""

    id: str
    name_es: str
    name_en: str
    iso3: str | None = None
    m49: str | None = None
    region: str | None = None
    region_es: str | None = None
    region_en: str | None = None
    subregion: str | None = None
    subregion_es: str | None = None
    subregion_en: str | None = None


@dataclass(frozen=True, slots=True)
class Theme:
    """An area of cooperation; `broader` is the id of the one above it."""

    id: str
    name_es: str
    name_en: str
    broader: str | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement that some source still has (never a withdrawn one).

    `parties` are pairs (government id, role), sorted; `signed`, `starts` and `ends` are ISO 8601
    dates that may stop at the month or the year.
    """

    id: str
    kind: str
    status: str
    parties: tuple[tuple[str, str], ...]
    themes: tuple[str, ...] = ()
    title: str | None = None
    signed: str | None = None
    starts: str | None = None
    ends: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cooperation:
    """What links two governments: how many agreements, of which kinds, on which themes.

    `one` < `other` (ids). `since` and `last` are the first and the last date of signature known.
    """

    one: str
    other: str
    agreements: int
    kinds: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    since: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Representation:
    """A representation: where it sits, which country sent it, where else it is accredited."""

    id: str
    type: str
    status: str
    country: str | None
    sender: str | None
    name_es: str | None = None
    name_en: str | None = None
    city: str | None = None
    lat: float | None = None
    lon: float | None = None
    accredited_to: tuple[str, ...] = ()
    accredited_organizations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A source, with the limits that whatever is said from it must state."""

    id: str
    title_es: str | None
    title_en: str | None
    synthetic: bool
    agreements: int
    publisher: str | None = None
    licence: str | None = None
    url: str | None = None
    limits_es: str | None = None
    limits_en: str | None = None


@dataclass(frozen=True)
class Snapshot:
    """The whole graph; every tuple is sorted by id, so equal graphs give equal snapshots.

    `governments` holds all of them, those without any agreement included.
    """

    governments: tuple[Government, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    cooperations: tuple[Cooperation, ...] = ()
    countries: tuple[Country, ...] = ()
    themes: tuple[Theme, ...] = ()
    representations: tuple[Representation, ...] = ()
    sources: tuple[Source, ...] = ()

    @cached_property
    def index(self) -> Mapping[str, int]:
        """The place of each government in `governments`, by id."""
        return {government.id: place for place, government in enumerate(self.governments)}

    @cached_property
    def links(self) -> Links:
        """Who cooperates with whom: node i is `governments[i]`, the weight is agreements."""
        index = self.index
        return Links.of(
            len(self.governments),
            np.array([index[c.one] for c in self.cooperations], dtype=np.int32),
            np.array([index[c.other] for c in self.cooperations], dtype=np.int32),
            np.array([c.agreements for c in self.cooperations], dtype=np.float64),
        )

    @cached_property
    def country(self) -> Mapping[str, Country]:
        """Countries by ISO code."""
        return {country.id: country for country in self.countries}

    @cached_property
    def theme(self) -> Mapping[str, Theme]:
        """Themes by id."""
        return {theme.id: theme for theme in self.themes}

    @property
    def synthetic(self) -> bool:
        """Whether any agreement is made up: every view, report and export must say so."""
        return any(source.synthetic and source.agreements for source in self.sources)

    @cached_property
    def home_country(self) -> str | None:
        """The country whose governments sign most often as home party, or None.

        Where no source says who is at home (a list of the world's twin towns), the country that
        the representations come from.
        """
        signed: dict[str, int] = {}
        for agreement in self.agreements:
            for party, role in agreement.parties:
                if role == "home":
                    country = self.governments[self.index[party]].country
                    signed[country] = signed.get(country, 0) + 1
        if not signed:
            for representation in self.representations:
                if representation.sender:
                    signed[representation.sender] = signed.get(representation.sender, 0) + 1
        return min(signed, key=lambda country: (-signed[country], country), default=None)


_GOVERNMENTS = """
MATCH (g:Government)
OPTIONAL MATCH (g)-[:PART_OF]->(p:Government)
RETURN g.id AS id, g.name AS name, g.level AS level, g.country AS country, g.name_es AS name_es,
  g.name_en AS name_en, g.population AS population, g.area_km2 AS area_km2, g.lat AS lat,
  g.lon AS lon, g.wikidata AS wikidata, p.id AS parent
ORDER BY id, parent
"""
_COUNTRIES = """
MATCH (c:Country)
RETURN c.id AS id, c.name_es AS name_es, c.name_en AS name_en, c.iso3 AS iso3, c.m49 AS m49,
  c.region AS region, c.region_es AS region_es, c.region_en AS region_en, c.subregion AS subregion,
  c.subregion_es AS subregion_es, c.subregion_en AS subregion_en
ORDER BY id
"""
_THEMES = """
MATCH (t:Theme)
OPTIONAL MATCH (t)-[:BROADER]->(b:Theme)
RETURN t.id AS id, t.name_es AS name_es, t.name_en AS name_en, b.id AS broader
ORDER BY id, broader
"""
_AGREEMENTS = """
MATCH (a:Agreement) WHERE a.status <> 'withdrawn'
RETURN a.id AS id, a.kind AS kind, a.status AS status, a.title AS title, a.signed AS signed,
  a.starts AS starts, a.ends AS ends
ORDER BY id
"""
_PARTIES = """
MATCH (g:Government)-[s:SIGNED]->(a:Agreement) WHERE a.status <> 'withdrawn'
RETURN a.id AS agreement, g.id AS party, s.role AS role ORDER BY agreement, party, role
"""
_ABOUT = """
MATCH (a:Agreement)-[:ABOUT]->(t:Theme) WHERE a.status <> 'withdrawn'
RETURN a.id AS agreement, t.id AS theme ORDER BY agreement, theme
"""
_REPORTED = """
MATCH (a:Agreement)-[r:REPORTED_IN]->(s:Source)
WHERE a.status <> 'withdrawn' AND r.retired_at IS NULL
RETURN DISTINCT a.id AS agreement, s.id AS source ORDER BY agreement, source
"""
_COOPERATIONS = """
MATCH (a:Government)-[c:COOPERATES_WITH]->(b:Government)
RETURN a.id AS one, b.id AS other, c.agreements AS agreements, c.kinds AS kinds,
  c.themes AS themes, c.since AS since, c.last AS last
ORDER BY one, other
"""
_REPRESENTATIONS = """
MATCH (r:Representation) WHERE r.retired_at IS NULL
OPTIONAL MATCH (r)-[:IN_COUNTRY]->(c:Country)
OPTIONAL MATCH (r)-[:REPRESENTS]->(s:Country)
RETURN r.id AS id, r.type AS type, r.status AS status, r.name_es AS name_es,
  r.name_en AS name_en, r.city AS city, r.lat AS lat, r.lon AS lon, c.id AS country,
  s.id AS sender, r.accredited_organizations AS accredited_organizations
ORDER BY id, country, sender
"""
_ACCREDITED = """
MATCH (r:Representation)-[:ACCREDITED_TO]->(c:Country)
RETURN r.id AS representation, c.id AS country ORDER BY representation, country
"""
_SOURCES = """
MATCH (s:Source)
RETURN s.id AS id, s.title_es AS title_es, s.title_en AS title_en, s.synthetic AS synthetic,
  s.publisher AS publisher, s.licence AS licence, s.url AS url, s.limits_es AS limits_es,
  s.limits_en AS limits_en
ORDER BY id
"""


def take_snapshot(store: Store) -> Snapshot:
    """Read the graph from the store.

    Raises:
        StoreError: the store failed.
    """
    parties = _gathered(
        (row["agreement"], (row["party"], row["role"])) for row in store.rows(_PARTIES)
    )
    themes = _gathered((row["agreement"], row["theme"]) for row in store.rows(_ABOUT))
    sources = _gathered((row["agreement"], row["source"]) for row in store.rows(_REPORTED))
    reported: dict[str, int] = {}
    for named in sources.values():
        for source in named:
            reported[source] = reported.get(source, 0) + 1
    accredited = _gathered(
        (row["representation"], row["country"]) for row in store.rows(_ACCREDITED)
    )
    return Snapshot(
        governments=tuple(Government(**row) for row in _once(store.rows(_GOVERNMENTS))),
        agreements=tuple(
            Agreement(
                **row,
                parties=parties.get(row["id"], ()),
                themes=themes.get(row["id"], ()),
                sources=sources.get(row["id"], ()),
            )
            for row in store.rows(_AGREEMENTS)
        ),
        cooperations=tuple(
            Cooperation(
                **{**row, "kinds": tuple(row["kinds"] or ()), "themes": tuple(row["themes"] or ())}
            )
            for row in store.rows(_COOPERATIONS)
        ),
        countries=tuple(Country(**row) for row in store.rows(_COUNTRIES)),
        themes=tuple(Theme(**row) for row in _once(store.rows(_THEMES))),
        representations=tuple(
            Representation(
                **{**row, "accredited_organizations": tuple(row["accredited_organizations"] or ())},
                accredited_to=accredited.get(row["id"], ()),
            )
            for row in _once(store.rows(_REPRESENTATIONS))
        ),
        sources=tuple(
            Source(**row, agreements=reported.get(row["id"], 0)) for row in store.rows(_SOURCES)
        ),
    )


def _gathered(pairs: Iterable[tuple[str, Any]]) -> dict[str, tuple[Any, ...]]:
    """Gather the values of each key, in their order."""
    gathered: dict[str, list[Any]] = {}
    for key, value in pairs:
        gathered.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in gathered.items()}


def _once(rows: Iterable[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    """Keep the first row of each id; a node with two parents or seats would come twice."""
    last: str | None = None
    for row in rows:
        if row["id"] != last:
            yield row
        last = row["id"]
