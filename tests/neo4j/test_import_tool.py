"""What grafo exports for neo4j-admin, the real tool imports and a real Neo4j opens, equal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from grafo.bundled import bundled
from grafo.exports import ExportOptions, ExportSource, find_export, write_export
from grafo.loading.catalogue import find_loader
from grafo.loading.run import LoadOptions, run_load
from grafo.places import Matcher
from grafo.store import Store, open_store
from grafo.store.canonical import canonical_hash
from tests.conftest import emptied, require_neo4j, settings_of
from tests.exports.given import HOSTILE, HOSTILE_PLACES
from tests.figures.graphs import load
from tests.neo4j.import_tool import run_import
from tests.neo4j.server import Neo4jServer

SOURCES = ("countries", "themes", "governments_mx", "register_synthetic")
# The one sign that the format keeps for itself; see grafo/exports/bulk/fields.py.
PARTS_LISTS = "\x1f"

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def exported(
    _embedded_session: Store, matcher: Matcher, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, str]:
    """An export of a loaded graph with hostile texts in it, and that graph's hash."""
    require_neo4j()
    store = emptied(_embedded_session)
    load(store, matcher, tmp_path_factory.mktemp("quarantine"), *SOURCES)
    places = [{**place, "id": f"hostile-{place['id']}"} for place in HOSTILE_PLACES]
    lists = [text for text in HOSTILE if PARTS_LISTS not in text]
    store.write(
        lambda tx: tx.run(
            "UNWIND $places AS place CREATE (g:Government) SET g = place", places=places
        ).consume()
    )
    store.write(
        lambda tx: tx.run(
            "MATCH (a:Government {id: 'hostile-mx-00'}), (b:Government {id: 'hostile-mx-01'}) "
            "CREATE (a)-[:COOPERATES_WITH {agreements: 1, kinds: $lists, themes: []}]->(b)",
            lists=lists,
        ).consume()
    )
    folder = tmp_path_factory.mktemp("export") / "neo4j"
    write_export(find_export("neo4j-import"), ExportSource(store), folder, ExportOptions())
    return folder, canonical_hash(store)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("imported")


@pytest.fixture(scope="module")
def imported(exported: tuple[Path, str], home: Path) -> Iterator[Store]:
    """A Neo4j that opened what the tool imported, once after-import.cypher was run."""
    folder, _ = exported
    done = run_import(folder, home)
    assert done.returncode == 0, done.stderr
    with Neo4jServer(home) as server, open_store(settings_of(server)) as store:
        for statement in (folder / "after-import.cypher").read_text().splitlines():
            store.command(statement)
        yield store


def test_the_graph_is_the_one_that_was_exported(
    exported: tuple[Path, str], imported: Store
) -> None:
    _, expected = exported
    assert canonical_hash(imported) == expected


def test_hostile_text_is_there_as_it_was(imported: Store) -> None:
    rows = imported.rows(
        "MATCH (g:Government) WHERE g.id STARTS WITH 'hostile-' RETURN g.name AS name ORDER BY g.id"
    )
    assert [row["name"] for row in rows] == HOSTILE


def test_grafo_goes_on_loading_into_it(
    exported: tuple[Path, str], imported: Store, matcher: Matcher, tmp_path: Path
) -> None:
    _, expected = exported
    for name in SOURCES:
        loader = find_loader(name)
        path = bundled("data") / (loader.file or "")
        report, _ = run_load(
            imported,
            loader,
            path,
            name=path.name,
            resolve=matcher.match,
            place=matcher.gazetteer.place,
            quarantine_dir=tmp_path,
            options=LoadOptions(),
        )
        assert (report.loaded, report.merged, report.retired) == (0, 0, 0)
        assert report.unchanged > 0
    assert canonical_hash(imported) == expected


def test_a_database_that_is_there_is_not_overwritten_unasked(
    exported: tuple[Path, str], imported: Store, home: Path
) -> None:
    folder, expected = exported
    assert run_import(folder, home).returncode != 0
    assert canonical_hash(imported) == expected
