"""A graph small enough to work out every answer on paper.

| agreement | kind | parties (home → counterpart) | signed | ends | status | themes |
|---|---|---|---|---|---|---|
| a01 | twinning | Guadalajara → Los Angeles | 1994-05-06 | | valid | education |
| a02 | specific | Jalisco → California | 2019-03 | 2022 | valid | water |
| a03 | specific | Jalisco → California | 2020-07-01 | 2021-06-30 | valid | water, health |
| a04 | twinning | Puebla municipality → Lyon | 1998 | | unknown | |
| a05 | specific | Guadalajara, Puebla state → Kyoto | 2021-11-15 | 2023-02 | valid | environment |
| a06 | twinning | Mérida → San Antonio | 2001-01-01 | | withdrawn | education |
| a07 | twinning | Guadalajara → Kyoto | | | unknown | |
| a08 | specific | Puebla state → Lyon | 2005-02-02 | | expired | education |
| a09 | other | Los Angeles, Lyon, Kyoto, all alike | 2010 | | valid | |
| a10 | twinning | Guadalajara → Los Angeles | 1995 | | valid | |
| a11 | twinning | Puebla state → São Paulo | 2018-10-10 | | unknown | health |
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grafo.identity import bond_of
from grafo.store import Store
from grafo.store.constraints import ensure_constraints
from grafo.store.derive import derive_edges

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

COUNTRIES = [  # id, region, subregion, name in Spanish, name in English
    ("MX", "019", "419", "México", "Mexico"),
    ("BR", "019", "419", "Brasil", "Brazil"),
    ("US", "019", "021", "Estados Unidos", "United States"),
    ("JP", "142", "030", "Japón", "Japan"),
    ("FR", "150", "155", "Francia", "France"),
    ("KE", "002", "202", "Kenia", "Kenya"),
    ("UG", "002", "202", "Uganda", "Uganda"),
    ("AQ", None, None, "Antártida", "Antarctica"),
]
THEMES = [  # id, broader, name in Spanish, name in English
    ("environment", None, "Medio ambiente", "Environment"),
    ("water", "environment", "Agua", "Water"),
    ("education", None, "Educación", "Education"),
    ("health", None, "Salud", "Health"),
    ("energy", None, "Energía", "Energy"),
]
GOVERNMENTS = [  # id, name, level, country, part of, population, lat, lon
    ("mx-14", "Jalisco", "state", "MX", None, 8000, 20.67, -103.34),
    ("mx-21", "Puebla", "state", "MX", None, 6000, 19.04, -98.20),
    ("mx-31", "Yucatán", "state", "MX", None, 2000, 20.97, -89.62),
    ("mx-14039", "Guadalajara", "municipality", "MX", "mx-14", 1000, 20.67, -103.34),
    ("mx-14120", "Zapopan", "municipality", "MX", "mx-14", 500, 20.72, -103.39),
    ("mx-21114", "Puebla", "municipality", "MX", "mx-21", 300, 19.04, -98.20),
    ("mx-31050", "Mérida", "municipality", "MX", "mx-31", 700, 20.97, -89.62),
    ("us-ca", "California", "state", "US", None, None, 37.0, -120.0),
    ("us-la", "Los Angeles", "city", "US", None, None, 34.05, -118.24),
    ("us-sa", "San Antonio", "city", "US", None, None, 29.42, -98.49),
    ("slug-la", "Los Ángeles", "city", "US", None, None, None, None),
    ("jp-ky", "Kyoto", "city", "JP", None, None, 35.01, 135.77),
    ("fr-ly", "Lyon", "city", "FR", None, None, 45.76, 4.84),
    ("br-sp", "São Paulo", "city", "BR", None, None, None, None),
]
AGREEMENTS: list[dict[str, Any]] = [
    {"id": "a01", "kind": "twinning", "home": ["mx-14039"], "counterpart": ["us-la"],
     "signed": "1994-05-06", "status": "in-force", "column": ["education"],
     "title": "Acuerdo de Hermanamiento", "register_number": "1"},
    {"id": "a02", "kind": "specific-cooperation", "home": ["mx-14"], "counterpart": ["us-ca"],
     "signed": "2019-03", "ends": "2022", "status": "in-force", "column": ["water"]},
    {"id": "a03", "kind": "specific-cooperation", "home": ["mx-14"], "counterpart": ["us-ca"],
     "signed": "2020-07-01", "ends": "2021-06-30", "status": "in-force",
     "column": ["water", "health"]},
    {"id": "a04", "kind": "twinning", "home": ["mx-21114"], "counterpart": ["fr-ly"],
     "signed": "1998", "status": "unknown"},
    {"id": "a05", "kind": "specific-cooperation", "home": ["mx-14039", "mx-21"],
     "counterpart": ["jp-ky"], "signed": "2021-11-15", "ends": "2023-02", "status": "in-force",
     "keyword": ["environment"]},
    {"id": "a06", "kind": "twinning", "home": ["mx-31050"], "counterpart": ["us-sa"],
     "signed": "2001-01-01", "status": "withdrawn", "retired_at": "2024-05-01",
     "column": ["education"]},
    {"id": "a07", "kind": "twinning", "home": ["mx-14039"], "counterpart": ["jp-ky"],
     "status": "unknown"},
    {"id": "a08", "kind": "specific-cooperation", "home": ["mx-21"], "counterpart": ["fr-ly"],
     "signed": "2005-02-02", "status": "expired", "column": ["education"]},
    {"id": "a09", "kind": "other", "party": ["us-la", "fr-ly", "jp-ky"], "signed": "2010",
     "status": "in-force"},
    {"id": "a10", "kind": "twinning", "home": ["mx-14039"], "counterpart": ["us-la"],
     "signed": "1995", "status": "in-force"},
    {"id": "a11", "kind": "twinning", "home": ["mx-21"], "counterpart": ["br-sp"],
     "signed": "2018-10-10", "status": "unknown", "column": ["health"]},
]  # fmt: skip
REPRESENTATIONS = [  # id, type, status, country of its seat, accredited to, lat, lon; all of Mexico
    ("r-la", "consulate", "active", "US", [], 34.05, -118.24),
    ("r-no", "consulate", "active", "US", [], None, None),
    ("r-tk", "embassy", "active", "JP", ["JP"], 35.68, 139.69),
    ("r-pa", "embassy", "closed", "FR", ["FR"], 48.85, 2.35),
    ("r-nb", "embassy", "active", "KE", ["KE", "UG"], -1.29, 36.82),
]
# What the list says of each agreement is what holds; the other source says less or otherwise.
OTHER_CLAIMS = [
    {"id": "a01", "signed": "1994", "status": "expired", "kind": "twinning"},
    {"id": "a04", "signed": "1999", "status": "unknown", "retired_at": "2024-05-01"},
]
_ROLES = ("home", "counterpart", "party")


def build(store: Store) -> None:
    """Put the graph into an empty store."""
    ensure_constraints(store)
    store.write(_places)
    store.write(_agreements)
    store.write(_representations)
    store.write(_sources)
    derive_edges(store)


def _places(tx: ManagedTransaction) -> None:
    tx.run(
        "UNWIND $rows AS row CREATE (c:Country {id: row[0], region: row[1], subregion: row[2], "
        "region_es: row[1], region_en: row[1], subregion_es: row[2], subregion_en: row[2], "
        "name_es: row[3], name_en: row[4]})",
        rows=COUNTRIES,
    ).consume()
    tx.run(
        "UNWIND $rows AS row CREATE (t:Theme {id: row[0], name_es: row[2], name_en: row[3]})",
        rows=THEMES,
    ).consume()
    tx.run(
        "UNWIND $rows AS row MATCH (t:Theme {id: row[0]}), (b:Theme {id: row[1]}) "
        "CREATE (t)-[:BROADER]->(b)",
        rows=[row for row in THEMES if row[1]],
    ).consume()
    tx.run(
        "UNWIND $rows AS row MATCH (c:Country {id: row[3]}) CREATE (g:Government {id: row[0], "
        "name: row[1], level: row[2], country: row[3], population: row[5], lat: row[6], "
        "lon: row[7]})-[:IN_COUNTRY]->(c)",
        rows=GOVERNMENTS,
    ).consume()
    tx.run(
        "UNWIND $rows AS row MATCH (g:Government {id: row[0]}), (s:Government {id: row[4]}) "
        "CREATE (g)-[:PART_OF]->(s)",
        rows=[row for row in GOVERNMENTS if row[4]],
    ).consume()


def _agreements(tx: ManagedTransaction) -> None:
    for agreement in AGREEMENTS:
        lists = {name: value for name, value in agreement.items() if isinstance(value, list)}
        parties = [[party, role] for role in _ROLES for party in lists.get(role, ())]
        own = {name: value for name, value in agreement.items() if name not in lists}
        own["bond"] = bond_of(agreement["kind"], [party for party, _ in parties])
        tx.run("CREATE (a:Agreement) SET a = $own", own=own).consume()
        tx.run(
            "MATCH (a:Agreement {id: $id}) UNWIND $rows AS row "
            "MATCH (g:Government {id: row[0]}) CREATE (g)-[:SIGNED {role: row[1]}]->(a)",
            id=agreement["id"],
            rows=parties,
        ).consume()
        tx.run(
            "MATCH (a:Agreement {id: $id}) UNWIND $rows AS row "
            "MATCH (t:Theme {id: row[0]}) CREATE (a)-[:ABOUT {basis: row[1]}]->(t)",
            id=agreement["id"],
            rows=[[t, basis] for basis in ("column", "keyword") for t in lists.get(basis, ())],
        ).consume()


def _representations(tx: ManagedTransaction) -> None:
    for key, kind, status, country, accredited, lat, lon in REPRESENTATIONS:
        tx.run(
            "MATCH (c:Country {id: $country}), (mx:Country {id: 'MX'}) CREATE (r:Representation "
            "{id: $id, type: $type, status: $status, name_es: $id, name_en: $id, lat: $lat, "
            "lon: $lon})-[:IN_COUNTRY]->(c), (r)-[:REPRESENTS]->(mx)",
            {"id": key, "type": kind, "status": status, "country": country, "lat": lat, "lon": lon},
        ).consume()
        tx.run(
            "MATCH (r:Representation {id: $id}) UNWIND $countries AS country "
            "MATCH (c:Country {id: country}) CREATE (r)-[:ACCREDITED_TO]->(c)",
            id=key,
            countries=accredited,
        ).consume()


def _sources(tx: ManagedTransaction) -> None:
    tx.run(
        "UNWIND [['list', 10], ['other', 90]] AS row CREATE (:Source {id: row[0], "
        "precedence: row[1], synthetic: false, title_es: row[0], title_en: row[0]})"
    ).consume()
    plain = [
        {name: value for name, value in row.items() if not isinstance(value, list)}
        for row in AGREEMENTS
    ]
    for source, claims in (("list", plain), ("other", OTHER_CLAIMS)):
        for claim in claims:
            said = {name: value for name, value in claim.items() if name != "id"}
            tx.run(
                "MATCH (a:Agreement {id: $id}), (s:Source {id: $source}) "
                "CREATE (a)-[r:REPORTED_IN]->(s) SET r = $said",
                id=claim["id"],
                source=source,
                said={**said, "row": 2, "file": "list.csv", "sha256": "0" * 64},
            ).consume()
