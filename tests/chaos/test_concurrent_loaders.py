"""Several loaders on one server: no duplicates, nothing lost, the same graph as one by one."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from grafo.places import Matcher
from grafo.store import Store, open_store
from grafo.store.canonical import canonical_hash
from grafo.store.constraints import ensure_constraints
from tests.conftest import settings_of
from tests.loading.conftest import Office
from tests.neo4j.server import Neo4jServer

pytestmark = pytest.mark.slow

CITIES = ["Guadalajara", "Puebla", "Mérida", "Zapopan", "Tijuana", "Morelia", "Querétaro"]
ABROAD = [
    ("Lyon", "Francia"),
    ("Kioto", "Japón"),
    ("Boston", "EUA"),
    ("La Habana", "Cuba"),
    ("Milán", "Italia"),
]


def _rows(shift: int) -> list[dict[str, str]]:
    return [
        {
            "Gobierno": home,
            "Contraparte": abroad,
            "País": country,
            "Tipo": "Hermanamiento",
            "Firma": "" if (index + shift) % 3 else f"{1990 + index}",
        }
        for index, (home, (abroad, country)) in enumerate(
            (home, there) for home in CITIES for there in ABROAD
        )
        if (index + shift) % 4
    ]


def test_four_loaders_at_once_end_like_one_after_another(
    neo4j_store: Store, neo4j_server: Neo4jServer, matcher: Matcher, tmp_path: Path
) -> None:
    def office(store: Store, name: str) -> Office:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        return Office(store, matcher, folder)

    def load(number: int, store: Store) -> None:
        rows = _rows(number)
        ordered = rows if number % 2 else rows[::-1]
        worker = office(store, f"w{number}-{id(store)}")
        path = worker.write(sorted(ordered, key=lambda r: (r["Gobierno"], r["Contraparte"])))
        worker.load(path, source=f"source{number}", precedence=20 + number, batch_size=5)

    def load_alone(number: int) -> None:
        with open_store(settings_of(neo4j_server)) as store:
            load(number, store)

    ensure_constraints(neo4j_store)
    first = office(neo4j_store, "first")
    first.reference("countries", "themes")
    for number in range(4):
        load(number, neo4j_store)
    expected = canonical_hash(neo4j_store, provenance=False)
    for _ in range(3):
        neo4j_store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
        first.reference("countries", "themes")
        with ThreadPoolExecutor(4) as pool:
            for done in [pool.submit(load_alone, number) for number in range(4)]:
                done.result()
        assert canonical_hash(neo4j_store, provenance=False) == expected
